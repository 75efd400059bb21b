"""The places of a document where data is missing or doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report_utils.document.blocks import Appendix, Block, Heading, Mark, Picture, PictureColumns, Run, Table


@dataclass(frozen=True)
class Gap:
    """A place of the report where data is missing or doubtful: the heading it stands under, and what it says.

    `figure` is the code of the figure that stands there, if any; a doubtful one is told without the mark behind it.
    """

    section: str
    text: str
    mark: Mark
    figure: str = ""


def gaps_of(body: Iterable[Block], appendices: Iterable[Appendix] = ()) -> tuple[Gap, ...]:
    """Every marked run with the place it stands at: "II.5.1. Kết quả ..." or "Phụ lục I"."""
    return tuple(_gaps(body, appendices))


def _gaps(body: Iterable[Block], appendices: Iterable[Appendix]) -> Iterator[Gap]:
    for place, block in placed(body, appendices):
        yield from _marked(place, block)


def placed(body: Iterable[Block], appendices: Iterable[Appendix]) -> Iterator[tuple[str, Block]]:
    """Every block in the order of reading, each with the heading or appendix that it stands under."""
    above, place = ["", "", "", ""], ""
    for block in body:
        if isinstance(block, Heading):
            # 5.1. already names its 1.; a) does not name its 5.1.
            above[block.level :] = [""] * (4 - block.level)
            above[block.level - 1] = block.number
            number = above[0] + (above[2] or above[1] if block.level > 1 else "") + above[3]
            place = f"{number} {_text(block.runs)}"
        yield place, block
    for appendix in appendices:
        yield from ((appendix.label, block) for block in appendix.blocks)


def _marked(place: str, block: Block) -> Iterator[Gap]:
    for run in block_runs(block):
        if (run.mark is Mark.ABSENT or (run.mark is Mark.DOUBTFUL and run.figure)) and run.text.strip():
            yield Gap(place, run.text.strip(), run.mark, run.figure)


def block_runs(block: Block) -> Iterator[Run]:
    """Every run of a block in the order of reading; pictures have none."""
    match block:
        case Table():
            yield from (run for row in block.rows for cell in row.cells for run in cell)
        case Picture() | PictureColumns():
            return
        case _:
            yield from block.runs


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
