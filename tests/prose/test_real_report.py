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
SAID_AGAIN = {
    "another sentence on digitisation without a number": ("R26", "triển khai thực hiện theo lộ trình"),
    "91 % beside 95 %": ("R07", "đạt 91% chỉ tiêu"),
    "the other share of the plan": ("R28", "đạt 95% chỉ tiêu"),
    "one number for two measures in section 9": ("R10", "Về số lượng và giá trị"),
    "the models that could not be used": ("R20", "chưa áp dụng được các mô hình"),
}
"""More sentences of the same contradictions."""

STALE = {
    "resolution of 2023": ("R12", "Nghị quyết số 19/2023/NQ-HĐND"),
    "resolution of February": ("R12", "Nghị quyết số 02/2024/NQ-HĐND"),
    "decision of January": ("R12", "Quyết định số 05/2024/QĐ-UBND"),
    "decision a day too early": ("R13", "Quyết định số 1537/QĐ-UBND"),
    "decision of the second quarter": ("R14", "Quyết định số 1632/QĐ-UBND"),
    "recruitment still to come": ("R11", "tuyển dụng trong quý III"),
    "half a year": ("R11", "Trong 6 tháng năm 2024"),
    "a class of June": ("R11", "Quý II/2024 (ngày 21/6/2024)"),
    "a class of April": ("R11", "Quý II/2024 (ngày 28/4/2024)"),
    "disbursement": ("R11", "đến quý 2/2024"),
    "systems of 2023": ("R11", "Đến năm 2023"),
    "covid systems": ("R21", "phòng chống dịch Covid"),
    "dossiers of June": ("R11", "trong tháng 6 năm 2024"),
    "population of 2022": ("R11", "đạt 91% chỉ tiêu"),
    "population of 2022 again": ("R11", "đạt 95% chỉ tiêu"),
    "a plan of 2018": ("R12", "Kế hoạch số 135/KH-SYT"),
    "vaccine passports": ("R21", "Hồ chiếu vắc xin"),
    "electronic vaccine passports": ("R21", "cấp Hộ chiếu vắc xin điện tử"),
    "injections of 2023": ("R11", "Tính đến hết tháng 11/2023"),
    "results to August": ("R11", "đến tháng 8/2024"),
    "a class that ended in May": ("R12", "đến hết ngày 09/5/2024"),
    "a class that ended in April": ("R12", "đến hết ngày 27/4/2024"),
    "classes without a day or state": ("R11", "Thời gian hoàn thành: Quý III/2024"),
    "a system that works since 2020": ("R34", "đi vào hoạt động từ đầu năm 2020"),
    "official since 2023, and under way": ("R12", "từ ngày 01/9/2023"),
    "another one since 2020": ("R34", "Từ năm 2020, Trung tâm Y tế tuyến huyện"),
    "a letter of April 2023": ("R12", "Công văn số 1050/SYT-NV"),
    "a letter of June 2023": ("R12", "Công văn số 1861/SYT-NV"),
    "a letter of May": ("R12", "Công văn số 7338/UBND-SNV"),
    "a letter of 6 June": ("R12", "Công văn số 7535/UBND-VP"),
    "plan wording in 6.1": ("R34", "Rà soát, ban hành các chính sách"),
    "plan wording in 6.2": ("R34", "Phối hợp triển khai hạ tầng IoT"),
    "plan wording in 6.3": ("R34", "hệ thống hạ tầng kỹ thuật ICT"),
    "plan wording in 6.4": ("R34", "từng bước hình thành hoàn thiện phần mềm"),
    "plan wording in 6.5": ("R34", "Từng bước xây dựng, hoàn thiện cơ sở dữ liệu"),
    "plan wording in 6.6": ("R34", "an toàn thông tin mạng bốn lớp"),
}

SLIPS = {
    "a word twice": ("R27", "theo theo hoạch"),
    "three words twice": ("R27", "phê duyệt kế hoạch phê duyệt kế hoạch"),
    "two words twice": ("R27", "triển khai Triển khai"),
    "a stray bracket": ("R27", "13/08/2024]"),
    "a paragraph told twice": ("R27", "Cung cấp cho người dân công cụ quản lý"),
    "a clause told twice in 6.2": ("R27", "hình thức thuê dịch vụ công nghệ thông tin"),
    "a sentence of 6.2 in 6.4": ("R27", "Xây dựng kho dữ liệu của công dân"),
    "a clause of 8.2 in 8.4": ("R27", "thông báo lưu trú theo đúng quy định"),
    "a clause without its verb": ("R35", "định kỳ trước ngày 15 hàng tháng"),
}

IDENTITIES = (
    "15 + 17 = 32", "97/98 + 08 + 39 = 145", "46 + 52 = 98", "64 + 36 = 100/101", "03 + 01 = 04",
    "40.117.000.000 đồng + 200.000.000.000 đồng = 240.117 triệu đồng",
    "40.117.000.000 đồng + 200.000.000.000 đồng - 28.365.000 đồng = 240.088.635.000 đồng",
    "1.072.019 / 1.178.041 = 91%", "453/453 = 100%", "573/573 = 100%", "123/123 = 100%",
    "3.118.665/3.189.960 = 97,77%", "222/252 = 88%", "422.801 triệu đồng / 566.418 triệu đồng = 75 %",
    "770 + 5 + 223 = 998", "796 + 35 + 32 = 863", "0 + 2.434 + 26 = 2.460", "104 + 2.320 + 0 = 2.424",
    "770 + 2.439 + 249 = 3.458", "900 + 2.355 + 32 = 3.287", "998 + 2.460 = 3.458", "863 + 2.424 = 3.287",
    "135 + 36 = 171", "863 + 135 = 998", "2.424 + 36 = 2.460", "3.287 + 171 = 3.458", "87% = 87%",
    "82/82 = 82/82", "8/8 = 8/8", "11 ≤ 40", "1 + 1 + 1 = 03", "04 + 03 = 07", "7 × 50 = 350",
    "28.365.000 đồng = 28,365tr đồng", "141.834 triệu đồng ≤ 422.801 triệu đồng (lũy kế)", "88% ≥ 70%", "91% = 91%",
    "1.072.019 = 1.072.019", "06 lớp bồi dưỡng: 06", "02 Quyết định: 02", "03 thủ tục hành chính: 03",
    "07/KH-SYT < 09/KH-SYT < 25/KH-SYT < 26/KH-SYT < 33/KH-SYT < 43/KH-SYT < 55/KH-SYT",
    "335/SYT-VP < 787/SYT < 2804/SYT-KHTC < 3202/SYT-VP < 3250/SYT-KHTC", "605/QĐ-UBND < 1683/QĐ-UBND",
    "1537/QĐ-UBND < 1632/QĐ-UBND", "7338/UBND-SNV < 7535/UBND-VP",
)  # fmt: skip


BESIDE = (
    "Đã ban hành Quyết định số 3826/QĐ-UBND ngày 29/12/2023 của Ủy ban nhân dân tỉnh.",
    "Triển khai Quyết định số 1467/QĐ-UBND ngày 05/6/2024 của Ủy ban nhân dân tỉnh.",
)
"""Sentences of other documents of the same province."""


def read(*beside: str) -> Reviewed:
    text = read_text(TEXT.read_text(encoding="utf-8").splitlines())
    return review(Report(text, setting_of(text), tuple(Report(read_text([line])) for line in beside)))


@pytest.fixture(scope="module")
def reviewed() -> Reviewed:
    return read()


def quotes(reviewed: Reviewed, code: str = "") -> list[str]:
    return [" ".join(spot.quote for spot in each.spots) for each in reviewed.remarks if code in ("", each.code)]


@pytest.mark.parametrize(("code", "words"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_found_at_its_sentence(reviewed: Reviewed, code: str, words: str) -> None:
    assert any(words in quote for quote in quotes(reviewed, code))


@pytest.mark.parametrize(("code", "words"), [*STALE.values(), *SLIPS.values()], ids=[*STALE, *SLIPS])
def test_what_is_stale_or_slipped_is_found_at_its_sentence(reviewed: Reviewed, code: str, words: str) -> None:
    assert any(words in quote for quote in quotes(reviewed, code))


@pytest.mark.parametrize("equation", IDENTITIES)
def test_what_holds_is_confirmed(reviewed: Reviewed, equation: str) -> None:
    assert equation in {held.what for held in reviewed.held}


def test_nothing_else_is_said(reviewed: Reviewed) -> None:
    known = [*CONTRADICTIONS.values(), *SAID_AGAIN.values(), *STALE.values(), *SLIPS.values()]
    told = [(each.code, " ".join(spot.quote for spot in each.spots)) for each in reviewed.remarks]
    assert [one for one in told if not any(one[0] == code and words in one[1] for code, words in known)] == []


def test_a_register_is_held_against_other_documents() -> None:
    told = read(*BESIDE)
    assert [each.found for each in told.remarks if each.code == "R16"] == ["3835/QĐ-UBND ngày 28/12/2023"]
    assert "1467/QĐ-UBND < 1537/QĐ-UBND < 1632/QĐ-UBND" in {held.what for held in told.held}
