"""The sheet «Hướng dẫn»: how to fill in the workbook, table by table and column by column."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.reporting import Reporting
from report_utils.forms import style
from report_utils.forms.heights import fit_row
from report_utils.forms.table import Table
from report_utils.forms.wording import KIND_WORDS, duty_words, filling_words
from report_utils.vietnamese.dates import format_date

_WIDTHS = (46, 26, 14, 72)
_HEADINGS = ("Cột", "Kiểu dữ liệu", "Phải điền", "Cách ghi")


def write_guide(sheet: Worksheet, reporting: Reporting, tables: Sequence[Table]) -> None:
    """Write the guide to a workbook with `tables`."""
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _write_line(sheet, "HƯỚNG DẪN ĐIỀN BIỂU MẪU", style.TITLE)
    for line in _general(reporting):
        _write_line(sheet, f"- {line}", style.NORMAL)
    for number, table in enumerate(tables, start=1):
        _write_table(sheet, number, table)
    if any(table.code == "documents" for table in tables):
        _write_prompts(sheet, reporting)
    sheet.protection.sheet = True


def _general(reporting: Reporting) -> list[str]:
    window = reporting.window
    return [
        f"Gửi tệp này về {reporting.agency.profile.short_name} chậm nhất ngày {format_date(reporting.unit_deadline)}.",
        f"Số liệu tính từ ngày {format_date(window.start)} đến hết ngày {format_date(window.cutoff)}.",
        "Chỉ điền vào ô trắng và ô vàng; ô xám đã điền sẵn, ô tổng tự tính.",
        "Ô vàng (nếu có) đã điền theo số liệu kỳ trước đơn vị gửi; sửa nếu chưa đúng.",
        "Không đổi tên sheet, không sửa tiêu đề, không xóa cột. Thiếu dòng thì chèn thêm ngay trên dòng cuối của biểu.",
        "Không có số liệu thì ghi 0, hoặc ghi x vào ô «Không phát sinh» nếu có; để trống là chưa báo cáo.",
        "Gửi lại tệp đã sửa: tăng số phiên bản ở sheet Thông tin và ghi ngày gửi mới.",
    ]


def _write_table(sheet: Worksheet, number: int, table: Table) -> None:
    sheet.append([])
    _write_line(sheet, f"{number}. Biểu «{table.sheet}»: {table.title}", style.BOLD)
    for line in (f"Nguồn: {table.source}." if table.source else "", table.guide):
        if line:
            _write_line(sheet, line, style.NOTE)
    _write_cells(sheet, _HEADINGS, heading=True)
    for column in table.columns:
        _write_cells(sheet, (column.title, KIND_WORDS[column.kind], duty_words(column), filling_words(table, column)))


def _write_prompts(sheet: Worksheet, reporting: Reporting) -> None:
    sheet.append([])
    _write_line(sheet, "Mã mục báo cáo, dùng cho cột «Mục báo cáo»", style.BOLD)
    for prompt in reporting.agency.catalogues.prompts:
        _write_line(sheet, f"{prompt.id} (mục {prompt.section}): {prompt.text}", style.NORMAL)


def _write_line(sheet: Worksheet, text: str, font: Font) -> None:
    """A line over the whole width; Excel does not fit the height of merged cells, so it is set here."""
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
    cell = sheet.cell(row, 1, text)
    cell.font, cell.alignment = font, style.TEXT
    sheet.merged_cells.add(f"A{row}:D{row}")  # merge_cells() is slow: it looks for frames
    fit_row(sheet, row, [(text, sum(_WIDTHS))])


def _write_cells(sheet: Worksheet, texts: Sequence[str], *, heading: bool = False) -> None:
    row = sheet.max_row + 1
    first = sheet.cell(row, 1)
    first.border, first.font, first.alignment = style.BORDER, style.NORMAL, style.TEXT
    if heading:
        first.font, first.fill, first.alignment = style.BOLD, style.HEADER_FILL, style.CENTER
    for index, text in enumerate(texts, start=1):
        style.dress_like(sheet.cell(row, index, text or None), first)
    fit_row(sheet, row, zip(texts, _WIDTHS, strict=True))
