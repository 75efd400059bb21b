"""The columns of Biểu 06 from the dates of dossiers."""

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from report_utils.agency.period import Window
from report_utils.intake.exports.windows import COUNTED, PENDING, RECEIVED, RESOLVED, Dossiers, classify, outside

WINDOW = Window(dt.date(2024, 6, 15), dt.date(2024, 9, 15))
ONE = dt.timedelta(days=1)


def counted(received: dt.date, due: dt.date, finished: dt.date | None = None, window: Window = WINDOW) -> set[str]:
    masks = classify(arrays([(received, due, finished, 0)]), window)
    return {column for column, mask in masks.items() if mask[0]}


Row = tuple[dt.date, dt.date, dt.date | None, int]


def arrays(rows: list[Row]) -> Dossiers:
    received, due, finished, channel = (list(column) for column in zip(*rows, strict=True))
    numbers = [[-1 if day is None else day.toordinal() for day in column] for column in (received, due, finished)]
    return Dossiers(*(np.array(column, np.int64) for column in (*numbers, channel)))


def test_early_on_time_and_overdue_are_told_by_the_day() -> None:
    day, due = dt.date(2024, 7, 1), dt.date(2024, 7, 10)
    assert counted(day, due, due - ONE) == {"online", "early"}
    assert counted(day, due, due) == {"online", "on_time"}
    assert counted(day, due, due + ONE) == {"online", "overdue"}


def test_the_first_day_is_in_the_window_and_the_end_is_not() -> None:
    due = dt.date(2024, 12, 1)
    assert counted(WINDOW.start, due) == {"online", "pending_in_time"}
    assert counted(WINDOW.start - ONE, due) == {"carried_over", "pending_in_time"}
    assert counted(WINDOW.cutoff, due) == {"online", "pending_in_time"}
    assert counted(WINDOW.end, due) == set()


def test_what_was_finished_before_the_window_is_no_data() -> None:
    day, due = dt.date(2024, 5, 1), dt.date(2024, 7, 1)
    assert counted(day, due, WINDOW.start - ONE) == set()
    assert counted(day, due, WINDOW.start) == {"carried_over", "early"}


def test_what_is_finished_after_the_cut_off_was_pending_at_it() -> None:
    day = dt.date(2024, 9, 1)
    assert counted(day, WINDOW.end, WINDOW.end) == {"online", "pending_in_time"}
    assert counted(day, WINDOW.cutoff, WINDOW.end) == {"online", "pending_overdue"}
    assert counted(day, WINDOW.cutoff) == {"online", "pending_overdue"}


days = st.dates(dt.date(2024, 3, 1), dt.date(2024, 12, 31))
dossiers = st.lists(
    st.tuples(days, st.integers(0, 90), st.none() | st.integers(0, 120), st.integers(0, 1)).map(
        lambda row: (row[0], row[0] + ONE * row[1], None if row[2] is None else row[0] + ONE * row[2], row[3])
    ),
    min_size=1, max_size=60,
)  # fmt: skip
windows = st.tuples(days, st.integers(1, 200)).map(lambda row: Window(row[0], row[0] + ONE * row[1]))


@given(dossiers, windows)
def test_columns_are_disjoint_and_exhaustive_and_the_identities_hold(rows: list[Row], window: Window) -> None:
    asked = arrays(rows)
    masks = classify(asked, window)
    inside = ~outside(asked.received, asked.finished, window)
    came = sum(masks[column].astype(int) for column in RECEIVED)
    ended = sum(masks[column].astype(int) for column in (*RESOLVED, *PENDING))
    assert np.array_equal(came, inside.astype(int))
    assert np.array_equal(ended, inside.astype(int))


@given(dossiers, windows, st.integers(1, 100))
def test_what_is_pending_at_the_end_is_carried_over_by_the_next_window(
    rows: list[Row], window: Window, length: int
) -> None:
    asked = arrays(rows)
    following = classify(asked, Window(window.end, window.end + ONE * length))
    pending = classify(asked, window)
    assert np.array_equal(pending["pending_in_time"] | pending["pending_overdue"], following["carried_over"])
    # what is overdue stays so, whenever it is finished
    assert not (pending["pending_overdue"] & (following["early"] | following["on_time"])).any()


@given(dossiers, windows)
def test_the_arrays_count_as_a_person_would(rows: list[Row], window: Window) -> None:
    masks = classify(arrays(rows), window)
    for place, row in enumerate(rows):
        assert {column for column in COUNTED if masks[column][place]} == by_hand(*row, window)


def by_hand(received: dt.date, due: dt.date, finished: dt.date | None, channel: int, window: Window) -> set[str]:
    if received >= window.end or (finished is not None and finished < window.start):
        return set()
    came = ("online", "direct")[channel] if received in window else "carried_over"
    if finished is None or finished >= window.end:
        return {came, "pending_overdue" if due < window.end else "pending_in_time"}
    return {came, "early" if finished < due else "on_time" if finished == due else "overdue"}
