"""An error that comes of an adjustment is the office's: no unit hears of it, and the report is a draft all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.feedback import save_feedback
from report_utils.checks.ownership import findings_by_unit
from report_utils.checks.reporting_rate import unit_statuses
from report_utils.figures.brief import open_errors
from report_utils.figures.reminders import reminded
from report_utils.findings import Finding, Severity, errors
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.run.views.findings import findings_summary_view

Act = Callable[..., Any]
TEXT = """adjustments:
- {unit: ttpvhcc, sheet: Hồ sơ TTHC, cell: J10, old: 19, new: 18, why: Đối chiếu, by: Lan, day: 2024-09-19}
"""


@pytest.fixture
def listed(submit: Act, raw: Path, found: Callable[..., list[Finding]]) -> list[Finding]:
    submit("ttpvhcc")
    (raw / ADJUSTMENTS).write_text(TEXT, encoding="utf-8")
    return found()


def of(listed: list[Finding], code: str) -> Finding:
    [one] = [one for one in listed if one.code == code]
    return one


def test_a_sum_that_an_adjusted_cell_breaks_is_the_office_s(listed: list[Finding], reporting: Reporting) -> None:
    broken = of(listed, "V01")
    assert (broken.of_office, broken.severity) == (True, Severity.ERROR)
    assert broken.message.endswith("= 403 (do điều chỉnh của cơ quan).")
    assert broken.mend.startswith("Cơ quan xem lại")
    assert [one.code for one in findings_by_unit(reporting, listed)["ttpvhcc"]] == ["A07"]


def test_the_unit_is_not_reminded_and_its_feedback_names_only_the_note(
        listed: list[Finding], reporting: Reporting, tmp_path: Path) -> None:
    statuses = unit_statuses(reporting, read_dataset(reporting), listed)
    assert "ttpvhcc" not in {status.unit.code for status in reminded(statuses)}
    with_it, without = (save_feedback(reporting, some, tmp_path / name)[0].read_bytes() for name, some in (
        ("all", listed), ("note", [of(listed, "A07")])))
    assert with_it == without


def test_it_is_shown_as_an_open_error_of_the_office(listed: list[Finding]) -> None:
    assert of(listed, "V01") in list(errors(listed))
    [[line]] = open_errors(listed).lines
    assert str(line).endswith("(do điều chỉnh của cơ quan)")
    assert "(do điều chỉnh của cơ quan)" in list(findings_summary_view(listed).frame["Đơn vị"])


def test_other_errors_of_the_unit_stay_its_own(
        retype: Act, raw: Path, found: Callable[..., list[Finding]]) -> None:
    retype("ttpvhcc", "Hồ sơ TTHC", {"J11": 99})
    (raw / ADJUSTMENTS).write_text(TEXT, encoding="utf-8")
    assert {(one.cell, one.of_office) for one in found() if one.code == "V01"} == {("C10", True), ("C11", False)}
