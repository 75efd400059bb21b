"""U01, U02: what stands out against the period before and the same period a year before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.checks.unusual import check_unusual
from report_utils.findings import CellRef, Finding, Severity
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

Act = Callable[..., Any]

UNITS = ("bvbr", "bvvt", "ttyt-vt", "ttyt-br", "ttyt-pm", "ttyt-cd", "ttyt-xm")
QUARTER, YEAR_BEFORE, HALF = "2024-Q3", "2023-Q3", "2024-H1"


def counts(direct: int, overdue: int = 0, pending: int = 0) -> tuple[int, ...]:
    """A row of dossiers, all on time but those `overdue`."""
    return (0, direct, 0, 0, direct - overdue - pending, overdue, pending, 0)


@pytest.fixture
def compare(workspace: Path, fill_in: Act) -> Callable[..., list[Finding]]:
    """The unusual changes of these units: `now` and `then` are their rows of dossiers in two periods."""

    def listed(now: dict[str, tuple[int, ...]], then: dict[str, tuple[int, ...]], before: str = YEAR_BEFORE
               ) -> list[Finding]:
        found: list[Dataset] = []
        for period, rows in ((QUARTER, now), (before, then)):
            for unit, row in rows.items():
                fill_in(unit, period, kcb=row)
            found.append(read_dataset(open_reporting("syt-brvt", period, str(workspace), {"tables": ["dossiers"]})))
        reporting = open_reporting("syt-brvt", QUARTER, str(workspace))
        current, other = found
        befores = (other, None) if before == HALF else (None, other)
        return list(check_unusual(Context(reporting, current, *befores)))

    return listed


def test_the_samples_change_as_usual(quarter: Reporting, clean: dict[str, Dataset]) -> None:
    assert list(check_unusual(Context(quarter, clean["2024-Q3"], clean["2024-H1"]))) == []


def test_one_unit_that_changes_otherwise_than_all_is_listed_with_both_values_and_what_is_usual(compare: Act) -> None:
    then = {unit: counts(200 + 10 * i) for i, unit in enumerate(UNITS)}
    [found] = compare({**then, "bvvt": counts(2100)}, then)
    assert (found.code, found.severity, found.unit) == ("U02", Severity.WARNING, "Bệnh viện Vũng Tàu")
    assert CellRef(found.file, found.sheet, found.cell) == CellRef("bvvt_2024-Q3.xlsx", "Hồ sơ TTHC", "E10")
    assert found.message == (
        "«Khám bệnh, chữa bệnh», cột «Số lượng hồ sơ tiếp nhận - Trong kỳ - Trực tiếp và bưu chính»: kỳ này 2.100, "
        "cùng kỳ năm trước 210; thường trong khoảng 136 đến 289 (theo mức thay đổi của 7 số liệu cùng loại).")
    assert found.expected == "từ 136 đến 289"


def test_what_all_units_do_is_not_listed(compare: Act) -> None:
    then = {unit: counts(200 + 10 * i) for i, unit in enumerate(UNITS)}
    assert compare({unit: counts(2 * row[1]) for unit, row in then.items()}, then) == []


def test_a_rate_that_falls_far_is_listed_at_its_cells(compare: Act) -> None:
    then = {unit: counts(200) for unit in UNITS}
    rates = [found for found in compare({**then, "bvvt": counts(200, overdue=60)}, then) if "tỷ lệ" in found.message]
    assert [(found.found, found.cell, [ref.cell for ref in found.related]) for found in rates] == [
        ("70%", "H10", ["I10", "G10"])]  # fmt: skip


def test_what_came_in_is_not_compared_with_a_longer_period(compare: Act) -> None:
    then = {unit: counts(2000) for unit in UNITS}
    assert compare({unit: counts(100) for unit in UNITS}, then, before=HALF) == []


def test_what_is_pending_is_compared_with_any_period(compare: Act) -> None:
    then = {unit: counts(2000, pending=30) for unit in UNITS}
    now = {**{unit: counts(1000, pending=30) for unit in UNITS}, "bvvt": counts(1000, pending=300)}
    assert [(found.code, found.unit, found.found) for found in compare(now, then, before=HALF)] == [
        ("U01", "Bệnh viện Vũng Tàu", "300")]  # fmt: skip


@pytest.mark.usefixtures("merged")
def test_a_merged_unit_is_compared_with_the_sum_of_its_predecessors(compare: Act) -> None:
    then = {unit: counts(300) for unit in (*UNITS, "ttyt-ld", "ttyt-dd")}
    now = {unit: counts(300) for unit in UNITS}
    assert compare({**now, "ttyt-ldat": counts(600)}, then) == []


@pytest.mark.usefixtures("merged")
def test_a_merged_unit_is_not_compared_while_a_predecessor_is_missing(compare: Act) -> None:
    then = {unit: counts(300) for unit in (*UNITS, "ttyt-ld")}
    now = {unit: counts(300) for unit in UNITS}
    assert compare({**now, "ttyt-ldat": counts(3000)}, then) == []


def test_an_explained_change_is_a_note(workspace: Path, compare: Act, fill_in: Act, explain_row: Act) -> None:
    then = {unit: counts(200 + 10 * i) for i, unit in enumerate(UNITS)}
    compare({**then, "bvvt": counts(2100)}, then)
    explain_row("bvvt", "U02", "E10", "Tổ chức khám sức khỏe cho công nhân theo hợp đồng mới")
    reporting = open_reporting("syt-brvt", QUARTER, str(workspace))
    before = read_dataset(open_reporting("syt-brvt", YEAR_BEFORE, str(workspace), {"tables": ["dossiers"]}))
    [found] = [f for f in check_all(Context(reporting, read_dataset(reporting), None, before)) if f.code == "U02"]
    assert (found.severity, found.was) == (Severity.NOTE, Severity.WARNING)


@pytest.fixture
def explain_row(raw: Path) -> Act:
    """Add an explanation to the form that a unit has sent."""
    def add(unit: str, code: str, cell: str, text: str) -> None:
        path = raw / f"{unit}_{QUARTER}.xlsx"
        workbook = openpyxl.load_workbook(path)
        for letter, value in zip("ABCD", (code, "Hồ sơ TTHC", cell, text), strict=True):
            workbook["Giải trình"][f"{letter}7"].value = value
        workbook.save(path)

    return add
