"""Made-up case lists that add up to given counts: to try the product with, and to test it.

Every personal value in them is plainly false: people are called "NGƯỜI GIẢ 00001", identity numbers begin with the
province 000, which does not exist.
"""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from report_utils.agency.period import Window
from report_utils.agency.working_days import WorkingDays
from report_utils.intake.exports.mapping import CaseMapping
from report_utils.intake.exports.windows import PENDING, RECEIVED, RESOLVED
from report_utils.opc import repack
from report_utils.vietnamese.dates import format_date

Counts = Mapping[str, int]
"""Numbers of dossiers of one field by the typed columns of the table of dossiers."""

Cell = str | int | dt.date | None

PERSONAL_HEADERS = ("Người nộp hồ sơ", "Số CCCD", "Số điện thoại", "Địa chỉ", "Ngày sinh", "Số thẻ BHYT")
_LIMITS = (3, 5, 7, 10, 15, 20, 30, 45, 60, 90)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """A made-up dossier. `finished` is None while it is open."""

    field: str
    channel: str
    received: dt.date
    limit: int
    due: dt.date
    finished: dt.date | None
    state: str


class _Maker:
    """Dossiers drawn by chance that fall into given columns."""

    def __init__(self, mapping: CaseMapping, window: Window, calendar: WorkingDays, seed: int) -> None:
        self._mapping, self._window, self._calendar = mapping, window, calendar
        self._random = random.Random(seed)  # noqa: S311 (nothing secret)

    def of_counts(self, field: str, counts: Counts) -> Iterator[Case]:
        """Dossiers of one field that give exactly `counts`; what came from before is finished first."""
        came = [name for name in reversed(RECEIVED) for _ in range(counts[name])]
        ended = [name for name in (*RESOLVED, *PENDING) for _ in range(counts[name])]
        for source, outcome in zip(came, ended, strict=True):
            yield self._case(field, source, outcome)

    def unrelated(self, fields: Sequence[str], number: int) -> Iterator[Case]:
        """Dossiers that are no data of the window: finished before it, received after it, never accepted."""
        for _ in range(number):
            field, roll = self._random.choice(fields), self._random.random()
            if roll < 0.65:
                received = self._window.start - _DAY * self._random.randint(60, 120)
                yield self._made(field, "online", received, 10, received + _DAY * self._random.randint(1, 40))
            else:
                received = self._window.end + _DAY * self._random.randint(0, 14)
                yield self._made(field, "online", received, 15, None, void=roll > 0.95)

    def _case(self, field: str, source: str, outcome: str) -> Case:
        """A dossier received as `source` says and ended as `outcome` says; drawn until it fits."""
        while True:
            limit, received = self._random.choice(_LIMITS), self._received(source)
            first, last = max(received, self._window.start), self._window.cutoff
            due = self._calendar.deadline(received, limit)
            if outcome in PENDING:
                if (due > last) == (outcome == "pending_in_time"):
                    return self._made(field, source, received, limit, None)
                continue
            low, high = {"early": (first, due - _DAY), "on_time": (due, due), "overdue": (due + _DAY, last)}[outcome]
            low, high = max(low, first), min(high, last)
            if low <= high:
                finished = low + _DAY * self._random.randint(0, (high - low).days)
                return self._made(field, source, received, limit, finished)

    def _received(self, source: str) -> dt.date:
        start, end = self._window.start, self._window.end
        if source == "carried_over":
            return start - _DAY * self._random.randint(1, 60)
        return start + _DAY * self._random.randrange((end - start).days)

    def _made(self, field: str, source: str, received: dt.date, limit: int, finished: dt.date | None,
              void: bool = False) -> Case:
        values = self._mapping.values
        channel = self._random.choice(values.channel.direct if source == "direct" else values.channel.online)
        states = values.state
        state = "" if states is None else self._random.choice(
            states.void if void else states.open if finished is None else states.finished)
        return Case(field, channel, received, limit, self._calendar.deadline(received, limit), finished, state)


def sample_cases(mapping: CaseMapping, counts: Mapping[str, Counts], window: Window, calendar: WorkingDays, *,
                 unrelated: int = 0, seed: int = 1) -> list[Case]:
    """Dossiers that give `counts` (by field) in `window`, and `unrelated` more that count nowhere, in mixed order.

    Raises ValueError when the received of a field are not as many as the resolved and pending.
    """
    maker = _Maker(mapping, window, calendar, seed)
    cases = [case for field, numbers in counts.items() for case in maker.of_counts(field, numbers)]
    cases += maker.unrelated(sorted(counts), unrelated)
    random.Random(seed).shuffle(cases)  # noqa: S311 (nothing secret)
    return sorted(cases, key=lambda case: case.received)


def sample_rows(mapping: CaseMapping, cases: Sequence[Case], cutoff: dt.date) -> list[list[Cell]]:
    """A sheet as the other system writes it: title, header, rows with personal columns, total, signature.

    Every third row has its dates as text with the time of day.
    """
    columns = mapping.columns
    names = (columns.code, columns.procedure, columns.field, columns.channel, columns.received, columns.limit,
             columns.due, columns.finished, columns.state)
    headers = [names[0][0], *PERSONAL_HEADERS, *(listed[0] if listed else "" for listed in names[1:])]
    rows: list[list[Cell]] = [["DANH SÁCH HỒ SƠ (SỐ LIỆU MINH HỌA)"], [f"Tính đến hết ngày {format_date(cutoff)}"], [],
                              ["STT", *headers]]
    rows += [[number, *_row(case, number)] for number, case in enumerate(cases, start=1)]
    return [*rows, ["Tổng cộng", f"{len(cases)} hồ sơ"], [], ["", "Người lập biểu"]]


def _row(case: Case, number: int) -> list[Cell]:
    personal = (f"NGƯỜI GIẢ {number:05d}", f"000000{number:06d}", f"0000{number:06d}", f"Địa chỉ giả số {number}",
                "01/01/1900", f"XX0{number:012d}")
    typed: list[Cell] = [case.received, case.limit, case.due, case.finished]
    if number % 3 == 0:
        typed = [f"{value:%d/%m/%Y} 08:{number % 60:02d}" if isinstance(value, dt.date) else value for value in typed]
    return [f"H06.15-{case.received:%y%m%d}-{number:05d}", *personal, "Thủ tục minh họa", case.field, case.channel,
            *typed, case.state]


def sample_workbook(sheet: str, rows: Sequence[Sequence[Cell]], stamp: dt.date) -> bytes:
    """An .xlsx of one sheet; equal rows give equal bytes."""
    workbook = Workbook(write_only=True)
    page = workbook.create_sheet(sheet)
    for row in rows:
        page.append(list(row))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return repack(buffer.getvalue(), stamp)
