"""The command `baocao`."""

from report_utils.cli import agency_commands, batch_commands, file_commands, report_commands, unit_commands
from report_utils.cli.entry import main

__all__ = ["agency_commands", "batch_commands", "file_commands", "main", "report_commands", "unit_commands"]
