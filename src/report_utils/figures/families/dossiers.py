"""Dossiers of administrative procedures (Thông tư 01/2020/TT-VPCP, Biểu số 06)."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.quantity import Quantity
from report_utils.figures.registry import family
from report_utils.figures.source import Source
from report_utils.forms.asked import suppliers_of
from report_utils.forms.tables.procedures import DOSSIERS

COLUMNS = {
    "received": "received", "online": "online", "direct": "direct", "carried_over": "carried_over",
    "resolved": "resolved", "resolved.early": "early", "resolved.on_time": "on_time", "resolved.overdue": "overdue",
    "pending": "pending", "pending.in_time": "pending_in_time", "pending.overdue": "pending_overdue",
}
"""The number columns of the table: figure name -> column code, in the order of the form."""

FLOWS = ("online", "direct", "resolved", "resolved.early", "resolved.on_time", "resolved.overdue")
"""What the form counts "trong kỳ". The dossiers received in all are none: they include those carried over."""

SCOPES: dict[str, tuple[str, tuple[str, ...] | None]] = {
    "dossiers": ("toàn ngành", None),
    "dossiers.one_stop": ("tại Trung tâm Phục vụ hành chính công", ("one_stop",)),
    "dossiers.units": ("tại các đơn vị", ("office", "affiliated")),
}
"""Figure prefix -> (words, groups of units)."""


@family
def dossier_figures(source: Source) -> Iterator[Figure]:
    """The eleven number columns and the shares made of them, for the whole agency and each place that is asked."""
    asked = suppliers_of(source.agency, DOSSIERS)
    for prefix, (words, groups) in SCOPES.items():
        if groups and not any(unit.group in groups for unit in asked):
            continue  # a place that nobody speaks for has no zeros
        selection = source.select("dossiers", units=groups)
        made = {name: selection.total(column) for name, column in COLUMNS.items()}
        for name, quantity in made.items():
            title = selection.table.column(COLUMNS[name]).title
            yield Figure(f"{prefix}.{name}", quantity, f"Tổng cột «{title}» {words}", "hồ sơ", Display.TABLE,
                         flow=name in FLOWS, comes_again=name == "received",
                         name=f"{selection.table.called(COLUMNS[name])}, {words}")
        yield from _shares(prefix, words, made)


def _shares(prefix: str, words: str, made: dict[str, Quantity]) -> Iterator[Figure]:
    in_period = made["online"] + made["direct"]
    in_time = made["resolved.early"] + made["resolved.on_time"]
    yield Figure(f"{prefix}.received_in_period", in_period, f"Trực tuyến + trực tiếp và bưu chính, {words}", "hồ sơ",
                 Display.TABLE, flow=True)
    for name, part, whole, rule in (
        ("online_share", made["online"], in_period, "Trực tuyến / tiếp nhận trong kỳ"),
        ("overdue_rate", made["resolved.overdue"], made["resolved"], "Giải quyết quá hạn / đã giải quyết"),
        ("in_time_rate", in_time, made["resolved"], "Giải quyết trước hạn và đúng hạn / đã giải quyết"),
    ):
        yield rate(f"{prefix}.{name}", part, whole, f"{rule}, {words}", flow=True)
