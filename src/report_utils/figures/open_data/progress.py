"""What became of one data set of the plan at a cut-off: pure functions of the plan and of the owners' answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report_utils.agency.frequency import parse_frequency
from report_utils.agency.open_data import OpenDataSet
from report_utils.figures.source import Record
from report_utils.forms.tables.steering import OPEN_DATA_STATES

PUBLISHED, NOT_PUBLISHED, WITHHELD = OPEN_DATA_STATES

STATES = {
    "on_time": "Đã công bố đúng hạn", "late": "Công bố trễ hạn", "published": "Đã công bố",
    "not_due": "Chưa đến hạn", "overdue": "Quá hạn, chưa công bố", "undated": "Chưa công bố",
    "withheld": "Tạm dừng vì dữ liệu cá nhân",
}
"""Every state and how it is shown. "undated" is for sets for which the plan names no day, "published" also for those of
which nobody can tell whether they were in time."""

IN_PUBLIC = ("on_time", "late", "published")
MACHINE_READABLE = ("XLSX", "CSV", "JSON", "XML", "API", "RDF")
"""Structured formats (the plans name CSV, JSON, XML; Excel is structured as well)."""

_STARS = {"PDF": 1, "Khác": 1, "XLSX": 2, "CSV": 3, "JSON": 3, "XML": 3, "API": 3, "RDF": 4}


@dataclass(frozen=True)
class Progress:
    """`state` is a key of STATES. `days_late` of what was published late, or is overdue. `update_due` is the day by
    which published data is updated next, None where none falls due; `stale`: that day has come. `answer` is the row of
    the owner that published, else the first.
    """

    state: str
    days_late: int = 0
    update_due: dt.date | None = None
    stale: bool = False
    answer: Record | None = None

    @property
    def in_public(self) -> bool:
        return self.state in IN_PUBLIC

    @property
    def format(self) -> str:
        return (self.answer or {}).get("format") or "" if self.in_public else ""

    @property
    def machine_readable(self) -> bool:
        return self.format in MACHINE_READABLE

    @property
    def stars(self) -> int:
        """Stars of the five-star scheme of open data: 1 on the web, 2 structured, 3 open format, 4 RDF.

        Nothing without an address. The fifth, links to other data, cannot be told from a format.
        """
        published_at = (self.answer or {}).get("address") if self.in_public else ""
        return _STARS.get(self.format, 1) if published_at else 0


def progress_of(entry: OpenDataSet, answers: Iterable[Record], cutoff: dt.date, usual: str = "") -> Progress:
    """What became of a data set by the end of `cutoff`; `usual` is the frequency where neither plan nor owner has one.

    A set is due when its day has come. What was published after the cut-off was not yet. Of several owners the first
    that published counts, and the last that updated.
    """
    answers = list(answers)
    public = sorted((a for a in answers if _published(a, cutoff)), key=lambda a: a["published_on"] or dt.date.max)
    if public:
        return _public(entry, public, cutoff, usual)
    first = answers[0] if answers else None
    if any(answer["state"] == WITHHELD for answer in answers):
        return Progress("withheld", answer=first)
    if entry.due is None:
        return Progress("undated", answer=first)
    if entry.due > cutoff:
        return Progress("not_due", answer=first)
    return Progress("overdue", (cutoff - entry.due).days, answer=first)


def _published(answer: Record, cutoff: dt.date) -> bool:
    day = answer["published_on"]
    return answer["state"] == PUBLISHED and (day is None or day <= cutoff)


def _public(entry: OpenDataSet, public: Sequence[Record], cutoff: dt.date, usual: str) -> Progress:
    answer = public[0]
    update = update_due(public, frequency_of(entry, answer, usual), cutoff)
    day = answer["published_on"] or cutoff
    late = (day - entry.due).days if entry.due and day > entry.due else 0
    is_unproven = entry.due is None or (late and answer["published_on"] is None)
    state = "published" if is_unproven else "late" if late else "on_time"
    return Progress(state, late if state == "late" else 0, update, update is not None and update <= cutoff, answer)


def frequency_of(entry: OpenDataSet, answer: Record | None, usual: str) -> str:
    """How often the set is updated: as the plan says, else its owner, else the plan as a whole."""
    return entry.frequency or (answer or {}).get("frequency") or usual


def update_due(public: Iterable[Record], frequency: str, cutoff: dt.date) -> dt.date | None:
    """The day by which published data is updated next, after all that its owners did up to `cutoff`."""
    days = [day for answer in public for day in (answer["published_on"], answer["updated_on"]) if day and day <= cutoff]
    rhythm = parse_frequency(frequency)
    return rhythm.next_after(max(days)) if rhythm and days else None
