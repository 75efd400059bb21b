"""Where the results of one agency and period are written: in place, or first beside their goal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.workspace import Workspace

STAGING_VARIABLE = "BAOCAO_STAGING"
"""Set for the notebooks of a run: they then write beside the goal, to be moved there when all is done."""


@dataclass(frozen=True)
class Folders:
    """`processed` takes tidy tables and findings, `reports` Word files, figures, charts and executed notebooks."""

    processed: Path
    reports: Path

    @property
    def feedback(self) -> Path:
        """The workbooks that go back to the units."""
        return self.processed / "feedback"

    @property
    def reminders(self) -> Path:
        """The reminder letters; a run keeps them."""
        return self.reports / "reminders"

    @classmethod
    def of(cls, workspace: Workspace, agency: str, period: str) -> Folders:
        """The goal itself, or the staging folders when a run asked for them."""
        goal = cls(workspace.processed(agency, period), workspace.reports(agency, period))
        return goal.staging() if os.environ.get(STAGING_VARIABLE) else goal

    def staging(self) -> Folders:
        """The folders beside these in which a run writes."""
        return Folders(_beside(self.processed, "staging"), _beside(self.reports, "staging"))


def _beside(folder: Path, role: str) -> Path:
    return folder.with_name(f".{folder.name}.{role}")


@contextmanager
def staged(goal: Folders) -> Iterator[Folders]:
    """Empty staging folders that replace `goal` when the block ends well, and vanish when it does not.

    Each folder is replaced by renaming: a reader sees the old one or the new one, never a mixture of files.
    """
    staging = goal.staging()
    _recover(goal.processed)
    _recover(goal.reports)
    for folder in (staging.processed, staging.reports):
        remove_folder(folder)
        folder.mkdir(parents=True)
    try:
        with environment({STAGING_VARIABLE: "1"}):
            yield staging
        _replace(goal.processed, staging.processed)
        _replace(goal.reports, staging.reports)
    finally:
        remove_folder(staging.processed)
        remove_folder(staging.reports)


@contextmanager
def environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Environment variables for the kernels started inside the block; afterwards all is as before."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _replace(goal: Path, new: Path) -> None:
    old = _beside(goal, "old")
    remove_folder(old)
    if goal.exists():
        goal.rename(old)
    try:
        new.rename(goal)
    except OSError:
        if old.exists():
            old.rename(goal)
        raise
    remove_folder(old)


def _recover(goal: Path) -> None:
    """Put back what a run killed between the two renamings had set aside."""
    old = _beside(goal, "old")
    if old.exists() and not goal.exists():
        old.rename(goal)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)
