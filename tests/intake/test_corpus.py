"""A corpus of faulty workbooks: what a unit does to its form, and what must be said of it.

Each fault is a small function on the sample of Bệnh viện Bà Rịa, named for what went wrong. It says which findings it
must give; where it gives no error, what is read must be what the unit meant.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.findings import Severity
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

UNIT, SHEET, STAFF, WORDS, INFO = "bvbr", "Hồ sơ TTHC", "Biên chế, tuyển dụng", "Thuyết minh", "Thông tin"
FIRST, HEADER = 10, 6
Fault = Callable[[Any], object]
FAULTS: dict[str, tuple[Fault, tuple[str, ...]]] = {}


def fault(*codes: str) -> Callable[[Fault], Fault]:
    """Register a fault with the codes that it must give, in order."""

    def register(function: Fault) -> Fault:
        FAULTS[function.__name__] = (function, tuple(sorted(codes)))
        return function

    return register


def put(cell: str, value: Any, sheet: str = SHEET) -> Fault:
    def change(workbook: Any) -> None:
        workbook[sheet][cell].value = value

    return change


def shift(workbook: Any, rows: int, at: int = 1) -> None:
    """Insert rows; merged header cells move along by hand, since openpyxl leaves them."""
    sheet = workbook[SHEET]
    merged = [str(area) for area in sheet.merged_cells.ranges]
    for area in merged:
        sheet.unmerge_cells(area)
    sheet.insert_rows(at, rows)


def swap(workbook: Any, left: str, right: str) -> None:
    sheet = workbook[SHEET]
    for row in range(HEADER, 26):
        a, b = sheet[f"{left}{row}"], sheet[f"{right}{row}"]
        if type(a).__name__ != "MergedCell" and type(b).__name__ != "MergedCell":
            a.value, b.value = b.value, a.value


# --- the sheet moved or was renamed


@fault()
def three_title_rows_were_added_above(workbook: Any) -> None:
    shift(workbook, 3)


@fault()
def twenty_empty_rows_stand_above(workbook: Any) -> None:
    shift(workbook, 20)


@fault()
def the_sheet_was_renamed_in_capitals(workbook: Any) -> None:
    workbook[SHEET].title = "tạm"
    workbook["tạm"].title = SHEET.upper()


@fault()
def the_sheet_name_has_two_spaces(workbook: Any) -> None:
    workbook[SHEET].title = "Hồ  sơ TTHC "


@fault()
def the_sheet_name_is_decomposed(workbook: Any) -> None:
    workbook[SHEET].title = unicodedata.normalize("NFD", SHEET)


@fault()
def the_sheet_name_lost_its_diacritics(workbook: Any) -> None:
    workbook[SHEET].title = "Ho so TTHC"


@fault("N02", "N08")
def the_sheet_was_renamed_by_excel(workbook: Any) -> None:
    workbook[SHEET].title = "Sheet3"


@fault("N08")
def a_draft_was_left_behind(workbook: Any) -> None:
    workbook.create_sheet("tính nháp")["A1"] = 12


@fault("N09")
def the_table_was_pasted_on_a_second_sheet(workbook: Any) -> None:
    workbook.copy_worksheet(workbook[SHEET]).title = "Ho so TTHC"


@fault("N02")
def the_sheet_was_deleted(workbook: Any) -> None:
    del workbook[SHEET]


@fault("B09")
def the_sheet_is_hidden(workbook: Any) -> None:
    workbook[SHEET].sheet_state = "hidden"


@fault("B09")
def the_data_row_is_hidden(workbook: Any) -> None:
    workbook[SHEET].row_dimensions[FIRST].hidden = True


@fault("B09")
def a_column_is_hidden(workbook: Any) -> None:
    workbook[SHEET].column_dimensions["E"].hidden = True


# --- the header


@fault()
def headings_are_in_capitals(workbook: Any) -> None:
    for row in workbook[SHEET].iter_rows(min_row=HEADER, max_row=HEADER + 2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.upper()


@fault()
def headings_carry_line_breaks_and_double_spaces(workbook: Any) -> None:
    for row in workbook[SHEET].iter_rows(min_row=HEADER, max_row=HEADER + 2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(" ", "\n ")


@fault()
def headings_are_decomposed(workbook: Any) -> None:
    for row in workbook[SHEET].iter_rows(min_row=HEADER, max_row=HEADER + 2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = unicodedata.normalize("NFD", cell.value)


@fault()
def the_number_row_was_deleted(workbook: Any) -> None:
    for cell in workbook[SHEET][HEADER + 3]:
        cell.value = None


@fault()
def two_columns_changed_places(workbook: Any) -> None:
    swap(workbook, "D", "E")


@fault("B01")
def a_heading_was_misspelt(workbook: Any) -> None:
    workbook[STAFF]["H6"].value = "Số trường hợp kỷ luật trong kỳy"


@fault("B07")
def an_optional_column_lost_its_heading(workbook: Any) -> None:
    workbook[WORDS]["D6"].value = None


@fault()
def a_title_row_repeats_the_name_of_a_column(workbook: Any) -> None:
    workbook[SHEET]["A5"].value = "Lĩnh vực"


@fault()
def a_group_of_headings_was_added_above(workbook: Any) -> None:
    workbook[SHEET]["C5"].value = "KẾT QUẢ QUÝ III"


@fault("B01")
def the_key_column_lost_its_heading(workbook: Any) -> None:
    workbook[STAFF]["A6"].value = None


@fault()
def a_column_of_remarks_was_added_on_the_right(workbook: Any) -> None:
    workbook[SHEET]["N6"].value = "Ghi chú của đơn vị"
    workbook[SHEET]["N10"].value = "đã đối chiếu"


# --- the rows


@fault()
def blank_rows_stand_between(workbook: Any) -> None:
    sheet = workbook[SHEET]
    for column in range(1, 14):
        source, target = sheet.cell(FIRST, column), sheet.cell(FIRST + 5, column)
        if not str(source.value).startswith("="):
            target.value, source.value = source.value, None


@fault()
def the_total_is_called_otherwise(workbook: Any) -> None:
    workbook[SHEET]["B25"].value = "TỔNG CỘNG (I+II):"


@fault()
def the_total_stands_in_the_first_column(workbook: Any) -> None:
    workbook[SHEET]["A25"].value, workbook[SHEET]["B25"].value = "Cộng", None


@fault("B04")
def a_row_was_pasted_twice(workbook: Any) -> None:
    sheet = workbook[SHEET]
    for column in range(1, 14):
        value = sheet.cell(FIRST, column).value
        if not str(value).startswith("="):
            sheet.cell(FIRST + 1, column).value = value


@fault("B05")
def everything_was_cleared(workbook: Any) -> None:
    for column in range(1, 14):
        cell = workbook[SHEET].cell(FIRST, column)
        if not str(cell.value).startswith("="):
            cell.value = None


@fault("B06")
def nil_is_marked_beside_data(workbook: Any) -> None:
    workbook[SHEET]["C4"].value = "x"


@fault("B03", "B08")
def a_known_row_lost_its_code(workbook: Any) -> None:
    workbook[STAFF]["A9"].value = None


@fault("B02", "B03")
def a_code_was_changed(workbook: Any) -> None:
    workbook[STAFF]["A9"].value = "bvbrx"


@fault()
def a_code_is_in_capitals_with_spaces(workbook: Any) -> None:
    workbook[STAFF]["A9"].value = " bvbr "


@fault("B04")
def a_known_row_stands_twice(workbook: Any) -> None:
    for column in range(1, 9):
        workbook[STAFF].cell(10, column).value = copy(workbook[STAFF].cell(9, column).value)


# --- numbers


NUMBERS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "a_number_is_text": ("264", ()),
    "a_number_is_text_with_spaces_around": ("  264 ", ()),
    "a_number_has_no_break_spaces": ("\u00a0264\u00a0", ()),
    "a_number_is_full_width": ("２６４", ()),
    "a_number_carries_its_unit": ("264 hồ sơ", ("O23",)),
    "a_number_carries_another_unit": ("264 người", ("O17",)),
    "a_number_has_a_leading_zero": ("0264", ()),
    "a_number_is_a_float_of_a_whole": (264.0, ()),
    "a_number_is_negative": (-264, ("O03",)),
    "a_number_has_decimals": (264.5, ("O03",)),
    "a_number_is_a_percentage": ("264%", ("O17",)),
    "a_number_is_blank": (None, ("O01",)),
    "a_number_is_spaces": ("   ", ("O01",)),
    "a_number_is_a_word": ("nhiều", ("O02",)),
    "a_number_is_a_ratio": ("264/264", ("O02",)),
    "a_number_is_a_comparison": (">264", ("O02",)),
    "a_number_is_a_dash": ("-", ("O10",)),
    "a_number_is_in_scientific_words": ("2,64E2", ("O02",)),
    "a_number_is_a_date": (dt.date(2024, 6, 2), ("O09",)),
    "a_number_is_true": (True, ("O02",)),
    "a_number_is_an_excel_error": ("#REF!", ("O06",)),
    "a_number_is_a_formula_without_value": ("=260+4", ("O08",)),
    "a_number_is_far_too_large": (1e19, ("O14",)),
}


def number_fault(value: Any) -> Fault:
    return put(f"E{FIRST}", value)


for name, (typed, expected) in NUMBERS.items():
    FAULTS[name] = (number_fault(typed), expected)


# --- choices, marks, words


@fault("O05")
def a_field_is_not_in_the_list(workbook: Any) -> None:
    workbook[SHEET][f"B{FIRST}"].value = "Khám bệnh và chữa bệnh"


@fault()
def a_field_is_in_other_case_and_tone_placement(workbook: Any) -> None:
    workbook[SHEET][f"B{FIRST}"].value = "  khám bệnh,  CHỮA BỆNH"


@fault("O01")
def a_field_is_blank(workbook: Any) -> None:
    workbook[SHEET][f"B{FIRST}"].value = None


@fault("E04")
def a_narrative_holds_invisible_marks(workbook: Any) -> None:
    cell = workbook[WORDS]["C7"]
    cell.value = "\u200b" + cell.value + "\u202e"


@fault("O05")
def a_mark_is_no_mark(workbook: Any) -> None:
    workbook[WORDS]["D7"].value = "không"


# --- the sheet Thông tin


@fault("N05")
def the_period_is_another(workbook: Any) -> None:
    workbook[INFO]["B7"].value = "2024-Q1"


@fault("N05")
def the_unit_is_unknown(workbook: Any) -> None:
    workbook[INFO]["B4"].value = "bv-khac"


@fault("N05")
def the_form_is_of_another_version(workbook: Any) -> None:
    workbook[INFO]["B10"].value = "0"


@fault("N19")
def the_sheet_of_information_is_gone(workbook: Any) -> None:
    del workbook[INFO]


@fault("N07")
def it_was_sent_late(workbook: Any) -> None:
    workbook[INFO]["B12"].value = dt.date(2024, 9, 20)


def rows_of(dataset: Dataset, table: str) -> list[dict[str, Any]]:
    """What was read of the unit, without the places."""
    places = ("file", "sheet", "row")
    return [{key: value for key, value in record.items() if key not in places}
            for record in dataset.records(table) if record["unit"] == UNIT]


def typed(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the sums, whose stored values openpyxl drops."""
    derived = {"received", "resolved", "pending", "vacant", "number"}
    return [{key: value for key, value in record.items() if key not in derived} for record in records]


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_workbook_gives_exactly_its_findings(name: str, alter: Callable[..., Path], reporting: Reporting,
                                                      clean: dict[str, Dataset]) -> None:
    change, codes = FAULTS[name]
    alter(UNIT, change)
    dataset = read_dataset(reporting)
    found = [finding for finding in dataset.findings if finding.code != "N01"]
    assert tuple(sorted(finding.code for finding in found)) == codes, [f.message for f in found]
    assert all(finding.file for finding in found)
    if not any(finding.severity is Severity.ERROR for finding in found):
        for table in ("dossiers", "staffing", "narratives"):
            assert typed(rows_of(dataset, table)) == typed(rows_of(clean["2024-Q3"], table))


def test_the_corpus_is_large_enough() -> None:
    assert len(FAULTS) >= 60
