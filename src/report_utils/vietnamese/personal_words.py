"""Words of column headers that announce personal data, by kind (NĐ 356/2025, articles 3 and 4).

Folded, with their marks; abbreviations as they are used in the offices. The kinds that come first win: an address of
a patient is an address.
"""

from __future__ import annotations

from collections.abc import Mapping

PERSONAL_WORDS: Mapping[str, tuple[str, ...]] = {
    "photo": ("ảnh thẻ", "ảnh chân dung", "chân dung", "ảnh cccd", "ảnh cmnd", "ảnh căn cước", "ảnh 3x4", "ảnh 4x6",
              "hình ảnh", "hình thẻ", "ảnh", "photo", "portrait", "avatar", "vân tay", "sinh trắc", "fingerprint"),
    "email": ("email", "e-mail", "mail", "thư điện tử", "hộp thư", "gmail"),
    "phone": ("điện thoại", "đ thoại", "đthoại", "đt", "sđt", "sdt", "đtdđ", "dtdd", "đtdd", "số máy", "di động",
              "zalo", "viber", "phone",
              "mobile", "tel", "telephone", "cell", "cellphone", "số liên lạc", "số liên hệ", "hotline", "msisdn"),
    "driving_licence": ("gplx", "giấy phép lái xe", "bằng lái", "driving licence", "driver license",
                        "driving license"),
    "passport": ("hộ chiếu", "passport", "hc số", "số hc", "ppt number", "số visa", "thị thực", "visa no",
                 "visa number"),
    "citizen_id": ("cccd", "căn cước", "số định danh", "định danh cá nhân", "định danh công dân", "đdcn", "ddcn",
                   "sđdcn", "mã định danh", "giấy tờ tùy thân", "gttt", "số giấy tờ", "giấy tờ nhân thân", "thẻ cc",
                   "số cc",
                   "citizen id", "national id", "personal id", "identity number", "id number", "identification number",
                   "identity card", "id no", "citizen identification"),
    "id_card": ("cmnd", "cmt", "cmtnd", "cmtnđ", "chứng minh", "chứng minh thư", "giấy cmnd", "id card"),
    "insurance_code": ("bhxh", "sổ bảo hiểm", "mã bảo hiểm xã hội", "bảo hiểm xã hội", "social insurance"),
    "insurance_card": ("bhyt", "thẻ bảo hiểm", "mã thẻ", "số thẻ", "bảo hiểm y tế", "bảo hiểm", "insurance card",
                       "health insurance", "insurance no", "insurance number"),
    "licence_of_practice": ("chứng chỉ hành nghề", "cchn", "gphn", "giấy phép hành nghề", "practice licence",
                            "số cchnd", "chứng chỉ hành nghề dược", "practising certificate", "practice license"),
    "patient_code": ("mã bệnh nhân", "mã người bệnh", "mã bn", "mã nb", "số bệnh án", "mã bệnh án", "mã y tế", "pid",
                     "số hồ sơ bệnh án", "mã hsba", "số hsba", "mã số bệnh nhân", "mã kh bệnh", "patient id",
                     "patient code", "patient no", "mrn", "medical record number", "mã điều trị", "mã đợt điều trị",
                     "mã lk", "số vào viện", "số nhập viện", "số khám bệnh", "mã lượt khám", "mã hssk",
                     "mã hồ sơ sức khỏe", "số hssk",
                     "số lưu trữ",
                     "mã đối tượng"),
    "tax_code_person": ("mã số thuế", "mst", "mstcn", "mã thuế", "tax code", "tax id", "tin no", "tin number",
                        "tin code", "tax number", "tax no"),
    "bank_account": ("tài khoản ngân hàng", "số tài khoản", "stk", "số tk", "tk ngân hàng", "tài khoản nhận",
                     "bank account", "account number", "account no", "iban", "số thẻ atm", "tài khoản atm",
                     "tài khoản thụ hưởng", "tài khoản", "tk lương", "tk nhận",
                     "thẻ ngân hàng", "thẻ atm", "thẻ tín dụng"),
    "digital_account": ("tên đăng nhập", "mật khẩu", "username", "user name", "password", "login", "vneid",
                        "facebook", "link fb", "nick fb", "tài khoản mạng"),
    "plate": ("biển số", "biển kiểm soát", "bks", "license plate", "licence plate", "plate", "plate number", "bsx"),
    "birth_date": ("ngày sinh", "năm sinh", "ngày tháng năm sinh", "sinh ngày", "sinh năm", "ntns", "ns", "n/s", "dob",
                   "birthday", "birth date", "birthdate", "date of birth", "year of birth", "birth year", "yob",
                   "tháng sinh", "ngày tháng sinh", "nsinh", "năm s", "ngày s", "ngày mất", "ngày chết",
                   "ngày tử vong", "born"),
    "birth_place": ("nơi sinh", "nguyên quán", "place of birth", "birthplace", "nơi khai sinh",
                    "nơi đăng ký khai sinh"),
    "address": ("địa chỉ", "đ/c", "đ chỉ", "địa chỉ liên hệ", "thường trú", "tạm trú", "nơi ở", "chỗ ở",
                "quê quán", "hktt",
                "hộ khẩu", "nơi cư trú", "số nhà", "address", "residence", "hometown", "đchỉ", "nơi đk hktt"),
    "sex": ("giới tính", "giới", "gt", "nam/nữ", "sex", "gender", "phái", "gtính"),
    "age": ("tuổi", "age", "độ tuổi"),
    "ethnicity": ("dân tộc", "ethnicity", "ethnic", "ethnic group", "chủng tộc"),
    "religion": ("tôn giáo", "tín ngưỡng", "religion", "đảng viên", "vào đảng", "kết nạp đảng", "thẻ đảng",
                 "chính kiến",
                 "political"),
    "nationality": ("quốc tịch", "nationality", "citizenship"),
    "marital_status": ("hôn nhân", "tình trạng hn", "marital", "marital status"),
    "family": ("quan hệ với chủ hộ", "quan hệ gia đình", "quan hệ với người bệnh", "quan hệ với bệnh nhân",
               "quan hệ với trẻ", "họ tên cha", "họ tên mẹ", "tên cha", "tên mẹ", "tên bố", "tên vợ", "tên chồng",
               "quan hệ với chủ hồ sơ", "con thứ"),
    "crime": ("tiền án", "tiền sự", "án tích", "criminal record"),
    "health": ("chẩn đoán", "icd", "icd10", "icd 10", "chuẩn đoán", "diagnosis", "tiền sử", "tình trạng sức khỏe",
               "loại sức khỏe", "phân loại sức khỏe", "nhóm máu", "blood type", "kết quả xét nghiệm",
               "kq xét nghiệm", "kq xn", "kết quả test",
               "kq test", "kết quả khám", "kq khám",
               "kết luận khám", "tình trạng bệnh", "bệnh lý", "bệnh nền", "bệnh mắc phải", "triệu chứng", "symptoms",
               "hiv", "khuyết tật", "dạng tật", "bệnh kèm theo", "bệnh chính", "dị ứng", "lý do vào viện", "lý do khám",
               "medical condition", "bệnh sử", "kết quả điều trị",
               "chiều cao", "cân nặng", "bmi", "huyết áp", "nhịp tim", "spo2", "nguyên nhân tử vong",
               "nguyên nhân chết",
               "cause of death", "kết luận sức khỏe", "phân loại sk", "phản ứng sau tiêm", "thuốc đang dùng",
               "hbsag", "hbs ag", "tiêm phòng dại", "đường lây", "nhóm nguy cơ", "para", "thai kỳ", "tuổi thai",
               "tuần thai"),
    "location": ("vị trí định vị", "tọa độ nhà", "gps", "location", "tọa độ", "vĩ độ", "kinh độ", "latitude",
                 "longitude", "gt", "nam/nữ", "icd", "icd10", "icd 10", "lat", "lng", "lon", "định vị"),
    "full_name": (
        "họ tên", "họ và tên", "họ đệm", "họ lót", "họ và tên đệm", "họ và đệm", "tên đệm", "chữ đệm", "chữ lót",
        "tên lót", "tên người", "tên khách hàng", "tên khách", "tên công dân", "tên bệnh nhân", "tên nb", "tên bn",
        "tên trẻ", "tên chủ", "tên thường gọi", "tên khai sinh", "tên gọi khác", "bí danh", "tên học viên",
        "tên nhân viên",
        "tên bác sĩ", "tên cán bộ", "tên chồng", "tên con", "người nộp", "chủ hồ sơ", "người yêu cầu", "người đề nghị",
        "người nhận", "người đại diện", "đại diện pháp luật", "người liên hệ", "người được ủy quyền",
        "người phụ trách", "người bệnh", "người hành nghề", "người giám hộ", "người nhà", "chủ cơ sở", "chủ hộ",
        "fullname", "full name", "first name", "last name", "surname", "given name", "middle name", "family name",
        "patient name", "person name", "customer name", "owner name", "holder name", "employee name", "contact name",
        "representative", "tên bà mẹ",
    ),
}  # fmt: skip

ROLES = (
    "bác sĩ", "bác sỹ", "dược sĩ", "cán bộ", "chuyên viên", "giám đốc", "thủ trưởng", "chủ nhiệm", "phụ trách",
    "liên hệ", "nhân viên", "bệnh nhân", "khách hàng", "học viên", "người", "cha", "mẹ", "name", "tên", "contact",
    "owner",
    "patient", "doctor", "thí sinh", "tác giả", "họ", "nb", "bn", "chồng", "vợ", "công dân", "cá nhân", "trẻ", "con",
)  # fmt: skip
"""Words under which persons may be named: the values decide."""

_NEED_VALUES = frozenset((
    "mã định danh", "ns", "giới", "ảnh", "hình ảnh", "lat", "lng", "lon", "location", "plate", "cell", "mail",
    "login", "born", "mã thẻ", "số thẻ", "số lưu trữ", "mã đối tượng", "mã lk", "sex", "age", "representative",
    "khuyết tật", "sức khỏe", "tọa độ", "vĩ độ", "kinh độ", "số nhà", "mã y tế",
))  # fmt: skip

SURE_WORDS = tuple(word for listed in PERSONAL_WORDS.values() for word in listed if word not in _NEED_VALUES)
"""Words that make a header personal whatever stands under it; under the others the values decide."""
