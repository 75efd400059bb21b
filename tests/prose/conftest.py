"""Texts as reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.period import Period
from report_utils.prose.reading import read_text
from report_utils.prose.remark import Remark
from report_utils.prose.review import review
from report_utils.prose.scan import Report
from report_utils.prose.setting import setting_for

TEXTS = Path(__file__).parent / "texts"


def read_report(*lines: str) -> Report:
    """Lines as a report on the third quarter of 2024."""
    return Report(read_text(lines), setting_for(Period(2024, "Q3")))


@pytest.fixture
def remarks() -> Callable[..., list[Remark]]:
    """What the rules say of some lines of a report on the third quarter of 2024."""
    return lambda *lines: list(review(read_report(*lines)).remarks)


@pytest.fixture
def codes(remarks: Callable[..., list[Remark]]) -> Callable[..., list[str]]:
    """The codes of what they say."""
    return lambda *lines: [remark.code for remark in remarks(*lines)]
