"""The algebra of quantities: nothing that a number comes from is ever lost."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.figures.quantity import Quantity, total
from report_utils.findings import CellRef

CELLS = st.lists(st.builds(CellRef, st.sampled_from(["a.xlsx", "b.xlsx"]), st.just("S"), st.sampled_from("ABCD")),
                 max_size=4).map(tuple)  # fmt: skip
UNITS = st.lists(st.sampled_from(["Văn phòng Sở", "Thanh tra Sở", "Bệnh viện Mắt"]), max_size=3).map(tuple)
VALUES = st.integers(-(10**14), 10**14).map(Decimal) | st.decimals(-(10**9), 10**9, places=3)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A known number, or an unknown one with the units that owe it."""
    absent = draw(UNITS)
    return Quantity(None if absent else draw(VALUES), draw(CELLS), absent, draw(UNITS), draw(st.booleans()))


SEVERAL = st.lists(quantities(), min_size=1, max_size=5)
TWO = (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a.percent_of(b))
Operation = Callable[[Quantity, Quantity], Quantity]


def distinct(*parts: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))


@given(SEVERAL)
def test_a_sum_carries_every_cell_absence_and_doubt_once(parts: list[Quantity]) -> None:
    whole = total(parts)
    assert whole.cells == distinct(*(part.cells for part in parts))
    assert whole.absent == distinct(*(part.absent for part in parts))
    assert whole.doubtful == distinct(*(part.doubtful for part in parts))


@given(SEVERAL)
def test_a_sum_is_known_when_every_part_is_and_then_exact(parts: list[Quantity]) -> None:
    whole = total(parts)
    if all(part.known for part in parts):
        assert whole.value == sum((part.value for part in parts if part.value is not None), Decimal(0))
    else:
        assert whole.value is None


@pytest.mark.parametrize("operation", TWO, ids=["sum", "difference", "percent"])
@given(a=quantities(), b=quantities())
def test_every_operation_carries_cells_absences_and_doubts(operation: Operation, a: Quantity, b: Quantity) -> None:
    made = operation(a, b)
    assert made.cells == distinct(a.cells, b.cells)
    assert made.absent == distinct(a.absent, b.absent)
    assert made.doubtful == distinct(a.doubtful, b.doubtful)


@pytest.mark.parametrize("operation", TWO, ids=["sum", "difference", "percent"])
@given(a=quantities(), b=quantities())
def test_the_unknown_infects_whatever_it_enters(operation: Operation, a: Quantity, b: Quantity) -> None:
    if not (a.known and b.known):
        assert operation(a, b).value is None


@given(SEVERAL)
def test_what_is_unknown_in_a_sum_always_has_somebody_who_owes_it(parts: list[Quantity]) -> None:
    whole = total(parts)
    assert whole.known == (not whole.absent)


@given(VALUES, VALUES)
def test_sum_and_difference_undo_each_other(a: Decimal, b: Decimal) -> None:
    assert (Quantity(a) + Quantity(b) - Quantity(b)).value == a


@given(VALUES, VALUES.filter(bool))
def test_a_percentage_times_its_whole_gives_the_part_back(part: Decimal, whole: Decimal) -> None:
    percent = Quantity(part).percent_of(Quantity(whole)).value
    assert percent is not None
    assert abs(percent * whole / 100 - part) <= abs(part) * Decimal("1e-25")


@given(VALUES)
def test_a_ratio_to_nothing_is_unknown_but_nobody_owes_it(part: Decimal) -> None:
    ratio = Quantity(part, (CellRef("a"),)).percent_of(Quantity(Decimal(0), (CellRef("b"),)))
    assert ratio == Quantity(None, (CellRef("a"), CellRef("b")))


@given(SEVERAL)
def test_a_sum_is_nil_only_when_every_part_is(parts: list[Quantity]) -> None:
    assert total(parts).nil == all(part.nil for part in parts)


def test_the_empty_sum_is_not_declared_nil_by_anybody() -> None:
    assert total(()) == Quantity(Decimal(0))


@given(quantities(), quantities(), quantities())
def test_sums_may_be_grouped_in_any_way(a: Quantity, b: Quantity, c: Quantity) -> None:
    assert (a + b) + c == a + (b + c) == total((a, b, c))
