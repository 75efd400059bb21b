"""What is wrong, finding by finding and unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from report_utils.findings import OF_OFFICE, CellRef, Finding, Severity
from report_utils.run.views.table import TableView, Tone, view

NOTHING_FOUND = "Không có phát hiện nào."
TONES = {Severity.ERROR.value: Tone.BAD, Severity.WARNING.value: Tone.DOUBT, "Lỗi": Tone.BAD, "Cảnh báo": Tone.DOUBT}


def findings_view(findings: Iterable[Finding]) -> TableView:
    """Findings one by one, as a unit would get them."""
    columns = ("Mã", "Mức", "Đơn vị", "Tệp", "Sheet", "Ô", "Giá trị", "Nội dung", "Cách sửa")
    rows = [(f.code, f.severity.value, f.unit, f.file, f.sheet, f.cell, f.found, f.message, f.mend) for f in findings]
    return view(rows, columns, "Phát hiện", TONES)


def explanations_view(findings: Iterable[Finding]) -> TableView:
    """What units have explained: the finding, how much it weighed before, and their words with the place of these."""
    columns = ("Mã", "Trước là", "Đơn vị", "Sheet", "Ô", "Giá trị đã ghi", "Giải trình của đơn vị")
    rows = [(f.code, f.was.value, f.unit, f.sheet, f.cell, f.found, "; ".join(map(str, f.explanations)))
            for f in findings if f.was]
    return view(rows, columns, "Nội dung đơn vị đã giải trình")


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings for a terminal: what is wrong and where, and below it how to mend it."""
    listed = list(findings)
    for found in listed:
        place = str(CellRef(found.file, found.sheet, found.cell))
        where = " – ".join(part for part in (found.unit, place) if part)
        yield ": ".join(part for part in (f"{found.code} {found.severity.value}", where, found.message) if part)
        yield f"    Cách sửa: {found.mend}"
    if not listed:
        yield NOTHING_FOUND


def findings_summary_view(findings: Iterable[Finding]) -> TableView:
    """Findings counted by unit and severity."""
    counts = Counter((_blamed(found), found.severity) for found in findings)
    units = sorted({unit for unit, _ in counts})
    rows = [(unit, *(counts[unit, severity] for severity in Severity)) for unit in units]
    columns = ("Đơn vị", *(severity.value.capitalize() for severity in Severity))
    return view(rows, columns, "Phát hiện theo đơn vị", TONES)


def _blamed(found: Finding) -> str:
    return f"({OF_OFFICE})" if found.of_office else found.unit or "(không rõ đơn vị)"
