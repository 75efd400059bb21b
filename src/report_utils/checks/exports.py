"""X13: two sources of the dossiers of one place must agree: the form of a unit, Biểu 06, the case list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from report_utils.checks.context import Context
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset
from report_utils.intake.exports.counts import CASES, SUMMARY, ExportCounts
from report_utils.intake.exports.windows import COUNTED
from report_utils.vietnamese.numbers import format_integer

_LABELS = {CASES: "danh sách hồ sơ", SUMMARY: "biểu tổng hợp kết xuất"}


@dataclass(frozen=True)
class Sided:
    """A source of counts of one unit: how messages name it, its sheet, and each count with its cell."""

    label: str
    sheet: CellRef
    counts: Mapping[tuple[str, str], tuple[int | None, CellRef]]

    def get(self, field: str, column: str) -> tuple[int | None, CellRef]:
        """A count and its cell; 0 for a field that the source does not have."""
        return self.counts.get((field, column), (0, self.sheet))

    @property
    def fields(self) -> list[str]:
        return list(dict.fromkeys(field for field, _ in self.counts))


def check_exports(context: Context) -> Iterator[Finding]:
    """Every count of every two sources of the same unit, whichever of them counts."""
    exports = context.dataset.exports
    units = dict.fromkeys(unit for export in exports for unit in export.units)
    for unit in (unit for unit in units if not context.dataset.leaves_out(unit, DOSSIERS.code)):
        sides = [*_form(context.dataset, unit),
                 *(_export(export, unit) for export in exports if unit in export.units)]
        for left, right in combinations(sides, 2):
            yield from _differences(context.reporting.agency.units[unit].name, left, right)


def _form(dataset: Dataset, unit: str) -> Iterator[Sided]:
    """What the unit's own form says, when it has one with this table; "không phát sinh" counts as nothing."""
    received = dataset.by_unit.get(unit)
    if received is None or DOSSIERS.code not in set(received.tables) - set(received.exported):
        return
    counts: dict[tuple[str, str], tuple[int | None, CellRef]] = {}
    for record in dataset.records(DOSSIERS.code):
        if record["unit"] == unit and record["field"]:
            for column in COUNTED:
                before = counts.get((record["field"], column), (0, CellRef("")))[0]
                value = None if before is None or record[column] is None else before + int(record[column])
                counts[record["field"], column] = value, dataset.ref(record, column)
    if counts or DOSSIERS.code in received.nil:
        yield Sided("biểu mẫu của đơn vị", CellRef(received.file, DOSSIERS.sheet), counts)


def _export(export: ExportCounts, unit: str) -> Sided:
    counts = {(key[1], column): (columns[column].value, export.ref(*key, column))
              for key, columns in export.counts.items() if key[0] == unit for column in COUNTED}
    return Sided(_LABELS[export.kind], CellRef(export.file, export.sheet), counts)


def _differences(unit: str, left: Sided, right: Sided) -> Iterator[Finding]:
    for field in dict.fromkeys([*left.fields, *right.fields]):
        for column in COUNTED:
            (found, at), (expected, other) = left.get(field, column), right.get(field, column)
            if found is not None and expected is not None and found != expected:
                yield finding("X13", unit=unit, at=at, related=(other,), row=field, left=left.label, right=right.label,
                              column=DOSSIERS.column(column).title, found=format_integer(found),
                              expected=format_integer(expected))
