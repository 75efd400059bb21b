"""From rendered Markdown with placeholders to blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from report_utils.document.blocks import Block, Heading, Item, Paragraph, Run, Runs
from report_utils.document.inserts import Insert, Inserts, Ready, absent_run, cell_runs, inline_runs
from report_utils.document.report_table import as_blocks
from report_utils.figures.tables import Listing, ReportTable
from report_utils.figures.texts import Statements
from report_utils.vietnamese.letters import letter, roman

_LEVELS = {"-": 1, "+": 2, "*": 3}
"""Level of a list line by the sign it begins with."""


def blocks_of(markdown: str, inserts: Inserts) -> tuple[Block, ...]:
    """The blocks of a text. Headings are numbered I., 1., 1.1., a) (NĐ 30/2020, Appendix I, II.6)."""
    parser = MarkdownIt("zero").enable(["heading", "list", "emphasis", "escape", "newline"])
    return tuple(_numbered(_blocks(parser.parse(markdown), inserts)))


def _blocks(tokens: list[Token], inserts: Inserts) -> Iterator[Block]:
    """One block for each inline token, by what it stands in; one that holds only a block insert becomes that."""
    level, heading = 0, 0
    for token in tokens:
        match token.type:
            case "heading_open":
                heading = int(token.tag[1])
            case "list_item_open":
                level = _LEVELS.get(token.markup, 1)
            case "list_item_close":
                level = 0
            case "inline" if heading:
                yield Heading(heading, "", _runs(token, inserts))
                heading = 0
            case "inline":
                yield from _body(token, level, inserts)


def _body(token: Token, level: int, inserts: Inserts) -> Iterator[Block]:
    pieces = inserts.split(token.content.strip(" .;"))
    alone = pieces[0] if len(pieces) == 1 else ""
    expanded = None if isinstance(alone, str) else _expanded(alone, level)
    yield from [_block(level, _runs(token, inserts))] if expanded is None else expanded


def _block(level: int, runs: Runs) -> Block:
    return Item(level, runs) if level else Paragraph(runs)


def _expanded(insert: Insert, level: int) -> list[Block] | None:
    """The blocks of an insert that stands alone on its line, no block for an empty one; None for mere words."""
    match insert:
        case ReportTable():
            return as_blocks(insert)
        case Ready():
            return list(insert.blocks)
        case Listing():
            lines = [_block(level, tuple(run for cell in line for run in cell_runs(cell))) for line in insert.lines]
            return _punctuated(lines) + _absent(insert.absent, level)
        case Statements() if not insert.from_units:
            lines = [_block(level, (Run(text),)) for said in insert.statements for text in said.lines]
            return _punctuated(lines) + _absent(insert.absent, level)
        case Statements():
            named = len(insert.statements) > 1
            return [
                _block(level, (Run(f"{said.unit}: {text}" if named else _capital(text)),))
                for said in insert.statements for text in said.lines
            ] + _absent(insert.absent, level)
        case _:
            return None


def _absent(units: tuple[str, ...], level: int) -> list[Block]:
    return [_block(level, (absent_run(units),))] if units else []


def _punctuated(lines: list[Block]) -> list[Block]:
    """Lines of a list: ";" after each, "." after the last."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return [replace(line, runs=(*line.runs, Run(end))) for line, end in zip(lines, ends, strict=False)
            if isinstance(line, Item | Paragraph)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _runs(token: Token, inserts: Inserts) -> Runs:
    """The words of one line with their emphasis; placeholders become their inserts."""
    bold = italic = 0
    runs: list[Run] = []
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "softbreak" | "hardbreak":
                runs.append(Run(" "))
            case _:
                for piece in inserts.split(child.content):
                    own = (Run(piece),) if isinstance(piece, str) else inline_runs(piece)
                    runs += [replace(run, bold=bool(bold), italic=bool(italic)) for run in own]
    return tuple(_notes_attached(runs))


def _notes_attached(runs: Iterable[Run]) -> list[Run]:
    """A footnote belongs to the words before it."""
    attached: list[Run] = []
    for run in runs:
        if run.note and not run.text and attached and not attached[-1].note:
            attached[-1] = replace(attached[-1], note=run.note)
        else:
            attached.append(run)
    return attached


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with their headings numbered; one of a level that does not exist is left to be refused later."""
    counters = [0, 0, 0, 0]
    for block in blocks:
        if isinstance(block, Heading) and block.level <= len(counters):
            counters[block.level - 1] += 1
            counters[block.level:] = [0] * (4 - block.level)
            yield replace(block, number=_number(block.level, counters))
        else:
            yield block


def _number(level: int, counters: list[int]) -> str:
    match level:
        case 1:
            return f"{roman(counters[0])}."
        case 2:
            return f"{counters[1]}."
        case 3:
            return f"{counters[1]}.{counters[2]}."
        case _:
            return f"{letter(counters[3])})"
