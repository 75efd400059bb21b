"""Reporting periods and their data windows."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from report_utils.agency.period_words import meant_period
from report_utils.errors import UnknownNameError
from report_utils.vietnamese.letters import roman

_PATTERN = re.compile(r"(?P<year>20\d\d)-(?P<kind>Q[1-4]|H1|9M|Y|M(?:0[1-9]|1[0-2]))")

MONTHS = tuple(f"M{month:02d}" for month in range(1, 13))
"""The kinds of period of a month."""


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
            raise UnknownNameError("kỳ báo cáo", str(code), meant_period(str(code)),
                                   "Kỳ viết dạng 2024-Q3, 2024-H1, 2024-9M, 2024-Y, 2024-M07.")
        return cls(int(match["year"]), match["kind"])

    def __str__(self) -> str:
        return f"{self.year}-{self.kind}"

    @property
    def months(self) -> range:
        """The numbers of the months that the period is named after: 7, 8, 9 for Q3."""
        if self.kind[0] == "Q":
            last = 3 * int(self.kind[1])
            return range(last - 2, last + 1)
        if self.kind[0] == "M":
            return range(int(self.kind[1:]), int(self.kind[1:]) + 1)
        return range(1, {"H1": 6, "9M": 9, "Y": 12}[self.kind] + 1)

    @property
    def calendar_months(self) -> Window:
        """The days of those months, which are not always those that count."""
        return Window(month_start(self.year, self.months[0]), month_start(self.year, self.months[-1] + 1))

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

    def days_shared(self, other: Window) -> int:
        """The number of days that lie in both."""
        return max(0, (min(self.end, other.end) - max(self.start, other.start)).days)

    @property
    def cutoff(self) -> dt.date:
        """The last day that counts (thời điểm chốt số liệu)."""
        return self.end - dt.timedelta(days=1)


def month_start(year: int, month: int) -> dt.date:
    """The first day of a month; month 13 is January of the next year, month 0 December of the one before."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
