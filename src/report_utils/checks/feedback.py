"""What goes back to a unit: one workbook with all that was found in its file, each line with a link to the cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.checks.explanations import can_be_explained
from report_utils.checks.ownership import findings_by_unit
from report_utils.findings import CellRef, Finding, Severity, ordered
from report_utils.forms import style
from report_utils.forms.heights import fit_row
from report_utils.forms.printing import set_up_printing
from report_utils.forms.tables.explanations import EXPLANATIONS
from report_utils.forms.workbook import to_bytes
from report_utils.intake.identifiers import MASK
from report_utils.storage.files import remove_file, save
from report_utils.vietnamese.dates import format_date

SHEET = "Nội dung cần sửa"
HEADER_ROW, EXPLANATIONS_HEADER = 9, 5

_COLUMNS = (("STT", 6), ("Mức", 11), ("Mã", 7), ("Tệp", 22), ("Sheet", 18), ("Ô", 8), ("Nội dung", 46),
            ("Giá trị đã ghi", 16), ("Giá trị cần có", 16), ("Cách sửa", 36))
_CELL_COLUMN = 6
_FOUND = ("Phát hiện cần giải trình", 60)
_FILLS = {Severity.ERROR: style.ERROR_FILL, Severity.WARNING: style.WARNING_FILL}
# What no XML 1.0 file may hold, and half characters (surrogates) that no encoding can write.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_LETTERS = 1000

AnyCell = Cell | MergedCell


def save_feedback(reporting: Reporting, findings: Iterable[Finding], folder: Path) -> list[Path]:
    """Write the feedback of each unit with findings as <unit>.xlsx into `folder`; old feedback there goes away."""
    of_unit = findings_by_unit(reporting, findings)
    for unit in reporting.agency.units:
        remove_file(folder / f"{unit.code}.xlsx")
    written = []
    for unit in (unit for unit in reporting.agency.units if unit.code in of_unit):
        written.append(folder / f"{unit.code}.xlsx")
        save(written[-1], feedback_workbook(reporting, unit, of_unit[unit.code]))
    return written


def feedback_workbook(reporting: Reporting, unit: Unit, findings: Iterable[Finding]) -> bytes:
    """The feedback for `unit` as .xlsx bytes, errors first; equal findings give equal bytes.

    What may be explained stands on a second sheet as well, in the columns of the sheet «Giải trình» of the form.
    """
    listed = ordered(findings)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = reporting.agency.profile.name
    workbook.properties.title = f"Nội dung cần sửa - {unit.name} - {reporting.period.title}"
    sheet = workbook.create_sheet(SHEET)
    _write_head(sheet, reporting, unit, listed)
    for number, found in enumerate(listed, start=1):
        _write_finding(sheet, HEADER_ROW + number, number, found)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:J{HEADER_ROW + len(listed)}"
    open_ones = list(filter(can_be_explained, listed))
    if open_ones:
        _write_explanations(workbook.create_sheet(EXPLANATIONS.sheet), open_ones)
    for page in workbook.worksheets:
        titles = HEADER_ROW if page is sheet else EXPLANATIONS_HEADER
        set_up_printing(page, unit.name, f"Báo cáo {reporting.period.title}", titles=f"{titles}:{titles}")
    return to_bytes(workbook, reporting)


def _write_explanations(sheet: Worksheet, findings: Sequence[Finding]) -> None:
    """A row for each finding that may be explained, ready to be copied: the unit adds why, and the document."""
    columns = (*((column.title, column.width) for column in EXPLANATIONS.columns), _FOUND)
    lines = (("GIẢI TRÌNH SỐ LIỆU ĐÚNG MÀ VẪN BỊ NÊU", style.TITLE),
             (f"Chép từng dòng vào sheet «{EXPLANATIONS.sheet}» của tệp số liệu, ghi lý do, gửi lại tệp.", style.NOTE),
             (f"Cột «{_FOUND[0]}» chỉ để xem, không chép.", style.NOTE))
    for row, (text, font) in enumerate(lines, start=1):
        sheet.cell(row, 1, text).font = font
    _write_headings(sheet, EXPLANATIONS_HEADER, columns)
    for row, found in enumerate(findings, start=EXPLANATIONS_HEADER + 1):
        texts = (found.code, found.sheet, found.cell, "", "", found.message)
        for index, text in enumerate(texts, start=1):
            _write_cell(sheet.cell(row, index), text)
        fit_row(sheet, row, ((text[:_MOST_LETTERS], width) for text, (_, width) in zip(texts, columns, strict=True)))


def _write_head(sheet: Worksheet, reporting: Reporting, unit: Unit, findings: Sequence[Finding]) -> None:
    counts = Counter(found.severity for found in findings)
    summary = ", ".join(f"{counts[severity]} {severity.value}" for severity in Severity)
    lines = (
        ("NỘI DUNG CẦN KIỂM TRA, SỬA LẠI TRONG TỆP SỐ LIỆU", style.TITLE),
        (f"Đơn vị: {unit.name}. Kỳ báo cáo: {reporting.period.title}.", style.BOLD),
        (f"Gửi lại tệp đã sửa chậm nhất ngày {format_date(reporting.resend_deadline)}.", style.BOLD),
        (f"Tổng hợp: {summary}. Lỗi phải sửa; cảnh báo cần xem lại.", style.NORMAL),
        ("Sửa trên tệp đã gửi, tăng số phiên bản, ghi ngày gửi mới ở sheet Thông tin, rồi gửi lại cả tệp.", style.NOTE),
        ("Để bấm vào cột «Ô» mở đúng ô cần sửa, đặt tệp này cùng thư mục với tệp đã gửi.", style.NOTE),
        (_how_to_explain(findings), style.NOTE),
    )
    for row, (text, font) in enumerate(lines, start=1):
        sheet.cell(row, 1, text or None).font = font
    _write_headings(sheet, HEADER_ROW, _COLUMNS)


def _how_to_explain(findings: Iterable[Finding]) -> str:
    """What to do about figures that are right, with the codes of the findings that may be explained; "" without any."""
    codes = dict.fromkeys(found.code for found in findings if can_be_explained(found))
    return "" if not codes else (
        f"Mã {', '.join(codes)}: nếu số liệu đúng thì không sửa mà ghi lý do vào sheet «{EXPLANATIONS.sheet}» của tệp "
        f"số liệu; các dòng ở sheet «{EXPLANATIONS.sheet}» của tệp này có sẵn để chép.")


def _write_headings(sheet: Worksheet, row: int, columns: Sequence[tuple[str, int]]) -> None:
    for index, (heading, width) in enumerate(columns, start=1):
        cell = sheet.cell(row, index, heading)
        cell.font, cell.fill, cell.border, cell.alignment = style.BOLD, style.HEADER_FILL, style.BORDER, style.CENTER
        sheet.column_dimensions[cell.column_letter].width = width
    fit_row(sheet, row, columns)


def _write_cell(cell: AnyCell, text: str) -> None:
    write_text(cell, text)
    cell.font, cell.border, cell.alignment = style.NORMAL, style.BORDER, style.TEXT


def _write_finding(sheet: Worksheet, row: int, number: int, found: Finding) -> None:
    texts = (str(number), found.severity.value.capitalize(), found.code, found.file, found.sheet, found.cell,
             _message(found), found.found, found.expected, found.mend)
    for index, text in enumerate(texts, start=1):
        cell = sheet.cell(row, index)
        _write_cell(cell, text)
        if found.severity in _FILLS:
            cell.fill = _FILLS[found.severity]
    sheet.cell(row, 1).value = number
    if found.file and MASK not in found.file:
        _link(sheet.cell(row, _CELL_COLUMN), CellRef(found.file, found.sheet, found.cell))
    fit_row(sheet, row, ((text[:_MOST_LETTERS], width) for text, (_, width) in zip(texts, _COLUMNS, strict=True)))


def _message(found: Finding) -> str:
    """What is wrong, and the other cells of the same file that it is about."""
    others = dict.fromkeys(ref.cell for ref in found.related if ref.file == found.file and ref.cell)
    return f"{found.message}\nCác ô liên quan: {', '.join(others)}." if others else found.message


def write_text(cell: AnyCell, text: str) -> None:
    """Put words into a cell so that they stay words, whatever they begin with: "=", "+", "-", "@" or "#REF!"."""
    cell.value = _FORBIDDEN.sub("", text)[:_MOST_LETTERS] or None
    if cell.value is not None:
        cell.data_type, cell.quotePrefix = "s", True


def _link(cell: AnyCell, place: CellRef) -> None:
    """Let a click on `cell` open the unit's file, lying in the same folder, at the place of the finding."""
    # After a "#" in the name of a sheet no program finds the cell: such a link opens the file only.
    is_named = place.sheet and "#" not in place.sheet and MASK not in place.sheet
    where = "'{}'!{}".format(place.sheet.replace("'", "''"), place.cell or "A1") if is_named else None
    if cell.value is None:
        write_text(cell, "Mở tệp")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=quote(place.file), location=where)
    cell.font = style.LINK
