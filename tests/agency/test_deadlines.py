"""Deadlines of plans: every form that occurs in the plans, and those that officials write besides."""

import datetime as dt

import pytest

from report_utils.agency.deadlines import Deadline, DeadlineKind, parse_deadline

DATED = {
    "quý II năm 2025": "2025-06-30",
    "trong quý II năm 2025": "2025-06-30",
    "trong Quý III năm 2025": "2025-09-30",
    "quý II/2025": "2025-06-30",
    "trong tháng 6 năm 2025": "2025-06-30",
    "trong tháng 10 năm 2025": "2025-10-31",
    "trước tháng 9 năm 2025": "2025-08-31",
    "trước tháng 12 năm 2025": "2025-11-30",
    "trong năm 2025": "2025-12-31",
    "12/2019": "2019-12-31",
    "12/2020": "2020-12-31",
    "2019": "2019-12-31",
    "2019-2020": "2020-12-31",
}
"""The deadlines with a day in the plan of Đề án 06 and in the e-government plan."""

DATED_ELSEWHERE = {
    "Quý I/2024": "2024-03-31", "quý  IV / 2024": "2024-12-31", "Quý 2 năm 2024": "2024-06-30",
    "Quý II, 2024": "2024-06-30",
    "Tháng 02/2024": "2024-02-29", "tháng 12 năm 2024.": "2024-12-31", "Năm 2024": "2024-12-31",
    "30/6/2024": "2024-06-30", "ngày 15 tháng 5 năm 2024": "2024-05-15", "trước ngày 15/6/2025": "2025-06-14",
    "trước 30/11/2025": "2025-11-29", "Hoàn thành trước ngày 01/01/2026": "2025-12-31",
    "hoàn thành trong quý IV/2024": "2024-12-31", "đến hết năm 2025": "2025-12-31",
    "chậm nhất ngày 20/12/2024": "2024-12-20", "đến 31/12/2025": "2025-12-31", "6 tháng đầu năm 2025": "2025-06-30",
    "9 tháng đầu năm 2025": "2025-09-30", "6 tháng cuối năm 2025": "2025-12-31", "cuối năm 2025": "2025-12-31",
    "Quý I, II năm 2025": "2025-06-30", "quý III và quý IV/2025": "2025-12-31", "Quý IV-2025": "2025-12-31",
    "tháng 6-8/2025": "2025-08-31", "6/2025 - 12/2025": "2025-12-31", "năm 2019 - 2020": "2020-12-31",
    "Từ tháng 6/2025 đến tháng 12/2025": "2025-12-31", "từ 01/6/2025 đến hết 15/7/2025": "2025-07-15",
    "xong trong tháng 6/2025": "2025-06-30", "đến trước 30/6/2025": "2025-06-29",
    "06 tháng đầu năm 2025": "2025-06-30",
    "giai đoạn 2021 - 2025": "2025-12-31", "Các năm 2024–2025": "2025-12-31", "vào tháng 3/2025": "2025-03-31",
}  # fmt: skip

CONTINUOUS = ("thực hiện thường xuyên", "Thường xuyên", "Thường xuyên trong năm 2025", "Hằng năm", "hàng quý",
              "Theo kỳ báo cáo", "Định kỳ 6 tháng", "khi có phát sinh")

OPEN = {
    "trong năm 2025 hoặc theo hướng dẫn của bộ, ngành trung ương": "2025-12-31",
    "trong năm 2025 hoặc theo hướng dẫn, chỉ đạo liên quan": "2025-12-31",
    "Theo hướng dẫn hoặc trong năm 2025": "2025-12-31",
    "01/7/2025 hoặc 30 ngày sau khi có hướng dẫn": "2025-07-01",
    "theo tiến độ của mỗi nhiệm vụ năm 2025": "",
    "theo hướng dẫn của bộ": "",
    "Sau khi có hướng dẫn của Bộ Y tế": "",
    "": "",
}
"""Deadlines that bind to no day, and the day that they mention."""


@pytest.mark.parametrize(("words", "day"), [*DATED.items(), *DATED_ELSEWHERE.items()])
def test_a_deadline_ends_with_the_last_day_it_names(words: str, day: str) -> None:
    assert parse_deadline(words) == Deadline(DeadlineKind.DATED, dt.date.fromisoformat(day))


@pytest.mark.parametrize("words", CONTINUOUS)
def test_work_that_goes_on_has_no_last_day(words: str) -> None:
    assert parse_deadline(words) == Deadline(DeadlineKind.CONTINUOUS)


@pytest.mark.parametrize(("words", "day"), OPEN.items())
def test_a_deadline_that_others_decide_binds_to_no_day(words: str, day: str) -> None:
    deadline = parse_deadline(words)
    assert deadline == Deadline(DeadlineKind.OPEN, dt.date.fromisoformat(day) if day else None)
    assert deadline.binding is None


REFUSED = (
    "Quý V/2024", "Quý I", "Tháng 13/2024", "trước năm", "30/02/2024", "sớm nhất có thể", "2025-2023",
    "trong năm 2025 hoặc năm 2026", "tháng 8-6/2025", "từ năm 2025", "tháng 12/2025 đến tháng 6/2025",
    "Theo Kế hoạch, xong trước 30/6/2025", "Theo hướng dẫn, chậm nhất 30/6/2025", "Sau khi sáp nhập, trước 30/6/2025",
    "30/6/2025 theo hướng dẫn", "Trong năm 2025, theo hướng dẫn của Bộ", "theo tháng 6/2025",
    "Hoàn thành trước 30/6/2025 và thực hiện thường xuyên", "Trước 30/6/2025; thường xuyên",
    "Thường xuyên; hoàn thành trong Quý II/2025", "Hằng năm trước 15/12", "Quý I hằng năm",
    "Trước ngày 15 hằng tháng", "Năm 2025 và các năm tiếp theo", "30 ngày sau khi có hướng dẫn",
)
"""No deadlines, or such as name a day and yet leave the end open."""


@pytest.mark.parametrize("words", REFUSED)
def test_words_that_are_no_deadline_or_could_be_misread_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="không hiểu thời hạn"):
        parse_deadline(words)
