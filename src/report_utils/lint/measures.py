"""Lengths as Word writes them."""

from __future__ import annotations

import math
import re

_UNIVERSAL = re.compile(r"(-?[0-9.]+)(pt|mm|cm|in|pc|pi)")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
EMU_PER_POINT = 12_700
POINTS_PER_MM = 72 / 25.4


def points(value: str | None, per_point: float = 20) -> float | None:
    """A length in points: a number of which `per_point` make one point, or a number with its unit; None for neither."""
    text = (value or "").strip()
    found = _UNIVERSAL.fullmatch(text)
    try:
        length = float(found[1]) * _POINTS[found[2]] if found else float(text) / per_point
    except ValueError:
        return None
    return length if math.isfinite(length) else None


def millimetres(length: float) -> float:
    """Points as millimetres."""
    return length / POINTS_PER_MM


def is_on(element_value: str | None) -> bool:
    """Whether a switch such as w:b is on: it is when it says nothing."""
    return (element_value or "1").lower() not in ("0", "false", "off", "none")
