"""Codes D: what does not agree within a plan that the agency follows; its text is kept as it is."""

from __future__ import annotations

from report_utils.findings.rule import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    Rule("D01", _W, "Tập dữ liệu trùng tên trong kế hoạch",
         "Kế hoạch dữ liệu mở ghi trùng tên các tập số {numbers}: «{found}».",
         "Đề nghị cơ quan ban hành bỏ tập trùng; đến khi kế hoạch được sửa, mỗi tập vẫn được tính riêng."),
    Rule("D02", _W, "Đơn vị chủ trì ghi trong kế hoạch khác đơn vị được hỏi",
         "Tập dữ liệu số {numbers}: kế hoạch ghi «{found}», số liệu đang lấy từ «{expected}».",
         "Đối chiếu bản gốc của kế hoạch; sửa cột owner hoặc đề nghị đính chính kế hoạch."),
    Rule("D03", _N, "Kế hoạch không ghi đơn vị chủ trì",
         "Tập dữ liệu số {numbers}: kế hoạch không ghi đơn vị chủ trì, số liệu đang lấy từ «{expected}».",
         "Đề nghị cơ quan ban hành bổ sung đơn vị chủ trì."),
    Rule("D04", _N, "Nhiều đơn vị cùng chủ trì",
         "Tập dữ liệu số {numbers}: kế hoạch ghi chung «{found}», không nói tập nào của đơn vị nào.",
         "Đề nghị phân công rõ từng tập; đến khi đó mỗi tập được hỏi ở mọi đơn vị, một đơn vị công bố là đủ."),
    Rule("D05", _W, "Tần suất do đơn vị ghi không hiểu được",
         "Tập dữ liệu «{row}» ghi tần suất «{found}».",
         "Ghi theo mẫu: 01 năm/lần, 6 tháng/lần, hàng tháng, khi có thay đổi."),
    Rule("D06", _W, "Ngày cập nhật trước ngày công bố",
         "Tập dữ liệu «{row}»: ngày cập nhật {found} trước ngày công bố {expected}.",
         "Kiểm tra lại hai ngày."),
    Rule("D07", _E, "Các đơn vị cùng chủ trì báo khác nhau",
         "Nhiệm vụ «{row}»: đơn vị ghi «{found}», {what} ghi «{expected}».",
         "Các đơn vị cùng chủ trì thống nhất một kết quả rồi gửi lại.", wanted="«{expected}»"),
    Rule("D08", _W, "Minh chứng không nêu văn bản hoặc tệp",
         "Nhiệm vụ «{row}» ghi đã thực hiện, minh chứng «{found}» không có số văn bản hoặc tên tệp.",
         "Ghi số, ký hiệu và ngày của văn bản, hoặc tên tệp kèm theo.", explainable=True),
    Rule("D09", _W, "Nhiệm vụ quá hạn chưa nêu lý do",
         "Nhiệm vụ «{row}» có thời hạn «{found}», chưa thực hiện xong và không nêu lý do.",
         "Ghi lý do chậm, khó khăn, vướng mắc và hướng giải quyết."),
    Rule("D10", _W, "Chủ trì nhiệm vụ ghi trong kế hoạch khác đơn vị được hỏi",
         "Nhiệm vụ {numbers}: kế hoạch ghi «{found}», số liệu đang lấy từ «{expected}».",
         "Đối chiếu bản gốc của kế hoạch; sửa cột lead trong plan_tasks.csv."),
    Rule("D11", _E, "Nhiệm vụ kỳ trước đã thực hiện, kỳ này báo khác",
         "Nhiệm vụ «{row}»: kỳ này ghi «{found}», kỳ trước đã báo «{expected}».",
         "Giữ kết quả đã báo; nếu kỳ trước báo sai thì giải trình ở sheet «Giải trình».", wanted="«{expected}»",
         explainable=True),
    Rule("D12", _W, "Ngày hoàn thành trước ngày kế hoạch có hiệu lực",
         "Nhiệm vụ «{row}» ghi hoàn thành ngày {found}, kế hoạch có hiệu lực từ ngày {expected}.",
         "Kiểm tra lại ngày hoàn thành.", explainable=True),
)
