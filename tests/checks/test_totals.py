"""Total rows: of everything, of a group, of what stands above."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.totals import check_totals
from report_utils.intake.consolidate import read_dataset

Act = Callable[..., Any]
SHEET, FILE = "Hồ sơ TTHC", "ttpvhcc_2024-Q3.xlsx"
TYPED = "DEFHIJLM"


@pytest.fixture
def broken(reporting: Reporting) -> Callable[[], list[tuple[str, str]]]:
    """The cells of total rows that are wrong."""
    return lambda: [(found.code, found.cell)
                    for found in check_totals(Context(reporting, read_dataset(reporting), None))]


def with_group_total(error: int = 0) -> Callable[[Any], None]:
    """"Cộng" of the first two rows, below them; `error` is added to its first number."""

    def change(workbook: Any) -> None:
        sheet = workbook[SHEET]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.insert_rows(12)
        sheet["B12"] = "Cộng"
        for letter in TYPED:
            sheet[f"{letter}12"] = sheet[f"{letter}10"].value + sheet[f"{letter}11"].value
        sheet["D12"] = sheet["D12"].value + error

    return change


def test_a_total_of_the_rows_above_it_is_right(alter: Act, broken: Any) -> None:
    alter("ttpvhcc", with_group_total())
    assert broken() == []


def test_a_wrong_total_of_a_group_is_told_at_its_number(alter: Act, broken: Any) -> None:
    alter("ttpvhcc", with_group_total(error=1))
    assert broken() == [("V01", "D12")]


def test_a_total_of_projects_is_compared_too(alter: Act, broken: Any) -> None:
    def change(workbook: Any) -> None:
        for column, value in enumerate(("Tổng cộng dự án", "đồng", 1, 1), start=1):
            workbook["Dự án đầu tư"].cell(8, column).value = value

    alter("bqlda", change)
    assert broken() == [("V01", "C8"), ("V01", "D8")]
