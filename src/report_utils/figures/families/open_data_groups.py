"""The open-data plan by owner, by theme and by format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from report_utils.figures.answers import counted
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.open_data.lines import FORMATS, UPDATES, Line, lines_of
from report_utils.figures.open_data.progress import MACHINE_READABLE
from report_utils.figures.source import Source
from report_utils.figures.tables import Cell, Material, ReportColumn, ReportTable, report_table
from report_utils.forms.tables.steering import OPEN_DATA_FORMATS

Keep = Callable[[Line], bool]
Groups = list[tuple[str, str, tuple[Line, ...]]]
"""Code, words and lines of each group."""

_COLUMNS: dict[str, tuple[tuple[str, ...], Keep | None]] = {
    "total": (("Tổng số",), None),
    "published": (("Đã công bố", "Tổng"), lambda line: line.progress.in_public),
    "published_late": (("Đã công bố", "Trễ hạn"), lambda line: line.progress.state == "late"),
    "stale": (("Đã công bố", "Cần cập nhật"), lambda line: line.progress.stale),
    "waiting": (("Chưa công bố", "Không quá hạn"), lambda line: line.progress.state in ("not_due", "undated")),
    "overdue": (("Chưa công bố", "Quá hạn"), lambda line: line.progress.state == "overdue"),
    "withheld": (("Tạm dừng",), lambda line: line.progress.state == "withheld"),
}
"""Counts in the tables by owner and by theme: heading, and which data sets are counted."""


def owner_groups(source: Source) -> Groups:
    """The data sets by the units in charge of them, in the order of the plan; several in charge are one group."""
    found: dict[tuple[str, ...], list[Line]] = {}
    for line in lines_of(source):
        found.setdefault(line.entry.owners, []).append(line)
    return [("_".join(owners), lines[0].owner, tuple(lines)) for owners, lines in found.items()]


def theme_groups(source: Source) -> Groups:
    """The data sets by theme, in the order of the plan; none where the plan has no themes."""
    found: dict[str, list[Line]] = {}
    for line in lines_of(source):
        if line.entry.theme:
            found.setdefault(line.entry.theme, []).append(line)
    return [(str(i), theme, tuple(lines)) for i, (theme, lines) in enumerate(found.items(), start=1)]


def published_rate(prefix: str, words: str, lines: Sequence[Line]) -> Figure:
    """The share of a group that is published."""
    return rate(f"{prefix}.published_rate", counted(lines, lambda line: line.progress.in_public), counted(lines),
                f"Đã công bố / kế hoạch: {words}", 1)


@report_table("open_data_by_owner")
def open_data_by_owner(material: Material) -> ReportTable:
    """A row for each unit, or units together, in charge of data sets."""
    groups = owner_groups(material.source)
    return _table(material, "open_data_by_owner", "Đơn vị chủ trì", "open_data.by_owner", groups)


@report_table("open_data_by_theme")
def open_data_by_theme(material: Material) -> ReportTable:
    """A row for each theme of the plan."""
    groups = theme_groups(material.source)
    return _table(material, "open_data_by_theme", "Nhóm chủ đề", "open_data.by_theme", groups)


def _table(material: Material, code: str, heading: str, prefix: str, groups: Groups) -> ReportTable:
    rows = tuple((str(i), words, *_cells(f"{prefix}.{key}", words, lines))
                 for i, (key, words, lines) in enumerate(groups, start=1))
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn((heading,), 5.5),
               *(ReportColumn(title, 1.5, "center") for title, _ in _COLUMNS.values()),
               ReportColumn(("Tỷ lệ công bố",), 1.7, "center"))
    total = ("", "Tổng cộng", *_cells(f"{prefix}.all", "Tổng cộng", lines_of(material.source))) if rows else ()
    return ReportTable(code, columns, rows, total, description=f"Tiến độ công bố dữ liệu mở theo {heading.lower()}")


def _cells(prefix: str, words: str, lines: Sequence[Line]) -> tuple[Cell, ...]:
    counts = (Figure(f"{prefix}.{name}", counted(lines, keep, UPDATES if name == "stale" else ()),
                     f"{', '.join(title)}: {words}", "tập dữ liệu", Display.TABLE,
                     name=f"Tập dữ liệu mở – {', '.join(title)}: {words}")
              for name, (title, keep) in _COLUMNS.items())
    return (*counts, published_rate(prefix, words, lines))


@report_table("open_data_by_format")
def open_data_by_format(material: Material) -> ReportTable:
    """A row for each format in which data is published."""
    lines = lines_of(material.source)
    used = [name for name in OPEN_DATA_FORMATS if any(line.progress.format == name for line in lines)]
    rows = tuple(
        (str(i), name, "x" if name in MACHINE_READABLE else "",
         *_of_format(name, name, [line for line in lines if line.progress.format == name]))
        for i, name in enumerate(used, start=1))
    total = ("", "Tổng cộng", _machine_readable_rate(lines), *_of_format("all", "bất kỳ", lines)) if rows else ()
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn(("Định dạng",), 3),
               ReportColumn(("Máy đọc được",), 2, "center"), ReportColumn(("Số tập đã công bố",), 2.5, "center"),
               ReportColumn(("Từ 3 sao trở lên",), 2.5, "center"))
    return ReportTable("open_data_by_format", columns, rows, total, description="Tập dữ liệu đã công bố theo định dạng")


def _of_format(key: str, words: str, lines: Sequence[Line]) -> tuple[Figure, Figure]:
    """The sets of `lines` that are published, and those of them with three stars or more."""

    def figure(name: str, least: int, rule: str) -> Figure:
        count = counted(lines, lambda line: line.progress.in_public and line.progress.stars >= least, FORMATS)
        return Figure(f"open_data.by_format.{key}.{name}", count, f"{rule}, định dạng {words}", "tập dữ liệu",
                      Display.TABLE)

    return figure("published", 0, "Số tập đã công bố"), figure("open_format", 3, "Số tập từ 3 sao trở lên")


def _machine_readable_rate(lines: Sequence[Line]) -> Figure:
    readable = counted(lines, lambda line: line.progress.machine_readable, FORMATS)
    public = counted(lines, lambda line: line.progress.in_public)
    return rate("open_data.by_format.all.machine_readable_rate", readable, public, "Máy đọc được / đã công bố", 1)
