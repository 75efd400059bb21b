"""The sheet «Danh mục»: each closed list once, and where the drop-downs find it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.agency import Agency
from report_utils.forms import style
from report_utils.forms.asked import choices_of
from report_utils.forms.info import LISTS_SHEET
from report_utils.forms.table import Column, Kind, Table

Values = tuple[str, ...]


@dataclass(frozen=True)
class ClosedLists:
    """The closed lists of one workbook. `titles` names each list by the columns that use it."""

    titles: Mapping[Values, str]

    def area(self, values: Values) -> str:
        """The range of a list, as a drop-down names it: "'Danh mục'!$A$2:$A$16"."""
        letter = get_column_letter(1 + list(self.titles).index(values))
        return f"'{LISTS_SHEET}'!${letter}$2:${letter}${len(values) + 1}"

    def areas(self, agency: Agency, table: Table) -> dict[str, str]:
        """The range of each drop-down of `table`, by column code."""
        return {column.code: self.area(values) for column, values in _choices(agency, table)}


def closed_lists(agency: Agency, tables: Sequence[Table]) -> ClosedLists:
    """The lists that the drop-downs of `tables` need; equal lists stand there once."""
    titles: dict[Values, str] = {}
    for table in tables:
        for column, values in _choices(agency, table):
            titles.setdefault(values, f"{column.heading[-1]} ({table.sheet})")
    return ClosedLists(titles)


def write_lists(sheet: Worksheet, lists: ClosedLists) -> None:
    """Write the lists side by side, each below its title."""
    for index, (values, title) in enumerate(lists.titles.items(), start=1):
        head = sheet.cell(1, index, title)
        head.font, head.alignment = style.BOLD, style.TEXT
        for row, value in enumerate(values, start=2):
            sheet.cell(row, index, value).font = style.NORMAL
        sheet.column_dimensions[get_column_letter(index)].width = 34
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True


def _choices(agency: Agency, table: Table) -> Iterator[tuple[Column, Values]]:
    for column in table.columns:
        values = choices_of(agency, column) if column.kind is Kind.CHOICE else ()
        if values:
            yield column, values
