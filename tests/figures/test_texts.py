"""What units say in words."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from report_utils.errors import UnknownNameError
from report_utils.figures.period import PeriodFigures
from report_utils.figures.texts import NIL_SENTENCE, citation

Compute = Callable[[Any], PeriodFigures]


def said(figures: PeriodFigures, prompt: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.unit, each.lines) for each in figures.narratives(prompt).statements]


def test_a_narrative_is_the_words_of_its_unit(figures: PeriodFigures) -> None:
    [(unit, [line])] = said(figures, "K05")
    assert unit == "Văn phòng Sở"
    assert line.startswith("Đề nghị Sở Nội vụ phối hợp tuyên truyền")


def test_the_nil_sentence_stands_only_for_what_the_unit_declared(figures: PeriodFigures, sample: Any) -> None:
    declared = {r["prompt"] for r in sample.dataset.records("narratives") if r["nil"]}
    prompts = [prompt.id for prompt in figures.source.agency.catalogues.prompts]
    shown = {p for p in prompts for s in figures.narratives(p).statements if NIL_SENTENCE in " ".join(s.lines)}
    assert declared == shown == {"P04", "P30", "P36"}
    assert all(s.nil for p in shown for s in figures.narratives(p).statements)


def test_a_unit_that_wrote_nothing_is_silent_and_never_nil(sample: Any, compute: Compute) -> None:
    statements = compute(sample.typed("narratives", {"prompt": "P04"}, nil=None, text=None)).narratives("P04")
    assert (statements.statements, statements.absent) == ((), ("Văn phòng Sở",))


def test_a_unit_that_sent_nothing_is_silent(sample: Any, compute: Compute) -> None:
    statements = compute(sample.without_unit("khtc")).narratives("P41")
    assert [s.unit for s in statements.statements] == ["Văn phòng Sở"]
    assert statements.absent == ("Phòng Kế hoạch - Tài chính",)


def test_words_count_more_than_a_cross_beside_them(sample: Any, compute: Compute) -> None:
    figures = compute(sample.typed("narratives", {"prompt": "P04"}, text="Đã khen thưởng 02 tập thể"))
    [statement] = figures.narratives("P04").statements
    assert (statement.lines, statement.nil) == (("Đã khen thưởng 02 tập thể.",), False)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Một\nHai.\n\n Ba  bốn ", ("Một.", "Hai.", "Ba bốn.")), ("Gồm:\n- a;\n- b", ("Gồm:", "- a;", "- b.")),
     ("Xong!", ("Xong!",)), ("# Tiêu đề", ("# Tiêu đề.",))],
)  # fmt: skip
def test_each_line_is_a_sentence(sample: Any, compute: Compute, text: str, lines: tuple[str, ...]) -> None:
    figures = compute(sample.typed("narratives", {"prompt": "K05"}, text=text))
    assert said(figures, "K05") == [("Văn phòng Sở", lines)]


def test_an_item_that_the_outline_does_not_have_is_refused(figures: PeriodFigures) -> None:
    with pytest.raises(UnknownNameError, match="«P99»"):
        figures.narratives("P99")
    with pytest.raises(UnknownNameError, match="«P99»"):
        figures.citations("P99")


DOCUMENT = {
    "kind": "Kế hoạch", "symbol": "157/KH-SYT", "issued": dt.date(2023, 12, 27), "issuer": "Sở Y tế",
    "subject": "Cải cách hành chính năm 2024.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Kế hoạch số 157/KH-SYT ngày 27/12/2023 của Sở Y tế về việc cải cách hành chính năm 2024"),
        ({"subject": "Về rà soát văn bản"}, "Kế hoạch số 157/KH-SYT ngày 27/12/2023 của Sở Y tế về rà soát văn bản"),
        ({"subject": "UBND giao"}, "Kế hoạch số 157/KH-SYT ngày 27/12/2023 của Sở Y tế về việc UBND giao"),
        ({"issued": dt.date(2024, 3, 8), "subject": None}, "Kế hoạch số 157/KH-SYT ngày 08/3/2024 của Sở Y tế"),
    ],
)
def test_a_citation_is_full(changes: dict[str, Any], text: str) -> None:
    assert citation({**DOCUMENT, **changes}) == text


def test_the_documents_of_an_item_are_cited_in_the_order_of_the_form(figures: PeriodFigures) -> None:
    cited = figures.citations("P17")
    symbols = [line.split(" số ")[1].split()[0] for each in cited.statements for line in each.lines]
    assert symbols == ["1812/QĐ-UBND", "1967/QĐ-UBND"]
    assert not cited.from_units


def test_a_unit_that_has_to_cite_and_has_not_is_absent(sample: Any, compute: Compute) -> None:
    statements = compute(sample.without_rows("documents", prompt="P01")).citations("P01")
    assert (statements.statements, statements.absent) == ((), ("Văn phòng Sở",))
