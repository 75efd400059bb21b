"""Codes R: what does not agree in a text, be it a narrative of a unit or a whole report."""

from __future__ import annotations

from dataclasses import replace

from report_utils.findings.rule import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

_RULES = (
    # R: what does not agree in a text
    Rule("R01", _E, "Các phần không bằng tổng", "Câu ghi {found}, trong khi {expected}.",
         "Đối chiếu tổng với từng phần, sửa số sai.", wanted="{expected}"),
    Rule("R02", _E, "Tỷ lệ không khớp tử số, mẫu số", "Câu ghi {found}, trong khi {expected}.",
         "Tính lại tỷ lệ từ hai số đã nêu; làm tròn từ 5 trở lên.", wanted="{expected}"),
    Rule("R03", _E, "Phần lớn hơn tổng trong câu", "Phần ghi {found}, lớn hơn tổng {expected}.",
         "Đối chiếu lại hai số; nếu là tỷ lệ so với kế hoạch thì ghi rõ.", wanted="không lớn hơn {expected}"),
    Rule("R04", _E, "Bảng cộng không khớp", "Dòng «{row}», cột «{column}»: ghi {found}, trong khi {expected}.",
         "Đối chiếu các ô cùng dòng, cùng cột; sửa ô sai.", wanted="{expected}"),
    Rule("R05", _E, "Số tiền không khớp công thức hoặc đơn vị tính", "Câu ghi {found}, trong khi {expected}.",
         "Đối chiếu các số tiền thành phần và đơn vị tính (đồng, triệu đồng).", wanted="{expected}"),
    Rule("R06", _E, "Mức tăng, giảm không khớp hai số được so sánh", "Câu ghi {found}, trong khi {expected}.",
         "Tính lại mức tăng, giảm từ hai số đã nêu.", wanted="{expected}"),
    Rule("R07", _E, "Một số liệu, hai giá trị", "Nơi này ghi {found}, nơi khác ghi {expected} cho cùng một nội dung.",
         "Chọn số đúng theo nguồn và ghi giống nhau ở mọi nơi; nếu khác phạm vi hoặc thời điểm thì nêu rõ.",
         wanted="một giá trị ở mọi nơi"),
    Rule("R08", _E, "Nhãn trái với loại số", "Nhãn của số này cần {expected}, nhưng câu ghi {found}.",
         "Ghi đúng loại số mà nhãn nêu, hoặc sửa nhãn."),
    Rule("R09", _W, "Thiếu đơn vị tính", "Số {found} không có đơn vị tính.", "Ghi đơn vị tính sau số ({expected})."),
    Rule("R10", _W, "Một số cho hai đại lượng", "Câu nêu cả số lượng và giá trị nhưng chỉ ghi một số {found}.",
         "Ghi riêng {expected}."),
    Rule("R11", _W, "Kỳ nêu trong câu khác kỳ báo cáo", "Câu nêu «{found}» trong báo cáo {expected}: {reason}.",
         "Cập nhật số liệu và kỳ, hoặc nêu rõ là số liệu so sánh.", wanted="{expected}"),
    Rule("R12", _W, "Ngày ngoài kỳ số liệu", "Ngày {found} {reason} ({expected}).",
         "Chỉ nêu kết quả trong kỳ; văn bản làm căn cứ thì viết rõ là căn cứ."),
    Rule("R13", _W, "Ngày lệch kỳ số liệu một ngày", "Ngày {found} {reason} ({expected}).",
         "Đối chiếu kỳ số liệu; việc này thuộc báo cáo kỳ trước."),
    Rule("R14", _N, "Ngày trong kỳ số liệu, ngoài quý theo lịch", "Ngày {found}: {reason} ({expected}).",
         "Giữ nguyên nếu báo cáo theo kỳ số liệu; tránh viết «trong quý» nếu dễ hiểu nhầm.", wanted=""),
    Rule("R15", _E, "Ngày không hợp lý", "«{found}»: {reason}.", "Kiểm tra lại ngày, tháng, năm.", wanted=""),
    Rule("R16", _W, "Số văn bản trái thứ tự ngày",
         "{found} trái thứ tự với {expected}: số lớn hơn phải có ngày không sớm hơn.",
         "Đối chiếu số và ngày với sổ đăng ký văn bản.", wanted=""),
    Rule("R17", _E, "Năm trong ký hiệu khác năm ban hành", "{found}: ký hiệu ghi năm {expected}.",
         "Đối chiếu ký hiệu và ngày của văn bản.", wanted=""),
    Rule("R18", _E, "Một văn bản có hai số hoặc hai ngày", "Nơi này ghi {found}, nơi khác ghi {expected}.",
         "Đối chiếu với bản gốc và ghi thống nhất.", wanted=""),
    Rule("R19", _E, "Số nêu khác số mục liệt kê", "Câu nêu {found} nhưng liệt kê {expected}.",
         "Đếm lại danh sách; bổ sung mục thiếu hoặc sửa số.", wanted="{expected}"),
    Rule("R20", _W, "Hai nơi nói trái nhau",
         "Nơi này nói chưa có, không có hoặc đã xong về «{found}», nơi khác nói ngược lại.",
         "Thống nhất nội dung giữa hai mục.", wanted=""),
    Rule("R21", _W, "Thuật ngữ, tên gọi không còn dùng", "«{found}» không còn dùng từ ngày {since} ({by}).",
         "Thay bằng: {expected}."),
    Rule("R22", _W, "Văn bản viện dẫn đã hết hiệu lực",
         "{found} hết hiệu lực từ ngày {since}.", "Viện dẫn {expected}."),
    Rule("R23", _E, "Có dữ liệu cá nhân",
         "Câu có {found}.", "Bỏ dữ liệu cá nhân khỏi báo cáo; chỉ nêu số lượng.", wanted=""),
    Rule("R24", _E, "Chữ hỏng mã", "Đoạn có {found}.",
         "Gõ lại bằng Unicode dựng sẵn; chữ đúng có thể là «{expected}»."),
    Rule("R25", _W, "Mục chưa có nội dung",
         "Mục này chưa được trả lời.", "Viết nội dung, hoặc ghi rõ chưa phát sinh trong kỳ.",
         wanted="nội dung trả lời"),
    Rule("R26", _W, "Mục hỏi số liệu nhưng trả lời không có số", "Đề mục yêu cầu số liệu, câu trả lời không có số nào.",
         "Bổ sung số liệu theo yêu cầu của đề cương."),
    Rule("R27", _W, "Chữ, câu lặp hoặc thừa", "«{found}» bị lặp hoặc thừa.", "Bỏ phần lặp, thừa.", wanted=""),
    Rule("R28", _W, "Cách tính tỷ lệ không rõ", "Câu nêu tỷ lệ so với «{found}» nhưng lại «{expected}».",
         "Nêu đúng mẫu số của tỷ lệ.", wanted=""),
    Rule("R29", _W, "Ước thực hiện khó đạt", "Ước thực hiện {found} trong khi đến nay mới đạt {expected}.",
         "Xem lại số ước hoặc giải trình.", wanted=""),
    Rule("R30", _W, "Nội dung danh mục trái với tên danh mục", "Tên danh mục nêu «{expected}» nhưng kê «{found}».",
         "Đối chiếu với quyết định công bố.", wanted=""),
    Rule("R31", _W, "Câu mở đầu, kết thúc ghi thiếu", "«{found}»: {reason}.", "Ghi đủ: {expected}."),
    Rule("R32", _W, "Thứ tự nơi lưu", "«{found}»: Văn thư đứng trước (Phụ lục I, phần II, mục 9b NĐ 30/2020/NĐ-CP).",
         "Ghi «Lưu: VT, <đơn vị soạn thảo>».", "Phụ lục I, phần II, mục 9b NĐ 30/2020/NĐ-CP"),
    Rule("R33", _W, "Kết quả trái với chỉ tiêu", "Câu nói đạt, vượt chỉ tiêu {expected} nhưng kết quả ghi {found}.",
         "Đối chiếu kết quả với chỉ tiêu được giao.", wanted="không thấp hơn {expected}"),
    Rule("R34", _W, "Mục không có kết quả của kỳ", "Mục này {reason}.",
         "Nêu việc đã làm trong kỳ, có số liệu hoặc ngày, văn bản.", wanted="kết quả trong kỳ"),
    Rule("R35", _W, "Câu cụt", "«{found}» chỉ nêu thời gian, không nêu việc gì.",
         "Bổ sung việc phải làm, hoặc bỏ phần này.", wanted="câu đủ ý"),
)

_NEVER_EXPLAINED = frozenset({"R23", "R24"})
"""Personal data and spoiled letters are wrong whatever the reason."""

RULES = tuple(replace(rule, explainable=rule.code not in _NEVER_EXPLAINED) for rule in _RULES)
"""A sentence is read by its words alone: a unit may always say why it is right all the same."""
