"""A run with a log of it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from contextlib import suppress

from report_utils import __version__
from report_utils.agency.reporting import Reporting
from report_utils.errors import BaocaoError
from report_utils.intake.raw_folder import submission_files
from report_utils.run.log import RunLog
from report_utils.run.notebook_failures import NotebookFailedError
from report_utils.run.pipeline import AT_ONCE, Finished, run_period

_COUNTED = ("severity", "code")
"""The columns of findings.csv by which findings are counted."""


def run_logged(reporting: Reporting, *, final: bool = False, pdf: bool = False, at_once: int = AT_ONCE) -> Finished:
    """`run_period`, with a log of it. Raises what that raises."""
    log = RunLog.of(reporting)
    log.tell("start", agency=reporting.agency.code, period=str(reporting.period), version=__version__, final=final,
             pdf=pdf)
    log.tell("inputs", **_inputs(reporting))
    try:
        with log.stages():
            finished = run_period(reporting, final=final, pdf=pdf, at_once=at_once)
    except (BaocaoError, OSError) as error:
        log.end("failed", **_failure(error))
        raise
    except KeyboardInterrupt:
        log.end("interrupted")
        raise
    log.tell("findings", **_findings(reporting))
    outcomes = (finished.outcome, *finished.others)
    log.end("draft" if any(one.draft for one in outcomes) else "done", documents=len(outcomes),
            missing=sum(len(one.missing) for one in outcomes), kept=len(finished.kept), pdfs=len(finished.added.pdfs))
    return finished


def _inputs(reporting: Reporting) -> dict[str, int]:
    """How many workbooks units sent for the period and for those that it is compared with, and how many settings."""
    workspace, agency = reporting.workspace, reporting.agency.code
    earlier = [place for period in reporting.earlier(reporting.was_sent) for place in reporting.sent_to(period)]
    return {
        "workbooks": len(submission_files(workspace.raw(agency, str(reporting.period)))),
        "earlier_workbooks": sum(len(submission_files(workspace.raw(code, str(period)))) for code, period in earlier),
        "settings": sum(path.is_file() for path in workspace.params(agency).rglob("*")),
    }


def _findings(reporting: Reporting) -> dict[str, object]:
    """How many findings of each severity and of each code the run wrote."""
    path = reporting.workspace.processed(reporting.agency.code, str(reporting.period)) / "findings.csv"
    rows: list[dict[str, str]] = []
    with suppress(OSError):
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    return {column: dict(sorted(Counter(row.get(column, "") for row in rows).items())) for column in _COUNTED}


def _failure(error: BaocaoError | OSError) -> dict[str, object]:
    """The kind of an error; its sentence may quote a unit's words."""
    notebook = {"notebook": error.notebook} if isinstance(error, NotebookFailedError) else {}
    number = {"errno": error.errno} if isinstance(error, OSError) else {}
    return {"error": type(error).__name__, **notebook, **number}
