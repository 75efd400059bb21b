"""papermill without what takes a second to import and is not used."""

import subprocess
import sys

import pytest

CODE = """
import sys
import report_utils.run.papermill_import
print(sorted({"rfc3987_syntax", "pyarrow", "pandas"} & set(sys.modules)))
import pandas, pyarrow.fs, rfc3987_syntax
print(pandas.Series(["a"], dtype="string[pyarrow]").dtype.storage)
"""


def test_it_comes_without_them_and_they_can_be_imported_afterwards() -> None:
    told = subprocess.run([sys.executable, "-c", CODE], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.splitlines() == ["[]", "pyarrow"]


@pytest.mark.parametrize("module", ["logged", "pipeline", "notebooks", "verifying", "batch.running"])
def test_what_runs_notebooks_comes_without_the_grammar(module: str) -> None:
    code = f"import sys, report_utils.run.{module}; print('rfc3987_syntax' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
