"""Words that a person gives for a document: on one line, with something to read, without what no document can hold."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator

from report_utils.vietnamese.text import nfc

_UNREADABLE = frozenset(("Cc", "Cs", "Cn", "Co"))
"""Control characters, halves of a pair, what Unicode gives no meaning."""


def words(text: str) -> str:
    """The text in NFC on one line. Raises ValueError where nothing can be read, or what cannot be read is in it."""
    line = optional_words(text)
    if not any(map(str.isalnum, line)):
        raise ValueError("không được để trống, phải có chữ hoặc số")
    return line


def optional_words(text: str) -> str:
    """The text in NFC on one line, "" when there is none. Raises ValueError for characters that cannot be read."""
    line = " ".join(nfc(text).split())
    for character in line:
        if unicodedata.category(character) in _UNREADABLE:
            raise ValueError(f"có ký tự điều khiển hoặc ký tự lạ (U+{ord(character):04X}) trong "
                             f"«{line.replace(character, '')}»; hãy gõ lại")
    return line


Words = Annotated[str, AfterValidator(words)]
OptionalWords = Annotated[str, AfterValidator(optional_words)]
