"""The open-data report and the letter to those who are late: a province with 167 data sets, a department with 14."""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from report_utils.errors import UnknownNameError
from report_utils.figures.source import TableNotAskedError
from report_utils.lint.run_all import lint_file
from report_utils.run.desk import Desk, open_desk
from report_utils.run.notebooks import notebooks_of
from report_utils.run.outcome import Outcome, load_other_outcomes, load_outcome

PROVINCE, HALF_YEAR = "ubnd-binh-dinh", "2024-H1"


@dataclass(frozen=True)
class Written:
    """A desk at which the open-data documents were written; `letter` is None where nobody is reminded."""

    desk: Desk
    report: Outcome
    letter: Outcome | None

    def text(self, name: str) -> str:
        document = docx.Document(io.BytesIO((self.desk.folders.reports / name).read_bytes()))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def written(root: Path, repository: Path, agency: str, period: str, settings: dict[str, object] | None = None
            ) -> Written:  # fmt: skip
    shutil.copytree(repository / "params" / agency, root / "params" / agency)
    shutil.copytree(repository / "data" / "raw" / agency / period, root / "data" / "raw" / agency / period)
    desk = open_desk(agency, period, str(root), settings)
    desk.receive()
    desk.check()
    desk.compute()
    return Written(desk, desk.write("open_data"), desk.write_letter("open_data_reminder"))


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Written:
    return written(tmp_path_factory.mktemp("tỉnh"), repository, PROVINCE, HALF_YEAR)


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Written:
    """The department a month after the first sets of its plan were due, none published."""
    window = {"window": {"start": "2024-06-15", "end": "2024-10-16"}}
    return written(tmp_path_factory.mktemp("sở"), repository, "syt-brvt", "2024-Q3", window)


def test_the_report_says_what_the_figures_say(province: Written) -> None:
    text = province.text(province.report.word)
    assert "Danh mục dữ liệu mở của Kế hoạch có 167 tập dữ liệu do 17 cơ quan, đơn vị chủ trì." in text
    assert "Đến hết ngày 14/6/2024, đã công bố 68 tập dữ liệu, đạt 40,7% danh mục; 26 tập" in text
    assert "Có 14/17 cơ quan, đơn vị đã cung cấp ít nhất một tập dữ liệu mở, đạt 82,4%" in text
    assert not province.report.draft


def test_the_form_of_the_plan_has_every_set_under_its_theme(province: Written) -> None:
    table = province.desk.figures().table("open_data_plan")
    assert len(table.rows) == 167 + 14
    assert [row[0] for row in table.rows if row[1].startswith("CHỦ ĐỀ")][-1] == "XIV"  # type: ignore[union-attr]


def test_the_documents_keep_to_the_decree_and_say_that_they_are_samples(province: Written, department: Written) -> None:
    for one in (province, department):
        for outcome in filter(None, (one.report, one.letter)):
            path = one.desk.folders.reports / outcome.word
            assert lint_file(path) == []
            document = docx.Document(str(path))
            feet = {p.text for s in document.sections for p in (*s.footer.paragraphs, *s.first_page_footer.paragraphs)}
            assert any(text.startswith("Số liệu minh họa - không phải ") for text in feet)


def test_the_same_answers_give_the_same_bytes(province: Written) -> None:
    before = (province.desk.folders.reports / province.report.word).read_bytes()
    again = province.desk.write("open_data")
    assert again == province.report
    assert (province.desk.folders.reports / again.word).read_bytes() == before


def test_few_units_are_addressed_by_name_and_many_together(province: Written, department: Written) -> None:
    assert department.letter
    assert province.letter
    text = department.text(department.letter.word)
    assert "- Văn phòng Sở;" in text
    assert "- Chi cục An toàn vệ sinh thực phẩm." in text
    assert "còn 13 tập dữ liệu quá hạn chưa công bố; không có tập dữ liệu quá kỳ cập nhật" in text
    assert "Kính gửi: Các cơ quan, đơn vị có tên trong Công văn này" in province.text(province.letter.word)


def test_nobody_is_written_to_when_nothing_is_late(repository: Path, tmp_path: Path) -> None:
    assert written(tmp_path, repository, "syt-brvt", "2024-Q3").letter is None


def test_what_came_of_each_document_is_kept_beside_that_of_the_main_one(province: Written, department: Written) -> None:
    assert load_outcome(province.desk.folders.reports) == province.report
    assert load_other_outcomes(province.desk.folders.reports) == {"open_data_reminder": province.letter}
    assert load_other_outcomes(department.desk.folders.reports) == {
        "open_data": department.report, "open_data_reminder": department.letter
    }  # fmt: skip


def test_an_agency_has_no_figures_of_forms_that_it_does_not_use(province: Written) -> None:
    figures = province.desk.figures()
    assert {code.split(".")[0] for code in figures.everything()} == {"open_data"}
    with pytest.raises(TableNotAskedError):
        figures.table("dossiers_by_place")
    charts = {path.name for path in (province.desk.folders.reports / "charts").iterdir()}
    assert charts == {"open_data.png", "open_data_states.png", "open_data_groups.png"}


def test_a_run_has_the_notebooks_that_the_agency_names(province: Written) -> None:
    reporting = province.desk.reporting
    chosen = notebooks_of(reporting.workspace, reporting.agency.profile.notebooks)
    assert [path.stem for path in chosen] == ["0_tong_quan", "1_tiep_nhan", "2_kiem_tra", "5_du_lieu_mo"]
    with pytest.raises(UnknownNameError, match="5_du_lieu_mo"):
        notebooks_of(reporting.workspace, ["5_du_lieu"])
