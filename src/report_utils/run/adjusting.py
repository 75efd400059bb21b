"""`baocao adjust`: what the office has recorded beside the submissions of a period, and one entry more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import validate
from report_utils.errors import BaocaoError
from report_utils.findings import Severity
from report_utils.intake.adjustments.adding import Written, addition
from report_utils.intake.adjustments.applying import applied
from report_utils.intake.adjustments.cells import NoTypedCellError, typed_cell
from report_utils.intake.adjustments.entries import Entry, Recorded
from report_utils.intake.adjustments.judging import Judged, judged, what_is_left_out
from report_utils.intake.adjustments.removing import without_entry
from report_utils.intake.consolidate import read_sent
from report_utils.intake.dataset import Dataset
from report_utils.intake.days import read_date
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.intake.reading import NO_FACTS, Value
from report_utils.intake.values import shown
from report_utils.run.adjustment_file import changing, entries_of, save_text, text_of
from report_utils.run.kept_readings import kept_readings
from report_utils.vietnamese.dates import format_date

_SHOWN = "baocao adjust"


class AdjustmentRefusedError(BaocaoError):
    """An adjustment cannot be recorded; `reason` is a whole sentence."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Wanted:
    """An adjustment as the command line gives it: a cell ("Bổ nhiệm!C8") with its value, or what is left out."""

    unit: str
    why: str
    by: str
    on: str = ""
    basis: str = ""
    cell: str = ""
    value: str | None = None
    exclude: bool = False
    table: str = ""


def recorded(reporting: Reporting) -> list[Judged]:
    """Every entry, and whether it applies to what lies in the raw folder now. Raises SettingsError."""
    return judged(reporting, _sent(reporting), entries_of(reporting))


@dataclass(frozen=True)
class Changed:
    """What the period held before its entries were changed, and what it holds now; the entry that was taken out."""

    before: Dataset
    after: Dataset
    taken_out: Recorded | None = None


def record(reporting: Reporting, wanted: Wanted, today: dt.date) -> Changed:
    """Add an entry; what is there stays as it is. `today` is its day where none is given.

    Whoever adds one meanwhile waits, so that none is lost. Raises AdjustmentRefusedError for one that would not apply,
    LockedError when another process does not end, SettingsError, NotAppendableError, NotSavedError.
    """
    sent = _sent(reporting)
    with changing(reporting):
        return _recorded(reporting, sent, wanted, today)


def remove(reporting: Reporting, number: int) -> Changed:
    """Take out the entry of that number (from 1); the others are numbered anew.

    Raises AdjustmentRefusedError where there is none, NotRemovableError, LockedError, SettingsError, NotSavedError.
    """
    sent = _sent(reporting)
    with changing(reporting):
        entries = entries_of(reporting)
        if not 1 <= number <= len(entries):
            raise AdjustmentRefusedError(f"Không có điều chỉnh {number} để bỏ; kỳ này có {len(entries)} điều chỉnh.")
        save_text(reporting, without_entry(text_of(reporting), number))
        before, after = (applied(reporting, sent, judged(reporting, sent, some))
                         for some in (entries, entries_of(reporting)))
        return Changed(before, after, entries[number - 1])


def _recorded(reporting: Reporting, sent: Dataset, wanted: Wanted, today: dt.date) -> Changed:
    entries = entries_of(reporting)
    fields = _fields(sent, wanted, today)
    new = Recorded(validate(Entry, fields, _SHOWN))
    before, after = judged(reporting, sent, entries), judged(reporting, sent, [*entries, new])
    judgement = after[-1]
    if judgement.adjustment is None:
        raise AdjustmentRefusedError(f"{judgement.finding.message}{_way_out(before, after)}")
    if judgement.cell:
        if judgement.value == judgement.cell.value:
            raise AdjustmentRefusedError(f"Ô {wanted.cell} đã là «{judgement.cell.sent}»; không có gì để điều chỉnh.")
        fields["new"] = _typed(judgement.value)
    text = text_of(reporting)
    save_text(reporting, f"{text}{addition(text, fields)}")
    return Changed(applied(reporting, sent, before), applied(reporting, sent, after))


def _way_out(before: Iterable[Judged], after: Iterable[Judged]) -> str:
    """Which entries keep a new one from being recorded, and where they are changed; nothing where none does."""
    lines = [str(one.recorded.line) for one, other in zip(before, after, strict=False)
             if one.adjustment and not other.adjustment]
    return (f" Muốn thay điều chỉnh đã ghi thì sửa dòng {', '.join(lines)} của {ADJUSTMENTS} (giá trị mới ghi ở khóa "
            "«new»), hoặc bỏ nó bằng --remove rồi ghi lại." if lines else "")


def _fields(sent: Dataset, wanted: Wanted, today: dt.date) -> dict[str, Written]:
    missing = [option for option, said in (("--why", wanted.why), ("--by", wanted.by)) if not said.strip()]
    if missing:
        raise AdjustmentRefusedError(f"Điều chỉnh phải ghi lý do và người điều chỉnh: thêm {' … '.join(missing)} ….")
    signed: dict[str, Written] = {"why": wanted.why, "by": wanted.by, "day": _day(wanted.on) if wanted.on else today,
                                **({"basis": wanted.basis} if wanted.basis else {})}
    if wanted.exclude:
        if wanted.cell or wanted.value is not None:
            raise AdjustmentRefusedError("Loại trừ (--exclude) cả đơn vị hoặc cả biểu (--table) thì không ghi --cell, "
                                         "--value.")
        return {"unit": wanted.unit, "exclude": True, **({"table": wanted.table} if wanted.table else {}), **signed}
    sheet, mark, cell = wanted.cell.rpartition("!")
    if not mark or not sheet or wanted.value is None or wanted.table:
        raise AdjustmentRefusedError("Ghi ô và giá trị, ví dụ --cell \"Bổ nhiệm!C8\" --value 5; hoặc --exclude để "
                                     "loại trừ đơn vị, thêm --table để chỉ loại trừ một biểu.")
    return {"unit": wanted.unit, "sheet": sheet, "cell": cell, "old": _old(sent, wanted.unit, sheet, cell),
            "new": wanted.value, **signed}


def _old(sent: Dataset, unit: str, sheet: str, cell: str) -> Written:
    """What stands in the cell; nothing where there is no such cell, which is told by the judgement."""
    try:
        found = typed_cell(sent, unit, sheet, cell)
    except NoTypedCellError:
        return ""
    return found.sent if found.value is None else _typed(found.value)


def _typed(value: Value) -> Written:
    """A value as people type it: a mark as "x", a decimal as text, for YAML knows no exact ones."""
    match value:
        case None | False:
            return ""
        case True:
            return "x"
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case _:
            return value


def _day(text: str) -> dt.date:
    day = read_date(text, NO_FACTS).value
    if not isinstance(day, dt.date):
        raise AdjustmentRefusedError(f"--on «{text}» không phải ngày dạng ngày/tháng/năm, ví dụ 19/9/2024.")
    return day


def _sent(reporting: Reporting) -> Dataset:
    return read_sent(reporting, kept_readings(reporting))


def recorded_lines(reporting: Reporting, entries: Sequence[Judged]) -> Iterator[str]:
    """The entries for people, each with whether it applies."""
    for one in entries:
        yield recorded_line(reporting, one.recorded)
        if one.adjustment is None:
            said = one.finding.message.removeprefix(f"{one.recorded.name}: ")
            yield f"    KHÔNG áp dụng: {said} {one.finding.mend}"
        else:
            yield "    Được áp dụng."
    if not entries:
        yield "Kỳ này không có điều chỉnh nào."


def recorded_line(reporting: Reporting, recorded: Recorded) -> str:
    """One entry for people: whose data, what is changed, why, by whom, when."""
    entry = recorded.entry
    what = (f"không tính {what_is_left_out(entry.table)}" if entry.exclude
            else f"{entry.sheet}!{entry.cell}: «{_said(entry.old)}» → «{_said(entry.new)}»")
    return (f"{recorded.name}: {_name(reporting, entry.unit)}, {what}; {entry.why} ({entry.by}, ngày "
            f"{format_date(entry.day)}{f'; {entry.basis}' if entry.basis else ''})")


def recorded_json(reporting: Reporting, entries: Iterable[Judged]) -> Iterator[dict[str, Any]]:
    """The same as objects."""
    for one in entries:
        entry = one.recorded.entry
        yield {"number": one.recorded.number, "line": one.recorded.line, "kind": "exclusion" if entry.exclude else
               "correction", "unit": entry.unit, "name": _name(reporting, entry.unit), "sheet": entry.sheet,
               "cell": entry.cell, "table": entry.table, "old": _said(entry.old), "new": _said(entry.new),
               "why": entry.why, "by": entry.by, "day": entry.day.isoformat(), "basis": entry.basis,
               "applies": one.adjustment is not None, "rule": one.finding.code,
               "severity": one.finding.severity.value, "message": one.finding.message}


def _name(reporting: Reporting, unit: str) -> str:
    units = reporting.agency.units
    return units[unit].name if unit in units else unit


def _said(raw: Any) -> str:
    return "" if raw is None else shown(raw)


def all_apply(entries: Iterable[Judged]) -> bool:
    """Whether none of them has an error."""
    return all(one.finding.severity is not Severity.ERROR for one in entries)
