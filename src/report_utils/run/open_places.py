"""The places that keep a report from being final, each in a sentence, and counted by unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from report_utils.agency.reporting import Reporting
from report_utils.document.blocks import Mark
from report_utils.document.gaps import Gap
from report_utils.figures.figure import Figure
from report_utils.findings import CellRef
from report_utils.run.folders import Folders
from report_utils.run.outcome import Outcome
from report_utils.run.pages.notebook_pages import FOLDER as PAGES

_MOST_CELLS = 3
_MAIN = "4_bao_cao"
"""The notebook that writes the main report; where it is not run, the last one does."""


def place_lines(gaps: Iterable[Gap], mark: Mark, figures: Mapping[str, Figure], wrong: Collection[CellRef]
                ) -> tuple[str, ...]:  # fmt: skip
    """A sentence for each place of that mark, without repeats; `wrong` are the cells that errors are about."""
    return tuple(dict.fromkeys(_line(gap, figures.get(gap.figure), wrong) for gap in gaps if gap.mark is mark))


def _line(gap: Gap, figure: Figure | None, wrong: Collection[CellRef]) -> str:
    if gap.mark is Mark.ABSENT or figure is None:
        return f"{gap.section}: {gap.text}"
    cells = list(islice((str(cell) for cell in figure.quantity.cells if cell in wrong), _MOST_CELLS + 1))
    where = "; ".join(cells[:_MOST_CELLS]) + ("; …" if len(cells) > _MOST_CELLS else "")
    unit = "" if figure.unit in ("", "%") or gap.text.endswith(figure.unit) else f" {figure.unit}"
    return (f"{gap.section}: {figure.rule} ({figure.code}) = {gap.text}{unit}; kiểm tra lại số liệu của "
            f"{', '.join(figure.quantity.doubtful)}{f': {where}' if where else ''}")


def places_by_unit(outcome: Outcome, reporting: Reporting, written: Folders | None = None) -> Iterator[str]:
    """A line a unit: how many places wait for its data or a look at it, and the workbook that goes back to it.

    `written` is where the results lie while a run goes on; the lines name the places where they will lie.
    """
    workspace, agency, period = reporting.workspace, reporting.agency.code, str(reporting.period)
    folders = Folders(workspace.processed(agency, period), workspace.reports(agency, period))
    feedback = (written or folders).feedback
    for unit in reporting.agency.units:
        counts = ((_naming(unit.name, outcome.missing), "chưa có số liệu"),
                  (_naming(unit.name, outcome.wrong), "cần kiểm tra lại"))
        counted = ", ".join(f"{count} chỗ {what}" for count, what in counts if count)
        name = f"{unit.code}.xlsx"
        if counted:
            path = f" ({workspace.shown(folders.feedback / name)})" if (feedback / name).exists() else ""
            yield f"{unit.name}: {counted}{path}"
    if outcome.missing or outcome.wrong:
        run = reporting.notebooks
        written_by = _MAIN if _MAIN in run or not run else run[-1]
        yield f"Danh sách từng chỗ: {workspace.shown(folders.reports)}/{PAGES}/{written_by}.html"


def _naming(unit: str, places: Iterable[str]) -> int:
    """How many places name the unit behind their mark; a name that only begins alike is another one."""
    name = re.compile(rf"(?:– |của |, ){re.escape(unit)}(?=[],:]|$)")
    return sum(bool(name.search(place)) for place in places)
