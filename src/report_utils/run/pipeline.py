"""A whole run: the notebooks in order, then the results moved to their place in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.document.report import DRAFT
from report_utils.errors import BaocaoError
from report_utils.progress import counted, doing
from report_utils.run.desk import Desk
from report_utils.run.ending import Ending, ending_of
from report_utils.run.folders import Folders, staged
from report_utils.run.graph import order_of, run_all
from report_utils.run.kernels.prepared import prepared_kernels
from report_utils.run.lock import locked
from report_utils.run.manifest import (
    added_files,
    edited_files,
    free_name,
    save_manifest,
    what_came_out,
    what_goes_in,
)  # fmt: skip
from report_utils.run.notebooks import execute, notebooks_of
from report_utils.run.open_places import list_of_places, unit_lines
from report_utils.run.outcome import Outcome, load_other_outcomes, load_outcome
from report_utils.run.pages.notebook_pages import save_pages
from report_utils.run.pages.report_list import save_report_list
from report_utils.run.pdf_files import NO_PDFS, Added, add_pdfs, foreign_pdfs, pdfs_of, words_in
from report_utils.run.something_sent import refuse_without_files
from report_utils.storage.files import copy, make_folder, rename_file
from report_utils.storage.reading_back import check_outputs

_WORD = ".docx"
AT_ONCE = 2
"""Notebooks executed at a time; each keeps a core busy."""


class NotFinalError(BaocaoError):
    """A final report was asked for while errors are open or data is missing; `places` tell of which units."""

    def __init__(self, outcome: Outcome, places: Iterable[str], page: str) -> None:
        self.outcome, self.places, self.page = outcome, tuple(places), page
        name = outcome.word.removeprefix(f"{DRAFT} - ")
        why = (f"Chưa thể lập báo cáo chính thức: còn {outcome.errors} lỗi và {len(outcome.missing)} chỗ thiếu số liệu "
               f"trong «{name}».")
        then = f"Chạy lại không có --final để xem bản dự thảo; danh sách từng chỗ khi đó ở {page}."
        super().__init__("\n".join((why, *self.places, then)))


@dataclass(frozen=True)
class Finished:
    """A run that ended: what came of it, where the Word files lie, which edited files were kept, the PDFs.

    `others` is what came of the documents beside the main report.
    """

    outcome: Outcome
    others: tuple[Outcome, ...]
    word: Path
    summary: Path | None
    kept: tuple[str, ...]
    ending: Ending
    added: Added = NO_PDFS


def run_period(reporting: Reporting, *, final: bool = False, pdf: bool = False, at_once: int = AT_ONCE) -> Finished:
    """Execute the notebooks, `at_once` at a time, and publish the results, with `pdf` as PDF as well.

    Raises NothingSentError, NotebookFailedError, LockedError, NotFinalError, NothingToReportError; the last good
    report then stays as it was.
    """
    _ = reporting.main_report
    refuse_without_files(reporting)
    workspace, agency, period = reporting.workspace, reporting.agency.code, str(reporting.period)
    goal = Folders(workspace.processed(agency, period), workspace.reports(agency, period))
    notebooks = notebooks_of(workspace, reporting.notebooks)
    with locked(goal.reports, f"{agency} {period}"):
        with doing("Ghi nhận số liệu đầu vào"):
            begun = what_goes_in(reporting, notebooks)
        with staged(goal) as staging:
            with prepared_kernels():
                _execute_all(reporting, notebooks, staging.reports / "notebooks", at_once)
            with doing("Ghi kết quả"):
                finished = _put_together(reporting, notebooks, begun, staging, goal, final=final, pdf=pdf)
        save_report_list(workspace)
    return finished


def _put_together(reporting: Reporting, notebooks: list[Path], begun: Mapping[str, Any], staging: Folders,
                  goal: Folders, *, final: bool, pdf: bool) -> Finished:  # fmt: skip
    """All that the run publishes, in the staging folders: results, manifest, PDFs, a person's own files."""
    edited = edited_files(goal.reports)
    kept = tuple(path.name for path in edited)
    outcomes = _settled_outcomes(reporting, staging, kept, final=final)
    ending = ending_of(reporting, outcomes, kept, staging)
    ended = what_goes_in(reporting, notebooks)
    save_manifest(what_came_out(begun, ended, staging, asdict(ending), kept), staging.reports)
    # After the manifest: the bytes of a PDF depend on the LibreOffice and the fonts of this machine.
    added = _pdfs_added(staging, goal) if pdf else NO_PDFS
    _carry_over(edited, goal.reports, staging.reports)
    _carry_over(_added(goal.reports, staging.reports), goal.reports, staging.reports)
    return _finished(outcomes, kept, ending, added, goal.reports)


def _pdfs_added(staging: Folders, goal: Folders) -> Added:
    return add_pdfs(sorted(staging.reports.glob("*.docx")), foreign_pdfs(goal.reports))


def _finished(outcomes: Sequence[Outcome], kept: tuple[str, ...], ending: Ending, added: Added, reports: Path
              ) -> Finished:  # fmt: skip
    """The run with its files where they were published."""
    outcome, *others = outcomes
    summary = reports / outcome.summary if outcome.summary else None
    pdfs = tuple(reports / path.name for path in added.pdfs)
    return Finished(outcome, tuple(others), reports / outcome.word, summary, kept, ending, replace(added, pdfs=pdfs))


def _settled_outcomes(reporting: Reporting, staging: Folders, taken: Collection[str], *, final: bool
                      ) -> tuple[Outcome, ...]:  # fmt: skip
    """What came of the documents, the main report first, by the names that they have in the end; all files read back.

    Raises NotFinalError where a `final` report is a draft.
    """
    outcomes = {"": load_outcome(staging.reports), **load_other_outcomes(staging.reports)}
    if final:
        _refuse_drafts(reporting, outcomes.values())
    settled = {report: _settled(one, staging.reports, report, taken) for report, one in outcomes.items()}
    names = dict(_names(outcomes, settled))
    Desk(reporting, staging).finish({old.removesuffix(_WORD): new.removesuffix(_WORD) for old, new in names.items()
                                     if old != new})
    save_pages(staging.reports / "notebooks", staging.reports, names,
               illustrative=any(one.illustrative for one in settled.values()))
    check_outputs(staging.processed)
    check_outputs(staging.reports)
    return tuple(settled.values())


def _refuse_drafts(reporting: Reporting, outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.draft:
            raise NotFinalError(outcome, unit_lines(outcome, reporting), list_of_places(reporting))


def _settled(outcome: Outcome, folder: Path, report: str, taken: Collection[str]) -> Outcome:
    """The outcome with the names that its Word files have in the end, written again."""
    settled = replace(outcome, word=_moved(folder, outcome.word, taken), summary=_moved(folder, outcome.summary, taken))
    settled.save(folder, report)
    return settled


def _names(before: Mapping[str, Outcome], after: Mapping[str, Outcome]) -> Iterator[tuple[str, str]]:
    """The name of each Word file as it was written, and the one that it has in the end."""
    for report, one in after.items():
        yield before[report].word, one.word
        if one.summary:
            yield before[report].summary, one.summary


def _moved(folder: Path, name: str, taken: Collection[str]) -> str:
    """Rename a new Word file that would take the place of an edited one; its name now. No name, no file."""
    free = free_name(name, taken)
    if free != name:
        rename_file(folder / name, folder / free)
    return free


def _added(old: Path, new: Path) -> set[Path]:
    """A person's other files in `old`, and the PDFs of those Word files that `new` holds as well."""
    return set(added_files(old)) - set(pdfs_of(old, words_in(old) - words_in(new)))


def _carry_over(files: Iterable[Path], old: Path, new: Path) -> None:
    """Take a person's files along, each to its place unless a new result stands there."""
    for path in files:
        target = new / path.relative_to(old)
        if not target.exists():
            copy(path, target)


def _execute_all(reporting: Reporting, notebooks: list[Path], executed: Path, at_once: int) -> None:
    make_folder(executed)
    parameters = {"agency": reporting.agency.code, "period": str(reporting.period)}
    root = reporting.workspace.root
    done = run_all(order_of(notebooks), lambda path: execute(path, executed / path.name, parameters, root), at_once)
    for _ in counted("Chạy sổ tính", done, len(notebooks), lambda path: path.stem):
        pass
