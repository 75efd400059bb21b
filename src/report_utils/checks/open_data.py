"""D01-D06: the open-data plan agrees with itself and with units.csv, and the answers to it can be followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from report_utils.agency.agency import Agency
from report_utils.agency.frequency import parse_frequency
from report_utils.agency.open_data import OpenDataSet
from report_utils.checks.context import Context
from report_utils.checks.plan_words import letters_of, names_units
from report_utils.findings import CellRef, Finding, finding
from report_utils.vietnamese.dates import format_date

_KIND_WORDS = "dữ liệu "
"""With these a name in a list of data sets may begin or not: «Dữ liệu số lượng thuê bao» is «Số lượng thuê bao»."""


def check_open_data_plan(context: Context) -> Iterator[Finding]:
    """Names that stand twice, and owners that the plan does not name or names otherwise. The plan is never changed."""
    reporting = context.reporting
    sets, units = reporting.agency.catalogues.open_data, reporting.agency.units
    folder = reporting.workspace.shown(reporting.workspace.params(reporting.agency.code))
    at = CellRef(f"{folder}/open_data.csv")
    yield from _same_names(sets, at)
    for (plan_owner, owners), group in groupby(sets, key=lambda entry: (entry.plan_owner, entry.owners)):
        code = _owner_fault(plan_owner, owners, reporting.agency)
        if code:
            asked = "; ".join(units[owner].name for owner in owners)
            yield finding(code, at=at, found=plan_owner, expected=asked, numbers=_numbers(list(group)))


def check_open_data_answers(context: Context) -> Iterator[Finding]:
    """A frequency can be understood, and data is not updated before it was published."""
    for record in context.dataset.records("open_data"):
        row = record["name"] or record["dataset"]
        if record["frequency"] and parse_frequency(record["frequency"]) is None:
            yield finding("D05", unit=context.unit_name(record), at=context.dataset.ref(record, "frequency"),
                          row=row, found=record["frequency"])
        published, updated = record["published_on"], record["updated_on"]
        if published and updated and updated < published:
            yield finding("D06", unit=context.unit_name(record), at=context.dataset.ref(record, "updated_on"),
                          row=row, found=format_date(updated), expected=format_date(published))


def _same_names(sets: Sequence[OpenDataSet], at: CellRef) -> Iterator[Finding]:
    by_name: dict[str, list[OpenDataSet]] = {}
    for entry in sets:
        by_name.setdefault(letters_of(entry.name.casefold().removeprefix(_KIND_WORDS)), []).append(entry)
    for same in by_name.values():
        if len(same) > 1:
            yield finding("D01", at=at, found=same[-1].name, numbers=_numbers(same))


def _owner_fault(plan_owner: str, owners: Sequence[str], agency: Agency) -> str:
    """The code of what is wrong with an owner, "" if nothing. A plan may add words: «Phòng A, Sở Y tế»."""
    if not plan_owner:
        return "D03"
    if not names_units(plan_owner, owners, agency):
        return "D02"
    return "D04" if len(owners) > 1 else ""


def _numbers(sets: Sequence[OpenDataSet]) -> str:
    """The numbers of data sets as people list them: "101-110", "14, 19"."""
    listed = [entry.dataset for entry in sets]
    follow = all(number.isdecimal() for number in listed) and [int(n) for n in listed] == list(
        range(int(listed[0]), int(listed[0]) + len(listed)))
    return f"{listed[0]}-{listed[-1]}" if follow and len(listed) > 2 else ", ".join(listed)
