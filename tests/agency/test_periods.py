"""Periods, their data windows and deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.calendar import Calendar
from report_utils.agency.period import Period, Window
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.errors import UnknownNameError


@pytest.fixture
def calendar(reporting: Reporting) -> Calendar:
    return reporting.agency.profile.calendar


@pytest.fixture
def opened(workspace: Path) -> Callable[..., Reporting]:
    """The agency in a period, with settings given by hand."""

    def open_(period: str, **settings: Any) -> Reporting:
        return open_reporting("syt-brvt", period, str(workspace), settings)

    return open_


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2024-06-14", False), ("2024-06-15", True), ("2024-09-14", True), ("2024-09-15", False)],
)
def test_the_window_of_the_third_quarter_is_half_open(reporting: Reporting, day: str, counts: bool) -> None:
    assert (dt.date.fromisoformat(day) in reporting.window) is counts


def test_the_cut_off_is_the_last_day_that_counts(reporting: Reporting) -> None:
    assert reporting.window.cutoff == dt.date(2024, 9, 14)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2024-Q1", dt.date(2023, 12, 15), dt.date(2024, 3, 15)),
        ("2024-H1", dt.date(2023, 12, 15), dt.date(2024, 6, 15)),
        ("2024-Q3", dt.date(2024, 6, 15), dt.date(2024, 9, 15)),
        ("2024-9M", dt.date(2023, 12, 15), dt.date(2024, 9, 15)),
        ("2024-Y", dt.date(2023, 12, 15), dt.date(2024, 12, 15)),
    ],
)
def test_a_window_that_starts_after_it_ends_starts_in_the_year_before(
    calendar: Calendar, period: str, start: dt.date, end: dt.date
) -> None:
    assert calendar.window(Period.parse(period)) == Window(start, end)


@pytest.mark.parametrize(
    ("period", "before"),
    [("2024-Q3", "2024-H1"), ("2024-Q1", "2023-Y"), ("2024-H1", "2023-Y"), ("2024-9M", "2023-Y"), ("2024-Y", "2023-Y")],
)
def test_a_period_takes_over_from_the_one_that_ends_where_it_begins(
    calendar: Calendar, period: str, before: str
) -> None:
    assert calendar.previous(Period.parse(period)) == Period.parse(before)


def test_no_period_comes_before_when_none_ends_where_it_begins() -> None:
    rules = {"Q3": {"start": "06-15", "end": "09-15"}}
    assert Calendar(windows=rules).previous(Period(2024, "Q3")) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(("period", "from_new_year"), [("2024-Q3", False), ("2024-9M", True), ("2024-H1", True)])
def test_some_periods_run_from_the_start_of_the_year(calendar: Calendar, period: str, from_new_year: bool) -> None:
    assert calendar.year_to_date(Period.parse(period)) is from_new_year


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("2024-Q1", "quý I năm 2024"),
        ("2024-Q3", "quý III năm 2024"),
        ("2024-Q4", "quý IV năm 2024"),
        ("2024-H1", "6 tháng đầu năm 2024"),
        ("2024-9M", "9 tháng đầu năm 2024"),
        ("2024-Y", "năm 2024"),
        ("2024-M07", "tháng 7 năm 2024"),
        ("2024-M12", "tháng 12 năm 2024"),
    ],
)
def test_a_period_is_named_as_officials_name_it(code: str, title: str) -> None:
    assert Period.parse(code).title == title


@pytest.mark.parametrize("code", ["2024-Q3", "2024-H1", "2024-9M", "2024-Y", "2024-M07"])
def test_a_period_is_written_as_it_was_read(code: str) -> None:
    assert str(Period.parse(code)) == code
    assert str(Period.parse(f" {code.lower()} ")) == code


@pytest.mark.parametrize("code", ["", "2024", "2024-Q5", "2024Q3", "24-Q3", "1999-Q3", "2024-M13", "2024-M00", "Q3"])
def test_what_is_no_period_is_refused_with_examples(code: str) -> None:
    with pytest.raises(UnknownNameError, match="Kỳ viết dạng 2024-Q3") as caught:
        Period.parse(code)
    assert caught.value.name == code


def test_a_period_that_the_agency_does_not_report_is_refused_with_those_it_does(workspace: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"«2024-Q2».*Q1, H1, Q3, 9M, Y.*kỳ 2024-H1 \(6 tháng đầu năm 2024\)"):
        open_reporting("syt-brvt", "2024-Q2", str(workspace))
    with pytest.raises(UnknownNameError, match=r"Quý IV năm 2024 nằm trong kỳ 2024-Y \(năm 2024\)\."):
        open_reporting("syt-brvt", "2024-Q4", str(workspace))


def test_units_have_until_the_16th_and_the_agency_until_the_20th(reporting: Reporting) -> None:
    assert reporting.unit_deadline == dt.date(2024, 9, 16)
    assert reporting.agency_deadline == dt.date(2024, 9, 20)


def test_the_file_of_the_period_may_set_its_own_window_and_deadlines(workspace: Path) -> None:
    (workspace / "params" / "syt-brvt" / "2024-Q3.yaml").write_text(
        "agency: syt-brvt\nperiod: 2024-Q3\nsettings:\n"
        "  window: {start: 2024-06-01, end: 2024-09-01}\n"
        "  unit_deadline: 2024-09-05\n  agency_deadline: 2024-09-10\n", encoding="utf-8")
    own = open_reporting("syt-brvt", "2024-Q3", str(workspace))
    assert own.window == Window(dt.date(2024, 6, 1), dt.date(2024, 9, 1))
    assert (own.unit_deadline, own.agency_deadline) == (dt.date(2024, 9, 5), dt.date(2024, 9, 10))


def test_deadlines_that_the_file_leaves_out_stay_those_of_the_calendar(opened: Callable[..., Reporting]) -> None:
    own = opened("2024-Q3", unit_deadline="2024-09-18")
    assert (own.unit_deadline, own.agency_deadline) == (dt.date(2024, 9, 18), dt.date(2024, 9, 20))
    assert own.window == Window(dt.date(2024, 6, 15), dt.date(2024, 9, 15))


def test_settings_given_by_hand_count_instead_of_the_file(opened: Callable[..., Reporting]) -> None:
    assert opened("2024-H1", unit_deadline="2024-06-20").settings.tables == ()
    assert opened("2024-H1").settings.tables == ("dossiers", "finance_lines")


def test_a_period_without_a_file_follows_the_calendar(opened: Callable[..., Reporting]) -> None:
    year = opened("2025-Y")
    assert year.window == Window(dt.date(2024, 12, 15), dt.date(2025, 12, 15))
    assert year.unit_deadline == dt.date(2025, 12, 16)


def test_the_previous_period_of_a_reporting_is_that_of_the_calendar(reporting: Reporting) -> None:
    assert reporting.previous == Period(2024, "H1")
