"""What became of every row of every sheet that was read: nothing a unit sends is lost without a word."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from report_utils.storage.files import save

NAME = "ledger.csv"


@dataclass
class Ledger:
    """The rows of one sheet by what became of them. Every row is counted where it is recognised, in one place only.

    `used` went into a table; `refused` have a finding. The others are no data: `headings` (titles, header, numbers of
    columns), `totals`, `silent` (blank, or a note or signature beside the table), `outside` (dossiers of other
    periods, withdrawn ones).
    """

    total: int = 0
    used: int = 0
    refused: int = 0
    headings: int = 0
    totals: int = 0
    silent: int = 0
    outside: int = 0

    @property
    def no_data(self) -> int:
        """Rows that hold nothing to be counted."""
        return self.headings + self.totals + self.silent + self.outside

    @property
    def closes(self) -> bool:
        """Whether every row is accounted for, and none twice."""
        return self.total == self.used + self.refused + self.no_data


@dataclass(frozen=True)
class SheetLedger:
    """The account of one sheet. `table` is the code of the table that it was read for, "" for none."""

    file: str
    sheet: str
    table: str
    ledger: Ledger


_PLACE = ("file", "sheet", "table")
_COUNTS = tuple(field.name for field in fields(Ledger))


def save_ledger(ledgers: Iterable[SheetLedger], folder: Path) -> None:
    """Write ledger.csv, one row a sheet, into `folder`."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow((*_PLACE, *_COUNTS))
    writer.writerows(([getattr(entry, name) for name in _PLACE] + [getattr(entry.ledger, name) for name in _COUNTS])
                     for entry in ledgers)
    save(folder / NAME, file.getvalue().encode("utf-8-sig"))


def load_ledger(folder: Path) -> tuple[SheetLedger, ...]:
    """What `save_ledger` wrote."""
    with (folder / NAME).open(encoding="utf-8-sig", newline="") as file:
        return tuple(SheetLedger(row["file"], row["sheet"], row["table"],
                                 Ledger(**{name: int(row[name]) for name in _COUNTS})) for row in csv.DictReader(file))
