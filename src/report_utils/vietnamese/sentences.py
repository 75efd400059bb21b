"""Where one sentence of Vietnamese official prose ends and the next begins."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[)\]\"'”’»]*\s+")
_NEXT = re.compile(r"[-–+•\s(\[\"'“‘«]*(\w)")
_WORD = re.compile(r"[^\s(\[\"'“‘«/–-]+$")

# Words that are written with a full stop though nothing ends there: places, capacities, degrees.
_ABBREVIATIONS = frozenset({
    "tp", "tx", "tt", "kp", "đt", "sđt", "đc", "kt", "tm", "tl", "tuq", "gs", "pgs", "ts", "ths", "bs", "bscki",
    "bsckii", "ds", "dscki", "ks", "kts", "stt", "tr", "vd", "nxb", "cty", "bcđ",
})  # fmt: skip
# Phường, quận, huyện, xã, đường. Other single letters end a sentence: "vitamin A.", "viêm gan B.".
_LETTERS_OF_PLACES = frozenset("PQHXĐ")

_LABEL = r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-zĐđ])"
# "1.", "II.", "a." at the head of a sentence or of a part of it; "Bảng 1.", "Phụ lục I.", "Quý III." at its head.
# Behind a colon a list begins with its first number: "gồm: 1. Tiếp nhận"; "Tổng số: 32. Trong đó" are two sentences.
_NUMBER = re.compile(rf"(?:(?:^|;)[-–+•\s(]*{_LABEL}|:[-–+•\s(]*[1IAa])$")
_HEAD = re.compile(rf"(?:Bảng|Hình|Biểu|Phụ lục|Phần|Chương|Mục|Điều|Quý|Kỳ)\s+{_LABEL}$", re.IGNORECASE)


def split_sentences(text: str) -> list[str]:
    """The sentences of `text` in order, without white space around them; a line break ends one as well.

    Full stops inside numbers ("1.072.019"), symbols of documents, abbreviations ("TP. Y", "KT. GIÁM ĐỐC") and
    numbers of lists ("1.", "II.", "Bảng 1.") end none, nor does one before a small letter ("v.v. và"). Joined with
    spaces, the sentences are the text with its white space folded.
    """
    return [sentence for line in text.splitlines() for sentence in _sentences(" ".join(line.split()))]


def _sentences(line: str) -> list[str]:
    found, start = [], 0
    for end in _END.finditer(line):
        following = _NEXT.match(line, end.end())
        if following and not following[1].islower() and not _is_inside(line[start : end.start()], end[0], following[1]):
            found.append(line[start : end.end()].rstrip())
            start = end.end()
    return [*found, line[start:]] if line[start:] else found


def _is_inside(before: str, sign: str, following: str) -> bool:
    """Whether `sign` behind `before` is the full stop of an abbreviation, a number or the number of a list."""
    if sign.strip() != ".":
        return False
    word = _WORD.search(before)
    last = word[0] if word else ""
    if last in _LETTERS_OF_PLACES or last.casefold() in _ABBREVIATIONS:
        return True
    return bool((last[-1:].isdigit() and following.isdigit()) or _NUMBER.search(before) or _HEAD.match(before))
