"""A workspace with a last good report that a person has edited, and the next one that is due."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx

from bench.faults.here import Command
from bench.faults.tree import Tree, below, look, published, put_back

REPOSITORY = Path(__file__).parents[2]
Run = Callable[[Path, Command], tuple[int, str]]
"""Runs `baocao` in a workspace: exit status, and what it said of a failure."""


@dataclass(frozen=True)
class Sample:
    """Of whose sample the workspace is made. In the last good run `before` has sent nothing, in the next `after`."""

    agency: str
    period: str
    before: str
    after: str

    @property
    def command(self) -> Command:
        """The run of it."""
        return ("run", self.agency, self.period)


QUARTER = Sample("syt-brvt", "2024-Q3", before="ttyt-vt", after="ttyt-xm")
SMALL = Sample("ubnd-binh-dinh", "2024-H1", before="sct", after="sdl")


@dataclass(frozen=True)
class Stand:
    """`old` are the last good results, with the `edited` Word file among them, `new` those of the next run."""

    root: Path
    sample: Sample
    old: Tree
    new: Tree
    edited: str

    def result(self, tree: Tree, folder: str) -> str:
        """Whose results lie in one of the folders that are published: «old», «new», or «» where neither is whole."""
        there = below(tree, f"{folder}/{self.sample.agency}/{self.sample.period}")
        for name, whole in (("old", self.old), ("new", self.new)):
            if there == below(whole, f"{folder}/{self.sample.agency}/{self.sample.period}"):
                return name
        return ""

    def locks(self) -> Iterator[Path]:
        """The locks of its runs, which the system takes from a process that has ended."""
        return (self.root / "reports").rglob(".*.lock")


def build_stand(root: Path, sample: Sample, run: Run, next_run: Run | None = None, *, steady: bool = True
                ) -> Stand:  # fmt: skip
    """Make the last good report with `run`, edit it, and see what `next_run`, or `run` itself, makes of it.

    Raises SystemExit where a run does not end well, or a `steady` one gives another report upon its own.
    """
    raw = root / "data" / "raw" / sample.agency
    shutil.copytree(REPOSITORY / "params" / sample.agency, root / "params" / sample.agency)
    shutil.copytree(REPOSITORY / "data" / "raw" / sample.agency, raw)
    _hand_in(raw / sample.period, sample, missing=sample.before)
    _done(run, root, sample)
    edited = _edit(root / "reports" / sample.agency / sample.period)
    old = look(root)
    _hand_in(raw / sample.period, sample, missing=sample.after)
    _done(next_run or run, root, sample)
    new = look(root)
    _done(next_run or run, root, sample, "--again")
    if steady and published(look(root)) != published(new):
        raise SystemExit("a run upon a new report gives another one")
    put_back(root, old)
    return Stand(root, sample, old, new, edited.relative_to(root).as_posix())


def _hand_in(folder: Path, sample: Sample, missing: str) -> None:
    """Every unit has sent its workbook but one."""
    shutil.rmtree(folder)
    shutil.copytree(REPOSITORY / "data" / "raw" / sample.agency / sample.period, folder)
    (folder / f"{missing}_{sample.period}.xlsx").unlink()


def _edit(reports: Path) -> Path:
    """A person writes a sentence into the first Word file, and saves it."""
    path = min(reports.glob("*.docx"))
    word = docx.Document(str(path))
    word.add_paragraph("Ý kiến của lãnh đạo Sở: đồng ý.")
    word.save(str(path))
    return path


def _done(run: Run, root: Path, sample: Sample, *options: str) -> None:
    status, words = run(root, (*sample.command, *options))
    if status not in (0, 1):  # a draft is as much work
        raise SystemExit(words)
