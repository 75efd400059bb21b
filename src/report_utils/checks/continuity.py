"""V02, V08: what a period takes over from the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from report_utils.checks.context import Context, added_up
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.tables.money import MONEY_UNITS
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset
from report_utils.vietnamese.numbers import format_decimal, format_integer

CUMULATIVE = {"budget.cumulative": "budget.quarter"}
"""Lines that run from the start of the year, and the line of the period that they grow by."""


def check_carried_over(context: Context) -> Iterator[Finding]:
    """Dossiers carried over = dossiers pending at the end of the period before, by unit and field."""
    if context.previous is None or DOSSIERS.code not in context.dataset.tables:
        return
    closing = _pending(context.previous)
    units_before = {unit for unit, _ in closing}
    seen, readable = set(), _units_with_every_field(context.dataset)
    for record in context.dataset.records(DOSSIERS.code):
        key = (record["unit"], record["field"])
        seen.add(key)
        if record["field"] is None:
            continue
        expected = closing.get(key, 0)
        known = record["carried_over"] is not None and record["unit"] in units_before and expected is not None
        if known and record["carried_over"] != expected:
            yield _not_carried(context, record, record["carried_over"], expected or 0)
    for record in context.previous.records(DOSSIERS.code):
        key = (record["unit"], record["field"])
        if key not in seen and closing[key] and key[0] in readable:
            yield finding("V02", unit=context.unit_name(record), at=CellRef(readable[key[0]], DOSSIERS.sheet),
                          found="không có dòng", expected=format_integer(int(closing[key] or 0)), row=record["field"])


def _units_with_every_field(dataset: Dataset) -> dict[str, str]:
    """The units whose dossiers could be read, the field of every row too, and their files."""
    unclear = {record["unit"] for record in dataset.records(DOSSIERS.code) if record["field"] is None}
    return {entry.unit: entry.file for entry in dataset.received
            if DOSSIERS.code in entry.tables and entry.unit not in unclear}


def _pending(dataset: Dataset) -> dict[tuple[str, str], int | None]:
    """Dossiers pending at the end of a period by unit and field; None when a cell could not be read."""
    found: dict[tuple[str, str], int | None] = {}
    for record in dataset.records(DOSSIERS.code):
        pending = added_up(DOSSIERS, record, "pending")
        before = found.get((record["unit"], record["field"]), 0)
        known = pending is not None and before is not None
        found[record["unit"], record["field"]] = int(pending or 0) + (before or 0) if known else None
    return found


def _not_carried(context: Context, record: dict[str, Any], found: int, expected: int) -> Finding:
    return finding("V02", unit=context.unit_name(record), at=context.dataset.ref(record, "carried_over"),
                   found=format_integer(found), expected=format_integer(expected), row=record["field"])


def check_cumulative(context: Context) -> Iterator[Finding]:
    """A cumulative amount = that of the period before (in the same year) + the amount of the period."""
    previous = context.reporting.previous
    if context.previous is None or previous is None or previous.year != context.reporting.period.year:
        return
    lines = {line.code: line.line for line in context.reporting.agency.catalogues.finance_lines}
    now, before = _amounts(context.dataset), _amounts(context.previous)
    for total, part in CUMULATIVE.items():
        record, own = now.get(lines.get(total, "")), now.get(lines.get(part, ""))
        last = before.get(lines.get(total, ""))
        if not (record and own and last):
            continue
        expected = last[1] + own[1]
        if record[1] != expected:
            yield finding("V08", unit=context.unit_name(record[0]), at=context.dataset.ref(record[0], "amount"),
                          found=format_decimal(record[1], 2), expected=format_decimal(expected, 2),
                          row=record[0]["name"], related=(context.dataset.ref(own[0], "amount"),))


def _amounts(dataset: Dataset) -> dict[str, tuple[dict[str, Any], Decimal]]:
    """Rows of the finance lines with their amounts in đồng, by line; only those that could be read."""
    return {
        record["line"]: (record, record["amount"] * MONEY_UNITS[record["money_unit"]])
        for record in dataset.records("finance_lines")
        if record["amount"] is not None and record["money_unit"] in MONEY_UNITS
    }
