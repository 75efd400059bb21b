"""A report is reviewed as soon as it is written; a contradiction stands where people look."""

from __future__ import annotations

from shutil import copytree

import pytest

from report_utils.review.reviewed import review_word
from report_utils.run.desk import Desk, open_desk
from report_utils.run.outcome import Outcome, conclusion, load_outcome
from report_utils.run.views import gaps_view

PLANTED = "Trong kỳ đã kiểm tra 120 lượt, gồm 90 lượt định kỳ và 31 lượt đột xuất."
UNMADE = "Đã giải quyết 120 hồ sơ, gồm 90 hồ sơ trước hạn, 31 hồ sơ [CHƯA CÓ SỐ LIỆU – Văn phòng Sở]."
BEFORE = '{{ thuyết_minh("K05") }}'


def written(folder: pytest.TempPathFactory, done: Desk, sentence: str) -> Outcome:
    """The report of the sample with one more sentence in its template."""
    root = folder.mktemp("mâu thuẫn") / "sở"
    for part in ("params", "data"):
        copytree(done.reporting.workspace.root / part, root / part)
    template = root / "params" / "syt-brvt" / "templates" / "bao-cao-cchc.md"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace(BEFORE, f"{sentence}\n\n{BEFORE}"), encoding="utf-8")
    return open_desk("syt-brvt", "2024-Q3", str(root)).write()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, done: Desk) -> Outcome:
    return written(tmp_path_factory, done, PLANTED)


def test_the_sample_says_nothing_against_itself_but_its_estimate_for_the_year(done: Desk) -> None:
    outcome = load_outcome(done.folders.reports)
    assert [remark.partition(" ")[0] for remark in outcome.remarks] == ["[R29"]
    assert "Ước thực hiện 90% trong khi đến nay mới đạt 0,0118%" in outcome.remarks[0]
    assert [found.finding.code for found in review_word(done.folders.reports / outcome.word).found] == ["R29"]
    assert conclusion(outcome).endswith("(0 cảnh báo). 1 điểm trong lời văn cần xem trước khi trình ký.")


def test_a_contradiction_is_told_with_its_place_and_its_numbers(planted: Outcome) -> None:
    _, remark = planted.remarks
    assert remark.startswith("[R01 cần xem] Mục V, đoạn ")
    assert "90 + 31 = 121" in remark
    assert remark.endswith(f" «{PLANTED}»")


def test_a_contradiction_stands_where_people_look(planted: Outcome) -> None:
    assert conclusion(planted).endswith("(0 cảnh báo). 2 điểm trong lời văn cần xem trước khi trình ký.")
    assert gaps_view(planted).frame.to_numpy().tolist() == [["Câu chữ cần xem lại", one] for one in planted.remarks]


def test_a_contradiction_makes_no_draft_for_rules_can_be_wrong(planted: Outcome) -> None:
    assert not planted.draft


def test_a_sentence_with_a_mark_for_missing_data_is_passed_over(
    tmp_path_factory: pytest.TempPathFactory, done: Desk
) -> None:
    assert written(tmp_path_factory, done, UNMADE).remarks == load_outcome(done.folders.reports).remarks
