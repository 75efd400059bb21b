"""Rows written as text are the rows that elements would have given."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from tests.document.conftest import WordFile

from report_utils.document.blocks import Document, Mark, Run, Runs, Table, TableRow
from report_utils.document.captions import Captions
from report_utils.document.runs import RunWriter
from report_utils.document.wordml import W_NAMESPACE, xml_text

WORDS = ["1.234", "", " hai  dấu cách ", "a & b", "<w:p/>", "]]>", "dòng\nmới", "tab\tnày", "\r\n", "\x01\x0b",
         "\x7f\x85", "\uf8fe", "\ufffe", "\ud800", "😀", "<?rows 0?>", "\u00a0"]  # fmt: skip
LOOKS: list[Runs] = [
    (), (Run("đậm", bold=True),), (Run("nghiêng", italic=True),), (Run("thiếu", mark=Mark.ABSENT),),
    (Run("12", figure="a.b"),), (Run("12", note="Ghi chú."),), (Run("một"), Run("hai")),
]  # fmt: skip


@pytest.mark.parametrize("runs", [*((Run(text),) for text in WORDS), *LOOKS], ids=repr)
def test_the_short_way_and_the_long_way_give_the_same_text(runs: Runs) -> None:
    assert RunWriter(Captions()).text(runs) == "".join(map(xml_text, RunWriter(Captions()).write(runs)))


def test_text_can_be_put_where_its_elements_would_stand() -> None:
    text = RunWriter(Captions()).text((Run("a & b", bold=True, figure="x"),))
    assert etree.fromstring(f'<w:p xmlns:w="{W_NAMESPACE}">{text}</w:p>')[1].tag == f"{{{W_NAMESPACE}}}r"


def rows_of(word: WordFile) -> list[Any]:
    return word.find("//w:body/w:tbl[w:tblPr/w:tblStyle/@w:val='ReportTable'][1]/w:tr[not(w:trPr/w:tblHeader)]")


@pytest.mark.parametrize("bold", [False, True])
def test_a_row_in_the_middle_looks_like_the_same_row_at_the_end(
    document: Document, word: Callable[[Document], WordFile], make_table: Callable[..., Table], bold: bool
) -> None:
    cells = tuple((Run(text),) for text in WORDS[:4])
    table = make_table(rows=(TableRow(cells, bold=bold),) * 3)
    rows = rows_of(word(replace(document, body=(table,), appendices=())))
    first, second, last = (etree.tostring(row).replace(b"<w:keepNext/>", b"") for row in rows)
    assert first == second == last


def test_the_numbers_of_bookmarks_run_from_row_to_row(
    document: Document, word: Callable[[Document], WordFile], make_table: Callable[..., Table]
) -> None:
    table = make_table(rows=tuple(TableRow(tuple((Run("1", figure="x"),) for _ in range(4))) for _ in range(3)))
    names = word(replace(document, body=(table,), appendices=())).find("//w:bookmarkStart/@w:name")
    assert names == [f"f_x_{number}" for number in range(1, 13)]


def test_no_mark_is_left_and_no_text_is_taken_for_one(
    document: Document, word: Callable[[Document], WordFile], make_table: Callable[..., Table]
) -> None:
    table = make_table(rows=(TableRow(((Run("<?rows 1?>"),),) * 4),) * 2)
    written = word(replace(document, body=(table, table)))
    assert b"<?rows" not in written.parts["word/document.xml"]
    assert [WordFile.text(row) for row in rows_of(written)] == ["<?rows 1?>" * 4] * 2


def test_a_table_may_have_no_row_at_all(
    document: Document, word: Callable[[Document], WordFile], make_table: Callable[..., Table]
) -> None:
    assert rows_of(word(replace(document, body=(make_table(rows=()),), appendices=()))) == []
