"""What may be typed into the columns of a form: drop-downs, number and date rules, with messages that say so."""

from __future__ import annotations

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.forms.geometry import Geometry
from report_utils.forms.table import Column, Kind
from report_utils.forms.wording import LONGEST_ERROR, LONGEST_PROMPT, LONGEST_TITLE, typing_words
from report_utils.vietnamese.text import shortened


def validate(sheet: Worksheet, geometry: Geometry, column: Column, listed: str) -> None:
    """Put the rule of a column on its cells; `listed` is the range of its closed list."""
    if column.known or column.derived:
        return
    rule = validation_of(column, listed)
    if rule is None:
        return
    rule.allow_blank, rule.errorTitle, rule.showErrorMessage = True, "Giá trị chưa đúng", True
    rule.error = shortened(rule.error or "", LONGEST_ERROR)
    rule.promptTitle, rule.showInputMessage = shortened(column.heading[-1], LONGEST_TITLE), True
    rule.prompt = shortened(typing_words(column), LONGEST_PROMPT)
    rule.add(f"{geometry.cell(column.code, geometry.first_row)}:{geometry.cell(column.code, geometry.last_row)}")
    sheet.add_data_validation(rule)


def validation_of(column: Column, listed: str) -> DataValidation | None:
    """The rule of Excel for a column, or None when any text may be typed."""
    match column.kind:
        case Kind.COUNT:
            return DataValidation("whole", formula1="0", operator="greaterThanOrEqual",
                                  error=f"Cột «{column.title}» cần số nguyên từ 0 trở lên.")
        case Kind.DECIMAL:
            return DataValidation("decimal", formula1="0", operator="greaterThanOrEqual",
                                  error=f"Cột «{column.title}» cần một số từ 0 trở lên.")
        case Kind.DATE:
            return DataValidation("date", formula1="36526", operator="greaterThanOrEqual",
                                  error=f"Cột «{column.title}» cần một ngày, ví dụ 05/02/2024.")
        case Kind.CHOICE:
            return DataValidation("list", formula1=listed, error=f"Hãy chọn cột «{column.title}» trong danh sách.")
        case Kind.MARK:
            return DataValidation("list", formula1='"x"', error="Ghi x hoặc để trống.")
        case _:
            return None
