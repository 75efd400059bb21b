"""A third labelled set: columns that passed the gate, or were stopped, when it was attacked anew.

`beside_names` are those that are personal only beside a person's name. No value belongs to anybody.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from bench.labelled_columns import Labelled

_ROWS = 12
_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Cường", "Phạm Thu Hà", "Hứa Quốc Vy", "Bùi Văn Tâm")
_SURE: dict[str, tuple[str, ...]] = {
    "full_name": ("Thủ trưởng đơn vị", "Tên khách", "Trạm trưởng", "Tên cô đỡ thôn bản", "Trưởng khoa Dược",
                  "Người bị kỷ luật", "Phụ huynh", "Tên ông/bà"),
    "citizen_id": ("GTTT", "Căn Cước CD", "cccdNguoiNop", "SO CAN CUOC", "Mã ĐDCN"),
    "id_card": ("Số CMTNĐ", "so_cmnd", "Chứng minh thư"),
    "birth_date": ("N/S", "Ngày s inh", "Năm s.", "birth_date", "Ngày, tháng, năm sinh của trẻ"),
    "phone": ("Tel/Fax", "Điện thọai", "Số đ/t", "ĐT/Zalo"),
    "tax_code_person": ("MST TNCN", "Mã số thuế TNCN"),
    "bank_account": ("TK lương", "Số seri thẻ ngân hàng"),
    "passport": ("Số visa", "Thị thực"),
    "photo": ("Vân tay", "Mẫu sinh trắc"),
    "crime": ("Tiền án, tiền sự",),
    "religion": ("Ngày vào Đảng", "Đảng viên"),
    "marital_status": ("Tình trạng HN",),
    "health": ("KQ xét nghiệm", "Kết quả test nhanh", "Dạng tật", "Thai kỳ", "Phân loại SK", "Kết quả HBsAg"),
    "digital_account": ("Link FB",),
    "location": ("Vị trí GPS nhà",),
    "age": ("1. Tuổi của ông/bà?", "Câu 2: Tuổi"),
    "patient_code": ("Số khám bệnh",),
}
_BESIDE: dict[str, tuple[object, ...]] = {
    "Nguyên nhân tử vong": ("Ung thư phổi", "Đột quỵ"), "Đường lây": ("Máu", "Mẹ sang con"),
    "Nhóm nguy cơ": ("MSM", "NCMT"), "PARA": ("1001", "2002"), "Huyết áp": ("120/80", "150/90"),
    "Cân nặng (kg)": (51, 64), "Con thứ mấy": (1, 2), "Bệnh nền": ("Có", "Không"), "Kết quả test": ("(+)", "(-)"),
}  # fmt: skip
_CLEAN: dict[str, tuple[object, ...]] = {
    "Ngày sinh phẩm hết hạn": ("01/03/2025", "27/08/2026"),
    "Tên người hưởng lợi (nhóm)": ("Phụ nữ mang thai", "Trẻ em"),
    "Ngày giờ": ("07/09/2024 10:30", "08/09/2024 14:45"),
    "Khoảng ngày": ("05/08/2024-09/08/2024", "07/09/2024-09/09/2024"),
    "Khoảng giá": ("150.000 - 400.000", "90.000 - 120.000"), "Cân nặng trung bình (g)": (3050, 3120),
    "Tăng huyết áp": (120, 340), "Máy đo huyết áp": (12, 15), "Nguyên nhân": ("Thiếu vật tư", "Chậm đấu thầu"),
    "Tên dược liệu": ("Hoàng Kỳ", "Trần Bì"), "Danh mục": ("Thuốc tim mạch", "Vật tư tiêu hao"),
    "Số seri": ("803914275", "217740936"), "Nhóm nguy cơ (số người)": (34, 51), "Số đảng viên": (25, 31),
    "1. Thời gian chờ": (4, 5), "D1) Thái độ của bác sĩ": (3, 5), "Hóa sinh máu": (120, 560),
    "Hồ sơ sức khỏe điện tử › Nam": (512, 634),
    "Mã dịch vụ tương đương": ("03.3818.6053", "09.0156.8851"), "Sản phẩm FB": ("Quảng cáo", "Bài viết"),
    "Số tài khoản đã cấp VNeID": (5210, 6104), "Tử vong": (0, 12), "Tên trường dữ liệu": ("ho_ten", "so_cccd"),
}  # fmt: skip


def attacked() -> tuple[Labelled, ...]:
    """The columns, the same every time."""
    chance = random.Random(5)  # noqa: S311 - the same columns every time
    listed = [*_under_headers(chance), *_bare(chance)]
    listed += [Labelled(header, values * (_ROWS // 2), None) for header, values in _CLEAN.items()]
    return tuple(listed)


def beside_names() -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    """Headers and columns of a list of persons, each of them personal because of the first."""
    columns = [values * (_ROWS // 2) for values in _BESIDE.values()]
    return ("Họ và tên", *_BESIDE), (_NAMES * (_ROWS // 6), *columns)


def _under_headers(chance: random.Random) -> Iterator[Labelled]:
    makers = _makers(chance)
    for kind, headers in _SURE.items():
        for header in headers:
            yield Labelled(header, tuple(makers[kind]() for _ in range(_ROWS)), kind, is_sure=True)


def _makers(chance: random.Random) -> dict[str, Callable[[], object]]:
    def one_of(*listed: object) -> Callable[[], object]:
        return lambda: chance.choice(listed)

    return {
        "full_name": one_of(*_NAMES), "citizen_id": lambda: _citizen(chance),
        "id_card": lambda: f"27{_digits(chance, 7)}",
        "birth_date": lambda: f"{chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/{chance.randint(1940, 2005)}",
        "phone": lambda: _mobile(chance), "tax_code_person": one_of("8330239062", "0194481701", "3566066686"),
        "bank_account": lambda: f"76002{_digits(chance, 8)}", "passport": lambda: f"VN{_digits(chance, 7)}",
        "photo": lambda: _digits(chance, 8), "crime": one_of("Có", "Không"), "religion": one_of("x", "03/02/2010"),
        "marital_status": one_of("Độc thân", "Đã kết hôn"), "health": one_of("Dương tính", "Bình thường"),
        "digital_account": lambda: f"facebook.com/{_digits(chance, 9)}", "age": lambda: chance.randint(18, 80),
        "location": lambda: f"10.{_digits(chance, 5)}, 107.{_digits(chance, 5)}",
        "patient_code": lambda: _digits(chance, 8),
    }  # fmt: skip


def _bare(chance: random.Random) -> Iterator[Labelled]:
    """Values that show themselves, in spellings that had passed."""
    ways: tuple[tuple[str, Callable[[], object]], ...] = (
        ("citizen_id", lambda: f"{_citizen(chance)}.0"), ("phone", lambda: _grouped(chance, "/")),
        ("phone", lambda: _grouped(chance, " - ")), ("phone", lambda: _grouped(chance, "_")),
        ("phone", lambda: _grouped(chance, "–")), ("phone", lambda: _grouped(chance, ",")),
        ("phone", lambda: f"0084{_mobile(chance)[1:]}"), ("phone", lambda: f"O{_mobile(chance)[1:]}"),
        ("phone", lambda: f"{_mobile(chance)}/{_mobile(chance)}"),
        ("phone", lambda: f"84 88 {_digits(chance, 3)} 3394"),
        ("email", lambda: f"lan{_digits(chance, 3)} (at) gmail.com"),
        ("email", lambda: f"an{_digits(chance, 3)}@ vnn.vn"),
        ("full_name", lambda: f"1. {chance.choice(_NAMES)}\n2. {chance.choice(_NAMES)}"),
        ("plate", lambda: f"Xe BKS 72C-{_digits(chance, 3)}.{_digits(chance, 2)} chở rác"),
        ("tax_code_person", lambda: f"MST cá nhân: 80{_digits(chance, 8)}"),
    )  # fmt: skip
    for kind, make in ways:
        yield Labelled("Nội dung", tuple(make() for _ in range(_ROWS)), kind)


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _citizen(chance: random.Random) -> str:
    return f"0770{chance.randint(40, 99)}{_digits(chance, 6)}"


def _mobile(chance: random.Random) -> str:
    return f"090{_digits(chance, 7)}"


def _grouped(chance: random.Random, mark: str) -> str:
    mobile = _mobile(chance)
    return mark.join((mobile[:4], mobile[4:7], mobile[7:]))
