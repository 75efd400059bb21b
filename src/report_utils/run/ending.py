"""What a run says when it has ended; one that has nothing to do says it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report_utils.agency.reporting import Reporting
from report_utils.run.folders import Folders
from report_utils.run.open_places import places_by_unit
from report_utils.run.outcome import Outcome, conclusion
from report_utils.run.pages.notebook_pages import FOLDER as PAGES

_CHECKING = "2_kiem_tra"
"""The notebook that lists the findings."""


@dataclass(frozen=True)
class Ending:
    """The `lines` for the screen, and whether one of the documents is a `draft`."""

    lines: tuple[str, ...]
    draft: bool


def ending_of(reporting: Reporting, outcomes: Sequence[Outcome], kept: Iterable[str], written: Folders) -> Ending:
    """How a run ended whose documents came to `outcomes`, the main report first, while its results lie in `written`."""
    return Ending(tuple(_lines(reporting, outcomes, kept, written)), any(one.draft for one in outcomes))


def _lines(reporting: Reporting, outcomes: Sequence[Outcome], kept: Iterable[str], written: Folders) -> Iterator[str]:
    workspace = reporting.workspace
    shown = workspace.shown(workspace.reports(reporting.agency.code, str(reporting.period)))
    yield from places_by_unit(outcomes[0], reporting, written)
    yield from (f"Giữ nguyên tệp đã có người sửa: {name}" for name in kept)
    yield from (f"{one.word}: {line}" for one in outcomes for line in one.remarks)
    for one in outcomes:
        yield conclusion(one)
        yield f"Tệp Word: {shown}/{one.word}"
        if one.summary:
            yield f"Tóm tắt: {shown}/{one.summary}"
    yield from _where_findings_are(outcomes[0], shown, written)
    for one in outcomes:
        if one.remarks:
            yield (f"{len(one.remarks)} điểm trong lời văn cần xem trước khi trình ký; cả câu và cách xử lý: "
                   f'baocao review "{shown}/{one.word}"')


def _where_findings_are(outcome: Outcome, shown: str, written: Folders) -> Iterator[str]:
    """The page and the command that list what a conclusion only counts."""
    kinds = [kind for kind, count in (("lỗi", outcome.errors), ("cảnh báo", outcome.warnings)) if count]
    page = f"{PAGES}/{_CHECKING}.html"
    if kinds:
        places = [f"{shown}/{page}"] if (written.reports / page).exists() else []
        yield f"Từng {', '.join(kinds)} và cách sửa: {' hoặc '.join([*places, 'lệnh baocao check'])}"
