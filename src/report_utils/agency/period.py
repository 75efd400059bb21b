"""Reporting periods and their data windows."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from report_utils.errors import UnknownNameError
from report_utils.vietnamese.letters import roman

_PATTERN = re.compile(r"(?P<year>20\d\d)-(?P<kind>Q[1-4]|H1|9M|Y|M(?:0[1-9]|1[0-2]))")


@dataclass(frozen=True, order=True)
class Period:
    """A reporting period: `kind` is Q1..Q4, H1, 9M, Y or M01..M12."""

    year: int
    kind: str

    @classmethod
    def parse(cls, code: str) -> Period:
        """The period of a code such as "2024-Q3". Raises UnknownNameError."""
        match = _PATTERN.fullmatch(str(code).strip().upper())
        if not match:
            raise UnknownNameError("kỳ báo cáo", str(code), None, "Kỳ viết dạng 2024-Q3, 2024-H1, 2024-9M, 2024-Y.")
        return cls(int(match["year"]), match["kind"])

    def __str__(self) -> str:
        return f"{self.year}-{self.kind}"

    @property
    def span(self) -> str:
        """The period without its year: "quý III", "6 tháng đầu năm", "9 tháng đầu năm", "tháng 7", ""."""
        if self.kind[0] == "Q":
            return f"quý {roman(int(self.kind[1]))}"
        if self.kind[0] == "M":
            return f"tháng {int(self.kind[1:])}"
        return {"H1": "6 tháng đầu năm", "9M": "9 tháng đầu năm", "Y": ""}[self.kind]

    @property
    def title(self) -> str:
        """The period in running text: "quý III năm 2024", "6 tháng đầu năm 2024", "năm 2024"."""
        if self.kind in ("H1", "9M"):
            return f"{self.span} {self.year}"
        return f"{self.span} năm {self.year}".strip()


@dataclass(frozen=True)
class Window:
    """The days whose data a period counts: `start` included, `end` not."""

    start: dt.date
    end: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day < self.end

    @property
    def cutoff(self) -> dt.date:
        """The last day that counts (thời điểm chốt số liệu)."""
        return self.end - dt.timedelta(days=1)
