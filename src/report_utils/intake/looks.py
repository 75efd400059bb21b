"""Cells that show something else than the value that is stored in them."""

from __future__ import annotations

from report_utils.intake.book import RawValue
from report_utils.intake.preflight.marks import STRUCK
from report_utils.intake.reading import Reading, because


def odd_look(raw: RawValue, unit: str, mark: str, *, is_number: bool) -> Reading | None:
    """Why the value of a cell does not count; None when it does.

    `unit` is what its number format shows besides the number ("dấu %"), `mark` what is odd about its letters, "" for
    nothing. `is_number`: its column holds numbers or days, in which a raised digit is no part of the value; a text may
    have raised letters.
    """
    if unit and is_number and isinstance(raw, (int, float)):
        return Reading(code="O17", expected=unit)
    if mark and (is_number or mark == STRUCK):
        return Reading(code="O20", reason=because(f"ô có {mark}"))
    return None
