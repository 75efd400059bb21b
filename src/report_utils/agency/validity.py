"""Entries of settings that hold from a day to a day, both included; an open end is None."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Protocol, TypeVar

from report_utils.errors import SettingsError
from report_utils.vietnamese.dates import format_date


class Dated(Protocol):
    """What holds from `since` to `until`; None: from the beginning, to this day."""

    @property
    def since(self) -> dt.date | None: ...

    @property
    def until(self) -> dt.date | None: ...


Version = TypeVar("Version", bound=Dated)


def holds(entry: Dated, day: dt.date) -> bool:
    """Whether the entry is in force on `day`."""
    return (entry.since is None or entry.since <= day) and (entry.until is None or day <= entry.until)


def days_of(row: dict[str, str]) -> tuple[dt.date | None, dt.date | None]:
    """The columns `since` and `until` of a row. Raises ValueError for what is no day, or days in the wrong order."""
    since, until = day_of(row["since"]), day_of(row["until"])
    if since and until and until < since:
        raise ValueError(f"hết hiệu lực ngày {format_date(until)}, trước ngày có hiệu lực {format_date(since)}")
    return since, until


def day_of(text: str) -> dt.date | None:
    """A day written 2024-09-15, None for nothing. Raises ValueError."""
    return dt.date.fromisoformat(text) if text else None


def check_versions(entries: Iterable[Version], key_of: Callable[[Version], str], shown: str, column: str,
                   what: str = "") -> None:  # fmt: skip
    """No two versions of one entry hold on the same day. `what` stands before its key. Raises SettingsError."""
    for one, other in combinations(entries, 2):
        key = key_of(one)
        if key == key_of(other) and overlap(one, other):
            day = max((entry.since for entry in (one, other) if entry.since), default=None)
            when = f" từ ngày {format_date(day)}" if day else ""
            raise SettingsError(shown, column, key, f"{what}«{key}» xuất hiện nhiều lần và cùng có hiệu lực{when}.")


def overlap(one: Dated, other: Dated) -> bool:
    """Whether both hold on some day."""
    first = max(one.since or dt.date.min, other.since or dt.date.min)
    return first <= min(one.until or dt.date.max, other.until or dt.date.max)
