"""The workbook of one unit: sheets «Thông tin» and «Hướng dẫn», one sheet a table, sheet «Danh mục»."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import CarriedRows, known_rows, tables_of
from report_utils.forms.geometry import Geometry
from report_utils.forms.guide import write_guide
from report_utils.forms.info import GUIDE_SHEET, INFO_SHEET, LISTS_SHEET
from report_utils.forms.info_sheet import write_info
from report_utils.forms.lists import closed_lists, write_lists
from report_utils.forms.printing import set_up_printing
from report_utils.forms.sheet import write_table
from report_utils.forms.table import Rows
from report_utils.opc import pack, repack, unpack

Geometries = dict[str, Geometry]
"""Where each table of a workbook stands, by table code."""

_SHEETS, _FIXED_HEIGHT = "xl/worksheets/sheet", b' customHeight="1"'


def blank_form(reporting: Reporting, unit: Unit, carried: CarriedRows | None = None) -> bytes:
    """The blank workbook of `unit` as .xlsx bytes; equal arguments give equal bytes.

    `carried` are the rows, by table code, that the unit's figures of the period before fill in beforehand.
    """
    return to_bytes(build_form(reporting, unit, carried=carried)[0], reporting)


def to_bytes(workbook: Workbook, reporting: Reporting) -> bytes:
    """The workbook as bytes that hold no clock; its dates are the period's.

    Heights of rows are a beginning only: openpyxl fixes each, so that a row could not grow with what is typed.
    """
    buffer = BytesIO()
    workbook.save(buffer)
    parts = unpack(buffer.getvalue())
    sheets = {name: part.replace(_FIXED_HEIGHT, b"") for name, part in parts.items() if name.startswith(_SHEETS)}
    return repack(pack({**parts, **sheets}), reporting.window.end)


def build_form(reporting: Reporting, unit: Unit, rows: Mapping[str, int] | None = None,
               carried: CarriedRows | None = None) -> tuple[Workbook, Geometries]:
    """The workbook of `unit` and where its tables stand; `rows` asks for at least so many rows in an open table.

    `carried` are rows filled in beforehand, by table code.
    """
    tables = tables_of(reporting, unit)
    workbook = _empty_workbook(reporting, unit)
    lists = closed_lists(reporting.agency, tables)
    write_info(workbook.create_sheet(INFO_SHEET), reporting, unit)
    write_guide(workbook.create_sheet(GUIDE_SHEET), reporting, tables)
    geometries = {}
    for table in tables:
        known, opening = known_rows(reporting.agency, table, unit), (carried or {}).get(table.code, ())
        wanted = max(table.blank_rows, (rows or {}).get(table.code, 0), len(opening))
        geometry = Geometry(table, len(known) if table.rows is Rows.KNOWN else wanted)
        write_table(workbook.create_sheet(table.sheet), geometry, _subtitle(reporting, unit), known,
                    lists.areas(reporting.agency, table), opening)
        geometries[table.code] = geometry
    write_lists(workbook.create_sheet(LISTS_SHEET), lists)
    _set_up_printing(workbook, reporting, unit, geometries)
    return workbook, geometries


def _empty_workbook(reporting: Reporting, unit: Unit) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = reporting.agency.profile.name
    workbook.properties.title = f"Biểu mẫu báo cáo {reporting.period.title} - {unit.name}"
    return workbook


def _subtitle(reporting: Reporting, unit: Unit) -> str:
    return f"Đơn vị: {unit.name}. Kỳ báo cáo: {reporting.period.title}."


def _set_up_printing(workbook: Workbook, reporting: Reporting, unit: Unit, geometries: Geometries) -> None:
    """Tables across the page with their header repeated; the first sheet upright."""
    titles = {geometry.table.sheet: geometry.title_rows for geometry in geometries.values()}
    for sheet in workbook.worksheets:
        set_up_printing(sheet, unit.name, f"Báo cáo {reporting.period.title}", landscape=sheet.title != INFO_SHEET,
                        titles=titles.get(sheet.title, ""))
