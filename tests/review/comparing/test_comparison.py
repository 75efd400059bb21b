"""What a person changed in a generated report is found, and what programs do when they save it is not."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from tests.review.comparing.conftest import (
    Edit,
    W,
    broken_in_two,
    decomposed,
    deleted,
    digit_before,
    ends_moved_out,
    numbered_anew,
    paragraph,
    paragraph_moved,
    paragraph_removed,
    retyped,
    row_added,
    row_of,
    row_removed,
    sentence_added,
    smart_signs,
    split_by_word,
    tracked,
    typed_behind,
    typed_over,
    typed_without_bookmark,
)

from report_utils.agency.reporting import Reporting
from report_utils.document.official import to_word
from report_utils.document.report import build_report
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.lint.package import word_package
from report_utils.opc import pack, unpack
from report_utils.review.comparing.comparison import compare
from report_utils.review.comparing.copy import Copy
from report_utils.review.comparing.differences import Difference, differs
from report_utils.review.comparing.reading import read_copy
from report_utils.run.office import Office

TOTAL = "f_plans_cchc_total_1"
TOLD = "Tổng số nhiệm vụ"
CLASS = "Đào tạo, bồi dưỡng về thẩm định giá"
After = Callable[..., list[Difference]]

AS_SAVED: tuple[Edit, ...] = (split_by_word, numbered_anew, ends_moved_out, decomposed, smart_signs)


def rules(found: list[Difference]) -> list[str]:
    return [each.rule for each in found]


# What programs do


def test_a_report_is_equal_to_itself(after: After) -> None:
    assert after() == []


@pytest.mark.parametrize("change", AS_SAVED, ids=lambda change: change.__name__)
def test_what_word_and_others_do_when_they_save_is_no_difference(after: After, change: Edit) -> None:
    assert after(change) == []


def test_a_report_saved_by_libreoffice_is_equal(report: bytes, original: Copy, by_stem: dict[str, Figure],
                                                quarter: Reporting, office: Office) -> None:  # fmt: skip
    saved = office.convert(report, "docx:MS Word 2007 XML", quarter.window.end)
    assert compare(original, read_copy(word_package(saved, "lưu.docx")), by_stem) == []


def test_bookmarks_that_are_lost_are_no_difference_while_the_numbers_stay(after: After) -> None:
    def without_bookmarks(root: Any) -> None:
        for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)

    assert after(without_bookmarks) == []
    [found] = after(typed_over(TOTAL, "33"), without_bookmarks)
    assert (found.rule, found.figure, found.found) == ("S04", "plans.cchc.total", "33")


# Figures


@pytest.mark.parametrize(
    ("edit", "rule", "now"),
    [
        (typed_over(TOTAL, "33"), "S02", "33"),
        (tracked(TOTAL, "33"), "S02", "33"),
        (typed_behind(TOTAL, "33"), "S04", "33"),
        (typed_without_bookmark(TOTAL, "33"), "S04", "33"),
        (digit_before(TOTAL, "1"), "S04", "132"),
        (deleted(TOTAL), "S03", ""),
    ],
)
def test_a_figure_that_was_changed_is_told_with_code_sentence_and_heading(
    after: After, edit: Edit, rule: str, now: str
) -> None:
    [found] = after(edit, *AS_SAVED)
    assert (found.rule, found.figure, found.found, found.expected) == (rule, "plans.cchc.total", now, "32")
    assert found.text.startswith(f"+ {TOLD}")
    assert found.place == "Câu (I.1. Về kế hoạch cải cách hành chính)"
    assert found.severity.value == "lỗi"


def test_a_figure_whose_bookmark_was_emptied_but_whose_number_stands_beside_it_is_right(after: After) -> None:
    assert after(typed_behind(TOTAL, "32")) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [("f_dossiers_received_1", "3458"), ("f_dossiers_received_1", "3 458"), ("f_plans_cchc_done_rate_1", "46,9 %"),
     ("f_procedures_department_total_1", "8")],
)  # fmt: skip
def test_only_the_writing_of_a_number_is_a_note(after: After, name: str, written: str) -> None:
    found = after(typed_over(name, written))
    assert rules(found) == ["S05"]
    assert not differs(found)


def test_a_figure_changed_at_one_place_names_the_other_that_still_says_the_old(after: After) -> None:
    [found] = after(typed_over("f_dossiers_received_1", "3.459"))
    assert "; cùng số liệu ở Bảng 1, dòng «Tổng cộng», cột" in found.message
    assert "vẫn ghi «3.458»" in found.message


def test_a_figure_changed_at_both_places_names_no_other(after: After) -> None:
    found = after(*(typed_over(f"f_dossiers_received_{n}", "3.459") for n in (1, 2)))
    assert rules(found) == ["S02", "S02"]
    assert not any("cùng số liệu" in each.message for each in found)


def test_a_date_is_one_figure(after: After) -> None:
    [found] = after(retyped("đến ngày 14/9/2024: đã nhập", "14/9/2024", "14/8/2024"))
    assert (found.found, found.expected) == ("14/8/2024", "14/9/2024")


def test_figures_that_changed_places_are_both_told(after: After) -> None:
    found = after(typed_over("f_plans_cchc_done_1", "17"), typed_over("f_plans_cchc_running_1", "15"))
    assert [(each.figure, each.found) for each in found] == [("plans.cchc.done", "17"), ("plans.cchc.running", "15")]


# Sentences


def test_a_changed_sentence_shows_the_words_that_changed(after: After) -> None:
    [found] = after(retyped(TOLD, TOLD, "Tổng cộng nhiệm vụ"))
    assert (found.rule, found.figure) == ("S06", "")
    assert found.message.endswith("«+ Tổng [-số-] {+cộng+} nhiệm vụ: 32.».")


def test_a_sentence_with_another_figure_and_other_words_is_told_twice(after: After) -> None:
    found = after(retyped(TOLD, TOLD, "Tổng cộng nhiệm vụ"), typed_over(TOTAL, "33"))
    assert rules(found) == ["S02", "S06"]


def test_an_added_sentence_and_a_number_in_it_are_told(after: After) -> None:
    [found] = after(sentence_added(TOLD, "Còn 5 nhiệm vụ sẽ làm ngay."))
    assert (found.rule, found.found) == ("S07", "Còn 5 nhiệm vụ sẽ làm ngay.")


def test_a_removed_paragraph_is_told_with_its_figure(after: After) -> None:
    found = after(paragraph_removed(TOLD))
    assert [(each.rule, each.figure) for each in found] == [("S03", "plans.cchc.total"), ("S08", "")]


def test_a_moved_paragraph_is_a_note_and_neither_removed_nor_added(after: After) -> None:
    found = after(paragraph_moved(TOLD, "Số nhiệm vụ chưa triển khai"))
    assert rules(found) == ["S12"]
    assert not differs(found)


def test_a_paragraph_broken_in_two_between_sentences_is_only_layout(after: After) -> None:
    assert after(broken_in_two("Việc kiểm tra cải cách hành chính được lồng ghép")) == []


def test_a_changed_heading_note_and_footer_are_told(after: After) -> None:
    [heading] = after(retyped("Cải cách thể chế", "Cải cách thể chế", "Cải cách thể chế, pháp luật"))
    assert (heading.rule, heading.place) == ("S06", "Đề mục")
    [note] = after(retyped("làm tròn", "01 triệu", "02 triệu"), part="word/footnotes.xml")
    assert (note.rule, note.element) == ("S06", "Chú thích")
    [footer] = after(retyped("minh họa", "minh họa", "chính thức"), part="word/footer1.xml")
    assert (footer.rule, footer.element) == ("S06", "Đầu trang, chân trang")


def test_parts_packed_in_another_order_are_no_difference(
    report: bytes, original: Copy, by_stem: dict[str, Figure]
) -> None:
    turned = io.BytesIO()
    with zipfile.ZipFile(turned, "w") as archive:
        for name, content in reversed(unpack(report).items()):
            archive.writestr(name, content)
    assert compare(original, read_copy(word_package(turned.getvalue(), "báo cáo.docx")), by_stem) == []


def test_a_picture_that_was_replaced_is_told(report: bytes) -> None:
    """As a note, for Word presses pictures when it saves; the eye decides."""
    drawn, other = (read_copy(word_package(pack({**unpack(report), "word/media/image1.png": image}), "báo cáo.docx"))
                    for image in (b"one", b"other"))
    found = compare(drawn, other, {})
    assert [each.message for each in found] == ["Hình: 1 hình không còn như khi vẽ từ dữ liệu."]
    assert not differs(found)


def test_a_paragraph_whose_end_was_deleted_with_changes_tracked_is_gone(after: After) -> None:
    def deleted_paragraph(root: Any) -> None:
        gone = paragraph(root, TOLD)
        etree.SubElement(etree.SubElement(gone.find(f"{W}pPr"), f"{W}rPr"), f"{W}del")
        for run in list(gone.iter(f"{W}r")):
            holder = etree.Element(f"{W}del")
            run.addprevious(holder)
            holder.append(run)

    assert rules(after(deleted_paragraph)) == ["S03", "S08"]


# Tables


def test_a_cell_is_told_with_row_and_column(after: After) -> None:
    [found] = after(typed_over("f_dossiers_one_stop_received_1", "999"))
    assert found.element == ("Bảng 1, dòng «Tại Trung tâm Phục vụ hành chính công», "
                             "cột «Số lượng hồ sơ tiếp nhận - Tổng»")  # fmt: skip
    [words] = after(lambda root: cell_typed(row_of(root, CLASS)[-1], "Đã hoàn thành"))
    assert (words.rule, words.found) == ("S09", "Đã hoàn thành")
    assert words.element.endswith("cột «Kết quả»")


def cell_typed(cell: Any, text: str) -> None:
    first, *others = cell.iter(f"{W}t")
    first.text = text
    for node in others:
        node.text = ""


def test_rows_removed_and_added_are_told_and_the_numbers_of_the_rows_below_are_not(after: After) -> None:
    [gone] = after(row_removed(CLASS))
    assert gone.rule == "S11"
    assert gone.figure == "training_classes.2.classes; training_classes.2.trainees"
    cells = ["3", "Lớp mới", "Sở Y tế", "03 ngày", "1", "30", "Trực tiếp", "Đạt"]

    def renumbered(root: Any) -> None:
        rows = list(row_of(root, CLASS).itersiblings())
        for number, row in enumerate(rows[1:], 4):
            cell_typed(next(row.iter(f"{W}tc")), str(number))

    [new] = after(row_added(CLASS, cells), renumbered)
    assert (new.rule, new.found) == ("S10", " | ".join(cells))


def test_a_row_deleted_with_changes_tracked_is_gone(after: After) -> None:
    def marked_as_deleted(root: Any) -> None:
        row = row_of(root, CLASS)
        properties = etree.Element(f"{W}trPr")
        etree.SubElement(properties, f"{W}del")
        row.insert(0, properties)

    assert rules(after(marked_as_deleted)) == ["S11"]


def test_a_column_and_a_table_that_were_removed_are_told_once(after: After) -> None:
    def without_column(root: Any) -> None:
        for row in row_of(root, CLASS).getparent().iter(f"{W}tr"):
            row.remove(list(row.iter(f"{W}tc"))[3])

    [column] = after(without_column)
    assert (column.rule, column.expected) == ("S11", "Thời gian đào tạo")
    [table] = after(lambda root: root[0].remove(row_of(root, CLASS).getparent()))
    assert table.expected.startswith("cả bảng: TT | Tên lớp")


# What the clerk fills in


def test_number_day_and_signer_are_notes_of_the_clerk(after: After) -> None:
    found = after(retyped("/BC-SYT", "/BC-SYT", "123/BC-SYT"),
                  retyped("tháng 9 năm 2024", "tháng 9 năm 2024", "25 tháng 10 năm 2024"),
                  retyped("Nguyễn Văn Thái", "Nguyễn Văn Thái", "Trần Thị Bình"))  # fmt: skip
    assert [(each.rule, each.element) for each in found] == [
        ("S14", "Số, ký hiệu"), ("S14", "Địa danh, thời gian"), ("S14", "Họ tên người ký")]  # fmt: skip
    assert not differs(found)


def test_another_symbol_is_no_matter_of_the_clerk(after: After) -> None:
    assert rules(after(retyped("/BC-SYT", "/BC-SYT", "123/BC-SNV"))) == ["S06"]


def test_a_draft_notice_that_was_taken_out_is_an_error(computed: PeriodFigures, quarter: Reporting, original: Copy,
                                                       by_stem: dict[str, Figure]) -> None:  # fmt: skip
    document = build_report(computed, "cchc", draft=True, illustrative=True).document
    draft = to_word(replace(document, appendices=()), quarter)
    found = compare(read_copy(word_package(draft, "dự thảo.docx")), original, by_stem)
    assert rules(found) == ["S13"]


def test_another_report_is_compared_without_an_error(computed: PeriodFigures, quarter: Reporting, original: Copy,
                                                     by_stem: dict[str, Figure]) -> None:  # fmt: skip
    other = to_word(build_report(computed, "open_data", draft=False, illustrative=True).document, quarter)
    assert len(compare(original, read_copy(word_package(other, "khác.docx")), by_stem)) > 100


def test_a_difference_says_all_of_itself_as_json(after: After) -> None:
    [found] = after(typed_over(TOTAL, "33"))
    entry = found.as_json("báo cáo.docx")
    assert (entry["rule"], entry["severity"], entry["file"]) == ("S02", "lỗi", "báo cáo.docx")
    assert (entry["figure"], entry["found"], entry["expected"]) == ("plans.cchc.total", "33", "32")
    assert "«33»" in entry["message"]
