"""The workbook in which a unit sends a data set for publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.reporting import Reporting
from report_utils.forms import style
from report_utils.forms.data_set import ABOUT_FIELDS, ABOUT_SHEET, DATA_SHEET, FIELDS, FOLDER
from report_utils.forms.fill import Value
from report_utils.forms.geometry import Geometry
from report_utils.forms.info import LISTS_SHEET
from report_utils.forms.info_sheet import day_rule, nature_rule, write_lines
from report_utils.forms.lists import closed_lists, write_lists
from report_utils.forms.printing import set_up_printing
from report_utils.forms.sheet import write_table
from report_utils.forms.workbook import to_bytes
from report_utils.vietnamese.dates import format_date

_WIDTH = 22
_DATES = ("first", "updated")

Rows = Sequence[Mapping[str, Value]]


def form_path(entry: OpenDataSet) -> str:
    """Where the workbook of a data set lies in the raw folder of a period."""
    return f"{FOLDER}/{entry.dataset:0>3}.xlsx"


def data_set_form(reporting: Reporting, entry: OpenDataSet, about: Mapping[str, Value] | None = None,
                  fields: Rows = (), rows: Rows = ()) -> bytes:
    """The workbook for `entry` as .xlsx bytes, blank but for what the catalogue knows.

    `about` fills in lines of the first sheet, `fields` rows of the dictionary, `rows` the data by the title of each
    field. Equal arguments give equal bytes.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = reporting.agency.profile.name
    workbook.properties.title = f"Tập dữ liệu mở - {entry.name}"
    _write_about(workbook.create_sheet(ABOUT_SHEET), {**_known(reporting, entry), **(about or {})})
    lists = closed_lists(reporting.agency, [FIELDS])
    geometry = Geometry(FIELDS, max(FIELDS.blank_rows, len(fields)))
    sheet = workbook.create_sheet(FIELDS.sheet)
    write_table(sheet, geometry, f"Tập dữ liệu: {entry.name}.", (), lists.areas(reporting.agency, FIELDS))
    for row, values in enumerate(fields, start=geometry.first_row):
        for code, value in values.items():
            sheet[geometry.cell(code, row)] = value
    _write_data(workbook.create_sheet(DATA_SHEET), [str(field["title"]) for field in fields], rows)
    write_lists(workbook.create_sheet(LISTS_SHEET), lists)
    owner = owner_of(reporting, entry)
    for page in workbook.worksheets:
        set_up_printing(page, owner, entry.name, landscape=page.title != ABOUT_SHEET)
    return to_bytes(workbook, reporting)


def owner_of(reporting: Reporting, entry: OpenDataSet) -> str:
    """Who owns a data set, in the plan's own words where it has any."""
    return entry.plan_owner or ", ".join(reporting.agency.units[code].name for code in entry.owners)


def frequency_of(reporting: Reporting, entry: OpenDataSet) -> str:
    """How often a data set is updated: its own frequency, or that of the whole plan."""
    return entry.frequency or reporting.agency.profile.open_data.frequency


def _known(reporting: Reporting, entry: OpenDataSet) -> dict[str, Value]:
    known: dict[str, Value] = {
        "agency": reporting.agency.code, "dataset": entry.dataset, "name": entry.name,
        "shared_content": entry.shared_content, "theme": entry.theme, "owner": owner_of(reporting, entry),
        "due": format_date(entry.due) if entry.due else "", "frequency": frequency_of(reporting, entry),
        "format": entry.format, "description": entry.description, "first": entry.first_published, "note": entry.note,
    }
    return {code: value for code, value in known.items() if value}


def _write_about(sheet: Worksheet, values: Mapping[str, Value]) -> None:
    rules = {field.code: day_rule(field.label) for field in ABOUT_FIELDS if field.code in _DATES}
    write_lines(sheet, "TẬP DỮ LIỆU MỞ", ABOUT_FIELDS, values, rules | {"nature": nature_rule()})


def _write_data(sheet: Worksheet, titles: Sequence[str], rows: Rows) -> None:
    """The data under their titles; the unit may type anything here, so nothing is locked."""
    for column, title in enumerate(titles, start=1):
        cell = sheet.cell(1, column, title)
        cell.font, cell.fill, cell.border, cell.alignment = style.BOLD, style.HEADER_FILL, style.BORDER, style.CENTER
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
        for row, values in enumerate(rows, start=2):
            value = values.get(title)
            data = sheet.cell(row, column, value)
            if isinstance(value, str):
                data.data_type = "s"  # a text that begins with "=" is none of our formulas
            data.font = style.NORMAL
            if isinstance(value, dt.date):
                data.number_format = style.DATE_FORMAT
    sheet.freeze_panes = "A2"
