"""Codes A: adjustments that the office recorded beside the submissions."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_E, _N = Severity.ERROR, Severity.NOTE

RULES = (
    Rule("A01", _E, "Điều chỉnh ghi đơn vị không có trong kỳ",
         "{entry}: không có đơn vị «{found}» trong kỳ này, nên không áp dụng.{suggestion}",
         "Sửa mã đơn vị trong {file} theo units.csv."),
    Rule("A02", _E, "Điều chỉnh không ghi đúng ô đơn vị nhập",
         "{entry}: không áp dụng được cho ô {place} của {owner}.{reason}{suggestion}",
         "Sửa tên sheet, ô trong {file} theo tệp của đơn vị; baocao trace cho biết ô của từng số liệu.", wanted=""),
    Rule("A03", _E, "Giá trị cũ của điều chỉnh không còn đúng",
         "{entry}: ô {place} của {owner} nay là «{found}», điều chỉnh ghi giá trị cũ «{expected}», nên không áp dụng.",
         "Xem lại tệp của đơn vị: đã đúng thì xóa mục này khỏi {file}, còn sai thì sửa giá trị cũ (old).", wanted=""),
    Rule("A04", _E, "Giá trị điều chỉnh không dùng được",
         "{entry}: không ghi được «{found}» vào ô {place} của {owner}.{reason}",
         "Sửa giá trị mới (new) trong {file} cho đúng loại của cột.", wanted=""),
    Rule("A05", _E, "Điều chỉnh trùng nhau",
         "{entry}: cùng điều chỉnh {place} của {owner} với {others}, nên không áp dụng.",
         "Giữ lại một điều chỉnh trong {file}.", wanted=""),
    Rule("A06", _E, "Loại trừ biểu mà đơn vị không phải báo cáo",
         "{entry}: kỳ này {owner} không phải báo cáo {found}, nên không có gì để loại trừ.{suggestion}",
         "Sửa tên biểu trong {file}, hoặc bỏ mục này."),
    Rule("A07", _N, "Ô đã được điều chỉnh",
         "Số liệu dùng trong báo cáo là «{expected}»; {how}.",
         "Không cần xử lý; nếu điều chỉnh không đúng, đơn vị gửi lại tệp.", wanted=""),
    Rule("A08", _N, "Số liệu không tính trong kỳ",
         "{what} của {unit} không tính trong kỳ này; {how}.",
         "Không cần xử lý; nếu loại trừ không đúng, đơn vị báo lại.", wanted=""),
)
