"""matplotlib takes half a second to import: whoever draws nothing does not wait for it."""

import subprocess
import sys

CODE = """
import sys
import report_utils.cli.unit_commands, report_utils.run.desk, report_utils.run.views
print("matplotlib" in sys.modules, end=" ")
import report_utils.figures.drawing
print("matplotlib" in sys.modules)
"""


def test_the_desk_and_its_views_come_without_matplotlib() -> None:
    told = subprocess.run([sys.executable, "-c", CODE], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout == "False True\n"
