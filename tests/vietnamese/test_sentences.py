"""Where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.vietnamese.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Sở Y tế đã ban hành 11 văn bản.", "Trong đó có 02 kế hoạch."],
        ["Đã giải quyết 1.072.019 hồ sơ, đạt 97,77%.", "Quá hạn 3.052 hồ sơ."],
        ["Theo Quyết định số 4655/QĐ-UBND ngày 29/12/2023.", "Kết quả: đạt."],
        ["Tổng số là 25.", "Trong đó có 3 đơn vị."],
        ["Tổng số nhiệm vụ: 32.", "Đã xong: 15.", "Còn lại: 17."],
        ["Tiến độ trong quý III.", "Sở Y tế đã triển khai."],
        ["Đơn vị nào chậm?", "Không có!", "Tất cả đúng hạn…", "Đề nghị phát huy."],
        ["Các đơn vị đã tuyên truyền trên trang tin, mạng xã hội, v.v.", "Kết quả rõ rệt."],
        ["Đã kiểm tra (kể cả đột xuất.)", "«Không có vi phạm.»", "Đạt yêu cầu."],
        ["Bổ sung vitamin A.", "Tiêm phòng viêm gan B.", "Hết."],
        ["Đã xong.", "(Phụ lục I kèm theo)"],
        ["Trên đây là báo cáo của Sở Y tế./."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Trung tâm Y tế TP. Vũng Tàu, TX. Phú Mỹ và P. Thắng Tam đã gửi.",
        "KT. GIÁM ĐỐC",
        "TM. ỦY BAN NHÂN DÂN",
        "Báo cáo của PGS. TS. Trần Văn Bình.",
        "Tuyên truyền qua báo, đài, v.v. và mạng xã hội.",
        "1. Cải cách thể chế",
        "II. KẾT QUẢ THỰC HIỆN",
        "1.1. Hoàn thiện quy chế, quy định",
        "a) Công tác chỉ đạo",
        "Bảng 1. Kết quả giải quyết hồ sơ",
        "Quý III. Kết quả",
        "Gồm hai bước: 1. Tiếp nhận; 2. Trả kết quả.",
        "Số 1. 072 và 2. 500 là số viết rời.",
    ],
)
def test_a_full_stop_that_ends_nothing_is_left_alone(sentence: str) -> None:
    assert split_sentences(sentence) == [sentence]


def test_a_line_break_ends_a_sentence_and_white_space_is_folded() -> None:
    assert split_sentences("  Dòng   một\n\nDòng hai.\tHết. ") == ["Dòng một", "Dòng hai.", "Hết."]
    assert split_sentences(" \n ") == []


@given(st.text() | st.text(alphabet="AaĐ1I. \n?!…)(»«:;-"))
def test_nothing_is_lost_or_added(text: str) -> None:
    assert " ".join(split_sentences(text)).split() == text.split()
