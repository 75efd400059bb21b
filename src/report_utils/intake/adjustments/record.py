"""What an adjustment that applies says: it stays with the dataset, so that nobody takes it for the unit's own word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from report_utils.findings import CellRef
from report_utils.vietnamese.dates import format_date


@dataclass(frozen=True)
class Signed:
    """Who adjusts, why, on which day; `basis` is the document that allows it, "" for none."""

    unit: str
    table: str
    why: str
    by: str
    day: dt.date
    basis: str

    @property
    def grounds(self) -> str:
        """Day, person, reason and document in words."""
        proof = f"; căn cứ: {self.basis}" if self.basis else ""
        return f"điều chỉnh ngày {format_date(self.day)}, {self.by}: {self.why}{proof}"


@dataclass(frozen=True)
class Correction(Signed):
    """A cell that a unit typed into, with what it sent and what counts instead, both as people write them."""

    cell: CellRef
    sent: str
    used: str

    @property
    def words(self) -> str:
        """What the unit sent, and the grounds of the correction."""
        return f"{said(self.sent)}; {self.grounds}"


@dataclass(frozen=True)
class Exclusion(Signed):
    """A table of a unit that is not asked this period; all of them where it names none."""


Adjustment = Correction | Exclusion


def said(sent: str) -> str:
    """What the unit had in its cell."""
    return f"đơn vị ghi «{sent}»" if sent else "đơn vị để trống"


def signed_json(adjustment: Adjustment) -> dict[str, str]:
    """What the unit sent, who adjusted it, when and why, as `baocao trace --json` says it."""
    sent = {"sent": adjustment.sent} if isinstance(adjustment, Correction) else {}
    return {**sent, "by": adjustment.by, "day": adjustment.day.isoformat(), "why": adjustment.why,
            "basis": adjustment.basis}


def as_json(adjustment: Adjustment) -> dict[str, Any]:
    """An adjustment as an object; without `cell` it is an exclusion."""
    fields = {**vars(adjustment), "day": adjustment.day.isoformat()}
    return {**fields, "cell": vars(adjustment.cell)} if isinstance(adjustment, Correction) else fields


def from_json(entry: Mapping[str, Any]) -> Adjustment:
    """What `as_json` wrote."""
    fields = {**entry, "day": dt.date.fromisoformat(entry["day"])}
    return Correction(**{**fields, "cell": CellRef(**entry["cell"])}) if "cell" in entry else Exclusion(**fields)
