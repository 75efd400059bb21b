"""V17, V18: amounts that cannot be, or hardly are, in the unit of money beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report_utils.checks.context import Context, Record, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Table
from report_utils.forms.tables.money import FINANCE_LINES, MONEY_UNITS, PROJECTS
from report_utils.vietnamese.numbers import format_decimal

_AMOUNTS = ((FINANCE_LINES, ("amount",)), (PROJECTS, ("capital", "disbursed")))
_TOO_MUCH = Decimal(10**14)
"""Đồng: more than any province spends in a year on all that it does."""

_LITTLE = Decimal(10**6)
"""Đồng: what is less was most often typed in another unit."""


def check_amounts(context: Context) -> Iterator[Finding]:
    """No part of a đồng, nothing beyond any budget; less than a million đồng is worth a look."""
    for table, codes in _AMOUNTS:
        for row, (unit, *amounts) in context.dataset.rows(table.code, "money_unit", *codes):
            for code, amount in zip(codes, amounts, strict=True):
                if amount is not None and unit in MONEY_UNITS and (doubt := _doubt(table, amount, MONEY_UNITS[unit])):
                    yield _told(context, table, context.dataset.record(table.code, row), code, doubt)


def _doubt(table: Table, amount: Decimal, factor: int) -> tuple[str, str] | None:
    """The code of the finding about an amount and why, if there is any."""
    if factor == 1 and amount != amount.to_integral_value():
        return "V17", "số tiền tính bằng đồng không có phần thập phân"
    if amount * factor >= _TOO_MUCH:
        return "V17", "số tiền từ 100.000 tỷ đồng trở lên"
    if 0 < amount * factor < _LITTLE and table is FINANCE_LINES:
        return "V18", "số tiền chưa đến 1 triệu đồng"
    return None


def _told(context: Context, table: Table, record: Record, code: str, doubt: tuple[str, str]) -> Finding:
    told, reason = doubt
    return finding(told, unit=context.unit_name(record), at=context.dataset.ref(record, code),
                   row=row_label(table, record), found=format_decimal(record[code], 10), what=record["money_unit"],
                   reason=reason, related=(context.dataset.ref(record, "money_unit"),))
