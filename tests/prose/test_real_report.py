"""The report of the third quarter of 2024, as it was signed: every contradiction that people found in it by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_utils.prose.reading import read_text
from report_utils.prose.review import Reviewed, review
from report_utils.prose.scan import Report
from report_utils.prose.setting import setting_of

TEXT = Path(__file__).parent / "texts" / "cchc-quy-iii-2024.txt"

# What contradicts what, and words of the sentence at which it must be found.
CONTRADICTIONS = {
    "97/98 procedures are not 52, 46 and 1": ("R01", "97/98 TTHC được tiếp nhận"),
    "52 and 36 procedures, 46 and 64": ("R07", "là 100/101 thủ tục"),
    "148 procedures of 145": ("R07", "với 148 TTHC"),
    "all dossiers online, and 88 %": ("R07", "thực hiện trực tuyến đạt 100%"),
    "222 dossiers online, and 770": ("R07", "tiếp nhận 222/252 hồ sơ"),
    "a count under the label of a rate": ("R08", "1549 hồ sơ tiếp nhận trực tuyến"),
    "545.918 and 20.499 are not 566.418": ("R05", "566.418 triệu đồng"),
    "a rate of disbursement of another whole": ("R02", "ngân đạt: 0,07%"),
    "a rate of the second quarter": ("R11", "đến quý 2/2024"),
    "an estimate of 100 % after 0,07 %": ("R29", "Ước thực hiện đến 31/12/2024 là 100%"),
    "95 % and 91 %": ("R02", "đạt 95% chỉ tiêu"),
    "a share of the plan on the population": ("R28", "đạt 91% chỉ tiêu kế hoạch"),
    "recruitment of which there was none": ("R20", "tuyển dụng công chức, viên chức: chưa phát sinh"),
    "a plan that is being drafted and carried out": ("R20", "kế hoạch tuyên truyền CCHC: đang xây dựng"),
    "no model, and a pilot": ("R20", "Chưa phát sinh trong kỳ báo cáo"),
    "new procedures that are amended ones": ("R30", "05 TTHC sửa đổi, bổ sung; bãi bỏ 02"),
    "5 tasks with 13 items": ("R19", "5 nhiệm vụ với 13 nội dung"),
    "a class that ends on another day": ("R15", "đến hết ngày 27/4/2024"),
    "a number without a unit": ("R09", "tư vấn khám chữa bệnh từ xa: 31,3"),
    "one number for two measures": ("R10", "Số lượng và giá trị giao dịch"),
    "levels 3 and 4": ("R21", "mức độ 3, 4"),
    "a prompt without an answer": ("R25", "thu hút người có tài năng"),
    "a prompt for numbers without any": ("R26", "triển khai thực hiện các nội dung theo theo hoạch"),
    "a first sentence without a year": ("R31", "Sở Y tế báo cáo công tác cải cách Quý III như sau"),
    "all have it, and not enough scanners": ("R20", "chưa đủ có kinh phí"),
    "the registry last": ("R32", "Lưu: VP, VT."),
}
NOT_FOUND = {
    "what one suspended procedure waits for": "two states of one procedure, which only their meaning tells apart",
    "kinds of classes, and classes": "«06 lớp» are kinds here, seven classes of one of them there",
    "a decision out of order in another document": "the numbers 3826 and 3827 stand in other documents",
}

STALE = {
    "resolution of 2023": "Nghị quyết số 19/2023/NQ-HĐND", "resolution of February": "Nghị quyết số 02/2024/NQ-HĐND",
    "decision of January": "Quyết định số 05/2024/QĐ-UBND", "decision a day too early": "Quyết định số 1537/QĐ-UBND",
    "decision of the second quarter": "Quyết định số 1632/QĐ-UBND",
    "recruitment still to come": "tuyển dụng trong quý III",
    "half a year": "Trong 6 tháng năm 2024", "a class of June": "Quý II/2024 (ngày 21/6/2024)",
    "a class of April": "Quý II/2024 (ngày 28/4/2024)", "disbursement": "đến quý 2/2024",
    "systems of 2023": "Đến năm 2023",
    "covid systems": "phòng chống dịch Covid", "dossiers of June": "trong tháng 6 năm 2024",
    "population of 2022": "đạt 91% chỉ tiêu", "population of 2022 again": "đạt 95% chỉ tiêu",
    "a plan of 2018": "Kế hoạch số 135/KH-SYT", "vaccine passports": "Hồ chiếu vắc xin",
    "electronic vaccine passports": "cấp Hộ chiếu vắc xin điện tử", "injections of 2023": "Tính đến hết tháng 11/2023",
    "results to August": "đến tháng 8/2024", "a stray bracket": "13/08/2024]",
    "a paragraph told twice": "Cung cấp cho người dân công cụ quản lý",
}  # fmt: skip

IDENTITIES = (
    "15 + 17 = 32", "97/98 + 08 + 39 = 145", "46 + 52 = 98", "64 + 36 = 100/101", "03 + 01 = 04",
    "40.117.000.000 đồng + 200.000.000.000 đồng = 240.117 triệu đồng",
    "40.117.000.000 đồng + 200.000.000.000 đồng - 28.365.000 đồng = 240.088.635.000 đồng",
    "1.072.019 / 1.178.041 = 91%", "453/453 = 100%", "573/573 = 100%", "123/123 = 100%",
    "3.118.665/3.189.960 = 97,77%", "222/252 = 88%", "422.801 triệu đồng / 566.418 triệu đồng = 75 %",
    "770 + 5 + 223 = 998", "796 + 35 + 32 = 863", "0 + 2.434 + 26 = 2.460", "104 + 2.320 + 0 = 2.424",
    "770 + 2.439 + 249 = 3.458", "900 + 2.355 + 32 = 3.287", "998 + 2.460 = 3.458", "863 + 2.424 = 3.287",
    "135 + 36 = 171", "863 + 135 = 998", "2.424 + 36 = 2.460", "3.287 + 171 = 3.458", "87% = 87%",
    "82/82 = 82/82", "8/8 = 8/8",
)  # fmt: skip


@pytest.fixture(scope="module")
def reviewed() -> Reviewed:
    text = read_text(TEXT.read_text(encoding="utf-8").splitlines())
    return review(Report(text, setting_of(text)))


def quotes(reviewed: Reviewed, code: str = "") -> list[str]:
    return [" ".join(spot.quote for spot in each.spots) for each in reviewed.remarks if code in ("", each.code)]


@pytest.mark.parametrize(("code", "words"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_found_at_its_sentence(reviewed: Reviewed, code: str, words: str) -> None:
    assert any(words in quote for quote in quotes(reviewed, code))


@pytest.mark.parametrize("words", STALE.values(), ids=STALE)
def test_what_is_stale_is_found_at_its_sentence(reviewed: Reviewed, words: str) -> None:
    assert any(words in quote for quote in quotes(reviewed))


@pytest.mark.parametrize("equation", IDENTITIES)
def test_what_holds_is_confirmed(reviewed: Reviewed, equation: str) -> None:
    assert equation in {held.what for held in reviewed.held}


def test_all_but_three_of_the_contradictions_are_found() -> None:
    assert (len(CONTRADICTIONS), len(NOT_FOUND), len(STALE)) == (26, 3, 22)
