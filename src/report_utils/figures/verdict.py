"""What to say of a share that a plan sets a target for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

REACHED, NOT_REACHED, NOT_YET = "Đạt", "Chưa đạt", "Chưa đến thời hạn"


def verdict(rate: Decimal | None, percent: Decimal, *, by: dt.date | None, cutoff: dt.date, above: bool = False) -> str:
    """Whether `rate` reaches `percent` (exceeds it with `above`); NOT_YET while the day `by` has not come.

    Nothing for an unknown rate.
    """
    if rate is None:
        return ""
    if rate > percent or (rate == percent and not above):
        return REACHED
    return NOT_REACHED if by is None or by <= cutoff else NOT_YET
