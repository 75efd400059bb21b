"""All rules over what has been sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.findings import Finding
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset


@pytest.fixture
def found(reporting: Reporting, clean: dict[str, Dataset]) -> Callable[..., list[Finding]]:
    """The findings on what has been sent, with the samples of the period before; not that the others sent nothing."""

    def check(previous: Dataset | None = clean["2024-H1"]) -> list[Finding]:
        context = Context(reporting, read_dataset(reporting), previous)
        return [finding for finding in check_all(context) if finding.code != "N01"]

    return check


@pytest.fixture
def places(found: Callable[..., list[Finding]]) -> Callable[..., list[tuple[str, str, str, str]]]:
    """Code, file, sheet and cell of each of these findings."""
    return lambda *previous: [(f.code, f.file, f.sheet, f.cell) for f in found(*previous)]


@pytest.fixture
def only(found: Callable[..., list[Finding]]) -> Callable[[str], Any]:
    """The one finding of a code."""

    def one(code: str) -> Finding:
        [finding] = [finding for finding in found() if finding.code == code]
        return finding

    return one
