"""Which texts are in a font encoding: decided by the vocabulary of the form.

The font of a cell does not decide, for fonts survive a conversion to Unicode. A text that holds letters only Unicode
has is never touched, and a single text needs strong evidence: every word that the decoding changes must become a
Vietnamese syllable, and either the whole text is a phrase of the form or several of its words are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from report_utils.vietnamese.legacy import Encoding, decode, is_covered, is_in_capitals, words_of
from report_utils.vietnamese.syllables import is_syllable, is_well_spelled
from report_utils.vietnamese.text import fold
from report_utils.vietnamese.vocabulary import NO_VOCABULARY, Vocabulary

_UNICODE_ONLY = re.compile("[\u0100-\u01bf\u0300-\u036f\u1ea0-\u1ef9]")
_HIGH = re.compile("[\u00a1-\u00ff]")
_MOSTLY = 0.9
_ODD_CAPITAL = re.compile("[a-z\u00e0-\u00fd][\u00c0-\u00dd]")
_FOREIGN = re.compile("[\u00a1-\u00bfÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")
# One set of letters comes first, so that all others are passed over quickly.
_FOREIGN_PAIRS = re.compile(
    "[\u00c0-\u00ddâùõáàãêéèú](?<=[AEae][ÂÙÕâùõÁÀÃÊÉÈÚáàãêéèú]|[Oo][ÂÙÕâùõ]|[UYÔuyô][ÙÕùõ]|[a-z\u00e0-\u00fd][\u00c0-\u00dd])")


def has_signals(text: str) -> bool:
    """Whether `text`, however long, holds anything that Vietnamese in Unicode never does. Quick; no proof."""
    return _FOREIGN.search(text) is not None or has_foreign_pairs(text)


def has_foreign_pairs(text: str) -> bool:
    """Whether `text` holds letters that follow each other in VNI (aù, eâ) or TCVN3 (tÕ) and never in Unicode."""
    return _FOREIGN_PAIRS.search(text) is not None


def is_suspect(text: str) -> bool:
    """Whether `text` could be in a font encoding: it has letters of Latin-1, and none that only Unicode has."""
    return not text.isascii() and _HIGH.search(text) is not None and _UNICODE_ONLY.search(text) is None


@dataclass(frozen=True)
class _Evidence:
    """What a decoding makes of the words of a text: how many it `changed`, and how many of those became what."""

    encoding: Encoding
    changed: int = 0
    syllables: int = 0
    hits: int = 0
    hits_as_is: int = 0
    plausible_as_is: int = 0
    phrases: int = 0

    @property
    def is_clean(self) -> bool:
        """Every changed word became a syllable; in a long text all but a few."""
        enough = self.changed if self.changed < 12 else _MOSTLY * self.changed
        return self.changed > 0 and self.syllables >= enough and self.hits > self.hits_as_is

    @property
    def is_strong(self) -> bool:
        """Enough for a single text."""
        if not self.is_clean:
            return False
        if self.phrases and (self.changed > 1 or not self.plausible_as_is):
            return True
        return self.hits > 1 and 3 * self.hits >= self.changed and self.plausible_as_is < self.changed

    @property
    def is_enough_together(self) -> bool:
        """Enough for many texts together."""
        known = self.phrases > 1 or self.hits > 2
        return known and self.syllables >= 0.8 * self.changed and self.hits > self.hits_as_is


def recognise(text: str, vocabulary: Vocabulary) -> Encoding | None:
    """The font encoding of a single text, or None when it is Unicode, is no Vietnamese, or nothing proves it."""
    if not is_suspect(text):
        return None
    return _best((text,), vocabulary, lambda evidence: evidence.is_strong)


def recognise_all(texts: Iterable[str], vocabulary: Vocabulary) -> Encoding | None:
    """The font encoding of a sheet or a column, by all its texts together; texts in Unicode have no say."""
    suspects = tuple(dict.fromkeys(text for text in texts if is_suspect(text)))
    if not suspects or not has_signals("\n".join(suspects)):
        return None
    return _best(suspects, vocabulary, lambda evidence: evidence.is_enough_together or evidence.is_strong)


def decode_in_context(text: str, encoding: Encoding, vocabulary: Vocabulary) -> str:
    """A text of a sheet or column that is known to be in `encoding`: decoded, unless it clearly is not in it."""
    if not is_suspect(text):
        return text
    evidence = _weigh((text,), encoding, vocabulary)
    is_foreign = 2 * evidence.syllables < evidence.changed
    is_unicode = evidence.plausible_as_is == evidence.changed and evidence.hits_as_is > evidence.hits
    return text if is_foreign or is_unicode else decode(text, encoding)


def looks_legacy(text: str) -> bool:
    """Whether a text, or some words of it, read as Vietnamese only when decoded, though nothing proves it."""
    if _has_legacy_words(text):
        return True
    if not is_suspect(text):
        return False
    weights = (_weigh((text,), encoding, NO_VOCABULARY) for encoding in (Encoding.TCVN3, Encoding.VNI))
    least = 1 if "\u00ad" in text else 2
    return any(w.syllables == w.changed >= least and not w.plausible_as_is for w in weights)


def _has_legacy_words(text: str) -> bool:
    """Whether words of a text, be the others in Unicode, are in an old encoding: one beyond doubt, or two."""
    words = {word for word in text.split() if len(word) > 1 and not _UNICODE_ONLY.search(word)}
    strange = [word for word in words if _FOREIGN.search(word) or _ODD_CAPITAL.search(word)]
    read = [word for word in strange if any(_is_read_as(word, encoding) for encoding in Encoding)]
    return any(len(word) > 2 or _ODD_CAPITAL.search(word) for word in read) or len(read) > 1


def _is_read_as(word: str, encoding: Encoding) -> bool:
    """Whether a word becomes a syllable by a decoding, and is none as it stands."""
    weight = _weigh((word,), encoding, NO_VOCABULARY)
    return weight.syllables == weight.changed == 1 and not weight.plausible_as_is


def _best(texts: tuple[str, ...], vocabulary: Vocabulary, suffices: Callable[[_Evidence], bool]) -> Encoding | None:
    weights = [_weigh(texts, encoding, vocabulary) for encoding in (Encoding.TCVN3, Encoding.VNI)]
    ranked = sorted((w for w in weights if suffices(w)), key=lambda w: (w.phrases, w.hits), reverse=True)
    if not ranked or (len(ranked) > 1 and (ranked[0].phrases, ranked[0].hits) == (ranked[1].phrases, ranked[1].hits)):
        return None
    best = ranked[0].encoding
    return Encoding.TCVN3_UPPER if best is Encoding.TCVN3 and all(map(_is_capital_text, texts)) else best


def _is_capital_text(text: str) -> bool:
    """Whether a TCVN3 text was typed with capitals throughout, at least one word of it beyond doubt."""
    words = [word for word in words_of(text, Encoding.TCVN3) if not word.isascii()]
    return any(map(is_in_capitals, words)) and not re.search("[a-z]", text)


class _Word(NamedTuple):
    """A word that is not ASCII, as an encoding reads it."""

    decoded: str
    folded: str
    folded_as_is: str
    is_syllable: bool
    is_neutral: bool
    is_plausible: bool


@lru_cache(maxsize=1 << 14)
def _judge(word: str, encoding: Encoding) -> _Word:
    decoded = decode(word, encoding)
    is_read = is_covered(word, encoding)
    return _Word(
        decoded, fold(decoded) if is_read else "", fold(word), is_read and is_syllable(decoded),
        is_read and _says_nothing(word, decoded), _is_plausible(word),
    )


def _weigh(texts: tuple[str, ...], encoding: Encoding, vocabulary: Vocabulary) -> _Evidence:
    words = {word for text in texts for word in words_of(text, encoding) if len(word) > 1 and not word.isascii()}
    changed = [judged for word in words if not (judged := _judge(word, encoding)).is_neutral]
    phrases = sum(fold(decode(text, encoding)) in vocabulary.phrases and _is_long(text) for text in texts)
    return _Evidence(
        encoding, len(changed), phrases=phrases,
        syllables=sum(word.is_syllable for word in changed),
        hits=sum(word.folded in vocabulary.words for word in changed),
        hits_as_is=sum(word.folded_as_is in vocabulary.words for word in changed),
        plausible_as_is=sum(word.is_plausible for word in changed),
    )


def _is_long(text: str) -> bool:
    return len(text.strip()) > 3 or any("\u00a1" <= sign <= "\u00bf" for sign in text)


def _says_nothing(word: str, decoded: str) -> bool:
    """Words that are the same either way (`chính` in VNI), and short names in capitals (QĐ, HĐND)."""
    return (decoded == word and is_syllable(word)) or (decoded.isupper() and len(decoded) < 6 and "Đ" in decoded)


def _is_plausible(word: str) -> bool:
    """Whether a word is a Vietnamese syllable as it stands, its letters in one usual case."""
    return is_well_spelled(word) and (word.islower() or word.isupper() or word.istitle())
