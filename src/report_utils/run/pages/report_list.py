"""reports/index.html: every report of the workspace, for leaders: the newest first, a click from the Word file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock

from report_utils.agency.agency import load_profile
from report_utils.agency.period import Period
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError
from report_utils.run.figure_book import BOOK_NAME
from report_utils.run.outcome import Outcome, load_other_outcomes, load_outcome
from report_utils.run.pages.frame import framed
from report_utils.run.pages.listed import NAME, sealed, state_of
from report_utils.run.pages.notebook_pages import FOLDER
from report_utils.run.views.table import Html, TableView, Tone, view
from report_utils.storage.files import NotSavedError, make_folder, save

_LOCK = ".index.lock"
_TITLE = "Báo cáo các kỳ"
_FINAL, _DRAFT = "Đủ số liệu", "Dự thảo"
_MADE_UP = " (số liệu minh họa)"
"""What marks a period where others have real figures; the mark at the head of the page does not say which."""
_COLUMNS = ("Cơ quan", "Kỳ báo cáo", "Chốt số liệu", "Tình trạng", "Lỗi", "Cảnh báo", "Văn bản", "Xem chi tiết")
_TONES = {_FINAL: Tone.GOOD, _DRAFT: Tone.DOUBT}


@dataclass(frozen=True)
class _Entry:
    """The reports of one agency and period; `cutoff` is the last day that counts, as ISO and in words."""

    agency: str
    period: Period
    name: str
    cutoff: str
    outcomes: tuple[Outcome, ...]
    folder: Path

    @property
    def illustrative(self) -> bool:
        return any(one.illustrative for one in self.outcomes)


def save_report_list(workspace: Workspace) -> Path:
    """Write the page from what lies in reports/; its path. Runs at once write it one after another.

    A page that cannot be written fails no run, whose reports are in their place: the next run makes up for it.
    """
    reports = workspace.root / "reports"
    with suppress(OSError, NotSavedError):
        make_folder(reports)
        _save(workspace, reports)
    return reports / NAME


def _save(workspace: Workspace, reports: Path) -> None:
    with FileLock(reports / _LOCK):
        state = state_of(reports)
        entries = sorted(_entries(workspace), key=lambda entry: (entry.cutoff, entry.agency), reverse=True)
        illustrative = any(entry.illustrative for entry in entries)
        body = f'<h1>{_TITLE}</h1>\n<div class="fitting">{_table(reports, entries).html()}</div>\n'
        save(reports / NAME, sealed(framed(_TITLE, body, illustrative=illustrative), state))


def _entries(workspace: Workspace) -> Iterator[_Entry]:
    """What can be read of it; a folder that a person made is passed over."""
    for agency in workspace.agencies():
        for path in sorted((workspace.root / "reports" / agency).glob("[!.]*/outcome.json")):
            try:
                yield _entry(workspace, agency, path.parent)
            except (BaocaoError, ValueError, LookupError, TypeError):
                continue


def _entry(workspace: Workspace, agency: str, folder: Path) -> _Entry:
    profile, period = load_profile(workspace, agency), Period.parse(folder.name)
    cutoff = profile.calendar.window(period).cutoff
    outcomes = (load_outcome(folder), *load_other_outcomes(folder).values())
    return _Entry(agency, period, profile.on(cutoff).name, cutoff.isoformat(), outcomes, folder)


def _table(reports: Path, entries: list[_Entry]) -> TableView:
    is_mixed = len({entry.illustrative for entry in entries}) > 1
    rows = [_row(reports, entry, _MADE_UP if is_mixed and entry.illustrative else "") for entry in entries]
    return view(rows, _COLUMNS, "Từng cơ quan, từng kỳ", _TONES)


def _row(reports: Path, entry: _Entry, mark: str) -> tuple[object, ...]:
    main, title = entry.outcomes[0], f"{entry.period.title}{mark}"
    drafts = any(one.draft for one in entry.outcomes)
    day = "/".join(str(int(part)) for part in reversed(entry.cutoff.split("-")))
    return (entry.name, title[0].upper() + title[1:], day, _DRAFT if drafts else _FINAL, main.errors, main.warnings,
            _links(reports, entry, list(_documents(entry))), _links(reports, entry, list(_details(entry))))


def _documents(entry: _Entry) -> Iterator[tuple[str, str]]:
    for one in entry.outcomes:
        for name in filter(None, (one.word, one.summary)):
            title = name.removesuffix(".docx")
            yield title, name
            yield f"{title} (PDF)", f"{title}.pdf"


def _details(entry: _Entry) -> Iterator[tuple[str, str]]:
    pages = sorted((entry.folder / FOLDER).glob("*.html"))
    if pages:
        yield "Các sổ tính", f"{FOLDER}/{pages[0].name}"
    yield f"Số liệu và ô nguồn ({BOOK_NAME})", BOOK_NAME


def _links(reports: Path, entry: _Entry, named: list[tuple[str, str]]) -> Html:
    place = entry.folder.relative_to(reports).as_posix()
    there = [(words, name) for words, name in named if (entry.folder / name).exists()]
    links = (f'<a href="{quote(f"{place}/{name}")}">{escape(words)}</a>' for words, name in there)
    return Html(", ".join(words for words, _ in there), "<br>".join(links))
