"""Codes R: what units write in their narratives, sentence by sentence, against their own indicators and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from report_utils.agency.entries import Indicator
from report_utils.checks.context import Context, Record
from report_utils.checks.own_tables import Contradiction, contradictions
from report_utils.checks.plain_sentences import openings
from report_utils.findings import CellRef, Finding, finding
from report_utils.prose.reading import Line, read_text
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.review import OF_NARRATIVES, review
from report_utils.prose.rules.facts import facts_of
from report_utils.prose.scan import Report, Setting
from report_utils.prose.telling import is_telling
from report_utils.vietnamese.numbers import format_decimal, format_percent
from report_utils.vietnamese.text import has_words, shortened

_LONGEST = 200


def check_prose(context: Context) -> Iterator[Finding]:
    """Every rule over the narratives of each unit: numbers, periods, days, documents, terms, persons, letters.

    The unit's own indicators stand among its sentences, so that a narrative that tells another value is found.
    """
    reporting = context.reporting
    setting = Setting(reporting.period, reporting.window, reporting.window.cutoff)
    for unit, lines in _lines(context).items():
        report, name = Report(read_text(lines), setting), reporting.agency.units[unit].name
        yield from (_told(name, remark) for remark in review(report, OF_NARRATIVES).remarks if _is_told(remark))
        first = openings(scan for scan in report if isinstance(scan.passage.source, CellRef))
        own = (fact for fact in facts_of(report) if fact.scan in first and _is_of_unit(fact.spot))
        yield from (_contradicted(name, found) for found in contradictions(context, unit, own))


def _lines(context: Context) -> dict[str, list[Line]]:
    """The sentences of each unit: of each narrative under the words of its prompt, then its indicators."""
    prompts = {prompt.id: prompt for prompt in context.reporting.agency.catalogues.prompts}
    found: dict[str, list[Line]] = defaultdict(list)
    for record in _telling(context):
        if has_words(record["text"]):
            prompt, cell = prompts[record["prompt"]], context.dataset.ref(record, "text")
            found[record["unit"]].append(Line(f"{prompt.section}. {prompt.text}", strong=True))
            found[record["unit"]].extend(Line(line, source=cell) for line in record["text"].splitlines())
    for unit, indicators in _indicators(context, tuple(found)).items():
        found[unit].extend([Line("Chỉ tiêu", strong=True), *indicators])
    return found


def _telling(context: Context) -> Iterator[Record]:
    """The narratives of units that say anything to look at: thousands of texts are passed over a unit at a time."""
    by_unit: dict[str, list[Record]] = defaultdict(list)
    for record in context.dataset.records("narratives"):
        by_unit[record["unit"]].append(record)
    for records in by_unit.values():
        if is_telling("\n".join(record["text"] or "" for record in records)):
            yield from records


def _indicators(context: Context, units: Collection[str]) -> dict[str, list[Line]]:
    catalogue = {each.number: each for each in context.reporting.agency.catalogues.indicators}
    found: dict[str, list[Line]] = defaultdict(list)
    for record in context.dataset.records("indicators") if units else ():
        if record["unit"] in units and (words := _in_words(catalogue[record["indicator"]], record)):
            found[record["unit"]].append(Line(words, source=context.dataset.ref(record, "numerator")))
    return found


def _in_words(indicator: Indicator, record: Record) -> str:
    """An indicator as a sentence; nothing where it has no value."""
    above, below = record["numerator"], record["denominator"]
    if above is None or record["nil"] or not (below if indicator.is_ratio else True):
        return ""
    if not indicator.is_ratio:
        return f"{indicator.name}: {format_decimal(above, 2)} {indicator.unit}."
    share = format_percent(Decimal(above) * 100 / Decimal(below), indicator.places)
    return f"{indicator.name}: {format_decimal(above, 2)}/{format_decimal(below, 2)} {indicator.unit}, đạt {share}."


def _is_told(remark: Remark) -> bool:
    """Whether a remark is about words of the unit, not only about words that stand here for its indicators."""
    return any(map(_is_of_unit, remark.spots))


def _is_of_unit(spot: Spot) -> bool:
    """Whether the words are those of a narrative, not of a prompt or of an indicator."""
    above = spot.scan.passage.parents
    return isinstance(spot.scan.passage.source, CellRef) and all(each.text != "Chỉ tiêu" for each in above)


def _contradicted(unit: str, found: Contradiction) -> Finding:
    """The finding at the cell of the narrative; the cells that the total is made of are related to it."""
    cell = found.fact.scan.passage.source
    told = finding("R07", unit=unit, at=cell if isinstance(cell, CellRef) else CellRef(""), found=found.fact.text,
                   expected=found.expected, related=found.cells)
    return replace(told, message=f"{told.message} Câu: «{shortened(found.fact.spot.quote, _LONGEST)}»")


def _told(unit: str, remark: Remark) -> Finding:
    """The finding at the cell of the first spot that has one, with the sentence in its message."""
    places = [(spot, spot.scan.passage.source) for spot in remark.spots]
    cells = [cell for _, cell in places if isinstance(cell, CellRef)]
    quote = next(spot.quote for spot in remark.spots if _is_of_unit(spot))
    told = finding(remark.code, unit=unit, at=cells[0], found=remark.found, expected=remark.expected,
                   related=tuple(dict.fromkeys(cell for cell in cells[1:] if cell != cells[0])), **remark.fields)
    return replace(told, message=f"{told.message} Câu: «{shortened(quote, _LONGEST)}»")
