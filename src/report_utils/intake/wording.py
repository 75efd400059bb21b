"""The vocabulary of the forms, and the encoding that it tells of a whole sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from report_utils.agency.agency import Agency
from report_utils.forms.info import GUIDE_SHEET, INFO_FIELDS, INFO_SHEET, LISTS_SHEET, NATURES, NIL_LABEL, TOTAL_LABEL
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.intake.book import Grid, RawValue
from report_utils.vietnamese.legacy import Encoding
from report_utils.vietnamese.recognition import decode_in_context, has_signals, recognise_all
from report_utils.vietnamese.vocabulary import Vocabulary


def form_vocabulary(tables: Iterable[Table], names: Iterable[str] = ()) -> Vocabulary:
    """The vocabulary of `tables`, with `names` that only the agency knows (units, fields, tasks, indicators)."""
    return Vocabulary.of([INFO_SHEET, GUIDE_SHEET, LISTS_SHEET, NIL_LABEL, TOTAL_LABEL, *NATURES,
                          *(field.label for field in INFO_FIELDS),
                          *(text for table in tables for text in _texts_of(table)), *names])


@cache
def vocabulary_of(agency: Agency) -> Vocabulary:
    """The vocabulary of all forms of an agency, with the names of its catalogues."""
    lists = agency.catalogues
    names = [*(unit.name for unit in agency.units), *lists.fields, *(task.name for task in lists.plan_tasks),
             *(indicator.name for indicator in lists.indicators), *(entry.name for entry in lists.open_data)]
    return form_vocabulary(TABLES.values(), names)


def decoded(grid: Grid, encoding: Encoding, vocabulary: Vocabulary) -> Grid:
    """The grid with every text decoded but those that are Unicode."""
    rows = [[decode_in_context(cell, encoding, vocabulary) if isinstance(cell, str) else cell for cell in row]
            for row in grid.rows]
    return replace(grid, rows=rows)


def encoding_of(rows: Iterable[Iterable[RawValue]], vocabulary: Vocabulary) -> Encoding | None:
    """The old encoding of a sheet or of one column, by all its texts; None when they are Unicode. Quick then."""
    texts = [cell for row in rows for cell in row if isinstance(cell, str) and cell]
    joined = " ".join(texts)
    if joined.isascii() or not has_signals(joined):
        return None
    return recognise_all(texts, vocabulary)


def _texts_of(table: Table) -> Iterator[str]:
    yield from (table.sheet, table.title, table.guide)
    for column in table.columns:
        yield from (*column.heading, *column.synonyms, column.title)
        yield from column.choices if isinstance(column.choices, tuple) else ()
