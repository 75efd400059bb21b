"""Words of headers that say something of a person only where the rows are persons, by kind.

"Kết quả điều trị" beside a name is somebody's health; in a summary it is a group, in a catalogue a heading.
"""

from __future__ import annotations

from collections.abc import Mapping

BESIDE_PERSONS: Mapping[str, tuple[str, ...]] = {
    "health": (
        "bệnh", "bệnh tật", "thể bệnh", "thể lao", "giai đoạn", "thương tật", "tổn thương",
        "suy giảm khả năng lao động",
        "mức độ bệnh", "mức độ nặng", "mức độ khuyết tật", "mức độ tổn thương", "kết quả pcr", "kết quả xn",
        "kết quả sàng lọc", "kết quả siêu âm", "kết quả điện tim", "kết quả khám",
        "kết quả giám định", "kết quả giải phẫu", "kết quả tầm soát", "kết quả cấy", "kết quả x-quang", "kết quả hiv",
        "kết quả đo", "kết quả test", "kết quả điều trị", "phác đồ", "đơn thuốc", "toa thuốc", "thuốc điều trị",
        "thuốc cấp",
        "thuốc sử dụng", "sinh hiệu", "sinh tồn", "x-ray", "xray", "thị lực", "thính lực", "đường huyết", "glucose",
        "cd4", "tải lượng",
        "test nhanh",
        "chỉ định", "nghiện", "ma túy", "methadone", "arv", "lý do nhập viện", "lý do chuyển", "lý do tử vong",
        "phẫu thuật",
        "tránh thai", "kinh cuối", "kcc", "ttct", "tiền căn", "tiền sản", "mũi tiêm", "mũi", "tình trạng tiêm",
        "tiêm chủng",
        "tiêm vắc xin",
        "đã tiêm", "dinh dưỡng", "tâm thần", "sức khỏe", "sk", "chuyển dạ", "weight", "height", "temperature",
        "pulse", "feeding", "cân", "nhiệt độ", "cách đẻ", "cách sinh", "ngôi thai",
        "apgar",
        "biến chứng", "di chứng", "tình trạng ra viện", "tình trạng hiện tại", "tình trạng lúc", "tình trạng sau",
        "tình trạng nhiễm", "tình trạng người bệnh", "tình trạng bệnh nhân", "tình trạng vết thương", "tình trạng mẹ",
        "tình trạng con", "tình trạng trẻ", "tình trạng miễn dịch", "tình trạng thai", "tử vong", "nguyên nhân",
        "disease",
        "illness", "symptom", "test result", "lab result", "treatment", "outcome", "comorbidity", "comorbidities",
        "allergy",
        "blood", "disability", "vaccine", "vaccination", "dose", "severity", "pcr", "cđ", "cd", "chđ", "tsb", "kqxn",
        "kq đt",
        "nhóm bệnh", "phân độ", "phân loại bệnh", "loại bệnh", "loại khuyết tật", "loại thương tật", "dạng khuyết tật",
        "mã icd", "nước tiểu", "công thức máu", "cholesterol", "hba1c", "đo mắt", "khám lâm sàng", "lâm sàng",
        "thể lực",
        "cao", "nặng", "vòng bụng", "vòng đầu", "khả năng tự", "chăm sóc", "phục hồi", "cai nghiện", "tư vấn",
        "phơi nhiễm",
        "hành vi nguy cơ", "yếu tố nguy cơ", "yếu tố dịch tễ", "kết luận", "result", "bptt", "xét nghiệm", "siêu âm",
        "điện tim", "nội soi",
        "condition", "tái khám", "điều trị", "theo dõi", "mang thai", "tuổi thai", "tình trạng thai", "ngôi",
        "dự sinh", "dự kiến sinh",
        "liều", "liều dùng", "liều hiệu dụng", "liều chiếu", "bp", "ha", "mạch", "nhịp thở", "nằm viện", "nhập viện",
        "biểu hiện", "complaint", "complaints", "sơ bộ", "mắt", "răng", "dịch tễ", "tiếp xúc", "tổng trạng",
        "tri giác", "thể trạng",
    ),
    "family": (
        "quan hệ", "thân nhân", "người thân", "phụ huynh", "cha", "mẹ", "bố", "ba mẹ", "vợ", "chồng", "con thứ",
        "số con",
        "anh chị em", "gia đình", "hoàn cảnh", "relationship", "relation", "father", "mother", "spouse", "next of kin",
        "guardian", "gia cảnh", "hộ nghèo", "diện chính sách", "đối tượng chính sách", "thành phần gia đình",
    ),
    "address": ("số nhà", "village", "hamlet", "thôn", "ấp", "tổ dân phố", "khu phố", "khóm", "đường", "street", "tổ"),
    "personal_detail": (
        "nghề nghiệp", "nghề", "học vấn", "trình độ học vấn", "trình độ văn hóa", "tđvh", "tđhv", "tđcm", "thu nhập",
        "mức lương", "lương",
        "hệ số lương", "bậc lương", "phụ cấp", "số hiệu", "số chứng chỉ", "chứng chỉ số", "số văn bằng", "văn bằng số",
        "số bằng", "mã nhân viên", "mã cán bộ", "mã viên chức", "mã công chức", "mã số cán bộ", "số hiệu công chức",
        "mã học viên", "mã sinh viên", "mssv", "mã thí sinh", "số báo danh", "sbd", "mã khách hàng", "mã kh",
        "employee id",
        "employee code", "staff id", "student id", "customer id", "user id", "occupation", "job", "education", "income",
        "salary", "mã thẻ", "số thẻ", "mã định danh", "mã cá nhân", "personal code", "mã hộ", "số sổ", "mã người",
        "mã đối tượng", "mã số", "ký nhận", "chữ ký", "nickname", "biệt danh", "năm công tác", "số đăng ký",
        "thâm niên", "kỷ luật",
        "mã bệnh phẩm", "mã mẫu", "mã ca", "mã trẻ", "sample id", "case id", "case no", "đoàn viên",
        "đảng", "race", "nation", "điểm thi", "điểm số", "điểm kiểm tra", "điểm trung bình", "học lực", "hạnh kiểm",
    ),
}  # fmt: skip

OTHER_HEADS = (
    "lô", "hạn", "giá", "đơn giá", "phí", "đơn vị", "nơi", "cơ sở", "địa điểm", "điểm tiêm", "điểm khám", "điểm lấy",
    "điểm đến", "điểm hiến", "điểm tiếp nhận", "điểm bán", "khoa", "phòng", "trạm", "ngày", "hội đồng", "máy",
    "tổ chức",
    "quyết định", "lý do từ chối", "lý do trả", "lý do hủy", "phân xưởng", "thủ tục", "công văn", "văn bản", "lĩnh vực",
    "kinh phí", "tiền", "hóa đơn", "biên lai", "phiếu", "đợt", "lớp", "khóa", "gói", "buồng", "giường", "bệnh viện",
    "trung tâm", "tổ", "phạm vi", "vị trí", "chuyên khoa", "thời hạn", "thời gian", "thời lượng", "thời điểm", "xã",
    "phường", "quận", "huyện", "tỉnh", "năm học", "nhà cung cấp", "hãng", "vắc xin", "mức độ hài lòng", "mức hài lòng",
    "hài lòng", "quyển", "kho", "lịch", "dịch vụ", "nguồn nước", "nguồn tài trợ", "nguồn kinh phí", "nguồn chi",
    "nguồn vốn",
    "tuyến", "thể tích", "chỉ số bi", "breteau", "mật độ", "phương tiện vận chuyển", "phương tiện đi lại", "khung",
    "bên giao", "nội dung", "hành vi vi phạm", "khu vực", "khu", "khu cách ly", "khu điều trị", "địa bàn",
    "hội trường", "bưu cục", "phần quà", "bộ phận công tác", "bộ phận làm việc", "ca trực", "buổi", "kíp",
    "đoàn", "nhóm sự cố", "kênh", "hình thức", "hướng xử lý", "trạng thái", "tình trạng hồ sơ", "tình trạng xử lý",
    "kết quả xử lý", "kết quả giải quyết", "cơ quan", "ghi sổ", "thứ", "phiên", "chương trình", "dự án", "ngân hàng",
    "công ty", "trường", "nhà máy", "tên lớp", "môn", "danh hiệu", "chức danh", "chức vụ", "mẫu", "biểu", "tên thuốc",
    "thuốc bán", "đơn vị tính", "số lượng", "lượt", "vật tư", "mặt hàng", "sản phẩm", "kỳ", "quý", "tháng", "tuần",
    "năm",
    "dụng cụ chứa", "loại xe", "loại hình", "trị giá", "chi phí", "cửa khẩu", "khách sạn", "thẩm quyền",
    "thuộc thẩm quyền",
)  # fmt: skip
"""Heads of headers (the first words, as Vietnamese puts them) that are no person's: a place, a paper, goods."""

OTHERS_IN_ENGLISH = (
    "department", "facility", "room", "ward", "batch", "lot", "expiry", "price", "unit", "date", "module", "role",
    "service", "gate", "port", "border", "slot", "session", "queue", "fee", "hotel", "branch", "channel",
    "institution", "course",
    "school", "class", "program", "university",
)  # fmt: skip
"""The same, wherever they stand in a header."""
