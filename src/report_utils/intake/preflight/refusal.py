"""What stops the reading of a file, and what is only told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from report_utils.errors import BaocaoError
from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.identifiers import masked


class FaultError(BaocaoError):
    """What a step of the inspection cannot accept, before anybody knows the file: a code and a Vietnamese clause."""

    def __init__(self, code: str, reason: str, sheet: str = "", cell: str = "") -> None:
        self.code, self.reason, self.sheet, self.cell = code, reason, sheet, cell
        super().__init__(reason)


class RefusedFileError(BaocaoError):
    """A file that is not read at all. `code` is a findings code, `reason` a Vietnamese clause."""

    def __init__(self, file: str, code: str, reason: str, sheet: str = "", cell: str = "") -> None:
        self.file, self.code, self.reason, self.sheet, self.cell = file, code, reason, sheet, cell
        super().__init__(f"Không đọc tệp «{file}»: {reason}.")

    @property
    def refusal(self) -> Refusal:
        """The same as data, which can cross from one process to another."""
        return Refusal(self.code, self.reason, self.sheet, self.cell)


@dataclass(frozen=True)
class Refusal:
    """Why a file was not read; `detail` is technical and stands in the log only."""

    code: str
    reason: str
    sheet: str = ""
    cell: str = ""
    detail: str = ""

    def finding(self, file: str, unit: str = "") -> Finding:
        """The finding about `file`, relative to the raw folder."""
        at = CellRef(file, masked(self.sheet), self.cell)
        return finding(self.code, unit=unit, at=at, reason=masked(self.reason))


@dataclass(frozen=True)
class Notice:
    """Something worth a finding in a file that is read; `fields` fill the message of the catalogue."""

    code: str
    sheet: str = ""
    cell: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)

    def finding(self, file: str, unit: str = "") -> Finding:
        """The finding about `file`, relative to the raw folder."""
        return finding(self.code, unit=unit, at=CellRef(file, masked(self.sheet), self.cell), **self.fields)
