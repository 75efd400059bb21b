"""The tables that units fill in, in the order of the sheets of a workbook."""

from __future__ import annotations

from report_utils.forms.table import Table
from report_utils.forms.tables.explanations import EXPLANATIONS
from report_utils.forms.tables.money import FINANCE_LINES, INDICATORS, NARRATIVES, PROJECTS
from report_utils.forms.tables.people import APPOINTMENTS, STAFFING, TRAINING_CLASSES
from report_utils.forms.tables.procedures import DOSSIERS, PROCEDURE_DECISIONS, PROCEDURES
from report_utils.forms.tables.steering import ASSIGNED_TASKS, DOCUMENTS, OPEN_DATA, PLAN_TASKS

TABLES: dict[str, Table] = {
    table.code: table
    for table in (
        DOSSIERS,
        PROCEDURES,
        PROCEDURE_DECISIONS,
        PLAN_TASKS,
        ASSIGNED_TASKS,
        DOCUMENTS,
        STAFFING,
        APPOINTMENTS,
        TRAINING_CLASSES,
        FINANCE_LINES,
        PROJECTS,
        OPEN_DATA,
        INDICATORS,
        NARRATIVES,
        EXPLANATIONS,
    )
}
"""Every table by its code."""
