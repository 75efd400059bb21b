"""What a rule found in a column, before the law and the exceptions are looked up."""

from __future__ import annotations

from dataclasses import dataclass

from report_utils.privacy.column import Column
from report_utils.privacy.masking import masked
from report_utils.privacy.verdict import NAMES, Kind, Verdict


@dataclass(frozen=True)
class Found:
    """A kind, how sure it is, in how many cells, and why (a Vietnamese sentence). PASS without a kind: harmless."""

    verdict: Verdict
    kind: Kind | None
    found_in: int
    reason: str


HARMLESS = Found(Verdict.PASS, None, 0, "")


def found_by_header(column: Column, kind: Kind, texts: list[str], verdict: Verdict = Verdict.BLOCK) -> Found:
    """A header that announces the kind, and values that fit."""
    count = column.count(texts)
    return Found(verdict, kind, count, f"tiêu đề cho biết là {NAMES[kind]}; {_seen(column, count)} đúng dạng"
                 + _example(texts))


def found_by_values(column: Column, kind: Kind, texts: list[str], verdict: Verdict) -> Found:
    """Values that show the kind whatever the header says."""
    count = column.count(texts)
    return Found(verdict, kind, count, f"{_seen(column, count)} có dạng {NAMES[kind]}{_example(texts)}")


def found_beside(column: Column, kind: Kind) -> Found:
    """A header that says something of a person because the rows are persons."""
    return Found(Verdict.WARN, kind, column.filled,
                 f"mỗi dòng là một người, cột này có thể cho biết {NAMES[kind]}")


def found_in_text(column: Column, what: str, texts: list[str], examples: list[str]) -> Found:
    """Personal data inside longer text."""
    count = column.count(texts)
    return Found(Verdict.BLOCK, Kind.FREE_TEXT, count, f"{_seen(column, count)} có {what}{_example(examples)}")


def _seen(column: Column, count: int) -> str:
    return f"{count}/{column.filled} ô"


def _example(texts: list[str]) -> str:
    return f", ví dụ «{masked(texts[0])}»" if texts else ""
