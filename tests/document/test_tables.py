"""Report tables."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.document.blocks import Align, Document, HeaderCell, Run, Table, TableColumn, TableRow
from report_utils.document.captions import Captions
from report_utils.document.layout import LayoutProfile
from report_utils.document.runs import RunWriter
from report_utils.document.tables import TableShapeError, column_widths, table
from report_utils.document.wordml import xml_bytes

WIDTH = LayoutProfile().text_width()


@pytest.fixture
def grid(document: Document, word: Callable[[Document], Any], make_table: Callable[..., Table]) -> Callable[..., Any]:
    """Writes one table and returns the opened file and its w:tbl."""

    def write(**changes: Any) -> tuple[Any, Any]:
        written = word(replace(document, body=(make_table(**changes),), appendices=()))
        [element] = written.find("//w:tbl[w:tblPr/w:tblStyle/@w:val='ReportTable']")
        return written, element

    return write


def test_the_table_is_as_wide_as_the_text_and_fixed(grid: Callable[..., Any]) -> None:
    written, element = grid()
    assert written.value(element, "w:tblPr/w:tblW", "w") == str(WIDTH)
    assert written.value(element, "w:tblPr/w:tblLayout", "type") == "fixed"


def test_grid_and_cells_agree_on_the_widths(grid: Callable[..., Any]) -> None:
    written, element = grid()
    columns = [int(width) for width in written.find("//w:tbl[2]/w:tblGrid/w:gridCol/@w:w")]
    assert sum(columns) == WIDTH
    for row in element.findall("{*}tr"):
        at = 0
        for cell in row.findall("{*}tc"):
            span = int(written.value(cell, "w:tcPr/w:gridSpan") or 1)
            assert int(written.value(cell, "w:tcPr/w:tcW", "w")) == sum(columns[at : at + span])
            at += span
        assert at == len(columns)


def test_header_and_number_rows_are_repeated_on_every_page(grid: Callable[..., Any]) -> None:
    _, element = grid()
    repeated = [row.find("{*}trPr/{*}tblHeader") is not None for row in element.findall("{*}tr")]
    assert repeated == [True, True, True, False, False, False]


def test_no_row_breaks_across_pages(grid: Callable[..., Any]) -> None:
    _, element = grid()
    assert all(row.find("{*}trPr/{*}cantSplit") is not None for row in element.findall("{*}tr"))


def test_cells_span_to_the_right_and_downwards(grid: Callable[..., Any]) -> None:
    written, element = grid()
    upper, lower = (row.findall("{*}tc") for row in element.findall("{*}tr")[:2])
    assert [written.text(cell) for cell in upper] == ["Cột 1", "Cột 2", "Đã giải quyết"]
    assert [written.value(cell, "w:tcPr/w:vMerge") for cell in upper] == ["restart", "restart", None]
    assert written.value(upper[2], "w:tcPr/w:gridSpan") == "2"
    assert [written.text(cell) for cell in lower] == ["", "", "Đúng hạn", "Quá hạn"]
    assert [written.value(cell, "w:tcPr/w:vMerge") for cell in lower] == ["continue", "continue", None, None]


def test_a_cell_may_span_both_ways_over_three_rows(grid: Callable[..., Any]) -> None:
    header = (
        (HeaderCell("A", rows=3), HeaderCell("B", columns=3)),
        (HeaderCell("C", columns=2, rows=2), HeaderCell("D")),
        (HeaderCell("E"),),
    )
    written, element = grid(header=header)
    last = element.findall("{*}tr")[2].findall("{*}tc")
    assert [written.value(cell, "w:tcPr/w:vMerge") for cell in last] == ["continue", "continue", None]
    assert [written.value(cell, "w:tcPr/w:gridSpan") for cell in last] == [None, "2", None]


def test_the_number_row_is_in_italics_below_the_header(grid: Callable[..., Any]) -> None:
    written, _ = grid()
    assert written.texts("TableNumbers") == ["1", "2", "3", "4"]
    assert written.style("TableNumbers").find("{*}rPr/{*}i") is not None


def test_cells_are_aligned_as_their_columns_are(grid: Callable[..., Any]) -> None:
    written, element = grid()
    cells = element.findall("{*}tr")[3].findall("{*}tc")
    assert [written.value(cell, "w:p/w:pPr/w:jc") for cell in cells] == [None, "right", "right", "right"]


def test_a_cell_of_the_body_may_cover_several_columns(grid: Callable[..., Any]) -> None:
    written, element = grid(rows=(TableRow(((Run("a"),), (Run("b"),)), spans=(1, 3)),))
    first, second = element.findall("{*}tr")[3].findall("{*}tc")
    assert first.find("{*}tcPr/{*}gridSpan") is None
    assert written.value(second, "w:tcPr/w:gridSpan") == "3"
    widths = [int(written.value(cell, "w:tcPr/w:tcW", "w")) for cell in (first, second)]
    assert sum(widths) == WIDTH


def test_a_total_row_is_bold(grid: Callable[..., Any]) -> None:
    written, _ = grid()
    assert written.texts("TableTotal") == ["2.0", "2.1", "2.2", "2.3"]


def test_caption_and_unit_stand_above_and_stay_with_the_table(grid: Callable[..., Any]) -> None:
    written, element = grid()
    unit, caption = element.getprevious(), element.getprevious().getprevious()
    assert [written.text(caption), written.text(unit)] == ["Bảng 1. Kết quả giải quyết hồ sơ", "Đơn vị tính: hồ sơ"]
    assert all(written.style(s).find("{*}pPr/{*}keepNext") is not None for s in ("TableCaption", "TableUnit"))


def test_readers_who_cannot_see_the_table_get_a_description(grid: Callable[..., Any]) -> None:
    written, element = grid()
    assert written.value(element, "w:tblPr/w:tblCaption") == "Kết quả giải quyết hồ sơ"
    assert written.value(element, "w:tblPr/w:tblDescription") == "Số hồ sơ theo lĩnh vực"


@pytest.mark.parametrize(("columns", "style"), [(8, "TableCell"), (13, "DenseTableCell")])
def test_tables_of_many_columns_are_set_smaller(grid: Callable[..., Any], columns: int, style: str) -> None:
    written, element = grid(**shape(columns))
    assert written.value(element, "w:tr[3]//w:pStyle") == style


def shape(columns: int) -> dict[str, Any]:
    return {
        "columns": tuple(TableColumn(1) for _ in range(columns)),
        "header": (tuple(HeaderCell(str(number)) for number in range(columns)),),
        "rows": tuple(TableRow(tuple((Run("1"),) for _ in range(columns))) for _ in range(3)),
        "number_row": (),
    }


def test_the_dense_text_is_still_readable(written: Any) -> None:
    assert written.value(written.style("DenseTableCell"), "w:rPr/w:sz") == "22"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"rows": (TableRow(((Run("1"),),)),)}, "dòng 1"),
        ({"rows": (TableRow(((Run("1"),),), spans=(3,)),)}, "dòng 1"),
        ({"number_row": ("1",)}, "dòng số thứ tự cột"),
        ({"header": ((HeaderCell("A"),),)}, "dòng tiêu đề 1"),
        ({"header": ((HeaderCell("A", columns=9),),)}, "dòng tiêu đề 1"),
    ],
)
def test_a_row_that_does_not_fill_the_columns_is_named(
    grid: Callable[..., Any], change: dict[str, Any], place: str
) -> None:
    with pytest.raises(TableShapeError, match=f"Bảng «Kết quả.*{place}: có"):
        grid(**change)


def test_a_table_without_rows_is_a_header(grid: Callable[..., Any]) -> None:
    _, element = grid(rows=())
    assert len(element.findall("{*}tr")) == 3


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30), st.integers(5000, 20000))
def test_widths_are_never_negative_and_add_up_to_the_whole(shares: list[float], whole: int) -> None:
    widths = column_widths(shares, whole)
    assert sum(widths) == whole
    assert min(widths) >= 0


def test_the_bytes_grow_with_the_rows_in_proportion() -> None:
    one, two, three = (len(xml_bytes(big(rows))) for rows in (100, 200, 300))
    assert three - two == two - one


@pytest.mark.parametrize("attempts", [3])
def test_time_is_linear_in_the_rows(attempts: int) -> None:
    """Ten times the rows take far less than the hundred times of a quadratic writer; the best try counts."""
    small, large = (min(seconds(rows) for _ in range(attempts)) for rows in (200, 2000))
    assert large < 40 * small


def seconds(rows: int) -> float:
    begin = time.perf_counter()
    big(rows)
    return time.perf_counter() - begin


def big(rows: int) -> Any:
    row = TableRow(((Run("Khám"),), (Run("7"),)))
    block = Table((TableColumn(1), TableColumn(1, Align.RIGHT)), ((HeaderCell("A"), HeaderCell("B")),), (row,) * rows)
    return table(block, WIDTH, RunWriter(Captions()))[-1]
