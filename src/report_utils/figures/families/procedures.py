"""Procedures in force and the decisions that publish them."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.figures.figure import Figure
from report_utils.figures.registry import family
from report_utils.figures.source import Selection, Source

_COLUMNS = ("total", "full_online", "partial_online", "not_online", "suspended")


@family
def procedure_figures(source: Source) -> Iterator[Figure]:
    """The tree of procedures: all, by place, by level of online service; `receiving` leaves out the suspended."""
    yield from _columns("procedures", "toàn ngành", source.select("procedures"))
    for place in source.agency.catalogues.procedure_places:
        yield from _columns(f"procedures.{place.code}", place.name, source.select("procedures", keys=(place.place,)))


def _columns(prefix: str, words: str, rows: Selection) -> Iterator[Figure]:
    for column in _COLUMNS:
        title = rows.table.column(column).title
        yield Figure(f"{prefix}.{column}", rows.total(column), f"Cột «{title}»: {words}", "TTHC",
                     name=f"{rows.table.called(column)}: {words}")
    yield Figure(f"{prefix}.receiving", rows.total("total") - rows.total("suspended"),
                 f"Tổng số trừ số đang tạm ngưng: {words}", "TTHC",
                 name=f"{rows.table.sheet} – Tổng số trừ số đang tạm ngưng: {words}")


@family
def decision_figures(source: Source) -> Iterator[Figure]:
    """Decisions of the period and the procedures they publish."""
    rows = source.select("procedure_decisions")
    yield Figure("procedure_decisions.count", rows.count("symbol"), "Số quyết định công bố TTHC", "Quyết định",
                 flow=True)
    for column in ("new", "amended", "abolished"):
        title = rows.table.column(column).title
        yield Figure(f"procedure_decisions.{column}", rows.total(column), f"Tổng cột «{title}»", "TTHC", flow=True,
                     name=rows.table.called(column))
