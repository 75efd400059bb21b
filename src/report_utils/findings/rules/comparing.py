"""Codes S: what people changed in a report of ours, found when the Word file is read back."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    # S: an edited or signed file beside what is computed now
    Rule("S01", _W, "Số liệu đã thay đổi từ khi lập tệp",
         "{reason}; số «tính từ dữ liệu» dưới đây là số tính lại bây giờ, không phải số đã in trong tệp.",
         "Chạy lại baocao run và xem khác biệt nào do dữ liệu mới, khác biệt nào do sửa tay.", wanted=""),
    Rule("S02", _E, "Số trong tệp khác số đã tính",
         "{place}: số liệu {figure} ghi «{found}», số tính từ dữ liệu là «{expected}» ({how}){elsewhere}.",
         "Ghi lại số đã tính; nếu số trong tệp mới đúng thì đơn vị gửi lại tệp hoặc ghi điều chỉnh (baocao adjust), rồi"
         " chạy lại."),
    Rule("S03", _E, "Số liệu bị xóa khỏi tệp",
         "{place}: không còn số liệu {figure}, số tính từ dữ liệu là «{expected}» ({how}){elsewhere}.",
         "Ghi lại số liệu, hoặc bỏ hẳn câu nếu không báo cáo nội dung này."),
    Rule("S04", _E, "Số gõ đè khác số đã tính, ngoài dấu của số liệu",
         "{place}: số liệu {figure} được gõ lại là «{found}», số tính từ dữ liệu là «{expected}» ({how}){elsewhere}.",
         "Ghi lại số đã tính; nếu số trong tệp mới đúng thì đơn vị gửi lại tệp hoặc ghi điều chỉnh (baocao adjust), rồi"
         " chạy lại."),
    Rule("S05", _N, "Chỉ khác cách viết số", "{place}: số liệu {figure} ghi «{found}», báo cáo viết «{expected}».",
         "Không cần sửa; nên viết số giống nhau trong cả báo cáo."),
    Rule("S06", _W, "Câu, đề mục bị sửa", "{place}: «{change}».",
         "Xem lại chỗ sửa; chữ và số cùng câu phải khớp nhau."),
    Rule("S07", _W, "Câu, đề mục được thêm", "{place}: thêm «{found}».",
         "Xem lại câu thêm; số trong câu này không tính từ dữ liệu.", wanted=""),
    Rule("S08", _W, "Câu, đề mục, hình bị bỏ", "{place}: bỏ «{expected}».", "Xem lại có được bỏ nội dung này không."),
    Rule("S09", _W, "Ô của bảng bị sửa", "{place}: trước ghi «{expected}», nay ghi «{found}».", "Xem lại ô này."),
    Rule("S10", _W, "Bảng, dòng, cột được thêm", "{place}: thêm «{found}».",
         "Xem lại phần thêm; số ở đây không tính từ dữ liệu.", wanted=""),
    Rule("S11", _W, "Bảng, dòng, cột bị bỏ", "{place}: bỏ «{expected}»{figures}.",
         "Xem lại có được bỏ phần này không; dòng tổng phải khớp với các dòng còn lại."),
    Rule("S12", _N, "Chuyển sang chỗ khác, không đổi chữ", "{place}: «{found}» được chuyển chỗ.", "Không cần sửa.",
         wanted=""),
    Rule("S13", _E, "Bỏ thông báo dự thảo",
         "Tệp không còn dòng «{expected}», trong khi số liệu vẫn chưa đủ hoặc còn sai.",
         "Chờ đủ số liệu, chạy baocao run --final rồi mới ký."),
    Rule("S14", _N, "Phần văn thư điền", "{place}: {found}.", "Không cần sửa.", wanted=""),
    Rule("S15", _N, "Dữ liệu và tệp", "{reason}.", "Không cần sửa.", wanted=""),
    Rule("S16", _N, "Hình không còn như khi vẽ", "{place}: {found} không còn như khi vẽ từ dữ liệu.",
         "Nhìn lại biểu đồ; chỉ do Word nén hình khi lưu thì không cần sửa.", wanted=""),
)
