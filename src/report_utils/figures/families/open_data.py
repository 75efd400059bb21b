"""Progress of the open-data plan at the cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from report_utils.figures.answers import counted
from report_utils.figures.figure import Figure, rate
from report_utils.figures.open_data.lines import FORMATS, UPDATES, Line, lines_of
from report_utils.figures.open_data.targets import Share, share_of
from report_utils.figures.registry import family
from report_utils.figures.source import Source

Keep = Callable[[Line], bool]

_COUNTS: dict[str, tuple[Keep, str]] = {
    "published": (lambda line: line.progress.in_public, "Số tập đã công bố"),
    "published_on_time": (lambda line: line.progress.state == "on_time", "Số tập công bố đúng hạn"),
    "published_late": (lambda line: line.progress.state == "late", "Số tập công bố trễ hạn"),
    "overdue": (lambda line: line.progress.state == "overdue", "Số tập quá hạn chưa công bố"),
    "not_due": (lambda line: line.progress.state == "not_due", "Số tập chưa đến hạn"),
    "undated": (lambda line: line.progress.state == "undated", "Số tập chưa công bố, kế hoạch không nêu hạn"),
    "withheld": (lambda line: line.progress.state == "withheld", "Số tập tạm dừng vì dữ liệu cá nhân"),
    "stale": (lambda line: line.progress.stale, "Số tập đã công bố, đến kỳ cập nhật chưa cập nhật"),
    "machine_readable": (lambda line: line.progress.machine_readable, "Số tập công bố ở định dạng máy đọc được"),
    "open_format": (lambda line: line.progress.stars >= 3, "Số tập công bố ở định dạng mở (từ 3 sao)"),
}
"""Counts of data sets: which are kept, and the rule in words."""

_LOOK_AT = {"stale": UPDATES, "machine_readable": FORMATS, "open_format": FORMATS}
"""The columns that a count looks at besides those that tell of every data set."""


@family
def open_data_figures(source: Source) -> Iterator[Figure]:
    """Data sets planned, due, published, overdue, not due, withheld; what falls due before the next cut-off."""
    lines, cutoff = lines_of(source), source.reporting.window.cutoff
    yield _count("total", lines, None, "Số tập dữ liệu của kế hoạch")
    for name, (keep, rule) in _COUNTS.items():
        yield _count(name, lines, keep, rule)
    yield _count("due", lines, lambda line: _falls_due(line, dt.date.min, cutoff),
                 "Số tập đến hạn tại thời điểm chốt")
    yield _count("due_next", lines, lambda line: _falls_due(line, cutoff, year_end(cutoff)),
                 "Số tập đến hạn từ sau thời điểm chốt đến hết năm")


@family
def open_data_shares(source: Source) -> Iterator[Figure]:
    """Sets published of those planned; owners that take part, and that keep a set up to date."""
    lines = lines_of(source)
    published, taking_part, maintaining = (share_of(name, lines) for name in ("published", "taking_part",
                                                                              "maintaining"))
    yield _share("published_rate", published, "Đã công bố / kế hoạch")
    yield Figure("open_data.owners", taking_part.whole, "Số cơ quan, đơn vị chủ trì tập dữ liệu", "đơn vị")
    yield Figure("open_data.taking_part", taking_part.part, "Số đơn vị chủ trì đã công bố ít nhất một tập", "đơn vị")
    yield _share("taking_part_rate", taking_part, "Đơn vị đã công bố / đơn vị chủ trì")
    yield Figure("open_data.maintaining", maintaining.part,
                 "Số đơn vị chủ trì có ít nhất một tập đã công bố và còn trong kỳ cập nhật", "đơn vị")
    yield _share("maintaining_rate", maintaining, "Đơn vị duy trì cung cấp / đơn vị chủ trì")


def _count(name: str, lines: Sequence[Line], keep: Keep | None, rule: str) -> Figure:
    return Figure(f"open_data.{name}", counted(lines, keep, _LOOK_AT.get(name, ())), rule, "tập dữ liệu")


def _share(name: str, share: Share, rule: str) -> Figure:
    return rate(f"open_data.{name}", share.part, share.whole, rule, 1)


def _falls_due(line: Line, after: dt.date, until: dt.date) -> bool:
    return line.entry.due is not None and after < line.entry.due <= until


def year_end(day: dt.date) -> dt.date:
    """The last day of the calendar year of `day`."""
    return dt.date(day.year, 12, 31)
