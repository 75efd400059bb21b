"""An error that comes of an adjustment is the office's: no unit hears of it, and the report is a draft all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.feedback import save_feedback
from report_utils.checks.ownership import findings_by_unit
from report_utils.checks.reporting_rate import unit_statuses
from report_utils.figures.brief import open_errors
from report_utils.figures.period import figures_of
from report_utils.figures.reminders import reminded
from report_utils.findings import Finding, Severity, errors
from report_utils.intake.adjustments.leaving_out import without
from report_utils.intake.adjustments.record import Exclusion
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.run.views.findings import findings_summary_view

Act = Callable[..., Any]
TEXT = """adjustments:
- {unit: ttpvhcc, sheet: Hồ sơ TTHC, cell: J10, old: 19, new: 18, why: Đối chiếu, by: Lan, day: 2024-09-19}
"""

EXCLUDED = """adjustments:
- {unit: bvbr, exclude: true, table: indicators, why: Tạm dừng, by: Lan, day: 2024-09-19}
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


def test_a_figure_that_an_adjusted_cell_breaks_is_not_the_unit_s_to_look_at(
        listed: list[Finding], reporting: Reporting) -> None:
    figure = figures_of(reporting, read_dataset(reporting), listed).figures["dossiers.by_unit.ttpvhcc.in_time"]
    assert figure.quantity.doubtful == ("Trung tâm Phục vụ hành chính công tỉnh (do điều chỉnh của cơ quan)",)
    own = [replace(one, of_office=False) for one in listed]
    figure = figures_of(reporting, read_dataset(reporting), [*listed, *own]).figures[figure.code]
    assert figure.quantity.doubtful == ("Trung tâm Phục vụ hành chính công tỉnh",)


@pytest.mark.parametrize("left_out", [{"table": ""}, {"table": "dossiers"}])
def test_what_cannot_be_compared_for_the_office_left_it_out_then_is_the_office_s(
        submit: Act, found: Callable[..., list[Finding]], reporting: Reporting, clean: dict[str, Dataset],
        left_out: dict[str, str]) -> None:
    submit("bvbr")
    exclusion = Exclusion("bvbr", why="Tạm dừng", by="Lan", day=dt.date(2024, 6, 20), basis="", **left_out)
    then = replace(without(reporting, clean["2024-H1"], exclusion), adjustments=(exclusion,))
    missed = of(found(then), "V12")
    assert (missed.of_office, missed.unit) == (True, "Bệnh viện Bà Rịa")
    assert findings_by_unit(reporting, [missed]) == {}
    other = replace(exclusion, unit="bvvt")
    assert not [one for one in found(replace(clean["2024-H1"], adjustments=(other,))) if one.code == "V12"]


def test_an_explanation_of_a_table_that_the_office_leaves_out_is_no_fault_of_the_unit(
        retype: Act, raw: Path, found: Callable[..., list[Finding]]) -> None:
    explained = {"A7": "U01", "B7": "Chỉ tiêu", "C7": "E7", "D7": "Khám thêm theo Kế hoạch 12"}
    retype("bvbr", "Giải trình", explained)
    assert not of(found(), "G02").of_office
    (raw / ADJUSTMENTS).write_text(EXCLUDED, encoding="utf-8")
    assert of(found(), "G02").of_office


def test_other_errors_of_the_unit_stay_its_own(
        retype: Act, raw: Path, found: Callable[..., list[Finding]]) -> None:
    retype("ttpvhcc", "Hồ sơ TTHC", {"J11": 99})
    (raw / ADJUSTMENTS).write_text(TEXT, encoding="utf-8")
    assert {(one.cell, one.of_office) for one in found() if one.code == "V01"} == {("C10", True), ("C11", False)}
