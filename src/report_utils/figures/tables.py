"""Tables of the report: what a row may hold, and the register of functions that make tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from report_utils.agency.agency import Agency
from report_utils.agency.plans import Plan
from report_utils.agency.settings import nearest
from report_utils.errors import UnknownNameError
from report_utils.figures.figure import Figure
from report_utils.figures.plans.missing import missing_plan
from report_utils.figures.source import Source


@dataclass(frozen=True)
class Absent:
    """A cell whose text the units have not sent; `units` are their names."""

    units: tuple[str, ...]


Cell = str | Figure | Absent
Figures = Mapping[str, Figure]


@dataclass(frozen=True)
class ReportColumn:
    """`heading` is the path of headings; `share` the part of the width; `align` is "left", "center" or "right"."""

    heading: tuple[str, ...]
    share: float
    align: str = "left"


@dataclass(frozen=True)
class ReportTable:
    """A table of the report. `numbers` is the row of column numbers, `absent` the units whose rows are missing.

    A row with fewer cells than columns is a heading of the rows below it.

    `wide` asks for a landscape page; `description` says in words what the table shows. A table with a `caption`, which
    the template gives, is numbered.
    """

    code: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    numbers: tuple[str, ...] = ()
    description: str = ""
    wide: bool = False
    absent: tuple[str, ...] = ()
    caption: str = ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the cells, row by row."""
        return tuple(cell for row in (*self.rows, self.total) for cell in row if isinstance(cell, Figure))


@dataclass(frozen=True)
class Listing:
    """A list of the report: each line made of words and figures; `absent` are the units whose lines are missing."""

    code: str
    lines: tuple[tuple[Cell, ...], ...]
    absent: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(cell for line in self.lines for cell in line if isinstance(cell, Figure))


@dataclass(frozen=True)
class Material:
    """What a table or list is made of: the rows of the units, and the figures computed from them."""

    source: Source
    figures: Figures


TableMaker = Callable[[Material], ReportTable]
PlanTableMaker = Callable[[Material, Plan], ReportTable]
ListingMaker = Callable[[Material], Listing]

TABLE_MAKERS: dict[str, TableMaker] = {}
PLAN_TABLE_MAKERS: dict[str, PlanTableMaker] = {}
"""Tables that every plan has: their codes end in that of the plan, "plan_by_lead.cchc"."""
LISTING_MAKERS: dict[str, ListingMaker] = {}


def report_table(code: str) -> Callable[[TableMaker], TableMaker]:
    """Register a function that makes the table `code`."""

    def register(maker: TableMaker) -> TableMaker:
        TABLE_MAKERS[code] = maker
        return maker

    return register


def plan_table(code: str) -> Callable[[PlanTableMaker], PlanTableMaker]:
    """Register a function that makes the table `code` of any plan."""

    def register(maker: PlanTableMaker) -> PlanTableMaker:
        PLAN_TABLE_MAKERS[code] = maker
        return maker

    return register


def listing(code: str) -> Callable[[ListingMaker], ListingMaker]:
    """Register a function that makes the list `code`."""

    def register(maker: ListingMaker) -> ListingMaker:
        LISTING_MAKERS[code] = maker
        return maker

    return register


def table_codes(agency: Agency) -> tuple[str, ...]:
    """The codes of all tables of an agency: those of each of its plans included."""
    plans = agency.catalogues.plans
    return (*TABLE_MAKERS, *(f"{code}.{plan.code}" for plan in plans for code in PLAN_TABLE_MAKERS))


def make_table(code: str, material: Material) -> ReportTable:
    """The table of that code. Raises UnknownNameError."""
    if code in TABLE_MAKERS:
        return TABLE_MAKERS[code](material)
    agency = material.source.agency
    name, _, plan_code = code.partition(".")
    plan = next((plan for plan in agency.catalogues.plans if plan.code == plan_code), None)
    lacking = missing_plan(agency, plan_code)
    if name in PLAN_TABLE_MAKERS and lacking:
        return ReportTable(code, (), (), absent=(lacking,))
    if name not in PLAN_TABLE_MAKERS or plan is None:
        raise UnknownNameError("bảng", code, nearest(code, table_codes(agency)))
    return PLAN_TABLE_MAKERS[name](material, plan)


def make_listing(code: str, material: Material) -> Listing:
    """The list of that code. Raises UnknownNameError."""
    if code not in LISTING_MAKERS:
        raise UnknownNameError("danh sách", code, nearest(code, LISTING_MAKERS))
    return LISTING_MAKERS[code](material)
