"""What rows beside the data call themselves."""

from __future__ import annotations

import pytest

from report_utils.intake.labels import is_aside, is_group_heading, is_total, may_be_total, says_nil


@pytest.mark.parametrize("text", ["Tổng cộng", "TỔNG SỐ:", "Cộng (I+II)", "T. cộng", "TC", "Tong cong", "I. Tổng cộng",
                                  "* Tổng cộng", "Tổng cộng/Total", "Tổng cộng năm 2024", "Tổng cộng 02 dự án",
                                  "Tổng số: 01 dự án", "Tổng cộng =", "Tổng chung"])
def test_a_total_is_known_by_its_words(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["Cộng nhóm A", "Tổng vốn", "Tổng dự án", "Cộng lĩnh vực y tế", "Toàn đơn vị",
                                  "Tổng số hóa tài liệu", "Tổng các kỹ năng mềm", "Tất cả", "Grand total", "Sum", "Σ",
                                  "(Tổng)", "Toàn trung tâm", "Lũy kế"])
def test_of_some_words_only_the_numbers_can_tell(text: str) -> None:
    assert may_be_total(text)
    assert not is_total(text)


@pytest.mark.parametrize("text", ["Tổng Giám đốc", "Cộng tác viên dân số", "Tổng hợp báo cáo", "Công tác dược",
                                  "Chung cư", "Summer"])
def test_ordinary_names_are_no_totals(text: str) -> None:
    assert not is_total(text)
    assert not may_be_total(text)


@pytest.mark.parametrize("text", ["NGƯỜI LẬP BIỂU", "Giám đốc", "KT. GIÁM ĐỐC", "(Ký, ghi rõ họ tên)",
                                  "Ghi chú: làm tròn", "Kế toán trưởng",
                                  "Bà Rịa, ngày 15 tháng 9 năm 2024", "Nguồn: hệ thống một cửa", "Thủ trưởng đơn vị"])
def test_notes_and_signatures_are_known(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(("text", "is_group"), [("I. Lĩnh vực y tế", True), ("A. Cấp tỉnh", True), ("II", False),
                                                ("Dược phẩm", False), ("Y tế dự phòng", False)])
def test_headings_of_groups_are_numbered(text: str, is_group: bool) -> None:
    assert is_group_heading(text) is is_group


@pytest.mark.parametrize("text", ["Không phát sinh", "không có", "KPS", "Chưa phát sinh trong kỳ"])
def test_nothing_is_said_in_words(text: str) -> None:
    assert says_nil(text)
