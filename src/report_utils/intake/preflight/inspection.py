"""A look at a workbook's package before the reader of values gets it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from report_utils.intake.preflight.container import Entry, chunks, open_package, stored, write_package
from report_utils.intake.preflight.documents import document
from report_utils.intake.preflight.facts import PackageFacts, SheetFacts
from report_utils.intake.preflight.files import read_regular
from report_utils.intake.preflight.kind import RELATIONS, TYPES, WORKBOOK, check_kind, notices_of
from report_utils.intake.preflight.limits import DEFAULT_LIMITS, Limits
from report_utils.intake.preflight.marks import marked_strings
from report_utils.intake.preflight.names import area_of
from report_utils.intake.preflight.refusal import FaultError, Notice, RefusedFileError
from report_utils.intake.preflight.sheet import Shared, scan_sheet
from report_utils.intake.preflight.signature import check_signature
from report_utils.intake.preflight.strings import check_strings
from report_utils.intake.preflight.styles import NO_STYLES, read_styles
from report_utils.intake.preflight.workbook import Workbook, read_workbook


def inspect(path: Path, limits: Limits = DEFAULT_LIMITS, left_out: Container[str] = ()) -> PackageFacts:
    """The facts of the workbook at `path`. Raises RefusedFileError, and nothing else, when it cannot be read.

    The sheets named in `left_out` are not looked at, and no reader gets to see them.
    """
    try:
        return inspect_bytes(read_regular(path, limits), path.name, limits, left_out)
    except FaultError as fault:
        raise RefusedFileError(path.name, fault.code, fault.reason, fault.sheet, fault.cell) from fault


def inspect_bytes(data: bytes, file: str, limits: Limits = DEFAULT_LIMITS, left_out: Container[str] = ()
                  ) -> PackageFacts:
    """The facts of a workbook given as bytes; `file` is its name. Raises FaultError."""
    check_signature(data)
    entries = open_package(data, limits)
    check_kind(entries)
    workbook = read_workbook(entries, limits)
    marked: Mapping[int, str] = {}
    if workbook.strings is not None:
        strings = document(workbook.strings, limits)
        check_strings(strings, limits)
        marked = marked_strings(strings)
        workbook = replace(workbook, strings=_read_as(workbook.strings, strings))
    styles = read_styles(document(workbook.styles, limits), limits) if workbook.styles else NO_STYLES
    scanned = list(_scanned(workbook, left_out, Shared(styles, marked), limits))
    sheets = tuple(facts for facts, _ in scanned)
    shared = [entries[name] for name in (TYPES, "_rels/.rels", WORKBOOK, RELATIONS) if name in entries]
    shared += [entry for entry in (workbook.strings, workbook.styles) if entry]
    return PackageFacts(
        file, sheets, write_package([*shared, *(entry for _, entry in scanned if entry)]), workbook.date1904,
        (*notices_of(entries), *_sheet_notices(sheets, limits)),
    )


def _read_as(entry: Entry, document: bytes) -> Entry:
    """The part as it was looked at, where comments make a difference to whoever reads it."""
    has_comments = entry.size > len(document) and b"<!--" in b"".join(chunks(entry))
    return stored(entry.name, document) if has_comments else entry


def _scanned(workbook: Workbook, left_out: Container[str], shared: Shared, limits: Limits
             ) -> Iterator[tuple[SheetFacts, Entry | None]]:
    """The facts of each sheet, and its part as readers are to see it."""
    seen: set[str] = set()
    for sheet in workbook.sheets:
        if sheet.entry.name in seen:
            raise FaultError("T09", f"hai sheet cùng một nội dung, trong đó có «{sheet.name}»")
        seen.add(sheet.entry.name)
        if sheet.name in left_out:
            yield SheetFacts(sheet.name, sheet.entry.name, sheet.state, is_grid=False), None
        elif sheet.is_grid:
            yield scan_sheet(sheet.entry, sheet.name, sheet.state, shared, limits)
        else:
            yield SheetFacts(sheet.name, sheet.entry.name, sheet.state, is_grid=False), sheet.entry


def _sheet_notices(sheets: tuple[SheetFacts, ...], limits: Limits) -> Iterator[Notice]:
    for sheet in sheets:
        if sheet.stray:
            fields = {"cells": ", ".join(sheet.stray), "count": sheet.stray_count}
            yield Notice("T14", sheet.name, sheet.stray[0], fields)
        elif area_of(sheet.dimension) > limits.cells:
            fields = {"found": sheet.dimension, "last_row": sheet.last_row, "last_column": sheet.last_column}
            yield Notice("T18", sheet.name, "", fields)
