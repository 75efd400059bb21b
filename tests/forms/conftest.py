"""Blank forms as openpyxl shows them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting
from report_utils.forms.workbook import blank_form


@pytest.fixture(scope="session")
def blank(quarter: Reporting) -> Callable[[str], Any]:
    """The blank form of a unit, opened; not to be changed."""

    @cache
    def opened(unit: str) -> Any:
        return openpyxl.load_workbook(io.BytesIO(blank_form(quarter, quarter.agency.units[unit])))

    return opened
