"""Headings of several levels share cells where their paths are the same."""

from report_utils.forms.header import HeaderArea, header_areas


def test_neighbours_with_the_same_group_share_its_cell() -> None:
    assert header_areas([("Nhóm", "một"), ("Nhóm", "hai")]) == [
        HeaderArea(0, 0, 1, 2, "Nhóm"), HeaderArea(1, 0, 1, 1, "một"), HeaderArea(1, 1, 1, 1, "hai")]


def test_a_short_path_reaches_down_to_the_last_level() -> None:
    assert header_areas([("STT",), ("Nhóm", "một", "a")])[0] == HeaderArea(0, 0, 3, 1, "STT")


def test_the_same_words_under_another_group_are_another_cell() -> None:
    areas = header_areas([("Đã giải quyết", "Tổng"), ("Chưa giải quyết", "Tổng")])
    assert [area.column for area in areas if area.text == "Tổng"] == [0, 1]


def test_a_group_that_comes_again_after_another_column_is_a_new_cell() -> None:
    areas = header_areas([("Nhóm", "a"), ("Khác",), ("Nhóm", "b")])
    assert [(area.column, area.columns) for area in areas if area.text == "Nhóm"] == [(0, 1), (2, 1)]


def test_one_level_is_one_row_of_single_cells() -> None:
    assert header_areas([("a",), ("b",)]) == [HeaderArea(0, 0, 1, 1, "a"), HeaderArea(0, 1, 1, 1, "b")]
