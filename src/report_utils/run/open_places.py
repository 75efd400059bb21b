"""The places that keep a report from being final, each in a sentence, and counted by unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from report_utils.agency.reporting import Reporting
from report_utils.document.blocks import Mark
from report_utils.document.gaps import Gap
from report_utils.figures.figure import Figure
from report_utils.findings import OF_OFFICE, CellRef
from report_utils.run.folders import Folders
from report_utils.run.outcome import Outcome
from report_utils.run.pages.notebook_pages import FOLDER as PAGES

_LEFT_OUT = "đơn vị, biểu mà cơ quan không tính"
_MOST_CELLS = 3
_MOST_UNITS = 5
_MAIN = "4_bao_cao"
"""The notebook that writes the main report; where it is not run, the last one does."""


def place_lines(gaps: Iterable[Gap], mark: Mark, figures: Mapping[str, Figure], wrong: Collection[CellRef]
                ) -> tuple[str, ...]:  # fmt: skip
    """A sentence for each place of that mark, without repeats; `wrong` are the cells that errors are about."""
    return tuple(dict.fromkeys(_line(gap, figures.get(gap.figure), wrong) for gap in gaps if gap.mark is mark))


def _line(gap: Gap, figure: Figure | None, wrong: Collection[CellRef]) -> str:
    if gap.mark is Mark.ABSENT or figure is None:
        return f"{gap.section}: {gap.text}"
    cells = list(islice((str(cell) for cell in figure.quantity.cells if cell in wrong), _MOST_CELLS + 1))
    where = "; ".join(cells[:_MOST_CELLS]) + ("; …" if len(cells) > _MOST_CELLS else "")
    unit = "" if figure.unit in ("", "%") or gap.text.endswith(figure.unit) else f" {figure.unit}"
    return (f"{gap.section}: {figure.rule} ({figure.code}) = {gap.text}{unit}; kiểm tra lại số liệu của "
            f"{', '.join(figure.quantity.doubtful)}{f': {where}' if where else ''}")


def places_by_unit(outcome: Outcome, reporting: Reporting, written: Folders | None = None) -> Iterator[str]:
    """A line a unit, and where each place is listed.

    `written` is where the results lie while a run goes on; the lines name the places where they will lie.
    """
    yield from unit_lines(outcome, reporting, written)
    if outcome.missing or outcome.wrong:
        yield f"Danh sách từng chỗ: {list_of_places(reporting)}"


def unit_lines(outcome: Outcome, reporting: Reporting, written: Folders | None = None) -> Iterator[str]:
    """A line a unit: how many places wait for its data or a look at it, and the workbook that goes back to it.

    What an adjustment of the office made wrong is on a line of its own. Where several units owe the same place, a last
    line says how many places there are.
    """
    folders, units = _folders(reporting), reporting.agency.units
    workspace, feedback = reporting.workspace, (written or folders).feedback
    for unit in units:
        counted = _counted((_naming(unit.name, places), what) for places, what in _kinds(outcome))
        name = f"{unit.code}.xlsx"
        if counted:
            path = f" ({workspace.shown(folders.feedback / name)})" if (feedback / name).exists() else ""
            yield f"{unit.name}: {counted}{path}"
    if of_office := _counted((sum(OF_OFFICE in place for place in places), what) for places, what in _kinds(outcome)):
        yield f"Cơ quan: {of_office} do điều chỉnh đã ghi (baocao adjust {reporting.agency.code} {reporting.period})"
    if any(sum(_naming(unit.name, places) for unit in units) > len(places) for places, _ in _kinds(outcome)):
        whole = _counted((len(places), what) for places, what in _kinds(outcome))
        yield f"Một chỗ có thể thiếu của nhiều đơn vị; cả báo cáo có {whole}."


def _kinds(outcome: Outcome) -> tuple[tuple[tuple[str, ...], str], ...]:
    return (outcome.missing, "chưa có số liệu"), (outcome.wrong, "cần kiểm tra lại")


def _counted(counts: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{count} chỗ {what}" for count, what in counts if count)


def list_of_places(reporting: Reporting) -> str:
    """The page on which a run lists each place, as it is shown to people."""
    run = reporting.notebooks
    written_by = _MAIN if _MAIN in run or not run else run[-1]
    return f"{reporting.workspace.shown(_folders(reporting).reports)}/{PAGES}/{written_by}.html"


def missing_line(outcome: Outcome, reporting: Reporting, name: str = "Báo cáo") -> str:
    """How many places of the report of that name would lack data and of which units, those of the most places first.

    What the office left out comes before them. Nothing where no place would lack data.
    """
    if not outcome.missing:
        return ""
    counts = {unit.name: _naming(unit.name, outcome.missing) for unit in reporting.agency.units}
    counts[_LEFT_OUT] = sum(OF_OFFICE in place for place in outcome.missing)
    owing = sorted(filter(counts.get, counts), key=lambda name: (name != _LEFT_OUT, -counts[name]))
    more = len(owing) - _MOST_UNITS
    named = ", ".join(f"{name} ({counts[name]})" for name in owing[:_MOST_UNITS])
    others = f" và {more} đơn vị khác" if more > 0 else ""
    whose = f", của {named}{others}" if named else ""
    return f"{name} lập bây giờ là bản dự thảo: {len(outcome.missing)} chỗ thiếu số liệu{whose}."


def _folders(reporting: Reporting) -> Folders:
    workspace, agency, period = reporting.workspace, reporting.agency.code, str(reporting.period)
    return Folders(workspace.processed(agency, period), workspace.reports(agency, period))


def _naming(unit: str, places: Iterable[str]) -> int:
    """How many places name the unit behind their mark; a name that only begins alike is another one."""
    name = re.compile(rf"(?:– |của |, ){re.escape(unit)}(?=[],:]|$)")
    return sum(bool(name.search(place)) for place in places)
