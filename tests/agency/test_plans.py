"""The tasks of both plans word by word as they were issued, their deadlines, and plans that follow each other."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.agency import load_agency
from report_utils.agency.deadlines import DeadlineKind
from report_utils.agency.plans import Plan
from report_utils.agency.reporting import NothingToReportError, open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.checks.context import Context
from report_utils.checks.plans import check_leads
from report_utils.errors import SettingsError
from report_utils.intake.consolidate import read_dataset

HEALTH, CITY = "syt-brvt", "syt-thua-thien-hue"
ISSUED = Path(__file__).parent / "plans"
"""Both plans as they were issued: the text of one, the lines of the list of the other, cell by cell."""
Rewrite = Callable[[str, str, str], None]
ROMAN = ("I", "II", "III", "IV", "V", "VI")


def plan_of(repository: Path, agency: str, key: str) -> Plan:
    plans = load_agency(Workspace(repository), agency).catalogues.plans
    return next(plan for plan in plans if plan.key == key)


def without_end(words: str) -> str:
    return re.sub(r"(?<!\.)\.$", "", " ".join(words.split())).strip()


def issued_text() -> list[list[str]]:
    """Number, task, lead, support, deadline of each task in the text; parts share those of the task they belong to."""
    text = " ".join((ISSUED / "de-an-06.txt").read_text(encoding="utf-8").split("\n"))
    text = re.sub(r"\s6\s+- Thời gian hoàn thành", " - Thời gian hoàn thành", text)  # a number of a page
    tasks: list[list[str]] = []
    fields = r"- Đơn vị chủ trì: (.+?) - Đơn vị phối hợp: (.+?) - Thời gian hoàn thành: (.+?)"
    for number in range(1, 26):
        following = rf"(?= {number + 1}\. )" if number < 25 else "$"
        found = re.search(rf"(?:^| ){number}\. ((?:(?! {number + 1}\. ).)+?) {fields}\s*{following}", text)
        assert found, number
        whole, *shared = (without_end(words) for words in found.groups())
        first, *parts = re.split(rf" (?={number}\.\d\. )", whole)
        tasks.append([str(number), without_end(first), *shared])
        tasks += [[part.split(". ")[0], without_end(part.partition(". ")[2]), *shared] for part in parts]
        text = text[found.start():]
    return tasks


def issued_list() -> list[list[str]]:
    """Heading, number, task, lead, support, deadline of each task of the list; a broken row is put together."""
    rows, heading = [], ""
    for line in (ISSUED / "chinh-phu-dien-tu.tsv").read_text(encoding="utf-8").splitlines():
        number, task, *others = (*line.split("\t"), "", "", "")[:5]
        if number in ROMAN:
            heading = without_end(task)
        elif number.isdecimal():
            rows.append([heading, number, task, *others])
        elif number != "STT":
            rows[-1] = [heading, rows[-1][1], *(f"{a} {b}" for a, b in zip(rows[-1][2:], (task, *others), strict=True))]
    return [[without_end(cell) for cell in row] for row in rows]


def test_the_tasks_of_project_06_are_those_of_the_plan(repository: Path) -> None:
    plan = plan_of(repository, HEALTH, "de_an_06_2025")
    assert [[t.number, " ".join(t.name.split()), t.plan_lead, t.coordinating, t.deadline] for t in plan.tasks] == (
        issued_text())  # fmt: skip
    assert (len(plan.whole), len(plan.tasks), len(plan.asked)) == (25, 28, 27)
    [divided] = [task for task in plan.whole if plan.parts_of(task)]
    assert [part.number for part in plan.parts_of(divided)] == ["23.1", "23.2", "23.3"]


def test_the_tasks_of_e_government_are_those_of_the_list(repository: Path) -> None:
    plan = plan_of(repository, CITY, "cpdt_2019")
    assert [[t.group, t.number, t.name, t.plan_lead, t.coordinating, t.deadline] for t in plan.tasks] == issued_list()
    assert list(Counter(task.group for task in plan.tasks).values()) == [5, 8, 18, 3, 8, 2]


def test_every_target_in_percent_of_e_government_has_its_indicator(repository: Path) -> None:
    text = " ".join((ISSUED / "chinh-phu-dien-tu-chi-tieu.txt").read_text(encoding="utf-8").split())
    indicators = load_agency(Workspace(repository), CITY).catalogues.indicators
    rest = text
    for indicator in indicators:
        assert indicator.name in text
        assert indicator.is_ratio
        assert re.search(rf"\b{indicator.target}%", indicator.name)
        rest = rest.replace(indicator.name, "", 1)
    assert "%" not in rest


def test_every_deadline_is_a_day_or_honestly_none(repository: Path) -> None:
    kinds = Counter(task.due.kind for task in plan_of(repository, HEALTH, "de_an_06_2025").tasks)
    assert kinds == {DeadlineKind.DATED: 14, DeadlineKind.CONTINUOUS: 7, DeadlineKind.OPEN: 7}
    kinds = Counter(task.due.kind for task in plan_of(repository, CITY, "cpdt_2019").tasks)
    assert kinds == {DeadlineKind.DATED: 39, DeadlineKind.OPEN: 5}


@pytest.mark.parametrize(("agency", "period"), [(HEALTH, "2025-H1"), (CITY, "2020-Q1")])
def test_the_units_that_are_asked_are_those_that_the_plan_names(repository: Path, agency: str, period: str) -> None:
    reporting = open_reporting(agency, period, str(repository))
    assert list(check_leads(Context(reporting, read_dataset(reporting), None))) == []


def test_a_lead_that_the_plan_names_otherwise_is_told(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("plan_tasks.csv", "thường xuyên,,vp,Văn phòng Sở Y tế", "thường xuyên,,khtc,Văn phòng Sở Y tế")
    reporting = open_reporting(HEALTH, "2025-H1", str(workspace))
    [found] = check_leads(Context(reporting, read_dataset(reporting), None))
    assert (found.code, found.found) == ("D10", "Văn phòng Sở Y tế")
    assert "DA06-18" in found.message


@pytest.mark.parametrize(
    ("period", "plans"), [("2024-Q3", ["cchc"]), ("2025-Q1", []), ("2025-H1", ["de_an_06"]), ("2026-Q1", [])]
)
def test_a_plan_is_reported_while_it_is_in_force(repository: Path, period: str, plans: list[str]) -> None:
    reporting = open_reporting(HEALTH, period, str(repository))
    assert [plan.code for plan in reporting.agency.catalogues.plans] == plans
    assert ("de_an_06" in reporting.reports) == ("de_an_06" in plans)


def test_the_plans_of_two_years_share_a_code(workspace: Path, rewrite: Rewrite) -> None:
    following = ("  cchc_2025:\n    code: cchc\n    name: Kế hoạch năm 2025\n    short_name: Kế hoạch CCHC\n"
                 "    since: 2025-01-01\n    until: 2025-12-31\n")  # fmt: skip
    rewrite("agency.yaml", "  de_an_06_2025:\n", f"{following}  de_an_06_2025:\n")
    for period, key in (("2024-Q3", "cchc_2024"), ("2025-Q1", "cchc_2025")):
        assert [plan.key for plan in open_reporting(HEALTH, period, str(workspace)).agency.catalogues.plans] == [key]
    rewrite("agency.yaml", "since: 2025-01-01", "since: 2024-12-31")
    with pytest.raises(SettingsError, match="hai kế hoạch cùng mã «cchc» có hiệu lực cùng lúc"):
        open_reporting(HEALTH, "2025-Q1", str(workspace))


def test_a_report_on_a_plan_that_does_not_exist_is_refused(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "plan: de_an_06\n", "plan: de_an_60\n")
    with pytest.raises(SettingsError, match="báo cáo «de_an_06» nêu kế hoạch «de_an_60» không có trong plans"):
        open_reporting(HEALTH, "2025-H1", str(workspace))


def test_a_period_may_name_its_notebooks_and_reports(repository: Path) -> None:
    reporting = open_reporting(HEALTH, "2025-H1", str(repository))
    assert reporting.notebooks == ("0_tong_quan", "1_tiep_nhan", "2_kiem_tra", "6_ke_hoach")
    assert list(reporting.reports) == ["de_an_06"]
    assert reporting.window.cutoff == dt.date(2025, 6, 14)


def test_a_period_after_the_plan_has_nothing_to_report(repository: Path) -> None:
    reporting = open_reporting(CITY, "2021-Q1", str(repository))
    with pytest.raises(NothingToReportError, match="Kỳ 2021-Q1 không lập báo cáo «cpdt»"):
        _ = reporting.main_report
    assert list(reporting.reports) == ["reminder"]


def test_a_report_that_the_profile_lacks_is_refused(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("2025-H1.yaml", "reports: [de_an_06]", "reports: [de_an_60]")
    with pytest.raises(SettingsError, match=r"không có «de_an_60»\. Có phải «de_an_06»\?"):
        _ = open_reporting(HEALTH, "2025-H1", str(workspace)).reports
