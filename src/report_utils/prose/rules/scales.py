"""R05: one sum of money is told in one unit, or rightly in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from report_utils.prose.amounts import Sort
from report_utils.prose.grid import grid_of
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Passage
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report
from report_utils.vietnamese.numbers import format_decimal

_UNIT = re.compile(
    r"\b(?:đvt|đơn vị(?: tính)?)\s*:?\s*(?P<scale>nghìn |triệu |tỷ )?đồng|\((?P<s>nghìn |triệu |tỷ )đồng\)"
)
_SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9, "": 1}
_TELLING = 4
"""Digits, without zeros at the end, of sums that are hardly alike by chance."""

_SLIPS = (10**3, 10**6, 10**9)
"""By how much two sums differ when one has the unit of the other's neighbour."""


@dataclass(frozen=True)
class _Sum:
    spot: Spot
    value: Decimal
    text: str

    @property
    def digits(self) -> tuple[int, ...]:
        return self.value.normalize().as_tuple().digits


def check_scales(report: Report) -> Iterator[Remark | Held]:
    """Sums of different passages against each other and against tables that name their unit."""
    told = [_Sum(Spot(scan, each.start), each.value, each.text.strip()) for scan in report for each in scan.amounts
            if each.sort is Sort.MONEY]  # fmt: skip
    told = [each for each in told if len(each.digits) >= _TELLING]
    listed = list(_of_tables(report))
    for i, one in enumerate(told):
        others = [each for each in (*told[:i], *listed) if each.digits == one.digits]
        if any(each.value == one.value for each in others):
            continue
        for other in others:
            is_slip = max(one.value, other.value) / min(one.value, other.value) in _SLIPS
            if is_slip and other.spot.scan is not one.spot.scan:
                yield Remark("R05", (one.spot, other.spot), one.text, other.text)
                break


def _of_tables(report: Report) -> Iterator[_Sum]:
    """The sums of tables whose unit stands right above them."""
    for rows in report.text.tables:
        unit = _unit(report, rows[0])
        grid = grid_of(map(report.scan, rows)) if unit else None
        for row in grid.rows if grid and unit else ():
            for j in grid.number_columns if grid else ():
                if row.number(j):
                    text = f"{format_decimal(row.number(j), 4)} {unit} đồng".replace("  ", " ")
                    yield _Sum(Spot(row.scan), row.number(j) * _SCALES[unit or ""], text)


def _unit(report: Report, first: Passage) -> str | None:
    """The word for the unit of a table: "triệu", "" for đồng; None where nothing says it."""
    above = [*first.parents, *report.text.passages[max(0, first.number - 2) : first.number - 1]]
    found = next((found for each in reversed(above) if (found := _UNIT.search(lowered(each.text)))), None)
    return (found["scale"] or found["s"] or "").strip() if found else None
