"""From when on a change is unusual: the thresholds of an agency (docs/assumptions.md, "Unusual changes")."""

from __future__ import annotations

from pydantic import Field

from report_utils.agency.settings import Strict


class UnusualSettings(Strict):
    """What is usual lies within `spread` times the scale of the changes of all units (MAD made comparable with σ).

    The scale is never below `least_count` (of counts), `least_share` percent of the expected count, `least_points`
    (of rates). With fewer than `least_units` to compare with, a count must also have grown or shrunk by `factor`.
    """

    spread: float = Field(default=3.5, ge=2, le=20)
    least_count: float = Field(default=5, ge=0)
    least_points: float = Field(default=2, ge=0)
    least_share: float = Field(default=10, ge=0, le=100)
    least_units: int = Field(default=5, ge=3)
    factor: float = Field(default=2, gt=1)
