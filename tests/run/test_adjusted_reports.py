"""A period with adjustments: report, trace, book of figures, manifest and comparison all tell them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from tests.run.conftest import AGENCY, PERIOD, copy_of_the_sample

from report_utils.agency.reporting import open_reporting
from report_utils.document.identity import Identity
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.run.comparing import compare_file
from report_utils.run.desk import Desk, open_desk
from report_utils.run.inputs import seen
from report_utils.run.tracing import trace_json, trace_lines
from report_utils.run.views.adjustments import adjustments_view, left_out_json, left_out_lines

RAW = f"data/raw/{AGENCY}/{PERIOD}"
TEXT = """adjustments:
  - {unit: vp, sheet: Bổ nhiệm, cell: C8, old: 3, new: 5, why: Gõ nhầm, by: Lan, day: 2024-09-19, basis: CV số 12/VP}
  - {unit: bvm, exclude: true, why: Tạm dừng, by: Lan, day: 2024-09-19}
  - {unit: vp, sheet: Dữ liệu mở, cell: H8, old: "", new: Mới, why: Bổ sung, by: Lan, day: 2024-09-19}
"""
TITLE = "CÁC ĐIỀU CHỈNH SỐ LIỆU"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = copy_of_the_sample(tmp_path_factory.mktemp("điều chỉnh") / "sở y tế")
    (root / RAW / ADJUSTMENTS).write_text(TEXT, encoding="utf-8")
    desk = open_desk(AGENCY, PERIOD, str(root))
    desk.receive()
    desk.check()
    desk.compute()
    return desk


@pytest.fixture(scope="module")
def report(desk: Desk) -> Path:
    outcome = desk.write()
    assert not outcome.draft
    return desk.folders.reports / outcome.word


def appendix(word: Path) -> list[tuple[str, ...]]:
    """The rows of the last table, without its header; nothing where the report has no such appendix."""
    document = docx.Document(str(word))
    if TITLE not in [paragraph.text for paragraph in document.paragraphs]:
        return []
    return [tuple(cell.text for cell in row.cells) for row in document.tables[-1].rows[1:]]


def test_the_report_ends_in_an_appendix_of_adjustments(report: Path) -> None:
    assert appendix(report)[:2] == [
        ("1", "Văn phòng Sở", "Bổ nhiệm, ô C8", "3", "5", "Gõ nhầm", "CV số 12/VP", "Lan", "19/9/2024"),
        ("2", "Bệnh viện Mắt", "Toàn bộ số liệu", "", "Không tính trong kỳ", "Tạm dừng", "", "Lan", "19/9/2024")]
    labels = [paragraph.text for paragraph in docx.Document(str(report)).paragraphs if "Phụ lục" in paragraph.text]
    assert "Phụ lục III" in labels


def test_another_report_has_only_the_adjustments_of_what_it_shows(desk: Desk) -> None:
    rows = appendix(desk.folders.reports / desk.write("open_data").word)
    assert [row[1:3] for row in rows] == [("Văn phòng Sở", "Dữ liệu mở, ô H8")]


def test_a_report_without_adjustments_has_no_such_appendix(done: Desk) -> None:
    [word] = [path for path in done.folders.reports.glob("*.docx") if "Tóm tắt" not in path.name]
    assert appendix(word) == []


def test_an_adjusted_report_is_what_the_data_give(report: Path, desk: Desk) -> None:
    root = str(desk.reporting.workspace.root)
    assert compare_file(report, root, Identity("", "", "")).differences == ()


def test_the_trace_says_what_the_unit_sent_and_who_changed_it(desk: Desk) -> None:
    figures = desk.figures()
    assert ("├─ vp_2024-Q3.xlsx › Bổ nhiệm › C8 = 5 [đơn vị ghi «3»; điều chỉnh ngày 19/9/2024, Lan: Gõ nhầm; căn cứ: "
            "CV số 12/VP]") in list(trace_lines(figures, "appointments.new"))
    adjusted = [cell["adjusted"] for cell in trace_json(figures, "appointments.new")["cells"] if "adjusted" in cell]
    assert adjusted == [{"sent": "3", "by": "Lan", "day": "2024-09-19", "why": "Gõ nhầm", "basis": "CV số 12/VP"}]


def test_the_trace_says_who_is_left_out(desk: Desk) -> None:
    figures = desk.figures()
    line = "Biểu «Biên chế, tuyển dụng» không tính Bệnh viện Mắt; điều chỉnh ngày 19/9/2024, Lan: Tạm dừng"
    assert line in list(trace_lines(figures, "staffing.assigned"))
    assert line not in list(trace_lines(figures, "appointments.new"))
    assert [each["by"] for each in trace_json(figures, "staffing.assigned")["left_out"]] == ["Lan"]


def test_the_book_of_figures_has_columns_for_what_was_sent(desk: Desk, report: Path, done: Desk) -> None:
    rows = sources_in(desk.folders.reports / "figures.xlsx")
    assert rows[0][-2:] == ("Đơn vị đã gửi", "Điều chỉnh")
    assert ("appointments.new", "vp_2024-Q3.xlsx", "Bổ nhiệm", "C8", 5, "Văn phòng Sở", "3",
            "điều chỉnh ngày 19/9/2024, Lan: Gõ nhầm; căn cứ: CV số 12/VP") in rows
    assert max(map(len, sources_in(done.folders.reports / "figures.xlsx"))) == 6


def sources_in(book: Path) -> list[tuple[Any, ...]]:
    """The rows of its sheet of sources."""
    with closing(openpyxl.load_workbook(book, read_only=True)) as opened:
        return list(opened["Nguồn"].iter_rows(values_only=True))


def test_the_file_is_an_input_of_the_run(desk: Desk) -> None:
    root = desk.reporting.workspace.root
    assert f"{RAW}/{ADJUSTMENTS}" in seen(root, [RAW])["inputs"]


def test_a_unit_left_out_is_told_where_it_is_looked_for(desk: Desk) -> None:
    survey = desk.survey()
    assert "bvm" not in {status.unit.code for status in survey.statuses}
    assert list(left_out_lines(survey.reporting, survey.dataset)) == [
        "Không tính toàn bộ số liệu của Bệnh viện Mắt; điều chỉnh ngày 19/9/2024, Lan: Tạm dừng."]
    assert [each["kind"] for each in left_out_json(survey.reporting, survey.dataset)] == ["left_out"]
    assert list(adjustments_view(desk.reporting, desk.dataset()).frame["TT"]) == ["1", "2", "3"]


def test_adjustments_of_another_period_are_its_own(desk: Desk) -> None:
    before = desk.read_before()
    assert before is not None
    assert before.adjustments == ()
    assert open_reporting(AGENCY, "2024-H1", str(desk.reporting.workspace.root)).period.year == 2024
