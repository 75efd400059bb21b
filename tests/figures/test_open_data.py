"""The open-data plan at any cut-off: what became of each set, what the plan reached, who must be reminded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from report_utils.agency.agency import Agency
from report_utils.agency.open_data import OpenDataSet, make_open_data_set
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.figures.figure import Figure
from report_utils.figures.open_data.progress import Progress, progress_of
from report_utils.figures.open_data.targets import Share
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.figures.quantity import Quantity
from report_utils.figures.source import Record
from report_utils.figures.tables import ReportTable
from report_utils.figures.verdict import verdict

DAY = dt.date(2024, 9, 15)
EVE, MORROW = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
PUBLISHED, WAITING, WITHHELD = "Đã công bố", "Chưa công bố", "Tạm dừng vì dữ liệu cá nhân"


def set_of_data(due: str = "2024-09-15", frequency: str = "", **columns: str) -> OpenDataSet:
    blank = dict.fromkeys(("shared_content", "description", "theme", "plan_owner", "first_published", "format", "note",
                           "since", "until"), "")
    return make_open_data_set({**blank, "dataset": "1", "name": "Danh mục thuốc", "owner": "nv", "due": due,
                               "frequency": frequency, **columns})


def answer(state: str, published_on: dt.date | None = None, **cells: Any) -> Record:
    return {"unit": "nv", "state": state, "published_on": published_on, "updated_on": None, "frequency": None,
            "format": None, "address": None, **cells}


@pytest.mark.parametrize(
    ("state", "published_on", "cutoff", "expected", "days"),
    [
        (WAITING, None, EVE, "not_due", 0), (WAITING, None, DAY, "overdue", 0), (WAITING, None, MORROW, "overdue", 1),
        (PUBLISHED, DAY, MORROW, "on_time", 0), (PUBLISHED, MORROW, MORROW, "late", 1),
        (PUBLISHED, EVE, EVE, "on_time", 0), (PUBLISHED, MORROW, DAY, "overdue", 0),
        (PUBLISHED, None, MORROW, "published", 0), (PUBLISHED, None, DAY, "on_time", 0),
        (WITHHELD, None, MORROW, "withheld", 0),
    ],
)  # fmt: skip
def test_the_state_of_a_data_set(state: str, published_on: dt.date | None, cutoff: dt.date, expected: str, days: int
                                 ) -> None:  # fmt: skip
    progress = progress_of(set_of_data(), [answer(state, published_on)], cutoff)
    assert (progress.state, progress.days_late) == (expected, days)


def test_a_set_without_a_day_is_never_overdue_and_never_late() -> None:
    entry = set_of_data(due="")
    assert progress_of(entry, [answer(WAITING)], MORROW).state == "undated"
    assert progress_of(entry, [answer(PUBLISHED, DAY)], MORROW).state == "published"


@pytest.mark.parametrize(
    ("plan", "unit", "usual", "updated_on", "cutoff", "stale"),
    [
        ("hàng tháng", None, "", None, dt.date(2024, 10, 14), False),
        ("hàng tháng", None, "", None, dt.date(2024, 10, 15), True),
        ("hàng tháng", None, "", dt.date(2024, 10, 1), dt.date(2024, 10, 31), False),
        ("hàng tháng", None, "", dt.date(2024, 12, 1), dt.date(2024, 10, 15), True),
        ("hàng tháng", "hàng năm", "hàng năm", None, dt.date(2024, 10, 15), True),
        ("", "hàng tháng", "hàng năm", None, dt.date(2024, 10, 15), True),
        ("", None, "01 năm/lần", None, dt.date(2025, 9, 14), False),
        ("", None, "01 năm/lần", None, dt.date(2025, 9, 15), True),
        ("khi có thay đổi", None, "hàng tháng", None, dt.date(2030, 1, 1), False),
        ("", "lâu lâu", "", None, dt.date(2030, 1, 1), False),
    ],
)  # fmt: skip
def test_a_published_set_must_be_updated_when_its_time_has_passed(
    plan: str, unit: str | None, usual: str, updated_on: dt.date | None, cutoff: dt.date, stale: bool
) -> None:
    said = answer(PUBLISHED, DAY, updated_on=updated_on, frequency=unit)
    assert progress_of(set_of_data(frequency=plan), [said], cutoff, usual).stale is stale


def test_of_several_owners_the_first_that_published_counts() -> None:
    answers = [answer(WAITING), answer(PUBLISHED, MORROW), answer(PUBLISHED, DAY, unit="vp")]
    progress = progress_of(set_of_data(), answers, MORROW)
    assert (progress.state, (progress.answer or {})["unit"]) == ("on_time", "vp")


def test_an_owner_who_tells_no_day_does_not_hide_one_who_does() -> None:
    progress = progress_of(set_of_data(), [answer(PUBLISHED), answer(PUBLISHED, MORROW)], MORROW)
    assert (progress.state, progress.days_late) == ("late", 1)


def test_an_update_by_any_owner_keeps_the_set_up_to_date() -> None:
    answers = [answer(PUBLISHED, dt.date(2023, 1, 1)),
               answer(PUBLISHED, dt.date(2023, 2, 1), updated_on=dt.date(2024, 9, 1), unit="vp")]
    progress = progress_of(set_of_data(frequency="hàng năm"), answers, DAY)
    assert (progress.update_due, progress.stale) == (dt.date(2025, 9, 1), False)


def test_a_version_of_the_plan_cannot_end_before_it_begins() -> None:
    assert set_of_data(since="2024-09-15", until="2024-09-15").in_force(DAY)
    with pytest.raises(ValueError, match="trước ngày có hiệu lực"):
        set_of_data(since="2024-09-15", until="2024-09-14")


@pytest.mark.parametrize(
    ("form", "address", "readable", "stars"),
    [("PDF", "trang", False, 1), ("Khác", "trang", False, 1), ("XLSX", "trang", True, 2), ("CSV", "trang", True, 3),
     ("API", "trang", True, 3), ("RDF", "trang", True, 4), ("CSV", None, True, 0), (None, "trang", False, 1)],
)  # fmt: skip
def test_the_openness_of_a_format(form: str | None, address: str | None, readable: bool, stars: int) -> None:
    progress = Progress("on_time", answer=answer(PUBLISHED, DAY, format=form, address=address))
    assert (progress.machine_readable, progress.stars) == (readable, stars)


@pytest.mark.parametrize(
    ("part", "percent", "above", "cutoff", "expected"),
    [(7, 50, False, DAY, "Đạt"), (7, 50, True, DAY, "Chưa đạt"), (6, 50, False, DAY, "Chưa đạt"),
     (6, 50, False, EVE, "Chưa đến thời hạn"), (14, 80, True, EVE, "Đạt")],
)  # fmt: skip
def test_a_target_is_judged_when_its_day_has_come(part: int, percent: int, above: bool, cutoff: dt.date, expected: str
                                                  ) -> None:  # fmt: skip
    rate = Share(Quantity(Decimal(part)), Quantity(Decimal(14))).rate.value
    assert verdict(rate, Decimal(percent), by=DAY, cutoff=cutoff, above=above) == expected


At = Callable[[str, str], Reporting]


@pytest.fixture
def until(quarter: Reporting) -> Callable[[str], Reporting]:
    """The reporting whose data ends on that day."""

    def make(day: str) -> Reporting:
        end = dt.date.fromisoformat(day) + dt.timedelta(days=1)
        window = {"window": {"start": "2024-06-15", "end": end.isoformat()}}
        return open_reporting("syt-brvt", "2024-Q3", str(quarter.workspace.root), window)

    return make


@pytest.mark.parametrize(("cutoff", "due"), [("2024-09-14", 0), ("2024-09-15", 6), ("2024-12-31", 13),
                                             ("2025-12-31", 14)])  # fmt: skip
def test_what_is_due_of_the_plan_of_the_department(sample: Any, until: Any, cutoff: str, due: int) -> None:
    assert figures_of(until(cutoff), sample.dataset, ()).figure("open_data.due").quantity.value == due


def column(table: ReportTable, index: int) -> list[Any]:
    return [cell.quantity.value if isinstance(cell := row[index], Figure) else cell for row in table.rows]


def test_the_groups_make_the_whole(sample: Any, until: Any) -> None:
    table = figures_of(until("2024-12-31"), sample.dataset, ()).table("open_data_by_owner")
    assert column(table, 2) == [1, 8, 2, 3]
    assert [sum(column(table, i)) for i in range(2, 9)] == [
        cell.quantity.value for cell in table.total[2:9] if isinstance(cell, Figure)
    ]
    for row in range(4):
        total, published, _, _, waiting, overdue, withheld = (column(table, i)[row] for i in range(2, 9))
        assert total == published + waiting + overdue + withheld


def test_owners_of_what_is_overdue_or_stale_are_reminded(sample: Any, until: Any) -> None:
    published = sample.typed("open_data", {"dataset": "3"}, state=PUBLISHED, published_on=DAY, format="XLSX",
                             address="trang", frequency="hàng tháng")
    figures = figures_of(until("2024-10-20"), published.typed(
        "open_data", {"dataset": "4"}, state=WITHHELD).dataset, ())
    reminders = figures.table("open_data_reminders")
    assert len(reminders.rows) == 12
    assert figures.figure("open_data.overdue").quantity.value == 11
    [stale] = [row for row in reminders.rows if row[3] == "Cập nhật"]
    assert (stale[1], stale[4]) == ("Số giường bệnh của các cơ sở khám bệnh, chữa bệnh", "15/10/2024")
    assert [line[0] for line in figures.listing("open_data_reminded").lines] == [
        "Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ", "Chi cục An toàn vệ sinh thực phẩm"
    ]


def test_a_target_counts_what_was_done_by_its_day(sample: Any, until: Any) -> None:
    after = dt.date(2025, 1, 1)
    changed = sample.typed("open_data", {"dataset": "1"}, state=PUBLISHED, published_on=DAY)
    changed = changed.typed("open_data", {"dataset": "2"}, state=PUBLISHED, published_on=after)
    table = figures_of(until("2025-01-01"), changed.dataset, ()).table("open_data_targets")
    assert column(table, 4) == ["31/12/2024", "01/01/2025"]
    assert column(table, 5) == [1, 2]
    assert column(table, 8) == ["Chưa đạt", "Chưa đến thời hạn"]


def test_what_falls_due_next_is_told_up_to_the_next_cutoff(figures: PeriodFigures) -> None:
    table = figures.table("open_data_next")
    assert len(table.rows) == 13
    assert set(column(table, 4)) == {"15/9/2024", "15/10/2024"}


def test_a_silent_owner_makes_its_sets_unknown_and_nothing_else(sample: Any, compute: Any) -> None:
    figures = compute(sample.without_unit("vp"))
    assert figures.figure("open_data.published").quantity.absent == ("Văn phòng Sở",)
    by_owner = figures.table("open_data_by_owner")
    known = [row[3].quantity.known for row in by_owner.rows if isinstance(row[3], Figure)]
    assert known == [True, True, False, True]


def shared(agency: Agency) -> Agency:
    """The agency whose first set belongs to two units."""
    first, *others = agency.catalogues.open_data
    together = replace(first, owners=("atvstp", "nv"))
    return replace(agency, catalogues=replace(agency.catalogues, open_data=(together, *others)))


def test_a_set_of_two_owners_is_published_as_soon_as_one_has(sample: Any, quarter: Reporting) -> None:
    reporting = replace(quarter, agency=shared(quarter.agency))
    silent = figures_of(reporting, sample.dataset, ())
    assert silent.figure("open_data.published").quantity.absent == ("Phòng Nghiệp vụ",)
    published = sample.typed("open_data", {"dataset": "1"}, state=PUBLISHED, published_on=EVE).dataset
    figures = figures_of(reporting, published, ())
    assert figures.figure("open_data.published").quantity.value == 1
    assert figures.figure("open_data.taking_part").quantity.value == 1
