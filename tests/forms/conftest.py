"""Blank forms as openpyxl shows them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.forms.facts import sample_submissions
from report_utils.forms.workbook import blank_form


@pytest.fixture(scope="session")
def samples(repository: Path) -> dict[str, dict[str, bytes]]:
    """The sample submissions by period and file name, made of the facts."""
    return {period: sample_submissions(open_reporting("syt-brvt", period, str(repository)))
            for period in ("2024-Q3", "2024-H1")}


@pytest.fixture(scope="session")
def blank(quarter: Reporting) -> Callable[[str], Any]:
    """The blank form of a unit, opened; not to be changed."""

    @cache
    def opened(unit: str) -> Any:
        return openpyxl.load_workbook(io.BytesIO(blank_form(quarter, quarter.agency.units[unit])))

    return opened
