"""Plans at a cut-off: what became of each task, of a task with parts, of all; the tables that show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.agency.deadlines import parse_deadline
from report_utils.agency.period import Period
from report_utils.agency.reporting import open_reporting
from report_utils.errors import SettingsError, UnknownNameError
from report_utils.figures.changes import NotComparableError
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.figures.plans.counts import COUNTS
from report_utils.figures.plans.lines import lines_of
from report_utils.figures.plans.progress import STATES, TaskProgress, progress_of, progress_of_parts
from report_utils.figures.tables import Absent
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

CUTOFF = dt.date(2025, 6, 30)
FILE, SHEET = "vp.xlsx", "Nhiệm vụ kế hoạch"
DONE, RUNNING, WAITING = "Đã thực hiện", "Đang triển khai", "Chưa triển khai"


def answer(state: str | None, day: str = "") -> dict[str, Any]:
    return {"state": state, "done_on": dt.date.fromisoformat(day) if day else None}


@pytest.mark.parametrize(
    ("deadline", "state", "day", "expected"),
    [
        ("quý II/2025", DONE, "2025-06-30", "done_on_time"), ("31/5/2025", DONE, "2025-06-01", "done_late"),
        ("31/5/2025", DONE, "2025-05-31", "done_on_time"), ("31/5/2025", DONE, "", "done"),
        ("quý III/2025", DONE, "", "done_on_time"), ("quý II/2025", DONE, "2025-07-01", "overdue"),
        ("quý III/2025", DONE, "2025-07-01", "running"), ("thực hiện thường xuyên", DONE, "", "done_on_time"),
        ("quý II/2025", RUNNING, "", "overdue"), ("01/7/2025", RUNNING, "", "running"),
        ("quý II/2025", WAITING, "", "overdue"), ("01/7/2025", WAITING, "", "not_started"),
        ("thực hiện thường xuyên", RUNNING, "", "continuous"), ("thực hiện thường xuyên", WAITING, "", "not_started"),
        ("trong năm 2024 hoặc theo hướng dẫn của bộ", RUNNING, "", "running"), ("", RUNNING, "", "running"),
        ("theo hướng dẫn của bộ", WAITING, "", "not_started"),
    ],
)  # fmt: skip
def test_what_became_of_a_task_by_the_cut_off(deadline: str, state: str, day: str, expected: str) -> None:
    assert progress_of(parse_deadline(deadline), [answer(state, day)], CUTOFF).state == expected


def test_late_is_counted_in_days() -> None:
    assert progress_of(parse_deadline("31/5/2025"), [answer(DONE, "2025-06-03")], CUTOFF).words == (
        "Hoàn thành trễ hạn (3 ngày)")  # fmt: skip
    assert progress_of(parse_deadline("31/5/2025"), [answer(RUNNING)], CUTOFF).days_late == 30


def test_of_several_leads_the_first_that_finished_counts() -> None:
    both = [answer(RUNNING), answer(DONE, "2025-06-20"), answer(DONE, "2025-05-20")]
    assert progress_of(parse_deadline("31/5/2025"), both, CUTOFF).done_on == dt.date(2025, 5, 20)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["done_on_time", "done_on_time"], "done_on_time"), (["done_on_time", "done_late"], "done_late"),
        (["done", "done_on_time"], "done"), (["done_on_time", "overdue"], "overdue"),
        (["done_on_time", "not_started"], "running"), (["not_started", "not_started"], "not_started"),
        (["continuous", "continuous"], "continuous"), (["continuous", "running"], "running"),
    ],
)  # fmt: skip
def test_a_task_is_told_by_its_parts(parts: list[str], expected: str) -> None:
    told = progress_of_parts(parse_deadline(""), [TaskProgress(s, s != "not_started") for s in parts], CUTOFF)
    assert told.state == expected


@given(st.lists(st.sampled_from(sorted(STATES)), min_size=1, max_size=5))
def test_a_task_is_done_when_all_its_parts_are(states: list[str]) -> None:
    parts = [TaskProgress(state, state != "not_started") for state in states]
    assert progress_of_parts(parse_deadline(""), parts, CUTOFF).is_done == all(part.is_done for part in parts)


# --- the samples


def told(repository: Path, agency: str, period: str, *earlier: str) -> PeriodFigures:
    reporting = open_reporting(agency, period, str(repository))
    held = {Period.parse(code): told(repository, agency, code) for code in earlier}
    return figures_of(reporting, read_dataset(reporting), (), held)


@pytest.fixture(scope="module")
def city(repository: Path) -> PeriodFigures:
    return told(repository, "syt-thua-thien-hue", "2020-Q1", "2019-Q4")


@pytest.fixture(scope="module")
def project(repository: Path) -> PeriodFigures:
    return told(repository, "syt-brvt", "2025-H1")


def test_every_task_is_in_one_state(city: PeriodFigures, project: PeriodFigures) -> None:
    for figures, plan in ((city, "cpdt"), (project, "de_an_06")):
        value = {name: figures.figure(f"plans.{plan}.{name}").quantity.value for name in COUNTS}
        assert value["total"] == sum(value[name] or 0 for name in (
            "done", "running_in_time", "continuous", "not_started_in_time", "overdue"))  # fmt: skip
        assert value["total"] == sum(value[name] or 0 for name in ("done", "running", "not_started"))
        assert value["done"] == (value["done_on_time"] or 0) + (value["done_late"] or 0)


def test_tasks_with_parts_count_once(project: PeriodFigures) -> None:
    assert project.figure("plans.de_an_06.total").text == "25"
    numbers = [row[0] for row in project.table("plan_progress.de_an_06").rows]
    assert numbers[22:26] == ["23", "23.1", "23.2", "23.3"]


def test_what_changed_since_the_period_before_is_known(city: PeriodFigures) -> None:
    assert city.figure("plans.cpdt.done.change").text == "tăng 4"
    assert city.figure("plans.cpdt.overdue.change").text == "tăng 4"


@pytest.mark.parametrize("kind", ["group", "lead"])
def test_groups_and_leads_add_up_to_the_plan(city: PeriodFigures, kind: str) -> None:
    table = city.table(f"plan_by_{kind}.cpdt")
    for column in range(2, 9):
        assert sum(_value(row[column]) for row in table.rows) == _value(table.total[column])
    assert [row[0] for row in table.rows][:2] == (["I", "II"] if kind == "group" else ["1", "2"])


def test_a_plan_without_headings_has_no_table_by_group(project: PeriodFigures) -> None:
    assert project.table("plan_by_group.de_an_06").rows == ()


def test_the_list_stands_under_the_headings_of_the_plan(city: PeriodFigures) -> None:
    rows = city.table("plan_progress.cpdt").rows
    assert [row[0] for row in rows if len(row) == 2] == ["I", "II", "III", "IV", "V", "VI"]
    assert len(rows) == 44 + 6


def test_overdue_tasks_are_told_with_days_and_reason(city: PeriodFigures) -> None:
    rows = city.table("plan_overdue.cpdt").rows
    assert {row[4] for row in rows} == {"69"}  # from 31/12/2019 to 09/3/2020
    assert {row[5] for row in rows} == {"Chờ bố trí kinh phí"}
    assert len(rows) == city.figure("plans.cpdt.overdue").quantity.value


def test_what_falls_due_next_is_told_by_day(project: PeriodFigures) -> None:
    table = project.table("plan_next.de_an_06")
    assert [row[3] for row in table.rows] == [
        "trong quý II năm 2025", "trong quý II năm 2025", "trong tháng 6 năm 2025", "quý II/2025"
    ]  # fmt: skip
    assert project.figure("plans.de_an_06.due_next").text == "04"


def test_targets_are_judged_by_the_end_of_the_plan(city: PeriodFigures) -> None:
    table = city.table("plan_targets.cpdt")
    assert len(table.rows) == 21
    assert {row[6] for row in table.rows} == {"Đạt", "Chưa đến thời hạn"}
    assert [cell.text if isinstance(cell, Figure) else cell for cell in table.rows[1][2:]] == [
        "90%", "498", "545", "91,4%", "Đạt"
    ]  # fmt: skip


def test_of_a_unit_that_has_not_sent_nothing_is_guessed(repository: Path, city: PeriodFigures) -> None:
    reporting = city.source.reporting
    silent = without(read_dataset(reporting), "tccb")
    figures = figures_of(reporting, silent, ())
    assert figures.figure("plans.cpdt.done").quantity.absent == ("Phòng Tổ chức cán bộ",)
    assert figures.figure("plans.cpdt.total").text == "44"  # the list says so, whoever is silent
    rows = figures.table("plan_progress.cpdt").rows
    assert sum(isinstance(row[5], Absent) for row in rows if len(row) > 2) == 2


def test_one_lead_that_finished_is_enough_when_the_other_is_silent(repository: Path, city: PeriodFigures) -> None:
    reporting = city.source.reporting
    [plan] = reporting.agency.catalogues.plans
    lines = lines_of(figures_of(reporting, without(read_dataset(reporting), "nvy"), ()).source, plan)
    shared = [line for line in lines if "nvy" in line.task.leads]
    assert {line.known for line in shared if line.progress.is_done} == {True}
    assert {line.said.absent for line in shared if not line.progress.is_done} == {("Phòng Nghiệp vụ Y",)}


def without(dataset: Dataset, unit: str) -> Dataset:
    """The dataset as if the unit had sent nothing."""
    tables = {code: frame[frame["unit"] != unit].reset_index(drop=True) for code, frame in dataset.tables.items()}
    received = tuple(entry for entry in dataset.received if entry.unit != unit)
    return replace(dataset, tables=tables, received=received)


def _value(cell: Any) -> int:
    return int(cell.quantity.value)


def test_a_plan_of_a_new_year_that_is_not_entered_is_told_and_not_zero(repository: Path) -> None:
    reporting = open_reporting("syt-brvt", "2025-Q1", str(repository))
    figures = figures_of(reporting, read_dataset(reporting), ())
    for code, lacking in (("plans.cchc.done", "Kế hoạch CCHC"), ("plans.all.overdue", "các kế hoạch")):
        assert figures.figure(code).quantity.absent == (f"danh mục nhiệm vụ {lacking} của kỳ này",)
    assert figures.table("plan_progress.cchc").absent == ("danh mục nhiệm vụ Kế hoạch CCHC của kỳ này",)
    with pytest.raises(UnknownNameError):
        figures.figure("plans.cchc.dome")
    with pytest.raises(UnknownNameError):
        figures.table("plan_progress.chcc")


# --- a plan of one's own


def made_up(workspace: Path, tasks: str, answers: list[tuple[str, str, str]], period: str = "2025-H1") -> PeriodFigures:
    """The figures of a plan with these rows (number; group; deadline; lead) and answers (task, state, day)."""
    rows = [row.split(";") for row in tasks.split("|")]
    lines = ["task,plan,number,group,name,product,deadline,due,lead,plan_lead,coordinating"]
    for i, (number, group, deadline, lead) in enumerate(rows):
        key = f"T{number}" if number not in [row[0] for row in rows[:i]] else f"T{number}-{i}"
        lines.append(f"{key},de_an_06_2025,{number},{group},Việc {number},,{deadline},,{lead},,")
    (workspace / "params" / "syt-brvt" / "plan_tasks.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    reporting = open_reporting("syt-brvt", period, str(workspace))
    dataset = read_dataset(reporting)
    frame = dataset.tables["plan_tasks"]
    blank = dict.fromkeys(frame.columns)
    told = [{**blank, "unit": "vp", "file": FILE, "sheet": SHEET, "row": i, "task": f"T{n}",
             "state": state, "done_on": dt.date.fromisoformat(day) if day else None}
            for i, (n, state, day) in enumerate(answers, start=7)]  # fmt: skip
    table = pd.DataFrame(told, columns=frame.columns).astype({"row": frame["row"].dtype})
    letters = {FILE: {SHEET: dict.fromkeys(frame.columns, "A")}}
    return figures_of(reporting, replace(dataset, tables={**dataset.tables, "plan_tasks": table}, letters=letters), ())


def values(figures: PeriodFigures, *names: str) -> list[int]:
    return [int(figures.figure(f"plans.de_an_06.{name}").quantity.value or 0) for name in names]


def test_parts_of_parts_are_told_and_listed(workspace: Path) -> None:
    figures = made_up(workspace, "5;;;vp|5.1;;;vp|5.1.1;;31/5/2025;vp|5.1.2;;30/7/2025;vp|5.2;;31/12/2025;vp",
                      [("5.1.1", WAITING, ""), ("5.1.2", RUNNING, ""), ("5.2", RUNNING, "")])  # fmt: skip
    assert values(figures, "total", "overdue", "due", "due_done", "due_next") == [1, 1, 1, 0, 1]
    assert [row[0] for row in figures.table("plan_progress.de_an_06").rows] == ["5", "5.1", "5.1.1", "5.1.2", "5.2"]
    assert [row[1] for row in figures.table("plan_overdue.de_an_06").rows] == ["Việc 5.1.1"]
    assert [row[1] for row in figures.table("plan_next.de_an_06").rows] == ["Việc 5.1.2"]


def test_a_task_with_parts_is_overdue_when_its_own_day_has_come(workspace: Path) -> None:
    figures = made_up(workspace, "1;;30/4/2025;vp|1.1;;31/7/2025;vp|1.2;;31/12/2025;vp",
                      [("1.1", RUNNING, ""), ("1.2", RUNNING, "")])  # fmt: skip
    assert values(figures, "overdue", "due", "due_done", "running_in_time") == [1, 1, 0, 0]


def test_a_task_of_a_unit_to_come_is_not_left_out(workspace: Path, restate: Any) -> None:
    restate({}, {"code": "moi", "name": "Trung tâm mới", "since": "2025-07-01"})
    figures = made_up(workspace, "1;;30/4/2025;vp|2;;30/4/2025;moi", [("1", DONE, "2025-04-20")])
    assert values(figures, "total") == [2]
    assert figures.figure("plans.de_an_06.overdue").quantity.absent == ("Trung tâm mới",)


@pytest.mark.parametrize(("rows", "said"), [
    ("1;I;;vp|1;I;;vp", "số «1» đã dùng cho nhiệm vụ"), ("1;I;;vp|1.1;;;vp", r"phải cùng nhóm với nhiệm vụ số 1"),
])  # fmt: skip
def test_numbers_that_would_count_twice_or_hide_a_part_are_refused(workspace: Path, rows: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        made_up(workspace, rows, [])


def test_dots_behind_a_number_are_no_part_of_it(workspace: Path) -> None:
    figures = made_up(workspace, "1.;;;vp|1.1.;;;vp|1.2.;;;vp", [("1.1.", RUNNING, ""), ("1.2.", RUNNING, "")])
    assert values(figures, "total") == [1]


def test_only_periods_of_the_same_plan_are_compared(repository: Path) -> None:
    reporting = open_reporting("syt-thua-thien-hue", "2020-Q1", str(repository))
    now = told(repository, "syt-thua-thien-hue", "2020-Q1", "2019-Q4")
    [plan] = reporting.agency.catalogues.plans
    other = replace(reporting.agency.catalogues, plans=(replace(plan, key="cpdt_2018"),))
    before = now.earlier[Period(2019, "Q4")]
    changed = replace(before.source.reporting, agency=replace(before.source.agency, catalogues=other))
    earlier = replace(before, source=replace(before.source, reporting=changed))
    apart = replace(now, earlier={Period(2019, "Q4"): earlier})
    with pytest.raises(NotComparableError, match="kỳ ấy báo cáo một kế hoạch khác"):
        apart.figure("plans.cpdt.done.change")
