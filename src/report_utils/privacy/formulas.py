"""Text that a spreadsheet would run when it opens a CSV file."""

from __future__ import annotations

import re

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found
from report_utils.privacy.harmless import is_risky
from report_utils.privacy.verdict import Kind, Verdict

# Lists with dashes and handles of people are common: only what could do something is told.
_STARTS = frozenset("=＝+-@＋－＠ \t\r\n\v\f\u00a0\u3000")
_COULD_ACT = re.compile(r"\s*(?:[=＝]|[+\-@＋－＠].*[(|!])", re.DOTALL)


def formulas(column: Column) -> Found | None:
    """Cells that begin as a formula. The publisher makes them harmless; the owner should know."""
    if {outline[:1] for outline in column.typed}.isdisjoint(_STARTS):
        return None
    texts = {raw for raw in column.cells if isinstance(raw, str) and _COULD_ACT.match(raw) and is_risky(raw)}
    count = sum(1 for raw in column.cells if isinstance(raw, str) and raw in texts) if texts else 0
    return Found(Verdict.WARN, Kind.FORMULA, count, f"{count} ô bắt đầu như công thức của bảng tính") if count else None
