"""One agency in one period: what it can be compared with."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_utils.agency.period import Period
from report_utils.agency.reporting import open_reporting


@pytest.mark.parametrize(("other", "alike"), [("2023-Q3", True), ("2024-Q1", True), ("2024-H1", False),
                                              ("2024-9M", False)])
def test_periods_about_as_long_are_alike(repository: Path, other: str, alike: bool) -> None:
    quarter = open_reporting("syt-brvt", "2024-Q3", str(repository))
    assert quarter.is_alike(Period.parse(other)) is alike
