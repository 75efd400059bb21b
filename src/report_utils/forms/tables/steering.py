"""Steering of the reform: plan tasks, tasks given by the province, documents, open data."""

from __future__ import annotations

from report_utils.forms.table import ChoiceSource, Column, Days, Kind, Rows, Table

TASK_DONE = "Đã thực hiện"
TASK_RUNNING = "Đang triển khai"
TASK_STATES = (TASK_DONE, TASK_RUNNING, "Chưa triển khai")

PLAN_TASKS = Table(
    code="plan_tasks",
    sheet="Nhiệm vụ kế hoạch",
    title="Tình hình thực hiện nhiệm vụ của các chương trình, kế hoạch",
    source="Danh mục nhiệm vụ của từng kế hoạch; đề cương báo cáo CCHC, mục I.1, II.8 và Phụ lục I",
    supplied_by="đơn vị chủ trì từng nhiệm vụ của kế hoạch (plan_tasks.csv)",
    guide="Nhiệm vụ đã ghi sẵn theo kế hoạch. Chọn tình trạng; nhiệm vụ đã thực hiện ghi ngày và minh chứng; "
          "nhiệm vụ quá hạn ghi lý do. Nhiệm vụ nhiều đơn vị cùng chủ trì thì các đơn vị thống nhất, ghi như nhau.",
    columns=(
        Column("task", ("Mã",), Kind.CODE, known=True, required=True, width=13, help="Mã nhiệm vụ trong kế hoạch."),
        Column("name", ("Nhiệm vụ",), Kind.TEXT, known=True, width=52, help="Nội dung nhiệm vụ."),
        Column("product", ("Sản phẩm",), Kind.TEXT, known=True, width=26, help="Sản phẩm phải có."),
        Column("deadline", ("Thời hạn",), Kind.TEXT, known=True, width=16, help="Thời hạn theo kế hoạch."),
        Column("state", ("Tình trạng",), Kind.CHOICE, required=True, choices=TASK_STATES, width=18,
               help="Tình trạng tại thời điểm chốt số liệu."),
        Column("done_on", ("Ngày hoàn thành",), Kind.DATE, width=17, days=Days.NEW,
               help="Chỉ ghi khi đã thực hiện."),
        Column("evidence", ("Kết quả, minh chứng",), Kind.TEXT, width=36,
               help="Số, ngày văn bản hoặc tên tệp kèm theo; bắt buộc khi đã thực hiện."),
        Column("reason", ("Lý do chậm, khó khăn, vướng mắc",), Kind.TEXT, width=30,
               help="Bắt buộc khi đã quá thời hạn mà chưa thực hiện xong."),
        Column("plan", ("Thuộc kế hoạch",), Kind.TEXT, known=True, width=20, help="Tên gọi tắt của kế hoạch."),
    ),
    rows=Rows.KNOWN,
    key="task",
    nil=False,
)

ASSIGNED_TASKS = Table(
    code="assigned_tasks",
    sheet="Nhiệm vụ UBND giao",
    counted=("nhiệm vụ",),
    title="Tiến độ nhiệm vụ do Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh giao",
    source="Đề cương báo cáo CCHC, mục I.2",
    supplied_by="các phòng chủ trì nhiệm vụ UBND tỉnh giao (assigned_tasks.csv)",
    guide="Số nhiệm vụ trên hệ thống văn bản chỉ đạo điều hành do đơn vị chủ trì trong kỳ. Ghi 0 khi không có.",
    columns=(
        Column("unit_code", ("Mã đơn vị",), Kind.CODE, known=True, required=True, width=12, help="Mã đơn vị chủ trì."),
        Column("unit_name", ("Đơn vị chủ trì",), Kind.TEXT, known=True, width=34, help="Tên đơn vị chủ trì."),
        Column("total", ("Tổng số nhiệm vụ được giao",), Kind.COUNT,
               formula=("+done_on_time", "+done_late", "+running_in_time", "+running_overdue"),
               help="Nhiệm vụ được giao trong kỳ."),
        Column("done_on_time", ("Đã hoàn thành", "Đúng hạn"), Kind.COUNT, required=True,
               help="Hoàn thành trong thời hạn được giao."),
        Column("done_late", ("Đã hoàn thành", "Quá hạn"), Kind.COUNT, required=True,
               help="Hoàn thành sau thời hạn được giao."),
        Column("running_in_time", ("Đang thực hiện", "Trong hạn"), Kind.COUNT, required=True,
               help="Chưa hoàn thành, còn thời hạn."),
        Column("running_overdue", ("Đang thực hiện", "Quá hạn"), Kind.COUNT, required=True,
               help="Chưa hoàn thành, đã quá thời hạn."),
    ),
    rows=Rows.KNOWN,
    key="unit_code",
    numbered=True,
    nil=False,
)

DOCUMENT_KINDS = ("Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch", "Báo cáo", "Công văn", "Thông báo",
                  "Hướng dẫn", "Quy chế")

DOCUMENTS = Table(
    code="documents",
    unique=("kind", "symbol", "issued"),
    sheet="Văn bản",
    title="Văn bản chỉ đạo, điều hành và văn bản được dẫn trong báo cáo",
    source="Đề cương báo cáo CCHC, mục I.2 và Phụ lục II",
    supplied_by="Văn phòng, các phòng chuyên môn, Thanh tra",
    guide="Mỗi văn bản một dòng. Cột «Mục báo cáo» ghi mã mục cần dẫn văn bản (xem sheet Hướng dẫn); "
          "đánh dấu x ở cột cuối nếu là văn bản chỉ đạo, điều hành CCHC đưa vào Phụ lục II.",
    columns=(
        Column("kind", ("Loại văn bản",), Kind.CHOICE, required=True, choices=DOCUMENT_KINDS, width=14,
               help="Loại văn bản."),
        Column("symbol", ("Số, ký hiệu",), Kind.CODE, required=True, width=20, help="Ví dụ 157/KH-SYT."),
        Column("issued", ("Ngày ban hành",), Kind.DATE, required=True, width=14, days=Days.OF_RESULTS,
               help="Ngày ký văn bản."),
        Column("issuer", ("Cơ quan ban hành",), Kind.TEXT, required=True, width=22, help="Cơ quan ký ban hành."),
        Column("subject", ("Trích yếu",), Kind.TEXT, required=True, width=64, help="Chép đúng trích yếu của văn bản."),
        Column("prompt", ("Mục báo cáo",), Kind.CHOICE, choices=ChoiceSource.PROMPTS, width=12,
               help="Mục của báo cáo cần dẫn văn bản này, nếu có."),
        Column("directive", ("Văn bản chỉ đạo, điều hành (x)",), Kind.MARK, width=12,
               help="Văn bản đưa vào Phụ lục II."),
    ),
)

OPEN_DATA_STATES = ("Đã công bố", "Chưa công bố", "Tạm dừng vì dữ liệu cá nhân")
OPEN_DATA_FORMATS = ("XLSX", "CSV", "JSON", "XML", "API", "RDF", "PDF", "Khác")

OPEN_DATA = Table(
    code="open_data",
    sheet="Dữ liệu mở",
    title="Tiến độ công bố dữ liệu mở",
    source="Kế hoạch xây dựng và công bố dữ liệu mở, Phụ lục",
    supplied_by="đơn vị chủ trì từng tập dữ liệu (open_data.csv)",
    guide="Tập dữ liệu đã ghi sẵn theo kế hoạch. Đã công bố thì ghi ngày, định dạng và địa chỉ.",
    columns=(
        Column("dataset", ("TT",), Kind.CODE, known=True, required=True, width=8, help="Số thứ tự trong kế hoạch."),
        Column("name", ("Tên dữ liệu",), Kind.TEXT, known=True, width=48, help="Tên tập dữ liệu."),
        Column("due", ("Ngày công bố dữ liệu mở",), Kind.DATE, known=True, width=14, help="Hạn công bố theo kế hoạch."),
        Column("state", ("Tình trạng",), Kind.CHOICE, required=True, choices=OPEN_DATA_STATES, width=20,
               help="Tình trạng tại thời điểm chốt số liệu."),
        Column("published_on", ("Ngày công bố thực tế",), Kind.DATE, width=14, days=Days.NEW,
               help="Chỉ ghi khi đã công bố."),
        Column("updated_on", ("Ngày cập nhật gần nhất",), Kind.DATE, width=14,
               help="Ngày cập nhật sau cùng; để trống nếu chưa cập nhật lần nào từ ngày công bố."),
        Column("format", ("Định dạng",), Kind.CHOICE, choices=OPEN_DATA_FORMATS, width=12,
               help="Định dạng của tệp đã công bố."),
        Column("address", ("Địa chỉ công bố",), Kind.TEXT, width=30, help="Địa chỉ trang công bố dữ liệu."),
        Column("frequency", ("Tần suất cung cấp",), Kind.TEXT, width=14,
               help="Ví dụ hàng tháng, 6 tháng/lần; chỉ ghi khi kế hoạch chưa quy định."),
        Column("description", ("Mô tả",), Kind.TEXT, width=30,
               help="Mục đích, phạm vi, nguồn, cơ chế cập nhật; chỉ ghi khi kế hoạch chưa có."),
        Column("note", ("Ghi chú",), Kind.TEXT, width=24, help="Vướng mắc, lý do chưa công bố."),
    ),
    rows=Rows.KNOWN,
    key="dataset",
    nil=False,
)
