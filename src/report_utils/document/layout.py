"""What Decree 30/2020/NĐ-CP leaves to choose, within bounds: margins, indent, spacing, one of two size schemes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from report_utils.errors import BaocaoError

FONT = "Times New Roman"
DECREE = "Phụ lục I Nghị định số 30/2020/NĐ-CP"
PAGE_SHORT_MM, PAGE_LONG_MM = 210, 297


class LayoutError(BaocaoError):
    """A layout outside the decree. `name` is the field, `value` what was asked, `rule` the decree's words."""

    def __init__(self, name: str, value: object, rule: str) -> None:
        self.name, self.value, self.rule = name, value, rule
        super().__init__(f"Thể thức: «{name}» = {value} không đúng quy định. {rule} ({DECREE}).")


@dataclass(frozen=True)
class Sizes:
    """Font sizes in points. The defaults are the sizes of the decree's own samples ("12/13/14")."""

    national_name: int = 12
    motto: int = 13
    superior: int = 12
    agency: int = 12
    number: int = 13
    letter_subject: int = 12
    place_date: int = 13
    title: int = 14
    body: int = 14
    signer: int = 14
    recipients_label: int = 12
    recipients: int = 11
    appendix: int = 14
    page_number: int = 14


# NĐ 30/2020, Appendix I allows 12-13 and 13-14 for these elements; a document keeps to one of the two sets.
SCHEMES: Mapping[str, Sizes] = MappingProxyType({
    "12/13/14": Sizes(),
    "13/14": Sizes(national_name=13, motto=14, superior=13, agency=13, place_date=14, letter_subject=13),
})

# Field -> (least, greatest, the rule as the user reads it). NĐ 30/2020, Appendix I, I.1-I.3 and II.6.
_RANGES: Mapping[str, tuple[float, float, str]] = MappingProxyType({
    "margin_top_mm": (20, 25, "Lề trên cách mép trên từ 20 đến 25 mm"),
    "margin_bottom_mm": (20, 25, "Lề dưới cách mép dưới từ 20 đến 25 mm"),
    "margin_left_mm": (30, 35, "Lề trái cách mép trái từ 30 đến 35 mm"),
    "margin_right_mm": (15, 20, "Lề phải cách mép phải từ 15 đến 20 mm"),
    "space_before_pt": (6, 24, "Khoảng cách giữa các đoạn văn tối thiểu là 6 pt"),
    "line_spacing": (1, 1.5, "Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng"),
})
_INDENTS_MM = (10, 12.7)


@dataclass(frozen=True)
class LayoutProfile:
    """One layout of A4 pages: lengths in millimetres, spacing in points, line spacing in lines.

    `scheme` names a set of sizes in `SCHEMES`. Raises `LayoutError` for whatever the decree does not allow.
    """

    scheme: str = "12/13/14"
    margin_top_mm: float = 20
    margin_bottom_mm: float = 20
    margin_left_mm: float = 30
    margin_right_mm: float = 15
    first_line_mm: float = 12.7
    space_before_pt: float = 6
    line_spacing: float = 1.15

    def __post_init__(self) -> None:
        if self.scheme not in SCHEMES:
            raise LayoutError("scheme", self.scheme, f"Chỉ dùng một trong các bộ cỡ chữ: {', '.join(SCHEMES)}")
        for name, (least, greatest, rule) in _RANGES.items():
            value = getattr(self, name)
            if not isinstance(value, int | float) or not least <= value <= greatest:
                raise LayoutError(name, value, rule)
        if self.first_line_mm not in _INDENTS_MM:
            raise LayoutError("first_line_mm", self.first_line_mm, "Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm")

    @property
    def sizes(self) -> Sizes:
        return SCHEMES[self.scheme]

    def text_width(self, landscape: bool = False) -> int:
        """Return the width between the left and right margins, in twips."""
        width = twips(PAGE_LONG_MM if landscape else PAGE_SHORT_MM)
        return width - twips(self.margin_left_mm) - twips(self.margin_right_mm)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, the unit of Word's page and paragraph lengths."""
    return round(millimetres / 25.4 * 1440)
