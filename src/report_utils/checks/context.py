"""What a rule looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.forms.table import Column, Table
from report_utils.intake.dataset import Dataset

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Context:
    """The data of a period, and of the period before it and the same one a year before where there are any."""

    reporting: Reporting
    dataset: Dataset
    previous: Dataset | None
    year_before: Dataset | None = None

    def unit_name(self, record: Record) -> str:
        return self.reporting.agency.units[record["unit"]].name

    def was_left_out(self, then: Dataset | None, unit: str, table: str) -> bool:
        """Whether the office left out that table, in the data of `then`, of the unit or of one that it goes on with."""
        units = self.reporting.agency.units
        heirs = (units.heir(one.unit) for one in (then.exclusions if then else ()) if one.table in ("", table))
        return any(heir is not None and heir.code == unit for heir in heirs)


def added_up(table: Table, record: Record, code: str) -> Decimal | None:
    """The number in column `code` of a row, a derived one added up from its parts; None when a part is not known."""
    column = table.column(code)
    if not column.derived:
        value = record[code]
        return None if value is None else Decimal(value)
    parts = [(sign, added_up(table, record, part)) for sign, part in column.parts]
    known = [sign * value for sign, value in parts if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def row_label(table: Table, record: Record) -> str:
    """How messages name a row: its words, else its key, else its number on the sheet."""
    for column in (*filter(is_wordy, table.columns), *table.columns):
        value = record.get(column.code)
        if value and not column.kind.is_number:
            return str(value)
    return f"dòng {record['row']}"


def is_wordy(column: Column) -> bool:
    """Whether a column holds the words by which people know a row."""
    return column.width > 20 and not column.kind.is_number
