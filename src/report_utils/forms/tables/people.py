"""Organisation and civil service: staffing, appointments, training."""

from __future__ import annotations

from report_utils.forms.table import Column, Kind, Limit, Rows, Table

STAFFING = Table(
    code="staffing",
    sheet="Biên chế, tuyển dụng",
    title="Quản lý, sử dụng biên chế và tuyển dụng",
    source="Đề cương báo cáo CCHC, mục II.3 và II.4",
    guide="Số liệu tại thời điểm chốt. Ghi 0 khi không có.",
    columns=(
        Column("unit_code", ("Mã đơn vị",), Kind.CODE, known=True, required=True, width=12),
        Column("unit_name", ("Đơn vị",), Kind.TEXT, known=True, width=34),
        Column("assigned", ("Biên chế, số lượng người làm việc", "Được giao"), Kind.COUNT, required=True),
        Column("present", ("Biên chế, số lượng người làm việc", "Hiện có"), Kind.COUNT, required=True),
        Column("vacant", ("Biên chế, số lượng người làm việc", "Còn trống"), Kind.COUNT,
               formula=("+assigned", "-present")),
        Column("recruit_target", ("Tuyển dụng trong năm", "Chỉ tiêu được phê duyệt"), Kind.COUNT, required=True),
        Column("recruited", ("Tuyển dụng trong năm", "Đã tuyển"), Kind.COUNT, required=True),
        Column("disciplined", ("Số trường hợp kỷ luật trong kỳ",), Kind.COUNT, required=True),
    ),
    rows=Rows.KNOWN,
    key="unit_code",
    numbered=True,
    nil=False,
    limits=(Limit("recruited", "recruit_target"), Limit("present", "assigned")),
)

APPOINTMENTS = Table(
    code="appointments",
    sheet="Bổ nhiệm",
    title="Bổ nhiệm, bổ nhiệm lại công chức, viên chức lãnh đạo, quản lý",
    source="Đề cương báo cáo CCHC, mục II.4",
    columns=(
        Column("position", ("Chức danh",), Kind.TEXT, required=True, width=50),
        Column("total", ("Tổng số",), Kind.COUNT, formula=("+new", "+renewed")),
        Column("new", ("Bổ nhiệm mới",), Kind.COUNT, required=True),
        Column("renewed", ("Bổ nhiệm lại",), Kind.COUNT, required=True),
    ),
    numbered=True,
    total_row=True,
)

CLASS_DONE = "Đã hoàn thành"
CLASS_STATES = (CLASS_DONE, "Đang thực hiện", "Chưa thực hiện")

TRAINING_CLASSES = Table(
    code="training_classes",
    sheet="Đào tạo, bồi dưỡng",
    title="Các lớp đào tạo, bồi dưỡng",
    source="Đề cương báo cáo CCHC, mục II.4",
    guide="Mỗi nội dung bồi dưỡng một dòng, kể cả lớp đã được phê duyệt nhưng chưa tổ chức.",
    columns=(
        Column("name", ("Tên lớp",), Kind.TEXT, required=True, width=54),
        Column("approved", ("Trong kế hoạch được phê duyệt",), Kind.CHOICE, required=True, choices=("Có", "Không"),
               width=14),
        Column("provider", ("Đơn vị thực hiện",), Kind.TEXT, required=True, width=36),
        Column("duration", ("Thời gian đào tạo",), Kind.TEXT, required=True, width=30),
        Column("classes", ("Số lớp",), Kind.COUNT, required=True, width=8),
        Column("trainees", ("Số học viên",), Kind.COUNT, required=True, width=10),
        Column("mode", ("Hình thức",), Kind.CHOICE, required=True,
               choices=("Trực tiếp", "Trực tuyến", "Trực tuyến kết hợp thực tế"), width=18),
        Column("state", ("Tình trạng",), Kind.CHOICE, required=True, choices=CLASS_STATES, width=16),
        Column("completed", ("Thời gian hoàn thành",), Kind.TEXT, width=20),
    ),
)
