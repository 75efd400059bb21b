"""Narratives are read sentence by sentence, and against what the unit itself states in numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.findings import Finding

Found = Callable[..., list[Finding]]
Act = Callable[..., Any]

NARRATIVES, INDICATORS = "Thuyết minh", "Chỉ tiêu"

SENTENCES = {
    "a share of other numbers": ("Đã tiếp nhận 222/252 hồ sơ trực tuyến, đạt 86%.", "R02"),
    "parts that make another whole": ("Có 12 nhiệm vụ, gồm 07 nhiệm vụ thường xuyên và 04 nhiệm vụ đột xuất.", "R01"),
    "a period of the past": ("Tính đến quý II/2024, bệnh viện đã tập huấn cho toàn bộ viên chức tiếp nhận.", "R11"),
    "a year of the past": ("Đến năm 2022, các khoa đã kết nối phần mềm quản lý bệnh viện.", "R11"),
    "a day that there is not": ("Bệnh viện họp rà soát quy trình ngày 31/6/2024.", "R15"),
    "a year that is not that of the day": ("Theo Quyết định số 05/2023/QĐ-UBND ngày 31/01/2024.", "R17"),
    "a count under the label of a rate": ("Tỷ lệ hồ sơ nộp trực tuyến: 1.549 hồ sơ.", "R08"),
    "a term of the past": ("Bệnh viện tiếp nhận hồ sơ dịch vụ công mức độ 4.", "R21"),
    "a person": ("Người bệnh Nguyễn Thị Mẫu phản ánh, đã được trả lời.", "R23"),
    "a word twice": ("Bệnh viện tiếp tục thực hiện theo theo kế hoạch đã đề ra.", "R27"),
}


@pytest.mark.parametrize(("sentence", "code"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_that_cannot_be_right_is_found_at_its_cell(
    retype: Act, found: Found, sentence: str, code: str
) -> None:
    retype("bvbr", NARRATIVES, {"C7": sentence})
    told = [each for each in found() if each.code == code]
    assert [(each.file, each.sheet, each.cell) for each in told] == [("bvbr_2024-Q3.xlsx", NARRATIVES, "C7")]
    assert sentence in told[0].message


def test_a_narrative_is_held_against_the_indicator_of_the_unit(retype: Act, found: Found) -> None:
    retype("ttyt-vt", NARRATIVES, {"C7": "Dân số có hồ sơ sức khỏe điện tử: đã lập 307.755 hồ sơ, đạt 95%."})
    [told] = [each for each in found() if each.code == "R07"]
    assert {each.sheet for each in told.cells} == {NARRATIVES, INDICATORS}
    assert "95%" in told.message
    assert "88%" in told.message


def test_a_narrative_that_tells_the_same_is_no_finding(retype: Act, found: Found) -> None:
    retype("ttyt-vt", NARRATIVES, {"C7": "Dân số có hồ sơ sức khỏe điện tử: đã lập 307.755 hồ sơ, đạt 88%."})
    assert [each.code for each in found()] == []


TOTALS = {
    "all that was resolved": ("Đã giải quyết 254 hồ sơ thủ tục hành chính.", "264", "Số hồ sơ đã giải quyết - Tổng"),
    "of the period by its name": ("Quý III/2024 giải quyết 254 hồ sơ.", "264", "Số hồ sơ đã giải quyết - Tổng"),
    "between the days of the period": ("Từ ngày 15/6/2024 đến hết ngày 14/9/2024 đã giải quyết 254 hồ sơ.", "264",
                                       "Số hồ sơ đã giải quyết - Tổng"),
    "with the unit's own name": ("Bệnh viện tiếp nhận 256 hồ sơ.", "266", "Số lượng hồ sơ tiếp nhận - Tổng"),
    "one of two numbers": ("Bệnh viện tiếp nhận 266 hồ sơ, đã giải quyết 260 hồ sơ.", "264", "đã giải quyết - Tổng"),
    "in time": ("Số hồ sơ giải quyết trước hạn: 19 hồ sơ.", "9", "đã giải quyết - Trước hạn"),
    "what is left": ("Còn 12 hồ sơ chưa giải quyết.", "2", "chưa giải quyết - Tổng"),
}


@pytest.mark.parametrize(("sentence", "total", "column"), TOTALS.values(), ids=TOTALS)
def test_a_narrative_is_held_against_the_totals_of_the_units_tables(
    retype: Act, found: Found, sentence: str, total: str, column: str
) -> None:
    retype("bvbr", NARRATIVES, {"C7": sentence})
    [told] = found()
    assert (told.code, told.sheet, told.cell) == ("R07", NARRATIVES, "C7")
    assert f"nơi khác ghi {total} (biểu «Hồ sơ TTHC», cột «" in told.message
    assert f"{column}») cho cùng một nội dung. Câu: «{sentence}»" in told.message
    assert {each.sheet for each in told.cells[1:]} == {"Hồ sơ TTHC"}


def test_any_table_that_counts_one_kind_of_thing_is_looked_at(retype: Act, found: Found) -> None:
    retype("vp", NARRATIVES, {"C7": "Trong kỳ bổ nhiệm mới 9 trường hợp."})
    [told] = [each for each in found() if each.code == "R07"]
    assert "(biểu «Bổ nhiệm», cột «Bổ nhiệm mới»)" in told.message


@pytest.mark.parametrize("sentence", [
    "Trong kỳ đã giải quyết 264 hồ sơ thủ tục hành chính.",
    "Bệnh viện tiếp nhận 266 hồ sơ, trong đó tiếp nhận mới 264 hồ sơ.",
    "Bệnh viện tiếp nhận 264 hồ sơ, giải quyết 264 hồ sơ.",  # without the backlog
    "Khoa Dược tiếp nhận 12 hồ sơ, đã giải quyết 11 hồ sơ.",
    "Đã tiếp nhận 120 hồ sơ đề nghị cấp chứng chỉ hành nghề.",
    "Quý II đã giải quyết 120 hồ sơ.",
    "Trong tháng 8/2024 đã giải quyết 90 hồ sơ.",
    "Tháng 8 giải quyết 90 hồ sơ.",
    "Từ ngày 01/8/2024 đến ngày 31/8/2024 đã giải quyết 90 hồ sơ.",
    "Ngày 12/8/2024 tiếp nhận 15 hồ sơ.",
    "Các lĩnh vực:\n- Dược: tiếp nhận 120 hồ sơ, giải quyết 110 hồ sơ.",
    "Lĩnh vực dược phẩm, cụ thể:\n- Tiếp nhận 120 hồ sơ.\n- Giải quyết 110 hồ sơ.",
    "Mỗi ngày tiếp nhận 15 hồ sơ.",
    "Trong tháng tiếp nhận 90 hồ sơ.",
    "Trong năm tiếp nhận 900 hồ sơ.",
    "Ngày cao điểm tiếp nhận 35 hồ sơ.",
    "Trong tuần đầu đã tiếp nhận 35 hồ sơ.",
    "Dự kiến quý IV giải quyết 300 hồ sơ.",
    "Không để quá hạn 10 hồ sơ nào.",
    "Đã xin lỗi 4 hồ sơ giải quyết quá hạn.",
    "Rút ngắn thời gian giải quyết 30 hồ sơ.",
    "Ủy quyền giải quyết 30 hồ sơ.",
    "Có 30 hồ sơ được giải quyết ngay trong ngày.",
    "Cùng kỳ năm trước tiếp nhận 120 hồ sơ.",
    "Lũy kế từ đầu năm đã giải quyết 700 hồ sơ.",
    "Phấn đấu giải quyết trước hạn 50 hồ sơ.",
    "Bình quân mỗi tháng giải quyết 88 hồ sơ.",
    "Đã số hóa 30 hồ sơ.",
    "Đã tiếp nhận trên 250 hồ sơ.",
    "Đã lập 120 hồ sơ sức khỏe điện tử.",
    "Qua kiểm tra 40 hồ sơ đã giải quyết, không có sai sót.",
    "Về lĩnh vực Dược. Đã giải quyết 25 hồ sơ.",
    "Lĩnh vực Dược\nĐã giải quyết 25 hồ sơ.",
    "Ngày 14/9/2024 tiếp nhận 5 hồ sơ.",
    "Tính đến ngày 14/9/2024, đã tiếp nhận 812 hồ sơ.",
    "Từ 01/01 đến 14/9/2024 tiếp nhận 812 hồ sơ.",
    "Đến nay đã giải quyết 780 hồ sơ.",
    "Đến cuối kỳ đã giải quyết 780 hồ sơ.",
    "Từ khi triển khai đã tiếp nhận 2.050 hồ sơ.",
    "Đầu quý III tiếp nhận 90 hồ sơ.",
    "Cuối kỳ tiếp nhận 90 hồ sơ.",
    "Giải quyết đúng hạn 264 hồ sơ.",  # with those before their time
    "Số hồ sơ giải quyết đúng hạn 264/264 hồ sơ, đạt 100%.",
    "Tổ chức nộp 12 hồ sơ, cá nhân nộp 252 hồ sơ.",
    "Người dân nộp 01 bộ hồ sơ.",
    "Hồ sơ cá nhân: giải quyết 250 hồ sơ.",
    "Phòng Hành chính giải quyết 30 hồ sơ.",
    "Ủy ban nhân dân tỉnh đã giải quyết 12 hồ sơ.",
    "Tiếp nhận qua phần mềm 250 hồ sơ.",
    "Tại cơ sở 1: tiếp nhận 100 hồ sơ.",
    "Thủ tục A: tiếp nhận 100 hồ sơ; thủ tục B: tiếp nhận 166 hồ sơ.",
    "Tiếp nhận 100 hồ sơ và tiếp nhận 166 hồ sơ.",
    "Sẽ giải quyết 300 hồ sơ.",
    "Cần giải quyết 2 hồ sơ.",
    "Tồn kỳ trước 223 hồ sơ đã giải quyết xong 200 hồ sơ.",
])
def test_a_sentence_that_speaks_of_less_more_or_something_else_is_let_pass(
    retype: Act, found: Found, sentence: str
) -> None:
    retype("bvbr", NARRATIVES, {"C7": sentence})
    assert [each.message for each in found() if each.code == "R07"] == []
