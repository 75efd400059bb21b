"""Persons inside longer text: a name after a title, a number after the word for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found, found_in_text
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import Verdict
from report_utils.vietnamese.identifiers import PLATE
from report_utils.vietnamese.person_names import ANY_SURNAME_CHOICE, SURNAME_CHOICE

_NAME = rf"(?:{ANY_SURNAME_CHOICE})(?: [A-ZÀ-ỸĐ][^\W\d_]*){{1,4}}"
_TWO_CAPITALS = re.compile(r"[A-ZÀ-ỸĐ][^\W\d_]* [A-ZÀ-ỸĐ]")
"""Looked for first, being quick: no name is without it."""
_TITLED = re.compile(
    r"(?<![^\W\d_])(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Bb]é|[Cc]ô|[Cc]hú|[Bb]ác|BN|NB|[Bb]ệnh nhân|"
    r"[Nn]gười bệnh|[Bb]ác s[ĩỹ]|BS(?:CK(?:I{1,2}|1|2))?|ThS|TS|DS|CN|ĐD|[Dd]ược s[ĩỹ]|[Yy] s[ĩỹ]|[Đđ]iều dưỡng|"
    r"[Đđ]/c|[Đđ]ồng chí|[Tt]ên(?: là)?|[Ll]iên hệ|[Gg]ặp|[Hh]ọ tên|[Cc]hủ hộ|[Nn]gười [^\W\d]+(?: [^\W\d]+)?|[Oo]ng|"
    r"[Bb]a|[Cc]hi|[Mm]r|[Mm]rs|[Mm]s)"
    rf"[.: ]{{1,3}}(?:(?:BS|ThS|TS|[Bb]ác s[ĩỹ])[.: ]+)?(?P<value>{_NAME})")
_FULL = re.compile(rf"(?<![^\W_])(?P<value>(?:{SURNAME_CHOICE}) (?:Văn|Thị|VĂN|THỊ|Van|Thi|THI|"
                   rf"VAN) [A-ZÀ-ỸĐ][^\W\d_]*(?: [A-ZÀ-ỸĐ][^\W\d_]*)?)")
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:cmnd|cmt|cccd|căn cước|chứng minh(?: nhân dân| thư)?|hộ chiếu|số định danh|định danh cá nhân|"
    r"mã số bhxh|bhxh|thẻ bhyt|bhyt|stk|số tài khoản|gplx|can cuoc|ho chieu|so tai khoan|mst cá nhân|mst tncn|"
    r"mã số thuế (?:cá nhân|tncn)|"
    r"passport)\b[^\d\n]{0,15}?(?P<value>[A-Z]{0,2}\d(?:[ .\-]?\d){6,})", re.IGNORECASE)
_PLATED = re.compile(rf"(?<![^\W_])(?:bks|bsx|biển số(?: xe)?|biển kiểm soát|xe(?: số)?)[: ]{{1,3}}"
                     rf"(?P<value>{PLATE.pattern})", re.IGNORECASE)
_BORN = re.compile(r"(?<![^\W_])(?:sinh (?:năm|ngày)|sinh nam|sn|s\.n|năm sinh|sinh(?= \d)|"
                   r"nsinh)[.: ]{1,3}(?P<value>(?:\d{1,2}[/.\-]){0,2}(?:19|"
                   r"20)\d\d)\b", re.IGNORECASE)
_HOME = re.compile(r"(?<![^\W_])(?:ngụ(?: tại)?|thường trú|tạm trú|nhà ở|nhà riêng|"
                   r"trú tại)[: ]{1,3}(?:tại )?(?P<value>(?:số )?\d[^\n;]{4,60}|[^\n;]{0,10}(?:ấp|thôn|tổ|đường|"
                   r"phường|xã)[^\n;]{3,50})", re.IGNORECASE)
_CALLED, _MANY = re.compile(r"(?<![^\W_])(?:[Cc]hị|anh|Anh|[Bb]é|[Cc]háu|bà|ông) (?!Rịa|Tô|Đen|"
                            r"Quốc)([A-ZĐ][a-zà-ỹ]{1,6})(?!\w| [A-ZĐ])"), 0.3
ASKED: Mapping[re.Pattern[str], tuple[int, tuple[str, ...]]] = {
    _NUMBERED: (7, ()), _PLATED: (6, ()), _BORN: (4, ()), _HOME: (0, ()), _TITLED: (0, ()),
    _FULL: (0, (" Văn ", " Thị ", " VĂN ", " THỊ ", " Van ", " Thi ", " THI ", " VAN "))}
"""So many digits at least, and one of these signs, stand in a text in which a pattern is found."""
_NOT_A_PERSON = re.compile(
    r"\b(?:đường|phố|hẻm|ngõ|trường|công ty|cty|tnhh|bệnh viện|phòng khám|nhà thuốc|quầy thuốc|thpt|thcs|tiểu học|cầu|"
    r"tượng đài|mộ|đền|đình|chùa|di tích|mầm non|mn|th|ptdtnt|khu|giải|giải thưởng|nha khoa|trạm|công viên|bảo tàng|"
    r"quỹ|duong|truong|cong ty|ql|đ\.|hộ kinh doanh|cơ sở|"
    r"nt|pk)\b[^,;.\n]{0,25}$|\d[\w/]*,? $", re.IGNORECASE)


def in_free_text(column: Column, reading: HeaderReading) -> Found | None:
    """What single values say of persons; names of facilities may hold those of their founders."""
    if column.numeric > 0.95:
        return None
    rules = [("số giấy tờ hoặc tài khoản của cá nhân", _NUMBERED), ("biển số xe", _PLATED), ("ngày, năm sinh", _BORN),
             ("nơi ở", _HOME)]
    of_places = (reading.of_facility or reading.is_place) and not reading.of_person
    if not of_places and _TWO_CAPITALS.search(column.outline):
        rules += [("họ tên người", _TITLED), ("họ tên người", _FULL)]
    for what, pattern in rules:
        texts = column.lines_with(pattern, *ASKED[pattern])
        hits = [(text, value) for text in texts if (value := _value(pattern, text))]
        if hits:
            return found_in_text(column, what, [text for text, _ in hits], [value for _, value in hits])
    return None if of_places else _called(column)


def _called(column: Column) -> Found | None:
    """Persons called by their given names alone, in many cells: only somebody who looks can tell."""
    called = column.lines_with(_CALLED)
    if len(called) < max(3, _MANY * len(column.different)):
        return None
    found = found_in_text(column, "tên gọi của người", called, [_CALLED.findall(text)[0] for text in called])
    return Found(Verdict.WARN, found.kind, found.found_in, found.reason)


def _value(pattern: re.Pattern[str], text: str) -> str:
    """The first value that belongs to a person."""
    is_name = pattern in (_TITLED, _FULL)
    if is_name and starts_as_facility(text) and len(text) < 120:
        return ""
    for found in pattern.finditer(text):
        if not is_name or not _NOT_A_PERSON.search(text[: found.start()]):
            return found["value"]
    return ""
