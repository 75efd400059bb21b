"""Words, numbers and signs of a text, and when two of them count as the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_utils.vietnamese.parsing import Notation, parse_number
from report_utils.vietnamese.text import nfc

# A number with the signs inside it, a word of letters, or one other sign.
_WORD = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d_]+|\.\.\.|[^\w\s]|_")
# What Word puts in the place of what was typed, and what keyboards write in two ways.
_SAME = str.maketrans(dict.fromkeys("“”„″«»", '"') | dict.fromkeys("‘’‚′`", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_SPACED = re.compile(r"(?<=\d)\s+(?=\d{3}(?:\D|$))")


@dataclass(frozen=True)
class Word:
    """One word, number or sign: its `key`, equal for what a reader takes for the same, and where it stands."""

    key: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.key[0].isdigit()


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`, which is in NFC."""
    return tuple(Word("…" if found[0] == "..." else found[0], found.start(), found.end())
                 for found in _WORD.finditer(text.translate(_SAME)))


def slice_of(text: str, words: Sequence[Word]) -> str:
    """What stands in `text` from the first to the last of `words`, white space folded."""
    return nfc(" ".join(text[words[0].start : words[-1].end].split())) if words else ""


def same_value(one: str, other: str) -> bool:
    """Whether two texts are the same number written in two ways: 1.072.019 and 1072019, 91% and 91 %, 05 and 5."""
    values = _value(one), _value(other)
    return values[0] is not None and values[0] == values[1]


def _value(text: str) -> tuple[Decimal, bool] | None:
    """The number and whether it is a percentage; what only en-US writes is read so."""
    plain = _SPACED.sub("", text)
    for notation in Notation:
        read = parse_number(plain, notation)
        if read and read.value is not None:
            return read.value, read.is_percent
    return None
