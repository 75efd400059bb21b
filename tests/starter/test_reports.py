"""Every report that is offered can be made at once, by itself and with the others, with data and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.illustration import illustrated

from report_utils.agency.workspace import Workspace
from report_utils.lint.run_all import lint_file
from report_utils.run.desk import Desk, open_desk
from report_utils.run.handout import write_forms
from report_utils.run.notebook_files import own_notebooks
from report_utils.run.reminders import write_reminders
from report_utils.starter.answers import Answers
from report_utils.starter.packaged import names_in
from report_utils.starter.reports import LETTERS, offered
from report_utils.starter.write import write_agency

CODE, PERIOD = "so-y-te", "2026-Q1"
CHOICES = [["ke_hoach"], ["open_data"], list(offered())]
"""The report on the reform alone is that of the user guide and of an agency without a one-stop centre."""
NO_ONE_STOP = ["vp;Văn phòng Sở", "bv1;Bệnh viện số 1"]
PLAN = "Kế hoạch cải cách hành chính năm 2026"
TASKS = "NV1,cchc,1,,Ban hành kế hoạch,Kế hoạch,Quý I/2026,,vp,,\nNV2,cchc,2,,Kiểm tra,Báo cáo,Quý IV/2026,,ttra,,\n"
DATA_SET = "1,Cơ sở khám bệnh,,,,vp,,,01 năm/lần,2026-03-01,Excel,,,\n"
Make = Callable[..., Desk]


@pytest.fixture
def desk(empty: Workspace, answers: Callable[..., Answers]) -> Make:
    """The desk of a new agency, in a workspace of its own."""

    def make(**changes: object) -> Desk:
        write_agency(empty, CODE, answers(plan=PLAN, **changes))
        return open_desk(CODE, PERIOD, str(empty.root))

    return make


def send(desk: Desk) -> None:
    """Put the forms of every unit, filled in, into the raw folder."""
    raw = desk.reporting.workspace.raw(CODE, PERIOD)
    raw.mkdir(parents=True)
    for name, data in illustrated(desk.reporting).items():
        (raw / name).write_bytes(data)


def written(desk: Desk) -> list[Path]:
    """The Word files of all stages; no document of the profile is left out."""
    desk.receive()
    desk.check()
    desk.compute()
    for code, report in desk.reporting.agency.profile.reports.items():
        desk.write_letter(code) if report.addressed_to else desk.write(code) if code != "reminder" else None
    return sorted(desk.folders.reports.glob("*.docx"))


@pytest.mark.parametrize("reports", CHOICES, ids="-".join)
def test_all_reports_are_complete_and_keep_the_layout(desk: Make, reports: list[str]) -> None:
    new = desk(reports=reports)
    send(new)
    files = written(new)
    assert len(files) == len(reports) + ("cchc" in reports)
    assert not [path.name for path in files if path.name.startswith("DỰ THẢO")]
    assert [deviation for path in files for deviation in lint_file(path)] == []


@pytest.mark.parametrize("reports", CHOICES, ids="-".join)
def test_without_data_the_reports_are_drafts_and_units_are_reminded(desk: Make, reports: list[str]) -> None:
    new = desk(reports=reports)
    asked = write_forms(new, new.reporting.workspace.root / "biểu mẫu")
    drafts = [path for path in written(new) if path.name.startswith("DỰ THẢO")]
    letters = write_reminders(new).written
    assert (len(drafts) > 0, len(letters)) == (len(asked) > 0, int(len(asked) > 0))
    assert [deviation for path in letters for deviation in lint_file(path)] == []


def test_an_agency_without_a_one_stop_centre_says_nothing_of_it(desk: Make) -> None:
    new = desk(units=NO_ONE_STOP)
    send(new)
    files, figures = written(new), new.figures()
    assert [deviation for path in files for deviation in lint_file(path)] == []
    [row] = figures.table("dossiers_by_place").rows
    assert row[1] == "Tại các đơn vị và Sở (kể cả khiếu nại, tố cáo)"
    assert not [code for code in figures.everything() if code.startswith("dossiers.one_stop")]


def test_tasks_and_data_sets_that_are_entered_are_reported(desk: Make) -> None:
    new = desk(reports=list(offered()))
    for name, rows in (("plan_tasks.csv", TASKS), ("open_data.csv", DATA_SET)):
        path = new.reporting.workspace.params(CODE) / name
        path.write_bytes(path.read_bytes() + rows.encode())
    new = open_desk(CODE, PERIOD, str(new.reporting.workspace.root))
    send(new)
    files = written(new)
    assert {code: new.figures().figure(code).text for code in ("plans.cchc.total", "open_data.total")} == {
        "plans.cchc.total": "02", "open_data.total": "01",
    }  # fmt: skip
    assert [path.name.removesuffix(" quý I năm 2026.docx") for path in files] == [
        "Báo cáo CCHC", "Báo cáo dữ liệu mở", "Báo cáo kết quả thực hiện kế hoạch", "Công văn đôn đốc dữ liệu mở",
        "Tóm tắt Báo cáo CCHC",
    ]  # fmt: skip
    assert [deviation for path in files for deviation in lint_file(path)] == []


def test_every_starter_template_belongs_to_a_report() -> None:
    used = {name for kind in offered().values() for name in kind.templates}
    assert set(names_in("templates")) == used | set(LETTERS)


def test_every_notebook_of_a_report_exists() -> None:
    known = {path.stem for path in own_notebooks()}
    assert {name for kind in offered().values() for name in kind.notebooks} <= known
