"""papermill without what takes a second to import and is not used."""

import subprocess
import sys

CODE = """
import sys
import report_utils.run.papermill_import
print(sorted({"rfc3987_syntax", "pyarrow", "pandas"} & set(sys.modules)))
import pandas, pyarrow.fs, rfc3987_syntax
print(pandas.Series(["a"], dtype="string[pyarrow]").dtype.storage)
"""
ENTRIES = ("logged", "pipeline", "notebooks", "verifying", "batch.running")
FORGOTTEN = ("report_utils", "papermill", "nbclient", "nbformat", "jupyter", "jsonschema", "rfc3987_syntax")
EACH = f"""
import importlib, sys
for entry in {ENTRIES}:
    for name in [name for name in sys.modules if name.startswith({FORGOTTEN})]:
        del sys.modules[name]
    importlib.import_module(f"report_utils.run.{{entry}}")
    print(entry, "papermill" in sys.modules, "rfc3987_syntax" in sys.modules)
"""


def told(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


def test_it_comes_without_them_and_they_can_be_imported_afterwards() -> None:
    assert told(CODE) == ["[]", "pyarrow"]


def test_what_runs_notebooks_comes_without_the_grammar() -> None:
    assert told(EACH) == [f"{entry} True False" for entry in ENTRIES]
