"""What an analyst looks at."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from report_utils.findings import CellRef, finding
from report_utils.intake.consolidate import read_dataset
from report_utils.run.desk import Desk, open_desk
from report_utils.run.outcome import Outcome
from report_utils.run.views import (
    TableView,
    chart_view,
    figures_view,
    findings_summary_view,
    findings_view,
    gaps_view,
    report_table_view,
    submissions_view,
    tables_view,
)
from report_utils.run.views.figures import ChartView
from report_utils.run.views.findings import finding_lines
from report_utils.run.views.table import Html, Tone, view, written

Rows = list[dict[str, object]]


def rows(view: TableView) -> Rows:
    return view.frame.to_dict("records")  # type: ignore[return-value]


@pytest.fixture
def status(root: Path) -> Callable[[], Rows]:
    def read() -> Rows:
        desk = open_desk("syt-brvt", "2024-Q3", str(root))
        return rows(submissions_view(desk.reporting, read_dataset(desk.reporting)))

    return read


def test_every_unit_is_listed_with_day_version_and_file(done: Desk) -> None:
    listed = rows(submissions_view(done.reporting, done.figures().source.dataset))
    assert len(listed) == 27
    assert {row["Tình trạng"] for row in listed} == {"Đúng hạn"}
    [office] = [row for row in listed if row["Đơn vị"] == "Văn phòng Sở"]
    assert (office["Nhóm"], office["Phiên bản"], office["Tệp"]) == (
        "Văn phòng, phòng chuyên môn, Thanh tra", 1, "vp_2024-Q3.xlsx"
    )  # fmt: skip
    assert str(office["Ngày gửi"]).endswith("/9/2024")


def test_units_that_have_not_sent_come_first(root: Path, status: Callable[[], Rows]) -> None:
    raw = root / "data" / "raw" / "syt-brvt" / "2024-Q3"
    (raw / "tcd_2024-Q3.xlsx").unlink()
    listed = status()
    assert (listed[0]["Đơn vị"], listed[0]["Tình trạng"], listed[0]["Tệp"]) == ("Trường Cao đẳng Y tế", "Chưa gửi", "")
    assert {row["Tình trạng"] for row in listed[1:]} == {"Đúng hạn"}


def test_before_anybody_has_sent_all_are_missing(root: Path, status: Callable[[], Rows]) -> None:
    shutil.rmtree(root / "data" / "raw")
    assert {row["Tình trạng"] for row in status()} == {"Chưa gửi"}


def test_a_unit_that_sent_after_the_deadline_is_late(done: Desk) -> None:
    early = open_desk("syt-brvt", "2024-Q3", str(done.reporting.workspace.root), {"unit_deadline": "2024-09-14"})
    listed = rows(submissions_view(early.reporting, done.figures().source.dataset))
    assert {row["Tình trạng"] for row in listed} == {"Muộn"}


def test_tables_are_counted_by_units_and_rows(done: Desk) -> None:
    listed = {row["Biểu"]: row for row in rows(tables_view(done.reporting, done.figures().source.dataset))}
    assert len(listed) == 14
    dossiers = listed["Hồ sơ TTHC"]
    assert dossiers["Đơn vị phải gửi"] == dossiers["Đã gửi"] == 16
    assert dossiers["Khai không phát sinh"] == 1
    assert listed["Nhiệm vụ kế hoạch"]["Số dòng"] == 32


def test_findings_one_by_one_and_counted() -> None:
    error = finding("O01", unit="Thanh tra Sở", at=CellRef("ttra.xlsx", "Chỉ tiêu", "E7"), column="Tử số")
    warning = finding("O07", unit="Thanh tra Sở", at=CellRef("ttra.xlsx", "Chỉ tiêu", "E8"), column="Tử số")
    missing = finding("N01", unit="Văn phòng Sở")
    [first, *_] = rows(findings_view([error, warning]))
    assert (first["Mã"], first["Mức"], first["Sheet"], first["Ô"]) == ("O01", "lỗi", "Chỉ tiêu", "E7")
    assert rows(findings_summary_view([error, warning, missing])) == [
        {"Đơn vị": "Thanh tra Sở", "Lỗi": 1, "Cảnh báo": 1, "Lưu ý": 0},
        {"Đơn vị": "Văn phòng Sở", "Lỗi": 1, "Cảnh báo": 0, "Lưu ý": 0},
    ]


def test_in_a_terminal_the_remedy_stands_on_a_line_of_its_own() -> None:
    error = finding("O01", unit="Thanh tra Sở", at=CellRef("ttra.xlsx", "Chỉ tiêu", "E7"), column="Tử số")
    assert list(finding_lines([error])) == [
        "O01 lỗi: Thanh tra Sở – ttra.xlsx › Chỉ tiêu › E7: Cột «Tử số» để trống.",
        "    Cách sửa: Điền số liệu; không có thì ghi 0.",
    ]
    assert list(finding_lines([])) == ["Không có phát hiện nào."]


def test_in_a_terminal_units_that_sent_nothing_share_a_line_behind_the_other_errors() -> None:
    silent = [finding("N01", unit=unit) for unit in ("Thanh tra Sở", "Văn phòng Sở")]
    error = finding("O01", unit="Trường Cao đẳng Y tế", at=CellRef("tcd.xlsx", "Chỉ tiêu", "E7"), column="Tử số")
    unusable = finding("N01", unit="Bệnh viện Mắt", at=CellRef("bvm.xlsx"), reason=" dùng được trong")
    warning = finding("O07", unit="Bệnh viện Phổi", at=CellRef("bvp.xlsx", "Chỉ tiêu", "E8"), column="Tử số")
    told = list(finding_lines([silent[0], unusable, error, silent[1], warning]))
    assert [line.partition(" – ")[0] for line in told[::2]] == [
        "N01 lỗi: Bệnh viện Mắt", "O01 lỗi: Trường Cao đẳng Y tế",
        "N01 lỗi: 2 đơn vị chưa gửi tệp: Thanh tra Sở, Văn phòng Sở.", "O07 cảnh báo: Bệnh viện Phổi"]
    assert told[5] == "    Cách sửa: Gửi ngay tệp số liệu theo biểu mẫu đã phát."
    assert next(iter(finding_lines(silent[:1]))) == (
        "N01 lỗi: Thanh tra Sở: Thanh tra Sở chưa gửi tệp số liệu kỳ này.")


def test_figures_are_shown_as_the_report_shows_them(done: Desk) -> None:
    figures = done.figures()
    listed = {row["Mã số liệu"]: row for row in rows(figures_view(figures))}
    assert len(listed) == len(figures.everything())
    assert listed["investment.rate"]["Giá trị"] == "0,0118%"
    assert listed["investment.rate"]["Số ô nguồn"] == 6


def test_a_table_of_the_report_is_shown_with_its_total(done: Desk) -> None:
    listed = rows(report_table_view(done.figures().table("dossiers_by_place")))
    assert [row["Số lượng hồ sơ tiếp nhận - Tổng"] for row in listed] == ["998", "2.460", "3.458"]
    assert listed[-1]["Lĩnh vực"] == "Tổng cộng"


def test_the_places_that_are_not_ready_are_named() -> None:
    outcome = Outcome("x.docx", True, ("I.1: [CHƯA CÓ SỐ LIỆU – Thanh tra Sở]",), ("I.2: 08",), 1, 0)
    assert rows(gaps_view(outcome)) == [
        {"Loại": "Thiếu số liệu", "Chỗ trong báo cáo": "I.1: [CHƯA CÓ SỐ LIỆU – Thanh tra Sở]"},
        {"Loại": "Cần kiểm tra lại", "Chỗ trong báo cáo": "I.2: 08"},
    ]


def test_a_view_is_a_whole_table_in_a_notebook_and_plain_in_a_terminal(done: Desk) -> None:
    shown = figures_view(done.figures())
    assert shown._repr_html_().count("<tr") == len(shown.frame) + 1
    assert "…" not in str(shown)
    assert len(str(shown).splitlines()) == len(shown.frame) + 1


def test_an_empty_view_says_so() -> None:
    shown = findings_view([])
    assert str(shown) == repr(shown) == "Phát hiện: không có dòng nào."
    assert shown._repr_html_() == "<p>Phát hiện: không có dòng nào.</p>"


def test_an_empty_table_says_which_one_it_would_be() -> None:
    shown = view([], ("Mã",), "Phát hiện <theo loại>")
    assert str(shown) == "Phát hiện <theo loại>: không có dòng nào."
    assert shown._repr_html_() == "<p>Phát hiện &lt;theo loại&gt;: không có dòng nào.</p>"


def test_what_units_typed_is_escaped_in_a_notebook() -> None:
    shown = findings_view([finding("O02", unit="x", column="<script>", found="<b>")])
    assert "<b>" not in shown.html()
    assert "«&lt;script&gt;»" in shown.html()


def test_a_chart_is_a_picture(done: Desk) -> None:
    chart = chart_view("dossiers", done.figures())
    assert isinstance(chart, ChartView)
    assert chart.png.startswith(b"\x89PNG")
    assert str(chart).startswith("Hồ sơ thủ tục hành chính theo kết quả, quý III năm 2024: Trước hạn: ")
    assert f'alt="{chart}"' in chart._repr_html_()


def test_numbers_stand_in_vietnamese_to_the_right_and_are_sorted_as_numbers() -> None:
    made = view([("A", 1072019, "31,3%", "2/9/2024"), ("B", 0, "", "10/9/2024")], ("Tên", "Số", "Tỷ lệ", "Ngày")).html()
    assert '<td class="number" data-value="1072019">1.072.019</td>' in made
    assert '<td class="number" data-value="31.3">31,3%</td>' in made
    assert '<td class="short" data-value="2024-09-02">2/9/2024</td>' in made
    assert '<th scope="col" data-sorts="text">Tên</th>' in made
    assert '<th scope="col" data-sorts="number" class="number">Số</th>' in made


def test_days_and_marks_among_numbers_stand_to_the_right_as_they_do() -> None:
    mark = "[CHƯA CÓ SỐ LIỆU – Thanh tra Sở]"
    made = view([("1.072", "1.072"), ("2/9/2024", "không"), (mark, mark)], ("Giá trị", "Lời")).html()
    assert '<td class="number" data-value="1072">1.072</td>' in made
    assert '<td class="number" data-value="20240902">2/9/2024</td><td>không</td>' in made
    assert f'<td class="number bad">{mark}</td><td class="bad">{mark}</td>' in made
    assert '<th scope="col" data-sorts="text">Lời</th>' in made


@pytest.mark.parametrize(("value", "text"), [
    (1072019, "1.072.019"), (Decimal("31.25"), "31,25"), (2.5, "2,5"), (None, ""), (float("nan"), ""), (True, "x"),
    (False, ""), ("001", "001"), (float("inf"), "∞"), (Decimal("-Infinity"), "-∞"), (Decimal("NaN"), ""), (pd.NA, ""),
    (pd.NaT, ""), (pd.Series([2.5])[0], "2,5"),
])  # fmt: skip
def test_a_value_is_written_as_official_texts_do(value: object, text: str) -> None:
    assert written(value) == text


def test_a_table_of_infinities_and_of_nothing_is_shown() -> None:
    table = view([(float("inf"), pd.NA), (Decimal("Infinity"), pd.NaT)], ["a", "b"])
    assert (table.html().count("∞"), table.html().count("></td>")) == (2, 2)
    assert "N" not in str(table)


def test_bad_cells_stand_out_by_what_they_say_and_counts_where_they_are_not_zero() -> None:
    made = view([("lỗi", 2), ("lưu ý", 0)], ("Mức", "Lỗi"), tones={"lỗi": Tone.BAD, "Lỗi": Tone.DOUBT}).html()
    assert '<td class="short bad">lỗi</td><td class="number doubt" data-value="2">2</td>' in made
    assert '<td class="short">lưu ý</td><td class="number" data-value="0">0</td>' in made


def test_what_a_report_marks_as_missing_stands_out_in_its_table() -> None:
    made = view([("[CHƯA CÓ SỐ LIỆU – Thanh tra Sở]",), ("12",)], ("Hồ sơ",)).html()
    assert made.count('<td class="number bad">') == 1


def test_a_cell_may_be_more_than_its_text_in_a_notebook() -> None:
    made = view([(Html("3 lỗi", "<details>3 lỗi</details>"),)], ("Đơn vị",))
    assert "<td><details>3 lỗi</details></td>" in made.html()
    assert str(made).split() == ["Đơn", "vị", "3", "lỗi"]


def test_a_table_is_named_for_those_who_hear_it_and_needs_nothing_from_outside() -> None:
    made = view([("a",)], ("b",), 'Tệp "gửi"')._repr_html_()
    assert 'role="region" tabindex="0" aria-label="Tệp &quot;gửi&quot;"' in made
    assert "<caption>Tệp &quot;gửi&quot;</caption>" in made
    assert "http" not in made


def test_a_column_is_as_wide_as_what_it_holds() -> None:
    """Short words are not broken, sentences have room, and a heading of several words may stand on several lines."""
    rows = [("O02", "Cột «Tử số (hoặc số lượng)» cần một số, ô ghi «nhiều».", "Trung tâm Y tế huyện Xuyên Mộc")]
    made = view(rows, ("Mã", "Nội dung", "Đơn vị")).html()
    assert '<td class="short">O02</td><td class="sentences">Cột «' in made
    assert "<td>Trung tâm Y tế huyện Xuyên Mộc</td>" in made
    assert '<th scope="col" data-sorts="text">Mã</th>' in made
    assert '<th scope="col" data-sorts="text">Nội dung</th>' in made
