"""The log of runs: a JSON object a line, beside the reports, since what tells the time is no output.

`reports/<agency>/.logs/<period>.jsonl` is only added to. It names no person, machine or absolute path, and holds no
sentence of an error, for these quote what units sent.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.agency.workspace import Workspace

_STAGES = logging.getLogger(__name__)
_STAGES.setLevel(logging.INFO)
_STAGES.propagate = False  # not for the screen


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Tell the log of the run under way, if there is one, how long the block took, also where it fails."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        _STAGES.info(name, extra={"seconds": round(time.perf_counter() - begun, 3)})


def log_of(workspace: Workspace, agency: str, period: str) -> Path:
    """The file that has the log of all runs of an agency and period."""
    return workspace.reports(agency, ".logs") / f"{period}.jsonl"


def add_lines(path: Path, lines: str) -> None:
    """Add lines to a log. A log that cannot be written does not keep a report from being made."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(lines)


@dataclass(frozen=True)
class RunLog:
    """The log of one run, which began at `start` (of `time.perf_counter`)."""

    path: Path
    start: float

    @classmethod
    def of(cls, reporting: Reporting) -> RunLog:
        """The log of a run that begins now."""
        return cls(log_of(reporting.workspace, reporting.agency.code, str(reporting.period)), time.perf_counter())

    def tell(self, event: str, **fields: object) -> None:
        """Add a line."""
        entry = {"time": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"), "event": event, **fields}
        add_lines(self.path, json.dumps(entry, ensure_ascii=False) + "\n")

    @contextmanager
    def stages(self) -> Iterator[None]:
        """Tell of every stage that is timed within."""
        teller = _Teller(self)
        _STAGES.addHandler(teller)
        try:
            yield
        finally:
            _STAGES.removeHandler(teller)

    def end(self, result: str, **fields: object) -> None:
        """The last line of a run."""
        self.tell("end", result=result, **fields, seconds=round(time.perf_counter() - self.start, 3))


class _Teller(logging.Handler):
    """Puts the stages, which may end in several threads, into the log of a run."""

    def __init__(self, log: RunLog) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        self._log.tell("stage", name=record.getMessage(), seconds=record.__dict__["seconds"])
