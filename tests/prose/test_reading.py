"""Lines become headings, items and rows, each below what leads to it."""

from __future__ import annotations

from report_utils.prose.passage import Kind
from report_utils.prose.reading import Line, read_text


def parents(*lines: str) -> list[list[int]]:
    """The numbers of the passages above each line."""
    return [[above.number for above in each.parents] for each in read_text(lines)]


def test_headings_stand_below_each_other_by_their_numbers() -> None:
    text = read_text(["II. KẾT QUẢ", "2. Thủ tục hành chính", "2.1. Rà soát", "- Đã rà soát 3 thủ tục."])
    assert [each.kind for each in text] == [Kind.HEADING] * 3 + [Kind.ITEM]
    assert text.passages[3].section == "II.2.1"


def test_items_stand_below_the_sentence_that_leads_to_them() -> None:
    assert parents("Đã bổ nhiệm 02 trường hợp:", "+ A: 01.", "+ B: 01.", "Câu khác.") == [[], [1], [1], []]


def test_a_list_ends_where_items_of_a_higher_rank_begin() -> None:
    assert parents("Đã bổ nhiệm 02 trường hợp:", "+ A: 01.", "+ B: 01.", "- Việc khác.") == [[], [1], [1], []]


def test_items_of_a_lower_rank_stand_below_those_above() -> None:
    assert parents("Gồm:", "- A:", "+ A1.", "- B.") == [[], [1], [1, 2], [1]]


def test_a_paragraph_that_a_page_has_cut_in_two_is_one() -> None:
    assert [each.text for each in read_text(["Sở đã ban hành", "kế hoạch năm 2024."])] == [
        "Sở đã ban hành kế hoạch năm 2024."
    ]


def test_lines_with_tabs_are_rows_of_a_table() -> None:
    rows = read_text(["STT\tĐơn vị\tSố", "1\tA\t3", "", "Câu.", "STT\tĐơn vị\tSố"]).passages
    assert [(each.kind, each.table) for each in rows] == [
        (Kind.ROW, 1), (Kind.ROW, 1), (Kind.PARAGRAPH, 0), (Kind.ROW, 2),
    ]  # fmt: skip


def test_the_marks_of_a_mark_up_language_are_left_out() -> None:
    assert [each.text for each in read_text(["## **1. Cải cách**", "*Kết quả:* <b>tốt</b>"])] == [
        "Cải cách", "Kết quả: tốt",
    ]  # fmt: skip


def test_a_passage_keeps_where_it_comes_from() -> None:
    assert [each.source for each in read_text([Line("Câu.", source="C7")])] == ["C7"]
