"""Biểu 06 by field, as another system exports it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import Any

import numpy as np

from report_utils.agency.reporting import Reporting
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.table import Kind
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.book import RawValue
from report_utils.intake.exports import privacy
from report_utils.intake.exports.counts import SUMMARY, Count, ExportCounts, Key
from report_utils.intake.exports.header import Header
from report_utils.intake.exports.mapping import SummaryMapping
from report_utils.intake.exports.naming import name_pattern
from report_utils.intake.ledger import Ledger
from report_utils.intake.looks import odd_look
from report_utils.intake.reading import Reading
from report_utils.intake.values import is_blank, read_value, shown
from report_utils.vietnamese.text import fold

_ENUMERATOR = re.compile(r"^(?:[ivx]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)]\s*|(?:[ivx]{2,}|\d+)\s*[\-/]\s*")
_MOST_DOSSIERS = 10**7
"""More is no count: a telephone or identity number in a wrong column, which must not be stored."""

_PLACE_AND_DAY = re.compile(r"\D*\bngày\D*[\d.…]*[ /.-].{0,30}")
_AFTER_A_NAME = re.compile(r"\s*(?:\([^()]*\)|[:.])\s*$")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})(?:\.0)?\)?(?:\s*=.*)?")
_COLUMN_LETTER = re.compile(r"\(?[A-Za-z]\)?")
_FEWEST_COLUMN_NUMBERS = 3


@dataclass
class Summary:
    """One sheet of Biểu 06 while it is read."""

    reporting: Reporting
    mapping: SummaryMapping
    header: Header
    unit: str
    file: str
    counts: dict[Key, dict[str, Count]] = field(default_factory=dict)
    totals: list[tuple[int, Mapping[str, int | None]]] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def fields(self) -> dict[str, str]:
        """The fields of the catalogue by every folded name that they have."""
        own = {fold(name): name for name in self.reporting.agency.catalogues.fields}
        return own | {fold(other): name for name, others in self.mapping.values.field.items() for other in others}

    def field(self, raw: RawValue) -> str:
        """Our name of a field, with or without its number on the sheet; "" when it is unknown."""
        name = fold(str(raw))
        return self.fields.get(name) or self.fields.get(_bare(name)) or ""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return privacy.trade_words(self.fields)

    @property
    def unit_name(self) -> str:
        return self.reporting.agency.units[self.unit].name

    def ref(self, column: str, row: int) -> CellRef:
        return CellRef(self.file, self.header.grid.sheet, f"{self.header.letter(column)}{row}")

    def report(self, code: str, column: str, row: int, found: str, **fields: Any) -> None:
        """Note what is wrong with a cell."""
        title = DOSSIERS.column(column).title
        self.findings.append(finding(code, unit=self.unit_name, at=self.ref(column, row), found=found, column=title,
                                     **fields))


def count_summary(summary: Summary) -> ExportCounts:
    """The counts that stand on the sheet; what is wrong goes to `summary.findings`."""
    summary.header = _with_names(summary)
    header, grid = summary.header, summary.header.grid
    summary.ledger = Ledger(len(grid.rows), headings=header.first_row)
    for number, row in enumerate(grid.rows[header.first_row :], start=header.first_row + 1):
        _read_row(summary, row, number)
    return ExportCounts(
        kind=SUMMARY, name=summary.mapping.name, file=summary.file, sheet=grid.sheet, units=(summary.unit,),
        letters={column: header.letter(column) for column in header.columns}, counts=summary.counts,
        totals=tuple(summary.totals), data=(header.first_row, max(len(grid.rows), header.first_row)),
        ledger=summary.ledger,
    )


def _with_names(summary: Summary) -> Header:
    """The header; with the fields one column further right where their heading is merged over numbers and names."""
    header = summary.header
    named, beside = header.columns["field"], header.columns["field"] + 1
    if beside in header.columns.values():
        return header
    own, other = (sum(len(row) > column and bool(summary.field(row[column]))
                      for row in header.grid.rows[header.first_row :]) for column in (named, beside))
    return replace(header, columns={**header.columns, "field": beside}) if other > own else header


def _read_row(summary: Summary, row: Sequence[RawValue], number: int) -> None:
    cells = {column: row[i] if i < len(row) else "" for column, i in summary.header.columns.items()}
    # a total is often written into a merged cell, left of the column of fields
    name = fold(str(cells["field"])) or next((fold(v) for v in row if isinstance(v, str) and v.strip()), "")
    numbers = {column: raw for column, raw in cells.items() if column != "field"}
    in_order = {column: cells[column] for column in sorted(cells, key=summary.header.columns.__getitem__)}
    passed_over = _is_number_row(in_order) or _one_of(name, summary.mapping.level_rows)
    if passed_over or _says_nothing(summary, cells["field"], numbers):
        summary.ledger.silent += 1
    elif _one_of(name, summary.mapping.total_rows):
        summary.ledger.totals += 1
        summary.totals.append((number, {c: _stored(raw) for c, raw in numbers.items()}))
    else:
        _read_field(summary, number, cells["field"], numbers)


def _says_nothing(summary: Summary, raw: RawValue, numbers: Mapping[str, RawValue]) -> bool:
    """Whether a row is no data: blank, a heading without numbers, the day or the name of a signature."""
    said = [str(value).strip() for value in (raw, *numbers.values()) if not is_blank(value)]
    is_signed = any(map(_PLACE_AND_DAY.fullmatch, map(fold, said))) and not summary.field(raw)
    if is_signed and not any(text[0].isdigit() for text in said):
        return True
    if is_blank(raw):
        return not any(character.isdigit() for value in numbers.values() for character in str(value))
    return all(map(is_blank, numbers.values())) and not summary.field(raw)


def _read_field(summary: Summary, number: int, raw: RawValue, numbers: Mapping[str, RawValue]) -> None:
    name = summary.field(raw)
    key = summary.unit, name
    look = _look(summary, "field", number, raw)
    if look:
        summary.report(look.code, "field", number, privacy.shown_word(raw, summary.vocabulary), reason=look.reason)
        summary.ledger.refused += 1
        return
    if not name or key in summary.counts:
        quoted = name or privacy.shown_word(raw, summary.vocabulary)
        summary.report("B04" if name else "X07", "field", number, quoted, count=1, table=summary.mapping.name)
        summary.ledger.refused += 1
        return
    read = partial(_count, summary, number)
    summary.counts[key] = {column: read(column, cell) for column, cell in numbers.items()}
    summary.ledger.used += 1


def _count(summary: Summary, number: int, column: str, raw: RawValue) -> Count:
    if is_blank(raw) and summary.mapping.blank_is_zero:
        raw = 0
    reading = _look(summary, column, number, raw) or read_value(raw, Kind.COUNT)
    if summary.ref(column, number).cell in summary.header.grid.unstored:
        reading = Reading(code="O08")
    if isinstance(reading.value, int) and reading.value >= _MOST_DOSSIERS:
        reading = Reading(code="O03", reason=" Lý do: lớn bất thường đối với một số đếm hồ sơ.")
    code = reading.code or ("O01" if reading.value is None and not DOSSIERS.column(column).derived else "")
    if code:
        summary.report(code, column, number, privacy.shown_count(shown(raw)), reason=reading.reason,
                       expected=reading.expected if reading.value is None else reading.value)
    value = reading.value if isinstance(reading.value, int) else None
    return Count(value, np.array([number], np.int32), summary.header.letter(column))


def _look(summary: Summary, column: str, number: int, raw: RawValue) -> Reading | None:
    """What is odd about the looks of a cell, if anything."""
    grid, cell = summary.header.grid, summary.ref(column, number).cell
    return odd_look(raw, grid.units.get(cell, ""), grid.marked.get(cell, ""), is_number=column != "field")


def _stored(raw: RawValue) -> int | None:
    value = read_value(raw, Kind.COUNT).value
    return value if isinstance(value, int) else None


def _is_number_row(cells: Mapping[str, RawValue]) -> bool:
    """Whether a row holds the numbers of the columns: they rise. A total at the left is at least as large as its
    parts, so numbers of dossiers do not.
    """
    texts = [text for raw in cells.values() if (text := str(raw).strip()) and not _COLUMN_LETTER.fullmatch(text)]
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(found) >= _FEWEST_COLUMN_NUMBERS and all(a < b for a, b in pairwise(numbers))


def _one_of(name: str, patterns: Sequence[str]) -> bool:
    spellings = (name, _bare(name), _AFTER_A_NAME.sub("", name))
    return any(name_pattern(pattern).fullmatch(text) for pattern in patterns for text in spellings)


def _bare(name: str) -> str:
    """A folded name without its number or letter: "a. cấp tỉnh" gives "cấp tỉnh"."""
    return _ENUMERATOR.sub("", name, count=1)
