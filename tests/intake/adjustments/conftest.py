"""Adjustments recorded beside what has been sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from report_utils.intake.raw_folder import ADJUSTMENTS

SIGNED = {"why": "Gõ nhầm", "by": "Nguyễn Thị Lan", "day": dt.date(2024, 9, 19)}


@pytest.fixture
def adjust(raw: Path) -> Callable[..., Path]:
    """Record these entries, each with reason, person and day."""

    def write(*entries: dict[str, Any]) -> Path:
        path = raw / ADJUSTMENTS
        path.write_text(yaml.safe_dump({"adjustments": [{**entry, **SIGNED} for entry in entries]}, allow_unicode=True),
                        encoding="utf-8")
        return path

    return write
