"""One sheet of the package: its facts, and the part as the reader of values is to see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from report_utils.intake.preflight.cells import skeleton
from report_utils.intake.preflight.container import CHUNK, Entry, chunks, inflated, repacked, stored
from report_utils.intake.preflight.facts import SheetFacts
from report_utils.intake.preflight.frame import Frame, Sections, read_frame
from report_utils.intake.preflight.limits import MEGABYTE, Limits
from report_utils.intake.preflight.marks import marked_cells
from report_utils.intake.preflight.markup import compact, has_declarations, plain_xml
from report_utils.intake.preflight.refusal import FaultError
from report_utils.intake.preflight.rows import NO_ROWS, Layout, Rows, errors_in, layout, layout_of, read_rows
from report_utils.intake.preflight.strings import check_indexes, check_texts, check_values
from report_utils.intake.preflight.styles import Styles, unit_of
from report_utils.intake.preflight.texts import error_texts, styled_cells
from report_utils.intake.preflight.trimming import is_quiet, trimmed

_WORTH_DROPPING = 4 * MEGABYTE
_LARGEST_INFLATED = 64 * 1024


@dataclass
class _Scan:
    """What has been seen of a sheet so far."""

    rows: Rows = NO_ROWS
    layout: Layout | None = None
    quiet: set[int] = field(default_factory=set)
    """The blocks that hold nothing."""
    quiet_bytes: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    legacy_fonts: dict[str, str] = field(default_factory=dict)
    marked: dict[str, str] = field(default_factory=dict)
    unstored: int = 0

    @property
    def told(self) -> int:
        """The cells of which something is to be told."""
        return self.unstored + len(self.errors) + len(self.formats) + len(self.marked)


class Shared(NamedTuple):
    """What all sheets of a workbook share: its styles, and the strings that are marked."""

    styles: Styles
    marked: Mapping[int, str]


def scan_sheet(entry: Entry, name: str, state: str, shared: Shared, limits: Limits) -> tuple[SheetFacts, Entry]:
    """The facts of a worksheet, and its part without what must not be read. Raises FaultError that names the sheet."""
    try:
        entry, content = _without_comments(inflated(entry) if entry.size <= _LARGEST_INFLATED else entry)
        sections = Sections(content)
        scan = _scan(sections, entry.size <= CHUNK, shared, limits)
        found = scan.layout or layout_of(scan.rows, limits)
        frame = read_frame(sections, limits)
    except FaultError as fault:
        raise FaultError(fault.code, fault.reason, name, fault.cell) from fault
    facts = _facts(entry, name, state, scan, found, frame)
    if found.extent.stray or scan.quiet_bytes > _WORTH_DROPPING:
        entry = repacked(entry.name, _rewritten(entry, scan, found))
    return facts, entry


def _without_comments(entry: Entry) -> tuple[Entry, Iterator[bytes]]:
    """The part that the reader of values is to get, and its content: it sees a value only up to a comment inside it."""
    if entry.size > CHUNK:
        return entry, chunks(entry)
    content = b"".join(chunks(entry))
    plain = plain_xml(content)
    has_comments = has_declarations(content) and b"<!--" in content
    return stored(entry.name, plain) if has_comments else entry, iter((plain,))


def _content(entry: Entry) -> Iterator[bytes]:
    """The sheet in chunks; a small one in one chunk, without comments."""
    if entry.size <= CHUNK:
        return iter((plain_xml(b"".join(chunks(entry))),))
    return chunks(entry)


def _scan(sections: Sections, is_small: bool, shared: Shared, limits: Limits) -> _Scan:
    scan = _Scan()
    for index, block in enumerate(sections.blocks()):
        if not is_small and is_quiet(block):
            scan.quiet.add(index)
            scan.quiet_bytes += len(block)
        else:
            _add(scan, _plain(block, sections.prefix), is_small, shared, limits)
    return scan


def _add(scan: _Scan, block: bytes, is_all: bool, shared: Shared, limits: Limits) -> None:
    """Look at a block of rows; `is_all` when the sheet has no other."""
    check_texts(block, limits)
    if is_all:
        scan.layout = layout(skeleton(block), limits)
        errors, has_odd_types = scan.layout.errors, scan.layout.has_odd_types
    else:
        rows = read_rows(skeleton(block), scan.rows.last)
        scan.rows = rows._replace(notable=scan.rows.notable + rows.notable)
        scan.unstored += sum(len(shape.unstored) for _, shape in rows.notable)
        errors, has_odd_types = errors_in(rows.notable), rows.has_odd_types
    block = compact(block)
    check_indexes(block, has_odd_types)
    check_values(block)
    if errors:
        scan.errors.update(error_texts(block, errors))
    scan.marked.update(marked_cells(block, shared.marked, shared.styles))
    formats, legacy = styled_cells(block, shared.styles)
    scan.formats.update(formats)
    scan.legacy_fonts.update(legacy)
    if scan.told > limits.told_cells:
        raise FaultError("T13", f"có hơn {limits.told_cells} ô lỗi, ô công thức chưa có giá trị hoặc ô định dạng lạ")


def _plain(block: bytes, prefix: bytes) -> bytes:
    """A block of rows with names that have no prefix."""
    if has_declarations(block):
        raise FaultError("T10", "có khai báo lạ")
    return block.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else block


def _facts(entry: Entry, name: str, state: str, scan: _Scan, found: Layout, frame: Frame) -> SheetFacts:
    units = {cell: unit for cell, code in scan.formats.items() if (unit := unit_of(code))}
    padded = {cell: code for cell, code in scan.formats.items() if cell not in units}
    return SheetFacts(
        name, entry.name, state, last_row=found.extent.last_row, last_column=found.extent.last_column,
        hidden_rows=found.hidden, hidden_columns=frame.hidden_columns, errors=scan.errors, unstored=found.unstored,
        merged=frame.merged, padded=padded, units=units, legacy_fonts=scan.legacy_fonts, marked=scan.marked,
        stray=found.extent.stray, stray_count=found.extent.stray_count, dimension=frame.dimension,
    )


def _rewritten(entry: Entry, scan: _Scan, found: Layout) -> Iterator[bytes]:
    sections = Sections(_content(entry))
    tag = sections.prefix + b"sheetData"
    yield sections.head + b"<" + tag + b">"
    kept = (_plain(block, sections.prefix)
            for index, block in enumerate(sections.blocks()) if index not in scan.quiet)
    yield from trimmed(kept, found.extent) if found.extent.stray else kept
    yield b"</" + tag + b">" + sections.tail
