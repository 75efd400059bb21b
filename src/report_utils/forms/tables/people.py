"""Organisation and civil service: staffing, appointments, training."""

from __future__ import annotations

from report_utils.forms.table import Column, Kind, Limit, Rows, Table

STAFFING = Table(
    code="staffing",
    sheet="Biên chế, tuyển dụng",
    counted=("người", "biên chế", "chỉ tiêu", "trường hợp", "viên chức", "công chức"),
    title="Quản lý, sử dụng biên chế và tuyển dụng",
    source="Đề cương báo cáo CCHC, mục II.3 và II.4",
    supplied_by="các đơn vị có tên trong staffing.csv",
    guide="Số liệu tại thời điểm chốt. Ghi 0 khi không có.",
    columns=(
        Column("unit_code", ("Mã đơn vị",), Kind.CODE, known=True, required=True, width=12, help="Mã đơn vị."),
        Column("unit_name", ("Đơn vị",), Kind.TEXT, known=True, width=34, help="Tên đơn vị."),
        Column("assigned", ("Biên chế, số lượng người làm việc", "Được giao"), Kind.COUNT, required=True,
               help="Số được cấp có thẩm quyền giao."),
        Column("present", ("Biên chế, số lượng người làm việc", "Hiện có"), Kind.COUNT, required=True,
               help="Số có mặt tại thời điểm chốt số liệu."),
        Column("vacant", ("Biên chế, số lượng người làm việc", "Còn trống"), Kind.COUNT,
               formula=("+assigned", "-present"), help="Số chưa sử dụng."),
        Column("recruit_target", ("Tuyển dụng trong năm", "Chỉ tiêu được phê duyệt"), Kind.COUNT, required=True,
               help="Theo kế hoạch tuyển dụng đã phê duyệt."),
        Column("recruited", ("Tuyển dụng trong năm", "Đã tuyển"), Kind.COUNT, required=True, help="Lũy kế từ đầu năm."),
        Column("disciplined", ("Số trường hợp kỷ luật trong kỳ",), Kind.COUNT, required=True,
               help="Số người bị xử lý kỷ luật trong kỳ."),
    ),
    rows=Rows.KNOWN,
    key="unit_code",
    numbered=True,
    nil=False,
    limits=(Limit("recruited", "recruit_target"), Limit("present", "assigned")),
)

APPOINTMENTS = Table(
    code="appointments",
    unique=("position",),
    sheet="Bổ nhiệm",
    counted=("trường hợp", "lượt", "lượt người", "người", "viên chức", "công chức"),
    title="Bổ nhiệm, bổ nhiệm lại công chức, viên chức lãnh đạo, quản lý",
    source="Đề cương báo cáo CCHC, mục II.4",
    supplied_by="Văn phòng",
    columns=(
        Column("position", ("Chức danh",), Kind.TEXT, required=True, width=50,
               help="Ví dụ Trưởng phòng, Phó Giám đốc bệnh viện; mỗi chức danh một dòng."),
        Column("total", ("Tổng số",), Kind.COUNT, formula=("+new", "+renewed"), help="Số lượt bổ nhiệm trong kỳ."),
        Column("new", ("Bổ nhiệm mới",), Kind.COUNT, required=True, help="Bổ nhiệm lần đầu."),
        Column("renewed", ("Bổ nhiệm lại",), Kind.COUNT, required=True, help="Bổ nhiệm lại khi hết thời hạn."),
    ),
    numbered=True,
    total_row=True,
)

CLASS_DONE = "Đã hoàn thành"
CLASS_STATES = (CLASS_DONE, "Đang thực hiện", "Chưa thực hiện")

TRAINING_CLASSES = Table(
    code="training_classes",
    unique=("name",),
    sheet="Đào tạo, bồi dưỡng",
    title="Các lớp đào tạo, bồi dưỡng",
    source="Đề cương báo cáo CCHC, mục II.4",
    supplied_by="Văn phòng; trường và đơn vị tổ chức lớp",
    guide="Mỗi nội dung bồi dưỡng một dòng, kể cả lớp đã được phê duyệt nhưng chưa tổ chức.",
    columns=(
        Column("name", ("Tên lớp",), Kind.TEXT, required=True, width=54, help="Nội dung đào tạo, bồi dưỡng."),
        Column("approved", ("Trong kế hoạch được phê duyệt",), Kind.CHOICE, required=True, choices=("Có", "Không"),
               width=14, help="Lớp có trong kế hoạch được phê duyệt hay không."),
        Column("provider", ("Đơn vị thực hiện",), Kind.TEXT, required=True, width=36, help="Đơn vị tổ chức lớp."),
        Column("duration", ("Thời gian đào tạo",), Kind.TEXT, required=True, width=30, help="Ví dụ 03 ngày, 02 tháng."),
        Column("classes", ("Số lớp",), Kind.COUNT, required=True, width=8, help="Số lớp của nội dung này."),
        Column("trainees", ("Số học viên",), Kind.COUNT, required=True, width=10, help="Tổng số học viên của các lớp."),
        Column("mode", ("Hình thức",), Kind.CHOICE, required=True,
               choices=("Trực tiếp", "Trực tuyến", "Trực tuyến kết hợp thực tế"), width=18, help="Hình thức tổ chức."),
        Column("state", ("Tình trạng",), Kind.CHOICE, required=True, choices=CLASS_STATES, width=16,
               help="Tình trạng tại thời điểm chốt số liệu."),
        Column("completed", ("Thời gian hoàn thành",), Kind.TEXT, width=20,
               help="Ngày hoặc tháng hoàn thành; chỉ ghi khi đã hoàn thành."),
    ),
)
