"""What office staff do to a sheet: signatures and notes below it, groups, tables pasted twice, columns moved alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from report_utils.intake.dataset import Dataset

Read = Callable[[], Dataset]
Problems = Callable[[], list[tuple[str, str, str, str]]]
Act = Callable[..., Any]

D, STAFF, DOCS, PROJECTS, CHI_TIEU = "Hồ sơ TTHC", "Biên chế, tuyển dụng", "Văn bản", "Dự án đầu tư", "Chỉ tiêu"
FILE = "bvbr_2024-Q3.xlsx"
NUMBERS = "DEFHIJLM"


def put(sheet: str, cells: dict[str, Any]) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        for cell, value in cells.items():
            workbook[sheet][cell].value = value

    return change


def codes(problems: Problems) -> list[str]:
    return sorted({place[0] for place in problems()})


def rows(read: Read, table: str, unit: str = "bvbr") -> list[dict[str, Any]]:
    return [record for record in read().records(table) if record["unit"] == unit]


SIGNATURE = {"J28": "Bà Rịa, ngày 15 tháng 9 năm 2024", "B29": "NGƯỜI LẬP BIỂU", "J29": "GIÁM ĐỐC",
             "B30": "(Ký, ghi rõ họ tên)", "J30": "(Ký tên, đóng dấu)", "B34": "Nguyễn Văn A", "J34": "Trần Thị B"}


def test_a_signature_below_the_table_is_no_data(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, SIGNATURE))
    assert problems() == []
    assert len(rows(read, "dossiers")) == 1


@pytest.mark.parametrize(("unit", "sheet"), [("bvbr", STAFF), ("bvbr", CHI_TIEU), ("vp", DOCS), ("bqlda", PROJECTS)])
def test_a_signature_below_any_table_is_no_data(alter: Act, problems: Problems, unit: str, sheet: str) -> None:
    def sign(workbook: Any) -> None:
        last = workbook[sheet].max_row
        for i, words in enumerate(("Người lập biểu", "(Ký, ghi rõ họ tên)", "", "Nguyễn Văn A"), start=2):
            workbook[sheet].cell(last + i, 2).value = words or None

    alter(unit, sign)
    assert problems() == []


@pytest.mark.parametrize("words", ["Ghi chú: số liệu làm tròn", "Nguồn: hệ thống một cửa", "* Không tính hồ sơ rút"])
def test_a_note_below_the_table_is_no_data(alter: Act, read: Read, problems: Problems, words: str) -> None:
    alter("bvbr", put(D, {"B27": words}))
    assert problems() == []
    assert len(rows(read, "dossiers")) == 1


def test_a_row_of_data_below_a_note_is_not_lost(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, {"B12": "Ghi chú: số liệu làm tròn", "B13": "Dược phẩm",
                          **{f"{letter}13": 0 for letter in NUMBERS}}))
    assert [record["field"] for record in rows(read, "dossiers")] == ["Khám bệnh, chữa bệnh", "Dược phẩm"]


def test_a_row_with_a_name_only_is_one_finding(alter: Act, problems: Problems) -> None:
    alter("bvbr", put(D, {"B11": "Dược phẩm"}))
    assert problems() == [("B14", FILE, D, "B11")]


def test_a_heading_of_a_group_is_noted(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, {"B11": "II. Lĩnh vực khác"}))
    assert problems() == [("B15", FILE, D, "B11")]
    assert len(rows(read, "dossiers")) == 1


def test_nothing_said_in_words_counts_as_said(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, {f"{letter}10": None for letter in "ABCDEFGHIJKLM"} | {"B10": "Không phát sinh"}))
    assert problems() == [("B16", FILE, D, "B10")]
    assert "dossiers" in read().by_unit["bvbr"].nil


@pytest.mark.parametrize("mark", ["✓", "×", "có", "х", "(x)", "x.", True])
def test_the_sheet_may_be_marked_as_people_mark_things(alter: Act, read: Read, problems: Problems, mark: Any) -> None:
    alter("bvbr", put(D, {f"{letter}10": None for letter in "ABCDEFGHIJKLM"} | {"C4": mark}))
    assert problems() == []
    assert "dossiers" in read().by_unit["bvbr"].nil


def test_rows_filled_down_with_dashes_say_nothing(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, {f"{letter}{row}": "-" for letter in "BDEFHIJLM" for row in range(11, 25)}))
    assert problems() == []
    assert len(rows(read, "dossiers")) == 1


def test_rows_filled_down_with_zeros_say_nothing(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, {f"{letter}{row}": 0 for letter in NUMBERS for row in range(11, 25)}))
    assert problems() == []
    assert len(rows(read, "dossiers")) == 1


def test_a_header_that_comes_again_is_told_once(alter: Act, problems: Problems) -> None:
    def paste(workbook: Any) -> None:
        sheet = workbook[PROJECTS]
        for column in range(1, 5):
            sheet.cell(10, column).value = sheet.cell(6, column).value
            sheet.cell(11, column).value = sheet.cell(7, column).value

    alter("bqlda", paste)
    assert codes(problems) == ["B04", "B17"]


def test_a_column_that_stands_twice_is_told(alter: Act, problems: Problems) -> None:
    def insert(workbook: Any) -> None:
        sheet = workbook[CHI_TIEU]
        for row in range(6, 13):
            sheet.cell(row, 11).value = sheet.cell(row, 5).value

    alter("bvbr", insert)
    assert problems() == [("B12", FILE, CHI_TIEU, "K6")]


def test_codes_that_were_sorted_alone_are_told_at_the_code(alter: Act, problems: Problems) -> None:
    def swap(workbook: Any) -> None:
        sheet = workbook[CHI_TIEU]
        sheet["A8"], sheet["A9"] = sheet["A9"].value, sheet["A8"].value

    alter("bvbr", swap)
    assert ("B11", FILE, CHI_TIEU, "A8") in problems()
    assert ("B11", FILE, CHI_TIEU, "A9") in problems()


def test_numbers_above_the_header_are_told(alter: Act, problems: Problems) -> None:
    alter("bvbr", put(D, {"D5": 5, "E5": 6, "F5": 7}))
    assert problems() == [("B13", FILE, D, "A5")]


@pytest.mark.parametrize("labels", [
    dict(zip("ABCDEFGHIJKLM", [f"[{i}]" for i in range(1, 14)], strict=True)),
    dict(zip("ABCDEFGHIJKLM", [f"{i}." for i in range(1, 14)], strict=True)),
    dict(zip("ABCDEFGHIJKLM", ["a", "b", *map(str, range(1, 12))], strict=True)),
    dict(zip("ABCDEFGHIJKLM", [f"Cột {i}" for i in range(1, 14)], strict=True)),
    dict(zip("BCDEFGHIJKLM", [str(i) for i in range(1, 13)], strict=True)) | {"A": None},
], ids=["brackets", "stops", "letters", "words", "one missing"])
def test_column_numbers_are_known_however_they_are_written(
    alter: Act, read: Read, problems: Problems, labels: dict[str, Any]
) -> None:
    alter("bvbr", put(D, {f"{letter}9": label for letter, label in labels.items()}))
    assert problems() == []
    assert len(rows(read, "dossiers")) == 1


def test_units_below_the_header_are_no_row(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", put(D, {f"{letter}9": "(hồ sơ)" for letter in "CDEFGHIJKLM"} | {"A9": None, "B9": None}))
    assert problems() == []
    assert len(rows(read, "dossiers")) == 1


@pytest.mark.parametrize("text", ["264\n270", "5\n123", "264\t270"])
def test_two_numbers_in_one_cell_are_none(alter: Act, read: Read, problems: Problems, text: str) -> None:
    alter("bvbr", put(D, {"E10": text}))
    assert problems() == [("O02", FILE, D, "E10")]


@pytest.mark.parametrize("text", ["2,000", "12,000"])
def test_a_count_with_a_comma_and_three_zeros_is_not_guessed(alter: Act, problems: Problems, text: str) -> None:
    alter("bvbr", put(D, {"E10": text}))
    assert problems() == [("O02", FILE, D, "E10")]


@pytest.mark.parametrize(("code", "words"), [("#,##0,,", "định dạng chia cho triệu"), ("#,##0,", "chia cho nghìn")])
def test_a_number_shown_in_thousands_or_millions_is_told(
    alter: Act, read: Read, problems: Problems, code: str, words: str
) -> None:
    alter("khtc", lambda workbook: setattr(workbook["Tài chính"]["D7"], "number_format", code))
    assert problems() == [("O17", "khtc_2024-Q3.xlsx", "Tài chính", "D7")]
    assert words in next(found.message for found in read().findings if found.code == "O17")


@pytest.mark.parametrize("marks", [{"strike": True}, {"vertAlign": "superscript"}])
def test_a_number_of_which_a_part_is_struck_out_or_raised_is_not_read(
    alter: Act, read: Read, problems: Problems, marks: dict[str, Any]
) -> None:
    rich = CellRichText("264", TextBlock(InlineFont(**marks), "1"))
    alter("bvbr", put(D, {"E10": rich}))
    assert problems() == [("O20", FILE, D, "E10")]
    assert rows(read, "dossiers")[0]["direct"] is None


def test_a_number_struck_out_as_a_whole_is_not_read(
    samples: dict[str, dict[str, bytes]], raw: Any, problems: Problems
) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(samples["2024-Q3"][FILE]))
    cell = workbook[D]["E10"]
    cell.font = Font(name=cell.font.name, strike=True)
    workbook.save(raw / FILE)
    assert problems() == [("O20", FILE, D, "E10")]


def test_a_project_with_the_sum_of_those_above_it_is_doubtful(alter: Act, read: Read, problems: Problems) -> None:
    alter("bqlda", put(PROJECTS, {
        "A8": "Dự án B", "B8": "đồng", "C8": 10**9, "D8": 10**6, "A9": "Các dự án", "B9": "đồng",
        "C9": 10**9 + 200_000_000_000 + 40_117_000_000, "D9": None}))
    assert not {"B10", "B18"} & set(codes(problems))  # no total: its sums are not those above
    alter("bqlda", lambda workbook: total_without_a_name(workbook[PROJECTS]))
    assert ("B18", "bqlda_2024-Q3.xlsx", PROJECTS, "A9") in problems()


def total_without_a_name(sheet: Any) -> None:
    """A second project, and a row that is the sum of both under a name that says nothing."""
    for column, value in enumerate(("Dự án B", "đồng", 10**9, 10**6), start=1):
        sheet.cell(8, column).value = value
    sums = [sheet.cell(7, column).value + sheet.cell(8, column).value for column in (3, 4)]
    for column, value in enumerate(("Các dự án", "đồng", *sums), start=1):
        sheet.cell(9, column).value = value


@pytest.mark.parametrize("name", ["Tổng các hạng mục phụ trợ", "Tổng vốn khác"])
def test_a_project_whose_name_begins_like_a_total_is_kept_and_told(
    alter: Act, read: Read, problems: Problems, name: str
) -> None:
    alter("bqlda", put(PROJECTS, {"A8": name, "B8": "đồng", "C8": 5, "D8": 0}))
    assert problems() == [("B10", "bqlda_2024-Q3.xlsx", PROJECTS, "A8")]
    assert name in [record["name"] for record in rows(read, "projects", "bqlda")]


def test_the_word_total_in_the_column_of_codes_makes_a_total(alter: Act, problems: Problems) -> None:
    def move(workbook: Any) -> None:
        sheet = workbook["Số lượng TTHC"]
        [row] = [cell.row for [cell] in sheet.iter_rows(min_col=2, max_col=2) if cell.value == "Tổng cộng"]
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = "Tổng cộng", None

    alter("vp", move)
    assert problems() == []
