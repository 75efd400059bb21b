"""The command is interrupted before it has begun."""

from __future__ import annotations

import subprocess
import sys

STOPPED_WHILE_LOADING = """
import sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from report_utils.__main__ import main
main()
"""


def test_an_interruption_while_the_command_is_loaded_has_the_status_of_any_other_and_no_traceback() -> None:
    ended = subprocess.run([sys.executable, "-c", STOPPED_WHILE_LOADING], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "")
