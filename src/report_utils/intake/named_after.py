"""Which unit a file is of by its name. To tell whom it may be of, never to count it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePath

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import form_name
from report_utils.intake.sheets import sheet_key

_COPY = re.compile(r"(?:\s*(?:\(\d+\)|- (?:copy|bản sao)))+$", re.IGNORECASE)
"""What systems add to the name of a second copy."""
_WHOLE_NAME = 9
"""Letters of a name that are found within another by more than chance."""


def unit_named(reporting: Reporting, file: str) -> Unit | None:
    """The unit of whose form, code or name the file bears the name, whatever its kind; None if of none or of several.

    A long name counts within other words as well: "Báo cáo Bệnh viện A quý III.pdf".
    """
    key, by_key = sheet_key(_COPY.sub("", PurePath(file).stem)), _by_key(reporting)
    if key in by_key:
        return by_key[key]
    within = [name for name in by_key if len(name) >= _WHOLE_NAME and name in key]
    longest = [name for name in within if not any(name in other for other in within if other != name)]
    found = {by_key[name].code: by_key[name] for name in longest}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=8)
def _by_key(reporting: Reporting) -> Mapping[str, Unit]:
    """The units by what their files may be called; what two would be called is none's."""
    bearing: dict[str, set[Unit]] = defaultdict(set)
    for unit in reporting.agency.units:
        for name in (PurePath(form_name(reporting, unit)).stem, unit.code, *unit.names):
            bearing[sheet_key(name)].add(unit)
    return {key: next(iter(units)) for key, units in bearing.items() if key and len(units) == 1}
