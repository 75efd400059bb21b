"""The data dictionary is what the table definitions say."""

from dataclasses import replace
from pathlib import Path

import pytest

from report_utils.forms.dictionary import PLACE, data_dictionary, main
from report_utils.forms.table import Column, Table
from report_utils.forms.tables import TABLES
from report_utils.forms.wording import KIND_WORDS

ROOT = Path(__file__).parents[2]
COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]


def test_the_file_in_docs_is_not_stale() -> None:
    written = (ROOT / PLACE).read_text(encoding="utf-8")
    assert written == data_dictionary(), "run: make dictionary"


def test_main_writes_the_file(tmp_path: Path) -> None:
    main([str(tmp_path / "dictionary.md")])
    assert (tmp_path / "dictionary.md").read_bytes() == data_dictionary().encode()


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_a_table_has_its_section_source_and_suppliers(table: Table) -> None:
    text = data_dictionary()
    assert f" {table.sheet} (`{table.code}`)" in text
    assert table.title in text
    assert f"* Nguồn: {table.source}." in text
    assert table.supplied_by
    assert f"* Đơn vị cung cấp: {table.supplied_by}." in text


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{t.code}.{c.code}" for t, c in COLUMNS])
def test_a_column_has_a_row_with_kind_and_help(table: Table, column: Column) -> None:
    rows = [line for line in data_dictionary([table]).splitlines() if f"| `{column.code}` |" in line]
    [row] = [line for line in rows if f"| {column.title} |" in line and KIND_WORDS[column.kind] in line]
    assert column.help
    assert column.help in row


def test_closed_lists_formulas_and_constraints_are_shown() -> None:
    text = data_dictionary()
    assert "Đã thực hiện; Đang triển khai; Chưa triển khai" in text
    assert "= Được giao - Hiện có" in text
    assert "«Kế hoạch vốn năm»" in text


def test_a_bar_in_a_heading_does_not_break_the_row() -> None:
    table = TABLES["appointments"]
    odd = replace(table, columns=(replace(table.columns[0], help="a|b"), *table.columns[1:]))
    assert "a\\|b" in data_dictionary([odd])
