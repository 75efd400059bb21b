"""`baocao scan`: the verdicts on a file as people read them."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from report_utils.privacy.verdict import NAMES, ColumnVerdict, Verdict

MARKS = {Verdict.BLOCK: "CHẶN", Verdict.WARN: "XEM LẠI", Verdict.PASS: "được"}
_WIDTH, _INDENT = 100, " " * 10


def scan_lines(verdicts: Sequence[ColumnVerdict]) -> Iterator[str]:
    """Table by table, a line or two a column; in the end what is to be done."""
    for table, columns in groupby(verdicts, key=lambda found: found.table):
        yield f"Bảng «{table}»"
        for found in columns:
            yield from _column(found)
        yield ""
    yield _conclusion(verdicts)


def _column(found: ColumnVerdict) -> Iterator[str]:
    letter = f"{found.letter}: " if found.letter else ""
    kind = f" - {NAMES[found.kind]}" if found.kind else ""
    yield f"  {MARKS[found.verdict]:<8}{letter}{found.column or '(không có tiêu đề)'}{kind}"
    if found.verdict is not Verdict.PASS or found.exception:
        basis = f" {found.basis}." if found.basis else ""
        yield textwrap.fill(found.reason + basis, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _conclusion(verdicts: Sequence[ColumnVerdict]) -> str:
    counts = Counter(found.verdict for found in verdicts)
    blocked, warned = counts[Verdict.BLOCK], counts[Verdict.WARN]
    told = f"{len(verdicts)} mục: {blocked} bị chặn, {warned} cần xem lại, {counts[Verdict.PASS]} được công bố."
    if blocked:
        return f"{told} Không được công bố khi còn mục bị chặn; hãy bỏ cột, tổng hợp lại hoặc ghi ngoại lệ có căn cứ."
    return f"{told} Hãy xem các mục cần xem lại trước khi công bố." if warned else told
