"""The functions that make figures, a module a subject. Importing this package registers them."""

from report_utils.figures.families import (
    dossiers,
    indicators,
    money,
    open_data,
    people,
    procedures,
    report_tables,
    tasks,
)

__all__ = ["dossiers", "indicators", "money", "open_data", "people", "procedures", "report_tables", "tasks"]
