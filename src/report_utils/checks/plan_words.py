"""The units that a plan names in its own words, against those that are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_utils.agency.units import Unit


def names_units(words: str, units: Sequence[Unit], separators: str = ";") -> bool:
    """Whether `words`, parts between `separators`, name just `units` in their order, by long or short name.

    A plan may add words behind a name: «Phòng A, Sở Y tế» where commas do not separate.
    """
    named = [letters_of(part) for part in re.split(f"[{re.escape(separators)}]", words)]
    return len(named) == len(units) and all(
        name.startswith((letters_of(unit.name), letters_of(unit.short_name)))
        for name, unit in zip(named, units, strict=True))


def letters_of(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, name.casefold()))
