"""What a package says about itself and the reader of values cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report_utils.intake.preflight.refusal import Notice

Span = tuple[int, int]
"""First and last row or column, counted from 1."""


@dataclass(frozen=True)
class SheetFacts:
    """One sheet. Cells are named like "E12", rows and columns count from 1."""

    name: str
    part: str
    state: str = "visible"
    """visible, hidden or veryHidden."""
    is_grid: bool = True
    """False for sheets that hold a chart, a dialogue or macros: there is nothing to read in them."""
    last_row: int = 0
    last_column: int = 0
    """Where the values end, without the stray ones; 0 in an empty sheet."""
    hidden_rows: tuple[Span, ...] = ()
    hidden_columns: tuple[Span, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)
    """Cell -> "#REF!" as Excel stored it."""
    unstored: tuple[str, ...] = ()
    """Formulas that were saved without their result."""
    merged: tuple[str, ...] = ()
    """Ranges like "A1:C2"."""
    padded: Mapping[str, str] = field(default_factory=dict)
    """Cell that holds a number -> its number format, where that shows leading zeros ("000")."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Cell that holds a number and shows it as a percentage, in thousands or millions -> that, in words."""
    legacy_fonts: Mapping[str, str] = field(default_factory=dict)
    """Cell -> its font, where that is of the TCVN3 (.Vn…) or VNI (VNI-…) family."""
    marked: Mapping[str, str] = field(default_factory=dict)
    """Cell of which a part is struck out, raised or lowered -> that, in words."""
    stray: tuple[str, ...] = ()
    """The first cells with a value far from all others; those are not in the clean package."""
    stray_count: int = 0
    dimension: str = ""
    """The used area as the sheet itself claims it, like "A1:J40"; it may be wrong."""


@dataclass(frozen=True)
class PackageFacts:
    """A workbook that can be read. `clean` is the package to give to the reader of values, instead of the file:
    nothing but the parts that were looked at, so that nobody reads what was not seen, nor what came later.
    """

    file: str
    sheets: tuple[SheetFacts, ...]
    clean: bytes = field(repr=False)
    date1904: bool = False
    notices: tuple[Notice, ...] = ()

    def sheet(self, name: str) -> SheetFacts | None:
        """The sheet of that very name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)
