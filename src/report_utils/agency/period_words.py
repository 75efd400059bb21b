"""Which period a person meant who wrote no code: «quý 3/2024», «2024Q3», «6 tháng đầu năm 2024»."""

from __future__ import annotations

import re
from collections.abc import Callable

from report_utils.vietnamese.letters import roman
from report_utils.vietnamese.text import fold, strip_marks

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FILLING = frozenset(("bao", "cao", "ky", "cua", "nam", "dau"))
"""Words that tell no period from another."""
_QUARTERS = {roman(number).lower(): number for number in range(1, 5)}

_KINDS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"q(?:uy)? ?0?([1-4]|iv|i{1,3})"), lambda number: f"Q{_QUARTERS.get(number, number)}"),
    (re.compile(r"(?:(?:t|m|thang) ?|(?=\d\d))(0?[1-9]|1[0-2])"), lambda number: f"M{int(number):02d}"),
    (re.compile(r"(?:6 ?thang|sau thang|6m|h1)()"), lambda _: "H1"),
    (re.compile(r"(?:9 ?thang|chin thang|9m)()"), lambda _: "9M"),
    (re.compile(r"(?:ca|y)()"), lambda _: "Y"),
)
"""What is left of the words of a period without its year -> the kind of the period."""


def meant_period(written: str) -> str | None:
    """The code of the period that the words surely mean, or None; to suggest, never to decide."""
    words = strip_marks(fold(written))
    years = _YEAR.findall(words)
    if len(years) != 1:
        return None
    said = re.findall(r"[^\W_]+", words.replace(years[0], " "))
    left = " ".join(word for word in said if word not in _FILLING)
    if not left:
        return f"{years[0]}-Y" if "nam" in said and "dau" not in said else None
    kinds = (make(found[1]) for pattern, make in _KINDS if (found := pattern.fullmatch(left)))
    kind = next(kinds, None)
    return f"{years[0]}-{kind}" if kind else None
