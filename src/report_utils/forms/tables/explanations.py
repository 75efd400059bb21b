"""What a unit explains in writing: findings about figures that are right although they look wrong."""

from __future__ import annotations

from report_utils.forms.table import Column, Kind, Table

EXPLANATIONS = Table(
    code="explanations",
    sheet="Giải trình",
    title="Giải trình số liệu đúng mà tệp phản hồi còn nêu",
    source="Tệp phản hồi gửi đơn vị",
    supplied_by="mọi đơn vị, khi có số liệu cần giải trình",
    guide="Chỉ dùng khi số liệu đúng: chép mã, sheet, ô từ tệp phản hồi rồi ghi lý do. Số liệu sai thì sửa ngay trong "
          "biểu. Không có gì giải trình thì để trống. Không ghi tên, số giấy tờ của cá nhân.",
    columns=(
        Column("code", ("Mã",), Kind.CODE, width=10, help="Mã của phát hiện trong tệp phản hồi, ví dụ V02."),
        Column("of_sheet", ("Sheet",), Kind.TEXT, width=20, help="Sheet của phát hiện, ví dụ Hồ sơ TTHC."),
        Column("of_cell", ("Ô",), Kind.CODE, width=12,
               help="Ô của phát hiện, ví dụ F12; tệp phản hồi để trống thì để trống."),
        Column("text", ("Nội dung giải trình",), Kind.TEXT, width=70,
               help="Vì sao số liệu đúng. Chỉ ghi đã kiểm tra, số liệu đúng là chưa đủ."),
        Column("document", ("Văn bản, tài liệu chứng minh",), Kind.TEXT, width=36,
               help="Số, ngày văn bản hoặc tên tệp kèm theo."),
    ),
    blank_rows=10,
    nil=False,
    optional=True,
)
