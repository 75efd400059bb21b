"""The command `baocao`."""

from report_utils.cli import file_commands, report_commands, unit_commands
from report_utils.cli.entry import main

__all__ = ["file_commands", "main", "report_commands", "unit_commands"]
