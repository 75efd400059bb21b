"""Codes X: exports of other systems."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    # X: exports of other systems
    Rule("X01", _E, "Không tìm thấy bảng trong tệp kết xuất",
         "Tệp «{file}» ({name}) không có đủ các cột; {reason}.",
         "Kết xuất lại đúng mẫu; nếu hệ thống đã đổi tên cột thì sửa tệp ánh xạ trong params."),
    Rule("X02", _E, "Không rõ tệp kết xuất của ai, đọc theo cách nào",
         "Tệp «{file}» không được đọc: {reason}.", "Sửa tên tệp hoặc tệp ánh xạ; mỗi đơn vị một tệp mỗi loại."),
    Rule("X03", _E, "Dòng hồ sơ không có mã hồ sơ",
         "{count} dòng có số liệu nhưng cột «{column}» để trống hoặc không phải mã; các dòng này không được đếm.",
         "Bổ sung mã hồ sơ hoặc xóa dòng thừa."),
    Rule("X04", _E, "Trùng mã hồ sơ",
         "Mã hồ sơ «{found}» lặp lại ở {count} dòng; chỉ dòng đầu tiên được đếm.", "Giữ lại một dòng cho mỗi hồ sơ."),
    Rule("X05", _E, "Không đọc được ngày của hồ sơ",
         "Cột «{column}» cần một ngày, {count} dòng ghi «{found}»; các dòng này không được đếm.",
         "Ghi ngày dạng ngày/tháng/năm, ví dụ 05/02/2024."),
    Rule("X06", _E, "Các ngày của hồ sơ không đúng trình tự",
         "Cột «{column}» ghi {found}, trước ngày tiếp nhận ({count} dòng); các dòng này không được đếm.",
         "Kiểm tra lại ngày tiếp nhận, hạn trả và ngày trả kết quả."),
    Rule("X07", _E, "Giá trị để trống hoặc chưa có trong bảng ánh xạ",
         "Cột «{column}» ghi «{found}» ở {count} dòng, bảng ánh xạ chưa có giá trị này; các dòng này không được đếm.",
         "Sửa lại giá trị, hoặc bổ sung vào mục values của tệp ánh xạ trong params."),
    Rule("X08", _E, "Không biết hạn giải quyết của hồ sơ",
         "{count} dòng không có hạn trả và không đọc được thời hạn giải quyết; các dòng này không được đếm.",
         "Bổ sung hạn trả, hoặc số ngày làm việc giải quyết."),
    Rule("X09", _E, "Tình trạng trái với ngày trả kết quả",
         "{count} dòng có tình trạng và cột «{column}» mâu thuẫn (xong mà không có ngày, hoặc chưa xong mà có ngày); "
         "các dòng này không được đếm.", "Kiểm tra lại tình trạng và ngày trả kết quả."),
    Rule("X10", _E, "Số đếm từ tệp kết xuất chưa chắc chắn",
         "Tệp «{file}» có {count} dòng không dùng được nên các số đếm từ tệp này có thể thiếu.",
         "Sửa các dòng đã nêu rồi kết xuất lại."),
    Rule("X11", _N, "Đã bỏ cột dữ liệu cá nhân",
         "Tệp «{file}» có cột dữ liệu cá nhân ({words}); các cột này không được đọc và không được lưu.",
         "Lần sau nên kết xuất không kèm các cột này."),
    Rule("X12", _E, "Khoảng thời gian của tệp kết xuất khác kỳ báo cáo",
         "Tệp ghi số liệu {found}, kỳ này cần {expected}.", "Kết xuất lại đúng khoảng thời gian của kỳ báo cáo."),
    Rule("X13", _E, "Hai nguồn số liệu hồ sơ của cùng một nơi không khớp",
         "Lĩnh vực «{row}», cột «{column}»: {left} ghi {found}, {right} ghi {expected}.",
         "Đối chiếu hai nguồn; sửa nguồn sai rồi gửi lại.",
         wanted="bằng số của {right} ({expected})", explainable=True),
    Rule("X14", _E, "Tệp kết xuất có nhiều sheet dữ liệu",
         "Sheet «{found}» cũng có đủ các cột nhưng không được đọc; chỉ đọc sheet «{expected}».",
         "Gộp dữ liệu vào một sheet rồi kết xuất lại.",
         wanted=""),
    Rule("X15", _E, "Một hồ sơ có trong hai danh sách",
         "{count} hồ sơ của tệp «{file}» cũng có trong tệp «{other}» nên bị đếm hai lần.",
         "Mỗi hồ sơ chỉ để trong danh sách của nơi giải quyết."),
    Rule("X16", _E, "Tệp kết xuất không có hồ sơ nào của kỳ",
         "Tệp «{file}» không có dòng nào thuộc kỳ báo cáo; không rõ là không phát sinh hay kết xuất thiếu.",
         "Kết xuất lại; nếu không phát sinh thì đánh dấu x vào ô «Không phát sinh trong kỳ» của biểu."),
)
