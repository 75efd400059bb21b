"""The open-data files of a period on disk: the folder that is put on the site, and the record of the gate beside it."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.reporting import Reporting
from report_utils.findings.files import save_findings
from report_utils.forms.data_set import FOLDER
from report_utils.privacy.verdict import ColumnVerdict
from report_utils.publish.kit import Kit, build_kit
from report_utils.publish.sending import Sending
from report_utils.run.desk import Desk
from report_utils.run.lock import locked
from report_utils.storage.files import save
from report_utils.storage.folders import replaced
from report_utils.vietnamese.numbers import format_integer

_RECORD_FOLDER, _RECORD = f"{FOLDER}-kiem-tra", "gate.jsonl"
"""What the gate said and what was found, beside the folder for the site and not in it."""
_REASONS = _HELD_BACK, _DUE, _NOT_DUE, _UNDATED = (
    "có tệp nhưng bị giữ lại", "đã đến hạn mà kỳ này chưa gửi tệp", "chưa đến hạn, chưa gửi tệp",
    "kế hoạch không nêu hạn, chưa gửi tệp")
"""Why a set of the plan is not published in this period, as far as plan and workbooks tell."""


def publish(desk: Desk) -> Kit:
    """Write the kit of the period; its folder holds what is published now and nothing older.

    Raises SettingsError, LockedError.
    """
    reporting = desk.reporting
    kit = build_kit(reporting)
    goal, record = site_folder(desk), desk.folders.reports / _RECORD_FOLDER
    with locked(desk.folders.reports, f"{reporting.agency.code} {reporting.period}"):
        _replace(goal, kit.files)
        save_findings(kit.findings, record)
        save(record / _RECORD, _record(kit.verdicts))
    return kit


def site_folder(desk: Desk) -> Path:
    """The folder that is put on the site as it is."""
    return desk.folders.reports / FOLDER


def _replace(goal: Path, files: dict[str, bytes]) -> None:
    """Put the files in place of what is there: first beside it, so that nothing half made is ever seen."""
    new, journal = (goal.with_name(f".{goal.name}.{role}") for role in ("new", "journal"))
    with replaced([(new, goal)], journal):
        for path, content in files.items():
            save(new / path, content)


def _record(verdicts: Iterable[ColumnVerdict]) -> bytes:
    lines = (json.dumps(verdict.as_json(""), ensure_ascii=False, default=str) for verdict in verdicts)
    return "".join(f"{line}\n" for line in lines).encode()


def published_lines(kit: Kit, reporting: Reporting, folder: str) -> Iterator[str]:
    """What the command says: each workbook, published with how many rows or why not; how much of the plan that is,
    and what is known of the rest; where the files are.
    """
    yield from _workbook_lines(kit)
    if kit.sendings:
        yield f"Đã công bố {len(kit.sets)} trong {len(kit.sendings)} tệp đã gửi."
    else:
        yield f"Chưa có tập dữ liệu nào trong thư mục {FOLDER} của kỳ này; trang danh mục để trống."
    yield from _plan_line(kit, reporting)
    yield f"Thư mục đưa lên trang: {folder}"


def _workbook_lines(kit: Kit) -> Iterator[str]:
    for sending in kit.sendings:
        name = sending.entry.name if sending.entry else "không rõ tập dữ liệu nào của kế hoạch"
        if sending.is_right and sending.data:
            yield f"Công bố: {name} ({format_integer(sending.data.size)} dòng) - {sending.file}"
        else:
            yield f"Không công bố: {name} - {sending.file}"
        for found in sending.findings:
            place = f"{found.sheet} › {found.cell}: " if found.cell else ""
            yield f"  {found.code} {found.severity.value}: {place}{found.message}"
            yield f"      {found.mend}"


def _plan_line(kit: Kit, reporting: Reporting) -> Iterator[str]:
    """How many sets of the plan in force are published, and why the others are not; nothing where there is no plan."""
    plan = reporting.agency.catalogues.open_data
    meant = [_meant(sending, plan) for sending in kit.sendings]
    held_back = {entry.dataset for entry in meant if entry}
    public = {sending.entry.dataset for sending in kit.sendings if sending.entry and sending.is_right}
    others = [entry for entry in plan if entry.dataset not in public]
    if plan:
        why = Counter(_reason(entry, held_back, reporting.window.cutoff) for entry in others)
        told = f"; {len(others)} tập còn lại: " + ", ".join(f"{why[reason]} tập {reason}" for reason in _REASONS
                                                            if why[reason]) if others else ""
        if unknown := meant.count(None):
            told += f"; {unknown} tệp bị giữ lại mà chưa rõ là của tập nào"
        yield f"{len(public)} trong {len(plan)} tập dữ liệu của kế hoạch có tệp công bố kỳ này{told}."


def _meant(sending: Sending, plan: Iterable[OpenDataSet]) -> OpenDataSet | None:
    """The set that a workbook is for: as it says itself, else by its name, which is that of the blank form."""
    by_name = Path(sending.file).stem.lstrip("0")
    return sending.entry or next((entry for entry in plan if entry.dataset.lstrip("0") == by_name), None)


def _reason(entry: OpenDataSet, held_back: Collection[str], cutoff: dt.date) -> str:
    if entry.dataset in held_back:
        return _HELD_BACK
    if entry.due is None:
        return _UNDATED
    return _DUE if entry.due <= cutoff else _NOT_DUE
