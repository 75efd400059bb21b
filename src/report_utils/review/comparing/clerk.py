"""What is left to the clerk and the signer: number and day of the document, name of the signer, stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from report_utils.lint.roles import Role
from report_utils.review.comparing.copy import Copy, Sentence
from report_utils.review.comparing.differences import Difference, about
from report_utils.review.comparing.matching import Match
from report_utils.review.comparing.words import words_of

_FILLED_IN = (Role.NUMBER, Role.PLACE_DATE, Role.APPENDIX_REFERENCE)
_OF_SIGNER = (Role.CAPACITY, Role.SIGNER, Role.STAMP)
LEFT_TO_CLERK = (*_FILLED_IN, *_OF_SIGNER)
"""The lines that may differ after signing (NĐ 30/2020, articles 13 to 15)."""

_BLANK = r"[\s\d._…]*"
_NUMBER = re.compile(rf"(số:?){_BLANK}/", re.IGNORECASE)
_DAY = re.compile(rf"ngày{_BLANK}tháng{_BLANK}năm{_BLANK}", re.IGNORECASE)


def clerk_differences(before: Copy, now: Copy) -> Iterator[Difference]:
    """What was filled in, as notes; a line of the clerk that changed otherwise counts as a changed line."""
    for role in LEFT_TO_CLERK:
        then, here = (_lines(copy.sentences, role) for copy in (before, now))
        for one, other in zip_longest(then, here):
            yield from _line(one, other)
    if now.pictures > before.pictures:
        yield Difference("S14", "Dấu, chữ ký", found=f"có thêm {now.pictures - before.pictures} hình")
    if now.pictures < before.pictures:
        yield Difference("S08", "Hình", expected=f"{before.pictures - now.pictures} hình")
    if now.is_sealed:
        yield Difference("S14", "Chữ ký số", found="tệp có chữ ký số")


def _lines(sentences: Sequence[Sentence], role: Role) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.role is role]


def _line(before: Sentence | None, now: Sentence | None) -> Iterator[Difference]:
    match before, now:
        case Sentence(), Sentence() if before.key == now.key:
            return
        case Sentence(), Sentence():
            if before.role in _OF_SIGNER or _blanked(before.text) == _blanked(now.text):
                yield about("S14", now, found=f"ghi «{now.text}»", expected=before.text)
            else:
                yield about("S06", now, found=now.text, expected=before.text, change=Match(before, now).shown)
        case Sentence(), None:
            note = before.role in _OF_SIGNER
            yield about("S14" if note else "S08", before, found=f"bỏ «{before.text}»", expected=before.text)
        case None, Sentence():
            note = now.role in _OF_SIGNER
            yield about("S14" if note else "S07", now, found=f"thêm «{now.text}»" if note else now.text)


def _blanked(text: str) -> tuple[str, ...]:
    """The words without what the clerk writes between them."""
    plain = _DAY.sub("ngày tháng năm ", _NUMBER.sub(r"\1 /", text))
    return tuple(word.key for word in words_of(plain))
