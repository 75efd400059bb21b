"""Progress of the open-data plan at the cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from report_utils.agency.catalogues import OpenDataSet
from report_utils.figures.figure import Display, Figure
from report_utils.figures.registry import family
from report_utils.figures.source import Record, Source
from report_utils.forms.tables.steering import OPEN_DATA_STATES

PUBLISHED, NOT_PUBLISHED, WITHHELD = OPEN_DATA_STATES


def progress(dataset: OpenDataSet, record: Record, cutoff: dt.date) -> str:
    """The class of a data set at `cutoff`: "on_time", "late", "not_due", "overdue" or "withheld".

    A data set is due when its day has come, the cut-off included.
    """
    if record["state"] == WITHHELD:
        return "withheld"
    if record["state"] == PUBLISHED:
        published = record["published_on"]
        return "late" if published and published > dataset.due else "on_time"
    return "overdue" if dataset.due <= cutoff else "not_due"


@family
def open_data_figures(source: Source) -> Iterator[Figure]:
    """Data sets planned, due, published, overdue, not due, withheld; what falls due before the next cut-off."""
    cutoff = source.reporting.window.cutoff
    catalogue = {entry.dataset: entry for entry in source.agency.catalogues.open_data}
    rows = source.select("open_data")

    def of_class(*classes: str) -> Iterator[Record]:
        return (r for r in rows.records if progress(catalogue[r["dataset"]], r, cutoff) in classes)

    def counted(*classes: str) -> set[str]:
        return {record["dataset"] for record in of_class(*classes)}

    everything = rows.count("state")
    sets = {
        "published": (counted("on_time", "late"), "Số tập đã công bố"),
        "published_on_time": (counted("on_time"), "Số tập công bố đúng hạn"),
        "overdue": (counted("overdue"), "Số tập quá hạn chưa công bố"),
        "not_due": (counted("not_due"), "Số tập chưa đến hạn"),
        "withheld": (counted("withheld"), "Số tập tạm dừng vì dữ liệu cá nhân"),
        "due": ({e.dataset for e in catalogue.values() if e.due <= cutoff}, "Số tập đến hạn tại thời điểm chốt"),
        "due_next": ({e.dataset for e in catalogue.values() if cutoff < e.due <= year_end(cutoff)},
                     "Số tập đến hạn từ sau thời điểm chốt đến hết năm"),
    }
    yield Figure("open_data.total", everything, "Số tập dữ liệu của kế hoạch", "tập dữ liệu")
    for name, (members, rule) in sets.items():

        def is_member(record: Record, members: set[str] = members) -> bool:
            return record["dataset"] in members

        quantity = rows.count("state", is_member)
        yield Figure(f"open_data.{name}", quantity, rule, "tập dữ liệu")
        if name == "published":
            yield Figure("open_data.published_rate", quantity.percent_of(everything), "Đã công bố / kế hoạch", "%",
                         Display.PERCENT, 1)


def year_end(day: dt.date) -> dt.date:
    """The last day of the calendar year of `day`."""
    return dt.date(day.year, 12, 31)
