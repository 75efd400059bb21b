"""Text that no spreadsheet takes for a formula, and how to get it back.

A text that begins with = + - @ (also in full width, also after spaces), a tab, CR or LF gets an apostrophe in front.
Numbers (-5, +1.250,5) and telephone numbers (+84 254 3852345) stay as they are: they begin no formula. A text that
already begins with apostrophes before such a sign gets one more, so that `genuine` always finds the way back.

CSV files need QUOTING besides: an unquoted CR ends a row for some readers, and what follows would begin a cell.
Cells of a workbook need no apostrophe when they are written as strings (openpyxl: `cell.data_type = "s"`).
"""

from __future__ import annotations

import csv
import re

QUOTING = csv.QUOTE_ALL
"""How every CSV file that is published is quoted."""

_RISKY = re.compile(r"'*(?:[\t\r\n\v\f\x00]|\s*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+\-]?\d+(?:[.,  \u202f]\d+)*(?: ?%)?|\+84[\d .()]*\d|-")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return _RISKY.match(text) is not None and not _NUMBER.fullmatch(text)


def harmless(text: str) -> str:
    """The text as it can be published: `genuine(harmless(text)) == text` for every text."""
    return f"'{text}" if is_risky(text) else text


def genuine(text: str) -> str:
    """What was in the source of a published text."""
    return text[1:] if text.startswith("'") and is_risky(text) else text
