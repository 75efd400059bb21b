"""Names of files as they are shown and written, whatever bytes they are made of."""

from __future__ import annotations

import re
from pathlib import Path

from report_utils.intake.identifiers import masked

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def shown_name(path: Path) -> str:
    """The name of a file in letters that every output can hold.

    A name that is not UTF-8 (from a zip made on an old Windows) comes from the system with surrogates; they and
    control characters become "%F4" and the like, so that two names stay two. Numbers of persons are masked.
    """
    return masked(_UNPRINTABLE.sub(lambda found: f"%{ord(found[0]) & 0xFF:02X}", path.name))
