"""Whether letters form a Vietnamese syllable. To guard decisions about encodings, never to check spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc
    oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
    uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""
_AFTER_QU = "ynh yt"  # and every other rime
_FRONT = frozenset("eêiy")
_VOWELS, _MARKED = frozenset("aăâeêioôơuưy"), frozenset("ăâêôơư")
_ONSETS = re.compile(r"(ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx]|)(.+)")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_STOPPED = re.compile(r".*(?:c|ch|p|t)")
_STOPPED_TONES = frozenset("\u0301\u0323")
_KNOWN = frozenset(_RIMES.split())
_KNOWN_AFTER_QU = _KNOWN | frozenset(_AFTER_QU.split())


class _Spelled(NamedTuple):
    """A word in small letters without tones, and the tones with the places of their letters."""

    letters: str
    tones: tuple[tuple[int, str], ...]


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether `word` (any case, any Unicode form) is built as a Vietnamese syllable: onset, rime, tone that agree."""
    letters, tones = _spelled(word)
    if len(tones) > 1 or not _is_built(letters) or any(letters[place] not in _VOWELS for place, _ in tones):
        return False
    return not _STOPPED.fullmatch(letters) or (bool(tones) and tones[0][1] in _STOPPED_TONES)


@lru_cache(maxsize=1 << 14)
def is_well_spelled(word: str) -> bool:
    """Whether `word` is a syllable with its tone on the letter where it is written: `mão`, not `maõ`."""
    if not is_syllable(word):
        return False
    letters, tones = _spelled(word)
    onset = len(_parts(letters)[0])
    return all(place - onset in _tone_places(letters[onset:]) for place, _ in tones)


def _spelled(word: str) -> _Spelled:
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for place, sign in enumerate(unicodedata.normalize("NFC", word.lower())):
        parts = unicodedata.normalize("NFD", sign)
        letters.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) or sign)
        tones.extend((place, part) for part in parts if part in _TONES)
    return _Spelled("".join(letters), tuple(tones))


def _tone_places(rime: str) -> tuple[int, ...]:
    """Where the tone of a rime may stand: on its marked vowel, before a final on the last vowel, else by custom."""
    vowels = [place for place, letter in enumerate(rime) if letter in _VOWELS]
    marked = [place for place in vowels if rime[place] in _MARKED]
    if marked or rime[-1] not in _VOWELS:
        return ((marked or vowels)[-1],)
    if rime in ("oa", "oe", "uy"):
        return (0, 1)
    return (1,) if len(vowels) > 2 else (0,)


def _is_built(letters: str) -> bool:
    onset, rime = _parts(letters)
    if onset == "qu":
        return rime in _KNOWN_AFTER_QU
    return rime in _KNOWN and _agree(onset, rime[0])


def _parts(letters: str) -> tuple[str, str]:
    """Onset and rime; the i of gi belongs to both in `gì` and `gìn`."""
    found = _ONSETS.fullmatch(letters)
    if found is None:
        return "", ""
    onset, rime = found.groups()
    if (onset == "gi" and rime not in _KNOWN) or letters in ("gi", "gin"):
        return "g", letters[1:]
    return onset, rime


def _agree(onset: str, vowel: str) -> bool:
    """Only gh and ngh stand before e ê i y, and only c and ng before the others."""
    if onset in ("gh", "ngh"):
        return vowel in _FRONT
    return onset not in ("c", "ng") or vowel not in _FRONT
