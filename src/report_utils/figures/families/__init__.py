"""The functions that make figures, a module a subject. Importing this package registers them."""

from report_utils.figures.families import (
    adjustments,
    by_unit,
    dossiers,
    indicators,
    money,
    open_data,
    open_data_groups,
    open_data_tables,
    overdue,
    people,
    plan_tables,
    plans,
    procedures,
    report_tables,
    tasks,
)

__all__ = ["adjustments", "by_unit", "dossiers", "indicators", "money", "open_data", "open_data_groups",
           "open_data_tables", "overdue", "people", "plan_tables", "plans", "procedures",
           "report_tables", "tasks"]
