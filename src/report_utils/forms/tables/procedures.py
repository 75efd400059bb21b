"""Administrative procedures: dossiers handled, procedures in force, decisions that publish them."""

from __future__ import annotations

from report_utils.forms.table import Balance, ChoiceSource, Column, Days, Kind, Limit, Rows, Table

_RECEIVED = "Số lượng hồ sơ tiếp nhận"
_RESOLVED = "Số hồ sơ đã giải quyết"
_PENDING = "Số hồ sơ chưa giải quyết"


def _count(code: str, *heading: str, formula: tuple[str, ...] = (), help: str = "") -> Column:  # noqa: A002
    return Column(code, heading, Kind.COUNT, formula=formula, required=not formula, width=10, help=help)


DOSSIERS = Table(
    code="dossiers",
    sheet="Hồ sơ TTHC",
    counted=("hồ sơ", "bộ"),
    title="Tình hình, kết quả giải quyết hồ sơ thủ tục hành chính",
    source="Thông tư 01/2020/TT-VPCP, Biểu số 06/VPCP/KSTT",
    supplied_by="Trung tâm Phục vụ hành chính công; Thanh tra; các đơn vị trực thuộc có giải quyết thủ tục hành chính",
    guide="Mỗi lĩnh vực một dòng. Ghi 0 khi không có hồ sơ; không để trống. Cột tổng tự tính.",
    columns=(
        Column("number", ("STT",), Kind.TEXT, width=6, help="Số thứ tự dòng."),
        Column("field", ("Lĩnh vực",), Kind.CHOICE, required=True, choices=ChoiceSource.FIELDS, width=34,
               synonyms=("Lĩnh vực, công việc giải quyết theo cấp",),
               help="Mỗi lĩnh vực một dòng, theo danh mục của cơ quan."),
        _count("received", _RECEIVED, "Tổng", formula=("+online", "+direct", "+carried_over"),
               help="Số hồ sơ phải giải quyết."),
        _count("online", _RECEIVED, "Trong kỳ", "Trực tuyến", help="Hồ sơ nộp trực tuyến trong kỳ."),
        _count("direct", _RECEIVED, "Trong kỳ", "Trực tiếp và bưu chính",
               help="Hồ sơ nộp trực tiếp hoặc qua bưu chính trong kỳ."),
        _count("carried_over", _RECEIVED, "Tồn kỳ trước", help="Bằng số chưa giải quyết cuối kỳ trước của lĩnh vực."),
        _count("resolved", _RESOLVED, "Tổng", formula=("+early", "+on_time", "+overdue"),
               help="Hồ sơ đã có kết quả trong kỳ."),
        _count("early", _RESOLVED, "Trước hạn", help="Có kết quả trước ngày hẹn trả."),
        _count("on_time", _RESOLVED, "Đúng hạn", help="Có kết quả đúng ngày hẹn trả, không gồm hồ sơ trước hạn."),
        _count("overdue", _RESOLVED, "Quá hạn", help="Có kết quả sau ngày hẹn trả."),
        _count("pending", _PENDING, "Tổng", formula=("+pending_in_time", "+pending_overdue"),
               help="Hồ sơ chưa có kết quả tại thời điểm chốt số liệu."),
        _count("pending_in_time", _PENDING, "Chưa đến hạn", help="Chưa đến ngày hẹn trả."),
        _count("pending_overdue", _PENDING, "Quá hạn", help="Đã quá ngày hẹn trả."),
    ),
    numbered=True,
    total_row=True,
    unique=("field",),
    balances=(Balance(("received",), ("resolved", "pending")),),
)

PROCEDURES = Table(
    code="procedures",
    sheet="Số lượng TTHC",
    counted=("thủ tục", "thủ tục hành chính", "TTHC", "dịch vụ", "dịch vụ công"),
    title="Số lượng thủ tục hành chính thuộc thẩm quyền giải quyết",
    source="Đề cương báo cáo CCHC, mục II.2",
    supplied_by="đơn vị được giao số liệu của từng nơi tiếp nhận (procedure_places.csv)",
    guide="Số thủ tục đang có hiệu lực tại thời điểm chốt số liệu.",
    columns=(
        Column("place", ("Mã",), Kind.CODE, known=True, required=True, width=8, help="Mã nơi tiếp nhận."),
        Column("name", ("Nơi tiếp nhận, giải quyết",), Kind.TEXT, known=True, width=48,
               help="Nơi tiếp nhận, giải quyết thủ tục."),
        _count("total", "Tổng số TTHC", formula=("+full_online", "+partial_online", "+not_online"),
               help="Số thủ tục đang có hiệu lực."),
        _count("full_online", "Trong đó", "Dịch vụ công trực tuyến toàn trình",
               help="Cung cấp dịch vụ công trực tuyến toàn trình."),
        _count("partial_online", "Trong đó", "Dịch vụ công trực tuyến một phần",
               help="Cung cấp dịch vụ công trực tuyến một phần."),
        _count("not_online", "Trong đó", "Chưa cung cấp trực tuyến", help="Chưa cung cấp trực tuyến."),
        _count("suspended", "Số TTHC đang tạm ngưng (nằm trong tổng số)", help="Không trừ khỏi tổng số."),
    ),
    rows=Rows.KNOWN,
    key="place",
    numbered=True,
    total_row=True,
    nil=False,
    limits=(Limit("suspended", "total"),),
)

PROCEDURE_DECISIONS = Table(
    code="procedure_decisions",
    sheet="Công bố TTHC",
    counted=("thủ tục", "thủ tục hành chính", "TTHC"),
    title="Quyết định công bố danh mục thủ tục hành chính đã tham mưu trong kỳ",
    source="Đề cương báo cáo CCHC, mục II.2",
    unique=("symbol", "issued"),
    supplied_by="phòng chuyên môn tham mưu công bố thủ tục hành chính",
    columns=(
        Column("symbol", ("Số, ký hiệu",), Kind.CODE, required=True, width=18, help="Ví dụ 1632/QĐ-UBND."),
        Column("issued", ("Ngày ban hành",), Kind.DATE, required=True, width=14, days=Days.OF_PERIOD,
               help="Ngày ký văn bản."),
        Column("issuer", ("Cơ quan ban hành",), Kind.TEXT, required=True, width=20, help="Ví dụ UBND tỉnh."),
        Column("subject", ("Trích yếu",), Kind.TEXT, required=True, width=60, help="Chép đúng trích yếu của văn bản."),
        _count("new", "Số TTHC", "Mới ban hành", help="Số thủ tục mới ban hành trong quyết định."),
        _count("amended", "Số TTHC", "Sửa đổi, bổ sung", help="Số thủ tục được sửa đổi, bổ sung hoặc thay thế."),
        _count("abolished", "Số TTHC", "Bãi bỏ", help="Số thủ tục bị bãi bỏ."),
    ),
)
