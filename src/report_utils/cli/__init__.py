"""The command `baocao`."""

from report_utils.cli import (
    adjust_commands,
    batch_commands,
    file_commands,
    first_commands,
    form_commands,
    report_commands,
    unit_commands,
)
from report_utils.cli.entry import main

__all__ = [
    "adjust_commands",
    "batch_commands",
    "file_commands",
    "first_commands",
    "form_commands",
    "main",
    "report_commands",
    "unit_commands",
]
