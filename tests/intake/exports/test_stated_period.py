"""The period that the titles of an export state."""

import datetime as dt

import pytest

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting
from report_utils.intake.exports.stated_period import contradiction, stated_days, stated_period

START, END = dt.date(2024, 6, 15), dt.date(2024, 9, 14)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", "Từ ngày 15/6/2024 đến ngày 14/9/2024"], (START, END)),
        (["(từ 15/06/2024 đến hết ngày 14/09/2024)"], (START, END)),
        (["Từ ngày 15-06-2024 đến ngày 14-09-2024"], (START, END)),
        (["15.06.2024 – 14.09.2024"], (START, END)),
        (["Từ ngày 15 tháng 6 năm 2024 đến ngày 14 tháng 9 năm 2024"], (START, END)),
        (["Từ ngày: 15/06/2024 00:00:00 đến ngày: 14/09/2024 23:59:59"], (START, END)),
        (["Từ ngày", START, "", "Đến ngày", dt.datetime(2024, 9, 14)], (START, END)),  # noqa: DTZ001
        (["Tính đến hết ngày 14/9/2024"], (None, END)),
        (["Số liệu từ ngày 15/6/2024 đến nay"], (START, None)),
        (["Từ ngày 15/6 đến ngày 14/9/2024"], (None, END)),
        (["Danh sách hồ sơ"], (None, None)),
        (["Ban hành kèm theo Thông tư số 01/2020/TT-VPCP ngày 23/10/2020"], (None, None)),
    ],
)
def test_the_days_that_a_title_names(row: list[object], said: object) -> None:
    assert stated_days([[""], row]) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Quý III năm 2024", "2024-Q3"), ("QUÝ III/2024", "2024-Q3"), ("Kỳ báo cáo: Quý 3 - 2024", "2024-Q3"),
        ("Báo cáo quý I", "2024-Q1"), ("Quý IV/2023", "2023-Q4"), ("6 tháng đầu năm 2024", "2024-H1"),
        ("06 tháng đầu năm", "2024-H1"), ("9 tháng năm 2024", "2024-9M"),
        ("Quý ...", None), ("Quý vị", None), ("quý II và quý III", None), ("So với quý II", None),
        ("9 tháng tới", None), ("Quý khách", None), ("Thông tư năm 2020", None),
    ],
)
def test_the_period_that_a_title_names(title: str, said: str | None) -> None:
    assert stated_period([[""], ["", title]], 2024) == (Period.parse(said) if said else None)


def test_headings_are_no_titles() -> None:
    assert stated_period([["Lĩnh vực", "Quý I", "Ghi chú"]], 2024) is None


@pytest.mark.parametrize(
    ("title", "is_told", "is_told_of_a_list"),
    [
        ("Quý III năm 2024", False, False), ("Quý I", True, True), ("Quý III năm 2023", True, True),
        ("9 tháng đầu năm 2024", True, False), ("6 tháng đầu năm", True, True),
        ("Từ ngày 15/6/2024 đến ngày 14/9/2024", False, False), ("Từ ngày 16/6/2024 đến 14/9/2024", True, True),
        ("Từ ngày 01/6/2024 đến 14/9/2024", True, False), ("Từ 15-06-2024 đến 13-09-2024", True, True),
        ("Kỳ báo cáo: ........", False, False),
    ],
)
def test_another_period_than_that_of_the_report_is_told(
    reporting: Reporting, title: str, *, is_told: bool, is_told_of_a_list: bool
) -> None:
    told = [bool(contradiction(reporting, [[title]], may_be_longer=longer)[0]) for longer in (False, True)]
    assert told == [is_told, is_told_of_a_list]


def test_both_periods_are_named_in_words(reporting: Reporting) -> None:
    assert contradiction(reporting, [["Quý I"]], may_be_longer=False) == ("quý I năm 2024", "quý III năm 2024")
