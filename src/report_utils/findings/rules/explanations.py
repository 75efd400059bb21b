"""Codes G: explanations of units that explain nothing. Codes U: figures that changed more than is usual."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_W = Severity.WARNING
_UNUSUAL = "«{row}», {column}: kỳ này {found}, {then} {before}; thường trong khoảng {usual} ({reason})."
_LOOK = "Kiểm tra lại số liệu; nếu đúng thì ghi lý do thay đổi ở sheet «Giải trình»."

RULES = (
    # G: explanations
    Rule("G01", _W, "Giải trình không ghi đúng mã",
         "Dòng giải trình ghi mã «{found}»; không có phát hiện nào mang mã này.{suggestion}",
         "Chép mã, sheet, ô từ tệp phản hồi gửi đơn vị."),
    Rule("G02", _W, "Không rõ giải trình cho phát hiện nào",
         "Giải trình cho «{found}»: {reason}.{suggestion}",
         "Chép đúng sheet và ô như trong tệp phản hồi; nếu số liệu đã sửa thì xóa dòng giải trình."),
    Rule("G03", _W, "Phát hiện không giải trình được",
         "Phát hiện {found} ({title}) phải sửa, không nhận giải trình.",
         "Sửa số liệu theo tệp phản hồi rồi xóa dòng giải trình."),
    Rule("G04", _W, "Giải trình chưa nêu lý do",
         "Giải trình cho «{expected}» ghi «{found}», chưa nói vì sao số liệu đúng.",
         "Ghi lý do cụ thể: việc gì đã xảy ra, khi nào, theo văn bản nào.", wanted=""),
    # U: what changed more than is usual
    Rule("U01", _W, "Thay đổi bất thường so với kỳ trước", _UNUSUAL, _LOOK, wanted="từ {usual}", explainable=True),
    Rule("U02", _W, "Thay đổi bất thường so với cùng kỳ năm trước", _UNUSUAL, _LOOK, wanted="từ {usual}",
         explainable=True),
)
