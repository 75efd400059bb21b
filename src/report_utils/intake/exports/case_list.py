"""The columns of a case list, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from report_utils.agency.reporting import Reporting
from report_utils.intake.book import RawValue
from report_utils.intake.exports.columns import BLANK, Ints, codes, days, limits, places
from report_utils.intake.exports.header import Header, column_values
from report_utils.intake.exports.mapping import ByName, CaseMapping, Names
from report_utils.intake.exports.odd_cells import OddCells, odd_cells
from report_utils.vietnamese.text import fold

FINISHED, OPEN, VOID = range(3)


@dataclass(frozen=True)
class CaseList:
    """The columns of a case list that its mapping names. No other column is ever taken from the sheet."""

    reporting: Reporting
    mapping: CaseMapping
    header: Header
    unit: str
    values: Mapping[str, Sequence[RawValue]]
    epoch_1904: bool = False

    @property
    def size(self) -> int:
        return len(self.values["code"])

    @cached_property
    def odd(self) -> OddCells:
        return odd_cells(self.header, self.values)

    @cached_property
    def codes(self) -> list[str]:
        return codes(self.values["code"])

    @cached_property
    def received(self) -> Ints:
        return days(self.values["received"], epoch_1904=self.epoch_1904)

    @cached_property
    def finished(self) -> Ints:
        return days(self.values["finished"], epoch_1904=self.epoch_1904)

    @cached_property
    def due(self) -> Ints:
        """The day given, else the one that the time limit gives; BLANK or UNREADABLE without either."""
        due = np.full(self.size, BLANK)
        if "due" in self.values:
            due = days(self.values["due"], epoch_1904=self.epoch_1904)
        able = (due == BLANK) & (self.limit >= 0) & (self.received >= 0)
        calendar = self.reporting.agency.profile.working_days.calendar
        due[able] = calendar.deadlines(self.received[able], self.limit[able])
        return due

    @cached_property
    def limit(self) -> Ints:
        return limits(self.values["limit"]) if "limit" in self.values else np.full(self.size, BLANK)

    @cached_property
    def channel(self) -> Ints:
        channel = self.mapping.values.channel
        return places(self.values["channel"], _numbers((channel.online, channel.direct)))

    @cached_property
    def state(self) -> Ints:
        """FINISHED, OPEN or VOID; what the date of finishing says when the list has no states."""
        state = self.mapping.values.state
        if state is None:
            return np.where(self.finished == BLANK, OPEN, FINISHED)
        return places(self.values["state"], _numbers((state.finished, state.open, state.void)))

    @cached_property
    def fields(self) -> tuple[str, ...]:
        return self.reporting.agency.catalogues.fields

    @cached_property
    def field(self) -> Ints:
        """The place of the field in the catalogue: as the row says it, else as its procedure says."""
        named = _named(self.fields, self.mapping.values.field)
        field = places(self.values["field"], named) if "field" in self.values else np.full(self.size, BLANK)
        if "procedure" not in self.values:
            return field
        own = places(self.values["procedure"], _named(self.fields, self.mapping.values.procedure, own=False))
        return np.where((field == BLANK) & (own >= 0), own, field)

    @cached_property
    def units(self) -> tuple[str, ...]:
        return tuple(self.mapping.values.place) or (self.unit,)

    @cached_property
    def place(self) -> Ints:
        if not self.mapping.values.place:
            return np.zeros(self.size, np.int64)
        return places(self.values["place"], _named(self.units, self.mapping.values.place, own=False))


def case_list(reporting: Reporting, mapping: CaseMapping, header: Header, unit: str, *,
              epoch_1904: bool = False) -> CaseList:
    """The mapped columns of the sheet below `header`. `epoch_1904`: its days are counted from 1904."""
    return CaseList(reporting, mapping, header, unit, column_values(header), epoch_1904)


def _numbers(groups: Sequence[Names]) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(groups) for name in names}


def _named(names: Sequence[str], others: ByName, own: bool = True) -> dict[str, int]:
    """The number of each of our names, by itself (if `own`) and by what the other system calls it."""
    found = {fold(name): number for number, name in enumerate(names)} if own else {}
    return found | {fold(other): names.index(name) for name, listed in others.items() for other in listed}
