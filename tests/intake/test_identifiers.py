"""Numbers of persons in names of files and sheets."""

from pathlib import Path

import openpyxl
import pytest

from report_utils.intake.book import open_book
from report_utils.intake.file_names import shown_name
from report_utils.intake.identifiers import masked


@pytest.mark.parametrize("name", [
    "Ho so 077099001234.xlsx", "077 099 001 234", "BV - 0912345678.xlsx", "0912.345.678", "+84 912 345 678",
    "84912345678", "ĐT 02543852123", "DN4797712345678 x", "CMND 271234567", "077099001234 (2)",
])  # fmt: skip
def test_a_number_of_a_person_is_masked(name: str) -> None:
    assert "[số ẩn " in masked(name)
    assert not any(character.isdigit() for character in masked(name).partition("[")[0])


@pytest.mark.parametrize("name", [
    "bvbr_2024-Q3.xlsx", "DanhSachHoSo_TTPVHCC_20240915.xlsx", "202409151030.xlsx", "20240915103045",
    "15-09-2024 10-30", "Biểu 06 (2)", "1.012345.000.00.00.H06", "H06.15-240614-00012", "2024_09_15_1030",
])  # fmt: skip
def test_days_times_and_codes_are_no_numbers_of_persons(name: str) -> None:
    assert masked(name) == name


def test_two_names_stay_two() -> None:
    assert masked("077099001234") != masked("077099001235")


def test_neither_the_file_nor_the_sheet_shows_the_number(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "0912345678"
    workbook.worksheets[0].append(["x"])
    workbook.create_sheet("0912345679").sheet_state = "hidden"
    path = tmp_path / "077099001234.xlsx"
    workbook.save(path)
    book = open_book(path)
    told = [book.file, shown_name(path), *(grid.sheet for grid in book.grids),
            *(str(notice.finding(book.file)) for notice in book.notices)]
    assert book.notices
    assert not any(number in text for text in told for number in ("077099001234", "091234567"))
