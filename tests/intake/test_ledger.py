"""Nothing is lost: every row of every sheet is used, refused with a finding, or no data."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report_utils.agency.reporting import Reporting
from report_utils.forms.tables import TABLES
from report_utils.intake.book import Grid, RawValue, open_book
from report_utils.intake.dataset import Dataset
from report_utils.intake.ledger import NAME, Ledger, SheetLedger, load_ledger, save_ledger
from report_utils.intake.lines import Lines
from report_utils.intake.read_lines import read_lines

Read = Callable[[], Dataset]
Act = Callable[..., Any]

DOSSIERS, STAFFING, INDICATORS, FILE = "Hồ sơ TTHC", "Biên chế, tuyển dụng", "Chỉ tiêu", "bvbr_2024-Q3.xlsx"
CELLS: st.SearchStrategy[RawValue] = st.one_of(
    st.just(""), st.just(" "), st.floats(-3, 10**6), st.booleans(),
    st.sampled_from(["x", "Tổng cộng", "Cộng:", "1", "CT01", "Dược phẩm", "#REF!", "Người lập biểu", "Ghi chú"]),
)


def of_sheet(dataset: Dataset, sheet: str) -> Ledger:
    [found] = [entry.ledger for entry in dataset.ledgers if (entry.file, entry.sheet) == (FILE, sheet)]
    return found


def places_refused(lines: Lines) -> set[int]:
    """The rows that findings name as not taken."""
    refusing = ("B02", "B04", "B08", "B14")
    return {int("".join(filter(str.isdigit, found.cell))) for found in lines.findings if found.code in refusing}


def test_every_sheet_of_every_sample_closes_and_all_facts_are_used(clean: dict[str, Dataset], repository: Path) -> None:
    ledgers = [entry.ledger for entry in clean["2024-Q3"].ledgers]
    assert all(ledger.closes for ledger in ledgers)
    assert not any(ledger.refused for ledger in ledgers)
    facts = (repository / "data" / "facts" / "syt-brvt" / "2024-Q3").glob("*.csv")
    rows = sum(count_rows(path) for path in facts if path.stem in TABLES)
    assert sum(ledger.used for ledger in ledgers) == rows > 200


def count_rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file))) - 1


@pytest.mark.parametrize(
    ("sheet", "cells", "ledger"),
    [
        (DOSSIERS, {}, Ledger(25, used=1, headings=9, totals=1, silent=14)),
        (DOSSIERS, {"B11": "Khác"}, Ledger(25, used=1, refused=1, headings=9, totals=1, silent=13)),
        (DOSSIERS, {"F7": "Cột khác"}, Ledger(25, refused=25)),
        (INDICATORS, {"A8": "CT99"}, Ledger(12, used=5, refused=1, headings=6)),
        (INDICATORS, {"A13": "CT15"}, Ledger(13, used=6, refused=1, headings=6)),
        (INDICATORS, {"A9": "CT02"}, Ledger(12, used=5, refused=1, headings=6)),
        (INDICATORS, {"A9": None}, Ledger(12, used=5, refused=1, headings=6)),
    ],
    ids=["as sent", "incomplete row", "no header", "unknown row", "one row more", "repeated", "no key"],
)
def test_a_faulty_sheet_accounts_for_its_rows(retype: Act, read: Read, sheet: str, cells: dict[str, Any],
                                              ledger: Ledger) -> None:
    retype("bvbr", sheet, cells)
    assert of_sheet(read(), sheet) == ledger


def test_a_sheet_that_is_no_table_is_refused_as_a_whole(alter: Act, read: Read) -> None:
    alter("bvbr", lambda workbook: workbook.create_sheet("Nháp").append(["a"]))
    assert of_sheet(read(), "Nháp") == Ledger(1, refused=1)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_is_typed_below_the_header_each_row_is_accounted_for_once(
    data: st.DataObject, quarter: Reporting, sent: dict[str, Grid]
) -> None:
    name = data.draw(st.sampled_from(sorted(sent)))
    grid, table = sent[name], next(table for table in TABLES.values() if table.sheet == name)
    rows = [list(row) for row in grid.rows]
    for _ in range(data.draw(st.integers(1, 6))):
        i = data.draw(st.integers(9, len(rows)))
        rows[i:i] = [data.draw(st.lists(CELLS, min_size=len(rows[0]), max_size=len(rows[0])))]
    lines = read_lines(quarter.agency, quarter.agency.units["bvbr"], table, Grid(name, rows), FILE)
    assert lines.ledger.closes, lines.ledger
    assert lines.ledger.total == len(rows)
    assert lines.ledger.used == len(lines.rows)
    assert lines.ledger.refused in (len(places_refused(lines) - set(lines.rows)), len(rows))


@pytest.fixture(scope="module")
def sent(samples: dict[str, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Grid]:
    """Three sheets as Bệnh viện Bà Rịa sent them."""
    path = tmp_path_factory.mktemp("mẫu") / FILE
    path.write_bytes(samples["2024-Q3"][FILE])
    return {grid.sheet: grid for grid in open_book(path).grids if grid.sheet in (DOSSIERS, STAFFING, INDICATORS)}


def test_the_ledger_on_disk_is_a_table_and_loads_as_it_was(tmp_path: Path) -> None:
    ledgers = (SheetLedger("a.xlsx", "Hồ sơ TTHC", "dossiers", Ledger(25, used=1, headings=9, totals=1, silent=14)),
               SheetLedger("a.xlsx", "Nháp", "", Ledger(3, refused=2, silent=1)))
    save_ledger(ledgers, tmp_path)
    assert load_ledger(tmp_path) == ledgers
    lines = (tmp_path / NAME).read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "a.xlsx,Hồ sơ TTHC,dossiers,25,1,0,9,1,14,0"
