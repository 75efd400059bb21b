"""Each rule by sentences that it must find, beside sentences that only look like them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.prose.conftest import read_report

from report_utils.prose.remark import Remark
from report_utils.prose.review import review
from report_utils.vietnamese.numbers import format_decimal, format_integer, round_half_up

Codes = Callable[..., list[str]]
Remarks = Callable[..., list[Remark]]

WRONG = {
    "a tree in one sentence": ("R01", "Tổng số 145 thủ tục, gồm 98 thủ tục cấp tỉnh và 46 thủ tục cấp xã."),
    "states of a whole": ("R01", "Được giao 48 nhiệm vụ, đã hoàn thành 40 nhiệm vụ, đang thực hiện 07 nhiệm vụ."),
    "time limits": ("R01", "Đã giải quyết 1.109 hồ sơ: trước hạn 684, đúng hạn 421, quá hạn 05."),
    "what is left": (
        "R01",
        "Kế hoạch vốn 184.600 triệu đồng, đã giải ngân 52.314 triệu đồng, còn lại 132.826 triệu đồng.",
    ),
    "what a ratio leaves": ("R01", "Đã hoàn thành 51 trên tổng số 64 nhiệm vụ; còn 15 nhiệm vụ đang thực hiện."),
    "a share of a ratio": ("R02", "Số hóa 7.206/9.052 hồ sơ, đạt 76,9%."),
    "a share rounded down": ("R02", "Toàn trình 28/65 thủ tục, đạt 43,07%."),
    "a part above its whole": ("R03", "Đã cấp chữ ký số cho 51 trên tổng số 49 công chức."),
    "a sum in another unit": ("R05", "Kinh phí 3.915 triệu đồng (391.500.000 đồng)."),
    "an increase": ("R06", "Có 1.236 chứng thư số, tăng 118 chứng thư so với kỳ trước (1.108 chứng thư)."),
    "an increase in points": ("R06", "Đạt 61,2%, tăng 8,7 điểm phần trăm so với quý II/2024 (53,5%)."),
    "a list that is too short": (
        "R19",
        "Ban hành 03 văn bản, gồm: Công văn số 1/SYT-VP ngày 01/7/2024; Công văn số 2/SYT-VP ngày 02/7/2024.",
    ),
    "a register out of order": (
        "R16",
        "Công văn số 1877/SYT-VP ngày 15/7/2024; Công văn số 1755/SYT-VP ngày 20/7/2024.",
    ),
    "one document of two days": (
        "R18",
        "Kế hoạch số 112/KH-SYT ngày 28/6/2024 và Kế hoạch số 112/KH-SYT ngày 26/6/2024.",
    ),
    "an end before its beginning": ("R15", "Tạm dừng từ ngày 25/8/2024 đến ngày 22/8/2024."),
    "a day after the report": ("R12", "Bổ nhiệm tại Quyết định số 61/QĐ-SYT ngày 20/11/2024."),
    "an old decree": ("R22", "Theo Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ."),
    "a number of a card": ("R23", "Ông Nguyễn Văn A, CCCD số 077084001234, đề nghị xem xét."),
    "what is told of a whole once more": (
        "R01", "Có 31 phản ánh, gồm đất đai 28, môi trường 3; đã trả lời 29, đang xử lý 3.",
    ),
    "a total without its noun": ("R01", "Phản ánh: tiếp nhận 23 (đất đai 17, môi trường 5, khoáng sản 2)."),
    "labels with numbers": ("R01", "Nhiệm vụ: 18. Xong: 10. Đang làm: 7."),
    "more kinds than documents": ("R01", "Ban hành 31 văn bản, trong đó: 07 kế hoạch, 19 công văn và 06 thông báo."),
    "a change told first": (
        "R06",
        "Quý này tiếp nhận mới 1.246 hồ sơ. So với cùng kỳ (tiếp nhận mới 1.131 hồ sơ), số hồ sơ tăng 125 hồ sơ.",
    ),
    "down to": ("R06", "Toàn huyện giảm từ 268 xóm, khối xuống còn 241 xóm, khối, giảm 37 xóm."),
    "numbers of one day with turned digits": (
        "R18", "Kế hoạch số 221/KH-SYT ngày 31/7/2024; theo Kế hoạch số 212/KH-SYT ngày 31/7/2024.",
    ),
    "a law of the past": ("R22", "Theo Luật Khám bệnh, chữa bệnh số 40/2009/QH12."),
    "an account": ("R23", "Chuyển trợ cấp vào số tài khoản 8800205123456 tại ngân hàng."),
    "a phrase twice": ("R27", "Một số nơi chưa chủ động hướng dẫn; một số nơi chưa chủ động hướng dẫn."),
    "classes of equal size": ("R01", "Đào tạo 320 học viên/7 lớp/50 học viên/01 lớp."),
    "a target that was not met": ("R33", "Tỷ lệ số hóa đạt 62%, vượt chỉ tiêu 65%."),
    "a list of the period and of the year before": (
        "R12",
        "Sở đã triển khai Công văn số 105/SYT-NV ngày 12/4/2023; Công văn số 2804/SYT-NV ngày 22/7/2024.",
    ),
    "a course that was over": ("R12", "- Thời gian đào tạo: từ ngày 19/3/2024 đến ngày 09/5/2024."),
    "an end without a day": ("R11", "- Thời gian hoàn thành: Quý III/2024."),
    "official, and under way": ("R12", "Đang triển khai phần mềm. Triển khai chính thức từ ngày 01/9/2023."),
    "a clause without its verb": ("R35", "Các phòng phối hợp thực hiện; định kỳ trước ngày 15 hàng tháng."),
    "spoiled letters": ("R24", "Xây dựng cơ sở dữ liệu quy hoáº¡ch dùng chung."),
}

RIGHT = {
    "a tree": "Tổng số 145 thủ tục, gồm 98 thủ tục cấp tỉnh và 47 thủ tục cấp xã.",
    "some of them": "Có 145 thủ tục, trong đó có 64 thủ tục toàn trình.",
    "a share half up": "Toàn trình 28/65 thủ tục, đạt 43,08%.",
    "more than planned": "Giải quyết việc làm 17.120/16.500 lao động, đạt 103,76% kế hoạch.",
    "a comparison": "Tiếp nhận 1.236 hồ sơ, tăng 128 hồ sơ so với cùng kỳ năm 2023 (1.108 hồ sơ).",
    "round the clock": "Đường dây nóng trực 24/7.",
    "history": "Từ năm 2020, Sở đã bỏ hình thức gửi hồ sơ giấy.",
    "a legal base of another year": "Thực hiện Kế hoạch số 157/KH-SYT ngày 27/12/2023 về cải cách hành chính năm 2024.",
    "a plan for the next quarter": "Phấn đấu hoàn thành trong quý IV/2024.",
    "words rightly told twice": "Chất lượng phục vụ ngày ngày được nâng lên.",
    "a list of the period": (
        "Sở đã triển khai Công văn số 5/SYT-NV ngày 15/6/2024; Công văn số 9/SYT-NV ngày 22/7/2024."
    ),
    "a letter and what it is based on": (
        "Sở đã ban hành Công văn số 9/SYT-NV ngày 22/7/2024, theo Công văn số 1050/UBND-VP ngày 12/4/2023."
    ),
    "an end with its state": "- Thời gian hoàn thành: Quý III/2024 (đã hoàn thành).",
    "a target that was met": "Nâng cao tỷ lệ hồ sơ trực tuyến đạt 70%: tỷ lệ 88%.",
    "a target that was missed, as told": "Tỷ lệ số hóa 62%, chưa đạt chỉ tiêu 65%.",
    "a target met from below": "Tỷ lệ quá hạn 0,5%, đạt chỉ tiêu dưới 1%.",
    "a rate behind what is left": (
        "Ngân sách giao 5.000 triệu đồng, đã chi 3.000 triệu đồng, còn lại 2.000 triệu đồng (đạt 60%)."
    ),
    "sums in two scales": "Kinh phí 12 tỷ 500 triệu đồng, gồm 12 tỷ đồng ngân sách và 500 triệu đồng nguồn thu.",
    "thousands as in English": "Tổng số 1,234 hồ sơ, trong đó 1,000 hồ sơ trực tuyến, 234 hồ sơ trực tiếp.",
    "when to report": "Các phòng báo cáo định kỳ trước ngày 15 hàng tháng.",
    "a reduplicated word of two": "Công tác rà soát được thực hiện thường xuyên, liên tục.",
}


@pytest.mark.parametrize(("code", "sentence"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_right_is_found(codes: Codes, code: str, sentence: str) -> None:
    assert code in codes(sentence)


@pytest.mark.parametrize("sentence", RIGHT.values(), ids=RIGHT)
def test_what_only_looks_wrong_is_let_pass(codes: Codes, sentence: str) -> None:
    assert codes(sentence) == []


def test_one_fact_with_two_values_is_found_in_two_sections(codes: Codes) -> None:
    lines = (
        "II. KẾT QUẢ",
        "1. Hồ sơ",
        "- Tiếp nhận 16.295 hồ sơ trực tuyến.",
        "III. ĐÁNH GIÁ CHUNG",
        "Đã tiếp nhận 16.925 hồ sơ trực tuyến.",
    )
    assert codes(*lines) == ["R07"]


def test_facts_of_two_places_are_two_facts(codes: Codes) -> None:
    lines = ("II. KẾT QUẢ", "- Bệnh viện A tuyển 36/83 chỉ tiêu.", "- Bệnh viện B tuyển 39/62 chỉ tiêu.")
    assert codes(*lines) == []


def test_formulas_between_brackets_are_worked_out(codes: Codes) -> None:
    lines = ("Dự toán giao: 545 triệu đồng (1)", "Bổ sung: 20 triệu đồng (2)", "Tổng: 566 triệu đồng (1)+(2)")
    assert codes(*lines) == ["R05"]
    assert codes(*lines[:2], "Tổng: 565 triệu đồng (1)+(2)") == []


def test_a_row_is_found_where_nearly_all_rows_add_up(codes: Codes) -> None:
    rows = ["Lĩnh vực\tTiếp nhận\tTrực tuyến\tTrực tiếp\tXong\tCòn", "A\t812\t640\t172\t806\t6",
            "B\t1.436\t1.102\t334\t1.430\t6", "C\t268\t151\t117\t197\t71", "D\t174\t139\t{}\t158\t16",
            "E\t63\t63\t0\t60\t3"]  # fmt: skip
    assert codes(*(row.format(45) for row in rows)) == ["R04"]
    assert codes(*(row.format(35) for row in rows)) == []


def test_what_is_to_be_done_may_stand_under_a_title_in_capitals(codes: Codes) -> None:
    lines = ("II. KẾT QUẢ", "- Đã cập nhật 21.406/21.938 hồ sơ (97,6%).", "NHIỆM VỤ 6 THÁNG CUỐI NĂM",
             "1. Cập nhật đủ 100% hồ sơ.")  # fmt: skip
    assert codes(*lines) == []


def test_a_table_of_documents_has_as_many_as_its_title_says(codes: Codes) -> None:
    rows = ("TT\tSố, ký hiệu\tNgày", "1\t7/KH-SYT\t12/7/2024", "2\t11/KH-SYT\t18/7/2024")
    assert codes("DANH MỤC 03 VĂN BẢN CHỈ ĐẠO", *rows) == ["R19"]
    assert codes("DANH MỤC 02 VĂN BẢN CHỈ ĐẠO", *rows) == []


PAIRS = {
    "digits that changed places": (
        "R07", "Trong số 2.599 hồ sơ có 2.574 hồ sơ trực tuyến.", "Mặt được: có 2.547 hồ sơ nộp trực tuyến.",
    ),
    "no plan, and its number": (
        "R20", "Sở chưa ban hành kế hoạch chuyển đổi số năm 2024.",
        "Thực hiện theo Kế hoạch số 33/KH-SYT ngày 17/7/2024 về chuyển đổi số năm 2024.",
    ),
    "all approved, and some not": (
        "R20", "Đã hoàn thành 100% việc phê duyệt Đề án vị trí việc làm của các đơn vị.",
        "Còn 03 đơn vị chưa được phê duyệt Đề án vị trí việc làm.",
    ),
    "all done, and some left": (
        "R20", "Đề án sắp xếp đơn vị sự nghiệp: đã hoàn thành 100%.",
        "Còn 01 đơn vị sự nghiệp chưa hoàn thành Đề án sắp xếp.",
    ),
    "not begun, and in use": ("R20", "Bệnh án điện tử: chưa triển khai.", "Có 9/24 khoa dùng bệnh án điện tử."),
    "all in time, and some overdue": (
        "R20", "Trong kỳ, 100% hồ sơ được giải quyết đúng hạn.", "Còn 05 hồ sơ giải quyết quá hạn.",
    ),
    "nobody disciplined, and two": (
        "R20", "Trong kỳ không có công chức, viên chức bị kỷ luật.", "Đã xử lý kỷ luật 02 viên chức vi phạm.",
    ),
    "no course, and two": ("R20", "Không tổ chức tập huấn trong kỳ.", "Đã tổ chức 02 lớp tập huấn cho 120 học viên."),
    "another number left": ("R07", "Đã hoàn thành 44/46 nhiệm vụ.", "Còn 03 nhiệm vụ chưa hoàn thành."),
    "dong for millions of dong": ("R05", "Kinh phí được giao 22.970 triệu đồng.", "Sở đã chi 22.970.000 đồng."),
    "income less spending": ("R01", "Thu: 96.420 triệu đồng.", "Chi: 88.130 triệu đồng. Chênh lệch thu - chi: 8.920."),
}  # fmt: skip


@pytest.mark.parametrize(("code", "one", "other"), PAIRS.values(), ids=PAIRS)
def test_two_sentences_that_cannot_both_be_right_are_found(codes: Codes, code: str, one: str, other: str) -> None:
    assert code in codes("II. KẾT QUẢ", f"- {one}", f"- {other}")


@pytest.mark.parametrize(("one", "other"), [
    ("Lĩnh vực Dược có 12 hồ sơ quá hạn.", "Lĩnh vực Mỹ phẩm không có hồ sơ quá hạn."),
    ("Trung tâm Y tế A không có hồ sơ quá hạn.", "Trung tâm Y tế B còn 12 hồ sơ quá hạn."),
    ("Lãnh đạo được bổ nhiệm theo quy trình, không tổ chức thi tuyển.", "Đã bổ nhiệm lại 07 trường hợp."),
    ("Không tuyển dụng công chức.", "Tuyển dụng 05 viên chức."),
])  # fmt: skip
def test_a_denial_for_one_denies_nothing_of_another(codes: Codes, one: str, other: str) -> None:
    assert codes("II. KẾT QUẢ", f"- {one}", f"- {other}") == []


def test_a_day_after_the_cut_off_is_found_in_the_first_sentence_as_well(codes: Codes) -> None:
    assert codes("Ngày 20/10/2024, Sở đã tổ chức hội nghị tập huấn.") == ["R12"]
    assert codes("Ngày 20/10/2024.") == []


def test_two_sentences_that_agree_are_let_pass(codes: Codes) -> None:
    lines = ("- Đã hoàn thành 44/46 nhiệm vụ.", "- Còn 02 nhiệm vụ chưa hoàn thành.", "- Được giao 22.970 triệu đồng.",
             "- Đã chi 22.970.000.000 đồng.", "- Đào tạo: chưa phát sinh.", "- Sẽ mở 2 lớp đào tạo.",
             "- Lĩnh vực Dược: 100% hồ sơ được giải quyết đúng hạn.", "- Còn 05 hồ sơ giải quyết quá hạn.")  # fmt: skip
    assert codes("II. KẾT QUẢ", *lines) == []


def test_the_share_of_an_item_is_that_of_the_whole_above(codes: Codes) -> None:
    items = ("+ Đúng hạn: 1.924.", "+ Trễ hạn: 2 ({}%).")
    assert codes("- Đã giải quyết: 1.926, gồm:", items[0], items[1].format("1,04")).count("R02") == 1
    assert codes("- Đã giải quyết: 1.926, gồm:", items[0], items[1].format("0,10")) == []


def test_rows_of_documents_are_read_with_their_days(codes: Codes) -> None:
    head = ("I. CHỈ ĐẠO", "1. Trong quý Sở ban hành 02 văn bản:", "TT\tSố, ký hiệu\tNgày")
    assert codes(*head, "1\t2715/SYT-VP\t06/10/2023", "2\t356/SYT-VP\t21/7/2024") == ["R12"]
    assert codes(*head, "1\t07/2023/QĐ-UBND\t26/7/2024", "2\t356/SYT-VP\t21/7/2024") == ["R17"]


def test_a_cell_that_ends_before_it_begins_is_found(codes: Codes) -> None:
    rows = ("TT\tLớp\tThời gian", "1\tMột\t06/8/2024 - 24/7/2024", "2\tHai\t06/8/2024 - 09/8/2024")
    assert codes(*rows) == ["R15"]


def test_a_table_goes_on_behind_the_name_of_a_group(codes: Codes) -> None:
    rows = ("TT\tNơi\tTổng\tĐúng\tTrễ", "I\tTại Sở", "1\tA\t10\t6\t4", "2\tB\t12\t7\t5", "II\tTại huyện",
            "3\tC\t9\t5\t4", "\tTổng cộng\t31\t18\t14")  # fmt: skip
    assert "R04" in codes(*rows)


def test_quarters_gone_through_one_by_one_are_no_old_quarters(codes: Codes) -> None:
    assert codes("Lũy kế 9 tháng: 6 hồ sơ (quý I: 1; quý II: 2; quý III: 3).") == []


PLAN = (
    "II. KẾT QUẢ", "1. Phát triển dữ liệu", "- Rà soát, hoàn thiện cơ sở dữ liệu của ngành.",
    "- Xây dựng kho dữ liệu dùng chung.", "- Triển khai kết nối với nền tảng của tỉnh.",
)  # fmt: skip


def test_a_section_that_only_tells_what_is_to_be_done_is_found_once_with_all_its_sentences(remarks: Remarks) -> None:
    (told,) = remarks(*PLAN)
    assert told.code == "R34"
    assert [spot.quote for spot in told.spots] == [line.removeprefix("- ") for line in PLAN[2:]]


@pytest.mark.parametrize("result", ["- Đã kết nối 8 phần mềm.", "- Chưa phát sinh trong kỳ.",
                                    "- Ban hành Kế hoạch số 9/KH-SYT ngày 22/7/2024."])  # fmt: skip
def test_one_result_makes_a_section_of_results(codes: Codes, result: str) -> None:
    assert codes(*PLAN, result) == []


def test_what_is_to_be_done_stands_rightly_in_the_outlook(codes: Codes) -> None:
    assert codes("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", *PLAN[1:]) == []


def test_a_section_of_years_before_is_found(codes: Codes) -> None:
    assert codes("II. KẾT QUẢ", "1. Trạm y tế", "- Từ năm 2020, các trạm đã dùng phần mềm quản lý.") == ["R34"]


def test_more_in_the_quarter_than_since_the_start_of_the_year_is_found(codes: Codes) -> None:
    quarter = "Thực hiện chi quý III năm 2024: 141.834 triệu đồng."
    assert codes(quarter, "Thực hiện chi lũy kế 9 tháng đầu năm 2024: 141.000 triệu đồng.") == ["R03"]
    assert codes(quarter, "Thực hiện chi lũy kế 9 tháng đầu năm 2024: 422.801 triệu đồng.") == []


COPIED = (
    "Xây dựng kho dữ liệu của công dân, tổ chức khi thực hiện các giao dịch trực tuyến với {}; giúp công dân, tổ chức "
    "quản lý, lưu trữ dữ liệu điện tử của mình, cung cấp, chia sẻ với các cơ quan nhà nước, hạn chế việc sử dụng văn "
    "bản giấy."
)


def test_a_sentence_with_one_word_changed_is_told_twice(codes: Codes) -> None:
    assert codes("Nội dung:", "- " + COPIED.format("ngành"), "- " + COPIED.format("tỉnh")) == ["R27"]


def test_a_fact_may_be_told_twice(codes: Codes) -> None:
    lines = [f"- {COPIED.format(name)[:-1]} tại 123 cơ sở." for name in ("ngành", "tỉnh")]
    assert codes("Nội dung:", *lines) == []


@settings(max_examples=40, deadline=None)
@given(many=st.integers(2, 40), each=st.integers(2, 400), off=st.sampled_from((0, 1, -1)))
def test_things_of_equal_size_make_their_product_or_are_found(many: int, each: int, off: int) -> None:
    sentence = f"Đào tạo {format_integer(many * each + off)} học viên/{many} lớp ({each} học viên/lớp)."
    assert [told.code for told in review(read_report(sentence)).remarks] == (["R01"] if off else [])


WHOLES = (
    "Tổng số {t} hồ sơ, gồm {a} hồ sơ trực tuyến, {b} hồ sơ trực tiếp và {c} hồ sơ bưu chính.",
    "Tiếp nhận {t} hồ sơ (trực tuyến {a}, trực tiếp {b}, bưu chính {c}).",
    "Đã giải quyết {t} hồ sơ: trước hạn {a}, đúng hạn {b}, quá hạn {c}.",
)
COUNT = st.integers(min_value=2, max_value=99_999)


@settings(max_examples=60, deadline=None)
@given(a=COUNT, b=COUNT, c=COUNT, off=st.sampled_from((0, 1, -1, 10)), wording=st.sampled_from(WHOLES))
def test_a_total_is_the_sum_of_its_parts_or_is_found(a: int, b: int, c: int, off: int, wording: str) -> None:
    sentence = wording.format(
        **{k: format_integer(v) for k, v in {"a": a, "b": b, "c": c, "t": a + b + c + off}.items()}
    )
    told = [each.code for each in review(read_report(sentence)).remarks]
    assert told == (["R01"] if off else [])


@settings(max_examples=60, deadline=None)
@given(part=COUNT, more=COUNT, places=st.integers(0, 2), off=st.sampled_from((0, 1, -1)))
def test_a_share_is_that_of_its_ratio_or_is_found(part: int, more: int, places: int, off: int) -> None:
    whole = part + more
    stated = round_half_up(Decimal(part) * 100 / whole, places) + Decimal(off).scaleb(-places)
    if stated <= 0:
        return
    sentence = f"Số hóa {format_integer(part)}/{format_integer(whole)} hồ sơ, đạt {format_decimal(stated, places)}%."
    told = [each.code for each in review(read_report(sentence)).remarks]
    written = Decimal(format_decimal(stated, places).replace(".", "").replace(",", "."))
    is_right = round_half_up(Decimal(part) * 100 / whole, max(0, -int(written.as_tuple().exponent))) == written
    assert told == ([] if is_right else ["R02"])
