"""The units that a plan names in its own words, against those that are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from report_utils.agency.agency import Agency


def names_units(words: str, codes: Sequence[str], agency: Agency, separators: str = ";") -> bool:
    """Whether `words`, parts between `separators`, name just the units of `codes` in their order.

    They do by long or short name, with the name of the agency behind it or not («Văn phòng Sở Y tế»). A plan names a
    unit as that was called when it was issued, or the units that have since been merged into it. A name may hold a
    separator.
    """
    own = [letters_of(name) for name in (agency.profile.short_name, agency.profile.name)]
    asked = {code: [letters_of(name) for name in agency.units.names_in_line(code)] for code in codes}
    if len(codes) == 1 and _meant(letters_of(words), asked, own):
        return True
    named = (_meant(letters_of(part), asked, own) for part in re.split(f"[{re.escape(separators)}]", words))
    return list(dict.fromkeys(named)) == list(codes)


def _meant(part: str, asked: Mapping[str, Iterable[str]], own: Sequence[str]) -> str:
    """The unit that a part names, with the words of the agency behind its own or not; "" if there is none."""
    for code, names in asked.items():
        for name in filter(None, names):
            if part == name or (part.startswith(name) and any(
                    part.endswith(one) and len(part) <= len(name) + len(one) for one in own)):
                return code
    return ""


def letters_of(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, name.casefold()))
