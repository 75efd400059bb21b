"""The blank forms of a period, one for each unit that is asked for anything."""

from __future__ import annotations

from pathlib import Path

from report_utils.checks.opening import carried_rows
from report_utils.forms.asked import form_name
from report_utils.forms.data_set_form import data_set_form, form_path
from report_utils.forms.workbook import blank_form
from report_utils.intake.consolidate import expected_units
from report_utils.progress import counted
from report_utils.run.desk import Desk
from report_utils.storage.files import save


def write_forms(desk: Desk, folder: Path) -> list[Path]:
    """Write the forms into `folder`; what is known from the period before is filled in beforehand."""
    reporting, before = desk.reporting, desk.read_before()
    carried = carried_rows(reporting, before) if before is not None else {}
    written = []
    units = expected_units(reporting)
    for unit in counted("Ghi biểu mẫu", units, len(units)):
        path = folder / form_name(reporting, unit)
        save(path, blank_form(reporting, unit, carried.get(unit.code)))
        written.append(path)
    return written


def write_data_set_forms(desk: Desk, folder: Path) -> list[Path]:
    """Write the workbooks for the data sets of the open-data plan into a folder of their own in `folder`."""
    reporting = desk.reporting
    written = []
    entries = reporting.agency.catalogues.open_data
    for entry in counted("Ghi biểu mẫu dữ liệu mở", entries, len(entries)):
        path = folder / form_path(entry)
        save(path, data_set_form(reporting, entry))
        written.append(path)
    return written
