"""Codes P: workbooks with data sets for publication, and what keeps a data set from being published."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    Rule("P01", _E, "Không phải tệp dữ liệu mở của kế hoạch",
         "Tệp không cho biết là tập dữ liệu nào của kế hoạch (TT trong kế hoạch: «{found}»).",
         "Dùng biểu mẫu tập dữ liệu mở do cơ quan phát, giữ nguyên sheet «Tập dữ liệu»."),
    Rule("P02", _E, "Tệp của tập dữ liệu hoặc cơ quan khác",
         "{what} ghi trong tệp là «{found}», kế hoạch ghi «{expected}».", "Dùng đúng biểu mẫu của tập dữ liệu."),
    Rule("P03", _E, "Hai tệp cho một tập dữ liệu",
         "Tập dữ liệu «{found}» có nhiều tệp: {files}; không biết tệp nào được công bố.", "Chỉ giữ lại một tệp."),
    Rule("P04", _E, "Thiếu thông tin phải công bố cùng dữ liệu",
         "Dòng «{column}» {reason}.", "Điền dòng này trên sheet «Tập dữ liệu»."),
    Rule("P05", _E, "Thiếu sheet", "Tệp không có sheet «{expected}».", "Khôi phục sheet như biểu mẫu đã phát."),
    Rule("P06", _W, "Cột không có trong từ điển",
         "Cột «{found}» của sheet «{sheet}» không có trong từ điển trường dữ liệu nên không được công bố.",
         "Thêm một dòng vào sheet «Trường dữ liệu» nếu cần công bố cột này; nếu không, xóa cột."),
    Rule("P07", _E, "Dữ liệu cá nhân, không được công bố",
         "Cột «{column}» bị chặn: {reason}.",
         "Bỏ cột hoặc gộp số liệu; nếu pháp luật cho phép công bố, ghi căn cứ vào tệp ngoại lệ của cơ quan "
         "(loại dữ liệu: {kind})."),
    Rule("P08", _W, "Cần xem lại về dữ liệu cá nhân", "Cột «{column}»: {reason}.",
         "Xem lại các giá trị của cột trước khi công bố."),
    Rule("P09", _N, "Công bố theo ngoại lệ đã được duyệt",
         "Cột «{column}» được công bố theo {basis}; mục đích: {reason}; người duyệt: {approver}, ngày {day}.",
         "Không cần xử lý; hồ sơ phê duyệt phải được lưu."),
    Rule("P10", _E, "Tập dữ liệu không có dòng nào", "Sheet «{sheet}» không có dòng dữ liệu nào.",
         "Điền dữ liệu dưới dòng tiêu đề, hoặc chưa gửi tệp này."),
    Rule("P11", _E, "Hai trường trùng tên", "Trường «{found}» và «{expected}» cùng có tên cho máy đọc là «{name}».",
         "Ghi tên khác nhau vào cột «Tên trường»."),
    Rule("P12", _E, "Từ điển trường dữ liệu để trống", "Sheet «{sheet}» chưa mô tả cột nào.",
         "Mô tả mỗi cột của sheet «Dữ liệu» trên một dòng của sheet «Trường dữ liệu»."),
    Rule("P13", _E, "Dữ liệu cá nhân trong thông tin đi kèm", "«{column}» bị chặn: {reason}.",
         "Chỉ ghi tên cơ quan, đơn vị; bỏ họ tên, số điện thoại, số giấy tờ của cá nhân."),
    Rule("P14", _E, "Tên trường không dùng được",
         "Cột «{found}» có tên cho máy đọc là «{name}»; {reason}.",
         "Ghi vào cột «Tên trường» chữ không dấu, chữ số và dấu gạch dưới, ví dụ so_giuong."),
    Rule("P15", _W, "Ngoại lệ công bố không có hiệu lực",
         "Ngoại lệ cho cột «{column}» (loại dữ liệu: {kind}): {reason}.",
         "Sửa hoặc xóa dòng này trong tệp privacy_exceptions.csv của cơ quan."),
)
