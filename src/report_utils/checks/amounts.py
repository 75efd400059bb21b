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
        for record in context.dataset.records(table.code):
            for code in codes:
                if record[code] is not None and record["money_unit"] in MONEY_UNITS:
                    yield from _of_amount(context, table, record, code)


def _of_amount(context: Context, table: Table, record: Record, code: str) -> Iterator[Finding]:
    amount, unit = record[code], record["money_unit"]
    factor = MONEY_UNITS[unit]
    told = ""
    if factor == 1 and amount != amount.to_integral_value():
        told, reason = "V17", "số tiền tính bằng đồng không có phần thập phân"
    elif amount * factor >= _TOO_MUCH:
        told, reason = "V17", "số tiền từ 100.000 tỷ đồng trở lên"
    elif 0 < amount * factor < _LITTLE and table is FINANCE_LINES:
        told, reason = "V18", "số tiền chưa đến 1 triệu đồng"
    if told:
        yield finding(told, unit=context.unit_name(record), at=context.dataset.ref(record, code),
                      row=row_label(table, record), found=format_decimal(amount, 10), what=unit, reason=reason,
                      related=(context.dataset.ref(record, "money_unit"),))
