"""What a column asks for, in words: the same in the form's prompts, its guide and the data dictionary."""

from __future__ import annotations

from report_utils.forms.table import ChoiceSource, Column, Kind, Table

KIND_WORDS = {
    Kind.TEXT: "Chữ",
    Kind.CODE: "Mã, ghi đúng từng ký tự",
    Kind.COUNT: "Số nguyên từ 0 trở lên",
    Kind.DECIMAL: "Số từ 0 trở lên",
    Kind.DATE: "Ngày",
    Kind.CHOICE: "Chọn trong danh sách",
    Kind.MARK: "Dấu x",
}

_TYPING = {
    Kind.COUNT: "Ghi số nguyên, không ghi kèm chữ.",
    Kind.DECIMAL: "Ghi số, dấu phẩy cho phần thập phân, không ghi kèm chữ.",
    Kind.DATE: "Ghi ngày/tháng/năm, ví dụ 05/02/2024.",
    Kind.CHOICE: "Chọn một giá trị trong danh sách thả xuống.",
    Kind.MARK: "Ghi x nếu có, để trống nếu không.",
}

_SOURCES = {
    ChoiceSource.FIELDS: "Danh mục lĩnh vực của cơ quan (fields.csv)",
    ChoiceSource.PROMPTS: "Mã mục của đề cương báo cáo (outline.csv)",
}

# Excel cuts no text: it calls the whole workbook damaged when one of these is longer.
LONGEST_TITLE, LONGEST_PROMPT, LONGEST_ERROR = 32, 255, 225


def duty_words(column: Column) -> str:
    """Who fills the column in, and whether it must be filled in."""
    if column.known:
        return "Đã điền sẵn"
    if column.derived:
        return "Tự tính"
    return "Bắt buộc" if column.required else "Nếu có"


def sum_words(table: Table, column: Column) -> str:
    """The formula of a derived column in words: "Trực tuyến + Trực tiếp và bưu chính + Tồn kỳ trước"; "" for others."""
    terms = "".join(f" {'-' if sign < 0 else '+'} {table.column(code).heading[-1]}" for sign, code in column.parts)
    return terms.removeprefix(" + ")


def choice_words(column: Column) -> str:
    """The closed list of a column, or where it is kept; "" when there is none."""
    if isinstance(column.choices, ChoiceSource):
        return _SOURCES[column.choices]
    return "; ".join(column.choices)


def typing_words(column: Column) -> str:
    """What to type into a cell of the column: its own help, then the way its kind is written."""
    nothing = "Không có thì ghi 0." if column.required and column.kind.is_number else ""
    return " ".join(part for part in (column.help, _TYPING.get(column.kind, ""), nothing) if part)


def filling_words(table: Table, column: Column) -> str:
    """How the column comes to its value, for the guide: typed, added up, or there already."""
    if column.derived:
        return f"{column.help} Bằng {sum_words(table, column)}.".strip()
    return column.help if column.known else typing_words(column)
