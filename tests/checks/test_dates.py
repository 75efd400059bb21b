"""V13, V20-V25: days inside and outside of the window and of the calendar, each end and each miss by its own code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report_utils.agency.period import MONTHS, Period
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.window_rules import MonthRule, WindowRule
from report_utils.checks.context import Context
from report_utils.checks.dates import check_dates, fault_of
from report_utils.findings import Finding, Severity
from report_utils.forms.table import Days, Kind
from report_utils.forms.tables import TABLES
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

Act = Callable[..., Any]
Found = Callable[..., list[Finding]]

AGENCY = "syt-brvt"
DECISIONS, DOCUMENTS, INDICATORS, PLAN = "Công bố TTHC", "Văn bản", "Chỉ tiêu", "Nhiệm vụ kế hoạch"
WINDOW = "kỳ số liệu từ ngày 15/6/2024 đến hết ngày 14/9/2024"
DECISION = "«1632/QĐ-UBND», cột «Ngày ban hành»: ghi ngày"

FAULTS = {
    "a month before the window": (dt.date(2024, 5, 31), "V20"),
    "the day before the window": (dt.date(2024, 6, 14), "V21"),
    "the first day of the window, before the quarter": (dt.date(2024, 6, 15), "V22"),
    "the last day before the quarter": (dt.date(2024, 6, 30), "V22"),
    "the first day of the quarter": (dt.date(2024, 7, 1), ""),
    "the cut-off": (dt.date(2024, 9, 14), ""),
    "the day after the cut-off": (dt.date(2024, 9, 15), "V23"),
    "two days after the cut-off, in the quarter": (dt.date(2024, 9, 16), "V24"),
    "the last day of the quarter": (dt.date(2024, 9, 30), "V24"),
    "the day after the quarter": (dt.date(2024, 10, 1), "V13"),
}

MESSAGES = {
    "V13": (dt.date(2042, 1, 9), Severity.ERROR, f"{DECISION} 09/01/2042, sau thời điểm chốt số liệu; {WINDOW}.",
            "không sau 14/9/2024", "Kiểm tra lại ngày, tháng, năm; việc sau thời điểm chốt thuộc kỳ sau."),
    "V20": (dt.date(2024, 6, 13), Severity.WARNING, f"{DECISION} 13/6/2024, trước kỳ số liệu; {WINDOW}.",
            "không trước 15/6/2024",
            "Kiểm tra lại ngày, tháng, năm; việc trước kỳ số liệu thuộc kỳ trước, số liệu cũ thì cập nhật."),
    "V21": (dt.date(2024, 6, 14), Severity.WARNING,
            f"{DECISION} 14/6/2024, trước ngày bắt đầu kỳ số liệu đúng một ngày; {WINDOW}.", "không trước 15/6/2024",
            "Đối chiếu kỳ số liệu; việc này thuộc báo cáo kỳ trước, nếu kỳ trước chưa báo cáo thì giải trình."),
    "V22": (dt.date(2024, 6, 24), Severity.NOTE,
            f"{DECISION} 24/6/2024, thuộc kỳ số liệu nhưng ngoài quý III năm 2024 theo lịch; {WINDOW}.", "",
            "Giữ nguyên nếu đúng ngày; báo cáo không viết việc này là «trong quý III năm 2024»."),
    "V23": (dt.date(2024, 9, 15), Severity.ERROR,
            f"{DECISION} 15/9/2024, sau thời điểm chốt số liệu đúng một ngày; {WINDOW}.", "không sau 14/9/2024",
            "Đối chiếu kỳ số liệu; nếu đúng ngày thì việc này thuộc báo cáo kỳ sau."),
    "V24": (dt.date(2024, 9, 20), Severity.ERROR,
            f"{DECISION} 20/9/2024, trong quý III năm 2024 theo lịch nhưng sau thời điểm chốt số liệu; {WINDOW}.",
            "không sau 14/9/2024",
            "Báo cáo theo kỳ số liệu, không theo lịch: chuyển việc này sang báo cáo kỳ sau."),
}  # fmt: skip


def of_days(found: Found) -> list[tuple[str, str, str]]:
    """Code, sheet and cell of what is said of days."""
    return [(each.code, each.sheet, each.cell) for each in found() if each.code in {"V13", *MESSAGES, "V25"}]


# --- each code


@pytest.mark.parametrize(("day", "code"), FAULTS.values(), ids=FAULTS)
def test_a_day_has_the_code_of_where_it_is(quarter: Reporting, day: dt.date, code: str) -> None:
    assert fault_of(day, quarter.window, quarter.period.calendar_months) == code


@pytest.mark.parametrize(("code", "told"), MESSAGES.items(), ids=MESSAGES)
def test_a_finding_says_where_it_is_what_stands_there_the_window_and_the_cure(
    retype: Act, found: Found, code: str, told: tuple[dt.date, Severity, str, str, str]
) -> None:
    day, severity, message, expected, mend = told
    retype("nv", DECISIONS, {"A8": "1632/QĐ-UBND", "B8": day})
    [one] = [each for each in found() if each.sheet == DECISIONS]
    assert (one.code, one.file, one.cell, one.unit) == (code, "nv_2024-Q3.xlsx", "B8", "Phòng Nghiệp vụ")
    assert (one.severity, one.message, one.expected, one.mend) == (severity, message, expected, mend)
    assert one.found == message.split("ghi ngày ")[1].split(",")[0]


def test_a_window_that_begins_after_the_quarter_has_days_of_the_quarter_before_it(
    workspace: Path, clean: dict[str, Dataset]
) -> None:
    settings = workspace / "params" / AGENCY / "agency.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Q3: {start: 06-15, end: 09-15}", "Q3: {start: 07-10, end: 10-10}"), "utf-8")
    late = open_reporting(AGENCY, "2024-Q3", str(workspace))
    told = {each.found: each for each in check_dates(Context(late, clean["2024-Q3"], None)) if each.code == "V25"}
    assert set(told) == {"04/7/2024"}
    assert told["04/7/2024"].severity is Severity.WARNING
    assert told["04/7/2024"].message == (
        "«2530/SYT-VP», cột «Ngày ban hành»: ghi ngày 04/7/2024, trong quý III năm 2024 theo lịch nhưng trước kỳ số "
        "liệu; kỳ số liệu từ ngày 10/7/2024 đến hết ngày 09/10/2024.")
    assert told["04/7/2024"].mend == (
        "Báo cáo theo kỳ số liệu, không theo lịch; việc này thuộc báo cáo kỳ trước, nếu kỳ trước chưa báo cáo thì giải "
        "trình.")


# --- every day around both ends of every window

RULES = st.one_of(
    st.builds(MonthRule, start=st.integers(1, 28)).map(lambda rule: (rule, MONTHS)),
    st.builds(lambda start, end: (WindowRule(start=f"{start:02d}-15", end=f"{end:02d}-15"), ("Q1", "Q3", "H1", "Y")),
              st.integers(1, 12), st.integers(1, 12)),
)  # fmt: skip


@given(rules=RULES, which=st.integers(0, 99), year=st.integers(2019, 2030), off=st.integers(-45, 45),
       at_end=st.booleans())
@example(rules=(MonthRule(start=15), MONTHS), which=0, year=2024, off=-1, at_end=False)
def test_each_day_around_the_ends_of_a_window_has_one_code(
    rules: tuple[Any, tuple[str, ...]], which: int, year: int, off: int, at_end: bool
) -> None:
    period = Period(year, rules[1][which % len(rules[1])])
    window, months = rules[0].window(period), period.calendar_months
    day = (window.end if at_end else window.start) + dt.timedelta(days=off)
    code = fault_of(day, window, months)
    before, after = max(0, (window.start - day).days), max(0, (day - window.end).days + 1)
    assert (code in ("", "V22")) == (before == after == 0)
    assert (code in ("V21", "V23")) == (1 in (before, after))
    assert (code in ("V20", "V21", "V25")) == (before > 0)
    assert (code in ("V13", "V23", "V24")) == (after > 0)
    if code and 1 not in (before, after):
        assert (code in ("V24", "V25")) == (day in months)


# --- which days count


def test_each_column_of_days_says_which_days_it_holds() -> None:
    marked = {f"{table.code}.{column.code}": column.days for table in TABLES.values() for column in table.open_columns
              if column.kind is Kind.DATE}
    assert marked == {
        "procedure_decisions.issued": Days.OF_PERIOD, "indicators.as_of": Days.OF_PERIOD,
        "documents.issued": Days.OF_RESULTS, "plan_tasks.done_on": Days.NEW, "open_data.published_on": Days.NEW,
        "open_data.updated_on": Days.ANY,
    }  # fmt: skip


@pytest.mark.parametrize(("mark", "prompt", "told"), [
    ("x", "P03", [("V20", DOCUMENTS, "C14")]), (None, "P12", [("V20", DOCUMENTS, "C14")]), (None, "P17", []),
    (None, None, []),
], ids=["a directive", "a result", "a legal basis", "cited nowhere"])  # fmt: skip
def test_a_document_is_of_the_period_only_as_a_directive_or_a_result(
    retype: Act, found: Found, mark: str | None, prompt: str | None, told: list[tuple[str, str, str]]
) -> None:
    retype("nv", DOCUMENTS, {"C14": dt.date(2024, 1, 29), "F14": prompt, "G14": mark})
    assert [each for each in of_days(found) if each[2] == "C14"] == told


def test_a_legal_basis_may_not_be_of_a_day_to_come(retype: Act, found: Found) -> None:
    retype("nv", DOCUMENTS, {"C14": dt.date(2024, 9, 15)})
    assert ("V23", DOCUMENTS, "C14") in of_days(found)


@pytest.mark.parametrize(("prompt", "told"), [("P12", [("V22", DOCUMENTS, "C14")]), ("P03", [])])
def test_a_result_is_of_the_quarter_but_a_directive_only_of_the_window(
    retype: Act, found: Found, prompt: str, told: list[tuple[str, str, str]]
) -> None:
    retype("nv", DOCUMENTS, {"C14": dt.date(2024, 6, 28), "F14": prompt, "G14": "x"})
    assert [each for each in of_days(found) if each[2] == "C14"] == told


def test_figures_may_stand_as_of_a_day_of_the_window_only(retype: Act, found: Found) -> None:
    retype("cdc", INDICATORS, {"G9": dt.date(2023, 11, 30)})
    assert of_days(found) == [("V20", INDICATORS, "G9")]


# --- what was told before


@pytest.fixture(scope="module")
def city(repository: Path) -> Reporting:
    return open_reporting("syt-thua-thien-hue", "2020-Q1", str(repository))


@pytest.fixture(scope="module")
def answers(city: Reporting, repository: Path) -> tuple[Dataset, Dataset]:
    """The sample answers about plans, of the period before and of the period."""
    before = open_reporting("syt-thua-thien-hue", "2019-Q4", str(repository))
    return read_dataset(before), read_dataset(city)


def done_on(dataset: Dataset, task: str, day: dt.date | None) -> Dataset:
    frame = dataset.tables["plan_tasks"].copy()
    frame.loc[frame["task"] == task, "done_on"] = day
    return replace(dataset, tables={**dataset.tables, "plan_tasks": frame})


@pytest.mark.parametrize(("day", "codes"), [
    (dt.date(2019, 11, 20), ["V20"]), (dt.date(2019, 12, 9), ["V21"]), (dt.date(2019, 12, 10), ["V22"]),
    (dt.date(2020, 1, 1), []),
])  # fmt: skip
def test_a_task_that_was_open_before_was_done_in_the_period(
    city: Reporting, answers: tuple[Dataset, Dataset], day: dt.date, codes: list[str]
) -> None:
    before, now = answers
    found = list(check_dates(Context(city, done_on(now, "CPDT-IV.1", day), before)))
    assert [each.code for each in found] == codes
    assert all((each.sheet, each.cell[0]) == (PLAN, "F") for each in found)


def test_what_was_done_before_and_what_nobody_was_asked_before_may_be_older(
    city: Reporting, answers: tuple[Dataset, Dataset]
) -> None:
    before, now = answers
    assert list(check_dates(Context(city, now, before))) == []
    early = done_on(now, "CPDT-IV.1", dt.date(2019, 11, 20))
    assert list(check_dates(Context(city, early, None))) == []
    assert list(check_dates(Context(city, early, done_on(before, "CPDT-IV.1", dt.date(2019, 11, 20))))) == []


# --- explanations


@pytest.mark.parametrize(("day", "code", "is_explained"), [
    (dt.date(2024, 5, 31), "V20", True), (dt.date(2024, 6, 14), "V21", True), (dt.date(2024, 9, 15), "V23", False),
    (dt.date(2024, 9, 20), "V24", False), (dt.date(2024, 10, 1), "V13", False),
])  # fmt: skip
def test_a_day_before_the_window_can_be_explained_and_one_after_the_cut_off_cannot(
    alter: Act, found: Found, day: dt.date, code: str, is_explained: bool
) -> None:
    def change(workbook: Any) -> None:
        workbook[DECISIONS]["B8"].value = day
        for letter, value in zip("ABCDE", (code, DECISIONS, "B8", "Văn bản đến Sở chậm sau khi chốt", ""), strict=True):
            workbook["Giải trình"][f"{letter}7"].value = value

    alter("nv", change)
    [one] = [each for each in found() if (each.sheet, each.cell) == (DECISIONS, "B8")]
    assert (one.code, one.was is not None) == (code, is_explained)
    assert [each.code for each in found() if each.code[0] == "G"] == ([] if is_explained else ["G03"])
