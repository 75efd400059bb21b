"""What is ruled out by the outlines of texts is in none of the texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.privacy import free_text, strong
from report_utils.privacy.column import Column, text_of
from report_utils.privacy.outlines import outlined, with_any_digits
from report_utils.vietnamese import identifiers

PATTERNS = {name: value for room in (strong, free_text, identifiers) for name, value in vars(room).items()
            if isinstance(value, re.Pattern)}
ASKED: dict[re.Pattern[str], tuple[int, tuple[str, ...]]] = {**strong.ASKED, **free_text.ASKED}
PERSONAL = (
    "CCCD 079085012345, ngụ tại 12/3 ấp Long An", "079 085 012 345", "ĐT: (+84) 912 345 678", "0254/385/2345",
    "DN4797912345678", "an.le@mail.vn", "an.le [at] mail.vn", "003954/BRVT-CCHN", "CCHN: 0012345", "BKS 72A-123.45",
    "xe 59X1 4567", "cháu An sinh năm 2015", "sn: 07/03/1987", "BSCK2. Nguyễn Văn An", "BSCKI Lê Thị Hà", "bà Trần An",
    "thường trú tổ 3, xã Long Điền", "Lê VĂN AN", "Tran Thi Hoa", "ho chieu b1234567", "xe 29Đ1234", "1/CCHN",
    "stk 0123 456 789", "8.123456789",
)
WORDS = st.sampled_from((*PERSONAL, "1", "9", "84", "0", "2", " ", "\n", ".0", "'", "O", "\u0301", "\u0663", "½", "ê"))
TEXTS = st.lists(WORDS | st.text(max_size=3), max_size=5).map("".join)


def test_an_outline_keeps_all_but_which_digit_it_is() -> None:
    assert outlined(["CS012", "CS345", "Số 9, ấp 1\u0663", ""]) == ["CS000", "CS000", "Số 0, ấp 0\u0663", ""]
    assert outlined([]) == []
    assert outlined(["1\n2", "\ud800"]) == ["0\n0", "\ud800"]


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - {"LOOK_ALIKES"}))  # these are looked for in single texts only
def test_no_pattern_asked_of_outlines_rules_out_a_certain_digit(name: str) -> None:
    plain = re.sub(r"\\.|\{[\d,]+\}|0-9", "", PATTERNS[name].pattern)
    assert not re.search(r"(?:\(\?<?!|\[\^)[^()\]]*\d", plain)


@given(TEXTS)
def test_a_pattern_found_in_a_text_is_found_in_its_outline(text: str) -> None:
    (outline,) = outlined([text])
    missed = [name for name, pattern in PATTERNS.items()
              if pattern.search(text) and not with_any_digits(pattern).search(outline)]
    assert not missed


@given(st.lists(TEXTS | st.none() | st.floats() | st.dates(), max_size=6))
def test_a_column_shows_each_cell_as_it_would_be_shown_alone(cells: list[object]) -> None:
    column = Column("x", cells)
    assert set(column.texts) == {text_of(raw) for raw in column.cells} - {""}
    assert column.filled == sum(1 for raw in cells if text_of(raw))


@given(st.lists(TEXTS, max_size=6))
def test_every_text_with_a_pattern_is_found_in_a_column(cells: list[str]) -> None:
    column = Column("x", cells)
    for pattern in PATTERNS.values():
        asked = ASKED.get(pattern, (0, ()))
        assert column.lines_with(pattern, *asked) == [text for text in column.texts if pattern.search(text)]
