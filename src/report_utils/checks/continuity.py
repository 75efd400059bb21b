"""V02, V08, V11, V12: money and dossiers that run on from one period to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from report_utils.checks.closing import Closing, closing_of
from report_utils.checks.context import Context
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.table import Table
from report_utils.forms.tables.money import FINANCE_LINES, MONEY_UNITS
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset
from report_utils.vietnamese.numbers import format_decimal, format_integer

SPENT = {"budget": "cumulative", "investment": "disbursed"}
"""What was spent, by the prefix of its plan."""

CUMULATIVE = {"budget.cumulative": "budget.quarter"}
"""Lines that run from the start of the year, and the line of the period that they grow by."""


def check_carried_over(context: Context) -> Iterator[Finding]:
    """Dossiers carried over = dossiers pending at the end of the period before, by unit and field.

    A merged unit carries over what its predecessors left.
    """
    if DOSSIERS.code not in context.dataset.tables:
        return
    closing = closing_of(context.reporting, context.previous)
    rows = context.dataset.rows(DOSSIERS.code, "unit", "field", "carried_over")
    for row, (unit, field, found) in rows if closing.reported else ():
        expected = closing.pending.get((unit, field), 0)
        known = unit in closing.reported and field is not None and found is not None and expected is not None
        if known and found != expected:
            yield _not_carried(context, context.dataset.record(DOSSIERS.code, row), expected or 0, closing)
    yield from _lost(context, closing)
    yield from _nothing_to_compare(context, closing)


def _lost(context: Context, closing: Closing) -> Iterator[Finding]:
    """Fields with pending dossiers that the unit no longer names; all that it does carry over is then in doubt."""
    named = {place for _, place in context.dataset.rows(DOSSIERS.code, "unit", "field")}
    for (unit, field), pending in closing.pending.items():
        received = context.dataset.by_unit.get(unit)
        if {(unit, field), (unit, None)} & named or not pending:  # a field that could not be read may be this one
            continue
        if received is None or DOSSIERS.code not in received.tables:
            continue
        cells = tuple(context.dataset.cell(DOSSIERS.code, row, "carried_over")
                      for row, (owner,) in context.dataset.rows(DOSSIERS.code, "unit") if owner == unit)
        sheet = "" if DOSSIERS.code in received.exported else DOSSIERS.sheet
        yield finding("V02", unit=context.reporting.agency.units[unit].name,
                      at=cells[0] if cells else CellRef(received.file, sheet), row=field,
                      found="không có dòng", expected=format_integer(pending), related=cells,
                      of=closing.of(unit))


def _nothing_to_compare(context: Context, closing: Closing) -> Iterator[Finding]:
    """Units that carry dossiers over from a period of which there is nothing."""
    carrying: dict[str, list[CellRef]] = defaultdict(list)
    for row, (unit, found) in context.dataset.rows(DOSSIERS.code, "unit", "carried_over"):
        if found and unit not in closing.reported:
            carrying[unit].append(context.dataset.cell(DOSSIERS.code, row, "carried_over"))
    for unit, cells in carrying.items():
        yield _not_compared(context, DOSSIERS, unit, "hồ sơ", cells)


def _not_carried(context: Context, record: dict[str, Any], expected: int, closing: Closing) -> Finding:
    return finding("V02", unit=context.unit_name(record), at=context.dataset.ref(record, "carried_over"),
                   found=format_integer(record["carried_over"]), expected=format_integer(expected), row=record["field"],
                   of=closing.of(record["unit"]))


def check_cumulative(context: Context) -> Iterator[Finding]:
    """A cumulative amount = that of the period before (in the same year) + the amount of the period."""
    lines = {line.code: line.line for line in context.reporting.agency.catalogues.finance_lines}
    now, before = _amounts(context.dataset), _amounts(context.previous) if _same_year(context) else {}
    for total, part in CUMULATIVE.items():
        record, own = now.get(lines.get(total, "")), now.get(lines.get(part, ""))
        last = before.get(lines.get(total, ""))
        if not (record and own):
            continue
        if last is None:
            if not context.reporting.from_year_start:
                cells = [context.dataset.ref(record[0], "amount")]
                yield _not_compared(context, FINANCE_LINES, record[0]["unit"], f"«{record[0]['name']}»", cells)
            continue
        expected = own[1] + last[1]
        if record[1] != expected:
            yield finding("V08", unit=context.unit_name(record[0]), at=context.dataset.ref(record[0], "amount"),
                          found=format_decimal(record[1], 2), expected=format_decimal(expected, 2),
                          row=record[0]["name"], related=(context.dataset.ref(own[0], "amount"),))


def _not_compared(context: Context, table: Table, unit: str, what: str, cells: list[CellRef]) -> Finding:
    """What could not be compared with the period before; where the office left it out then, the unit cannot help it."""
    previous = context.reporting.previous
    found = finding("V12", unit=context.reporting.agency.units[unit].name, at=cells[0], related=tuple(cells[1:]),
                    what=what, before=previous.title if previous else "kỳ trước")
    return found.from_adjustment() if context.was_left_out(context.previous, unit, table.code) else found


def _same_year(context: Context) -> bool:
    previous = context.reporting.previous
    return context.previous is not None and previous is not None and previous.year == context.reporting.period.year


def check_within_plan(context: Context) -> Iterator[Finding]:
    """What is spent, and what the year is expected to come to, is not above the plan with its supplement."""
    lines = {line.code: line.line for line in context.reporting.agency.catalogues.finance_lines}
    amounts = _amounts(context.dataset)
    for prefix, spent in SPENT.items():
        plan = [amounts.get(lines.get(f"{prefix}.{name}", "")) for name in ("initial", "supplement")]
        if None in plan:
            continue
        whole = sum((part[1] for part in plan if part), Decimal(0))
        for name in (spent, "estimate"):
            used = amounts.get(lines.get(f"{prefix}.{name}", ""))
            if used and used[1] > whole:
                yield finding("V11", unit=context.unit_name(used[0]), at=context.dataset.ref(used[0], "amount"),
                              row=used[0]["name"], found=format_decimal(used[1], 2), expected=format_decimal(whole, 2),
                              related=tuple(context.dataset.ref(part[0], "amount") for part in plan if part))


def _amounts(dataset: Dataset | None) -> dict[str, tuple[dict[str, Any], Decimal]]:
    """Rows of the finance lines with their amounts in đồng, by line; only those that could be read."""
    if dataset is None:
        return {}
    found = {line: (row, amount, unit) for row, (line, amount, unit)
             in dataset.rows("finance_lines", "line", "amount", "money_unit")
             if amount is not None and unit in MONEY_UNITS}
    return {line: (dataset.record("finance_lines", row), amount * MONEY_UNITS[unit])
            for line, (row, amount, unit) in found.items()}
