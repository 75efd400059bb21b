"""The catalogue of finding codes: what each means, how it is said, how it is mended. The user guide prints it."""

from __future__ import annotations

from typing import Any

from report_utils.findings.finding import CellRef, Finding
from report_utils.findings.rule import Rule
from report_utils.findings.rules import (
    adjustments,
    comparing,
    contradictions,
    explanations,
    exports,
    files,
    layout,
    plans,
    prose,
    publishing,
    sheets,
)

_MODULES = (files, sheets, contradictions, explanations, plans, prose, exports, publishing, layout, comparing,
            adjustments)

CATALOGUE: dict[str, Rule] = {rule.code: rule for module in _MODULES for rule in module.RULES}
"""Every rule by its code."""


def finding(code: str, *, unit: str = "", at: CellRef | None = None, found: object = "", expected: object = "",
            related: tuple[CellRef, ...] = (), **fields: Any) -> Finding:
    """A finding of that code. `expected` is the other side of a comparison, or what a value was taken for.

    `unit` is the unit's display name; `fields` fill the messages of the catalogue.
    """
    rule = CATALOGUE[code]
    place = at or CellRef("")
    values = {"unit": unit, "file": place.file, "sheet": place.sheet, "found": found, "expected": expected,
              "suggestion": "", "reason": "", **fields}
    return Finding(
        code=code, severity=rule.severity, unit=unit, file=place.file, sheet=place.sheet, cell=place.cell,
        found=str(found), expected=rule.wanted.format(**values), related=related,
        message=rule.message.format(**values), mend=rule.mend.format(**values),
    )
