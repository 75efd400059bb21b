"""Who has sent, and how well: reporting rate and on-time rate, as DHIS2 defines them.

Reporting rate = submissions received / submissions expected; on-time rate = submissions received by the deadline /
submissions expected, both in percent. One submission counts for each unit and period, however often it was sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import GROUPS, Unit
from report_utils.checks.ownership import findings_by_unit
from report_utils.findings import Finding, Severity
from report_utils.forms.asked import tables_of
from report_utils.forms.table import Table
from report_utils.intake.consolidate import expected_units, has_sent
from report_utils.intake.dataset import Dataset, Received
from report_utils.vietnamese.numbers import round_half_up

ALL = "Tổng cộng"
NOT_RECEIVED = "N01"
"""The finding that says what `State.MISSING` says, or of a file what `State.UNUSABLE` says."""


class State(StrEnum):
    """Whether a unit has sent. A submission that names no day is received, but not known to be on time.

    One of which nothing could be read is not received.
    """

    MISSING = "Chưa gửi"
    UNUSABLE = "Tệp không dùng được"
    LATE = "Muộn"
    UNDATED = "Không ghi ngày gửi"
    ON_TIME = "Đúng hạn"


NOT_SENT = (State.MISSING, State.UNUSABLE)
"""What counts as not received."""


@dataclass(frozen=True)
class UnitStatus:
    """One expected unit: its submission, if any, and what is wrong with it."""

    unit: Unit
    state: State
    received: Received | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is wrong with what was sent; that nothing was, or nothing that can be used, is `state`."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR and f.code != NOT_RECEIVED)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    @property
    def explained(self) -> tuple[Finding, ...]:
        """What the unit has explained in writing, so that it is neither error nor warning any more."""
        return tuple(f for f in self.findings if f.explanations)


@dataclass(frozen=True)
class Rate:
    """Submissions of one group of units, or of all. Rates are in percent, None where nothing is expected."""

    group: str
    expected: int
    received: int
    on_time: int

    @property
    def late(self) -> int:
        """Received, but not known to be on time."""
        return self.received - self.on_time

    @property
    def reporting_rate(self) -> Decimal | None:
        return _percent(self.received, self.expected)

    @property
    def on_time_rate(self) -> Decimal | None:
        return _percent(self.on_time, self.expected)


def unit_statuses(reporting: Reporting, dataset: Dataset, findings: Iterable[Finding] = ()) -> tuple[UnitStatus, ...]:
    """Every expected unit in the order of units.csv, with its findings; none of which all is left out this period."""
    received, found = dataset.by_unit, findings_by_unit(reporting, findings)
    refused = {told.unit for told in dataset.findings if told.code == NOT_RECEIVED and told.file}
    asked = [(unit, _asked(reporting, dataset, unit)) for unit in expected_units(reporting)]
    return tuple(
        UnitStatus(unit, _state(reporting, tables, received.get(unit.code), refused=unit.name in refused),
                   received.get(unit.code), tuple(found.get(unit.code, ())))
        for unit, tables in asked if tables
    )


def _asked(reporting: Reporting, dataset: Dataset, unit: Unit) -> list[Table]:
    """The tables that are asked of a unit, without those that the office left out."""
    return [table for table in tables_of(reporting, unit)
            if not table.optional and not dataset.leaves_out(unit.code, table.code)]


def rates(statuses: Sequence[UnitStatus]) -> tuple[Rate, ...]:
    """The rates of each group of units that is expected, then of all."""
    groups = {code: [status for status in statuses if status.unit.group == code] for code in GROUPS}
    return (*(_rate(GROUPS[code], members) for code, members in groups.items() if members), _rate(ALL, statuses))


def _rate(group: str, statuses: Sequence[UnitStatus]) -> Rate:
    states = Counter(status.state for status in statuses)
    return Rate(group, len(statuses), len(statuses) - sum(states[state] for state in NOT_SENT), states[State.ON_TIME])


def _state(reporting: Reporting, asked: Sequence[Table], received: Received | None, *, refused: bool) -> State:
    if received is None or not has_sent(asked, received):
        return State.UNUSABLE if refused else State.MISSING
    if received.sent is None:
        return State.UNDATED
    return State.LATE if received.sent > reporting.unit_deadline else State.ON_TIME


def _percent(part: int, whole: int) -> Decimal | None:
    return round_half_up(Decimal(part * 100) / whole, 2) if whole else None
