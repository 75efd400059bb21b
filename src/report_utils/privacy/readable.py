"""A table in an old font encoding, or in UTF-8 that was read as something else, made readable before it is judged.

For the gate's eyes only: nothing that is published is changed by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from report_utils.vietnamese.legacy import Encoding, decode, words_of
from report_utils.vietnamese.mojibake import Damage, diagnose, reread
from report_utils.vietnamese.recognition import has_signals, is_suspect
from report_utils.vietnamese.syllables import is_syllable, is_well_spelled

Row = Sequence[object]

_LOOKED_AT, _MOSTLY, _THIRD = 40, 0.7, 1 / 3
_MISREAD = re.compile("[ÂÃÄÅÆá]")


def readable(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with their texts decoded, where the first of them show that the whole table needs it."""
    texts = [raw for row in rows[:_LOOKED_AT] for raw in row if isinstance(raw, str) and not raw.isascii()]
    mend = _mender(texts) if texts else None
    if mend is None:
        return rows
    return [[mend(raw) if isinstance(raw, str) and not raw.isascii() else raw for raw in row] for row in rows]


def _mender(texts: list[str]) -> Callable[[str], str] | None:
    """What makes these texts readable; None when they are."""
    if any(map(_MISREAD.search, texts)) and sum(_is_misread(text) for text in texts) > _THIRD * len(texts):
        return reread
    suspects = [text for text in texts if is_suspect(text)]
    if 2 * len(suspects) <= len(texts) or not has_signals("\n".join(suspects)):
        return None
    best = max((Encoding.TCVN3, Encoding.VNI), key=lambda encoding: _share_of_syllables(suspects, encoding))
    share = _share_of_syllables(suspects, best)
    is_better = share > _MOSTLY and share > _share_as_they_are(suspects)
    return (lambda text: decode(text, best) if is_suspect(text) else text) if is_better else None


def _is_misread(text: str) -> bool:
    found = diagnose(text)
    return found is not None and found.damage is Damage.UTF8


def _words(texts: list[str], encoding: Encoding) -> list[str]:
    return [word for text in texts for word in words_of(text, encoding) if len(word) > 1 and not word.isascii()]


def _share_of_syllables(texts: list[str], encoding: Encoding) -> float:
    words = _words(texts, encoding)
    return sum(is_syllable(decode(word, encoding)) for word in words) / len(words) if words else 0.0


def _share_as_they_are(texts: list[str]) -> float:
    words = _words(texts, Encoding.VNI)
    return sum(map(is_well_spelled, words)) / len(words) if words else 0.0
