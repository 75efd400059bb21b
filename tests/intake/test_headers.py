"""Headers as units leave them: over one to five rows, below groups of their own, with other number rows, in TCVN3."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.forms.header import header_areas
from report_utils.forms.tables import TABLES
from report_utils.intake.book import Grid
from report_utils.intake.lines import Lines
from report_utils.intake.read_lines import read_lines
from report_utils.vietnamese.legacy_tables import TCVN3

TABLE = TABLES["dossiers"]
CODES = [column.code for column in TABLE.columns]
WIDTH = len(CODES)
DATA = [1.0, "Dược phẩm", 12.0, 5.0, 6.0, 1.0, 10.0, 8.0, 2.0, 0.0, 2.0, 2.0, 0.0]
VALUES = dict(zip(CODES, ["1", *DATA[1:]], strict=True))
FILE, SHEET = "bvbr.xlsx", "Hồ sơ TTHC"

Rows = list[list[Any]]


def merged(paths: list[tuple[str, ...]]) -> Rows:
    """A header as Excel stores it: a merged cell has its text in its first cell, the others are blank."""
    rows: Rows = [[""] * len(paths) for _ in range(max(map(len, paths)))]
    for area in header_areas(paths):
        rows[area.level][area.column] = area.text
    return rows


def official() -> list[tuple[str, ...]]:
    return [column.heading for column in TABLE.columns]


def read(quarter: Reporting, rows: Rows) -> Lines:
    return read_lines(quarter.agency, quarter.agency.units["bvbr"], TABLE, Grid(SHEET, rows), FILE)


def assert_read(lines: Lines, *told: str) -> None:
    """The one row of DATA was read, every cell from its own column."""
    assert [finding.code for finding in lines.findings] == list(told)
    assert {code: values[0] for code, values in lines.columns.items()} == VALUES
    assert len(lines.rows) == lines.ledger.used == 1
    assert lines.ledger.total == lines.ledger.used + lines.ledger.refused + lines.ledger.no_data


BROKEN = merged([path if len(path) == 1 else (path[0][:8], path[0][8:], *path[1:]) for path in official()])

HEADERS: dict[str, Rows] = {
    "one row, flattened": [[" - ".join(path) for path in official()]],
    "one row, flattened with other signs": [["; ".join(path).upper() for path in official()]],
    "two rows": merged([(path[0], " ".join(path[1:])) if len(path) > 1 else path for path in official()]),
    "three rows": merged(official()),
    "three rows with a blank row between": [*merged(official())[:2], [""] * WIDTH, *merged(official())[2:]],
    "four rows, a group of the unit's own above": [
        ["", "", "KẾT QUẢ QUÝ III", *[""] * (WIDTH - 3)], *merged(official())],
    "four rows, a group of the unit's own above all but the first columns": merged(
        [path if len(path) == 1 else ("KẾT QUẢ QUÝ III", *path) for path in official()]),
    "four rows, headings broken over two": BROKEN,
    "five rows, headings broken over two, a blank row between": [*BROKEN[:2], [""] * WIDTH, *BROKEN[2:]],
    "three rows, every cell filled in, blank rows below": [
        *([path[level] if level < len(path) else "" for path in official()] for level in range(3)), [""] * WIDTH],
    "decomposed": [[unicodedata.normalize("NFD", text) for text in row] for row in merged(official())],
    "tones placed the new way": [[text.replace("òa", "oà") for text in row] for row in merged(official())],
}  # fmt: skip


@pytest.mark.parametrize("titles", [0, 7])
@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_header_is_found_over_one_to_five_rows(quarter: Reporting, header: Rows, titles: int) -> None:
    title = ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT HỒ SƠ", *[""] * (WIDTH - 1)]
    assert_read(read(quarter, [title] * titles + header + [DATA]))


LABELS: dict[str, list[Any]] = {
    "as printed": list(TABLE.number_labels()),
    "with spaces": [label.replace("=", " = ") for label in TABLE.number_labels()],
    "numbers as text": [str(number) for number in range(1, WIDTH + 1)],
    "numbers": [float(number) for number in range(1, WIDTH + 1)],
    "in brackets": [f"({number})" for number in range(1, WIDTH + 1)],
    "letters for the first columns": ["A", "B", *(float(number) for number in range(1, WIDTH - 1))],
    "letters and sums": ["A", "B", "1=2+3+4", *(str(number) for number in range(2, WIDTH - 1))],
    "backwards": [float(number) for number in range(WIDTH, 0, -1)],
}


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
def test_the_numbers_of_the_columns_are_no_data(quarter: Reporting, labels: list[Any]) -> None:
    assert_read(read(quarter, [*merged(official()), labels, DATA]))


def test_small_numbers_are_no_numbers_of_columns(quarter: Reporting) -> None:
    table = TABLES["appointments"]
    rows = [[column.title for column in table.columns], ["", 3.0, 1.0, 2.0]]
    lines = read_lines(quarter.agency, quarter.agency.units["vp"], table, Grid(table.sheet, rows), FILE)
    assert (lines.rows, [values[0] for values in lines.columns.values()]) == ([2], [None, 3, 1, 2])
    assert [(finding.code, finding.cell) for finding in lines.findings] == [("O01", "A2")]


# --- what is missing


def without(heading: str, instead: str = "") -> Rows:
    return [[instead if text == heading else text for text in row] for row in merged(official())]


@pytest.mark.parametrize(
    ("instead", "near"),
    [
        ("Tồn kì trước", " Gần giống: «Tồn kì trước»."),
        ("Tồn kỳ trươc", " Gần giống: «Tồn kỳ trươc»."),
        ("Tồn  đầu kỳ\ntrước", " Gần giống: «Tồn đầu kỳ trước»."),
        ("Nợ cũ", ""),
        ("", ""),
    ],
)
def test_a_heading_that_is_near_is_suggested_and_not_taken(quarter: Reporting, instead: str, near: str) -> None:
    lines = read(quarter, [*without("Tồn kỳ trước", instead), DATA])
    [found] = lines.findings
    assert (found.code, found.file, found.sheet, found.cell) == ("B01", FILE, SHEET, "")
    assert found.message == ("Sheet «Hồ sơ TTHC» không có đủ các cột của biểu «Hồ sơ TTHC»; thiếu: "
                             f"Số lượng hồ sơ tiếp nhận - Tồn kỳ trước.{near}")
    assert (lines.rows, lines.ledger.refused) == ([], 4)


def test_without_any_heading_all_are_named(quarter: Reporting) -> None:
    [found] = read(quarter, [["Tên"], ["Dược phẩm"]]).findings
    assert found.code == "B01"
    assert all(column.title in found.message for column in TABLE.columns)


@pytest.mark.parametrize("titles", [0, 3])
def test_a_missing_column_that_may_be_blank_is_told_where_the_header_ends(quarter: Reporting, titles: int) -> None:
    table = TABLES["indicators"]
    keys = [column for column in table.columns if column.code != "note"]
    [lost] = [column for column in table.columns if column.code == "note"]
    header = merged([column.heading for column in keys])
    rows = [["KẾT QUẢ", *[""] * (len(keys) - 1)]] * titles + header
    unit = quarter.agency.units["bvbr"]
    lines = read_lines(quarter.agency, unit, table, Grid(table.sheet, rows), FILE)
    [found] = [finding for finding in lines.findings if finding.code == "B07"]
    assert found.cell == f"A{titles + len(header)}"
    assert found.message == f"Biểu «{table.sheet}» không có cột «{lost.title}»."


# --- in an old encoding

_TO_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}


def in_tcvn3(value: Any) -> Any:
    return "".join(_TO_TCVN3.get(letter, letter) for letter in value) if isinstance(value, str) else value


def test_a_sheet_in_tcvn3_is_read_with_one_note(quarter: Reporting) -> None:
    rows = [[in_tcvn3(value) for value in row] for row in [*merged(official()), TABLE.number_labels(), DATA]]
    assert "Sè l\u00adîng hå s¬ tiÕp nhËn" in rows[0]
    lines = read(quarter, rows)
    assert_read(lines, "E01")
    assert (lines.findings[0].file, lines.findings[0].sheet, lines.findings[0].cell) == (FILE, SHEET, "")


def test_what_is_unicode_in_a_sheet_in_tcvn3_stays_as_it_is(quarter: Reporting) -> None:
    table = TABLES["documents"]
    unicode = "Văn bản hướng dẫn cách khám sức khỏe"
    filled = {"kind": in_tcvn3("Kế hoạch"), "symbol": "12/KH-SYT", "issued": "05/02/2024", "subject": unicode}
    rows = [[in_tcvn3(column.title) for column in table.columns],
            [filled.get(column.code, "") for column in table.columns]]
    lines = read_lines(quarter.agency, quarter.agency.units["vp"], table, Grid(table.sheet, rows), FILE)
    assert [finding.code for finding in lines.findings].count("E01") == 1
    assert (lines.columns["kind"], lines.columns["subject"]) == (["Kế hoạch"], [unicode])
