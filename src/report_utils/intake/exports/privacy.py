"""What must not leave an export: columns of personal data, and personal data in a wrong column.

Decree 356/2025/NĐ-CP, articles 3 and 4. Only the columns that a mapping names are ever taken from a sheet; this module
keeps a mapping from naming a personal one, and keeps misplaced values out of messages. Nothing is quoted by default:
a value is shown when it looks like what its column holds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from itertools import pairwise

from report_utils.vietnamese.person_names import looks_like_a_name
from report_utils.vietnamese.personal_words import SURE_WORDS
from report_utils.vietnamese.text import fold, nfc

HIDDEN = "(đã ẩn)"
"""Stands in messages for a value that may be personal."""

_STAFF = ("cán bộ", "chuyên viên")
"""Who deals with a case is named in exports only."""

_CODE = re.compile(r"(?=.*\d)[0-9A-ZĐ./_\-]{1,60}", re.IGNORECASE)
# The codes of dossiers are short groups (H06.15-240614-00012): a long run of digits is the number of a person or a
# telephone, digits alone may be one with separators, a long run of letters is a name.
_LONG_RUNS = re.compile(r"\d{7}|[^\W\d_]{5}")
_FEWEST_DIGITS_OF_A_PERSON, _MOST_DIGITS_OF_A_WORD = 8, 4
_NUMBER = re.compile(r"[-+]?\d[\d.,]*(?: ?%)?|TRUE|FALSE")
_DATE = re.compile(
    r"(?:ngày )?\d{1,4} ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,4}(?:[ t,]+(?:lúc )?\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?)?"
    r"|ngày \d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}[-/]\d{4}|-?\d{1,6}(?: ngày)?(?: làm việc)?"
    r"|#[a-z0-9/?!]+|\(công thức chưa có giá trị\)")


def _apart(word: str) -> tuple[str, str]:
    """The word, and how it stands among others."""
    return word, f" {fold(word)} "


_PERSONAL = tuple(map(_apart, (*SURE_WORDS, *_STAFF)))


def personal_word(header: str, more: Iterable[str] = ()) -> str:
    """The word that makes a header that of a personal column; empty when there is none."""
    words = " ".join(("", *re.findall(r"[\w-]+", fold(header)), ""))
    return next((word for word, apart in (*_PERSONAL, *map(_apart, more)) if apart in words), "")


def shown_date(raw: object) -> str:
    """A value of a column of dates or days as a message may quote it: a date, a number of days, an error of Excel."""
    text = _text(raw)
    return text if not text or _DATE.fullmatch(fold(text)) else HIDDEN


def shown_count(raw: object) -> str:
    """A value of a column of counts as a message may quote it: a date, or a number too short for one of a person."""
    text = _text(raw)
    is_short = _NUMBER.fullmatch(text) and sum(map(str.isdigit, text)) < _FEWEST_DIGITS_OF_A_PERSON
    return text if is_short else shown_date(raw)


def shown_code(raw: object) -> str:
    """A dossier's code as a message may quote it."""
    text = _text(raw)
    if not text:
        return text
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    is_code = _CODE.fullmatch(text) and not _LONG_RUNS.search(text) and (letters or digits < _FEWEST_DIGITS_OF_A_PERSON)
    return text if is_code else HIDDEN


def shown_word(raw: object, vocabulary: frozenset[str]) -> str:
    """A value of a closed list as a message may quote it: short, in phrases of the trade, no name, no number.

    Single words of the trade may be names side by side (Mỹ An): half of the pairs of words must stand so in a phrase.
    """
    text = _text(raw)
    words = re.findall(r"[^\W\d_]+", fold(text))
    pairs = [" ".join(pair) for pair in pairwise(words)]
    known = sum(pair in vocabulary for pair in pairs)
    is_ours = len(text) <= 80 and bool(words) and vocabulary.issuperset(words) and 2 * known >= len(pairs)
    is_quiet = sum(map(str.isdigit, text)) <= _MOST_DIGITS_OF_A_WORD and not looks_like_a_name(text)
    return text if not text or (is_ours and is_quiet) else HIDDEN


def trade_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of known values and of official usage, and their pairs: what a value may consist of to be quoted."""
    phrases = [re.findall(r"[^\W\d_]+", fold(text)) for text in (*texts, *_USAGE.split(","))]
    pairs = (" ".join(pair) for words in phrases for pair in pairwise(words))
    return frozenset((*(word for words in phrases for word in words), *pairs))


_USAGE = (
    "trực tuyến,trực tiếp,bưu chính công ích,qua mạng,cổng dịch vụ công,một cửa,hồ sơ giấy,tại quầy,kiosk,toàn trình,"
    "một phần,đã xử lý,đang xử lý,chờ xử lý,chưa xử lý,mới tiếp nhận,được tiếp nhận,bị từ chối,không tiếp nhận,"
    "giải quyết,đã giải quyết,đang giải quyết,trả kết quả,đã trả kết quả,chờ trả kết quả,hoàn thành,đã hoàn thành,"
    "kết thúc,thẩm định,đang thẩm định,thẩm tra,phê duyệt,chờ phê duyệt,trình ký,ban hành,bổ sung,chờ bổ sung,sửa đổi,"
    "tạm dừng,hủy,đã hủy,rút hồ sơ,từ chối,yêu cầu,nghĩa vụ tài chính,phí lệ phí,chuyển,chuyển liên thông,liên thông,"
    "cơ quan,đơn vị,phòng,sở y tế,chi cục,bệnh viện,trung tâm,tỉnh,huyện,xã,cấp tỉnh,cấp huyện,lĩnh vực y tế,khác"
)


def _text(raw: object) -> str:
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, dt.date):
        return f"{raw:%d/%m/%Y}"
    return nfc(str(raw)).strip()
