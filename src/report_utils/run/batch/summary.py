"""What came of a batch, as a table on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.run.batch.job import Result, State

_STATES = {State.DONE: "đủ số liệu", State.DRAFT: "dự thảo", State.FAILED: "không lập được"}
_HEADER = ("Cơ quan", "Kỳ", "Kết quả", "Lỗi", "Cảnh báo", "Giây")
_WORDS = 3
"""So many columns from the left hold words, the others numbers."""


def summary_lines(results: Sequence[Result]) -> Iterator[str]:
    """The table, then the reason of each failure and what else is to be said, then the count."""
    rows = [_HEADER, *(_row(result) for result in results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) if i < _WORDS else cell.rjust(width)
                 for i, (cell, width) in enumerate(zip(row, widths, strict=True))]
        yield "  ".join(cells).rstrip()
    for result in results:
        for line in (*result.reason.splitlines(), *result.notes):
            yield f"{result.target}: {line}"
    counts = {state: sum(result.state is state for result in results) for state in State}
    same = sum(result.unchanged for result in results)
    unchanged = f" {same} kỳ không có gì thay đổi nên không chạy lại (muốn chạy lại: --again)." if same else ""
    told = ", ".join(f"{n} {_STATES[state]}" for state, n in counts.items() if n)
    yield f"{len(results)} lượt chạy: {told}.{unchanged}"


def worst(results: Sequence[Result]) -> State:
    """The worst state of all."""
    return max((result.state for result in results), default=State.DONE)


def _row(result: Result) -> tuple[str, ...]:
    failed = result.state is State.FAILED
    counts = ("", "") if failed else (str(result.errors), str(result.warnings))
    seconds = f"{result.seconds:.1f}".replace(".", ",") if result.seconds else ""
    return result.target.agency, result.target.period, _STATES[result.state], *counts, seconds
