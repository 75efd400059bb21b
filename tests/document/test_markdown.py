"""From rendered text to blocks."""

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.document.blocks import Heading, Item, Mark, Paragraph, Run, Table
from report_utils.document.inserts import Inserts, Note, ShownFigure
from report_utils.document.markdown import blocks_of
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.quantity import Quantity
from report_utils.figures.tables import Listing, ReportColumn, ReportTable
from report_utils.figures.texts import Statement, Statements
from report_utils.findings import CellRef

CELL = CellRef("a.xlsx")


def blocks(markdown: str, *inserts: Any) -> list[Any]:
    """The blocks of a text in which each "@" stands for the next insert."""
    known = Inserts()
    for insert in inserts:
        markdown = markdown.replace("@", known.token(insert), 1)
    return list(blocks_of(markdown, known))


def words(block: Any) -> str:
    return "".join(run.text for run in block.runs)


def said(*texts: str, absent: tuple[str, ...] = (), from_units: bool = True) -> Statements:
    return Statements("P01", tuple(Statement(f"Đơn vị {n}", (text,), False, CELL) for n, text in enumerate(texts, 1)),
                      absent, from_units)  # fmt: skip


def lines(*texts: str, absent: tuple[str, ...] = ()) -> Listing:
    return Listing("x", tuple((text,) for text in texts), absent)


# Headings


def test_headings_are_numbered_by_level_and_start_again_below_a_higher_one() -> None:
    text = "# A\n## B\n### C\n#### D\n#### E\n### F\n#### G\n## H\n### I\n# J\n## K\n"
    assert [(block.number, words(block)) for block in blocks(text)] == [
        ("I.", "A"), ("1.", "B"), ("1.1.", "C"), ("a)", "D"), ("b)", "E"), ("1.2.", "F"), ("a)", "G"), ("2.", "H"),
        ("2.1.", "I"), ("II.", "J"), ("1.", "K"),
    ]  # fmt: skip


def test_points_follow_the_vietnamese_alphabet() -> None:
    numbers = [block.number for block in blocks("# A\n## B\n### C\n" + "#### D\n" * 9)[3:]]
    assert numbers == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"]


def test_a_heading_keeps_its_level() -> None:
    assert [block.level for block in blocks("# A\n## B\n### C\n#### D\n")] == [1, 2, 3, 4]


# Items and paragraphs


def test_the_sign_of_an_item_gives_its_level() -> None:
    assert blocks("- một\n+ hai\n* ba\n") == [
        Item(1, (Run("một"),)), Item(2, (Run("hai"),)), Item(3, (Run("ba"),))
    ]  # fmt: skip


def test_items_may_alternate_without_blank_lines() -> None:
    assert [block.level for block in blocks("- một\n+ hai\n+ ba\n- bốn\n")] == [1, 2, 2, 1]


def test_lines_that_follow_each_other_are_one_paragraph() -> None:
    assert [words(block) for block in blocks("một\nhai\n\nba\n")] == ["một hai", "ba"]


def test_emphasis_of_the_template_is_kept() -> None:
    [block] = blocks("một **hai** *ba*\n")
    assert block.runs == (Run("một "), Run("hai", bold=True), Run(" "), Run("ba", italic=True))


@pytest.mark.parametrize("text", ["`mã`", "[chữ](địa chỉ)", "<b>chữ</b>", "| a | b |", "> trích", "---", "```"])
def test_no_other_markup_is_understood(text: str) -> None:
    [block] = blocks(f"{text}\n")
    assert (type(block), words(block)) == (Paragraph, text)


# What units wrote


HOSTILE = ["# Tiêu đề", "## Mục", "+ ý nhỏ", "- gạch đầu dòng", "* sao", "**đậm**", "*nghiêng*", "{{ a.b }}",
           "{% if %}", "1. Mục", "> trích", "`mã`", "<b>", "\\*", "    thụt vào", "| a | b |", "---"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_unit_are_never_markup(text: str) -> None:
    for place, kind in (("@\n", Paragraph), ("- @\n", Item), ("+ mục: @\n", Item), ("# @\n", Heading)):
        [block] = blocks(place, said(text))
        assert isinstance(block, kind)
        assert text in words(block)
        assert not any(run.bold or run.italic for run in block.runs)


def test_the_words_of_several_units_alone_on_a_line_are_a_line_each() -> None:
    first, second = blocks("- @\n", said("Đã làm.", "Đang làm."))
    assert (words(first), words(second)) == ("Đơn vị 1: Đã làm.", "Đơn vị 2: Đang làm.")
    assert first.level == second.level == 1


def test_the_words_of_one_unit_begin_with_a_capital_where_they_begin_the_line() -> None:
    assert [words(block) for block in blocks("@\n", said("chưa phát sinh trong kỳ báo cáo."))] == [
        "Chưa phát sinh trong kỳ báo cáo."
    ]  # fmt: skip
    assert [words(block) for block in blocks("- Khen thưởng: @\n", said("chưa phát sinh."))] == [
        "Khen thưởng: chưa phát sinh."
    ]  # fmt: skip


def test_units_that_are_silent_get_a_marked_line_of_their_own() -> None:
    spoken, silent = blocks("- @\n", said("Đã làm.", absent=("Thanh tra Sở",)))
    assert words(spoken) == "Đã làm."
    assert silent.runs == (Run("[CHƯA CÓ SỐ LIỆU – Thanh tra Sở]", mark=Mark.ABSENT),)


# Lists


@pytest.mark.parametrize("insert", [lines("một", "hai", "ba"), said("một", "hai", "ba", from_units=False)])
def test_a_list_ends_its_lines_with_semicolons_and_the_last_with_a_full_stop(insert: Any) -> None:
    assert [(block.level, words(block)) for block in blocks("+ @\n", insert)] == [(2, "một;"), (2, "hai;"), (2, "ba.")]


def test_a_single_line_ends_with_a_full_stop() -> None:
    assert [words(block) for block in blocks("+ @\n", lines("một"))] == ["một."]


def test_a_list_is_expanded_too_where_the_template_closes_it_with_a_full_stop() -> None:
    assert [words(block) for block in blocks("+ @.\n", lines("một", "hai"))] == ["một;", "hai."]


def test_a_list_within_a_sentence_is_not_expanded() -> None:
    assert [words(block) for block in blocks("- gồm: @.\n", lines("một", "hai"))] == ["gồm: một; hai."]


def test_units_missing_from_a_list_are_marked_below_it() -> None:
    one, missing = blocks("+ @\n", lines("một", absent=("Ban Quản lý dự án",)))
    assert words(one) == "một."
    assert [run.mark for run in missing.runs] == [Mark.ABSENT]


def test_an_empty_list_leaves_no_empty_line() -> None:
    assert blocks("+ @\n", lines()) == []
    assert blocks("+ @\n", said(from_units=False)) == []


# Tables


TABLE = ReportTable("t", (ReportColumn(("TT",), 1, "center"), ReportColumn(("Tên",), 5)), (("1", "một"),))


def test_a_table_alone_on_its_line_becomes_a_table() -> None:
    before, table, after = blocks("trước\n\n@\n\nsau\n", TABLE)
    assert (words(before), words(after)) == ("trước", "sau")
    assert isinstance(table, Table)
    assert table.rows[0].cells == ((Run("1"),), (Run("một"),))


def test_an_empty_table_leaves_no_empty_line() -> None:
    assert blocks("@\n", ReportTable("t", TABLE.columns, ())) == []


def test_a_table_of_which_units_are_missing_says_so_below() -> None:
    table, missing = blocks("@\n", ReportTable("t", TABLE.columns, TABLE.rows, absent=("Thanh tra Sở",)))
    assert isinstance(table, Table)
    assert missing.runs == (Run("[CHƯA CÓ SỐ LIỆU – Thanh tra Sở]", mark=Mark.ABSENT),)


# Figures and footnotes


def test_a_figure_is_a_run_of_its_own_that_knows_its_code() -> None:
    [block] = blocks("- đạt @ hồ sơ.\n", ShownFigure(Figure("a.b", Quantity(None, (CELL,)), "")))
    assert [(run.text, run.figure) for run in block.runs] == [("đạt ", ""), ("không phát sinh", "a.b"), (" hồ sơ.", "")]


def test_a_footnote_is_attached_to_the_words_before_it() -> None:
    [block] = blocks("- dự toán@:\n", Note("Làm tròn."))
    assert block.runs == (Run("dự toán", note="Làm tròn."), Run(":"))


def test_a_footnote_behind_the_words_of_a_unit_is_attached_to_them() -> None:
    [block] = blocks("- theo @@:\n", said("Kế hoạch số 1", from_units=False), Note("Làm tròn."))
    assert block.runs == (Run("theo "), Run("Kế hoạch số 1", note="Làm tròn."), Run(":"))


def test_two_footnotes_at_one_place_are_both_kept() -> None:
    [block] = blocks("- dự toán@@:\n", Note("Một."), Note("Hai."))
    assert [run.note for run in block.runs if run.note] == ["Một.", "Hai."]


@pytest.fixture
def report(figures: PeriodFigures) -> Callable[[str], Any]:
    return figures.table


def test_the_table_of_dossiers_has_its_three_header_rows_and_numbers(report: Callable[[str], Any]) -> None:
    [table] = blocks("@\n", report("dossiers_by_place"))
    assert len(table.header) == 3
    assert sum(cell.columns for cell in table.header[0]) == len(table.columns) == 13
    assert table.number_row[2] == "3=4+5+6"
    assert [row.bold for row in table.rows] == [False, False, True]


def test_a_heading_of_a_level_that_does_not_exist_is_left_to_be_refused_by_name() -> None:
    assert [(block.level, block.number) for block in blocks("# A\n##### B\n")] == [(1, "I."), (5, "")]
