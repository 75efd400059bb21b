"""The gate keeps what it reached on the labelled sets of the benchmark."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))

from bench.heldout_columns import held_out
from bench.labelled_columns import Labelled, labelled
from bench.privacy import gate_finds


@pytest.mark.parametrize("make", [labelled, held_out])
def test_nothing_personal_is_missed_and_hardly_anything_clean_is_stopped(
    make: Callable[[], tuple[Labelled, ...]],
) -> None:
    columns = make()
    missed = [column for column in columns if column.kind and not gate_finds(column)]
    stopped = [column for column in columns if not column.kind and gate_finds(column)]
    personal = sum(1 for column in columns if column.kind)
    assert not [column.header for column in missed if column.is_sure]
    assert len(missed) <= 0.01 * personal
    assert len(stopped) <= 0.01 * (len(columns) - personal)


def test_the_sets_are_large_and_the_same_every_time() -> None:
    assert len(labelled()) >= 400
    assert labelled() == labelled()
    assert held_out() == held_out()
