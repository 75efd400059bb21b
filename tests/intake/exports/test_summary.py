"""Biểu 06 as another system exports it."""

from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.intake.book import Book, Grid
from report_utils.intake.exports.mapping import SummaryMapping
from report_utils.intake.exports.naming import Claim
from report_utils.intake.exports.read import ExportReading, read_book
from report_utils.intake.exports.windows import COUNTED

FILE = "Bieu06_TTPVHCC_Q3.xlsx"
SHEET: list[list[object]] = [
    ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC"],
    ["(Từ ngày 15/6/2024 đến ngày 14/9/2024)"],
    ["STT", "Lĩnh vực, công việc giải quyết theo cấp", "Số hồ sơ nhận giải quyết", "", "", "",
     "Số hồ sơ đã giải quyết", "", "", "", "Số hồ sơ đang giải quyết", "", ""],
    ["", "", "Tổng số", "Trong đó", "", "", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn",
     "Quá hạn"],
    ["", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "Từ kỳ trước", "", "", "", "", "", "", ""],
    ["(1)", "(2)", "(3)=(4)+(5)+(6)", *(f"({n})" for n in range(4, 14))],
    ["A", "Cấp tỉnh", 320.0, 285.0, 1.0, 34.0, 279.0, 271.0, 1.0, 7.0, 41.0, 41.0, 0.0],
    ["I", "Sở Y tế tỉnh Bà Rịa - Vũng Tàu", "", "", "", "", "", "", "", "", "", "", ""],
    [1.0, "Dược", 319.0, 247.0, 1.0, 71.0, 278.0, 262.0, 9.0, 7.0, 41.0, 41.0, ""],
    [2.0, "2. Mỹ phẩm", "44", "38", "", "6", "40", "39", "1", "0", "4", "4", "0"],
    ["Tổng cộng", "", 363.0, 285.0, 1.0, 77.0, 318.0, 301.0, 10.0, 7.0, 45.0, 45.0, 0.0],
    ["", "", "", "", "", "", "", "Người lập biểu"],
]  # fmt: skip


def read(reporting: Reporting, mapping: SummaryMapping, *changes: tuple[int, int, object]) -> ExportReading:
    rows: Any = [list(row) for row in SHEET]
    for row, column, value in changes:
        rows[row - 1][column] = value
    return read_book(reporting, Claim(FILE, mapping, "ttpvhcc"), Book(FILE, (Grid("Bieu06", rows),)))


def test_the_rows_by_field_are_read_and_nothing_else(reporting: Reporting, summary_mapping: SummaryMapping) -> None:
    reading = read(reporting, summary_mapping)
    assert reading.findings == ()
    assert reading.counts is not None
    values = {key[1]: [columns[c].value for c in COUNTED] for key, columns in reading.counts.counts.items()}
    assert values == {"Dược phẩm": [247, 1, 71, 262, 9, 7, 41, 0], "Mỹ phẩm": [38, 0, 6, 39, 1, 0, 4, 0]}
    assert reading.counts.ref("ttpvhcc", "Mỹ phẩm", "overdue").cell == "J10"
    ledger = reading.counts.ledger
    assert (ledger.total, ledger.used, ledger.refused, ledger.no_data) == (12, 2, 0, 10)
    assert [(row, total["received"]) for row, total in reading.counts.totals] == [(11, 363)]


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        ((9, 3, "khoảng 247"), "O02", "D9"),
        ((9, 3, -1.0), "O03", "D9"),
        ((9, 3, "#REF!"), "O06", "D9"),
        ((9, 1, "Xây dựng"), "X07", "B9"),
        ((10, 1, "Dược phẩm"), "B04", "B10"),
        ((2, 0, "(Từ ngày 15/3/2024 đến ngày 14/6/2024)"), "X12", ""),
        ((4, 12, "Khác"), "X01", ""),
    ],
)
def test_a_fault_is_said(
    reporting: Reporting, summary_mapping: SummaryMapping, change: tuple[int, int, object], code: str, cell: str
) -> None:
    reading = read(reporting, summary_mapping, change)
    assert [(found.code, found.cell) for found in reading.findings if found.code != "X10"] == [(code, cell)]


def test_two_readings_of_a_number_are_said(reporting: Reporting, summary_mapping: SummaryMapping) -> None:
    reading = read(reporting, summary_mapping, (9, 3, "1.247"))
    [found] = reading.findings
    assert (found.code, found.cell, found.expected) == ("O07", "D9", "")
    assert "được hiểu là 1247" in found.message


def test_a_blank_is_an_error_unless_the_mapping_says_zero(
    reporting: Reporting, summary_mapping: SummaryMapping
) -> None:
    strict = summary_mapping.model_copy(update={"blank_is_zero": False})
    assert [(f.code, f.cell) for f in read(reporting, strict).findings] == [("O01", "M9"), ("O01", "E10")]
    assert not read(reporting, summary_mapping).findings


def header_merged_over_numbers_and_names() -> list[list[object]]:
    """As Excel saves a heading merged over two columns: the name stands in the left one, over the numbers."""
    rows = [list(row) for row in SHEET]
    rows[2][:2] = [rows[2][1], ""]
    rows[5][:2] = ["(1)", ""]
    return rows


def test_a_heading_over_numbers_and_names_is_that_of_the_names(
    reporting: Reporting, summary_mapping: SummaryMapping
) -> None:
    rows: Any = header_merged_over_numbers_and_names()
    reading = read_book(reporting, Claim(FILE, summary_mapping, "ttpvhcc"), Book(FILE, (Grid("Bieu06", rows),)))
    assert reading.findings == ()
    assert reading.counts == read(reporting, summary_mapping).counts


def test_columns_may_be_counted_after_a_letter(reporting: Reporting, summary_mapping: SummaryMapping) -> None:
    counted = [(6, column, label) for column, label in enumerate(["A", "B", "1=2+3+4", *map(float, range(2, 12))])]
    reading, usual = read(reporting, summary_mapping, *counted), read(reporting, summary_mapping)
    assert (reading.findings, reading.counts) == (usual.findings, usual.counts)


def test_a_number_in_place_of_a_field_does_not_hide_its_row(
    reporting: Reporting, summary_mapping: SummaryMapping
) -> None:
    reading = read(reporting, summary_mapping, (9, 1, 1.0))
    assert [(found.code, found.cell) for found in reading.findings] == [("X07", "B9"), ("X10", "")]


@pytest.mark.parametrize("label", ["Cộng", "Tổng cộng:", "TỔNG SỐ", "Tổng cộng (I + II)"])
def test_a_total_may_be_spelled_otherwise(reporting: Reporting, summary_mapping: SummaryMapping, label: str) -> None:
    reading = read(reporting, summary_mapping, (11, 0, label))
    assert reading.findings == ()
    assert reading.counts is not None
    assert [row for row, _ in reading.counts.totals] == [11]


@pytest.mark.parametrize(
    "day", ["Vũng Tàu, ngày 15/9/2024", "Ngày 15 tháng 9 năm 2024", "Bà Rịa, ngày ... tháng 9 năm 2024"])
def test_the_day_of_a_signature_is_no_field(reporting: Reporting, summary_mapping: SummaryMapping, day: str) -> None:
    assert read(reporting, summary_mapping, (12, 1, "Người lập biểu"), (12, 7, day)).findings == ()
    assert read(reporting, summary_mapping, (12, 7, day)).findings == ()


@pytest.mark.parametrize(("value", "quoted"), [(247.5, "247,5"), ("50%", "50%"), ("0912345678", "(đã ẩn)"),
                                               ("Nguyễn Văn A", "(đã ẩn)")])
def test_a_wrong_count_is_quoted_unless_it_may_be_personal(
    reporting: Reporting, summary_mapping: SummaryMapping, value: object, quoted: str
) -> None:
    [found] = read(reporting, summary_mapping, (9, 3, value)).findings
    assert found.found == quoted
