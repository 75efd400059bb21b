"""Administrative procedures: dossiers handled, procedures in force, decisions that publish them."""

from __future__ import annotations

from report_utils.forms.table import Balance, ChoiceSource, Column, Kind, Limit, Rows, Table

_RECEIVED = "Số lượng hồ sơ tiếp nhận"
_RESOLVED = "Số hồ sơ đã giải quyết"
_PENDING = "Số hồ sơ chưa giải quyết"


def _count(code: str, *heading: str, formula: tuple[str, ...] = ()) -> Column:
    return Column(code, heading, Kind.COUNT, formula=formula, required=not formula, width=10)


DOSSIERS = Table(
    code="dossiers",
    sheet="Hồ sơ TTHC",
    title="Tình hình, kết quả giải quyết hồ sơ thủ tục hành chính",
    source="Thông tư 01/2020/TT-VPCP, Biểu số 06/VPCP/KSTT",
    guide="Mỗi lĩnh vực một dòng. Ghi 0 khi không có hồ sơ; không để trống. Cột tổng tự tính.",
    columns=(
        Column("number", ("STT",), Kind.TEXT, width=6),
        Column("field", ("Lĩnh vực",), Kind.CHOICE, required=True, choices=ChoiceSource.FIELDS, width=34,
               synonyms=("Lĩnh vực, công việc giải quyết theo cấp",)),
        _count("received", _RECEIVED, "Tổng", formula=("+online", "+direct", "+carried_over")),
        _count("online", _RECEIVED, "Trong kỳ", "Trực tuyến"),
        _count("direct", _RECEIVED, "Trong kỳ", "Trực tiếp và bưu chính"),
        _count("carried_over", _RECEIVED, "Tồn kỳ trước"),
        _count("resolved", _RESOLVED, "Tổng", formula=("+early", "+on_time", "+overdue")),
        _count("early", _RESOLVED, "Trước hạn"),
        _count("on_time", _RESOLVED, "Đúng hạn"),
        _count("overdue", _RESOLVED, "Quá hạn"),
        _count("pending", _PENDING, "Tổng", formula=("+pending_in_time", "+pending_overdue")),
        _count("pending_in_time", _PENDING, "Chưa đến hạn"),
        _count("pending_overdue", _PENDING, "Quá hạn"),
    ),
    numbered=True,
    total_row=True,
    balances=(Balance(("received",), ("resolved", "pending")),),
)

PROCEDURES = Table(
    code="procedures",
    sheet="Số lượng TTHC",
    title="Số lượng thủ tục hành chính thuộc thẩm quyền giải quyết",
    source="Đề cương báo cáo CCHC, mục II.2",
    guide="Số thủ tục đang có hiệu lực tại thời điểm chốt số liệu.",
    columns=(
        Column("place", ("Mã",), Kind.CODE, known=True, required=True, width=8),
        Column("name", ("Nơi tiếp nhận, giải quyết",), Kind.TEXT, known=True, width=48),
        _count("total", "Tổng số TTHC", formula=("+full_online", "+partial_online", "+not_online")),
        _count("full_online", "Trong đó", "Dịch vụ công trực tuyến toàn trình"),
        _count("partial_online", "Trong đó", "Dịch vụ công trực tuyến một phần"),
        _count("not_online", "Trong đó", "Chưa cung cấp trực tuyến"),
        _count("suspended", "Số TTHC đang tạm ngưng (nằm trong tổng số)"),
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
    title="Quyết định công bố danh mục thủ tục hành chính đã tham mưu trong kỳ",
    source="Đề cương báo cáo CCHC, mục II.2",
    columns=(
        Column("symbol", ("Số, ký hiệu",), Kind.CODE, required=True, width=18),
        Column("issued", ("Ngày ban hành",), Kind.DATE, required=True, width=14),
        Column("issuer", ("Cơ quan ban hành",), Kind.TEXT, required=True, width=20),
        Column("subject", ("Trích yếu",), Kind.TEXT, required=True, width=60),
        _count("new", "Số TTHC", "Mới ban hành"),
        _count("amended", "Số TTHC", "Sửa đổi, bổ sung"),
        _count("abolished", "Số TTHC", "Bãi bỏ"),
    ),
)
