"""What a unit's closing figures of one period fill in beforehand in its form of the next."""

from __future__ import annotations

from report_utils.agency.agency import Agency
from report_utils.agency.units import Unit
from report_utils.checks.continuity import pending_by_field
from report_utils.forms.asked import CarriedRow, CarriedRows
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset


def carried_rows(agency: Agency, previous: Dataset) -> dict[str, CarriedRows]:
    """By unit code: a row of the table of dossiers for each field the unit reported, with what was left pending.

    Fields stand in the order of the catalogue. A number that could not be read stays blank, for the unit to type;
    a row whose field could not be read is left out.
    """
    closing = pending_by_field(previous)
    return {
        unit.code: {DOSSIERS.code: rows}
        for unit in agency.units if (rows := _dossiers(agency, unit, closing))
    }


def _dossiers(agency: Agency, unit: Unit, closing: dict[tuple[str, str], int | None]) -> list[CarriedRow]:
    return [
        {"field": field, "carried_over": closing[unit.code, field]}
        for field in agency.catalogues.fields if (unit.code, field) in closing
    ]
