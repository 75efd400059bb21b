"""What a run says when it has ended; one that has nothing to do says it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report_utils.agency.reporting import Reporting
from report_utils.run.folders import Folders
from report_utils.run.open_places import places_by_unit
from report_utils.run.outcome import Outcome, conclusion


@dataclass(frozen=True)
class Ending:
    """The `lines` for the screen, and whether one of the documents is a `draft`."""

    lines: tuple[str, ...]
    draft: bool


def ending_of(reporting: Reporting, outcomes: Sequence[Outcome], kept: Iterable[str], written: Folders) -> Ending:
    """How a run ended whose documents came to `outcomes`, the main report first, while its results lie in `written`."""
    return Ending(tuple(_lines(reporting, outcomes, kept, written)), any(one.draft for one in outcomes))


def _lines(reporting: Reporting, outcomes: Sequence[Outcome], kept: Iterable[str], written: Folders) -> Iterator[str]:
    workspace, main = reporting.workspace, outcomes[0]
    shown = workspace.shown(workspace.reports(reporting.agency.code, str(reporting.period)))
    yield from places_by_unit(main, reporting, written)
    yield from (f"Giữ nguyên tệp đã có người sửa: {name}" for name in kept)
    yield from (f"{one.word}: {line}" for one in outcomes for line in one.remarks)
    yield conclusion(main)
    yield f"Tệp Word: {shown}/{main.word}"
    if main.summary:
        yield f"Tóm tắt: {shown}/{main.summary}"
    yield from map(conclusion, outcomes[1:])
