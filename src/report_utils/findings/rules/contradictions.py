"""Codes V: what contradicts itself."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    # V: what contradicts itself
    Rule("V01", _E, "Đẳng thức của biểu không đúng",
         "Dòng «{row}»: {left} = {found}, {right} = {expected}.", "Đối chiếu các ô liên quan trong dòng, sửa ô sai.",
         wanted="{relation}"),
    Rule("V02", _E, "Tồn kỳ trước khác số chưa giải quyết của kỳ trước",
         "Lĩnh vực «{row}»: tồn kỳ trước ghi {found}, cuối kỳ trước còn {expected}.",
         "Đối chiếu với báo cáo kỳ trước; giải trình nếu số kỳ trước đã điều chỉnh.",
         wanted="bằng số cuối kỳ trước ({expected})"),
    Rule("V03", _E, "Phần lớn hơn tổng",
         "Dòng «{row}»: {part} = {found} lớn hơn {whole} = {expected}.",
         "Đối chiếu các ô liên quan trong dòng, sửa ô sai.",
         wanted="không lớn hơn {expected}"),
    Rule("V04", _E, "Tử số lớn hơn mẫu số",
         "Chỉ tiêu «{row}»: tử số {found} lớn hơn mẫu số {expected}.", "Kiểm tra lại tử số và mẫu số.",
         wanted="không lớn hơn {expected}"),
    Rule("V05", _E, "Chỉ tiêu thiếu tử số hoặc mẫu số",
         "Chỉ tiêu «{row}» thiếu {missing} và không khai báo «không phát sinh».",
         "Điền đủ tử số, mẫu số; không có phát sinh thì đánh dấu x."),
    Rule("V06", _E, "Thuyết minh để trống",
         "Mục «{row}» không có nội dung và không khai báo «không phát sinh».",
         "Viết nội dung, hoặc đánh dấu x nếu không phát sinh (mục cho phép)."),
    Rule("V07", _E, "Mục không được khai báo «không phát sinh»",
         "Mục «{row}» phải có nội dung báo cáo.", "Viết nội dung thay cho dấu x."),
    Rule("V08", _E, "Số lũy kế không khớp kỳ trước",
         "«{row}»: lũy kế {found}, lũy kế kỳ trước cộng số trong kỳ là {expected}.",
         "Kiểm tra số trong kỳ và số lũy kế.",
         wanted="bằng lũy kế kỳ trước cộng số trong kỳ ({expected})"),
    Rule("V10", _E, "Khai «đã công bố» mà ngày công bố không hợp lệ",
         "Tập dữ liệu «{row}» ghi đã công bố, ngày công bố: {found}; cần {expected}.", "Ghi đúng ngày công bố."),
    Rule("V11", _E, "Đã thực hiện lớn hơn kế hoạch",
         "«{row}»: {found} đồng, lớn hơn tổng kế hoạch {expected} đồng.", "Kiểm tra lại số tiền và đơn vị tính.",
         wanted="không lớn hơn {expected}"),
    Rule("V12", _W, "Không có số liệu kỳ trước để đối chiếu",
         "Chưa có số liệu {what} {before} của đơn vị nên không đối chiếu được số chuyển sang kỳ này.",
         "Gửi tệp số liệu {before} nếu chưa gửi."),
    Rule("V09", _E, "Khai «đã thực hiện» mà không có minh chứng",
         "Nhiệm vụ «{row}» ghi đã thực hiện nhưng thiếu {missing}.", "Ghi ngày hoàn thành và kết quả, minh chứng."),
    Rule("V13", _E, "Ngày sau thời điểm chốt số liệu",
         "«{row}», cột «{column}»: ghi ngày {found}, sau thời điểm chốt số liệu {expected}.",
         "Kiểm tra lại ngày, tháng, năm; việc sau thời điểm chốt thuộc kỳ sau.",
         wanted="không sau {expected}"),
    Rule("V14", _W, "Chỉ tiêu có mẫu số bằng 0",
         "Chỉ tiêu «{row}»: mẫu số bằng 0 nên không có tỷ lệ.", "Nếu không phát sinh thì đánh dấu x."),
    Rule("V15", _E, "Có ngày hoàn thành mà tình trạng chưa hoàn thành",
         "Nhiệm vụ «{row}» ghi ngày hoàn thành nhưng tình trạng là «{found}».",
         "Sửa tình trạng, hoặc xóa ngày hoàn thành."),
)
