"""What a workbook with a data set for publication holds: the lines about it, the dictionary of its fields, the data.

The lines are the columns of the open-data plan's catalogue, with what a publication needs besides.
"""

from __future__ import annotations

from report_utils.forms.info import InfoField
from report_utils.forms.table import Column, Kind, Table

FOLDER = "du-lieu-mo"
"""Where the workbooks lie, in the raw folder of the period."""

ABOUT_SHEET, FIELDS_SHEET, DATA_SHEET = "Tập dữ liệu", "Trường dữ liệu", "Dữ liệu"

ABOUT_FIELDS = (
    InfoField("agency", "Mã cơ quan"),
    InfoField("dataset", "TT trong kế hoạch"),
    InfoField("name", "Tên dữ liệu"),
    InfoField("shared_content", "Nội dung chia sẻ"),
    InfoField("theme", "Nhóm chủ đề"),
    InfoField("owner", "Đơn vị chủ trì"),
    InfoField("due", "Ngày công bố dữ liệu mở"),
    InfoField("frequency", "Tần suất cập nhật"),
    InfoField("format", "Định dạng"),
    InfoField("description", "Mô tả (mục đích, phạm vi, cách thu thập)", open=True),
    InfoField("first", "Ngày cung cấp lần đầu", open=True),
    InfoField("updated", "Ngày cập nhật dữ liệu", open=True),
    InfoField("source", "Nguồn dữ liệu", open=True),
    InfoField("note", "Ghi chú", open=True),
    InfoField("nature", "Tính chất số liệu", open=True),
)
"""The lines of the first sheet, from top to bottom."""

TYPES = {
    "Văn bản": Kind.TEXT,
    "Mã số": Kind.CODE,
    "Số nguyên": Kind.COUNT,
    "Số thập phân": Kind.DECIMAL,
    "Ngày": Kind.DATE,
    "Đánh dấu x": Kind.MARK,
}
"""The types of a field as the unit chooses them."""

FIELDS = Table(
    code="data_set_fields",
    sheet=FIELDS_SHEET,
    title="Từ điển trường dữ liệu",
    columns=(
        Column("title", ("Tiêu đề cột",), Kind.TEXT, required=True, width=36,
               help="Ghi đúng như tiêu đề cột trên sheet «Dữ liệu»."),
        Column("name", ("Tên trường",), Kind.CODE, width=24,
               help="Tên không dấu cho máy đọc, ví dụ so_giuong; để trống thì lấy theo tiêu đề cột."),
        Column("type", ("Kiểu dữ liệu",), Kind.CHOICE, required=True, choices=tuple(TYPES), width=16,
               help="Kiểu của các giá trị trong cột."),
        Column("unit", ("Đơn vị tính",), Kind.TEXT, width=14, help="Đơn vị tính của cột số, ví dụ: giường, đồng."),
        Column("required", ("Bắt buộc",), Kind.MARK, width=10, help="Ghi x nếu dòng nào cũng phải có giá trị."),
        Column("key", ("Khóa",), Kind.MARK, width=8, help="Ghi x nếu giá trị phân biệt các dòng với nhau."),
        Column("description", ("Mô tả",), Kind.TEXT, required=True, width=60, help="Cột này nói gì."),
    ),
    blank_rows=30,
    nil=False,
    unique=("title",),
    guide="Mỗi cột của sheet «Dữ liệu» một dòng. Cột không có trong từ điển này không được công bố.",
)
