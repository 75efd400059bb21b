"""Public finance: budget and investment lines, projects."""

from __future__ import annotations

from report_utils.forms.table import Column, Kind, Limit, Rows, Table

MONEY_UNITS = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}
"""Units of money that a form accepts, in đồng."""

FINANCE_LINES = Table(
    code="finance_lines",
    sheet="Tài chính",
    title="Thu, chi ngân sách nhà nước và giải ngân vốn đầu tư công",
    source="Đề cương báo cáo CCHC, mục II.5",
    guide="Ghi số tiền theo đơn vị tính đã chọn; không làm tròn. Ghi 0 khi không có.",
    columns=(
        Column("line", ("Mã",), Kind.CODE, known=True, required=True, width=8),
        Column("name", ("Chỉ tiêu",), Kind.TEXT, known=True, width=56),
        Column("money_unit", ("Đơn vị tính",), Kind.CHOICE, required=True, choices=tuple(MONEY_UNITS), width=14),
        Column("amount", ("Số tiền",), Kind.DECIMAL, required=True, width=22),
        Column("note", ("Căn cứ, ghi chú",), Kind.TEXT, width=40),
    ),
    rows=Rows.KNOWN,
    key="line",
    nil=False,
)

PROJECTS = Table(
    code="projects",
    sheet="Dự án đầu tư",
    title="Chi tiết giải ngân theo dự án",
    source="Đề cương báo cáo CCHC, mục II.5",
    columns=(
        Column("name", ("Tên dự án",), Kind.TEXT, required=True, width=64),
        Column("money_unit", ("Đơn vị tính",), Kind.CHOICE, required=True, choices=tuple(MONEY_UNITS), width=14),
        Column("capital", ("Kế hoạch vốn năm",), Kind.DECIMAL, required=True, width=20),
        Column("disbursed", ("Đã giải ngân lũy kế",), Kind.DECIMAL, required=True, width=20),
    ),
    limits=(Limit("disbursed", "capital"),),
)

INDICATORS = Table(
    code="indicators",
    sheet="Chỉ tiêu",
    title="Chỉ tiêu cải cách hành chính, chuyển đổi số, Đề án 06",
    source="Đề cương báo cáo CCHC, mục I và II",
    guide="Ghi tử số và mẫu số, không ghi tỷ lệ. Chỉ tiêu số lượng chỉ có tử số. Không có phát sinh thì đánh dấu x.",
    columns=(
        Column("indicator", ("Mã",), Kind.CODE, known=True, required=True, width=8),
        Column("name", ("Chỉ tiêu",), Kind.TEXT, known=True, width=54),
        Column("numerator_label", ("Tử số là",), Kind.TEXT, known=True, width=30),
        Column("denominator_label", ("Mẫu số là",), Kind.TEXT, known=True, width=30),
        Column("numerator", ("Tử số (hoặc số lượng)",), Kind.DECIMAL, width=18),
        Column("denominator", ("Mẫu số",), Kind.DECIMAL, width=18),
        Column("as_of", ("Số liệu đến ngày",), Kind.DATE, width=14),
        Column("nil", ("Không phát sinh (x)",), Kind.MARK, width=12),
        Column("note", ("Nguồn, ghi chú",), Kind.TEXT, width=30),
    ),
    rows=Rows.KNOWN,
    key="indicator",
    nil=False,
)

NARRATIVES = Table(
    code="narratives",
    sheet="Thuyết minh",
    title="Thuyết minh theo đề cương báo cáo",
    source="Đề cương báo cáo CCHC",
    guide="Viết ngắn gọn kết quả trong kỳ. Không phát sinh thì đánh dấu x và để trống nội dung.",
    columns=(
        Column("prompt", ("Mục",), Kind.CODE, known=True, required=True, width=8),
        Column("name", ("Nội dung đề cương",), Kind.TEXT, known=True, width=60),
        Column("text", ("Nội dung báo cáo",), Kind.TEXT, width=90),
        Column("nil", ("Không phát sinh (x)",), Kind.MARK, width=12),
    ),
    rows=Rows.KNOWN,
    key="prompt",
    nil=False,
)
