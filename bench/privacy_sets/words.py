"""Names, places and words that the made-up tables are filled with. Every person is invented."""

FAMILY = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Trịnh", "Mai", "Tô", "Lâm", "Cao", "Châu", "Quách", "Tạ", "Thái", "Lương", "Triệu", "Vương",
    "Tăng",
]
MID_MALE = ["Văn", "Đức", "Hữu", "Minh", "Quốc", "Công", "Thanh", "Đình", "Xuân", "Ngọc"]
MID_FEMALE = ["Thị", "Thị Kim", "Ngọc", "Thị Thanh", "Thu", "Bích", "Thị Mỹ", "Hồng"]
MALE = [
    "An", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Khoa", "Long", "Nam", "Phúc", "Quân", "Sơn", "Tài", "Thắng",
    "Tuấn", "Vinh", "Lộc", "Toàn", "Nghĩa", "Trung",
]
FEMALE = [
    "Lan", "Hoa", "Hương", "Mai", "Nga", "Oanh", "Phượng", "Quyên", "Thảo", "Trang", "Uyên", "Vân", "Yến", "Nhung",
    "Hạnh", "Diệp", "Ngân", "Tuyền", "Loan", "Thúy",
]
ETHNIC_NAMES = [
    "Y Bliu Niê", "H'Linh Niê Kdăm", "K'Brèo", "Ka Thúy", "Siu Hlơ", "Rơ Chăm Phiơ", "Ksor H'Bé", "Điểu Krang",
    "Thạch Sô Phia", "Kim Sa Rươl", "Danh Út", "Vàng A Páo", "Giàng Thị Mỷ", "Lò Văn Inh", "Sùng A Chứ", "Hạng Thị Dợ",
    "Chamaléa Thị Khiêm", "Katơr Hạnh", "Đinh Thị Brôi", "A Thut", "Y Nhơi", "Hồ Văn Xới", "Bh'riu Liếc", "Blúp Mai",
    "Cụt Thị Hoa", "Moong Văn Nghệ", "Lầu Bá Tu", "Phùng Chẳn Phin", "Tẩn Lở Mẩy", "Chẻo Mùi Pết",
]
PEOPLES = ["Kinh", "Hoa", "Chăm", "Khmer", "Ê Đê", "Gia Rai", "Tày", "Nùng", "Mường", "Châu Ro"]
WARDS = [
    "Long Điền", "Đất Đỏ", "Phước Hải", "Long Hải", "Tam Thắng", "Rạch Dừa", "Phước Thắng", "Bà Rịa", "Long Hương",
    "Tam Long", "Phú Mỹ", "Tân Thành", "Châu Pha", "Ngãi Giao", "Bình Giã", "Kim Long", "Xuân Sơn", "Hồ Tràm",
    "Hòa Hiệp",
    "Bàu Lâm", "Quy Nhơn Nam", "An Nhơn Bắc", "Tuy Phước", "Phù Cát", "Hoài Nhơn Tây", "Vân Canh", "Bồng Sơn",
    "Diêu Trì",
]
STREETS = [
    "Lê Lợi", "Trần Hưng Đạo", "Nguyễn Huệ", "Hùng Vương", "Cách Mạng Tháng Tám", "Võ Thị Sáu", "Phan Chu Trinh",
    "Trương Công Định", "Lý Thường Kiệt", "Ba Tháng Hai", "Hoàng Hoa Thám", "Bạch Đằng", "Nguyễn Hữu Cảnh",
    "Quốc lộ 55",
]
ICD = [
    ("A90", "Sốt xuất huyết Dengue"), ("B20", "Bệnh HIV dẫn đến bệnh nhiễm trùng"), ("I10", "Tăng huyết áp vô căn"),
    ("E11.9", "Đái tháo đường típ 2"), ("J18.9", "Viêm phổi, tác nhân không xác định"), ("K29.7", "Viêm dạ dày"),
    ("A15.0", "Lao phổi"), ("F20.0", "Tâm thần phân liệt thể paranoid"), ("C50", "U ác của vú"), ("N18.5",
     "Bệnh thận mạn gđ 5"),
    ("J45", "Hen phế quản"), ("B18.1", "Viêm gan B mạn"), ("O80", "Đẻ thường"), ("S72.0", "Gãy cổ xương đùi"),
    ("G40", "Động kinh"), ("M54.5", "Đau thắt lưng"), ("B08.4", "Tay chân miệng"), ("J06.9",
     "Nhiễm trùng hô hấp trên cấp"),
    ("I63", "Nhồi máu não"), ("H25", "Đục thủy tinh thể người già"), ("A91", "Sốt xuất huyết có cảnh báo"), ("D56",
     "Thalassemia"),
]
DRUGS = [
    "Paracetamol 500mg", "Amoxicillin 500mg", "Metformin 850mg", "Amlodipin 5mg", "Losartan 50mg", "Omeprazol 20mg",
    "Cefuroxim 250mg", "Salbutamol 4mg", "Insulin Mixtard 30", "Vitamin B1 100mg", "Ringer lactat 500ml",
    "Diazepam 5mg",
    "Atorvastatin 20mg", "Cetirizin 10mg", "Oresol 245", "Natri clorid 0,9%", "Gliclazid MR 30mg", "Spiramycin 1,5 MIU",
]
SERVICES = [
    "Siêu âm ổ bụng tổng quát", "Chụp X-quang ngực thẳng", "Điện tâm đồ thường", "Nội soi dạ dày tá tràng",
    "Khâu vết thương",
    "Xét nghiệm tổng phân tích tế bào máu", "Định lượng glucose", "Khám bệnh", "Nhổ răng sữa",
    "Chụp CT sọ não không cản quang",
    "Phẫu thuật nội soi cắt ruột thừa", "Đặt nội khí quản", "Thay băng", "Truyền máu", "Châm cứu", "Xoa bóp bấm huyệt",
]
DEVICES = [
    "Máy siêu âm màu 4D", "Máy thở", "Monitor 5 thông số", "Máy X-quang kỹ thuật số", "Máy xét nghiệm sinh hóa",
    "Bơm tiêm điện", "Máy điện tim 6 cần", "Tủ lạnh bảo quản vắc xin", "Nồi hấp tiệt trùng",
    "Xe cứu thương Ford Transit",
]
COMPANIES = [
    "Công ty Cổ phần Dược Hậu Giang", "Công ty TNHH Thiết bị y tế Việt Nhật", "Công ty CP Dược phẩm Imexpharm",
    "Công ty TNHH MTV Dược Sài Gòn", "Công ty TNHH Zuellig Pharma Việt Nam", "Tổng công ty Dược Việt Nam",
    "Công ty CP Traphaco", "Công ty TNHH Thương mại Hoàng Đức", "Công ty CP Pymepharco",
    "Doanh nghiệp tư nhân Ánh Dương",
]
PROCEDURES = [
    "Cấp mới chứng chỉ hành nghề khám bệnh, chữa bệnh", "Cấp giấy chứng nhận đủ điều kiện kinh doanh dược",
    "Công bố cơ sở đủ điều kiện tiêm chủng", "Điều chỉnh giấy phép hoạt động",
    "Cấp lại giấy chứng nhận an toàn thực phẩm",
    "Xác nhận nội dung quảng cáo", "Công bố đủ điều kiện mua bán trang thiết bị y tế loại B, C, D",
    "Cấp giấy phép hoạt động đối với phòng khám đa khoa", "Khám giám định thương tật lần đầu", "Cấp giấy khám sức khỏe",
]
FIRM_NAMES = ["Minh Châu", "Hoàn Mỹ", "Tâm Đức", "An Khang", "Phúc Hưng", "Vạn Phước", "Việt Đức", "Thiên Ân",
"Hồng Ngọc", "Đại Tín"]
