"""The workbook of one unit: sheet «Thông tin», one sheet a table, sheets «Danh mục» and «Hướng dẫn»."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.agency import Reporting
from report_utils.agency.units import Unit
from report_utils.forms import style
from report_utils.forms.asked import choices_of, known_rows, tables_of
from report_utils.forms.geometry import Geometry
from report_utils.forms.info import (
    FORM_VERSION,
    GUIDE_SHEET,
    INFO_FIELDS,
    INFO_SHEET,
    LISTS_SHEET,
    NATURES,
)
from report_utils.forms.sheet import write_table
from report_utils.forms.table import Kind, Rows, Table
from report_utils.opc import repack
from report_utils.vietnamese.dates import format_date

Geometries = dict[str, Geometry]
"""Where each table of a workbook stands, by table code."""


def form_name(reporting: Reporting, unit: Unit) -> str:
    """The file name of a unit's workbook."""
    return f"{unit.code}_{reporting.period}.xlsx"


def blank_form(reporting: Reporting, unit: Unit) -> bytes:
    """The blank workbook of `unit` as .xlsx bytes; equal settings give equal bytes."""
    return to_bytes(build_form(reporting, unit)[0], reporting)


def to_bytes(workbook: Workbook, reporting: Reporting) -> bytes:
    """The workbook as bytes that hold no clock; its dates are the period's."""
    buffer = BytesIO()
    workbook.save(buffer)
    return repack(buffer.getvalue(), reporting.window.end)


def build_form(reporting: Reporting, unit: Unit, rows: Mapping[str, int] | None = None) -> tuple[Workbook, Geometries]:
    """The workbook of `unit` and where its tables stand; `rows` asks for at least so many rows in an open table."""
    tables = tables_of(reporting, unit)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = reporting.agency.profile.name
    workbook.properties.title = f"Biểu mẫu báo cáo {reporting.period.title} - {unit.name}"
    _write_info(workbook.create_sheet(INFO_SHEET), reporting, unit)
    lists = _lists(reporting, tables)
    subtitle = f"Đơn vị: {unit.name}. Kỳ báo cáo: {reporting.period.title}."
    geometries = {}
    for table in tables:
        known = known_rows(reporting.agency, table, unit)
        wanted = max(table.blank_rows, (rows or {}).get(table.code, 0))
        geometry = Geometry(table, len(known) if table.rows is Rows.KNOWN else wanted)
        ranges = {c.code: lists[choices_of(reporting.agency, c)] for c in table.columns if c.kind is Kind.CHOICE}
        write_table(workbook.create_sheet(table.sheet), geometry, subtitle, known, ranges)
        geometries[table.code] = geometry
    _write_lists(workbook.create_sheet(LISTS_SHEET), lists)
    _write_guide(workbook.create_sheet(GUIDE_SHEET), reporting, tables)
    return workbook, geometries


def info_values(reporting: Reporting, unit: Unit) -> dict[str, str]:
    """What the form itself knows of the sheet «Thông tin», by field code."""
    window = reporting.window
    return {
        "unit_name": unit.name,
        "unit": unit.code,
        "period_title": reporting.period.title,
        "agency": reporting.agency.code,
        "period": str(reporting.period),
        "window": f"từ ngày {format_date(window.start)} đến hết ngày {format_date(window.cutoff)}",
        "deadline": format_date(reporting.unit_deadline),
        "form_version": FORM_VERSION,
    }


def _write_info(sheet: Worksheet, reporting: Reporting, unit: Unit) -> None:
    sheet.cell(1, 1, f"BIỂU MẪU BÁO CÁO {reporting.period.title.upper()}").font = style.TITLE
    known = info_values(reporting, unit)
    for row, field in enumerate(INFO_FIELDS, start=3):
        sheet.cell(row, 1, field.label).font = style.BOLD
        cell = sheet.cell(row, 2, known.get(field.code))
        cell.font, cell.border, cell.alignment = style.NORMAL, style.BORDER, style.TEXT
        if field.open:
            cell.protection = style.OPEN
        if field.code == "sent":
            cell.number_format = style.DATE_FORMAT
        if field.code == "nature":
            rule = DataValidation("list", formula1=f'"{",".join(NATURES)}"', error="Chọn trong danh sách.")
            rule.add(cell.coordinate)
            sheet.add_data_validation(rule)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 56, 60
    sheet.protection.sheet = True


def _lists(reporting: Reporting, tables: list[Table]) -> dict[tuple[str, ...], str]:
    """The closed lists of the tables: the values, and the range where they stand. Equal lists stand once."""
    columns = (column for table in tables for column in table.columns if column.kind is Kind.CHOICE)
    found = dict.fromkeys(choices_of(reporting.agency, column) for column in columns)
    letters = map(get_column_letter, range(1, len(found) + 1))
    return {values: f"'{LISTS_SHEET}'!${letter}$2:${letter}${len(values) + 1}"
            for values, letter in zip(found, letters, strict=True)}


def _write_lists(sheet: Worksheet, lists: dict[tuple[str, ...], str]) -> None:
    for index, values in enumerate(lists, start=1):
        sheet.cell(1, index, f"Danh mục {index}").font = style.BOLD
        for row, value in enumerate(values, start=2):
            sheet.cell(row, index, value)
        sheet.column_dimensions[get_column_letter(index)].width = 30
    sheet.protection.sheet = True


def _write_guide(sheet: Worksheet, reporting: Reporting, tables: list[Table]) -> None:
    """How to fill in the workbook, and what the codes of the outline mean."""
    lines = [
        f"Gửi tệp này về {reporting.agency.profile.short_name} trước hết ngày {format_date(reporting.unit_deadline)}.",
        "Chỉ điền vào ô trắng; không đổi tên sheet, không sửa tiêu đề. Ô xám đã điền sẵn hoặc tự tính.",
        "Không có số liệu thì ghi 0, hoặc ghi x vào ô «Không phát sinh» nếu có; để trống là chưa báo cáo.",
        *(f"{table.sheet}: {table.guide}" for table in tables if table.guide),
    ]
    sheet.cell(1, 1, "HƯỚNG DẪN").font = style.TITLE
    for row, line in enumerate(lines, start=3):
        sheet.cell(row, 1, line).alignment = style.TEXT
    if any(table.code == "documents" for table in tables):
        _write_prompts(sheet, reporting, len(lines) + 5)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 110, 14
    sheet.protection.sheet = True


def _write_prompts(sheet: Worksheet, reporting: Reporting, top: int) -> None:
    sheet.cell(top - 1, 1, "Mã mục báo cáo (dùng cho cột «Mục báo cáo»)").font = style.BOLD
    for row, prompt in enumerate(reporting.agency.catalogues.prompts, start=top):
        sheet.cell(row, 1, f"{prompt.id} (mục {prompt.section}): {prompt.text}").alignment = style.TEXT
