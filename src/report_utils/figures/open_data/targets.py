"""What the plan aims at, and what is reached of it at the cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.figures.answers import counted
from report_utils.figures.open_data.lines import Line, owners_counted
from report_utils.figures.quantity import Quantity


@dataclass(frozen=True)
class Share:
    """A part of a whole: data sets, or the units that own them."""

    part: Quantity
    whole: Quantity

    @property
    def rate(self) -> Quantity:
        return self.part.percent_of(self.whole)


def share_of(measure: str, lines: Sequence[Line], until: dt.date = dt.date.max) -> Share:
    """The sets published until that day, or the owners with such a set ("taking_part").

    "maintaining" are the owners with a set that is up to date at the cut-off, whatever `until` says: of updates only
    the last is known.
    """
    if measure == "maintaining":
        return _owners(lines, [line for line in lines if not line.progress.stale])
    done = [line for line in lines if line.published_on is None or line.published_on <= until]
    if measure == "taking_part":
        return _owners(lines, done)
    return Share(counted(lines, lambda line: line in done and line.progress.in_public), counted(lines))


def _owners(lines: Sequence[Line], wanted: Sequence[Line]) -> Share:
    active = {code for line in wanted for code in line.publishers}
    return Share(owners_counted(lines, active.__contains__), owners_counted(lines))
