"""Results of each unit beside those of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from report_utils.agency.units import Unit, Units
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.registry import family
from report_utils.figures.source import Source
from report_utils.figures.tables import Material, ReportColumn, ReportTable, report_table
from report_utils.forms.asked import suppliers_of
from report_utils.forms.tables.procedures import DOSSIERS

BY_UNIT = "dossiers.by_unit."
"""What the code of a figure of one unit begins with; the code of the unit follows."""


@dataclass(frozen=True)
class UnitResults:
    """Dossiers that a unit resolved, those resolved before or on time, and their share."""

    unit: Unit
    resolved: Figure
    in_time: Figure
    rate: Figure


    @property
    def figures(self) -> tuple[Figure, ...]:
        return (self.resolved, self.in_time, self.rate)


@family
def unit_figures(source: Source) -> Iterator[Figure]:
    """The results of each unit in figures of its own."""
    for one in unit_results(source):
        yield from one.figures


def results_of_heirs(source: Source, units: Units) -> dict[str, Figure]:
    """The results in the period of `source` as figures of the later `units` that have taken over others.

    They are those of the predecessors together, unknown where one of them has sent nothing.
    """
    before = units.by_heir(suppliers_of(source.agency, DOSSIERS))
    results = (_results(source, units[heir], codes) for heir, codes in before.items() if codes != [heir])
    return {figure.code: figure for one in results for figure in one.figures}


def unit_results(source: Source) -> list[UnitResults]:
    """The results of each unit that handles dossiers, in the order of units.csv, without those that resolved none
    or are left out this period.

    Raises TableNotAskedError.
    """
    source.select(DOSSIERS.code)
    results = (_results(source, unit, (unit.code,)) for unit in suppliers_of(source.agency, DOSSIERS)
               if not source.leaves_out(DOSSIERS.code, (unit.code,)))
    return [one for one in results if not one.resolved.quantity.known or one.resolved.quantity.value]


def _results(source: Source, unit: Unit, codes: Collection[str]) -> UnitResults:
    """What the units of these codes resolved together, as figures of `unit`."""
    rows, prefix = source.select("dossiers", units=codes), f"{BY_UNIT}{unit.code}"
    resolved, in_time = rows.total("resolved"), rows.total("early") + rows.total("on_time")
    return UnitResults(
        unit,
        Figure(f"{prefix}.resolved", resolved, f"Hồ sơ đã giải quyết: {unit.name}", "hồ sơ", Display.TABLE,
               flow=True),
        Figure(f"{prefix}.in_time", in_time, f"Hồ sơ giải quyết trước hạn và đúng hạn: {unit.name}", "hồ sơ",
               Display.TABLE, flow=True),
        rate(f"{prefix}.in_time_rate", in_time, resolved, f"Trước hạn và đúng hạn / đã giải quyết: {unit.name}",
             flow=True),
    )


@report_table("in_time_by_unit")
def in_time_by_unit(material: Material) -> ReportTable:
    """The results of each unit, a row each."""
    rows = tuple((str(number), one.unit.name, one.resolved, one.in_time, one.rate)
                 for number, one in enumerate(unit_results(material.source), start=1))
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn(("Đơn vị",), 6),
               ReportColumn(("Đã giải quyết",), 2, "center"), ReportColumn(("Trước hạn và đúng hạn",), 2, "center"),
               ReportColumn(("Tỷ lệ",), 2, "center"))
    return ReportTable("in_time_by_unit", columns, rows,
                       description="Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn của từng đơn vị")
