"""The table of the figures that matter: value, change since the period before, target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.document.blocks import Align, HeaderCell, Run, Runs, Table, TableColumn, TableRow
from report_utils.document.inserts import ShownFigure
from report_utils.figures.changes import CHANGE
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures

_NOTHING: Runs = (Run("–"),)
_COLUMNS = (TableColumn(5.4), TableColumn(3.4, Align.CENTER), TableColumn(3.4, Align.CENTER),
            TableColumn(1.8, Align.CENTER))
_HEADER = tuple(map(HeaderCell, ("Chỉ tiêu", "Kết quả", "So với kỳ trước", "Mục tiêu")))


@dataclass(frozen=True)
class KeyFigure:
    """One row: words, figure, target (also a figure). `compared` asks for the change, where it is known.

    `target_words` stand before a target that is not meant for the whole year: "đến hạn: 0".
    """

    words: str
    figure: Figure
    target: Figure | None = None
    compared: bool = True
    target_words: str = ""


def key_figure_table(figures: PeriodFigures, rows: Sequence[KeyFigure]) -> Table:
    """The rows as a table."""
    return Table(_COLUMNS, (_HEADER,), tuple(_row(figures, row) for row in rows),
                 description="Các số liệu chính của kỳ, thay đổi so với kỳ trước và mục tiêu")


def _row(figures: PeriodFigures, row: KeyFigure) -> TableRow:
    """A mark takes the room of what cannot be said beside it: it is long, and the sheet has one page."""
    words, value, target = (Run(row.words),), _with_unit(row.figure), _target(row)
    if not (row.figure.quantity.absent or row.figure.quantity.doubtful):
        change = figures.known(f"{row.figure.code}{CHANGE}") if row.compared else None
        return TableRow((words, value, _shown(change), target))
    if row.target is None or row.target.quantity.absent:
        return TableRow((words, value), spans=(1, 3))
    return TableRow((words, value, target), spans=(1, 2, 1))


def _target(row: KeyFigure) -> Runs:
    words = (Run(f"{row.target_words} "),) if row.target and row.target_words else ()
    return (*words, *_shown(row.target))


def _with_unit(figure: Figure) -> Runs:
    """The unit behind the number; change and target are in the same."""
    shown, *marks = _shown(figure)
    unit = (Run(f" {figure.unit}"),) if figure.quantity.known and figure.unit not in ("", "%") else ()
    return (shown, *unit, *marks)


def _shown(figure: Figure | None) -> Runs:
    if figure is None:
        return _NOTHING
    return ShownFigure(figure, Display.TABLE if figure.display is Display.COUNT else None).runs()
