"""A finding: one thing that is wrong, or worth a look, in what a unit sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

OF_OFFICE = "do điều chỉnh của cơ quan"
"""How what comes of an adjustment is marked wherever a finding is shown."""


class Severity(StrEnum):
    """How much a finding weighs: an error makes the report a draft, a warning asks for a look, a note informs."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    NOTE = "lưu ý"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True, order=True)
class CellRef:
    """Where a value was typed. `file` is relative to the period's raw folder; `cell` is like "E12"."""

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " › ".join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True)
class Explanation:
    """What a unit wrote to explain a finding, the document that proves it, and the cell where it stands."""

    text: str
    document: str
    at: CellRef

    def __str__(self) -> str:
        proof = f" ({self.document})" if self.document else ""
        return f"«{self.text}»{proof}, {CellRef('', self.at.sheet, self.at.cell)}"


@dataclass(frozen=True)
class Finding:
    """One finding. `cell` is where to look first; `related` are the other cells it is about.

    `explanations` are what the unit wrote of it; the finding is a note then, and `was` how much it weighed before.
    `of_office`: it comes of what the office adjusted, so that the unit is neither told of it nor can mend it.
    All texts are Vietnamese, for the unit and the analyst: `message` says what is wrong, `mend` how to mend it.
    """

    code: str
    severity: Severity
    unit: str
    message: str
    mend: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""
    related: tuple[CellRef, ...] = field(default=())
    was: Severity | None = None
    explanations: tuple[Explanation, ...] = ()
    of_office: bool = False

    def explained_by(self, explanations: Sequence[Explanation]) -> Finding:
        """The finding as a note that quotes what the unit wrote; code, cells and what was found stay."""
        quoted = "; ".join(map(str, explanations))
        return replace(self, severity=Severity.NOTE, was=self.severity, explanations=tuple(explanations),
                       message=f"{self.message} Đã giải trình (trước là {self.severity.value}): {quoted}.",
                       mend="Không cần sửa; giữ lại giải trình khi gửi lại tệp.")

    def from_adjustment(self) -> Finding:
        """The finding as one that the office has to mend; it weighs as much as before."""
        return replace(self, of_office=True, message=f"{self.message.removesuffix('.')} ({OF_OFFICE}).",
                       mend="Cơ quan xem lại các điều chỉnh đã ghi (baocao adjust): sửa điều chỉnh, hoặc điều chỉnh cả "
                            "các ô liên quan cho khớp; đơn vị không phải sửa.")

    @property
    def cells(self) -> tuple[CellRef, ...]:
        """Every cell that the finding is about, the first one first."""
        own = (CellRef(self.file, self.sheet, self.cell),) if self.cell else ()
        return own + self.related

    def as_json(self) -> dict[str, str]:
        """The finding under the keys of the `--json` output of every command."""
        place = CellRef(self.file, self.sheet, self.cell)
        return {
            "rule": self.code, "severity": self.severity.value, "unit": self.unit, "file": self.file,
            "sheet": self.sheet, "cell": self.cell, "element": str(place), "text": self.found, "figure": "",
            "message": self.message, "expected": self.expected, "mend": self.mend,
            "was": self.was.value if self.was else "", "explanation": self._explanation,
        }

    def as_row(self) -> dict[str, str]:
        """The finding as a flat row for findings.csv; the related cells on one line."""
        row = asdict(self)
        row["severity"] = self.severity.value
        row["related"] = "; ".join(_ranges(self.related))
        row["was"] = self.was.value if self.was else ""
        row["explanations"] = self._explanation
        row["of_office"] = "x" if self.of_office else ""
        return row

    @property
    def _explanation(self) -> str:
        return "; ".join(map(str, self.explanations))


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without repeats: errors first, then by unit, place and code."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda f: (f.severity.rank, f.unit, f.file, f.sheet, _natural(f.cell), f.code, f.message),
    )


def errors(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Only those that make the report a draft."""
    return (f for f in findings if f.severity is Severity.ERROR)


def _ranges(cells: Iterable[CellRef]) -> Iterator[str]:
    """Cells as people list them: neighbours in a column as "E5:E9"."""
    runs: list[list[CellRef]] = []
    for cell in cells:
        if runs and _is_below(cell, runs[-1][-1]):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    for run in runs:
        yield str(run[0]) if len(run) == 1 else f"{run[0]}:{run[-1].cell}"


def _is_below(cell: CellRef, above: CellRef) -> bool:
    (row, _, letters), (last, _, column) = _natural(cell.cell), _natural(above.cell)
    return (cell.file, cell.sheet, letters, row) == (above.file, above.sheet, column, last + 1) and ":" not in cell.cell


def _natural(cell: str) -> tuple[int, int, str]:
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters):]
    return (int(digits) if digits else 0, len(letters), letters)
