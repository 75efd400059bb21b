"""What is wrong, finding by finding and unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from report_utils.checks.reporting_rate import NOT_RECEIVED
from report_utils.findings import OF_OFFICE, CellRef, Finding, Severity, errors
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
    """Findings, errors first, for a terminal: what is wrong and where, and below it how to mend it.

    Units that have sent nothing at all, where they are several, share a line behind the other errors.
    """
    listed = list(findings)
    silent = [found for found in listed if found.code == NOT_RECEIVED and not found.file]
    together = silent if len(silent) > 1 else []
    others = [found for found in listed if found not in together]
    wrong = list(errors(others))
    yield from (line for found in wrong for line in _told(found))
    yield from _not_sent(together)
    yield from (line for found in others[len(wrong):] for line in _told(found))
    if not listed:
        yield NOTHING_FOUND


def _told(found: Finding) -> Iterator[str]:
    place = str(CellRef(found.file, found.sheet, found.cell))
    where = " – ".join(part for part in (found.unit, place) if part)
    yield ": ".join(part for part in (f"{found.code} {found.severity.value}", where, found.message) if part)
    yield f"    Cách sửa: {found.mend}"


def _not_sent(silent: Sequence[Finding]) -> Iterator[str]:
    if silent:
        [first, *_] = silent
        units = ", ".join(found.unit for found in silent)
        yield f"{first.code} {first.severity.value}: {len(silent)} đơn vị chưa gửi tệp: {units}."
        yield f"    Cách sửa: {first.mend}"


def findings_summary_view(findings: Iterable[Finding]) -> TableView:
    """Findings counted by unit and severity."""
    counts = Counter((_blamed(found), found.severity) for found in findings)
    units = sorted({unit for unit, _ in counts})
    rows = [(unit, *(counts[unit, severity] for severity in Severity)) for unit in units]
    columns = ("Đơn vị", *(severity.value.capitalize() for severity in Severity))
    return view(rows, columns, "Phát hiện theo đơn vị", TONES)


def _blamed(found: Finding) -> str:
    return f"({OF_OFFICE})" if found.of_office else found.unit or "(không rõ đơn vị)"
