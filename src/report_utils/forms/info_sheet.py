"""The sheet «Thông tin» of a blank form: whose it is, and what the unit says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.forms import style
from report_utils.forms.heights import fit_row
from report_utils.forms.info import FORM_VERSION, INFO_FIELDS, NATURES, InfoField
from report_utils.vietnamese.dates import format_date

_WIDTH = 60


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


def write_info(sheet: Worksheet, reporting: Reporting, unit: Unit) -> None:
    """Write the sheet; the lines of `INFO_FIELDS` stand from row 3 on."""
    rules = {code: make() for code, make in _RULES.items()}
    write_lines(sheet, f"BIỂU MẪU BÁO CÁO {reporting.period.title.upper()}", INFO_FIELDS, info_values(reporting, unit),
                rules)


def write_lines(sheet: Worksheet, title: str, fields: Sequence[InfoField], values: Mapping[str, Any],
                rules: Mapping[str, DataValidation]) -> None:
    """Write a sheet of labelled lines from row 3 on: `values` and `rules` by field code; open lines are not locked."""
    sheet.cell(1, 1, title).font = style.TITLE
    for row, field in enumerate(fields, start=3):
        sheet.cell(row, 1, field.label).font = style.BOLD
        value = values.get(field.code)
        cell = sheet.cell(row, 2, value)
        fit_row(sheet, row, [(str(value or ""), _WIDTH)])
        cell.font, cell.border, cell.alignment = style.NORMAL, style.BORDER, style.TEXT
        if field.open:
            cell.protection = style.OPEN
        else:
            cell.fill = style.KNOWN_FILL
        rule = rules.get(field.code)
        if rule is not None:
            _validate(sheet, cell.coordinate, field.label, rule)
            if rule.type == "date":
                cell.number_format = style.DATE_FORMAT
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 56, _WIDTH
    sheet.protection.sheet = True


def _validate(sheet: Worksheet, cell: str, label: str, rule: DataValidation) -> None:
    rule.allow_blank, rule.showErrorMessage, rule.showInputMessage = True, True, True
    rule.errorTitle, rule.promptTitle = "Giá trị chưa đúng", label.split(" (", maxsplit=1)[0]
    rule.add(cell)
    sheet.add_data_validation(rule)


def _version() -> DataValidation:
    return DataValidation("whole", operator="greaterThanOrEqual", formula1="1",
                          prompt="Gửi lần đầu ghi 1; mỗi lần gửi lại tăng 1.",
                          error="Phiên bản là số nguyên từ 1 trở lên.")


def day_rule(label: str) -> DataValidation:
    """A line that takes a day."""
    return DataValidation("date", operator="greaterThanOrEqual", formula1="36526",
                          prompt="Ghi ngày/tháng/năm, ví dụ 05/02/2024.",
                          error=f"{label} cần một ngày, ví dụ 05/02/2024.")


def nature_rule() -> DataValidation:
    """The line that says whether the figures are official."""
    return DataValidation("list", formula1=f'"{",".join(NATURES)}"', prompt="Chọn trong danh sách thả xuống.",
                          error="Hãy chọn trong danh sách.")


_RULES: dict[str, Callable[[], DataValidation]] = {
    "version": _version, "sent": lambda: day_rule("Ngày gửi"), "nature": nature_rule,
}
"""What may be typed, by field code; a rule belongs to one sheet, so each form gets its own."""
