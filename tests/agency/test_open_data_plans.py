"""The data sets of both plans: every name word by word as in the plan, versions by day, frequencies, what is wrong."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.agency import load_agency
from report_utils.agency.frequency import Frequency, parse_frequency
from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.checks.context import Context
from report_utils.checks.open_data import check_open_data_plan
from report_utils.errors import SettingsError
from report_utils.intake.consolidate import read_dataset
from report_utils.vietnamese.dates import format_date

HEALTH, PROVINCE = "syt-brvt", "ubnd-binh-dinh"
Rewrite = Callable[[str, str, str], None]


def plan(agency: str) -> list[list[str]]:
    """The lines of a plan as it was issued, cell by cell (tests/agency/plans)."""
    text = (Path(__file__).parent / "plans" / f"{agency}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def sets_of(repository: Path, agency: str) -> tuple[OpenDataSet, ...]:
    return load_agency(Workspace(repository), agency).catalogues.open_data


def test_the_sets_of_the_department_are_those_of_its_plan(repository: Path) -> None:
    assert [[e.dataset, e.name, e.plan_owner, format_date(e.due) if e.due else "", e.shared_content, e.frequency]
            for e in sets_of(repository, HEALTH)] == plan(HEALTH)  # fmt: skip


def test_the_sets_of_the_province_are_those_of_its_plan(repository: Path) -> None:
    expected, theme = [], ["", ""]
    for number, words, owner in plan(PROVINCE):
        if not number.isdecimal():
            theme = [words, owner]
            continue
        expected.append([number, words, theme[0], owner or theme[1]])
    assert [[e.dataset, e.name, e.theme, e.plan_owner] for e in sets_of(repository, PROVINCE)] == expected
    assert len(expected) == 167


def test_the_sets_are_counted_by_owner_and_by_theme(repository: Path) -> None:
    owners = Counter(entry.owners for entry in sets_of(repository, HEALTH))
    assert owners == {("nv",): 8, ("khtc",): 3, ("vp",): 2, ("atvstp",): 1}
    themes = Counter(entry.theme for entry in sets_of(repository, PROVINCE))
    assert list(themes.values()) == [13, 19, 17, 2, 10, 5, 9, 25, 10, 17, 13, 5, 10, 12]


def test_what_is_wrong_in_a_plan_is_told_and_not_mended(repository: Path) -> None:
    reporting = open_reporting(PROVINCE, "2024-H1", str(repository))
    found = list(check_open_data_plan(Context(reporting, read_dataset(reporting), None)))
    said = [(f.code, f.message.split(":")[0].rpartition(" số ")[2]) for f in found]
    assert said == [("D01", "14, 19"), ("D01", "16, 20, 21"), ("D01", "17, 22"), ("D04", "101-110"),
                    ("D04", "111-127"), ("D04", "128-140"), ("D02", "155"), ("D03", "156-167")]
    entry = next(e for e in reporting.agency.catalogues.open_data if e.dataset == "155")
    assert (entry.plan_owner, entry.owners) == ("Sở Ngoại vụ", ("syt",))


def test_a_plan_without_faults_gives_no_finding(quarter: object, clean: dict[str, object]) -> None:
    assert list(check_open_data_plan(Context(quarter, clean["2024-Q3"], None))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("01 năm/lần", Frequency(months=12)), ("6 tháng/lần", Frequency(months=6)), ("Hàng tháng", Frequency(months=1)),
        ("hằng quý", Frequency(months=3)), ("Hàng tuần", Frequency(days=7)), ("hàng ngày", Frequency(days=1)),
        ("2 lần/năm", Frequency(months=6)), ("01 lần/6 tháng", Frequency(months=6)), ("Định kỳ 6 tháng",
                                                                                       Frequency(months=6)),
        ("02 lần/tháng", Frequency(days=15)), ("Khi có thay đổi", Frequency()), ("Cập nhật thường xuyên.", Frequency()),
        ("thỉnh thoảng", None), ("0 tháng/lần", None), ("", None),
    ],
)  # fmt: skip
def test_frequencies_are_read_as_plans_write_them(words: str, expected: Frequency | None) -> None:
    assert parse_frequency(words) == expected


def test_the_next_update_is_in_the_month_that_it_falls_into() -> None:
    assert Frequency(months=1).next_after(dt.date(2024, 1, 31)) == dt.date(2024, 2, 29)
    assert Frequency(months=12).next_after(dt.date(2024, 9, 15)) == dt.date(2025, 9, 15)
    assert Frequency(days=7).next_after(dt.date(2024, 12, 30)) == dt.date(2025, 1, 6)
    assert Frequency().next_after(dt.date(2024, 1, 1)) is None


AMENDED = "14,Nguyên liệu làm thuốc,,,,nv,\"Phòng Nghiệp vụ, Sở Y tế\",,,2025-01-15,Excel,,,"
CHANGED = f"{AMENDED}2024-09-30\n{AMENDED.replace('2025-01-15', '2025-06-15')[:-1]}2024-10-01,"


def test_an_amended_plan_counts_from_its_day_on(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("open_data.csv", AMENDED, CHANGED)
    due = {period: open_reporting(HEALTH, period, str(workspace)).agency.catalogues.open_data[-1].due
           for period in ("2024-Q3", "2024-Y")}
    assert due == {"2024-Q3": dt.date(2025, 1, 15), "2024-Y": dt.date(2025, 6, 15)}


def test_two_versions_of_a_set_on_one_day_are_refused(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("open_data.csv", AMENDED, CHANGED.replace("2024-09-30", "2024-10-01"))
    with pytest.raises(SettingsError, match="cùng có hiệu lực từ ngày 01/10/2024"):
        load_agency(Workspace(workspace), HEALTH)
