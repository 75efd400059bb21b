"""What says nothing is passed over; what a rule would find never is."""

from __future__ import annotations

import pytest
from tests.prose.test_rules import WRONG

from report_utils.prose.telling import is_telling


@pytest.mark.parametrize("sentence", [sentence for _, sentence in WRONG.values()], ids=list(WRONG))
def test_no_sentence_that_cannot_be_right_is_passed_over(sentence: str) -> None:
    assert is_telling(sentence)


@pytest.mark.parametrize("term", [
    "dịch vụ công mức độ 4", "UBND cấp huyện", "Sở Thông tin và Truyền thông", "Bộ Kế hoạch và Đầu tư", "số CMND",
    "Sở Giao thông vận tải", "hộ chiếu vắc xin", "phòng, chống dịch Covid", "sổ hộ khẩu", "các thị trấn", "cấp quận",
    "chứng minh nhân dân", "Sở Lao động - Thương binh và Xã hội", "Sở Tài nguyên và Môi trường",
])  # fmt: skip
def test_no_term_of_the_past_is_passed_over(term: str) -> None:
    assert is_telling(f"Trong kỳ đơn vị tiếp tục phối hợp về {term}.")


@pytest.mark.parametrize("sentence", [
    "Đơn vị tiếp tục rà soát quy trình nội bộ.", "Nội dung số 12 của kế hoạch.", "Công tác tuyên truyền được quan tâm.",
])  # fmt: skip
def test_words_alone_are_passed_over(sentence: str) -> None:
    assert not is_telling(sentence)
