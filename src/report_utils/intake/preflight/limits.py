"""How much a file may ask of the reader."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bounds of one workbook. Sizes are bytes; the defaults leave room for lists of 100,000 cases, and for a million
    rows of ten empty formatted cells.
    """

    file_bytes: int = 32 * MEGABYTE
    entries: int = 2_000
    part_bytes: int = 256 * MEGABYTE
    """One part of the package once inflated; a part that is not a sheet may have an eighth of it."""
    total_bytes: int = 384 * MEGABYTE
    ratio: int = 120
    """Inflated to packed bytes of a part of more than one megabyte; rows of empty formatted cells reach about 35."""
    xml_depth: int = 64
    rows: int = 1_048_576
    columns: int = 16_384
    cells: int = 4_000_000
    """Rows times columns of the used area of a sheet: readers hold all of it in memory."""
    told_cells: int = 250_000
    """Cells of a sheet of which something is to be told (errors, formulas without a value, percentages, struck out):
    each costs some 2 microseconds and 200 bytes.
    """
    gap_rows: int = 1_000
    """A value after more empty rows than this is stray."""
    gap_columns: int = 100
    text_bytes: int = 256 * 1024
    """One text. Excel allows 32,767 characters in a cell, which escaped letters may make eight times longer."""
    seconds: float = 2.0
    """Processor time of one file; waiting may take five times that."""
    seconds_per_megabyte: float = 1.0
    """Added for every megabyte of the file beyond the first."""
    memory: int = 256 * MEGABYTE

    def seconds_for(self, size: int) -> float:
        """The processor time that a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_megabyte * max(0, size - MEGABYTE) / MEGABYTE


DEFAULT_LIMITS = Limits()
