"""A run that forks, before every call to the disk, a process for each fault: it goes on with the fault to its end."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.faults.apart import Child, Ended, told
from bench.faults.count import Count
from bench.faults.fault import PRIMITIVES, Call, Fault
from bench.faults.here import run_here
from bench.faults.judge import Judge
from bench.faults.power import Unsynced
from bench.faults.stand import Stand
from bench.faults.tree import RESULTS, Tree, look, published, put_back
from report_utils.storage import disk

POWER = "loss of power"
_CUT_OFF: Ended = (0, "")


class Points:
    """The calls of a run to the disk, and what came of the `faults` at each, or at one of `every` so many and wherever
    folders change places; `among` says in the counts which calls they are.

    With `power` it also fails before each call: all names outlast it, or only those that were waited for, everywhere or
    in one of the two folders of results.
    """

    def __init__(self, stand: Stand, judge: Judge, faults: Sequence[Fault], *, power: bool = False, every: int = 1,
                 among: str = "") -> None:  # fmt: skip
        kinds = (*(fault.kind for fault in faults), *((POWER,) * power))
        self._counts = {kind: Count(f"{kind}{among}") for kind in kinds}
        self._stand, self._judge, self._faults, self._every = stand, judge, faults, every
        self._unsynced = Unsynced() if power else None
        self._calls = 0
        self._looking = False
        """While the faults at a point are judged, in the processes that are forked for that, too."""
        self._own: tuple[Child, Fault] | None = None
        """In a process that was struck: itself, and by what."""

    def walk(self, names: Iterable[str] = PRIMITIVES) -> list[Count]:
        """Go through a whole run; its calls of these names are the points.

        Raises SystemExit where the run itself, without a fault, does not give the new report.
        """
        with self._watched(names):
            ended = told(lambda: run_here(self._stand.root, self._stand.sample.command))
            if self._own:
                self._own[0].end(*ended)
        if published(look(self._stand.root)) != published(self._stand.new):
            raise SystemExit(f"the run without faults: {ended}")
        put_back(self._stand.root, self._stand.old)
        return list(self._counts.values())

    @contextmanager
    def _watched(self, names: Iterable[str]) -> Iterator[None]:
        with ExitStack() as stack:
            for name in names:
                stack.enter_context(patch.object(disk, name, self._call(name, getattr(disk, name))))
            yield

    def _call(self, name: str, true: Call) -> Call:
        def call(path: Path, *rest: Any) -> Any:
            if self._own and self._own[1].lasting:
                self._own[1].strike(true, path, *rest)
            if not self._own and not self._looking:
                self._come_to(name, true, path, *rest)
            return true(path, *rest)

        return call

    def _come_to(self, name: str, true: Call, path: Path, *rest: Any) -> None:
        """A call of the run is about to be made."""
        self._calls += 1
        if self._calls % self._every == 0 or (name in ("exchange", "rename") and path.is_dir()):
            self._looking = True
            self._strike_all(name, true, path, *rest)
            self._looking = False
        if self._unsynced:
            self._unsynced.note(name, path, *rest)

    def _strike_all(self, name: str, true: Call, path: Path, *rest: Any) -> None:
        before, where = look(self._stand.root), f"point {self._calls}, {name} {path.name}"
        for fault in chain.from_iterable(each.at(name) for each in self._faults):
            begun = time.perf_counter()
            child = Child()
            if not child:
                self._own = child, fault
                fault.strike(true, path, *rest)
            verdict = self._judge.verdict(child.wait(), cut_off=fault.lasting or not fault.code)
            put_back(self._stand.root, before)
            self._counts[fault.kind].add(verdict, f"{where}{' half' * fault.half}", time.perf_counter() - begun)
        if self._unsynced:
            self._lose_power(self._unsynced, before, where)

    def _lose_power(self, unsynced: Unsynced, before: Tree, where: str) -> None:
        for part in (None, ".", *RESULTS):
            begun = time.perf_counter()
            unsynced.lose(names=self._stand.root / part if part else None)
            verdict = self._judge.verdict(_CUT_OFF, cut_off=True)
            put_back(self._stand.root, before)
            self._counts[POWER].add(verdict, f"{where}, names lost in {part}", time.perf_counter() - begun)
