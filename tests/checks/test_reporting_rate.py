"""Reporting rate and on-time rate."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.reporting_rate import ALL, State, UnitStatus, rates, unit_statuses
from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.consolidate import expected_units
from report_utils.intake.dataset import Dataset, Received

ROOT = Path(__file__).parents[2]
DEADLINE = dt.date(2024, 9, 16)
OFFICES = ("vp", "khtc", "nv", "ttra")


@pytest.fixture(scope="module")
def reporting() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(ROOT))


def received(unit: str, sent: dt.date | None = DEADLINE) -> Received:
    return Received(unit, f"{unit}_2024-Q3.xlsx", 1, sent, "", (), ())


def statuses(reporting: Reporting, *entries: Received, findings: tuple[Finding, ...] = ()) -> tuple[UnitStatus, ...]:
    return unit_statuses(reporting, Dataset({}, {}, {}, entries), findings)


def state(reporting: Reporting, sent: dt.date | None) -> State:
    return next(s.state for s in statuses(reporting, received("vp", sent)) if s.unit.code == "vp")


def test_every_expected_unit_has_a_status_and_no_other(reporting: Reporting) -> None:
    found = statuses(reporting, received("vp"))
    assert [status.unit for status in found] == expected_units(reporting)
    assert [status.unit.code for status in found if status.state is not State.MISSING] == ["vp"]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [(DEADLINE, State.ON_TIME), (DEADLINE + dt.timedelta(1), State.LATE), (None, State.UNDATED)],
)
def test_the_day_of_the_deadline_is_on_time(reporting: Reporting, sent: dt.date | None, expected: State) -> None:
    assert state(reporting, sent) is expected


def test_rates_are_shares_of_what_is_expected(reporting: Reporting) -> None:
    sent = (received("vp"), received("khtc"), received("nv", DEADLINE + dt.timedelta(3)))
    offices = next(rate for rate in rates(statuses(reporting, *sent)) if rate.group.startswith("Văn phòng"))
    assert (offices.expected, offices.received, offices.on_time, offices.late) == (len(OFFICES), 3, 2, 1)
    assert (offices.reporting_rate, offices.on_time_rate) == (Decimal("75.00"), Decimal("50.00"))


def test_a_submission_without_a_day_is_received_but_not_on_time(reporting: Reporting) -> None:
    total = rates(statuses(reporting, received("vp", None)))[-1]
    assert (total.received, total.on_time, total.late) == (1, 0, 1)


def test_the_last_rate_is_that_of_all(reporting: Reporting) -> None:
    found = rates(statuses(reporting, received("vp")))
    assert found[-1].group == ALL
    assert found[-1].expected == sum(rate.expected for rate in found[:-1]) == len(expected_units(reporting))


def test_without_expected_units_there_is_no_rate() -> None:
    [total] = rates(())
    assert (total.expected, total.reporting_rate, total.on_time_rate) == (0, None, None)


def test_errors_and_warnings_are_counted_for_their_unit(reporting: Reporting) -> None:
    name = reporting.agency.units["vp"].name
    place = CellRef("vp_2024-Q3.xlsx", "Hồ sơ TTHC", "E12")
    findings = (finding("O02", unit=name, at=place, column="Tổng"),
                finding("N07", unit=name, sent="18/9/2024", deadline="16/9/2024"))  # fmt: skip
    office = next(s for s in statuses(reporting, received("vp"), findings=findings) if s.unit.code == "vp")
    assert (len(office.errors), len(office.warnings)) == (1, 1)


def test_a_file_that_cannot_be_used_is_neither_received_nor_unsent(reporting: Reporting) -> None:
    name = reporting.agency.units["vp"].name
    unusable = finding("N01", unit=name, at=CellRef("vp_2024-Q3.xlsx"))
    damaged = finding("T04", unit=name, at=CellRef("vp_2024-Q3.xlsx"), reason="gói hỏng")
    found = unit_statuses(reporting, Dataset({}, {}, {}, (), (unusable, damaged)), (unusable, damaged))
    office = next(status for status in found if status.unit.code == "vp")
    assert (office.state, office.errors) == (State.UNUSABLE, (damaged,))
    assert rates(found)[-1].received == 0


def test_that_nothing_was_sent_is_no_error_in_what_was_sent(reporting: Reporting) -> None:
    missing = finding("N01", unit=reporting.agency.units["vp"].name)
    office = next(s for s in statuses(reporting, findings=(missing,)) if s.unit.code == "vp")
    assert (office.state, office.errors) == (State.MISSING, ())
