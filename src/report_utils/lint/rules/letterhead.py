"""National name, motto, agency: their words, looks and lines (NĐ 30/2020, Appendix I, II.1 and II.2)."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.document.metrics import widest_line
from report_utils.lint.deviation import Deviation, at, of
from report_utils.lint.expected import WANTED, differences
from report_utils.lint.model import Para, Stroke
from report_utils.lint.roles import Anatomy, Role, Spot
from report_utils.lint.strokes import is_rule_of_signs
from report_utils.lint.words import MOTTO, NATIONAL_NAME
from report_utils.vietnamese.text import fold

_NAMES = {Role.NATIONAL_NAME: ("L10", NATIONAL_NAME), Role.MOTTO: ("L12", MOTTO)}
_FULL, _SHORT = (0.85, 1.2), (0.28, 0.56)
_BELOW = 3
_SINGLE = 1.35
"""A line measured in points is at single spacing up to this many times the size of its letters."""



def check_names(anatomy: Anatomy) -> Iterator[Deviation]:
    """National name and motto are there and say what they must."""
    for role, (rule, words) in _NAMES.items():
        spot = anatomy.first(role)
        if spot is None:
            yield of(rule, role, "không có", f"«{words}»")
        elif fold(spot.text) != fold(words) or (role is Role.MOTTO and not _is_written(spot)):
            yield at(rule, spot, f"ghi «{spot.text}»", f"«{words}»")


def _is_written(spot: Spot) -> bool:
    """Whether the motto has its blanks and capitals; one in capitals throughout has another fault."""
    in_capitals = spot.text.isupper() or any(piece.look.capitals for piece in spot.pieces)
    return spot.text.count(" - ") == 2 and (in_capitals or spot.text == MOTTO)


def check_looks(anatomy: Anatomy) -> Iterator[Deviation]:
    """The letters of every element that has a look of its own (part V)."""
    for role, wanted in WANTED.items():
        for spot in anatomy.spots[role]:
            found, expected = differences(spot, wanted)
            if found:
                yield at(wanted.rule, spot, found, expected)


def check_agency(anatomy: Anatomy) -> Iterator[Deviation]:
    """The agency is named."""
    if anatomy.first(Role.AGENCY) is None:
        yield of("L16", Role.AGENCY, "không có", "tên cơ quan, tổ chức ban hành văn bản")


def check_block(anatomy: Anatomy) -> Iterator[Deviation]:
    """Agency at the left, national name at the right, in two columns without lines (part IV)."""
    national = anatomy.first(Role.NATIONAL_NAME) or anatomy.first(Role.MOTTO)
    if national is None:
        return
    cell = national.para.cell
    if cell is None:
        yield at("L18", national, "không nằm trong khung hai cột", "cột bên phải, ngang với tên cơ quan")
    elif anatomy.document.tables[cell.table].is_bordered:
        yield at("L18", national, "khung có kẻ viền", "khung không kẻ viền")
    elif cell.column == 0:
        yield at("L18", national, "ở cột bên trái", "cột bên phải, ngang với tên cơ quan")


def check_spacing(anatomy: Anatomy) -> Iterator[Deviation]:
    """The lines of national name and motto, of superior and agency, follow each other at single spacing."""
    for upper, lower in ((Role.NATIONAL_NAME, Role.MOTTO), (Role.SUPERIOR, Role.AGENCY)):
        first, second = anatomy.first(upper), anatomy.first(lower)
        for spot in (each for each in (first, second) if each):
            look, size = spot.para.look, max((piece.look.size for piece in spot.pieces), default=13.0)
            if look.rule == "auto" and look.line > 1.05:
                yield at("L19", spot, f"cách dòng {look.line:.2g}".replace(".", ","), "cách dòng đơn")
            elif look.rule != "auto" and look.line > size * _SINGLE:
                yield at("L19", spot, f"cách dòng {look.line:g} pt".replace(".", ","), "cách dòng đơn")
        if first and second and first.para is not second.para:
            gap = first.para.look.after + second.para.look.before
            if gap > 2:
                yield at("L19", second, f"cách dòng trên {gap:g} pt".replace(".", ","), "không thêm khoảng cách")


def check_rules(anatomy: Anatomy) -> Iterator[Deviation]:
    """A line as long as the motto below it; 1/3 to 1/2 of the words below agency and subject."""
    title = anatomy.spots[Role.SUBJECT] or anatomy.spots[Role.KIND]
    for rule, spots, bounds, words in (
        ("L14", anatomy.spots[Role.MOTTO], _FULL, "đường kẻ dài bằng dòng chữ"),
        ("L17", anatomy.spots[Role.AGENCY], _SHORT, "đường kẻ dài 1/3-1/2 dòng chữ"),
        ("L27", title, _SHORT, "đường kẻ dài 1/3-1/2 dòng chữ"),
    ):
        if spots:
            yield from _ruled(anatomy, rule, spots[-1], bounds, words)


def _ruled(anatomy: Anatomy, rule: str, spot: Spot, bounds: tuple[float, float], words: str) -> Iterator[Deviation]:
    strokes = list(_strokes_below(anatomy, spot)) or [
        stroke for stroke in _floating(anatomy, spot) if _share(stroke, spot, bounds)]
    if not strokes:
        yield at(rule, spot, "không có đường kẻ", words)
        return
    width = words_width(spot)
    shares = [stroke.length / width for stroke in strokes if stroke.length is not None and width]
    if shares and not any(bounds[0] <= share <= bounds[1] for share in shares):
        yield at(rule, spot, f"đường kẻ dài {round(shares[0] * 100)}% dòng chữ", words)


def _share(stroke: Stroke, spot: Spot, bounds: tuple[float, float]) -> bool:
    width = words_width(spot)
    return stroke.length is not None and bool(width) and bounds[0] <= stroke.length / width <= bounds[1]


def _floating(anatomy: Anatomy, spot: Spot) -> Iterator[Stroke]:
    """Lines of the same part of the page that are drawn freely: a shape may hang on any paragraph near it."""
    kind = anatomy.first(Role.KIND)
    below = kind.para.number if kind else spot.para.number + 2 * _BELOW
    first, last = (0, below) if spot.role in (Role.MOTTO, Role.AGENCY) else (below - 1, spot.para.number)
    for para in anatomy.document.paragraphs[max(0, first) : last]:
        yield from (stroke for stroke in para.strokes if stroke.is_free)


def _strokes_below(anatomy: Anatomy, spot: Spot) -> Iterator[Stroke]:
    """The lines right below some words: drawn with them, or above the next words in the same column."""
    if any(piece.look.underline for piece in spot.pieces):
        yield Stroke(words_width(spot))
    yield from (stroke for stroke in spot.para.strokes if not stroke.is_above)
    for para in paragraphs_below(anatomy, spot):
        yield from para.strokes
        if is_rule_of_signs(para.text):
            yield Stroke(widest_line(para.text, next(iter(para.pieces)).look.size, para.available))
        elif not para.is_blank:
            return


def paragraphs_below(anatomy: Anatomy, spot: Spot) -> Iterator[Para]:
    """The next paragraphs in the same column."""
    for para in anatomy.document.paragraphs[spot.para.number + 1 : spot.para.number + 1 + _BELOW]:
        if not _same_column(para, spot.para):
            return
        yield para


def _same_column(para: Para, other: Para) -> bool:
    if para.cell is None or other.cell is None:
        return para.cell is other.cell
    return (para.cell.table, para.cell.column) == (other.cell.table, other.cell.column)


def words_width(spot: Spot) -> float:
    """How long the words are, in points; of words that take several lines the longest."""
    piece = next(iter(spot.pieces), None)
    if piece is None:
        return 0.0
    text = spot.text.upper() if piece.look.capitals else spot.text
    return widest_line(text, piece.look.size, spot.para.available, bold=piece.look.bold, italic=piece.look.italic)
