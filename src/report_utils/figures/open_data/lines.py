"""The plan line by line: each data set with its progress and the cells that tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.units import Units
from report_utils.figures.answers import answers_by, named, said_of, valued, with_columns
from report_utils.figures.derivation import Read
from report_utils.figures.open_data.progress import PUBLISHED, STATES, Progress, progress_of
from report_utils.figures.quantity import Quantity
from report_utils.figures.source import Record, Selection, Source
from report_utils.vietnamese.dates import format_date

FORMATS, UPDATES = ("format", "address"), ("updated_on", "frequency")
"""Columns of an answer that tell in which form a data set is published, and whether it is up to date."""
_TOLD = ("state", "published_on", *FORMATS, *UPDATES)


@dataclass(frozen=True)
class Line:
    """A data set of the plan. `said` holds the cells of its state; `owner` names the units in charge.

    `publishers` are the units that published it, `acting` names them, or those in charge while nobody has. `progress`
    means nothing where `known` is false: an owner has not answered. `rows` are those of all units, `answers` those that
    tell of it.
    """

    entry: OpenDataSet
    progress: Progress
    said: Quantity
    owner: str
    publishers: tuple[str, ...]
    acting: str
    rows: Selection = field(repr=False, compare=False)
    answers: tuple[Record, ...] = field(repr=False, compare=False)

    @property
    def units(self) -> Units:
        return self.rows.source.agency.units

    def told_in(self, columns: Collection[str]) -> Quantity:
        """What was said of the data set, with the cells in these columns as well."""
        return with_columns(self.said, self.rows, self.answers, columns)

    def again(self, read: Read) -> Line:
        """The line as it is when the cells of its answers hold what `read` finds there."""
        return _line(self.rows, self.entry, [self.rows.reread(answer, _TOLD, read) for answer in self.answers])

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
    """Every data set of the plan in force at the cut-off, in its order; none of which all owners are left out."""
    return source.remembered(("open data lines",), lambda: _lines(source))


def _lines(source: Source) -> tuple[Line, ...]:
    rows = source.select("open_data")
    answers = answers_by(rows, "dataset")
    every = source.agency.catalogues.open_data
    asked = [entry for entry in every if not source.leaves_out(rows.table.code, entry.owners)]
    return tuple(_line(rows, entry, answers.get(entry.dataset, [])) for entry in asked or every)


def owners_counted(lines: Sequence[Line], keep: Callable[[Line], bool] | None = None, by: Collection[str] = ()
                   ) -> Quantity:  # fmt: skip
    """How many units own a data set; with `keep`, how many of them published one that is kept.

    `by` are the columns that `keep` looks at besides those that tell of every data set.
    """

    def count(found: Sequence[Line]) -> int:
        owners = {code for line in found for code in line.entry.owners}
        active = {code for line in found if keep and keep(line) for code in line.publishers}
        return len(owners & active if keep else owners)

    kept = tuple(keep is None or (keep(line) and bool(line.publishers)) for line in lines)
    return valued(lines, count, kept, by)


def _line(rows: Selection, entry: OpenDataSet, answers: Sequence[Record]) -> Line:
    source, names = rows.source, rows.source.agency.units
    progress = progress_of(entry, answers, source.reporting.window.cutoff, source.agency.profile.open_data.frequency)
    # one owner is enough to know that it is published
    said = said_of(rows, answers, entry.owners, _words(entry, progress), settled=progress.in_public,
                   beside=("published_on",))
    public = tuple(answer["unit"] for answer in answers if progress.in_public and answer["state"] == PUBLISHED)
    acting = named(names, public or entry.owners)
    return Line(entry, progress, said, named(names, entry.owners), public, acting, rows, tuple(answers))


def _words(entry: OpenDataSet, progress: Progress) -> str:
    """The data set as a trace names it: number, name, day, what became of it."""
    due = f"hạn {format_date(entry.due)}" if entry.due else ""
    return "; ".join(part for part in (f"{entry.dataset}. {entry.name}", due, STATES[progress.state]) if part)
