"""A second labelled set, written after the rules by other means: other words, other mess, values typed as offices do.

No value belongs to a person: parts are drawn at random.
"""

from __future__ import annotations

import datetime as dt
import random
import string

from bench.labelled_columns import Labelled

_SEED = 77
_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Vũ",
    "Bùi",
    "Châu",
    "Tạ",
    "Lưu",
    "Quách",
    "Tống",
    "La",
    "Kiều",
    "Thạch",
    "Nông",
    "Hà",
    "Tô",
    "Lương",
    "Phùng",
    "Từ",
    "Triệu",
    "Đàm",
    "Huỳnh",
    "Võ",
    "Doãn",
)
_LAST = (
    "Nhân",
    "Tín",
    "Kiệt",
    "Diễm",
    "Hương",
    "Quyên",
    "Thư",
    "Tiến",
    "Đạt",
    "Loan",
    "Ngân",
    "Vinh",
    "Hậu",
    "Bích",
    "Thùy Dung",
    "Mỹ Duyên",
    "Quang Huy",
    "Thế Anh",
    "Phương Uyên",
    "Thị Bưởi",
    "Văn Tèo",
    "Thị Kim Chi",
    "Đình Phong",
    "Công Hậu",
)

_NAMED = """
full_name: Tên người bệnh | Họ & tên | HỌ TÊN KHÁCH HÀNG | Họ tên trẻ | ho ten nguoi nop | TenBenhNhan
full_name: Họ và tên mẹ | Chủ cơ sở | Họ, chữ đệm và tên
full_name: Người được cấp chứng chỉ | Bác sĩ điều trị | Người ký | Học viên | Tên nhân viên | Name
full_name: Dược sĩ phụ trách | Người thụ hưởng | HỌ TÊN VÀ CHỨC DANH
citizen_id: Số CCCD/Hộ chiếu | CCCD hoặc mã định danh | ID card number | Số ĐDCN/CMND | so can cuoc
citizen_id: Số thẻ căn cước | MaDinhDanh | CMND/CCCD số | CCCD của người đại diện
id_card: Số chứng minh nhân dân | CMTND | Giấy CMND số
phone: Số đt liên lạc | Tel | Số điện thoại người nhà | DTDD | dien_thoai | SĐT/Zalo | Phone number
phone: điện thoại di động | Số ĐT | LH | Mobile phone | Contact phone
birth_date: Ngày/tháng/năm sinh | N.Sinh | Sinh ngày | Năm sinh (nam) | ngay sinh | Birthday | NgaySinh
birth_date: Nam sinh | BirthDate
sex: Giới | GT | Nam/Nữ | GioiTinh
passport: Số Passport | HC số
insurance_card: Mã BHYT | Số BHYT | Thẻ BHYT số | MaTheBHYT | Mã thẻ bảo hiểm
insurance_code: Mã BHXH | Số BHXH
tax_code_person: MST của cá nhân | Mã số thuế TNCN | Mã số thuế chủ hộ
licence_of_practice: Số chứng chỉ hành nghề dược | CCHN số | Số giấy phép hành nghề
patient_code: Mã y tế | Mã số người bệnh | Số HSBA | MaBN | Mã hồ sơ bệnh án
address: Nơi cư trú | Đ/c liên hệ | Địa chỉ nhà | Nơi thường trú | DiaChi | Hộ khẩu thường trú
address: Nơi đăng ký thường trú | Chỗ ở hiện tại | Home address
email: Địa chỉ email | E-mail cá nhân | mail
bank_account: TK ngân hàng | Số TK | Account number
plate: Biển số | BKS xe
health: Bệnh chính | Chẩn đoán ra viện | Tình trạng sức khỏe | Bệnh nền | Kết quả xét nghiệm HIV
ethnicity: Thành phần dân tộc | Dan toc
marital_status: Tình trạng hôn nhân
family: Quan hệ với chủ hộ
"""
_UNNAMED = [
    "full_name",
    "full_name",
    "full_name",
    "citizen_id",
    "citizen_id",
    "phone",
    "phone",
    "phone",
    "insurance_card",
    "email",
    "birth_date",
    "address",
]
_LAME = ("", "Cột B", "F5", "Dữ liệu", "Unnamed: 0", "x", "Column12", "Trường 3", "col", "2")
_SENTENCES = """
Đã gọi cho anh {name} lúc 9h, hẹn chiều quay lại | Số máy {phone} không liên lạc được | Khách để lại số {phone}
Nhờ chị {name} ký thay
Trùng căn cước {citizen} với hồ sơ trước | Bệnh nhân {name}, sinh năm 1987, cư trú tại xã
Email phản hồi: {email} | CMND cũ {nine}
Thẻ BHYT {card} hết hạn ngày 30/6 | bà {name} ({phone}) nhận kết quả | chuyển vào STK 00{twelve}
đ/c {name} phụ trách | ĐD {name} trực
ĐT 0{spaced} | Người nhận: {name} | +84 {intl} | Ông {upper} không đồng ý
"""
_QUIET = (
    "hoàn tất",
    "thiếu bản sao công chứng",
    "đề nghị nộp lại trước 17h",
    "chuyển phòng Nghiệp vụ Dược",
    "-",
    "không",
    "Đã thu phí 1.500.000 đồng",
    "theo Thông tư 32/2023/TT-BYT",
    "hẹn ngày 12/9/2024",
    "xem văn bản số 1234/SYT-NVY",
)
_BUSINESS = {
    "Tên cơ sở KCB | Đơn vị thực hiện | Nơi công tác | Tên nhà thuốc | Bệnh viện | Nhà cung cấp ||"
    " Cơ sở": "PKĐK {name}|Nhà thuốc tư nhân {last}|TTYT huyện Châu Đức|Công ty CP Dược {family} {last}|BVĐK Lê Lợi|"
    "Quầy thuốc số 12|Phòng chẩn trị YHCT {name}|Thẩm mỹ viện {last}",
    "Địa chỉ phòng khám | Địa chỉ nhà thuốc | Trụ sở chính | Địa điểm kinh doanh |"
    " Địa chỉ công ty": "số {n} đường {name}, khu phố {d}, phường Phước Nguyên|Lô {d}{d}, KCN Phú Mỹ 1|"
    "QL55, xã Bưng Riềng",
    "Số điện thoại cơ sở | ĐT cơ quan | Điện thoại bàn | Số máy trực cấp cứu | Tel. bệnh viện": "0254.3{n}{n}|"
    "(0254) 3{n} {n}|02543{n}{n}",
    "Mã số thuế doanh nghiệp | Mã số DN | MST đơn vị |": "{company}",
    "Số văn bản | QĐ số | Văn bản căn cứ || Số ký hiệu": "{n}/QĐ-SYT|{n}/2024/NĐ-CP|{n}/KH-UBND|{n}/BC-SYT",
    "Mã thủ tục | Mã TTHC trên Cổng DVCQG |": "1.00{n}{d}.000.00.00.H06|2.00{n}{d}.000.00.00.H06|1.01{n}{d}",
    "Số hồ sơ | Mã biên nhận | Mã HS": "H06.15.{d}-2407{d}{d}-00{n}|000.00.15.H06-2409{d}{d}-0{n}",
    "Giá trúng thầu | Đơn giá (VND) | Số tiền thu phí | Vốn điều lệ || Nguyên giá": "{n}{n}000|{n}.{n}.000|{n}000000",
    "Số dư | Tổng chi": "{n}{n}{n}{n}|{n}{n}{n}{n}",
    "Số ĐKKD | Số giấy ĐKHĐ | Số GPHĐ khám chữa bệnh | GPHĐ": "0{n}{d}/SYT-GPHĐ|{n}/BRVT-GPHĐ",
    "Số đăng ký thuốc | SĐK |": "VD-{n}{d}{d}-19|VN-{n}{d}{d}-22|8931{n}{n}{d}{d}23",
    "Số lô - hạn dùng | Batch": "{n}AB{d} - 12/2026|LOT{n}{d}",
    "Mã vùng | Mã ĐVHC | Mã quận/huyện": "26{n}|267{d}{d}",
    "Chuyên khoa | Phạm vi hoạt động | Loại hình tổ chức |": "Nội tổng hợp|Răng hàm mặt|Y học cổ truyền|Sản phụ khoa|"
    "Chẩn đoán hình ảnh",
    "Danh mục bệnh (ICD10) | ICD-10 | Mã bệnh chính theo ICD |": "A09|B01.9|J45.0|K35|Z00.0|S72.1",
    "Ngày hiệu lực | Ngày thẩm định | Hạn nộp | Ngày cấp phép | Updated at | Thời điểm chốt": "0{d}/0{d}/2023|"
    "1{d}/11/2024|2{d}/12/2022",
    "Năm ban hành | Năm sản xuất | Niên độ": "2019|2020|2021|2022|2023|2024",
    "Tỉ lệ giải quyết đúng hạn | % hoàn thành | Công suất giường": "{d}{d},{d}%|100%|9{d}.{d}",
    "Hồ sơ tồn | Số hồ sơ quá hạn | SL thuốc | Tổng số cơ sở | Số bàn khám | Số điều dưỡng | Số nhân viên y tế ||"
    " Số lượng CCHN đã cấp": "{n}|{d}{d}|{d}",
    "Kinh độ, vĩ độ | Toạ độ GPS cơ sở | Latitude": "10.{n}{n}|107.{n}{n}",
    "Quốc gia | Nước sản xuất | Country code": "VN|KR|Đức|Pháp|IN",
    "Tên xã | Đơn vị hành chính | Khu vực | Huyện/TP |": "Xã Hòa Bình|Phường Phú Mỹ|Thị trấn Phước Bửu|Huyện Đất Đỏ|"
    "Phường Kim Dinh|TP. Bà Rịa|Xã Láng Lớn",
    "Địa danh |": "Hòa Bình|Long Điền|Phước Hải|Đất Đỏ|Kim Long|Châu Đức|Bình Châu|Lộc An|Tân Thành|Côn Đảo",
    "Tên bài thuốc | Tên vị thuốc": "Đỗ trọng|Hà thủ ô đỏ|Cao quy bản|Hoàng kỳ|Đinh hương|Kim ngân hoa|Mai mực|"
    "Đào nhân",
    "Tên đường phố | Tên cầu": "{name}|Lê Hồng Phong|Trương Công Định",
    "Mã QR code | Mã tra cứu | Serial": "QR{n}{n}|{n}-{n}-{n}-{n}",
    "Thông tư áp dụng | Căn cứ pháp lý": "Thông tư 32/2023/TT-BYT ngày 31/12/2023|Luật Dược số 105/2016/QH13",
    "Mục tiêu | Giải pháp | Nội dung công việc | Kết quả thực hiện |"
    "": "Tuyên truyền tiêm chủng mở rộng cho trẻ em dưới 5 tuổi|Ông, bà cao tuổi được khám sức khỏe định kỳ|"
    "Tập huấn cho cán bộ y tế xã, phường|- Phối hợp với UBND các xã|Nâng cấp Trạm Y tế phường Nguyễn An Ninh",
    "Độ tuổi | Nhóm đối tượng | Phân nhóm tuổi": "0 - 4 tuổi|5 - 14 tuổi|từ 60 tuổi trở lên",
    "Cách thức nộp | Kênh tiếp nhận | Mức độ DVC": "Toàn trình|Một phần|Trực tiếp tại Bộ phận Một cửa",
    "Email sở | Hộp thư công vụ đơn vị": "syt@tinh{d}.gov.vn|ttyt{d}@tinh.gov.vn",
    "Giờ làm việc | Lịch trực": "7h30 - 17h00|24/24|Thứ 2 - Thứ 6",
}


def held_out() -> tuple[Labelled, ...]:
    """The set; the same columns at every call."""
    maker = _Maker(random.Random(_SEED))  # noqa: S311 - the same columns every time
    return (*maker.named(), *maker.unnamed(), *maker.noted(), *maker.business())


class _Maker:
    """Values out of one source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def named(self) -> list[Labelled]:
        made = []
        for line in _NAMED.strip().splitlines():
            kind, _, headers = line.partition(":")
            for header in headers.split("|"):
                size, style = self.chance.randint(20, 120), self.chance.randrange(3)
                cells = tuple(self.messy(self.value(kind, style)) for _ in range(size))
                made.append(Labelled(header.strip(), cells, kind, is_sure=True))
        return made

    def unnamed(self) -> list[Labelled]:
        made = []
        for turn in range(48):
            kind, header = _UNNAMED[turn % len(_UNNAMED)], self.chance.choice(_LAME)
            cells = tuple(self.value(kind, turn % 3) for _ in range(self.chance.randint(25, 90)))
            made.append(Labelled(header, cells, kind))
        return made

    def noted(self) -> list[Labelled]:
        made = []
        for sentence in _SENTENCES.replace("\n", "|").strip("|").split("|"):
            for header in ("Diễn giải", "Ý kiến", "Lý do trễ hạn", ""):
                cells = [self.chance.choice(_QUIET) for _ in range(self.chance.randint(20, 60))]
                cells.insert(self.chance.randrange(len(cells)), self.filled(sentence.strip()))
                made.append(Labelled(header, tuple(cells), "free_text"))
        return made

    def business(self) -> list[Labelled]:
        made = []
        for headers, patterns in _BUSINESS.items():
            for header in headers.split("|"):
                listed = patterns.split("|")
                cells = tuple(self.filled(self.chance.choice(listed)) for _ in range(self.chance.randint(20, 120)))
                made.append(Labelled(header.strip(), cells, None))
        made.extend(
            Labelled(header, tuple(self.chance.choice(_QUIET) for _ in range(40)), None)
            for header in ("Diễn giải", "Ý kiến", "Lý do trễ hạn", "")
        )
        return made

    def messy(self, value: object) -> object:
        """As people type: blanks around, a hard space, now and then nothing."""
        if not isinstance(value, str) or self.chance.random() < 0.7:
            return value
        return self.chance.choice((f" {value}", f"{value} ", value.replace(" ", "\u00a0"), "", value))

    def digits(self, count: int) -> str:
        return "".join(self.chance.choices(string.digits, k=count))

    def name(self) -> str:
        return f"{self.chance.choice(_FAMILY)} {self.chance.choice(_LAST)}"

    def phone(self) -> str:
        return self.chance.choice(
            ("033", "036", "037", "038", "076", "078", "082", "083", "086", "089", "094", "097")
        ) + self.digits(7)

    def citizen(self) -> str:
        year = self.chance.randint(1940, 2022)
        sex = self.chance.randint(0, 1) + (2 if year > 1999 else 0)
        province = self.chance.choice(("077", "079", "001", "042", "052", "086", "092"))
        return f"{province}{sex}{year % 100:02}{self.digits(6)}"

    def company(self) -> str:
        while True:
            stem = self.chance.choice(("35", "03", "36", "05", "07", "09")) + self.digits(7)
            rest = sum(int(d) * w for d, w in zip(stem, (31, 29, 23, 19, 17, 13, 7, 5, 3), strict=True)) % 11
            if rest:
                return f"{stem}{10 - rest}"

    def filled(self, pattern: str) -> str:
        nine = self.digits(9)
        card = self.chance.choice(("GD", "CK", "TE", "BT", "XK")) + "4" + self.digits(12)
        name = self.name()
        parts = {
            "name": name,
            "upper": name.upper(),
            "phone": self.phone(),
            "citizen": self.citizen(),
            "nine": nine,
            "card": card,
            "email": f"{self.digits(3)}abc.{nine[:2]}@outlook.com",
            "twelve": self.digits(10),
            "spaced": f"{self.phone()[1:4]} {self.digits(3)} {self.digits(3)}",
            "intl": f"{self.phone()[1:]}",
            "family": self.chance.choice(_FAMILY),
            "last": self.chance.choice(_LAST),
            "company": self.company(),
        }
        text = pattern
        for key, value in parts.items():
            text = text.replace(f"{{{key}}}", value)
        while "{n}" in text or "{d}" in text:
            text = text.replace("{n}", str(self.chance.randint(100, 999)), 1).replace(
                "{d}", self.chance.choice("123456789"), 1
            )
        return text

    def value(self, kind: str, style: int) -> object:
        """A value in one of three styles."""
        for make in (self.number, self.card, self.wording):
            made = make(kind, style)
            if made is not None:
                return made
        return self.chance.choice(("Con", "Vợ", "Chủ hộ", "Cháu nội"))

    def number(self, kind: str, style: int) -> object:
        """Numbers of a person."""
        chance = self.chance
        match kind:
            case "citizen_id":
                return (
                    self.citizen(),
                    float(self.citizen()),
                    " ".join((self.citizen()[:3], self.citizen()[3:6], self.digits(6))),
                )[style]
            case "id_card":
                return ("024" + self.digits(6), self.digits(9), int("27" + self.digits(7)))[style]
            case "phone":
                phone = self.phone()
                return (phone, float(phone), f"({phone[:4]}) {phone[4:7]}-{phone[7:]}")[style]
            case "birth_date":
                born = dt.date(chance.randint(1938, 2020), chance.randint(1, 12), chance.randint(1, 28))
                return (born, f"{born.day}/{born.month}/{born.year}", born.year)[style]
            case "tax_code_person":
                return ("8" + self.digits(9), self.citizen(), "8" + self.digits(9))[style]
        return None

    def card(self, kind: str, style: int) -> object:
        """Numbers of cards, papers and things."""
        chance = self.chance
        match kind:
            case "passport":
                return chance.choice("BCK") + self.digits(7 + style % 2)
            case "insurance_card":
                return (
                    chance.choice(("GD", "TE", "DN", "XK"))
                    + chance.choice("12345")
                    + ("" if style else "79")
                    + self.digits(12 if style else 10)
                )
            case "insurance_code":
                return ("79" + self.digits(8), "01" + self.digits(8), float("77" + self.digits(8)))[style]
            case "licence_of_practice":
                return (f"00{self.digits(4)}/HCM-CCHN", f"{self.digits(3)}/CCHND-SYT-BRVT", self.digits(7))[style]
            case "patient_code":
                return (f"24.{self.digits(6)}", f"BN-{self.digits(6)}", int("1" + self.digits(7)))[style]
            case "bank_account":
                return (
                    self.digits(14),
                    f"VCB {self.digits(10)}",
                    f"{self.digits(4)} {self.digits(4)} {self.digits(4)}",
                )[style]
            case "plate":
                return (
                    f"72A-{self.digits(5)}",
                    f"51G {self.digits(3)}.{self.digits(2)}",
                    f"72-B1 {self.digits(3)}.{self.digits(2)}",
                )[style]
        return None

    def wording(self, kind: str, style: int) -> object:
        """Words about a person."""
        chance = self.chance
        match kind:
            case "full_name":
                return (self.name(), f"{self.name().upper()}", f"{chance.choice(('Ông', 'Bà', 'ThS.'))} {self.name()}")[
                    style
                ]
            case "sex":
                return chance.choice((("Nam", "Nữ"), ("M", "F"), (1, 2))[style])
            case "address":
                lane = f"{chance.randint(1, 99)}/{chance.randint(1, 30)}"
                return (
                    f"{lane} {self.name()}, P.{chance.randint(1, 12)}, Vũng Tàu",
                    f"Ấp {chance.randint(1, 9)}, xã Hòa Hưng, H. Xuyên Mộc",
                    f"Khu phố {chance.randint(1, 9)}, thị trấn Ngãi Giao",
                )[style]
            case "email":
                domain = ("gmail.com", "yahoo.com", "icloud.com")[style]
                return f"{chance.choice(('lan', 'tuan', 'bsminh'))}{self.digits(4)}@{domain}"
            case "health":
                return chance.choice(
                    (
                        "Viêm gan B mạn",
                        "Sốt xuất huyết Dengue",
                        "K vú giai đoạn II",
                        "Khỏe mạnh, loại II",
                        "Dương tính",
                        "I10 - Tăng huyết áp",
                    )
                )
            case "ethnicity":
                return chance.choice(("Kinh", "Chơ ro", "Nùng", "Mường"))
            case "marital_status":
                return None
