"""How the lines of each element must look, and what a line does otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from report_utils.lint.roles import Role, Spot


@dataclass(frozen=True)
class Wanted:
    """What the decree asks of the letters of an element; None is left open. `sizes` are the least and greatest."""

    rule: str
    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = False
    upper: bool | None = None
    centred: bool = False


# NĐ 30/2020, Appendix I, part II and part V (the table of letter sizes and styles).
WANTED: Mapping[Role, Wanted] = MappingProxyType({
    Role.NATIONAL_NAME: Wanted("L11", (12, 13), bold=True, upper=True, centred=True),
    Role.MOTTO: Wanted("L13", (13, 14), bold=True, upper=False, centred=True),
    Role.SUPERIOR: Wanted("L15", (12, 13), bold=False, upper=True, centred=True),
    Role.AGENCY: Wanted("L16", (12, 13), bold=True, upper=True, centred=True),
    Role.NUMBER: Wanted("L21", (13, 13), bold=False, centred=True),
    Role.PLACE_DATE: Wanted("L24", (13, 14), bold=False, italic=True, centred=True),
    Role.KIND: Wanted("L25", (13, 14), bold=True, upper=True, centred=True),
    Role.SUBJECT: Wanted("L26", (13, 14), bold=True, upper=False, centred=True),
    Role.LETTER_SUBJECT: Wanted("L28", (12, 13), bold=False, centred=True),
    Role.ADDRESSEE: Wanted("L32", (13, 14), bold=False),
    Role.BASIS: Wanted("L33", (13, 14), bold=False, italic=True),
    Role.CAPACITY: Wanted("L47", (13, 14), bold=True, upper=True, centred=True),
    Role.SIGNER: Wanted("L49", (13, 14), bold=True, upper=False, centred=True),
    Role.RECIPIENTS_LABEL: Wanted("L51", (12, 12), bold=True, italic=True),
    Role.RECIPIENT: Wanted("L52", (11, 11), bold=False),
    Role.APPENDIX_LABEL: Wanted("L58", (14, 14), bold=True, upper=False, centred=True),
    Role.APPENDIX_TITLE: Wanted("L59", (13, 14), bold=True, upper=True, centred=True),
    Role.APPENDIX_REFERENCE: Wanted("L60", (13, 14), bold=False, italic=True, centred=True),
    Role.STAMP: Wanted("L63", (13, 14), bold=True, upper=True),
    Role.CIRCULATION: Wanted("L63", (13, 14), bold=True, upper=True),
    Role.CODE_OF_TYPIST: Wanted("L64", (11, 11), bold=False, upper=True),
})


def differences(spot: Spot, wanted: Wanted) -> tuple[str, str]:
    """What is otherwise than wanted, and what is wanted instead; two empty texts when nothing is."""
    found, expected = [], []
    for name, said in (("size", _size(spot, wanted)), ("bold", _switch(spot, "bold", wanted.bold, "đậm")),
                       ("italic", _italic(spot, wanted)), ("upper", _upper(spot, wanted)),
                       ("centred", _centred(spot, wanted))):
        if name and said:
            found.append(said[0])
            expected.append(said[1])
    return ", ".join(found), ", ".join(expected)


def _size(spot: Spot, wanted: Wanted) -> tuple[str, str] | None:
    least, most = wanted.sizes
    wrong = sorted({piece.look.size for piece in spot.pieces if not least <= piece.look.size <= most})
    asked = f"{least:g}" if least == most else f"{least:g}-{most:g}"
    found = ", ".join(f"{size:g}".replace(".", ",") for size in wrong)
    return (f"cỡ chữ {found}", f"cỡ chữ {asked}") if wrong else None


def _switch(spot: Spot, name: str, is_wanted: bool | None, word: str) -> tuple[str, str] | None:
    if is_wanted is None or all(getattr(piece.look, name) is is_wanted for piece in spot.pieces):
        return None
    return (f"không {word}", word) if is_wanted else (word, f"không {word}")


def _italic(spot: Spot, wanted: Wanted) -> tuple[str, str] | None:
    said = _switch(spot, "italic", wanted.italic, "nghiêng")
    return said and ((said[0], said[1]) if wanted.italic else ("nghiêng", "đứng"))


def _upper(spot: Spot, wanted: Wanted) -> tuple[str, str] | None:
    if wanted.upper is None:
        return None
    letters = [(letter, piece.look.capitals) for piece in spot.pieces for letter in piece.text if letter.isalpha()]
    is_upper = bool(letters) and all(letter.isupper() or capitals for letter, capitals in letters)
    if is_upper is wanted.upper or not letters:
        return None
    return ("in hoa", "in thường") if is_upper else ("in thường", "in hoa")


def _centred(spot: Spot, wanted: Wanted) -> tuple[str, str] | None:
    if not wanted.centred or spot.para.look.align == "center":
        return None
    found = {"left": "canh trái", "right": "canh phải", "both": "canh đều"}
    return found.get(spot.para.look.align, "không canh giữa"), "canh giữa"
