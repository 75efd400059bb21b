"""Columns with and without personal data, built from random parts: no value belongs to a person.

`labelled()` gives more than 400 of them, the same every time: identifiers in many spellings, and what looks like them.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Values = Callable[[], object]


@dataclass(frozen=True)
class Labelled:
    """A column; `kind` is None where it is clean. `is_sure`: it has a header that says so, or a check digit."""

    header: str
    values: tuple[object, ...]
    kind: str | None
    is_sure: bool = False


_ROWS = random.Random(20260101)  # noqa: S311 - the same columns every time
_PROVINCES = [
    "001",
    "017",
    "024",
    "031",
    "036",
    "038",
    "040",
    "044",
    "048",
    "051",
    "056",
    "060",
    "064",
    "068",
    "074",
    "075",
    "077",
    "079",
    "082",
    "087",
    "091",
    "094",
    "096",
]
_SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Hoàng",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Đoàn",
    "Lâm",
    "Mai",
    "Trịnh",
    "Cao",
    "Đào",
]
_MIDDLE = [
    "Văn",
    "Thị",
    "Đức",
    "Minh",
    "Ngọc",
    "Thanh",
    "Hữu",
    "Quốc",
    "Xuân",
    "Thu",
    "Kim",
    "Hoài",
    "Gia",
    "Bảo",
    "Như",
]
_GIVEN = [
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hạnh",
    "Hùng",
    "Khánh",
    "Lan",
    "Linh",
    "Mai",
    "Nam",
    "Nga",
    "Oanh",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
    "Thảo",
    "Trang",
    "Tuấn",
    "Vy",
    "Yến",
]
_STREETS = ("Lê Lợi", "Trần Phú", "Nguyễn Huệ", "Lý Thường Kiệt", "Hai Bà Trưng", "30 Tháng 4", "Ba Cu", "Hoàng Diệu")
_WARDS = (
    "Phường 1",
    "Phường Thắng Tam",
    "Xã Long Sơn",
    "Phường Rạch Dừa",
    "Xã Hòa Long",
    "Thị trấn Long Hải",
    "Xã Tân Hưng",
    "Xã Phước Tân",
    "Phường Long Toàn",
    "Xã Bông Trang",
)
_ICD = ("J18.9", "I10", "E11.9", "K29.7", "A90", "J06.9", "M54.5", "N39.0", "B34.9", "H10.9")


def _digits(count: int) -> str:
    return "".join(str(_ROWS.randrange(10)) for _ in range(count))


def name() -> str:
    """A full name."""
    middle = _ROWS.sample(_MIDDLE, _ROWS.choice((1, 1, 1, 2)))
    return " ".join((_ROWS.choice(_SURNAMES), *middle, _ROWS.choice(_GIVEN)))


def plain(text: str) -> str:
    """The text without marks."""
    base = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in base if not unicodedata.combining(sign))


def citizen() -> str:
    """A number like those of citizens."""
    born = _ROWS.randrange(1935, 2024)
    century = 0 if born < 2000 else 2
    return f"{_ROWS.choice(_PROVINCES)}{century + _ROWS.randrange(2)}{born % 100:02d}{_digits(6)}"


def mobile() -> str:
    """A mobile telephone number."""
    return _ROWS.choice(
        ("032", "035", "039", "056", "058", "070", "077", "079", "081", "085", "088", "090", "091", "093", "096", "098")
    ) + _digits(7)


def landline() -> str:
    """A telephone number of an office."""
    return f"0254 3{_ROWS.randrange(5, 9)}{_digits(5)}"


def tax_code(first: str) -> str:
    """A tax code with its check digit."""
    stem = first + _digits(9 - len(first))
    rest = sum(int(d) * w for d, w in zip(stem, (31, 29, 23, 19, 17, 13, 7, 5, 3), strict=True)) % 11
    return tax_code(first) if rest == 0 else f"{stem}{10 - rest}"


def card() -> str:
    """A number like those of health insurance cards."""
    return _ROWS.choice(("DN", "HC", "CH", "HT", "TE", "GD", "HN", "SV")) + str(_ROWS.randrange(1, 6)) + _digits(12)


def day(first: int, last: int) -> str:
    """A day between two years."""
    return f"{_ROWS.randrange(1, 29):02d}/{_ROWS.randrange(1, 13):02d}/{_ROWS.randrange(first, last + 1)}"


def home() -> str:
    """An address."""
    return f"{_ROWS.randrange(1, 400)} {_ROWS.choice(_STREETS)}, {_ROWS.choice(_WARDS)}, TP Vũng Tàu"


def facility() -> str:
    """The name of an institution, often after a person."""
    return _ROWS.choice(
        (
            "Phòng khám BS. {n}",
            "Nhà thuốc {n}",
            "Bệnh viện {s}",
            "Công ty TNHH {n}",
            "Quầy thuốc {g} {g}",
            "Trạm Y tế {w}",
            "Nha khoa {n}",
            "Hộ kinh doanh {n}",
            "Cơ sở dịch vụ y tế {n}",
        )
    ).format(n=name(), s=_ROWS.choice(_STREETS), g=_ROWS.choice(_GIVEN), w=_ROWS.choice(_WARDS))


def _spaced(text: str, groups: tuple[int, ...], sign: str) -> str:
    parts, at = [], 0
    for size in groups:
        parts.append(text[at : at + size])
        at += size
    return sign.join((*parts, text[at:])).rstrip(sign)


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in text)


def _rare(values: Values, usual: Values, share: float = 0.1) -> Values:
    return lambda: values() if _ROWS.random() < share else usual()


_NOTE = ("đã bổ sung giấy tờ", "hồ sơ đủ", "chờ kết quả", "nộp trực tuyến", "khách hẹn lại thứ hai", "", "")


def _note() -> str:
    return _ROWS.choice(_NOTE)


PERSONAL: tuple[tuple[str, tuple[str, ...], tuple[Values, ...]], ...] = (
    (
        "full_name",
        (
            "Họ và tên",
            "Họ tên",
            "HỌ VÀ TÊN",
            "Ho ten",
            "hoten",
            "ho_va_ten",
            "HoTen",
            "Họ tên NB",
            "Tên bệnh nhân",
            "Người nộp hồ sơ",
            "Chủ hồ sơ",
            "Full name",
            "patient_name",
            "Người đại diện pháp luật",
            "Họ tên chủ cơ sở",
            "Người phụ trách chuyên môn",
        ),
        (name, lambda: name().upper(), lambda: plain(name()).upper(), lambda: name().lower(), lambda: plain(name())),
    ),
    (
        "citizen_id",
        (
            "CCCD",
            "Số CCCD",
            "CCCD/CMND",
            "Số căn cước công dân",
            "Số ĐDCN",
            "Số định danh cá nhân",
            "so_cccd",
            "soCCCD",
            "SỐ CCCD NGƯỜI BỆNH",
            "Căn cước",
            "Citizen ID",
            "national_id",
            "Số giấy tờ tùy thân",
        ),
        (
            citizen,
            lambda: int(citizen()),
            lambda: _spaced(citizen(), (3, 3, 3), " "),
            lambda: _wide(citizen()),
            lambda: f"'{citizen()}",
            lambda: f"CCCD: {citizen()}",
        ),
    ),
    (
        "id_card",
        ("CMND", "Số CMND", "Chứng minh nhân dân", "CMT", "so_cmnd"),
        (lambda: f"27{_digits(7)}", lambda: int(f"27{_digits(7)}")),
    ),
    (
        "phone",
        (
            "SĐT",
            "ĐT",
            "Điện thoại",
            "Số điện thoại",
            "SDT",
            "so_dien_thoai",
            "soDienThoai",
            "Di động",
            "ĐTDĐ",
            "Phone",
            "Mobile",
            "Điện thoại liên hệ",
            "Số ĐT NB",
            "Zalo",
        ),
        (
            mobile,
            lambda: int(mobile()),
            lambda: _spaced(mobile(), (4, 3), " "),
            lambda: _spaced(mobile(), (4, 3), "."),
            lambda: f"+84{mobile()[1:]}",
            lambda: f"84{mobile()[1:]}",
            lambda: _spaced(mobile(), (4, 3), "-"),
            lambda: _wide(mobile()),
        ),
    ),
    (
        "birth_date",
        (
            "Ngày sinh",
            "NGÀY SINH",
            "NS",
            "Năm sinh",
            "ngay_sinh",
            "ngaySinh",
            "DOB",
            "Ngày, tháng, năm sinh",
            "date_of_birth",
        ),
        (
            lambda: day(1935, 2023),
            lambda: _ROWS.randrange(1935, 2023),
            lambda: f"{_ROWS.randrange(1940, 2020)}-0{_ROWS.randrange(1, 10)}-15",
        ),
    ),
    (
        "sex",
        ("Giới tính", "GIỚI TÍNH", "gioi_tinh", "Sex", "Gender", "Phái"),
        (lambda: _ROWS.choice(("Nam", "Nữ")), lambda: _ROWS.choice((0, 1))),
    ),
    (
        "passport",
        ("Số hộ chiếu", "Hộ chiếu", "Passport", "passport_no"),
        (lambda: f"{_ROWS.choice('BCNP')}{_digits(7)}", lambda: f"C{_digits(8)}"),
    ),
    (
        "insurance_card",
        ("Mã thẻ BHYT", "Số thẻ BHYT", "BHYT", "THẺ BHYT", "ma_the_bhyt", "Thẻ bảo hiểm y tế"),
        (card, lambda: _spaced(card(), (2, 1, 2, 3, 3), " "), lambda: card().lower(), lambda: _digits(10)),
    ),
    (
        "insurance_code",
        ("Mã số BHXH", "Số sổ BHXH", "ma_bhxh"),
        (lambda: f"77{_digits(8)}", lambda: int(f"77{_digits(8)}")),
    ),
    (
        "tax_code_person",
        ("MST cá nhân", "Mã số thuế cá nhân", "MST người nộp", "mst_ca_nhan"),
        (lambda: tax_code("8"), citizen),
    ),
    (
        "licence_of_practice",
        ("Số CCHN", "Chứng chỉ hành nghề", "so_cchn", "Số GPHN"),
        (lambda: f"{_digits(6)}/BRVT-CCHN", lambda: f"{_digits(4)}/CCHN-D-SYT-BRVT", lambda: _digits(6)),
    ),
    (
        "patient_code",
        ("Mã bệnh nhân", "Mã BN", "Mã NB", "PID", "Số bệnh án", "patient_id"),
        (lambda: f"BN{_digits(8)}", lambda: _digits(10)),
    ),
    (
        "address",
        (
            "Địa chỉ",
            "ĐỊA CHỈ",
            "dia_chi",
            "Nơi ở hiện nay",
            "Địa chỉ thường trú",
            "HKTT",
            "Quê quán",
            "Address",
            "Chỗ ở",
            "Địa chỉ chủ cơ sở",
        ),
        (home, lambda: home().upper(), lambda: plain(home())),
    ),
    (
        "email",
        ("Email", "E-mail", "Thư điện tử", "email_lien_he"),
        (lambda: f"{plain(name()).replace(' ', '').lower()}@gmail.com",),
    ),
    (
        "bank_account",
        ("Số tài khoản", "STK", "so_tai_khoan", "Tài khoản ngân hàng"),
        (lambda: _digits(13), lambda: f"{_digits(10)} Vietcombank"),
    ),
    (
        "plate",
        ("Biển số xe", "Biển kiểm soát", "bien_so"),
        (lambda: f"72A-{_digits(3)}.{_digits(2)}", lambda: f"72C1 {_digits(5)}"),
    ),
    (
        "health",
        ("Chẩn đoán", "Kết quả khám", "Tiền sử bệnh", "chan_doan", "Nhóm máu"),
        (lambda: _ROWS.choice(("Viêm phổi", "Tăng huyết áp", "A+", "Đái tháo đường típ 2")),),
    ),
    (
        "ethnicity",
        ("Dân tộc", "dan_toc", "DÂN TỘC"),
        (lambda: _ROWS.choice(("Kinh", "Hoa", "Chơ Ro", "Khmer", "Tày")),),
    ),
    ("religion", ("Tôn giáo", "ton_giao"), (lambda: _ROWS.choice(("Không", "Phật giáo", "Công giáo")),)),
    ("nationality", ("Quốc tịch",), (lambda: _ROWS.choice(("Việt Nam", "Hàn Quốc")),)),
    ("photo", ("Ảnh thẻ", "Ảnh chân dung", "Ảnh CCCD"), (lambda: f"anh_{_digits(4)}.jpg",)),
    (
        "location",
        ("Tọa độ nhà bệnh nhân", "Vị trí định vị người bệnh"),
        (lambda: f"10.{_digits(6)}, 107.{_digits(6)}",),
    ),
)

SILENT = ("", "A", "Cột 1", "Unnamed: 3", "Thông tin", "column_7")
"""Headers that say nothing."""

SHOWING: tuple[tuple[str, tuple[Values, ...], bool], ...] = (
    ("full_name", (name, lambda: name().upper(), lambda: plain(name()), lambda: f"BS. {name()}"), False),
    ("citizen_id", (citizen, lambda: int(citizen()), lambda: _spaced(citizen(), (4, 4), " ")), False),
    (
        "phone",
        (mobile, lambda: int(mobile()), lambda: _spaced(mobile(), (3, 3), " "), lambda: f"+84 {mobile()[1:]}"),
        False,
    ),
    ("insurance_card", (card, lambda: _spaced(card(), (2, 1, 2), "-")), False),
    ("email", (lambda: f"{plain(name()).replace(' ', '.').lower()}@yahoo.com.vn",), False),
    ("tax_code_person", (lambda: tax_code("8"), lambda: int(tax_code("8"))), True),
    ("birth_date", (lambda: day(1935, 2020),), False),
    (
        "address",
        (
            lambda: f"Tổ {_ROWS.randrange(20)}, ấp {_ROWS.randrange(1, 9)}, {_ROWS.choice(_WARDS)}, huyện Xuyên Mộc",
            home,
        ),
        False,
    ),
    ("licence_of_practice", (lambda: f"{_digits(6)}/BRVT-CCHN",), False),
)

IN_NOTES: tuple[Values, ...] = (
    lambda: f"gọi {_spaced(mobile(), (4, 3), ' ')} trước khi trả",
    lambda: f"ĐT: {mobile()}",
    lambda: f"liên hệ bà {name()}",
    lambda: f"CCCD số {citizen()} đã hết hạn",
    lambda: f"ông {name()} nộp thay",
    lambda: f"gửi kết quả về {plain(name()).replace(' ', '').lower()}@gmail.com",
    lambda: f"BN {name()} chuyển tuyến",
    lambda: f"thẻ {card()} sai ngày",
    lambda: f"chuyển khoản STK {_digits(12)}",
    lambda: f"CMND {_digits(9)} mờ",
)

CLEAN: tuple[tuple[tuple[str, ...], Values], ...] = (
    (("Mã TTHC", "Mã thủ tục", "ma_tthc", ""), lambda: f"{_ROWS.choice('123')}.{_digits(6)}.000.00.00.H06"),
    (("Mã TTHC", "Mã số", ""), lambda: f"1.{_digits(6)}"),
    (
        ("Số quyết định", "Số, ký hiệu văn bản", "Căn cứ", ""),
        lambda: f"{_ROWS.randrange(1, 5000)}/{_ROWS.choice(('QĐ-UBND', 'QĐ-SYT', 'TT-BYT', 'NQ-HĐND'))}",
    ),
    (
        ("MST doanh nghiệp", "Mã số thuế", "MST công ty", "MST", "", "Mã số thuế đơn vị"),
        lambda: tax_code(_ROWS.choice(("03", "35", "01"))),
    ),
    (
        ("Số tiền", "Kinh phí (đồng)", "Thành tiền", "Giá trị hợp đồng", ""),
        lambda: _ROWS.randrange(10**5, 10**9) * 1000,
    ),
    (("Số tiền", "Doanh thu", "Tổng mức đầu tư"), lambda: f"{_ROWS.randrange(1, 900)}.{_digits(3)}.{_digits(3)}.000"),
    (("Kinh phí", "Dự toán", "Giá trị"), lambda: _ROWS.randrange(10**11, 10**12 - 1)),
    (("Mã hồ sơ", "Số hồ sơ", "ma_ho_so", ""), lambda: f"H06.15-{_ROWS.randrange(240101, 241231)}-{_digits(5)}"),
    (("Mã hồ sơ", ""), lambda: f"000.00.15.H06-{_ROWS.randrange(240101, 241231)}-{_digits(4)}"),
    (("Số giấy phép", "Số GPHĐ", "Giấy phép hoạt động", ""), lambda: f"{_digits(5)}/BRVT-GPHĐ"),
    (("Giấy chứng nhận đủ điều kiện", "Số GCN"), lambda: f"{_digits(3)}/ĐKKDD-BRVT"),
    (("Tọa độ cơ sở", "Vĩ độ", "Kinh độ", "lat"), lambda: f"10.{_digits(6)}"),
    (("Ngày cấp", "Ngày ban hành", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày công bố", ""), lambda: day(2021, 2024)),
    (("Năm", "Năm thành lập", "Năm báo cáo", ""), lambda: _ROWS.randrange(2015, 2025)),
    (
        (
            "Số lượng",
            "Số hồ sơ tiếp nhận",
            "Tổng số",
            "Số giường",
            "Số bác sĩ",
            "Số lượt khám",
            "Số người cao tuổi khám",
            "",
        ),
        lambda: _ROWS.randrange(5, 900),
    ),
    (("Tỷ lệ", "Tỷ lệ (%)", "Đạt %", ""), lambda: f"{_ROWS.randrange(100)},{_digits(1)}%"),
    (("Mã quốc gia", "ISO", ""), lambda: _ROWS.choice(("VN", "US", "KR", "JP", "DE", "FR"))),
    (("Số lô", "Lô sản xuất", "lot_no", ""), lambda: f"{_ROWS.choice('ABCDX')}{_digits(5)}"),
    (("Số lô",), lambda: _digits(8)),
    (("Mã QR", "Link tra cứu"), lambda: f"https://tracuu.example.vn/{_digits(8)}"),
    (("Mã vạch", "Barcode", ""), lambda: f"893{_digits(10)}"),
    (("Mã xã", "Mã đơn vị hành chính", ""), lambda: _digits(5)),
    (("Mã ICD-10", "ICD", "Mã bệnh", ""), lambda: _ROWS.choice(_ICD)),
    (("Điện thoại cơ quan", "Điện thoại", "Điện thoại cơ sở", "Hotline", "Fax", "Đường dây nóng"), landline),
    (("Tên cơ sở", "Tên đơn vị", "Cơ sở khám bệnh, chữa bệnh", "Tên doanh nghiệp", "", "facility_name"), facility),
    (("Địa chỉ cơ sở", "Địa chỉ trụ sở", "Địa chỉ kinh doanh", "dia_chi_co_so", "Địa chỉ bệnh viện"), home),
    (("Xã/phường", "Địa bàn", "Phường", "ward", ""), lambda: _ROWS.choice(_WARDS)),
    (("Tên đường", "Tuyến đường"), lambda: _ROWS.choice((*_STREETS, "Nguyễn Văn Trỗi", "Nguyễn Thị Minh Khai"))),
    (
        ("Tên thủ tục", "Thủ tục hành chính", ""),
        lambda: (
            f"Cấp {_ROWS.choice(('giấy phép', 'chứng chỉ', 'giấy chứng nhận'))} "
            f"{_ROWS.choice(('hoạt động', 'hành nghề dược', 'đủ điều kiện'))}"
        ),
    ),
    (
        ("Lĩnh vực", "Loại hình", ""),
        lambda: _ROWS.choice(("Dược phẩm", "An toàn thực phẩm", "Khám bệnh, chữa bệnh", "Mỹ phẩm")),
    ),
    (("Ghi chú", "Nội dung", "Kết quả", ""), _note),
    (("Nhóm tuổi", "age_group"), lambda: _ROWS.choice(("0-4", "5-14", "15-59", "60+"))),
    (("STT", "TT", "No."), lambda: _ROWS.randrange(1, 200)),
    (
        ("Tên thuốc", "Hoạt chất", ""),
        lambda: (
            f"{_ROWS.choice(('Paracetamol', 'Amoxicillin', 'Kim tiền thảo', 'Cao ích mẫu', 'Hoàng liên'))} "
            f"{_ROWS.choice((250, 500))}mg"
        ),
    ),
    (("Website", "Cổng thông tin"), lambda: f"https://soyte.example{_digits(2)}.gov.vn"),
    (("Email cơ quan", "Email đơn vị"), lambda: f"tyt{_digits(2)}@baria-vungtau.gov.vn"),
    (("Thời hạn (ngày)", "Số ngày"), lambda: _ROWS.choice((5, 10, 15, 30))),
    (("Tình trạng hồ sơ", "Trạng thái"), lambda: _ROWS.choice(("Đúng hạn", "Quá hạn", "Đang xử lý"))),
    (("Hình thức nộp",), lambda: _ROWS.choice(("Trực tuyến", "Trực tiếp", "Bưu chính"))),
    (("Số chứng chỉ cấp", "Số người hành nghề", "Số giấy phép đã cấp"), lambda: _ROWS.randrange(10, 300)),
)


def labelled() -> tuple[Labelled, ...]:
    """The set; the same columns at every call."""
    _ROWS.seed(20260101)
    return (*_headed(), *_silent(), *_notes(), *_clean())


def _filled(values: Values) -> tuple[object, ...]:
    """20 to 200 cells, a few of them blank."""
    return tuple("" if _ROWS.random() < 0.03 else values() for _ in range(_ROWS.randrange(20, 201)))


def _spellings(header: str) -> Iterator[str]:
    """A header as it stands, decomposed, with blanks and stars."""
    yield header
    yield unicodedata.normalize("NFD", header)
    yield f" {header.upper()} (*)"


def _headed() -> Iterator[Labelled]:
    for kind, headers, makers in PERSONAL:
        for at, header in enumerate(headers):
            for number, spelling in enumerate(_spellings(header)):
                yield Labelled(spelling, _filled(makers[(at + number) % len(makers)]), kind, is_sure=True)


def _silent() -> Iterator[Labelled]:
    for kind, makers, has_check in SHOWING:
        for at, values in enumerate(makers):
            for step in range(3):
                yield Labelled(SILENT[(at + 2 * step) % len(SILENT)], _filled(values), kind, has_check)


def _notes() -> Iterator[Labelled]:
    for values in IN_NOTES:
        for header in ("Ghi chú", "Nội dung xử lý", ""):
            yield Labelled(header, (*_filled(_rare(values, _note)), values()), "free_text")


def _clean() -> Iterator[Labelled]:
    for headers, values in CLEAN:
        for header in headers:
            yield Labelled(header, _filled(values), None)
            yield Labelled(header.upper(), _filled(values), None)
