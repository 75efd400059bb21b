"""Which unit the name of a file says it is of. To tell whom a file may be of, never to count it."""

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

_COPY = re.compile(r"\s*(?:\(\d+\)|- (?:copy|bản sao))$", re.IGNORECASE)
"""What systems add to the name of a second copy."""


def unit_named(reporting: Reporting, file: str) -> str:
    """The name of the unit of whose form, code or name the file bears the name, whatever its kind; "" if of none."""
    stem = _COPY.sub("", PurePath(file).stem)
    unit = _by_key(reporting).get(sheet_key(stem))
    return unit.name if unit else ""


@lru_cache(maxsize=8)
def _by_key(reporting: Reporting) -> Mapping[str, Unit]:
    """The units by what their files may be called; what two would be called is none's."""
    bearing: dict[str, set[Unit]] = defaultdict(set)
    for unit in reporting.agency.units:
        for name in (PurePath(form_name(reporting, unit)).stem, unit.code, *unit.names):
            bearing[sheet_key(name)].add(unit)
    return {key: next(iter(units)) for key, units in bearing.items() if key and len(units) == 1}
