"""Every number of every unit changed, one after another: whatever a change contradicts is named by a finding.

Which changes contradict something is worked out here from the definitions of the forms, apart from the checks.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from tqdm import tqdm

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.continuity import CUMULATIVE
from report_utils.checks.run_all import check_all
from report_utils.findings import CellRef
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

SAMPLES = (("syt-brvt", "2024-Q3", "2024-H1"), ("syt-thua-thien-hue", "2020-Q1", "2019-Q4"))


@dataclass(frozen=True)
class Number:
    """A typed number: table, row of the tidy table, column, value, and its cell."""

    table: Table
    row: int
    column: str
    value: Any
    cell: CellRef


def main() -> None:
    """Print for each sample how many numbers there are, how many contradict something when changed, and were named."""
    root = str(Path(__file__).parents[1])
    for agency, period, before in SAMPLES:
        reporting = open_reporting(agency, period, root)
        dataset, earlier = read_dataset(reporting), read_dataset(open_reporting(agency, before, root))
        told = _tried(reporting, dataset, earlier)
        found, due = told["found"], told["due"]
        sys.stdout.write(f"{agency} {period}: {told['numbers']} numbers, {due} changes contradict something, "
                         f"{found} named ({found / max(due, 1):.1%}, goal 100%)\n")


def _tried(reporting: Reporting, dataset: Dataset, earlier: Dataset) -> Counter[str]:
    told: Counter[str] = Counter()
    for number in tqdm(list(numbers(dataset)), unit="số", file=sys.stderr, leave=False):
        told["numbers"] += 1
        for changed in (number.value + 1, number.value * 10 + 7):
            reasons = list(contradicted(reporting, dataset, number, changed))
            if not reasons:
                continue
            told["due"] += 1
            context = Context(reporting, with_number(dataset, number, changed), earlier)
            if any(number.cell in finding.cells for finding in check_all(context)):
                told["found"] += 1
            else:
                sys.stdout.write(f"not named: {number.cell} {number.value} -> {changed}: {'; '.join(reasons)}\n")
    return told


def numbers(dataset: Dataset) -> Iterator[Number]:
    """Every number of every row, derived ones that the sheet states included."""
    for code, frame in dataset.tables.items():
        table = TABLES[code]
        for column in table.columns:
            if column.kind.is_number and column.code in frame.columns:
                for row, value in enumerate(frame[column.code].tolist()):
                    if value is not None and value == value:
                        yield Number(table, row, column.code, value, dataset.cell(code, row, column.code))


def with_number(dataset: Dataset, number: Number, value: Any) -> Dataset:
    """The data with one number changed."""
    frame = dataset.tables[number.table.code].copy()
    values = frame[number.column].tolist()
    values[number.row] = value
    frame[number.column] = type(frame[number.column])(values, index=frame.index, dtype=frame[number.column].dtype)
    return replace(dataset, tables={**dataset.tables, number.table.code: frame})


def contradicted(reporting: Reporting, dataset: Dataset, number: Number, value: Any) -> Iterator[str]:
    """What a changed number contradicts, in words."""
    record = dataset.record(number.table.code, number.row)
    yield from _identities(number, record)
    yield from _limits(number, {**record, number.column: value})
    if number.table.code == "dossiers" and number.column == "carried_over":
        yield "carried over"
    if number.table.code == "finance_lines":
        yield from _running(reporting, record)
    yield from _repeated(reporting, dataset, number, record)


def _identities(number: Number, record: dict[str, Any]) -> Iterator[str]:
    for column in number.table.columns:
        told = column.derived and record.get(column.code) is not None
        if told and number.column in (column.code, *_leaves(number.table, column.code)):
            yield f"sum {column.code}"
    for balance in number.table.balances:
        sides = [leaf for code in (*balance.left, *balance.right) for leaf in _leaves(number.table, code)]
        if number.column in sides:
            yield f"balance {balance.left}"


def _leaves(table: Table, code: str) -> list[str]:
    column = table.column(code)
    return [leaf for _, part in column.parts for leaf in _leaves(table, part)] if column.derived else [code]


def _limits(number: Number, record: dict[str, Any]) -> Iterator[str]:
    for limit in number.table.limits:
        part, whole = (_sum(number.table, record, code) for code in (limit.part, limit.whole))
        if part is not None and whole is not None and part > whole:
            yield f"limit {limit.part}"
    above, below = record.get("numerator"), record.get("denominator")
    if number.table.code == "indicators" and above is not None and below is not None and above > below:
        yield "numerator above denominator"


def _sum(table: Table, record: dict[str, Any], code: str) -> Decimal | None:
    values = [record[leaf] for leaf in _leaves(table, code)]
    return None if None in values else sum(map(Decimal, values), Decimal(0))


def _running(reporting: Reporting, record: dict[str, Any]) -> Iterator[str]:
    codes = {line.line: line.code for line in reporting.agency.catalogues.finance_lines}
    code = codes.get(record["line"], "")
    if code in CUMULATIVE or code in CUMULATIVE.values():
        yield f"runs on: {code}"


def _repeated(reporting: Reporting, dataset: Dataset, number: Number, record: dict[str, Any]) -> Iterator[str]:
    """Whether the settings say that the unit tells the number in another place too, and it does."""
    own = {each["indicator"] for each in dataset.records("indicators") if each["unit"] == record["unit"]}
    for indicator in reporting.agency.catalogues.indicators:
        for part, names in (("numerator", indicator.numerator_is), ("denominator", indicator.denominator_is)):
            if indicator.number not in own or not names:
                continue
            here = number.table.code == "indicators" and record["indicator"] == indicator.number
            there = {f"{number.table.code}.{number.column}", f"{record.get('indicator')}.{number.column}"} & set(names)
            place = (record["unit"], indicator.number)
            told = [each[part] for each in dataset.records("indicators") if (each["unit"], each["indicator"]) == place]
            if any(value is not None for value in told) and ((here and number.column == part) or there):
                yield f"repeated as {indicator.number} {part}"


if __name__ == "__main__":
    main()
