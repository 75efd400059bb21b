"""Windows that tile the year, and the periods that run from its start."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.agency.calendar import Calendar
from report_utils.agency.period import MONTHS, Period, Window
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.errors import SettingsError, UnknownNameError

QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def calendar(**settings: Any) -> Calendar:
    return Calendar.model_validate(settings)


def windows(*bounds: str, **others: tuple[str, str]) -> dict[str, dict[str, str]]:
    """The windows of the four quarters that begin and end at these days, and of other kinds."""
    quarters = dict(zip(QUARTERS, pairwise(bounds), strict=False))
    return {kind: {"start": start, "end": end} for kind, (start, end) in {**quarters, **others}.items()}


FROM_THE_10TH = windows("12-10", "03-10", "06-10", "09-10", "12-10")
"""The e-government plan of Thừa Thiên Huế; the 10th counts once, in the quarter that begins."""
FROM_THE_15TH = windows("12-15", "03-15", "06-15", "09-15", "12-15", H1=("12-15", "06-15"), Y=("12-15", "12-15"))
FROM_THE_1ST = windows("01-01", "04-01", "07-01", "10-01", "01-01", H1=("01-01", "07-01"), Y=("01-01", "01-01"))
INTO_THE_NEXT_YEAR = windows("01-10", "04-10", "07-10", "10-10", "01-10")
ALL_QUARTERS = [FROM_THE_10TH, FROM_THE_15TH, FROM_THE_1ST, INTO_THE_NEXT_YEAR]
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2098, 12, 31))


def periods_with(day: dt.date, asked: Calendar, kinds: tuple[str, ...]) -> list[Period]:
    periods = (Period(year, kind) for year in range(day.year - 1, day.year + 2) for kind in kinds)
    return [period for period in periods if day in asked.window(period)]


@pytest.mark.parametrize("rules", ALL_QUARTERS, ids=["10th", "15th", "1st", "into the next year"])
@given(day=DAYS)
def test_every_day_lies_in_exactly_one_quarter(rules: dict[str, Any], day: dt.date) -> None:
    assert len(periods_with(day, calendar(windows=rules), QUARTERS)) == 1


@given(day=DAYS, start=st.integers(1, 28))
def test_every_day_lies_in_exactly_one_month(day: dt.date, start: int) -> None:
    assert len(periods_with(day, calendar(months={"start": start}), MONTHS)) == 1


@pytest.mark.parametrize(("day", "quarter"), [("2019-03-09", "2019-Q1"), ("2019-03-10", "2019-Q2"),
                                              ("2019-12-09", "2019-Q4"), ("2019-12-10", "2020-Q1")])
def test_a_day_on_which_two_quarters_meet_counts_in_the_one_that_begins(day: str, quarter: str) -> None:
    found = periods_with(dt.date.fromisoformat(day), calendar(windows=FROM_THE_10TH), QUARTERS)
    assert found == [Period.parse(quarter)]


@pytest.mark.parametrize(
    ("start", "period", "first", "end"),
    [
        (15, "2024-M07", "2024-06-15", "2024-07-15"), (15, "2024-M01", "2023-12-15", "2024-01-15"),
        (1, "2024-M01", "2024-01-01", "2024-02-01"), (1, "2024-M12", "2024-12-01", "2025-01-01"),
        (28, "2024-M03", "2024-02-28", "2024-03-28"),
    ],
)
def test_one_rule_gives_the_window_of_every_month(start: int, period: str, first: str, end: str) -> None:
    expected = Window(dt.date.fromisoformat(first), dt.date.fromisoformat(end))
    assert calendar(months={"start": start}).window(Period.parse(period)) == expected


@pytest.mark.parametrize(("period", "first", "end"), [("2024-Q4", "2024-10-01", "2025-01-01"),
                                                      ("2024-Y", "2024-01-01", "2025-01-01"),
                                                      ("2024-Q1", "2024-01-01", "2024-04-01")])
def test_a_window_to_new_year_ends_in_the_year_after(period: str, first: str, end: str) -> None:
    expected = Window(dt.date.fromisoformat(first), dt.date.fromisoformat(end))
    assert calendar(windows=FROM_THE_1ST).window(Period.parse(period)) == expected


@pytest.mark.parametrize("start", ["0", "29", "15/6"])
def test_a_month_begins_on_a_day_that_every_month_has(workspace: Path, start: str) -> None:
    path = workspace / "params" / "syt-brvt" / "agency.yaml"
    text = path.read_text(encoding="utf-8").replace("  unit_days:", f"  months: {{start: {start}}}\n  unit_days:", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        open_reporting("syt-brvt", "2024-Q3", str(workspace))
    assert caught.value.key.startswith("calendar.months")


@pytest.mark.parametrize(("settings", "reason"), [
    ({"windows": {"M07": {"start": "06-15", "end": "07-15"}}, "months": {"start": 15}}, "«M07» đã theo quy tắc chung"),
    ({}, "ít nhất một kỳ báo cáo"),
])  # fmt: skip
def test_months_are_given_once_and_there_is_something_to_report(settings: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        calendar(**settings)


@pytest.mark.parametrize(
    ("period", "hint"),
    [
        ("2024-M07", r"theo: Q1, Q2, Q3, Q4\. Tháng 7 năm 2024 nằm trong kỳ 2024-Q3 \(quý III năm 2024\)\."),
        ("2024-H1", r"theo: Q1, Q2, Q3, Q4\.$"),
    ],
)
def test_a_period_without_a_window_is_refused_with_the_one_around_it(period: str, hint: str) -> None:
    with pytest.raises(UnknownNameError, match=hint):
        calendar(windows=FROM_THE_10TH).window(Period.parse(period))


def test_twelve_months_are_named_as_one(reporting: Reporting) -> None:
    asked = reporting.agency.profile.calendar.model_copy(update={"months": calendar(months={"start": 15}).months})
    with pytest.raises(UnknownNameError, match="theo: Q1, H1, Q3, 9M, Y, M01 đến M12"):
        asked.window(Period.parse("2024-Q2"))


# What comes before, and the year


def chains(asked: Calendar, period: str) -> list[str]:
    return [" ".join(str(one).removeprefix("2024-") for one in chain) for chain in asked.chains(Period.parse(period))]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-Q3", ["H1 Q3", "Q1 Q2 Q3"]), ("2024-H1", ["H1"]), ("2024-Q1", ["Q1"]), ("2024-Y", ["Y"]),
        ("2024-M04", ["Q1 M04", "M01 M02 M03 M04"]), ("2024-M02", ["M01 M02"]),
    ],
)
def test_the_year_so_far_is_tiled_with_the_fewest_periods_first(period: str, expected: list[str]) -> None:
    assert chains(calendar(windows=FROM_THE_15TH, months={"start": 15}), period)[:2] == expected


def test_a_year_without_a_window_begins_with_the_first_of_its_periods() -> None:
    assert chains(calendar(windows=FROM_THE_10TH), "2024-Q4") == ["Q1 Q2 Q3 Q4"]
    assert calendar(windows=FROM_THE_10TH).year_start(2024) == dt.date(2023, 12, 10)


def test_windows_that_leave_days_out_do_not_tile_the_year() -> None:
    asked = calendar(windows={**FROM_THE_15TH, "Q3": {"start": "06-20", "end": "09-15"}}, months={"start": 1})
    assert chains(asked, "2024-Q3") == []
    assert chains(asked, "2024-M02") == []


@pytest.mark.parametrize("rules", [FROM_THE_15TH, FROM_THE_1ST], ids=["15th", "1st"])
@given(period=st.builds(Period, st.integers(2001, 2098), st.sampled_from((*QUARTERS, "H1", "Y", *MONTHS))))
def test_a_chain_runs_from_the_start_of_the_year_without_gap(rules: dict[str, Any], period: Period) -> None:
    asked = calendar(windows=rules, months={"start": int(rules["Q1"]["start"][-2:])})
    found = asked.chains(period)
    assert len(found) == len(set(found)) > 0
    assert [len(chain) for chain in found] == sorted(map(len, found))
    for chain in found:
        bounds = [asked.window(one) for one in chain]
        assert bounds[0].start == asked.year_start(period.year)
        assert [one.end for one in bounds[:-1]] == [one.start for one in bounds[1:]]
        assert chain[-1] == period


@pytest.mark.parametrize(("period", "before"), [("2024-Q3", "2024-Q2"), ("2024-M07", "2024-M06"),
                                                ("2024-M01", "2023-M12"), ("2024-H1", "2023-Y")])
def test_a_period_takes_over_from_one_of_its_kind_where_there_is_one(period: str, before: str) -> None:
    asked = calendar(windows=FROM_THE_15TH, months={"start": 15})
    assert asked.previous(Period.parse(period)) == Period.parse(before)


def test_the_matching_period_is_that_of_the_year_before(reporting: Reporting) -> None:
    assert reporting.agency.profile.calendar.matching(Period(2024, "Q3")) == Period(2023, "Q3")


def test_months_follow_months_and_longer_periods_longer_ones() -> None:
    asked = calendar(windows=FROM_THE_15TH, months={"start": 15})
    assert asked.next_end(Period(2024, "Q3")) == dt.date(2024, 12, 15)
    assert asked.next_end(Period(2024, "M09")) == dt.date(2024, 10, 15)
    assert calendar(windows=FROM_THE_1ST).next_end(Period(2024, "Q4")) == dt.date(2025, 4, 1)
