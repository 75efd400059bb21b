"""The command `baocao`."""

from report_utils.cli import batch_commands, file_commands, first_commands, report_commands, unit_commands
from report_utils.cli.entry import main

__all__ = ["batch_commands", "file_commands", "first_commands", "main", "report_commands", "unit_commands"]
