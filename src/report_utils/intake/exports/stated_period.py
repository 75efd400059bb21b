"""The period that the titles of an export state, held against that of the report. Unclear words say nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from report_utils.agency.period import Period, Window
from report_utils.agency.reporting import Reporting
from report_utils.vietnamese.dates import format_date, parse_date
from report_utils.vietnamese.letters import roman
from report_utils.vietnamese.text import fold

Days = tuple[dt.date | None, dt.date | None]
"""First and last day, as far as they are stated."""

_DAY = r"(?:hết )?(?:ngày )?(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4})"
_RANGE = re.compile(rf"(?:từ )?{_DAY} ?(?:đến|tới|-) ?{_DAY}")
_START, _END = re.compile(rf"\btừ {_DAY}"), re.compile(rf"\bđến {_DAY}")
_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b|:")
_SPAN = re.compile(rf"\b(?:{fold('quý')} (?P<quarter>iv|iii|ii|i|[1-4])|0?(?P<months>[69]) tháng"
                   r"(?: đầu năm| năm(?= 20)))\b(?:(?: năm| ?[/-])? ?(?P<year>20\d\d))?")
_OTHER_TIMES = re.compile(fold("so với|cùng kỳ|kỳ trước|lũy kế|kế hoạch"))
_MOST_CELLS_OF_A_TITLE = 2
_QUARTERS = {name: f"Q{n}" for n in range(1, 5) for name in (str(n), roman(n).lower())}


def contradiction(reporting: Reporting, rows: Iterable[Sequence[object]], *, may_be_longer: bool) -> tuple[str, str]:
    """What the titles state and what they should, in words; two empty texts when nothing contradicts.

    `may_be_longer`: a list of cases may reach further on both sides; a summary must be of the very days.
    """
    listed = list(rows)
    window, days = reporting.window, stated_days(listed)
    if not _agrees(days, window, may_be_longer=may_be_longer):
        return _in_words(days), _in_words((window.start, window.cutoff))
    period = stated_period(listed, reporting.period.year)
    if period is None or period == reporting.period or (may_be_longer and _holds(reporting, period)):
        return "", ""
    return period.title, reporting.period.title


def stated_days(rows: Iterable[Sequence[object]]) -> Days:
    """The first and last day that the titles name; None for one that they do not name."""
    for row in rows:
        text = fold(_TIME.sub(" ", " ".join(_texts(row))))
        if found := _RANGE.search(text):
            return parse_date(found[1]), parse_date(found[2])
        start, end = _START.search(text), _END.search(text)
        if start or end:
            return parse_date(start[1]) if start else None, parse_date(end[1]) if end else None
    return None, None


def stated_period(rows: Iterable[Sequence[object]], year: int) -> Period | None:
    """The one period that the titles name ("Quý III/2024", "6 tháng đầu năm"), of `year` where they name no year."""
    found = {
        Period(int(span["year"] or year), _QUARTERS[span["quarter"]] if span["quarter"] else
               {"6": "H1", "9": "9M"}[span["months"]])
        for row in rows for texts in [list(_texts(row))] if len(texts) <= _MOST_CELLS_OF_A_TITLE
        for text in map(fold, texts) if not _OTHER_TIMES.search(text)
        for span in _SPAN.finditer(text)
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _texts(row: Sequence[object]) -> Iterator[str]:
    """What the filled cells of a row say, days written out."""
    for value in row:
        text = format_date(value) if isinstance(value, dt.date) else str(value).strip()
        if text:
            yield text


def _agrees(days: Days, window: Window, *, may_be_longer: bool) -> bool:
    start, end = days[0] or window.start, days[1] or window.cutoff
    return (start <= window.start and end >= window.cutoff) if may_be_longer else (start, end) == (
        window.start, window.cutoff)


def _holds(reporting: Reporting, period: Period) -> bool:
    """Whether the data of the report lie in those of `period`."""
    calendar, own = reporting.agency.profile.calendar, reporting.window
    if period.kind not in calendar.kinds:
        return False
    window = calendar.window(period)
    return window.start <= own.start and own.end <= window.end


def _in_words(days: Days) -> str:
    words = ("từ ngày", "đến ngày")
    return " ".join(f"{word} {format_date(day)}" for word, day in zip(words, days, strict=True) if day)
