"""The rows of one table of one unit, typed, with the place of every cell and an account of what became of each row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.table import Table
from report_utils.intake.ledger import Ledger, SheetLedger
from report_utils.intake.reading import Value


@dataclass
class Lines:
    """The rows of `table` that `unit` sent. `columns[code][i]` belongs to the sheet's row `rows[i]` (from 1).

    `totals` are the rows "Tổng cộng" of the sheet: read to be checked, not counted.
    """

    table: Table
    unit: Unit
    file: str
    sheet: str
    letters: dict[str, str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    columns: dict[str, list[Value]] = field(default_factory=dict)
    totals: list[tuple[int, dict[str, Value]]] = field(default_factory=list)
    nil: bool = False
    epoch_1904: bool = False
    ledger: Ledger = field(default_factory=Ledger)
    findings: list[Finding] = field(default_factory=list)

    def ref(self, code: str, row: int) -> CellRef:
        """The cell of column `code` in the sheet's row `row`."""
        return CellRef(self.file, self.sheet, f"{self.letters.get(code, 'A')}{row}")

    @property
    def account(self) -> SheetLedger:
        """What became of the rows of the sheet."""
        return SheetLedger(self.file, self.sheet, self.table.code, self.ledger)

    def tell(self, code: str, at: CellRef, **fields: Any) -> None:
        """Add a finding about the unit's sheet."""
        self.findings.append(finding(code, unit=self.unit.name, at=at, table=self.table.sheet, **fields))
