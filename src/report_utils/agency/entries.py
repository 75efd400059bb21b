"""The entries of the short lists of an agency: items of the outline, indicators, finance lines, places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from report_utils.agency.csv_lists import split

Row = Mapping[str, str]

_IN_PERIOD, _CUMULATIVE = (re.compile(words, re.IGNORECASE) for words in (r"\btrong k[ỳì]\b", r"\bl(?:ũy|uỹ) kế\b"))

_COLUMN = re.compile(r"\w+\.[a-z_]+")


@dataclass(frozen=True)
class Prompt:
    """An item of the outline.

    `suppliers` write its narrative, `citing` name the documents it cites. `nil_allowed`: a supplier may say
    "không phát sinh". `of_period`: the documents are results, issued in the period.
    """

    id: str
    section: str
    text: str
    suppliers: tuple[str, ...]
    citing: tuple[str, ...]
    nil_allowed: bool
    of_period: bool = False


@dataclass(frozen=True)
class Indicator:
    """A ratio (or, without a denominator, a count).

    `target` is in percent, None if there is none. `dated`: units must give the day of their figures. `plan` is the
    key of the plan that sets the target, "" for the others. `numerator_is` and `denominator_is` name the columns
    ("dossiers.online", or of another indicator "CT21.denominator") in which the same unit tells the same number.
    """

    number: str
    code: str
    name: str
    numerator_label: str
    denominator_label: str
    unit: str
    places: int
    target: Decimal | None
    dated: bool
    suppliers: tuple[str, ...]
    plan: str
    numerator_is: tuple[str, ...] = ()
    denominator_is: tuple[str, ...] = ()

    @property
    def is_ratio(self) -> bool:
        return bool(self.denominator_label)

    @property
    def is_flow(self) -> bool:
        """Whether the words that units read ask for what happened "trong kỳ"; of a ratio both parts are then meant."""
        words = "; ".join((self.name, self.numerator_label, self.denominator_label))
        return _IN_PERIOD.search(words) is not None and _CUMULATIVE.search(words) is None


@dataclass(frozen=True)
class FinanceLine:
    """A line of budget or investment; `code` names the figure it becomes, e.g. "budget.initial"."""

    line: str
    code: str
    name: str
    suppliers: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where procedures are received; `code` names its figures, e.g. "procedures.one_stop"."""

    place: str
    code: str
    name: str
    suppliers: tuple[str, ...]


def make_prompt(row: Row) -> Prompt:
    """A row of outline.csv."""
    return Prompt(row["id"], row["section"], row["prompt"], split(row["suppliers"]), split(row["documents"]),
                  row["nil"] == "x", row["of_period"] == "x")


def make_indicator(row: Row) -> Indicator:
    """A row of indicators.csv. Raises ValueError for a number that cannot be read."""
    return Indicator(row["indicator"], row["code"], row["name"], row["numerator_label"], row["denominator_label"],
                     row["unit"], _places(row["places"]), _target(row["target"]), row["dated"] == "x",
                     split(row["suppliers"]), row["plan"], _columns(row["numerator_is"]),
                     _columns(row["denominator_is"]))


def _columns(text: str) -> tuple[str, ...]:
    """Columns that are added up: "dossiers.online + dossiers.direct"."""
    names = tuple(name.strip() for name in text.split("+") if name.strip())
    for name in names:
        if not _COLUMN.fullmatch(name):
            raise ValueError(f"«{name}» phải viết dạng biểu.cột, ví dụ dossiers.online hoặc CT21.denominator")
    return names


def _places(text: str) -> int:
    if text and not (text.isdecimal() and int(text) <= 6):
        raise ValueError(f"số chữ số thập phân «{text}» phải là số nguyên từ 0 đến 6")
    return int(text or 0)


def _target(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        raise ValueError(f"mục tiêu «{text}» phải là một số, ví dụ 70") from None


def make_finance_line(row: Row) -> FinanceLine:
    """A row of finance_lines.csv."""
    return FinanceLine(row["line"], row["code"], row["name"], split(row["suppliers"]))


def make_place(row: Row) -> Place:
    """A row of procedure_places.csv."""
    return Place(row["place"], row["code"], row["name"], split(row["suppliers"]))
