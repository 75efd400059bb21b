"""The reports on plans: e-government of a department with its own quarters, Đề án 06 of another."""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from report_utils.lint.run_all import lint_file
from report_utils.run.desk import Desk, open_desk
from report_utils.run.outcome import Outcome
from report_utils.run.views import plan_conclusions

CITY, HEALTH = "syt-thua-thien-hue", "syt-brvt"


@dataclass(frozen=True)
class Written:
    """A desk at which the reports on plans were written."""

    desk: Desk
    reports: list[Outcome]

    def text(self) -> str:
        document = docx.Document(io.BytesIO((self.desk.folders.reports / self.reports[0].word).read_bytes()))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def written(root: Path, repository: Path, agency: str, *periods: str) -> Written:
    """The reports of the last of `periods`."""
    shutil.copytree(repository / "params" / agency, root / "params" / agency)
    for period in periods:
        shutil.copytree(repository / "data" / "raw" / agency / period, root / "data" / "raw" / agency / period)
    desk = open_desk(agency, periods[-1], str(root))
    desk.receive()
    desk.check()
    desk.compute()
    return Written(desk, desk.write_plans())


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Written:
    return written(tmp_path_factory.mktemp("huế"), repository, CITY, "2019-Q4", "2020-Q1")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Written:
    return written(tmp_path_factory.mktemp("đề án"), repository, HEALTH, "2025-H1")


def test_the_report_says_what_the_figures_say(city: Written) -> None:
    text = city.text()
    assert "Kế hoạch có 44 nhiệm vụ. Đến hết ngày 09/3/2020, đã hoàn thành 14 nhiệm vụ (tăng 4 so với kỳ trước)" in text
    assert "04 nhiệm vụ quá hạn chưa hoàn thành (tăng 4 so với kỳ trước)." in text
    assert "14 nhiệm vụ đã đến hạn hoàn thành, trong đó đã hoàn thành 10 nhiệm vụ." in text
    assert [report.draft for report in city.reports] == [False]


def test_nothing_is_said_of_a_change_that_nobody_can_know(project: Written) -> None:
    text = project.text()
    assert "Kế hoạch có 25 nhiệm vụ. Đến hết ngày 14/6/2025, đã hoàn thành 04 nhiệm vụ, đạt 16%" in text
    assert "so với kỳ trước" not in text
    assert "Không có nhiệm vụ quá hạn chưa hoàn thành." in text


def test_the_reports_keep_to_the_decree_and_say_that_they_are_samples(city: Written, project: Written) -> None:
    for one in (city, project):
        path = one.desk.folders.reports / one.reports[0].word
        assert lint_file(path) == []
        document = docx.Document(str(path))
        feet = {p.text for s in document.sections for p in (*s.footer.paragraphs, *s.first_page_footer.paragraphs)}
        assert "Số liệu minh họa - không phải báo cáo chính thức" in feet


def test_a_heading_of_the_list_spans_its_row_and_stays_with_the_next(city: Written) -> None:
    document = docx.Document(str(city.desk.folders.reports / city.reports[0].word))
    [tasks] = [table for table in document.tables if len(table.rows) > 44]
    headings = [row for row in tasks.rows if row.cells[0].text in ("I", "II", "III", "IV", "V", "VI")]
    assert [len({id(cell._tc) for cell in row.cells}) for row in headings] == [2] * 6
    assert all(p.paragraph_format.keep_with_next for row in headings for cell in row.cells for p in cell.paragraphs)


def test_a_period_without_a_plan_to_report_writes_nothing(repository: Path) -> None:
    assert str(plan_conclusions(open_desk(HEALTH, "2024-Q3", str(repository)).write_plans())) == (
        "Kỳ này không có kế hoạch nào phải lập báo cáo riêng.")  # fmt: skip


def test_the_tenth_counts_once(repository: Path) -> None:
    windows = [open_desk(CITY, f"2020-Q{n}", str(repository)).reporting.window for n in (1, 2, 3, 4)]
    assert [window.end for window in windows[:3]] == [window.start for window in windows[1:]]
    assert {(window.start.day, window.end.day) for window in windows} == {(10, 10)}
