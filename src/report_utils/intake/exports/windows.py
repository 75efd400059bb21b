"""From the dates of dossiers to the columns of Biểu 06 at any cut-off. Pure arrays.

The state that counts is the one at the first instant after the window. So a dossier due on the cut-off day and not
finished by its end is overdue: whenever it will be finished, it will be late.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from report_utils.agency.period import Window
from report_utils.intake.exports.columns import Ints, Mask

RECEIVED = ("online", "direct", "carried_over")
RESOLVED = ("early", "on_time", "overdue")
PENDING = ("pending_in_time", "pending_overdue")
COUNTED = (*RECEIVED, *RESOLVED, *PENDING)
"""The typed columns of the table of dossiers. Each dossier of a period is in one of RECEIVED and in one of the rest."""

ONLINE, DIRECT = 0, 1

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Dossiers:
    """Days of dossiers as ordinals, `finished` negative for one that is not finished; `channel` ONLINE or DIRECT."""

    received: Ints
    due: Ints
    finished: Ints
    channel: Ints


def outside(received: Ints, finished: Ints, window: Window) -> Mask:
    """The dossiers that are no data of the period: received after the cut-off, or finished before the window."""
    start, end = window.start.toordinal(), window.end.toordinal()
    return (received >= end) | ((received >= 0) & (finished >= received) & (finished < start))


def classify(dossiers: Dossiers, window: Window) -> dict[str, Mask]:
    """Which of the dossiers each column counts. Those outside the window are in none."""
    start, end = window.start.toordinal(), window.end.toordinal()
    received, due = dossiers.received, dossiers.due
    finished = np.where(dossiers.finished < 0, _NEVER, dossiers.finished)
    inside = ~outside(received, dossiers.finished, window)
    new, resolved = received >= start, finished < end
    return {
        "online": inside & new & (dossiers.channel == ONLINE),
        "direct": inside & new & (dossiers.channel == DIRECT),
        "carried_over": inside & ~new,
        "early": inside & resolved & (finished < due),
        "on_time": inside & resolved & (finished == due),
        "overdue": inside & resolved & (finished > due),
        "pending_in_time": inside & ~resolved & (due >= end),
        "pending_overdue": inside & ~resolved & (due < end),
    }
