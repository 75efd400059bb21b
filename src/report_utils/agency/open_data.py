"""The open-data plan of an agency: its data sets with every column of the plan's form, and what it aims at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import field_validator

from report_utils.agency.csv_lists import split
from report_utils.agency.frequency import parse_frequency
from report_utils.agency.settings import Strict
from report_utils.agency.validity import day_of, days_of, holds

COLUMNS = ("dataset,name,shared_content,description,theme,owner,plan_owner,first_published,frequency,due,format,note,"
           "since,until")


@dataclass(frozen=True)
class OpenDataSet:
    """A data set as the plan has it from `since` to `until`, both included; None: from the beginning, to this day.

    `plan_owner` is the owner in the plan's own words, `owners` are the units that answer for it. `due` is the day by
    which it must be published, None where the plan names none.
    """

    dataset: str
    name: str
    shared_content: str
    description: str
    theme: str
    owners: tuple[str, ...]
    plan_owner: str
    first_published: dt.date | None
    frequency: str
    due: dt.date | None
    format: str
    note: str
    since: dt.date | None
    until: dt.date | None

    def in_force(self, day: dt.date) -> bool:
        """Whether the plan has the set like this on `day`."""
        return holds(self, day)


class Target(Strict):
    """What the plan aims at by the day `by`, in percent.

    `measure`: "published" (of the sets), "taking_part" (owners with a set published) or "maintaining" (owners with a
    set published and up to date). `above`: the share must exceed `percent`, not only reach it.
    """

    measure: Literal["published", "taking_part", "maintaining"]
    percent: Decimal
    by: dt.date
    above: bool = False
    words: str


class OpenDataSettings(Strict):
    """What holds for the whole plan. `frequency` counts for the sets whose own is not written."""

    frequency: str = ""
    targets: tuple[Target, ...] = ()

    @field_validator("frequency")
    @classmethod
    def _understood(cls, words: str) -> str:
        return _frequency(words)


def make_open_data_set(row: dict[str, str]) -> OpenDataSet:
    """A row of open_data.csv. Raises ValueError for a day or frequency that cannot be read."""
    if not row["dataset"]:
        raise ValueError("thiếu số thứ tự của tập dữ liệu")
    since, until = days_of(row)
    return OpenDataSet(
        row["dataset"], row["name"], row["shared_content"], row["description"], row["theme"], split(row["owner"]),
        row["plan_owner"], day_of(row["first_published"]), _frequency(row["frequency"]), day_of(row["due"]),
        row["format"], row["note"], since, until)


def _frequency(words: str) -> str:
    if words and parse_frequency(words) is None:
        raise ValueError(f"không hiểu tần suất «{words}»; ví dụ: 01 năm/lần, hàng tháng, khi có thay đổi")
    return words
