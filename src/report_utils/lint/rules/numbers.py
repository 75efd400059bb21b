"""Number and code, place and date, kind and subject (NĐ 30/2020, Appendix I, II.3 to II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from report_utils.lint.deviation import Deviation, at, of
from report_utils.lint.roles import Anatomy, Role, Spot
from report_utils.lint.words import KINDS, kind_code

_NUMBER = re.compile(r"Số:\s*(?P<number>[0-9]*|\.{2,}|…+)\s*/"
                     r"(?P<code>[A-ZĐƯÔ][A-Za-zĐđ]*(?:-[A-ZĐƯÔĂÂÊƠ&.a-z0-9]+)+|[A-ZĐ]{2,})")
_BLANK = re.compile(r"[\s.…_]*")
_DATE = re.compile(r"(?P<place>[^,]+)(?P<comma>,?) ngày(?P<day>[\s.…_]*|\s*\d{1,2}) tháng(?P<month>[\s.…_]*|\s*\d{1,2})"
                   r" năm(?P<year>[\s.…_]*|\s*\d{4})")
_CODES = {code.casefold() for code in (*KINDS.values(), "CV")}
_LEAP = 2024


def check_number(anatomy: Anatomy) -> Iterator[Deviation]:
    """"Số: 05/BC-SYT": a colon, two digits at least, no blanks, code groups joined by hyphens."""
    spot = anatomy.first(Role.NUMBER)
    if spot is None:
        yield of("L20", Role.NUMBER, "không có", "«Số: …/<ký hiệu>»")
        return
    text = _raw(spot)
    found = _NUMBER.fullmatch(text)
    if found is None:
        yield at("L20", spot, f"ghi «{spot.text}»", "«Số: 05/BC-SYT»: dấu hai chấm, dấu «/», dấu «-», không dấu cách")
    elif found["number"].isdigit() and len(found["number"]) == 1:
        yield at("L20", spot, f"số {found['number']}", "số nhỏ hơn 10 ghi thêm số 0 phía trước")
    elif re.search(r"[0-9]\s+/", text):
        yield at("L20", spot, "có dấu cách trước «/»", "không dấu cách")


def check_code(anatomy: Anatomy) -> Iterator[Deviation]:
    """The code begins with the abbreviation of the kind; a letter has none (Appendix III)."""
    spot, kind = anatomy.first(Role.NUMBER), anatomy.first(Role.KIND)
    found = re.search(r"/\s*(?:\d{4}/)?([A-Za-zĐđ]+)", spot.text) if spot else None
    if spot is None or found is None or not _NUMBER.fullmatch(_raw(spot)):
        return
    if kind is not None:
        wanted = kind_code(kind.text)
        if found[1].casefold() != wanted.casefold():
            yield at("L22", spot, f"ký hiệu «{found[1]}», tên loại «{kind.text}»", f"ký hiệu «{wanted}»")
    elif anatomy.spots[Role.LETTER_SUBJECT] and found[1].casefold() in _CODES and "-" in spot.text:
        yield at("L22", spot, f"công văn ghi ký hiệu tên loại «{found[1]}»", "công văn không có ký hiệu tên loại")


def check_date(anatomy: Anatomy) -> Iterator[Deviation]:
    """"<địa danh>, ngày 05 tháng 9 năm 2024": days below 10 and months 1 and 2 take a zero, other months none."""
    spot = anatomy.first(Role.PLACE_DATE)
    if spot is None:
        yield of("L23", Role.PLACE_DATE, "không có", "«<địa danh>, ngày … tháng … năm …»")
        return
    found = _DATE.fullmatch(spot.text)
    if found is None or not found["comma"]:
        yield at("L23", spot, f"ghi «{spot.text}»", "«<địa danh>, ngày … tháng … năm …»")
        return
    day, month = found["day"].strip(), found["month"].strip()
    if day.isdigit() and len(day) < 2:
        yield at("L23", spot, f"ngày {day}", f"ngày 0{day}")
    if month.isdigit() and month != f"{int(month):02d}" and int(month) < 3:
        yield at("L23", spot, f"tháng {month}", f"tháng 0{month}")
    elif month.isdigit() and month.startswith("0") and int(month) > 2:
        yield at("L23", spot, f"tháng {month}", f"tháng {int(month)}")
    if not _exists(day, month, found["year"].strip()):
        yield at("L23", spot, f"ngày {day} tháng {month}", "ngày có trong lịch")
    if not found["place"][:1].isupper():
        yield at("L23", spot, f"địa danh «{found['place']}»", "viết hoa chữ cái đầu của địa danh")


def _exists(day: str, month: str, year: str) -> bool:
    """Whether there is such a day; what the clerk fills in is left open."""
    if not (day.isdigit() and month.isdigit()):
        return not month.isdigit() or 1 <= int(month) <= 12
    try:
        date(int(year) if year.isdigit() else _LEAP, int(month), int(day))
    except ValueError:
        return False
    return True


def check_subject(anatomy: Anatomy) -> Iterator[Deviation]:
    """A document has a kind with a subject, or is a letter with "V/v …"."""
    kind = anatomy.first(Role.KIND)
    letter = anatomy.first(Role.LETTER_SUBJECT)
    if kind is None and letter is None:
        yield of("L25", Role.KIND, "không có tên loại, cũng không có «V/v»", "tên loại, hoặc «V/v …» của công văn")
    elif kind is not None and anatomy.first(Role.SUBJECT) is None:
        yield of("L26", Role.SUBJECT, "không có", "trích yếu ngay dưới tên loại", kind.text)
    if letter is not None and not letter.text.startswith("V/v "):
        yield at("L28", letter, f"ghi «{letter.text}»", "«V/v …»")


def check_schemes(anatomy: Anatomy) -> Iterator[Deviation]:
    """National name 12 goes with motto 13, 13 with 14 (the two usual sets of sizes)."""
    spots = anatomy.first(Role.NATIONAL_NAME), anatomy.first(Role.MOTTO)
    sizes = [spot.pieces[0].look.size for spot in spots if spot and spot.pieces]
    is_legal = len(sizes) == 2 and 12 <= sizes[0] <= 13 <= sizes[1] <= 14
    if is_legal and sizes[1] - sizes[0] != 1 and spots[1]:
        yield at("L29", spots[1], f"Quốc hiệu cỡ {sizes[0]:g}, Tiêu ngữ cỡ {sizes[1]:g}", "12 và 13, hoặc 13 và 14")


def _raw(spot: Spot) -> str:
    """The line with its blanks as they stand; those left for the clerk become none."""
    text = "".join(piece.text for piece in spot.line.pieces).strip()
    head, _, tail = text.partition(":")
    before, slash, code = tail.partition("/")
    if not _BLANK.fullmatch(before):
        return text
    return f"{head}:{' ' if before[:1].isspace() else ''}{before.strip()}{slash}{code}"


