"""The workbook of a unit as a data set: the lines about it, then the typed values of the fields of its dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.findings import errors as errors_of
from report_utils.forms.data_set import ABOUT_FIELDS, ABOUT_SHEET, DATA_SHEET
from report_utils.forms.data_set_form import frequency_of, owner_of
from report_utils.forms.info import ILLUSTRATIVE, NATURES
from report_utils.forms.table import Table
from report_utils.intake.book import Book, Grid, column_letter
from report_utils.intake.labelled import Labelled, labels_of, read_labelled
from report_utils.intake.lines import Lines
from report_utils.intake.preflight.limits import DEFAULT_LIMITS
from report_utils.intake.read_lines import read_lines
from report_utils.intake.sheets import sheet_named
from report_utils.intake.values import is_blank, shown
from report_utils.publish.data_set import About, DataSet, Field, FieldType, Values
from report_utils.publish.dictionary import BLANK_TABLE, columns_of, read_dictionary
from report_utils.vietnamese.text import fold

_LABELS = labels_of(ABOUT_FIELDS)
_TITLES = {line.code: line.label.partition(" (")[0] for line in ABOUT_FIELDS}


@dataclass
class Sending:
    """A workbook that a unit sent: which data set of the plan it is for, the data, what is wrong.

    `sheet` is where the data stand, `letters` are the columns of the fields there, by field name, `cells` those of
    the lines about the data set, by code.
    """

    file: str
    entry: OpenDataSet | None = None
    unit: Unit | None = None
    data: DataSet | None = None
    sheet: str = DATA_SHEET
    letters: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        """Whether nothing keeps it from being published."""
        return self.data is not None and not any(errors_of(self.findings))

    def tell(self, code: str, sheet: str = "", cell: str = "", **fields: object) -> None:
        """Add a finding about the workbook."""
        self.findings.append(finding(code, unit=self.unit.name if self.unit else "",
                                     at=CellRef(self.file, sheet, cell), **fields))  # type: ignore[arg-type]


def read_sending(reporting: Reporting, book: Book) -> Sending:
    """What a workbook sends. Never raises for what the unit typed: that becomes findings."""
    sending = Sending(book.file)
    about = read_labelled(sheet_named(book.grids, ABOUT_SHEET), book.file, ABOUT_SHEET, _LABELS)
    sending.entry, sending.cells = _entry(reporting, about), about.cells
    if sending.entry is None:
        sending.tell("P01", about.sheet, about.cells.get("dataset", ""), found=about.shown("dataset"))
        return sending
    sending.unit = reporting.agency.units[sending.entry.owners[0]]
    sending.findings += (notice.finding(book.file, sending.unit.name) for notice in book.notices)
    described = _described(reporting, sending, sending.entry, about)
    fields = read_dictionary(reporting.agency, sending.unit, book, sending.findings)
    grid = sheet_named(book.grids, DATA_SHEET)
    if grid is None:
        sending.tell("P05", expected=DATA_SHEET)
    elif fields:
        columns = _columns(reporting, sending, sending.unit, fields, grid, epoch_1904=book.epoch_1904)
        if described and columns:
            sending.data = DataSet(described, tuple(fields), columns)
    return sending


def _entry(reporting: Reporting, about: Labelled) -> OpenDataSet | None:
    wanted = about.text("dataset").lstrip("0")
    return next((entry for entry in reporting.agency.catalogues.open_data if entry.dataset.lstrip("0") == wanted), None)


def _described(reporting: Reporting, sending: Sending, entry: OpenDataSet, about: Labelled) -> About | None:
    """What is to be said of the data set; None, with a finding, without the day of the data."""
    updated = about.day("updated")
    for code, expected in (("agency", reporting.agency.code), ("name", entry.name)):
        if fold(about.text(code)) != fold(expected):
            sending.tell("P02", about.sheet, about.cells.get(code, ""), what=_TITLES[code], found=about.shown(code),
                         expected=expected)
    for code in _lacking(about):
        reason = f"ghi «{about.shown(code)}», không đọc được" if about.shown(code) else "để trống"
        sending.tell("P04", about.sheet, about.cells.get(code, ""), column=_TITLES[code], reason=reason,
                     found=about.shown(code))
    return About(
        number=entry.dataset, name=entry.name, description=about.text("description") or entry.shared_content,
        owner=owner_of(reporting, entry), frequency=frequency_of(reporting, entry), updated=updated, theme=entry.theme,
        first=about.day("first"), source=about.text("source"), note=about.text("note"),
        is_illustrative=about.choice("nature", NATURES) == ILLUSTRATIVE,
    ) if updated else None


def _lacking(about: Labelled) -> Iterator[str]:
    """The lines without which, or in an unreadable state of which, nothing is published."""
    if about.day("updated") is None:
        yield "updated"
    if about.text("first") and about.day("first") is None:
        yield "first"
    if not about.text("source"):
        yield "source"
    if not about.choice("nature", NATURES):
        yield "nature"


def _columns(reporting: Reporting, sending: Sending, unit: Unit, fields: Sequence[Field], grid: Grid, *,
             epoch_1904: bool) -> tuple[Values, ...]:
    """The typed values of the fields; nothing, with a finding, when there is no row."""
    table = Table(code="data_set", sheet=DATA_SHEET, title="Dữ liệu", columns=columns_of(fields), nil=False,
                  most_rows=DEFAULT_LIMITS.rows, unique=tuple(one.name for one in fields if one.is_key))
    lines = read_lines(reporting.agency, unit, table, grid, sending.file, epoch_1904=epoch_1904)
    sending.sheet, sending.letters = grid.sheet, dict(lines.letters)
    sending.findings += (found for found in lines.findings if found.code != BLANK_TABLE)
    for cell, title in _strangers(lines, grid):
        sending.tell("P06", grid.sheet, cell, found=title)
    if lines.letters and not lines.rows:
        sending.tell("P10", grid.sheet)
    return tuple(_values(one, lines.columns[one.name]) for one in fields) if lines.rows else ()


def _strangers(lines: Lines, grid: Grid) -> Iterator[tuple[str, str]]:
    """The headings on the sheet that the dictionary does not have: cell and text."""
    known = set(lines.letters.values())
    row = lines.ledger.headings - 1
    for column, value in enumerate(grid.rows[row] if lines.letters else ()):
        if not is_blank(value) and column_letter(column) not in known:
            yield grid.name(row, column), shown(value)


def _values(one: Field, values: Values) -> Values:
    """The values of a field; a mark is there or not."""
    return [value is True for value in values] if one.type is FieldType.BOOLEAN else values
