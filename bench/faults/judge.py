"""What is looked at after a fault."""

from __future__ import annotations

from dataclasses import dataclass

from bench.faults.apart import Ended, apart
from bench.faults.fault import KILLED
from bench.faults.stand import Run, Stand
from bench.faults.tree import LIST, Tree, different, look, mark, published, put_back
from report_utils.run.folders import Folders, staged
from report_utils.run.lock import locked

_FAILED = 2
_TRACES = ("Traceback", "Error:", "Errno", 'File "')


class _OnlyTheStartError(Exception):
    """Ends a run that has just begun."""


@dataclass(frozen=True)
class Verdict:
    """What was wrong, in words, or nothing. `identical`: whether the next run gave what it gives without a fault."""

    torn: str = ""
    identical: bool = True
    unclear: str = ""


class Judge:
    """Looks at a stand after faults. What the next run gives is seen once for each state in which it begins.

    `in_one_step`: folders can change places so that none is missing at any moment.
    """

    def __init__(self, stand: Stand, next_run: Run, *, in_one_step: bool = True) -> None:
        self._stand, self._next_run, self._in_one_step = stand, next_run, in_one_step
        self._started: dict[str, Tree] = {}
        self._identical: dict[str, bool] = {}

    def verdict(self, ended: Ended, *, cut_off: bool, afresh: bool = False) -> Verdict:
        """Of the state that the stand is in; it is another one afterwards.

        `cut_off`: the run could bring nothing in order. `afresh`: see the next run in any case.
        """
        found = look(self._stand.root)
        torn = "" if cut_off and not self._in_one_step else self._torn(found, ended, cut_off)
        after = self._after_the_start(found)
        if not any(published(after) == published(tree) for tree in (self._stand.old, self._stand.new)):
            torn = torn or f"after the start of the next run: {different(after, self._stand.old)[:3]}"
        return Verdict(torn, self._is_identical(after, afresh), _unclear(ended))

    def _torn(self, found: Tree, ended: Ended, cut_off: bool) -> str:
        """What of the last good report, or of the whole new one, is not there."""
        reports, processed = (self._stand.result(found, folder) for folder in ("reports", "data/processed"))
        if not reports or not processed:
            return f"reports: {reports or 'neither'}, processed: {processed or 'neither'}"
        if found.get(self._stand.edited) != self._stand.old.get(self._stand.edited):
            return "the edited file is gone"
        due = "old" if ended[0] == _FAILED else "new"
        return "" if cut_off or reports == processed == due else f"{reports} reports of {processed} data, not {due}"

    def _after_the_start(self, found: Tree) -> Tree:
        name = mark(found)
        if name not in self._started:
            self._let_go()
            apart(self._start)
            self._started[name] = self._sharing(look(self._stand.root))
        put_back(self._stand.root, self._started[name])
        return self._started[name]

    def _sharing(self, tree: Tree) -> Tree:
        """The same tree, whose bytes are those of the last good report and of the new one, for there are many of it."""
        there = {data: data for whole in (self._stand.old, self._stand.new) for data in whole.values()}
        return {name: there.get(data, data) for name, data in tree.items()}

    def _start(self) -> Ended:
        """What a run does before anything else."""
        at, sample = self._stand.root, self._stand.sample
        goal = Folders(*(at / folder / sample.agency / sample.period for folder in ("data/processed", "reports")))
        try:
            with locked(goal.reports, sample.period), staged(goal):
                raise _OnlyTheStartError
        except _OnlyTheStartError:
            return 0, ""

    def _is_identical(self, start: Tree, afresh: bool) -> bool:
        name = mark(start)
        if afresh or name not in self._identical:
            self._let_go()
            again = ("--again",) * (start == self._stand.new)  # else it would have nothing to do
            status, _ = self._next_run(self._stand.root, (*self._stand.sample.command, *again))
            found = look(self._stand.root)
            whole = published(found) == published(self._stand.new) and found.get(LIST) == self._stand.new.get(LIST)
            self._identical[name] = status != _FAILED and whole
        return self._identical[name]

    def _let_go(self) -> None:
        """The process that walks through the run holds the locks which a killed one would have lost."""
        for lock in list(self._stand.locks()):
            lock.unlink()


def _unclear(ended: Ended) -> str:
    """What was said of a failure, where it is no sentence for people."""
    status, words = ended
    if status in (0, 1, KILLED):
        return ""
    plain = status == _FAILED and words.endswith(".") and "\n" not in words
    return "" if plain and not any(trace in words for trace in _TRACES) else f"{status}: {words[-300:]}"
