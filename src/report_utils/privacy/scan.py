"""A file looked at as a whole: every sheet, also hidden ones, and what a workbook carries besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from report_utils.intake.book import open_book
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.preflight import Limits, Refusal, RefusedFileError
from report_utils.intake.preflight.limits import MEGABYTE
from report_utils.privacy.csv_files import read_csv
from report_utils.privacy.gate import inspect_table
from report_utils.privacy.law import basis_of
from report_utils.privacy.masking import masked
from report_utils.privacy.package_parts import Carried, carried
from report_utils.privacy.readable import readable
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.tables import Row, SheetTable, tables_of
from report_utils.privacy.verdict import ColumnVerdict, Kind, Verdict

FILE = "(tệp)"
"""The table of what belongs to no sheet."""
ASIDE = "(phần trên bảng)"
"""The column of what stands above the header of a sheet."""
LIMITS = Limits(file_bytes=128 * MEGABYTE, seconds=60.0, seconds_per_megabyte=4.0, memory=2048 * MEGABYTE)


def scan_file(path: Path, settings: GateSettings) -> tuple[ColumnVerdict, ...]:
    """Every column of an .xlsx or .csv file, judged in a process of its own. Raises RefusedFileError."""
    ((_, result),) = run_isolated(partial(_scan, settings=settings), [path], LIMITS, workers=1)
    if isinstance(result, Refusal):
        raise RefusedFileError(path.name, result.code, result.reason, result.sheet, result.cell)
    return result


def _scan(path: Path, settings: GateSettings) -> tuple[ColumnVerdict, ...]:
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return tuple(_judged(path.stem, read_csv(path, LIMITS), settings))
    book = open_book(path)
    verdicts = [found for grid in book.grids for found in _judged(grid.sheet, grid.rows, settings)]
    besides = (_carried(each, settings) for each in carried(path, LIMITS))
    return (*verdicts, *(found for found in besides if found))


def _judged(name: str, rows: Sequence[Row], settings: GateSettings) -> Iterator[ColumnVerdict]:
    """The verdicts of all tables of a sheet."""
    for table in tables_of(name, readable(rows)):
        yield from _table(table, settings)


def _table(table: SheetTable, settings: GateSettings) -> Iterator[ColumnVerdict]:
    """The verdicts of a sheet; columns without a header and without a cell say nothing."""
    for found in inspect_table(table.name, table.headers, table.columns, settings):
        if found.column or found.of:
            yield found
    if table.aside:
        (above,) = inspect_table(table.name, [ASIDE], [table.aside], replace(settings, aggregates_only=False))
        if above.verdict is not Verdict.PASS:
            yield replace(above, letter="")


def _carried(each: Carried, settings: GateSettings) -> ColumnVerdict | None:
    """What is published must carry none of it: a warning at least, a block where it shows a person; the agency itself
    may be its author.
    """
    if each.is_author and all(map(starts_as_facility, each.texts)):
        return None
    (found,) = inspect_table(FILE, [each.what], [each.texts], replace(settings, aggregates_only=False))
    if found.verdict is Verdict.BLOCK and not each.is_author:
        return replace(found, letter="")
    kind = Kind.FULL_NAME if each.is_author else Kind.PHOTO if each.is_picture else found.kind
    return replace(found, letter="", verdict=Verdict.WARN, kind=kind, found_in=len(each.texts),
                   reason=_told(each), basis=basis_of(kind, settings.date))


def _told(each: Carried) -> str:
    if each.is_picture:
        return f"Tệp có {len(each.texts)} hình ảnh; hãy xem có hình người hoặc giấy tờ không trước khi công bố."
    return f"Tệp mang theo thông tin ngoài các ô (ví dụ «{masked(each.texts[0])}»); hãy gỡ trước khi công bố."
