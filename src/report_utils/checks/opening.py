"""What a unit's closing figures of one period fill in beforehand in its form of the next."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.agency.agency import Reporting
from report_utils.checks.closing import Closing, closing_of
from report_utils.forms.asked import CarriedRow, CarriedRows
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset


def carried_rows(reporting: Reporting, previous: Dataset) -> dict[str, CarriedRows]:
    """By unit code: a row of the table of dossiers for each field reported before, with what was left pending.

    Of a merged unit these are the fields and sums of its predecessors. Fields stand in the order of the catalogue. A
    number that is not known stays blank, for the unit to type; a row whose field could not be read is left out.
    """
    closing, fields = closing_of(reporting, previous), reporting.agency.catalogues.fields
    return {
        unit.code: {DOSSIERS.code: rows}
        for unit in reporting.agency.units if (rows := _dossiers(unit.code, fields, closing))
    }


def _dossiers(unit: str, fields: Sequence[str], closing: Closing) -> list[CarriedRow]:
    return [
        {"field": field, "carried_over": closing.pending[unit, field]}
        for field in fields if (unit, field) in closing.pending
    ]
