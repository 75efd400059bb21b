"""Where the results of one agency and period are written: in place, or first beside their goal."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.workspace import Workspace
from report_utils.storage.folders import replaced

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

    A reader sees the old results or the new ones, never a mixture. Raises NotSavedError.
    """
    staging = goal.staging()
    pairs = ((staging.processed, goal.processed), (staging.reports, goal.reports))
    with replaced(pairs, _beside(goal.reports, "journal")), environment({STAGING_VARIABLE: "1"}):
        yield staging


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
