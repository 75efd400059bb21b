"""Which of the recorded adjustments apply to what the units sent, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import nearest
from report_utils.agency.unit_names import did_you_mean
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.asked import tables_of
from report_utils.intake.adjustments.cells import (
    NoTypedCellError,
    TypedCell,
    UnfitValueError,
    holds,
    new_value,
    typed_cell,
)
from report_utils.intake.adjustments.entries import Entry, Recorded
from report_utils.intake.adjustments.record import Adjustment, Correction, Exclusion
from report_utils.intake.dataset import Dataset
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.intake.reading import Value
from report_utils.intake.values import shown, written
from report_utils.vietnamese.text import fold

_WHOLE = "toàn bộ số liệu"


@dataclass(frozen=True)
class Judged:
    """An entry with the adjustment that it makes, or None; `finding` is the note on it, or what is wrong.

    `cell` and `value` are what a correction changes.
    """

    recorded: Recorded
    finding: Finding
    adjustment: Adjustment | None = None
    cell: TypedCell | None = None
    value: Value = None


def judged(reporting: Reporting, dataset: Dataset, entries: Sequence[Recorded]) -> list[Judged]:
    """Every entry in its order; `dataset` is what the units sent. An entry that is wrong changes nothing."""
    alone = [_alone(reporting, dataset, recorded) for recorded in entries]
    return [_beside(reporting, one, alone) for one in alone]


def what_is_left_out(table: str) -> str:
    """A table by the name of its sheet, or everything, as a sentence names it."""
    return f"biểu «{table}»" if table else _WHOLE


def _alone(reporting: Reporting, dataset: Dataset, recorded: Recorded) -> Judged:
    """An entry, whatever else is recorded."""
    entry, units = recorded.entry, reporting.agency.units
    if entry.unit not in units:
        return _wrong(recorded, "A01", found=entry.unit, suggestion=did_you_mean(units, entry.unit))
    unit = units[entry.unit]
    if entry.exclude:
        return _excluding(reporting, recorded, unit)
    try:
        cell = typed_cell(dataset, unit.code, entry.sheet, entry.cell)
    except NoTypedCellError as error:
        return _wrong(recorded, "A02", unit, reason=error.reason, suggestion=error.suggestion)
    return _correcting(reporting, recorded, unit, cell)


def _correcting(reporting: Reporting, recorded: Recorded, unit: Unit, cell: TypedCell) -> Judged:
    entry = recorded.entry
    if not holds(cell, entry.old, reporting.agency):
        return _wrong(recorded, "A03", unit, cell.ref, found=cell.sent, expected=_said(entry.old))
    try:
        value = new_value(cell, entry.new, reporting.agency)
    except UnfitValueError as error:
        return _wrong(recorded, "A04", unit, cell.ref, found=error.value, reason=error.reason)
    correction = Correction(**_signed(entry, cell.table.code), cell=cell.ref, sent=cell.sent, used=written(value))
    note = finding("A07", unit=unit.name, at=cell.ref, found=correction.sent, expected=correction.used,
                   how=correction.words)
    return Judged(recorded, note, correction, cell, value)


def _excluding(reporting: Reporting, recorded: Recorded, unit: Unit) -> Judged:
    entry, asked = recorded.entry, [table for table in tables_of(reporting, unit) if not table.optional]
    table = next((one for one in asked if fold(entry.table) in (fold(one.code), fold(one.sheet))), None)
    if not asked or (entry.table and table is None):
        near = nearest(entry.table, [one.sheet for one in asked]) if entry.table else None
        return _wrong(recorded, "A06", unit, found=what_is_left_out(entry.table),
                      suggestion=f" Có phải «{near}»?" if near else "")
    exclusion = Exclusion(**_signed(entry, table.code if table else ""))
    what = what_is_left_out(table.sheet if table else "")
    note = finding("A08", unit=unit.name, how=exclusion.grounds, what=what[0].upper() + what[1:])
    return Judged(recorded, note, exclusion)


def _signed(entry: Entry, table: str) -> dict[str, Any]:
    return {"unit": entry.unit, "table": table, "why": entry.why, "by": entry.by, "day": entry.day,
            "basis": entry.basis.strip()}


def _beside(reporting: Reporting, one: Judged, every: Iterable[Judged]) -> Judged:
    """The same; what another entry adjusts as well is adjusted by neither."""
    others = [other.recorded.name for other in every if other is not one and _clash(one, other)]
    if not others:
        return one
    unit, at = reporting.agency.units[one.recorded.entry.unit], one.cell.ref if one.cell else None
    return _wrong(one.recorded, "A05", unit, at, others=", ".join(others))


def _clash(one: Judged, other: Judged) -> bool:
    """Whether both adjust the same cell, leave the same out, or one corrects what the other leaves out."""
    first, second = one.adjustment, other.adjustment
    if first is None or second is None or first.unit != second.unit:
        return False
    if isinstance(first, Correction) and isinstance(second, Correction):
        return first.cell == second.cell
    return "" in (first.table, second.table) or first.table == second.table


def _wrong(recorded: Recorded, code: str, unit: Unit | None = None, cell: CellRef | None = None, **fields: Any
           ) -> Judged:
    """An entry that does not apply. The cell that it is about is in doubt; the unit cannot mend it and is not told."""
    entry = recorded.entry
    place = what_is_left_out(entry.table) if entry.exclude else f"{entry.sheet}!{entry.cell}"
    return Judged(recorded, finding(
        code, at=CellRef(ADJUSTMENTS), related=(cell,) if cell else (), entry=recorded.name, place=place,
        owner=unit.name if unit else "", **fields))


def _said(raw: Any) -> str:
    return "" if raw is None else shown(raw)

