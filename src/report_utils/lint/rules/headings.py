"""Numbers and looks of headings (NĐ 30/2020, Appendix I, II.6d and 6đ)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from report_utils.lint.deviation import Deviation, at
from report_utils.lint.outline import Mark, Numbered, is_roman, numbered
from report_utils.lint.roles import Anatomy, Role, Spot, whole

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points: no f, j, w, z (II.6)."""

_LONGEST_TITLE = 90
_SEPARATORS = {Mark.ROMAN: ".", Mark.ARABIC: ".", Mark.LETTER: ")", Mark.ARTICLE: "."}
_DEPTH = {Mark.PART: 0, Mark.SECTION: 1, Mark.ROMAN: 1, Mark.ARTICLE: 2, Mark.ARABIC: 2, Mark.DECIMAL: 3,
          Mark.LETTER: 4}


def check_sequence(anatomy: Anatomy) -> Iterator[Deviation]:
    """Numbers of one level follow each other: I, II, III; 1, 2, 3; 1.1, 1.2. They may go on below the next heading."""
    last: dict[tuple[Mark, int], Numbered] = {}
    highest: dict[tuple[Mark, int], int] = {}
    for each in _numbered(anatomy):
        if each.mark is Mark.LETTER or each.mark not in _DEPTH or not each.value:
            continue
        depth = each.number.count(".")
        before = last.get((each.mark, depth))
        goes_on = each.mark is not Mark.DECIMAL and highest.get((each.mark, depth)) == each.value - 1
        if not goes_on and (before is not None or each.value != 1 or each.mark is Mark.DECIMAL):
            yield from _jump(each, before, last)
        last[each.mark, depth], highest[each.mark, depth] = each, each.value
        for mark, deeper in list(last):
            if (_DEPTH[mark], deeper) > (_DEPTH[each.mark], depth):
                del last[mark, deeper]


def _jump(each: Numbered, before: Numbered | None, last: dict[tuple[Mark, int], Numbered]) -> Iterator[Deviation]:
    """A number that neither begins anew nor follows the one before."""
    wanted = before.value + 1 if before else 1
    parent = each.number.rpartition(".")[0]
    begins = each.value == 1 and (before is None or each.mark is not Mark.ROMAN or (Mark.PART, 0) in last)
    if each.mark is Mark.DECIMAL:
        above = last.get((Mark.ARABIC, 0)) if "." not in parent else None
        begins = each.value == 1 and (before is None or before.number.rpartition(".")[0] != parent)
        if above is not None and parent != str(above.value):
            yield _wrong(each, f"«{each.number}» dưới mục «{above.number}»", f"«{above.value}.{each.value}»")
            return
        if before is not None and before.number.rpartition(".")[0] != parent and each.value != 1:
            wanted = 1
    if not begins and each.value != wanted:
        prefix = f"{parent}." if parent else ""
        shown = _as_roman(wanted) if each.mark is Mark.ROMAN else f"{prefix}{wanted}"
        after = f" sau «{before.number}»" if before else ""
        yield _wrong(each, f"«{each.number}»{after}", f"«{shown}»")


def _wrong(each: Numbered, found: str, expected: str) -> Deviation:
    return at("L42", Spot(Role.HEADING, each.para, whole(each.para)), found, expected)


def check_letters(anatomy: Anatomy) -> Iterator[Deviation]:
    """Points are numbered a, b, c, d, đ, e, g … without f, j, w, z."""
    marks = [each for each in _numbered(anatomy) if each.mark in _DEPTH]
    for _, group in groupby(marks, key=lambda each: each.mark is Mark.LETTER):
        before = ""
        for each in group:
            if each.mark is not Mark.LETTER:
                break
            wanted = "a" if not before else _after(before)
            if each.number not in ("a", wanted):
                spot = Spot(Role.HEADING, each.para, whole(each.para))
                yield at("L43", spot, f"«{each.number})»" + (f" sau «{before})»" if before else ""), f"«{wanted})»")
            before = each.number


def _after(letter: str) -> str:
    place = ALPHABET.find(letter)
    return ALPHABET[place + 1] if 0 <= place < len(ALPHABET) - 1 else letter


def check_separators(anatomy: Anatomy) -> Iterator[Deviation]:
    """"I.", "1.", "a)": what stands between number and words."""
    for each in _numbered(anatomy):
        if each.mark in (Mark.PART, Mark.SECTION) and each.number.isdigit() is (each.mark is Mark.PART):
            wanted_number = "chữ số La Mã" if each.mark is Mark.PART else "chữ số Ả Rập"
            if each.mark is Mark.PART or is_roman(each.number):
                yield at("L44", Spot(Role.HEADING, each.para, whole(each.para)), f"«{each.number}»", wanted_number)
        wanted = _SEPARATORS.get(each.mark)
        if wanted and each.separator != wanted and (each.mark is not Mark.ARTICLE or each.separator):
            spot = Spot(Role.HEADING, each.para, whole(each.para))
            yield at("L44", spot, f"«{each.number}{each.separator}»", f"«{each.number}{wanted}»")


def check_looks(anatomy: Anatomy) -> Iterator[Deviation]:
    """Roman headings are in capitals, bold, upright; other headings in lower case and bold."""
    for each in _numbered(anatomy):
        spot = Spot(Role.HEADING, each.para, whole(each.para))
        found, expected = _look(each, spot)
        if found:
            yield at("L45", spot, found, expected)
    for above, below in pairwise(anatomy.body):
        if numbered(above).mark in (Mark.PART, Mark.SECTION) and numbered(below).mark is Mark.NONE:
            yield from _title(Spot(Role.HEADING, below, whole(below)))


def _title(spot: Spot) -> Iterator[Deviation]:
    """The title below "Phần I", "Chương I", "Mục 1": in capitals, bold, centred, where it is a title."""
    is_upper = spot.text.isupper() or all(piece.look.capitals for piece in spot.pieces)
    is_bold = all(piece.look.bold for piece in spot.pieces)
    judged = (("in thường", "in hoa", not is_upper), ("không đậm", "đậm", not is_bold),
              ("không canh giữa", "canh giữa", spot.para.look.align != "center"))
    wrong = [(found, expected) for found, expected, is_wrong in judged if is_wrong]
    if 0 < len(wrong) < len(judged):
        yield at("L45", spot, ", ".join(found for found, _ in wrong), ", ".join(expected for _, expected in wrong))


def _look(each: Numbered, spot: Spot) -> tuple[str, str]:
    is_bold = all(piece.look.bold for piece in spot.pieces)
    is_italic = any(piece.look.italic for piece in spot.pieces)
    is_upper = each.words.isupper() or all(piece.look.capitals for piece in spot.pieces)
    judged: tuple[tuple[str, str, bool], ...] = ()
    if each.mark is Mark.ROMAN:
        judged = (("in thường", "in hoa", not is_upper), ("không đậm", "đậm", not is_bold),
                  ("nghiêng", "đứng", is_italic))
    elif each.mark in (Mark.PART, Mark.SECTION):
        judged = (("không canh giữa", "canh giữa", each.para.look.align != "center"), ("không đậm", "đậm", not is_bold),
                  ("nghiêng", "đứng", is_italic))
    elif each.mark is Mark.ARTICLE and len(each.words) < _LONGEST_TITLE and each.words[-1:].isalnum():
        judged = (("không đậm", "đậm", not is_bold), ("nghiêng", "đứng", is_italic))
    elif each.mark in (Mark.ARABIC, Mark.DECIMAL, Mark.LETTER) and each.is_titled:
        judged = (("in hoa", "in thường", is_upper and len(each.words) > 12), ("nghiêng", "đứng", is_italic))
    wrong = [(found, expected) for found, expected, is_wrong in judged if is_wrong]
    return ", ".join(found for found, _ in wrong), ", ".join(expected for _, expected in wrong)


def _numbered(anatomy: Anatomy) -> Iterator[Numbered]:
    return (numbered(para) for para in anatomy.body)


def _as_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
