"""Whatever goes wrong in a whole run, the last good report stays, with what a person wrote; the next run is right."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench.faults.count import Count
from bench.faults.fault import EVERY, PRIMITIVES
from bench.faults.judge import Judge
from bench.faults.killing import killed_while_stuck
from bench.faults.points import POWER, Points
from bench.faults.small_disk import CannotMountError, fill_and_lock, small_disk
from bench.faults.stand import Stand
from tests.faults.conftest import no_run, run_apart

from report_utils.storage import disk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks in the middle of a run, and looks into /proc")

SOME = 6
"""One of so many points, and the moments at which folders change places."""


@pytest.fixture(scope="module")
def walked(stand: Stand) -> dict[str, Count]:
    counts = Points(stand, Judge(stand, run_apart), EVERY, power=True, every=SOME).walk()
    return {count.kind: count for count in counts}


@pytest.mark.parametrize("kind", [*(fault.kind for fault in EVERY), POWER])
def test_a_fault_at_any_point_costs_nothing_and_the_next_run_gives_the_same_bytes(
    walked: dict[str, Count], kind: str
) -> None:
    assert walked[kind].points > 10
    assert walked[kind].is_well, walked[kind].examples


def test_where_folders_cannot_be_exchanged_the_next_start_brings_them_in_order(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "exchange", refuse)
    judge = Judge(stand, run_apart, in_one_step=False)
    for count in Points(stand, judge, EVERY, every=SOME).walk(["rename"]):
        assert count.points > 6
        assert count.is_well, count.examples


def refuse(*_: Path) -> None:
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))


def test_the_test_of_lost_power_fails_without_the_sync(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "sync", lambda _: None)
    names = [name for name in PRIMITIVES if name != "sync"]
    [count] = Points(stand, Judge(stand, no_run), (), power=True).walk(names)
    assert count.intact < count.points


def test_no_process_outlives_a_killed_command_not_even_one_stuck_in_c_code(stand: Stand) -> None:
    assert killed_while_stuck(stand, number=0, seconds=0.1) == 0
    assert Judge(stand, no_run).verdict((0, ""), cut_off=True).torn == ""


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    try:
        with small_disk(tmp_path / "đĩa") as folder:
            yield folder
    except CannotMountError as error:
        pytest.skip(f"no disk can be mounted here: {error}")


def test_a_disk_that_is_full_or_read_only_is_one_sentence(stand: Stand, mounted: Path) -> None:
    shutil.copytree(stand.root, mounted / "gốc")
    for count in fill_and_lock(mounted, replace(stand, root=mounted / "gốc"), run_apart, left=[0, 12 << 10]):
        assert count.is_well, count.examples
