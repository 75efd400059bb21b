"""V19: what a unit tells in two places is told alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.agency.reporting import open_reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.errors import SettingsError
from report_utils.findings import Finding
from report_utils.intake.consolidate import read_dataset

Found = Callable[..., list[Finding]]
Act = Callable[..., Any]

INDICATORS = "Chỉ tiêu"


def test_the_whole_of_an_indicator_is_that_of_the_table_of_dossiers(retype: Act, found: Found) -> None:
    retype("ttpvhcc", INDICATORS, {"F7": 776})
    [told] = [each for each in found() if each.code == "V19"]
    assert (told.code, told.file, told.sheet, told.cell) == ("V19", "ttpvhcc_2024-Q3.xlsx", INDICATORS, "F7")
    assert "ghi 776, trong khi tổng cột" in told.message
    assert "là 775" in told.message
    assert {each.sheet for each in told.related} == {"Hồ sơ TTHC"}


def test_the_wholes_of_two_indicators_are_one(retype: Act, found: Found) -> None:
    retype("khtc", INDICATORS, {"F9": 124})
    told = [each for each in found() if each.code == "V19"]
    assert [each.cell for each in told] == ["F10", "F15"]
    assert {cell.cell for each in told for cell in each.related} == {"F9"}


def test_a_column_that_no_form_has_is_told(workspace: Any, retype: Act) -> None:
    retype("ttpvhcc", INDICATORS, {})
    catalogue = workspace / "params/syt-brvt/indicators.csv"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("dossiers.direct", "dossiers.rejected"), encoding="utf-8")
    reporting = open_reporting("syt-brvt", "2024-Q3", str(workspace))
    with pytest.raises(SettingsError, match="rejected"):
        check_all(Context(reporting, read_dataset(reporting), None))
