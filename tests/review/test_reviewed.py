"""A report in a Word file is read like a person reads it: headings, lists, tables, sentences."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.period import Period
from report_utils.cli import main
from report_utils.lint.package import NoWordFileError
from report_utils.review.reviewed import confirmations, review_word

Write = Callable[[Any], Path]

TITLE = "*BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2024*"
WRONG = "- Đã giải quyết 120 hồ sơ, gồm 90 hồ sơ trước hạn và 31 hồ sơ đúng hạn."
TABLE = [
    ["Đơn vị", "Tiếp nhận", "Trực tuyến", "Trực tiếp"],
    ["A", "10", "6", "4"],
    ["B", "12", "7", "5"],
    ["C", "9", "5", "4"],
    ["Tổng cộng", "31", "19", "13"],
]


def status(*arguments: str) -> int:
    """What the command ends with."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def test_a_sentence_is_quoted_with_its_section(word_file: Write) -> None:
    [found] = review_word(word_file([TITLE, "*I. KẾT QUẢ*", "*1. Thủ tục hành chính*", WRONG])).found
    assert (found.finding.code, found.finding.sheet) == ("R01", "Mục I.1")
    assert found.quotes == (WRONG.removeprefix("- "),)


def test_the_period_is_that_of_the_title_unless_it_is_given(word_file: Write) -> None:
    file = word_file([TITLE, "Nội dung."])
    assert str(review_word(file).setting.period) == "2024-Q3"
    assert str(review_word(file, Period(2023, "Y")).setting.period) == "2023-Y"


def test_a_table_is_added_up(word_file: Write) -> None:
    along, down = review_word(word_file([TITLE, "Kết quả theo đơn vị:", TABLE])).found
    assert {along.finding.code, down.finding.code} == {"R04"}
    assert along.quotes == down.quotes == ("Tổng cộng | 31 | 19 | 13",)
    assert "19 + 13 = 32" in along.finding.message
    assert "6 + 7 + 5 = 18" in down.finding.message


DRAFT = ["- Kiểm tra: [CHƯA CÓ SỐ LIỆU – Văn phòng Sở, Thanh tra Sở, Văn phòng Sở, Thanh tra Sở].",
         "- Số hóa [CHƯA CÓ SỐ LIỆU – Phòng Nghiệp vụ] hồ sơ, gồm 7 hồ sơ cũ và 5 hồ sơ mới, cộng 13 hồ sơ.",
         "- Đã tiếp nhận 5 [KIỂM TRA LẠI – Phòng Phòng Nghiệp vụ] hồ sơ của năm trước."]  # fmt: skip


def test_the_marks_of_a_draft_are_no_words_of_its_author(word_file: Write) -> None:
    assert review_word(word_file([TITLE, *DRAFT])).found == ()


def test_beside_an_open_sentence_the_others_are_still_judged(word_file: Write) -> None:
    [found] = review_word(word_file([TITLE, f"{DRAFT[0]} {WRONG.removeprefix('- ')}"])).found
    assert found.finding.code == "R01"
    assert found.quotes == (WRONG.removeprefix("- "),)


def test_what_holds_can_be_listed(word_file: Write) -> None:
    told = review_word(word_file([TITLE, "Đã tiếp nhận 222/252 hồ sơ trực tuyến, đạt 88%."]))
    assert told.found == ()
    assert list(confirmations(told)) == ["222/252 = 88% (đoạn 2)"]


def test_documents_of_other_files_are_in_the_same_register(word_file: Write, tmp_path: Path) -> None:
    cited = "Thực hiện Quyết định số {} của Ủy ban nhân dân tỉnh."
    other = word_file([TITLE, cited.format("3826/QĐ-UBND ngày 29/12/2023")]).rename(tmp_path / "khác.docx")
    file = word_file([TITLE, cited.format("3835/QĐ-UBND ngày 28/12/2023")])
    assert [each.finding.code for each in review_word(file).found] == []
    [found] = review_word(file, beside=[other]).found
    assert found.finding.code == "R16"
    assert [each.file for each in found.finding.cells] == [file.name, "khác.docx"]


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_text("không phải Word", encoding="utf-8")
    with pytest.raises(NoWordFileError):
        review_word(tmp_path / "x.docx")


def test_the_command_tells_what_it_found_and_how_to_mend_it(
    word_file: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status("review", str(word_file([TITLE, WRONG]))) == 1
    output = capsys.readouterr().out
    assert "báo cáo quý III năm 2024, kỳ số liệu từ 15/6/2024 đến 14/9/2024." in output
    assert "[R01 lỗi] đoạn 2: Câu ghi 120, trong khi 90 + 31 = 121." in output
    assert "1 điểm cần xem lại" in output


def test_each_finding_is_a_json_object_with_its_quotes(word_file: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("review", "--json", str(word_file([TITLE, WRONG]))) == 1
    [found] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (found["rule"], found["text"]) == ("R01", WRONG.removeprefix("- "))


def test_a_report_without_a_fault_says_so(word_file: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("review", str(word_file([TITLE, "Sở tiếp tục rà soát thủ tục hành chính."]))) == 0
    *_, nothing, then = capsys.readouterr().out.splitlines()
    assert nothing.startswith("Không thấy mâu thuẫn, nhưng cũng không có phép đối chiếu nào: trong văn bản không có")
    assert nothing.endswith("Các số chưa được kiểm tra.")
    assert "bằng baocao compare" in then
    assert status("review", str(word_file([TITLE, "Đã tiếp nhận 222/252 hồ sơ trực tuyến, đạt 88%."]))) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Không thấy mâu thuẫn; 1 phép đối chiếu khớp."
