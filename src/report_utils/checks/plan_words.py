"""The units that a plan names in its own words, against those that are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_utils.agency.units import Units


def names_units(words: str, codes: Sequence[str], units: Units, separators: str = ";") -> bool:
    """Whether `words`, parts between `separators`, name just the units of `codes` in their order.

    They do by long or short name. A plan may add words behind a name: «Phòng A, Sở Y tế» where commas do not
    separate. It names a unit as that was called when the plan was issued, or the units that have since been merged
    into it.
    """
    asked = {code: [letters_of(name) for name in units.names_in_line(code)] for code in codes}
    named = (_meant(letters_of(part), asked) for part in re.split(f"[{re.escape(separators)}]", words))
    return list(dict.fromkeys(named)) == list(codes)


def _meant(name: str, asked: Mapping[str, Sequence[str]]) -> str:
    """The unit with whose name, the longest such, a name in the plan begins; "" if there is none."""
    found = ((len(words), code) for code, names in asked.items() for words in names
             if words and name.startswith(words))
    return max(found, default=(0, ""))[1]


def letters_of(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, name.casefold()))
