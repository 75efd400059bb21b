"""Numbers of persons in names of files and sheets: these names are stored and sent, so such numbers are masked.

Decree 356/2025/NĐ-CP, article 3: numbers of identity papers and telephones. A name of a person cannot be told from that
of a field or a ward with certainty, and stays.
"""

from __future__ import annotations

import hashlib
import re

from report_utils.vietnamese.identifiers import CITIZEN_ID, INSURANCE_CARD, PHONE

MASK = "[số ẩn "
"""Begins what stands for a masked number; four letters of a digest of the number follow, so that two names stay two."""

_ID_CARD = r"(?:(?<=cmnd)|(?<=cmnd[ ._-])|(?<=cmt)|(?<=cmt[ ._-]))\d{9}(?!\d)"  # nine digits alone may be anything
_IDENTIFIER = re.compile("|".join((CITIZEN_ID.pattern, INSURANCE_CARD.pattern, PHONE.pattern, _ID_CARD)), re.IGNORECASE)


def masked(name: str) -> str:
    """A name of a file or sheet without numbers of identity papers, insurance cards and telephones."""
    return _IDENTIFIER.sub(lambda found: f"{MASK}{_digest(found[0])}]", name)


def _digest(number: str) -> str:
    """16 bits: enough to tell two files apart, too few to find the number again."""
    return hashlib.blake2b(number.encode(), digest_size=2).hexdigest()
