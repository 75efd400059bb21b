"""What the plan aims at, and what is reached of it at the cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.figures.answers import counted
from report_utils.figures.open_data.lines import UPDATES, Line, owners_counted
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

    def is_done(line: Line) -> bool:
        return line.published_on is None or line.published_on <= until

    if measure == "maintaining":
        maintained = owners_counted(lines, lambda line: not line.progress.stale, UPDATES)
        return Share(maintained, owners_counted(lines))
    if measure == "taking_part":
        return Share(owners_counted(lines, is_done), owners_counted(lines))
    return Share(counted(lines, lambda line: line.progress.in_public and is_done(line)), counted(lines))
