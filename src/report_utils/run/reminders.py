"""The reminder letters of a period, written beside the report and kept when a person has edited them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report_utils.document.blocks import Document
from report_utils.document.official import to_word
from report_utils.document.reminder import build_reminder, reminder_settings
from report_utils.figures.reminders import reminded
from report_utils.forms.info import ILLUSTRATIVE
from report_utils.run.desk import Desk, Survey
from report_utils.run.digests import digest
from report_utils.run.lock import locked
from report_utils.run.manifest import edited_files, free_name, save_manifest
from report_utils.run.pdf_files import pdfs_of, words_in
from report_utils.storage.files import remove_file, save

_WORD, _TO_ONE = ".docx", " - "
"""How the name of a letter ends, and what stands before the code of the one unit that it goes to."""


@dataclass(frozen=True)
class Letters:
    """The letters that were written, the edited ones that were left as they are, and the older ones of other kind."""

    written: tuple[Path, ...]
    kept: tuple[str, ...]
    others: tuple[str, ...]


def write_reminders(desk: Desk, *, each: bool = False) -> Letters:
    """Write one letter to all units that are late or have errors, or one to `each`; none when there is no such unit.

    Letters of the same kind from an earlier call that nobody has edited go away, and the PDFs made from them; those of
    the other kind stay (where there is nobody to remind, all are out of date).
    Raises SettingsError, ReportTemplateError, LockedError.
    """
    reporting, folder = desk.reporting, desk.folders.reminders
    with locked(desk.folders.reports, f"{reporting.agency.code} {reporting.period}"):
        letters = {name: to_word(letter, reporting) for name, letter in _letters(desk.survey(), each=each)}
        edited, before = edited_files(folder), words_in(folder)
        for path in set(folder.glob("*.docx")) - set(edited):
            if not letters or _to_one_unit(path.name) == each:
                remove_file(path)
        others = sorted(set(folder.glob("*.docx")) - set(edited))
        taken = {path.name for path in edited}
        written = tuple(folder / free_name(name, taken) for name in letters)
        for path, data in zip(written, letters.values(), strict=True):
            save(path, data)
        for pdf in pdfs_of(folder, before - words_in(folder)):
            remove_file(pdf)
        if folder.is_dir():
            save_manifest({"outputs": {path.name: digest(path) for path in (*written, *others)}}, folder)
    return Letters(written, tuple(path.name for path in edited), tuple(path.name for path in others))


def _to_one_unit(name: str) -> bool:
    """Whether a letter that nobody has edited is one of `each`; how its name is made says it."""
    return _TO_ONE in name


def _letters(survey: Survey, *, each: bool) -> Iterator[tuple[str, Document]]:
    """File names and letters."""
    reporting, statuses = survey.reporting, survey.statuses
    illustrative = any(received.nature == ILLUSTRATIVE for received in survey.dataset.received)
    concerned = reminded(statuses)
    if not concerned:
        return
    stem = f"{reminder_settings(reporting).file_name} {reporting.period.title}"
    if not each:
        yield f"{stem}{_WORD}", build_reminder(reporting, statuses, illustrative=illustrative)
        return
    for status in concerned:
        yield (f"{stem}{_TO_ONE}{status.unit.code}{_WORD}",
               build_reminder(reporting, statuses, status, illustrative=illustrative))
