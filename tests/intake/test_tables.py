"""A table is found by its headings wherever it stands, and its rows are read one by one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.findings import Finding
from report_utils.forms.fill import filled_form
from report_utils.forms.tables import TABLES
from report_utils.intake.dataset import Dataset

Read = Callable[[], Dataset]
Problems = Callable[[], list[tuple[str, str, str, str]]]
Act = Callable[..., Any]
Clean = dict[str, Dataset]

FILE = "bvbr_2024-Q3.xlsx"
DOSSIERS, STAFFING, INDICATORS = "Hồ sơ TTHC", "Biên chế, tuyển dụng", "Chỉ tiêu"
DIRECT = "«Số lượng hồ sơ tiếp nhận - Trong kỳ - Trực tiếp và bưu chính»"
# one row of dossiers: 13 columns from A, sums blank
ROW = [2, "Dược phẩm", None, 5, 6, 1, None, 8, 2, 0, None, 2, 0]


def unmerged(sheet: Any) -> Any:
    """The sheet without merged cells, which openpyxl does not move along."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    return sheet


def in_order(sheet: Any, order: str, first: int, last: int) -> None:
    """Put the columns (letters) into another order, from row `first` to `last`."""
    unmerged(sheet)
    for row in range(first, last + 1):
        values = [sheet[f"{letter}{row}"].value for letter in order]
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value


def typed(dataset: Dataset, table: str, unit: str = "bvbr") -> list[dict[str, Any]]:
    """What a unit typed into a table: the open columns only."""
    codes = [column.code for column in TABLES[table].open_columns]
    return [{code: row[code] for code in codes} for row in dataset.records(table) if row["unit"] == unit]


def only(dataset: Dataset, code: str) -> Finding:
    [found] = [finding for finding in dataset.findings if finding.code == code]
    return found


# --- finding the table


def test_a_table_below_extra_title_rows_is_found(
    alter: Act, read: Read, problems: Problems, clean: Clean
) -> None:
    alter("bvbr", lambda workbook: unmerged(workbook[DOSSIERS]).insert_rows(1, 3))
    assert problems() == []
    assert typed(read(), "dossiers") == typed(clean["2024-Q3"], "dossiers")
    [record] = read().records("dossiers")
    assert (record["row"], read().ref(record, "carried_over").cell) == (13, "F13")


@pytest.mark.parametrize(
    "order", ["BACDEFGHIJKLM", "ABKLMGHIJCDEF", "ABFCDEJGHIMKL"[:13]], ids=["field first", "groups", "within groups"]
)
def test_columns_in_another_order_are_found_by_their_headings(
    alter: Act, read: Read, problems: Problems, clean: Clean, order: str
) -> None:
    if order.startswith("ABF"):
        # within a group its heading stays on the first column, as when cells below it are moved
        def change(workbook: Any) -> None:
            sheet = workbook[DOSSIERS]
            in_order(sheet, order, 7, 25)
            sheet["C8"], sheet["E8"] = None, "Trực tuyến"
            sheet["D7"], sheet["E7"], sheet["F7"] = "Tổng", "Trong kỳ", None
            sheet["F8"] = "Trực tiếp và bưu chính"
    else:
        def change(workbook: Any) -> None:
            in_order(workbook[DOSSIERS], order, 6, 25)

    alter("bvbr", change)
    assert problems() == []
    assert typed(read(), "dossiers") == typed(clean["2024-Q3"], "dossiers")


def test_a_reordered_table_still_knows_its_cells(alter: Act, read: Read) -> None:
    alter("bvbr", lambda workbook: in_order(workbook[DOSSIERS], "ABKLMGHIJCDEF", 6, 25))
    [record] = read().records("dossiers")
    assert [read().ref(record, code).cell for code in ("field", "online", "carried_over", "pending_in_time")] == [
        "B10", "K10", "M10", "D10"]


@pytest.mark.parametrize(("before", "heading_row"), [(14, 6), (3, 6), (1, 8)], ids=["last", "middle", "first"])
def test_a_column_of_the_units_own_is_passed_over(
    alter: Act, read: Read, problems: Problems, clean: Clean, before: int, heading_row: int
) -> None:
    def add(workbook: Any) -> None:
        sheet = unmerged(workbook[DOSSIERS])
        sheet.insert_cols(before)
        sheet.cell(heading_row, before).value = "Ghi chú"
        sheet.cell(10, before).value = "999"

    alter("bvbr", add)
    assert problems() == []
    assert typed(read(), "dossiers") == typed(clean["2024-Q3"], "dossiers")


def test_an_optional_column_may_be_missing(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: unmerged(workbook[DOSSIERS]).delete_cols(1))
    assert problems() == []
    assert [row["online"] for row in read().records("dossiers")] == [0]


def test_headings_are_compared_as_a_reader_would(retype: Act, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {
        "B6": "Lĩnh vực, công việc giải quyết theo cấp",
        "C6": "SỐ LƯỢNG  HỒ SƠ\nTIẾP NHẬN",
        "F7": unicodedata.normalize("NFD", "Tồn kỳ trước "),
        "H7": "TRƯỚC\u00a0HẠN",
    })
    assert problems() == []


def test_a_table_without_a_needed_column_is_not_read(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {"F7": "Kỳ trước chuyển sang"})
    assert problems() == [("B01", FILE, DOSSIERS, "")]
    assert only(read(), "B01").message == ("Sheet «Hồ sơ TTHC» không có đủ các cột của biểu «Hồ sơ TTHC»; thiếu: "
                                           "Số lượng hồ sơ tiếp nhận - Tồn kỳ trước. "
                                           "Gần giống: «Kỳ trước chuyển sang».")
    assert typed(read(), "dossiers") == []
    assert "dossiers" not in read().by_unit["bvbr"].tables


def test_a_sheet_without_any_header_is_not_read(alter: Act, problems: Problems) -> None:
    def empty(workbook: Any) -> None:
        index = workbook.sheetnames.index(DOSSIERS)
        workbook.remove(workbook[DOSSIERS])
        workbook.create_sheet(DOSSIERS, index)

    alter("bvbr", empty)
    assert problems() == [("B01", FILE, DOSSIERS, "")]


@pytest.mark.parametrize("name", ["HỒ SƠ TTHC", " Hồ  sơ TTHC ", "hồ sơ tthc", unicodedata.normalize("NFD", DOSSIERS),
                                  "Ho so TTHC", "HoSoTTHC", "Hồ_sơ_TTHC"])
def test_a_sheet_renamed_by_case_spaces_or_diacritics_is_found(
    alter: Act, read: Read, problems: Problems, clean: Clean, name: str
) -> None:
    def rename(workbook: Any) -> None:
        sheet = workbook[DOSSIERS]
        sheet.title = "tạm"  # openpyxl takes a name in another case for a second sheet of that name
        sheet.title = name

    alter("bvbr", rename)
    assert problems() == []
    assert typed(read(), "dossiers") == typed(clean["2024-Q3"], "dossiers")


def test_a_sheet_with_another_name_is_suggested_not_taken(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: setattr(workbook[DOSSIERS], "title", "Hồ sơ TTHC (2)"))
    assert sorted(problems()) == [("N02", FILE, "", ""), ("N08", FILE, "Hồ sơ TTHC (2)", "")]
    assert only(read(), "N02").message.endswith("Có phải là sheet «Hồ sơ TTHC (2)» không?")


def test_two_sheets_of_one_table_are_an_error_and_the_closest_name_is_read(
    alter: Act, read: Read, problems: Problems, clean: Clean
) -> None:
    def copy(workbook: Any) -> None:
        twin = workbook.copy_worksheet(workbook[DOSSIERS])
        twin.title = "Ho so TTHC"
        twin["E10"] = 1
        workbook.move_sheet(twin, -5)

    alter("bvbr", copy)
    assert problems() == [("N09", FILE, "Ho so TTHC", "")]
    assert typed(read(), "dossiers") == typed(clean["2024-Q3"], "dossiers")


def test_a_sheet_of_the_units_own_is_named_when_something_stands_on_it(alter: Act, problems: Problems) -> None:
    def add(workbook: Any) -> None:
        workbook.create_sheet("Sheet1")
        workbook.create_sheet("Nháp")["B2"] = "Số liệu tháng 7"

    alter("bvbr", add)
    assert problems() == [("N08", FILE, "Nháp", "")]


def test_sheets_in_another_order_are_found(alter: Act, problems: Problems) -> None:
    alter("bvbr", lambda workbook: workbook.move_sheet(INDICATORS, -2))
    assert problems() == []


def test_a_missing_sheet_is_named(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: workbook.remove(workbook[DOSSIERS]))
    assert problems() == [("N02", FILE, "", "")]
    assert only(read(), "N02").message == "Tệp của Bệnh viện Bà Rịa không có biểu «Hồ sơ TTHC»."
    assert len(typed(read(), "staffing")) == 1


# --- which rows are data


def test_the_number_row_and_the_total_row_are_not_counted(submit: Act, read: Read) -> None:
    submit("bvbr")
    dataset = read()
    [record], [total] = dataset.records("dossiers"), dataset.total_records("dossiers")
    assert (record["row"], record["received"], total["row"], total["received"]) == (10, 266, 25, 266)


def test_a_number_row_typed_as_numbers_is_passed_over(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {f"{letter}9": number for number, letter in enumerate("ABCDEFGHIJKLM", start=1)})
    assert problems() == []
    assert len(typed(read(), "dossiers")) == 1


@pytest.mark.parametrize("label", [
    "Tổng cộng", "TỔNG SỐ", "Cộng", " tổng ", "Tổng cộng:", "TỔNG CỘNG (I+II)", "Tổng cộng các lĩnh vực",
    unicodedata.normalize("NFD", "Tổng cộng"), "Tổng\u00a0cộng", "Cộng:", "Tổng cộng (I + II):"])
@pytest.mark.parametrize("column", "AB")
def test_a_total_row_is_known_by_its_word_wherever_it_stands(
    retype: Act, read: Read, problems: Problems, label: str, column: str
) -> None:
    retype("bvbr", DOSSIERS, {f"{column}11": label, "D11": 0, "E11": 264, "F11": 2, "H11": 9})
    assert problems() == []
    dataset = read()
    assert len(dataset.records("dossiers")) == 1
    assert [row["row"] for row in dataset.total_records("dossiers")] == [11, 25]


def test_blank_rows_between_rows_are_passed_over(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, dict(zip((f"{letter}13" for letter in "ABCDEFGHIJKLM"), ROW, strict=True)))
    assert problems() == []
    assert [row["row"] for row in read().records("dossiers")] == [10, 13]


def test_a_row_with_nothing_but_its_number_is_no_data(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {"A11": 2, "A12": 3})
    assert problems() == []
    assert len(read().records("dossiers")) == 1


# --- known rows


def test_a_mistyped_code_is_named_with_the_nearest_and_its_row_is_missing(
    retype: Act, read: Read, problems: Problems
) -> None:
    retype("bvbr", INDICATORS, {"A8": "CT1 6"})
    assert problems() == [("B03", FILE, INDICATORS, ""), ("B02", FILE, INDICATORS, "A8")]
    assert only(read(), "B02").message == "Mã «CT1 6» không có trong danh mục của biểu «Chỉ tiêu». Gần nhất: «CT16»."
    assert only(read(), "B03").expected == "CT16"
    assert [row["indicator"] for row in typed_known(read())] == ["CT15", "CT17", "CT27", "CT28", "CT31"]


def typed_known(dataset: Dataset) -> list[dict[str, Any]]:
    return [row for row in dataset.records("indicators") if row["unit"] == "bvbr"]


def test_a_row_that_is_not_asked_of_the_unit_is_refused(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", INDICATORS, {"A13": "CT33", "E13": 1, "F13": 1})
    assert problems() == [("B02", FILE, INDICATORS, "A13")]
    assert len(typed_known(read())) == 6


def test_a_deleted_row_is_missed(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: workbook[INDICATORS].delete_rows(8))
    assert problems() == [("B03", FILE, INDICATORS, "")]
    assert only(read(), "B03").message == "Biểu «Chỉ tiêu» thiếu dòng «CT16»."


def test_a_row_that_comes_twice_counts_once(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", INDICATORS, {"A13": "CT15", "E13": 5, "F13": 5})
    assert problems() == [("B04", FILE, INDICATORS, "A13")]
    assert [row["numerator"] for row in typed_known(read()) if row["indicator"] == "CT15"] == [1]


def test_known_rows_may_stand_in_another_order(alter: Act, read: Read, problems: Problems) -> None:
    def turn(workbook: Any) -> None:
        sheet = workbook[INDICATORS]
        rows = [[cell.value for cell in row] for row in sheet["A7:I12"]]
        for row, values in zip(range(7, 13), reversed(rows), strict=True):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value

    alter("bvbr", turn)
    assert problems() == []
    assert [row["indicator"] for row in typed_known(read())] == ["CT31", "CT28", "CT27", "CT17", "CT16", "CT15"]


# --- nothing to report


def test_an_empty_table_must_be_declared_so(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {f"{letter}10": None for letter in "ABDEFHIJLM"})
    assert problems() == [("B05", FILE, DOSSIERS, "")]
    assert read().by_unit["bvbr"].nil == ()


@pytest.mark.parametrize(("cell", "mark"), [("C4", "x"), ("C4", "X "), ("D4", "x")])
def test_an_empty_table_that_is_declared_so_is_right(
    retype: Act, read: Read, problems: Problems, cell: str, mark: str
) -> None:
    retype("bvbr", DOSSIERS, {**{f"{letter}10": None for letter in "ABDEFHIJLM"}, cell: mark})
    assert problems() == []
    assert read().by_unit["bvbr"].nil == ("dossiers",)


def test_a_table_declared_empty_with_data_contradicts_itself(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {"C4": "x"})
    assert problems() == [("B06", FILE, DOSSIERS, "")]
    assert read().by_unit["bvbr"].nil == ()


# --- what was typed into a cell


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        (DOSSIERS, "E10", None, "O01"),
        (DOSSIERS, "E10", "chưa có", "O10"),
        (DOSSIERS, "E10", "hai trăm", "O02"),
        (DOSSIERS, "E10", True, "O02"),
        (DOSSIERS, "E10", -264, "O03"),
        (DOSSIERS, "E10", 264.5, "O03"),
        (DOSSIERS, "E10", "#REF!", "O06"),
        (DOSSIERS, "E10", "1.264", "O07"),
        (DOSSIERS, "B10", "Khám bệnh", "O05"),
        (DOSSIERS, "B10", None, "O01"),
        (STAFFING, "F9", "1,234,567", "O12"),
        (INDICATORS, "E8", "131,664", "O07"),
        (INDICATORS, "E8", "75%", "O17"),
        (INDICATORS, "E8", "#DIV/0!", "O06"),
        (INDICATORS, "G8", "30/2/2024", "O04"),
        (INDICATORS, "H8", "không", "O05"),
        (INDICATORS, "I8", "#N/A", "O06"),
    ],
)
def test_one_wrong_cell_is_one_finding_at_that_cell(
    retype: Act, problems: Problems, sheet: str, cell: str, value: Any, code: str
) -> None:
    retype("bvbr", sheet, {cell: value})
    assert problems() == [(code, FILE, sheet, cell)]


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        ("E10", "hai trăm",
         f"Cột {DIRECT} cần một số, ô ghi «hai trăm». Lý do: có chữ hoặc ký hiệu không phải là số."),
        ("E10", "chưa có", f"Cột {DIRECT} cần một số, ô ghi «chưa có»: không rõ là số 0 hay chưa có số liệu."),
        ("E10", -264, f"Cột {DIRECT} không nhận số «-264». Lý do: số âm."),
        ("E10", "1.264", f"Cột {DIRECT} ghi «1.264»; được hiểu là 1.264 (số nguyên)."),
        ("B10", "Khám bệnh",
         "Cột «Lĩnh vực» ghi «Khám bệnh», không có trong danh sách. Gần nhất: «Khám bệnh, chữa bệnh»."),
        ("E10", "#REF!", f"Cột {DIRECT} chứa lỗi Excel «#REF!»."),
        ("E10", None, f"Cột {DIRECT} để trống."),
    ],
)
def test_the_finding_quotes_the_cell(retype: Act, read: Read, cell: str, value: Any, message: str) -> None:
    retype("bvbr", DOSSIERS, {cell: value})
    [found] = [found for found in read().findings if found.code != "N01"]
    assert (found.message, found.unit) == (message, "Bệnh viện Bà Rịa")


def test_a_cell_that_cannot_be_read_leaves_the_rest_of_its_row(retype: Act, read: Read, clean: Clean) -> None:
    retype("bvbr", DOSSIERS, {"E10": "chưa có"})
    [was], [now] = typed(clean["2024-Q3"], "dossiers"), typed(read(), "dossiers")
    assert now == {**was, "direct": None}


def test_all_that_is_wrong_is_found_at_once_in_reading_order(retype: Act, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {"B10": "Khác", "D10": "a", "M10": -1, "B11": "Dược phẩm"})
    assert problems() == [
        *(("O05", FILE, DOSSIERS, "B10"), ("O02", FILE, DOSSIERS, "D10"), ("O03", FILE, DOSSIERS, "M10")),
        ("B14", FILE, DOSSIERS, "B11"),
    ]


def test_a_choice_is_kept_in_the_spelling_of_the_list(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {"B10": " KHÁM BỆNH,  chữa bệnh"})
    assert problems() == []
    assert typed(read(), "dossiers")[0]["field"] == "Khám bệnh, chữa bệnh"


def test_numbers_typed_as_text_are_read(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", DOSSIERS, {"E10": " 264 ", "F10": " 2 "})
    assert problems() == []
    assert [typed(read(), "dossiers")[0][code] for code in ("direct", "carried_over")] == [264, 2]


def test_a_word_behind_a_number_is_told_and_one_that_is_not_counted_here_is_an_error(
    retype: Act, read: Read, problems: Problems
) -> None:
    retype("bvbr", DOSSIERS, {"E10": "264 hồ sơ", "F10": "2 người"})
    assert problems() == [("O17", FILE, DOSSIERS, "F10"), ("O23", FILE, DOSSIERS, "E10")]
    assert [typed(read(), "dossiers")[0][code] for code in ("direct", "carried_over")] == [264, None]
    said = {found.code: found.message for found in read().findings}
    assert "ô ghi «264 hồ sơ»; được hiểu là 264." in said["O23"]
    assert "ô ghi «2 người» kèm chữ «người». Lý do: cột này đếm số hồ sơ." in said["O17"]


def test_an_error_of_excel_in_a_sum_is_not_the_units_number(
    samples: dict[str, dict[str, bytes]], alter: Act, read: Read, problems: Problems
) -> None:
    def break_sum(workbook: Any) -> None:
        workbook[DOSSIERS]["C10"] = "#REF!"

    alter("bvbr", break_sum)
    assert problems() == [("O21", FILE, DOSSIERS, "C10")]
    assert read().records("dossiers")[0]["received"] is None


def test_a_blank_form_sent_back_is_told_all_that_is_missing(quarter: Reporting, raw: Any, problems: Problems) -> None:
    unit = quarter.agency.units["kn"]
    (raw / "kn.xlsx").write_bytes(filled_form(quarter, unit, {}, {}))
    assert problems() == [
        *(("O01", "kn.xlsx", STAFFING, f"{letter}9") for letter in "CDFGH"),
        ("N11", "kn.xlsx", "Thông tin", "B12"), ("N11", "kn.xlsx", "Thông tin", "B14"),
    ]
