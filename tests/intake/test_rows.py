"""Rows and cells of whole workbooks: what is refused, repeated, added up, hidden or shown otherwise than stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from report_utils.findings import CellRef, Finding
from report_utils.forms.tables import TABLES
from report_utils.intake.dataset import Dataset

Read = Callable[[], Dataset]
Problems = Callable[[], list[tuple[str, str, str, str]]]
Act = Callable[..., Any]

DOSSIERS, INDICATORS, DOCUMENTS, APPOINTMENTS, PROJECTS = (
    TABLES[code].sheet for code in ("dossiers", "indicators", "documents", "appointments", "projects"))


def file(unit: str) -> str:
    return f"{unit}_2024-Q3.xlsx"


def only(read: Read, code: str) -> Finding:
    [found] = [finding for finding in read().findings if finding.code == code]
    return found


def of_unit(read: Read, table: str, unit: str) -> list[dict[str, Any]]:
    return [record for record in read().records(table) if record["unit"] == unit]


# --- rows without a key, rows that repeat


def test_numbers_beside_no_code_are_refused_at_the_cell_of_the_code(
    retype: Act, read: Read, problems: Problems
) -> None:
    retype("bvbr", INDICATORS, {"E14": 5, "F14": 7})
    assert problems() == [("B08", file("bvbr"), INDICATORS, "A14")]
    assert only(read, "B08").message == ("Biểu «Chỉ tiêu» có dòng ghi «5» nhưng không có mã nên không biết là dòng "
                                         "nào.")
    assert len(of_unit(read, "indicators", "bvbr")) == 6


def test_a_known_row_whose_code_was_deleted_is_refused_and_missed(retype: Act, problems: Problems) -> None:
    retype("bvbr", INDICATORS, {"A7": None})
    assert problems() == [("B03", file("bvbr"), INDICATORS, ""), ("B08", file("bvbr"), INDICATORS, "A7")]


@pytest.mark.parametrize("field", ["Khám bệnh, chữa bệnh", " KHÁM BỆNH,  chữa bệnh"])
def test_a_field_that_stands_twice_is_told_at_its_second_cell(
    retype: Act, read: Read, problems: Problems, field: str
) -> None:
    numbers = {f"{letter}12": 0 for letter in "DEFHIJLM"}
    retype("bvbr", DOSSIERS, {"B12": field, **numbers})
    assert problems() == [("B04", file("bvbr"), DOSSIERS, "B12")]
    found = only(read, "B04")
    assert found.message == "Dòng «Khám bệnh, chữa bệnh» xuất hiện nhiều lần trong biểu «Hồ sơ TTHC»."
    assert found.related == (CellRef(file("bvbr"), DOSSIERS, "B10"),)


def test_a_document_is_another_when_one_of_its_marks_is(alter: Act, read: Read, problems: Problems) -> None:
    def change(workbook: Any) -> None:
        sheet = workbook[DOCUMENTS]
        rows = [row for row in sheet.iter_rows(min_row=7) if row[0].value]
        free = rows[-1][0].row + 1
        for source, row in zip((rows[0], rows[0]), (free, free + 1), strict=True):
            for cell in source:
                sheet.cell(row, cell.column).value = cell.value
        sheet.cell(free, 3).value = dt.date(2024, 9, 13)

    alter("vp", change)
    [(code, _, sheet, cell)] = problems()
    found = only(read, "B04")
    assert (code, sheet, cell[0]) == ("B04", DOCUMENTS, "A")
    assert found.related[0].cell == "A7"


def test_two_rows_without_a_name_are_not_taken_for_the_same(retype: Act, problems: Problems) -> None:
    numbers = {f"{letter}{row}": 1 for letter in "DEFHIJLM" for row in (12, 13)}
    retype("bvbr", DOSSIERS, numbers)
    assert problems() == [("O01", file("bvbr"), DOSSIERS, "B12"), ("O01", file("bvbr"), DOSSIERS, "B13")]


# --- totals


@pytest.mark.parametrize("label", ["Tổng cộng các dự án", "TỔNG SỐ:", "Cộng (I+II)", "Tổng cộng toàn tỉnh"])
def test_a_total_of_projects_is_not_a_project(alter: Act, read: Read, clean: Any, problems: Problems,
                                              label: str) -> None:
    def change(workbook: Any) -> None:
        sheet = workbook[PROJECTS]
        last = max(cell.row for [cell] in sheet.iter_rows(min_row=7, max_col=1) if cell.value)
        for column, value in enumerate((label, "đồng", 10**12, 10**12), start=1):
            sheet.cell(last + 1, column).value = value

    alter("bqlda", change)
    assert problems() == []
    wanted = [record for record in clean["2024-Q3"].records("projects") if record["unit"] == "bqlda"]
    assert of_unit(read, "projects", "bqlda") == wanted


@pytest.mark.parametrize("label", ["Tæng céng", "Tổng\u200b cộng", "To\u0302\u0309ng co\u0323\u0302ng"])
def test_a_total_in_old_or_hidden_letters_is_not_counted_again(retype: Act, read: Read, clean: Any,
                                                              label: str) -> None:
    retype("vp", APPOINTMENTS, {"A23": label})
    wanted = [record["new"] for record in clean["2024-Q3"].records("appointments") if record["unit"] == "vp"]
    assert [record["new"] for record in of_unit(read, "appointments", "vp")] == wanted


def test_a_sum_of_all_rows_above_by_another_name_is_an_error_and_its_numbers_are_doubtful(
    retype: Act, read: Read, problems: Problems
) -> None:
    retype("vp", APPOINTMENTS, {"C8": 12, "D8": 11, "A12": "Mọi chức danh", "C12": 13, "D12": 13, "A23": None})
    assert problems() == [("B18", file("vp"), APPOINTMENTS, "A12")]
    assert {cell.cell for cell in only(read, "B18").related} >= {"C12", "D12"}


def test_small_numbers_that_add_up_are_worth_a_look(retype: Act, read: Read) -> None:
    retype("vp", APPOINTMENTS, {"A23": "Mọi chức danh", "C23": 4, "D23": 3})
    assert only(read, "B10").cell == "A23"


@pytest.mark.parametrize("label", ["Sum", "Tất cả", "Toàn trung tâm"])
def test_what_adds_up_and_is_called_all_of_them_is_a_total(retype: Act, read: Read, label: str) -> None:
    retype("vp", APPOINTMENTS, {"A23": label, "C23": 4, "D23": 3})
    assert label not in [record["position"] for record in of_unit(read, "appointments", "vp")]


@pytest.mark.parametrize("position", ["Tổng Giám đốc", "Tổng thư ký", "Cộng tác viên", "Tổng phụ trách Đội"])
def test_a_name_that_begins_like_a_total_is_none(retype: Act, read: Read, problems: Problems, position: str) -> None:
    retype("vp", APPOINTMENTS, {"A20": position, "C20": 1, "D20": 0})
    assert problems() == []
    assert [record["position"] for record in of_unit(read, "appointments", "vp")][-1] == position


@pytest.mark.parametrize("name", ["Tổng số", "Tổng số các cơ sở", "Tổng cộng"])
def test_a_known_row_is_data_whatever_its_name_says(retype: Act, read: Read, problems: Problems, name: str) -> None:
    retype("bvbr", INDICATORS, {"B7": name, "I7": name})
    assert problems() == []
    assert next(record["indicator"] for record in of_unit(read, "indicators", "bvbr")) == "CT15"


def test_words_further_right_make_no_total(alter: Act, read: Read, problems: Problems) -> None:
    def change(workbook: Any) -> None:
        workbook[DOCUMENTS]["E7"].value = "Tổng số các cơ sở y tế"

    alter("vp", change)
    assert problems() == []
    assert of_unit(read, "documents", "vp")[0]["subject"] == "Tổng số các cơ sở y tế"


# --- hidden parts


def hide_rows(sheet: Any) -> None:
    sheet.row_dimensions[10].hidden = True


def hide_columns(sheet: Any) -> None:
    sheet.column_dimensions["E"].hidden = True


def hide_sheet(sheet: Any) -> None:
    sheet.sheet_state = "hidden"


def hide_sheet_well(sheet: Any) -> None:
    sheet.sheet_state = "veryHidden"


@pytest.mark.parametrize(
    ("hide", "what"),
    [((hide_rows,), "dòng"), ((hide_columns,), "cột"), ((hide_sheet,), "cả sheet"), ((hide_sheet_well,), "cả sheet"),
     ((hide_rows, hide_columns, hide_sheet), "cả sheet, dòng, cột")],
)
def test_what_is_hidden_is_read_and_noted(
    alter: Act, read: Read, problems: Problems, clean: Any, hide: tuple[Callable[[Any], None], ...], what: str
) -> None:
    alter("bvbr", lambda workbook: [act(workbook[DOSSIERS]) for act in hide])
    assert problems() == [("B09", file("bvbr"), DOSSIERS, "")]
    found = only(read, "B09")
    assert (found.unit, found.message) == (
        "Bệnh viện Bà Rịa", f"Sheet «Hồ sơ TTHC» có phần bị ẩn ({what}); số liệu ở đó vẫn được đọc.")
    [was] = [record for record in clean["2024-Q3"].records("dossiers") if record["unit"] == "bvbr"]
    [now] = of_unit(read, "dossiers", "bvbr")
    assert [now[column.code] for column in TABLES["dossiers"].open_columns] == [
        was[column.code] for column in TABLES["dossiers"].open_columns]


# --- what Excel shows otherwise than it stores


def test_days_counted_from_1904_are_the_days_that_excel_shows(alter: Act, read: Read, problems: Problems,
                                                              clean: Any) -> None:
    def change(workbook: Any) -> None:
        workbook.epoch = CALENDAR_MAC_1904
        workbook[INDICATORS]["G8"].value = dt.date(2024, 2, 5)
        workbook[INDICATORS]["G9"].value, workbook[INDICATORS]["G9"].number_format = 43865, "General"

    alter("bvbr", change)
    assert problems() == [("O19", file("bvbr"), INDICATORS, "G9")]
    days = [record["as_of"] for record in of_unit(read, "indicators", "bvbr")]
    assert days[1:3] == [dt.date(2024, 2, 5)] * 2
    assert read().by_unit["bvbr"].sent == clean["2024-Q3"].by_unit["bvbr"].sent


def test_a_bare_serial_is_read_as_a_day_and_noted(alter: Act, read: Read, problems: Problems) -> None:
    def change(workbook: Any) -> None:
        workbook[INDICATORS]["G8"].value, workbook[INDICATORS]["G8"].number_format = 45327, "General"

    alter("bvbr", change)
    assert problems() == [("O19", file("bvbr"), INDICATORS, "G8")]
    assert of_unit(read, "indicators", "bvbr")[1]["as_of"] == dt.date(2024, 2, 5)


@pytest.mark.parametrize(("number_format", "symbol"), [("000", "007"), ("00000", "00007"), ("General", "7"),
                                                       ("0", "7")])
def test_a_code_that_is_shown_with_zeros_keeps_them(
    alter: Act, read: Read, problems: Problems, number_format: str, symbol: str
) -> None:
    def change(workbook: Any) -> None:
        cell = workbook[DOCUMENTS]["B7"]
        cell.value, cell.number_format = 7, number_format

    alter("vp", change)
    assert problems() == []
    assert of_unit(read, "documents", "vp")[0]["symbol"] == symbol


@pytest.mark.parametrize(("sheet", "cell", "value"), [(DOSSIERS, "E10", 1), (DOSSIERS, "E10", 0.75),
                                                      (INDICATORS, "E8", 0.75), (INDICATORS, "F8", 1)])
@pytest.mark.parametrize("number_format", ["0%", "0.00%", "0.0%"])
def test_a_number_that_is_shown_as_a_percentage_is_not_taken(
    alter: Act, problems: Problems, sheet: str, cell: str, value: float, number_format: str
) -> None:
    def change(workbook: Any) -> None:
        workbook[sheet][cell].value, workbook[sheet][cell].number_format = value, number_format

    alter("bvbr", change)
    assert problems() == [("O17", file("bvbr"), sheet, cell)]


# --- a column that is missing


def test_a_column_without_its_heading_is_told(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", INDICATORS, {"I6": None})
    assert problems() == [("B07", file("bvbr"), INDICATORS, "A6")]
    assert only(read, "B07").message == "Biểu «Chỉ tiêu» không có cột «Nguồn, ghi chú»."
    assert {record["note"] for record in of_unit(read, "indicators", "bvbr")} == {None}


# --- more rows than anybody has


def test_a_table_filled_down_to_its_end_is_not_read_and_told_once(alter: Act, read: Read, problems: Problems) -> None:
    def fill_down(workbook: Any) -> None:
        for row in range(8, 9 + TABLES["appointments"].most_rows):
            workbook[APPOINTMENTS].cell(row, 3).value = 1

    alter("vp", fill_down)
    assert problems() == [("B19", file("vp"), APPOINTMENTS, "")]
    assert of_unit(read, "appointments", "vp") == []
    assert only(read, "B19").message.startswith("Biểu «Bổ nhiệm» có 3.001 dòng số liệu")


def test_a_table_of_many_rows_is_read(alter: Act, read: Read) -> None:
    def fill_down(workbook: Any) -> None:
        for row in range(30, 300):
            for column, value in enumerate((f"Chức danh {row}", None, 1, 0), start=1):
                workbook[APPOINTMENTS].cell(row, column).value = value

    alter("vp", fill_down)
    assert len(of_unit(read, "appointments", "vp")) > 270
