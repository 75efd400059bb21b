"""Placeholders, and what units sent as runs."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.document.blocks import Mark, Run
from report_utils.document.inserts import (
    Inserts,
    Note,
    ShownFigure,
    absent_run,
    cell_runs,
    figure_runs,
    inline_runs,
    without_placeholders,
)
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.quantity import Quantity
from report_utils.figures.tables import Absent, Listing
from report_utils.figures.texts import Statement, Statements
from report_utils.findings import CellRef

CELL = CellRef("a.xlsx", "S", "B2")


def figure(value: str | None = "8", **carried: Any) -> Figure:
    quantity = Quantity(None if value is None else Decimal(value), (CELL,), **carried)
    return Figure("a.b", quantity, "quy tắc", "hồ sơ")


def statements(*texts: str, absent: tuple[str, ...] = (), from_units: bool = True) -> Statements:
    said = tuple(Statement(f"Đơn vị {n}", (text,), False, CELL) for n, text in enumerate(texts, 1))
    return Statements("P01", said, absent, from_units)


def words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


# Placeholders


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Co"])), min_size=1, max_size=6))
def test_a_text_is_cut_at_its_placeholders_and_nothing_is_lost(texts: list[str]) -> None:
    inserts = Inserts()
    notes = [Note(str(number)) for number in range(len(texts))]
    joined = "".join(text + inserts.token(note) for text, note in zip(texts, notes, strict=True))
    expected = [piece for text, note in zip(texts, notes, strict=True) for piece in (text, note) if piece]
    assert inserts.split(joined) == expected


@given(st.text())
def test_foreign_text_never_holds_a_placeholder(text: str) -> None:
    inserts = Inserts()
    token = inserts.token(Note("riêng"))
    cleaned = without_placeholders(f"{token[0]}{text}{token}")
    assert all(isinstance(piece, str) for piece in inserts.split(cleaned))


def test_foreign_text_is_put_together_in_nfc() -> None:
    assert without_placeholders("Sơ\u0309 Y tế") == "Sở Y tế"


# Figures


def test_a_known_figure_is_its_text_and_knows_its_code() -> None:
    assert figure_runs(figure()) == (Run("08", figure="a.b"),)


def test_a_template_may_ask_for_another_form() -> None:
    assert inline_runs(ShownFigure(figure(), Display.TABLE)) == (Run("8", figure="a.b"),)
    assert inline_runs(ShownFigure(figure("28365000"), millions=True)) == (Run("28", figure="a.b"),)


def test_an_absent_figure_names_every_unit_that_owes_it() -> None:
    [run] = figure_runs(figure(None, absent=("Thanh tra Sở", "Bệnh viện Mắt")))
    assert run == Run("[CHƯA CÓ SỐ LIỆU – Thanh tra Sở, Bệnh viện Mắt]", mark=Mark.ABSENT, figure="a.b")


def test_a_figure_is_absent_even_where_a_part_of_it_is_known() -> None:
    assert words(figure_runs(figure("8", absent=("Thanh tra Sở",)))) == "[CHƯA CÓ SỐ LIỆU – Thanh tra Sở]"


def test_a_doubtful_figure_keeps_its_value_and_says_whom_to_ask() -> None:
    value, mark = figure_runs(figure(doubtful=("Thanh tra Sở",)))
    assert value == Run("08", mark=Mark.DOUBTFUL, figure="a.b")
    assert mark == Run(" [KIỂM TRA LẠI – Thanh tra Sở]", mark=Mark.DOUBTFUL)


def test_what_is_absent_is_not_called_doubtful_as_well() -> None:
    [run] = figure_runs(figure(None, absent=("Thanh tra Sở",), doubtful=("Bệnh viện Mắt",)))
    assert run.mark is Mark.ABSENT


def test_a_ratio_of_nothing_to_nothing_did_not_arise() -> None:
    assert figure_runs(figure(None)) == (Run("không phát sinh", figure="a.b"),)


def test_cells_of_tables_are_words_figures_or_marks() -> None:
    assert cell_runs("Lĩnh vực") == (Run("Lĩnh vực"),)
    assert cell_runs("") == ()
    assert cell_runs(figure()) == (Run("08", figure="a.b"),)
    assert cell_runs(Absent(("Thanh tra Sở",))) == (absent_run(("Thanh tra Sở",)),)


# Words within a line


def test_one_unit_speaks_without_its_name_several_with_theirs() -> None:
    assert words(inline_runs(statements("Đã làm."))) == "Đã làm."
    assert words(inline_runs(statements("Đã làm.", "Đang làm."))) == "Đơn vị 1: Đã làm. Đơn vị 2: Đang làm."


def test_citations_are_clauses_of_one_sentence() -> None:
    assert words(inline_runs(statements("Kế hoạch số 1", "Kế hoạch số 2", from_units=False))) == (
        "Kế hoạch số 1; Kế hoạch số 2"
    )


def test_silent_units_are_marked_after_those_that_spoke() -> None:
    *_, mark = inline_runs(statements("Đã làm.", absent=("Thanh tra Sở",)))
    assert mark == absent_run(("Thanh tra Sở",))
    assert inline_runs(statements(absent=("Thanh tra Sở",))) == (mark,)


def test_a_list_within_a_line_has_semicolons() -> None:
    listing = Listing("x", (("một ", figure()), ("hai ", figure("9"))))
    assert words(inline_runs(listing)) == "một 08; hai 09"


def test_a_note_has_no_words_of_its_own() -> None:
    assert inline_runs(Note("Làm tròn.")) == (Run("", note="Làm tròn."),)


@pytest.mark.parametrize("text", ["# Tiêu đề", "+ ý nhỏ", "**đậm**", "{{ a.b }}", "1. Mục", "- gạch", "a\\b"])
def test_what_a_unit_writes_is_shown_as_it_stands(retyped: Callable[..., PeriodFigures], text: str) -> None:
    figures = retyped("narratives", {"prompt": "K05"}, {"text": text})
    assert words(inline_runs(figures.narratives("K05"))) == f"{text}."
