"""What the plan aims at, and what is reached of it at the cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.agency.open_data import Target
from report_utils.figures.open_data.lines import Line, counted, owners_counted
from report_utils.figures.quantity import Quantity


@dataclass(frozen=True)
class Share:
    """A part of a whole: data sets, or the units that own them."""

    part: Quantity
    whole: Quantity

    @property
    def rate(self) -> Quantity:
        return self.part.percent_of(self.whole)


def share_of(measure: str, lines: Sequence[Line]) -> Share:
    """The sets published, or the owners with a set published ("taking_part") and up to date ("maintaining")."""
    if measure == "published":
        return Share(counted(lines, lambda line: line.progress.in_public), counted(lines))
    wanted = [line for line in lines if measure == "taking_part" or not line.progress.stale]
    active = {code for line in wanted for code in line.publishers}
    return Share(owners_counted(lines, active.__contains__), owners_counted(lines))


def verdict(target: Target, share: Share, cutoff: dt.date) -> str:
    """"Đạt", "Chưa đạt", or "Chưa đến thời hạn" while the day of a target that is not reached has not come."""
    rate = share.rate.value
    if rate is None:
        return ""
    if rate > target.percent or (rate == target.percent and not target.above):
        return "Đạt"
    return "Chưa đạt" if target.by <= cutoff else "Chưa đến thời hạn"
