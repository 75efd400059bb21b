"""The plan line by line: each data set with its progress and the cells that tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.units import Units
from report_utils.figures.answers import answers_by, named, said_of, valued
from report_utils.figures.open_data.progress import PUBLISHED, Progress, progress_of
from report_utils.figures.quantity import Quantity
from report_utils.figures.source import Record, Selection, Source


@dataclass(frozen=True)
class Line:
    """A data set of the plan. `said` holds the cells of its state; `owner` names the units in charge.

    `publishers` are the units that published it, `acting` names them, or those in charge while nobody has. `progress`
    means nothing where `known` is false: an owner has not answered. `units` are all units of the agency.
    """

    entry: OpenDataSet
    progress: Progress
    said: Quantity
    owner: str
    publishers: tuple[str, ...]
    acting: str
    units: Units = field(repr=False, compare=False)

    @property
    def known(self) -> bool:
        return not self.said.absent

    @property
    def published_on(self) -> dt.date | None:
        """The day on which it was published, None if it was not."""
        return (self.progress.answer or {}).get("published_on") if self.progress.in_public else None

    @property
    def asks_for_action(self) -> bool:
        """Whether its owner must be reminded: it is overdue, or must be updated."""
        return self.known and (self.progress.state == "overdue" or self.progress.stale)


def lines_of(source: Source) -> tuple[Line, ...]:
    """Every data set of the plan in force at the cut-off, in its order."""
    return source.remembered(("open data lines",), lambda: _lines(source))


def _lines(source: Source) -> tuple[Line, ...]:
    rows = source.select("open_data")
    answers = answers_by(rows, "dataset")
    return tuple(_line(rows, entry, answers.get(entry.dataset, [])) for entry in source.agency.catalogues.open_data)


def owners_counted(lines: Sequence[Line], keep: Callable[[str], bool] | None = None) -> Quantity:
    """How many of the units that own a data set are kept, by their codes."""
    owners = list(dict.fromkeys(code for line in lines for code in line.entry.owners))
    return valued(lines, sum(map(keep, owners)) if keep else len(owners))


def _line(rows: Selection, entry: OpenDataSet, answers: Sequence[Record]) -> Line:
    source, names = rows.source, rows.source.agency.units
    progress = progress_of(entry, answers, source.reporting.window.cutoff, source.agency.profile.open_data.frequency)
    # one owner is enough to know that it is published
    said = said_of(rows, answers, entry.owners, settled=progress.in_public)
    public = tuple(answer["unit"] for answer in answers if progress.in_public and answer["state"] == PUBLISHED)
    acting = named(names, public or entry.owners)
    return Line(entry, progress, said, named(names, entry.owners), public, acting, names)
