"""A form filled in keeps its formulas, their stored values, and every value that was typed."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
from collections.abc import Callable
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import choices_of, known_rows, suppliers_of, tables_of
from report_utils.forms.facts import read_rows, sample_submissions
from report_utils.forms.fill import FactError, filled_form
from report_utils.forms.table import Column, Kind, Rows, Table
from report_utils.forms.tables import TABLES
from report_utils.forms.workbook import to_bytes
from report_utils.intake.book import open_book
from report_utils.intake.lines import Lines
from report_utils.intake.read_lines import read_lines
from report_utils.opc import repack, unpack
from report_utils.vietnamese.text import fold, nfc

REPORTING = open_reporting("syt-brvt", "2024-Q3", str(Path(__file__).parents[2]))
AGENCY = REPORTING.agency

INFO = {"version": 1, "sent": dt.date(2024, 9, 15), "prepared_by": "Nguyễn Văn A", "nature": "Chính thức"}

# What officials type: no "=" in front (a formula) and no word that makes a row a total.
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạýỹAĐÊXÝ0123456789 .,;:()/-+%&<>\"'«»–\n"
texts = st.text(_LETTERS, min_size=1, max_size=40).map(lambda text: nfc(text).strip()).filter(
    lambda text: any(map(str.isalnum, text)) and text and not fold(text).startswith(("tổng", "cộng")))
codes = texts | st.sampled_from(["007", "12", "1.234", "157/KH-SYT"])
counts = st.integers(0, 10**9)
amounts = st.decimals(0, 10**9, places=4) | st.integers(0, 10**15 - 1).map(Decimal)
days = st.dates(dt.date(2000, 1, 1), dt.date(2049, 12, 31))


def values_of(column: Column) -> st.SearchStrategy[Any]:
    """What a unit may rightly type into a column; a blank only where one is allowed."""
    typed: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: texts, Kind.CODE: codes, Kind.COUNT: counts, Kind.DECIMAL: amounts, Kind.DATE: days,
        Kind.CHOICE: st.sampled_from(choices_of(AGENCY, column) or ("",)), Kind.MARK: st.sampled_from(["x", "X"]),
    }
    return typed[column.kind] if column.required else st.none() | typed[column.kind]


def rows_of(table: Table, unit: Unit) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rightly filled-in rows: some rows of an open table, or exactly the known ones, in whatever order."""
    row = st.fixed_dictionaries({column.code: values_of(column) for column in table.open_columns}).filter(
        lambda row: any(value is not None for value in row.values()))
    if table.rows is Rows.OPEN:
        return st.lists(row, min_size=1, max_size=4, unique_by=lambda row: names_of(table, row))
    keys = [str(known[table.key]) for known in known_rows(AGENCY, table, unit)]
    rows = st.lists(row, min_size=len(keys), max_size=len(keys))
    return st.tuples(rows, st.permutations(keys)).map(
        lambda drawn: [{table.key: key, **row} for row, key in zip(*drawn, strict=True)])


def names_of(table: Table, row: dict[str, Any]) -> tuple[str, ...]:
    """What makes a row of an open table another one than the rest; all of it where the table does not say."""
    return tuple(fold(str(row[code])) for code in table.unique or row)


def values_of_rows(lines: Lines) -> list[dict[str, Any]]:
    """The rows as dictionaries by column code."""
    rows = zip(*lines.columns.values(), strict=True)
    return [dict(zip(lines.columns, row, strict=True)) for row in rows]


def read_back(data: bytes, table: Table, unit: Unit, folder: Path) -> Lines:
    path = folder / "gửi.xlsx"
    path.write_bytes(data)
    [grid] = [grid for grid in open_book(path, path.name).grids if grid.sheet == table.sheet]
    return read_lines(AGENCY, unit, table, grid, path.name)


def as_read(table: Table, unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """What reading must give for a typed row: marks as True, known cells and sums added.

    A sum below zero or of more digits than Excel keeps is none.
    """
    known = {str(known[table.key]): known for known in known_rows(AGENCY, table, unit)} if table.key else {}
    read = {**row, **known.get(str(row.get(table.key)), {})}
    for column in table.columns:
        if column.kind is Kind.MARK:
            read[column.code] = True if row[column.code] else None
        elif column.derived:
            total = sum(sign * row[code] for sign, code in column.parts)
            total = Context(prec=15).plus(total) if isinstance(total, Decimal) else total
            read[column.code] = total if 0 <= total < 10**15 else None
    return {code: None if value == "" else value for code, value in read.items()}


def smallest_supplier(table: Table) -> Unit:
    return min(suppliers_of(AGENCY, table), key=lambda unit: len(tables_of(REPORTING, unit)))


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.code)
@settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.generate],
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example])
@given(data=st.data())
def test_what_is_typed_into_a_form_is_what_is_read(
    table: Table, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    unit = smallest_supplier(table)
    rows = data.draw(rows_of(table, unit))
    filled = filled_form(REPORTING, unit, {table.code: rows}, INFO)
    lines = read_back(filled, table, unit, tmp_path_factory.getbasetemp())
    assert lines.findings == []
    order = {str(known[table.key]): i for i, known in enumerate(known_rows(AGENCY, table, unit))} if table.key else {}
    rows = sorted(rows, key=lambda row: order.get(str(row.get(table.key)), 0))
    assert values_of_rows(lines) == [as_read(table, unit, row) for row in rows]
    assert lines.ledger.used == len(rows)


def test_excel_shows_sums_without_being_asked_to_calculate(samples: dict[str, dict[str, bytes]]) -> None:
    data = samples["2024-Q3"]["bvbr_2024-Q3.xlsx"]
    stored = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Hồ sơ TTHC"]
    formulas = openpyxl.load_workbook(io.BytesIO(data))["Hồ sơ TTHC"]
    cells = ("C10", "G10", "K10", "C11", "C25", "D25", "M25")
    assert [stored[cell].value for cell in cells] == [266, 264, 2, 0, 266, 0, 0]
    assert all(str(formulas[cell].value).startswith("=") for cell in cells)


def test_every_formula_of_every_sample_has_a_stored_value(samples: dict[str, dict[str, bytes]]) -> None:
    for name in ("vp_2024-Q3.xlsx", "ttpvhcc_2024-Q3.xlsx", "nv_2024-Q3.xlsx"):
        formulas = openpyxl.load_workbook(io.BytesIO(samples["2024-Q3"][name]))
        stored = openpyxl.load_workbook(io.BytesIO(samples["2024-Q3"][name]), data_only=True)
        blank = [(sheet.title, cell.coordinate) for sheet in formulas for row in sheet.iter_rows() for cell in row
                 if cell.data_type == "f" and stored[sheet.title][cell.coordinate].value is None]
        assert blank == []


def test_every_part_of_a_sample_is_one_that_excel_knows(samples: dict[str, dict[str, bytes]]) -> None:
    blank = unpack(to_bytes(openpyxl.Workbook(), REPORTING)).keys()
    for name, data in samples["2024-Q3"].items():
        strange = {part for part in unpack(data) if part not in blank}
        assert all(re.fullmatch(r"xl/(worksheets/sheet\d+|sharedStrings)\.xml", part) for part in strange), name


def test_a_filled_form_is_the_same_bytes_every_time(quarter: Reporting) -> None:
    unit = quarter.agency.units["kn"]
    facts = {"staffing": [{"unit_code": "kn", "assigned": 41, "present": 40}]}
    assert filled_form(quarter, unit, facts, INFO) == filled_form(quarter, unit, facts, INFO)


def test_more_rows_than_the_blank_form_has_are_added_before_the_total(quarter: Reporting, tmp_path: Path) -> None:
    unit, table = quarter.agency.units["bvbr"], TABLES["dossiers"]
    row = {column.code: 1 for column in table.open_columns} | {"number": None, "field": "Dược phẩm"}
    lines = read_back(filled_form(quarter, unit, {"dossiers": [row] * 20}, INFO), table, unit, tmp_path)
    assert (lines.rows, [number for number, _ in lines.totals]) == (list(range(10, 30)), [30])
    assert lines.totals[0][1]["received"] == 60


def test_a_table_declared_empty_is_read_as_such(quarter: Reporting, tmp_path: Path) -> None:
    unit, table = quarter.agency.units["dskhhgd"], TABLES["dossiers"]
    lines = read_back(filled_form(quarter, unit, {}, INFO, frozenset({"dossiers"})), table, unit, tmp_path)
    assert (lines.nil, values_of_rows(lines), lines.findings) == (True, [], [])


@pytest.mark.parametrize(
    ("facts", "what"),
    [({"projects": [{"name": "Dự án"}]}, "biểu này"), ({"staffing": [{"unit_code": "bvvt"}]}, "dòng «bvvt»")],
)
def test_a_fact_without_a_place_in_the_form_is_an_error(quarter: Reporting, facts: Any, what: str) -> None:
    with pytest.raises(FactError, match=what):
        filled_form(quarter, quarter.agency.units["bvbr"], facts, INFO)


# --- the sample submissions


@pytest.mark.parametrize("period", ["2024-Q3", "2024-H1"])
def test_the_committed_samples_are_what_the_facts_give(
    repository: Path, samples: dict[str, dict[str, bytes]], period: str
) -> None:
    folder = repository / "data" / "raw" / "syt-brvt" / period
    committed = {path.name: path.read_bytes() for path in folder.glob("*.xlsx") if not path.name.startswith("~$")}
    assert committed.keys() == samples[period].keys()
    assert [name for name, data in committed.items() if data != samples[period][name]] == []


def test_every_unit_that_is_asked_has_a_sample(quarter: Reporting, samples: dict[str, dict[str, bytes]]) -> None:
    assert len(samples["2024-Q3"]) >= 25
    assert {name.split("_")[0] for name in samples["2024-Q3"]} == {unit.code for unit in quarter.agency.units}


@pytest.mark.parametrize("period", ["2024-Q3", "2024-H1"])
def test_every_sample_is_marked_as_one(samples: dict[str, dict[str, bytes]], period: str) -> None:
    for name, data in samples[period].items():
        sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True)["Thông tin"]
        assert sheet["B14"].value == "Minh họa", name


def test_samples_do_not_depend_on_the_clock_of_the_zip(samples: dict[str, dict[str, bytes]]) -> None:
    data = samples["2024-Q3"]["kn_2024-Q3.xlsx"]
    assert repack(data) == data


def test_a_fact_in_an_unknown_column_is_named(repository: Path, reporting: Reporting, workspace: Path) -> None:
    shutil.copytree(repository / "data" / "facts", workspace / "data" / "facts")
    path = workspace / "data" / "facts" / "syt-brvt" / "2024-Q3" / "staffing.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("assigned", "asigned"), encoding="utf-8")
    with pytest.raises(Exception, match=r"2024-Q3/staffing\.csv, mục «asigned»"):
        sample_submissions(reporting)


# --- what the sources of the samples say


Sum = Callable[[str, str], Decimal]


@pytest.fixture(scope="module")
def total(quarter: Reporting, samples: dict[str, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The rows of a table in all sample workbooks, read from their bytes."""
    folder = tmp_path_factory.mktemp("mẫu")

    @cache
    def rows(table: str) -> list[dict[str, Any]]:
        found = []
        for unit in suppliers_of(quarter.agency, TABLES[table]):
            lines = read_back(samples["2024-Q3"][f"{unit.code}_2024-Q3.xlsx"], TABLES[table], unit, folder)
            found += [{**row, "unit": unit.code} for row in values_of_rows(lines)]
        return found

    return rows


def test_units_received_2460_dossiers_apart_from_the_one_stop_centre(total: Any) -> None:
    assert sum(row["received"] for row in total("dossiers") if row["unit"] != "ttpvhcc") == 2460


@pytest.mark.parametrize(("unit", "recruited", "target"), [("bvbr", 36, 83), ("bvvt", 39, 62)])
def test_two_hospitals_recruited_as_the_source_says(total: Any, unit: str, recruited: int, target: int) -> None:
    [row] = [row for row in total("staffing") if row["unit"] == unit]
    assert (row["recruited"], row["recruit_target"]) == (recruited, target)


@pytest.mark.parametrize(
    ("indicator", "numerator", "denominator"),
    [
        ("CT24", 453, 453),  # pharmacies
        ("CT25", 573, 573),  # drug counters
        ("CT21", 123, 123),  # facilities with software
        ("CT22", 123, 123),  # facilities that extract data
        ("CT31", 123, 123),  # facilities that take chip cards
        ("CT34", 123, 123),  # facilities linked to the insurance
        ("CT20", 82, 82),  # commune health stations
        ("CT26", 8, 8),  # immunisation at district centres
    ],
)
def test_the_parts_of_the_units_add_up_to_the_ratio_of_the_source(
    total: Any, indicator: str, numerator: int, denominator: int
) -> None:
    rows = [row for row in total("indicators") if row["indicator"] == indicator]
    sums = [sum(row[part] or 0 for row in rows) for part in ("numerator", "denominator")]
    assert sums == [numerator, denominator]


def test_health_records_add_up_to_1072019(total: Any) -> None:
    assert sum(row["numerator"] for row in total("indicators") if row["indicator"] == "CT19") == 1_072_019


def test_a_fact_may_hold_what_word_breaks_a_line_with(tmp_path: Path) -> None:
    path = tmp_path / "narratives.csv"
    path.write_text('unit,text\nvp,một\vhai\u2028ba\nkt,"bốn\nnăm"\n', encoding="utf-8")
    assert [row["text"] for row in read_rows(path, path.name)] == ["một\vhai\u2028ba", "bốn\nnăm"]
