"""Public finance: budget and investment lines, projects."""

from __future__ import annotations

from report_utils.forms.table import Column, Days, Kind, Limit, Rows, Table

MONEY_UNITS = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}
"""Units of money that a form accepts, in đồng."""

FINANCE_LINES = Table(
    code="finance_lines",
    sheet="Tài chính",
    title="Thu, chi ngân sách nhà nước và giải ngân vốn đầu tư công",
    source="Đề cương báo cáo CCHC, mục II.5",
    supplied_by="phòng phụ trách tài chính, ban quản lý dự án (finance_lines.csv)",
    guide="Ghi số tiền theo đơn vị tính đã chọn; không làm tròn. Ghi 0 khi không có.",
    columns=(
        Column("line", ("Mã",), Kind.CODE, known=True, required=True, width=8, help="Mã dòng."),
        Column("name", ("Chỉ tiêu",), Kind.TEXT, known=True, width=56, help="Chỉ tiêu thu, chi hoặc giải ngân."),
        Column("money_unit", ("Đơn vị tính",), Kind.CHOICE, required=True, choices=tuple(MONEY_UNITS), width=14,
               help="Đơn vị của số tiền ghi ở cột bên."),
        Column("amount", ("Số tiền",), Kind.DECIMAL, required=True, width=22,
               help="Ghi theo đơn vị tính đã chọn, không làm tròn."),
        Column("note", ("Căn cứ, ghi chú",), Kind.TEXT, width=40, help="Quyết định giao dự toán, nguồn số liệu."),
    ),
    rows=Rows.KNOWN,
    key="line",
    nil=False,
)

PROJECTS = Table(
    code="projects",
    unique=("name",),
    sheet="Dự án đầu tư",
    title="Chi tiết giải ngân theo dự án",
    source="Đề cương báo cáo CCHC, mục II.5",
    supplied_by="ban quản lý dự án",
    columns=(
        Column("name", ("Tên dự án",), Kind.TEXT, required=True, width=64, help="Tên dự án theo quyết định phê duyệt."),
        Column("money_unit", ("Đơn vị tính",), Kind.CHOICE, required=True, choices=tuple(MONEY_UNITS), width=14,
               help="Đơn vị của các số tiền trong dòng."),
        Column("capital", ("Kế hoạch vốn năm",), Kind.DECIMAL, required=True, width=20,
               help="Gồm cả vốn bổ sung trong năm."),
        Column("disbursed", ("Đã giải ngân lũy kế",), Kind.DECIMAL, required=True, width=20,
               help="Lũy kế từ đầu năm đến thời điểm chốt số liệu."),
    ),
    limits=(Limit("disbursed", "capital"),),
)

INDICATORS = Table(
    code="indicators",
    sheet="Chỉ tiêu",
    title="Chỉ tiêu cải cách hành chính, chuyển đổi số, Đề án 06",
    source="Đề cương báo cáo CCHC, mục I và II",
    supplied_by="đơn vị hoặc nhóm đơn vị được giao từng chỉ tiêu (indicators.csv)",
    guide="Ghi tử số và mẫu số, không ghi tỷ lệ. Chỉ tiêu số lượng chỉ có tử số. Không có phát sinh thì đánh dấu x.",
    columns=(
        Column("indicator", ("Mã",), Kind.CODE, known=True, required=True, width=8, help="Mã chỉ tiêu."),
        Column("name", ("Chỉ tiêu",), Kind.TEXT, known=True, width=54, help="Tên chỉ tiêu."),
        Column("numerator_label", ("Tử số là",), Kind.TEXT, known=True, width=30, help="Tử số đếm gì."),
        Column("denominator_label", ("Mẫu số là",), Kind.TEXT, known=True, width=30,
               help="Mẫu số đếm gì; để trống với chỉ tiêu số lượng."),
        Column("numerator", ("Tử số (hoặc số lượng)",), Kind.DECIMAL, width=18,
               help="Ghi số, không ghi tỷ lệ; để trống nếu không phát sinh."),
        Column("denominator", ("Mẫu số",), Kind.DECIMAL, width=18,
               help="Để trống với chỉ tiêu số lượng hoặc nếu không phát sinh."),
        Column("as_of", ("Số liệu đến ngày",), Kind.DATE, width=14, days=Days.OF_PERIOD,
               help="Thời điểm của số liệu, nếu khác ngày chốt."),
        Column("nil", ("Không phát sinh (x)",), Kind.MARK, width=12, help="Chỉ tiêu không phát sinh trong kỳ."),
        Column("note", ("Nguồn, ghi chú",), Kind.TEXT, width=30, help="Hệ thống hoặc văn bản cho số liệu."),
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
    supplied_by="đơn vị hoặc nhóm đơn vị được giao từng mục của đề cương (outline.csv)",
    guide="Viết ngắn gọn kết quả trong kỳ. Không phát sinh thì đánh dấu x và để trống nội dung.",
    columns=(
        Column("prompt", ("Mục",), Kind.CODE, known=True, required=True, width=8, help="Mã mục của đề cương."),
        Column("name", ("Nội dung đề cương",), Kind.TEXT, known=True, width=60, help="Nội dung phải báo cáo."),
        Column("text", ("Nội dung báo cáo",), Kind.TEXT, width=90, help="Viết thành câu, nêu kết quả cụ thể trong kỳ."),
        Column("nil", ("Không phát sinh (x)",), Kind.MARK, width=12,
               help="Mục không phát sinh trong kỳ, nếu đề cương cho phép."),
    ),
    rows=Rows.KNOWN,
    key="prompt",
    nil=False,
)
