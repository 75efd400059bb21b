"""What units say in words: narratives of the outline, documents cited."""

from __future__ import annotations

from dataclasses import dataclass

from report_utils.agency.entries import Prompt
from report_utils.errors import UnknownNameError
from report_utils.figures.source import Record, Source
from report_utils.findings import CellRef
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import has_words

NIL_SENTENCE = "chưa phát sinh trong kỳ báo cáo"
"""Printed only where the responsible unit said so."""


@dataclass(frozen=True)
class Statement:
    """The words of one unit on one item, a line each; `nil` when it declared "không phát sinh"."""

    unit: str
    lines: tuple[str, ...]
    nil: bool
    cell: CellRef


@dataclass(frozen=True)
class Statements:
    """What the units said on one item, and the names of those that said nothing.

    `from_units`: sentences of units (narratives); otherwise clauses of one sentence (citations).
    """

    item: str
    statements: tuple[Statement, ...]
    absent: tuple[str, ...]
    from_units: bool = True


def narratives(source: Source, prompt: str) -> Statements:
    """What the suppliers of an outline item wrote. Raises UnknownNameError when the outline has no such item."""
    _prompt(source, prompt)
    rows = source.select("narratives", keys=(prompt,))
    said, silent = [], list(rows.absent)
    for record in rows.records:
        said_words = has_words(record["text"])
        if said_words or record["nil"]:
            cell = source.dataset.ref(record, "text" if said_words else "nil")
            lines = _sentences(record["text"] if said_words else NIL_SENTENCE)
            said.append(Statement(source.unit_name(record), lines, not said_words, cell))
        else:
            silent.append(source.unit_name(record))
    return Statements(prompt, tuple(said), tuple(dict.fromkeys(silent)))


def _prompt(source: Source, prompt: str) -> Prompt:
    for entry in source.agency.catalogues.prompts:
        if entry.id == prompt:
            return entry
    raise UnknownNameError("mục đề cương", prompt, None)


def _sentences(text: str) -> tuple[str, ...]:
    """The lines of a text, each closed by a full stop unless it closes itself."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line if line[-1] in ".!?…:;" else f"{line}." for line in lines if line)


def citations(source: Source, prompt: str) -> Statements:
    """The documents cited at an outline item, as full citations (NĐ 30/2020, Appendix I, II.6).

    A unit that has to name a document there and has not is absent. Raises UnknownNameError.
    """
    citing = {unit.code: unit for unit in source.agency.units.answering(_prompt(source, prompt).citing)}
    rows = source.select("documents", where=lambda record: record["prompt"] == prompt)
    said = tuple(
        Statement(source.unit_name(record), (citation(record),), False, source.dataset.ref(record, "symbol"))
        for record in rows.records
    )
    speaking = {statement.unit for statement in said}
    silent = tuple(source.in_charge(citing[code], rows.table.code)
                   for code in source.heard(rows.table.code, list(citing)) if citing[code].name not in speaking)
    return Statements(prompt, said, silent, from_units=False)


def citation(record: Record) -> str:
    """Type, number and code, date, issuer, subject: "Kế hoạch số 157/KH-SYT ngày 27/12/2023 của Sở Y tế về ..."."""
    parts = [record["kind"] or "Văn bản", "số", record["symbol"] or "…"]
    if record["issued"]:
        parts += ["ngày", format_date(record["issued"])]
    if record["issuer"]:
        parts += ["của", record["issuer"]]
    if record["subject"]:
        parts.append(_as_clause(record["subject"]))
    return " ".join(parts).rstrip(" .;")


def _as_clause(subject: str) -> str:
    """The subject as it follows in a citation: "về việc ..." unless it already begins so."""
    starts = ("về ", "quy định", "ban hành", "phê duyệt", "hướng dẫn", "công bố")
    lowered = subject[0].lower() + subject[1:] if not subject.split(maxsplit=1)[0].isupper() else subject
    return lowered if lowered.startswith(starts) else f"về việc {lowered}"
