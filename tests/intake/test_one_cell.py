"""Whatever is typed into one cell: either it is read as it was meant, or a finding names that cell."""

from __future__ import annotations

import datetime as dt
import io
import math
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.forms.asked import tables_of
from report_utils.forms.fill import filled_form
from report_utils.forms.table import Column, Kind, Table
from report_utils.forms.tables import TABLES
from report_utils.intake.book import open_book
from report_utils.intake.isolation.here import contained_here
from report_utils.intake.lines import Lines
from report_utils.intake.preflight import Refusal
from report_utils.intake.read_lines import read_lines

TYPED = st.one_of(
    st.integers(-5, 10**7), st.floats(allow_nan=False, allow_infinity=False, width=32), st.booleans(),
    st.dates(dt.date(1995, 1, 1), dt.date(2040, 1, 1)), st.none(),
    st.sampled_from(["", " ", "-", "0", "x", "1.072.019", "28,365", "1,234,567", "12.5", "75 %", "12 hồ sơ", "KPS",
                     "không phát sinh", "#REF!", "=1+1", "２６４", "Trưíc h¹n", "Tá»•ng", "31/4/2024", "05/02/2024"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12),
)


@pytest.fixture(scope="module")
def books(samples: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    return {unit: samples["2024-Q3"][f"{unit}_2024-Q3.xlsx"] for unit in ("bvbr", "bqlda", "tcd", "ttra")}


def places(lines: Lines) -> list[tuple[Column, int]]:
    """The cells that the unit typed: column and index of the row."""
    columns = [column for column in lines.table.open_columns if column.code != "number"]
    return [(column, i) for column in columns for i in range(len(lines.rows))]


def lines_of(quarter: Reporting, unit: str, table: Table, path: Path) -> Lines | None:
    """What is read of a table; None when the file as a whole is refused, as where a day is beyond every calendar."""
    book = contained_here(open_book, path)
    if isinstance(book, Refusal):
        return None
    [grid] = [grid for grid in book.grids if grid.sheet == table.sheet]
    return read_lines(quarter.agency, quarter.agency.units[unit], table, grid, path.name)


def is_meant(column: Column, value: Any, read: Any) -> bool:
    """Whether a value that was taken without a word is what was typed."""
    if read is None:
        is_unmarked = column.kind is Kind.MARK and value is False
        return not column.required and (value is None or is_unmarked or not str(value).strip())
    if column.kind.is_number and not isinstance(value, str):
        is_number = not isinstance(value, bool | dt.date)
        return is_number and math.isclose(float(value), float(read), rel_tol=1e-13, abs_tol=1e-9)
    if column.kind is Kind.DATE:
        return isinstance(value, dt.date | str)
    return True


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_cell_is_read_as_meant_or_named(data: st.DataObject, quarter: Reporting, books: dict[str, bytes],
                                          tmp_path: Path) -> None:
    unit = data.draw(st.sampled_from(sorted(books)))
    table = data.draw(st.sampled_from(tables_of(quarter, quarter.agency.units[unit])))
    path = tmp_path / "một ô.xlsx"
    path.write_bytes(books[unit])
    before = lines_of(quarter, unit, table, path)
    if before is None or not before.rows:
        return
    column, i = data.draw(st.sampled_from(places(before)))
    value, ref = data.draw(TYPED), before.ref(column.code, before.rows[i])
    workbook = openpyxl.load_workbook(io.BytesIO(books[unit]))
    workbook[table.sheet][ref.cell].value = value
    workbook.save(path)
    after = lines_of(quarter, unit, table, path)
    if after is None:
        return
    named = {cell for finding in after.findings for cell in finding.cells} | {
        finding.sheet for finding in after.findings if not finding.cell}
    if ref in named or table.sheet in named:
        return
    assert before.rows[i] in after.rows, f"{ref} = {value!r}: the row vanished"
    read = after.columns[column.code][after.rows.index(before.rows[i])]
    assert is_meant(column, value, read), f"{ref} = {value!r} became {read!r}"
    for other in table.open_columns:
        if other.code != column.code and other.code != "number":
            kept = after.columns[other.code][after.rows.index(before.rows[i])]
            assert kept == before.columns[other.code][i], f"{ref} = {value!r} changed {other.code}"


ODD = "Tr??c h?n: vì sao chậm? Xem https://x.vn/?id=1"


def test_what_the_form_was_given_is_no_finding_of_letters_however_odd(workspace: Path, tmp_path: Path) -> None:
    catalogue = workspace / "params" / "syt-brvt" / "plan_tasks.csv"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("Ban hành Kế hoạch tuyên truyền cải cách hành chính", ODD), encoding="utf-8")
    reporting, path = open_reporting("syt-brvt", "2024-Q3", str(workspace)), tmp_path / "một biểu.xlsx"
    facts = {"task": "NV04", "reason": ODD}
    path.write_bytes(filled_form(reporting, reporting.agency.units["vp"], {"plan_tasks": [facts]}, {}))
    lines = lines_of(reporting, "vp", TABLES["plan_tasks"], path)
    assert lines is not None
    told = [(f.code, f.cell[0]) for f in lines.findings if f.code.startswith("E")]
    assert told == [("E03", lines.letters["reason"])], "the unit can mend what it typed itself"
    assert ODD in lines.columns["name"]
