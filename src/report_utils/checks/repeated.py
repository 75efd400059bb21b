"""V19: a number that a unit tells twice has one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from report_utils.agency.entries import Indicator
from report_utils.checks.context import Context, added_up
from report_utils.errors import SettingsError
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.numbers import format_decimal

_PARTS = {"numerator": "tử số", "denominator": "mẫu số"}


def check_repeated(context: Context) -> Iterator[Finding]:
    """Parts of indicators against the columns and other indicators that tell the same, as indicators.csv names them.

    Raises SettingsError where indicators.csv names a column that no form has.
    """
    catalogue = {each.number: each for each in context.reporting.agency.catalogues.indicators}
    for record in context.dataset.records("indicators"):
        if not record["nil"]:
            yield from _against_columns(context, catalogue[record["indicator"]], record)


def _against_columns(context: Context, indicator: Indicator, record: dict[str, Any]) -> Iterator[Finding]:
    for part, names in (("numerator", indicator.numerator_is), ("denominator", indicator.denominator_is)):
        told = _total(context, record["unit"], names) if names and record[part] is not None else None
        if told is not None and told[0] != record[part]:
            where = " + ".join(_title(context, name) for name in names)
            yield _differing(context, indicator, record, part, told[0], f"tổng cột {where}", told[1])


def _total(context: Context, unit: str, names: Sequence[str]) -> tuple[Decimal, tuple[CellRef, ...]] | None:
    """The columns of the unit added up and their cells; None where it has not told them all."""
    total, cells = Decimal(0), list[CellRef]()
    for name in names:
        table, column, number = _column(context, name)
        rows = [each for each in context.dataset.records(table.code)
                if each["unit"] == unit and number in ("", each.get("indicator"))]
        values = [added_up(table, each, column) for each in rows]
        if not rows or None in values:
            return None
        total += sum((value for value in values if value is not None), Decimal(0))
        cells.extend(context.dataset.ref(each, column) for each in rows)
    return total, tuple(cells)


def _column(context: Context, name: str) -> tuple[Table, str, str]:
    """Table, column and number of the indicator ("" for all rows) of a name in the settings. Raises SettingsError."""
    table, column = name.split(".")
    numbers = {each.number for each in context.reporting.agency.catalogues.indicators}
    definition = TABLES.get("indicators" if table in numbers else table)
    if definition is None or column not in {each.code for each in definition.columns}:
        place = f"params/{context.reporting.agency.code}/indicators.csv"
        raise SettingsError(place, "numerator_is, denominator_is", name, f"không biểu mẫu nào có cột «{name}».")
    return definition, column, table if table in numbers else ""


def _title(context: Context, name: str) -> str:
    table, column, number = _column(context, name)
    of_what = f"chỉ tiêu {number}" if number else f"biểu «{table.sheet}»"
    return f"«{table.column(column).title}» của {of_what}"


def _differing(context: Context, indicator: Indicator, record: dict[str, Any], part: str, expected: Decimal, where: str,
               related: tuple[CellRef, ...]) -> Finding:
    return finding("V19", unit=context.unit_name(record), at=context.dataset.ref(record, part), row=indicator.name,
                   part=_PARTS[part] if indicator.is_ratio else "số lượng", found=format_decimal(record[part], 4),
                   expected=format_decimal(expected, 4), where=where, related=related)
