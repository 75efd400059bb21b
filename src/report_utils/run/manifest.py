"""The manifest: what went into a report and what came out, by SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from report_utils import __version__
from report_utils.agency.agency import Reporting
from report_utils.intake.submission import submission_files

NAME = "manifest.json"
_LIBRARIES = ("jinja2", "markdown-it-py", "matplotlib", "nbformat", "openpyxl", "pandas", "papermill", "pyarrow",
              "pydantic", "python-calamine")
"""Libraries whose version can change the bytes of a result."""


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build_manifest(reporting: Reporting, notebooks: Iterable[Path], output: Path) -> dict[str, Any]:
    """Inputs, code and outputs of a run; nothing of the clock, the machine or the user."""
    workspace, agency = reporting.workspace, reporting.agency.code
    raw = [path for period in (reporting.period, reporting.previous) if period
           for path in submission_files(workspace.raw(agency, str(period)))]
    params = [path for path in workspace.params(agency).rglob("*") if path.is_file()]
    return {
        "agency": agency,
        "period": str(reporting.period),
        "version": __version__,
        "libraries": {name: version(name) for name in _LIBRARIES},
        "inputs": _digests({workspace.shown(path): path for path in (*raw, *params)}),
        "notebooks": _digests({path.name: path for path in notebooks}),
        "outputs": _digests({p.relative_to(output).as_posix(): p for p in output.rglob("*")
                             if p.is_file() and p.name != NAME}),
    }


def save_manifest(manifest: Mapping[str, Any], folder: Path) -> None:
    """Write the manifest, last of all files of a run."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def edited_files(folder: Path) -> list[Path]:
    """Word files in `folder` that a person added or changed since the manifest there was written."""
    try:
        outputs = json.loads((folder / NAME).read_text(encoding="utf-8"))["outputs"]
    except (OSError, ValueError, KeyError):
        outputs = {}
    return sorted(path for path in folder.glob("*.docx")
                  if not path.name.startswith("~$") and outputs.get(path.name) != digest(path))


def _digests(files: Mapping[str, Path]) -> dict[str, str]:
    return {name: digest(files[name]) for name in sorted(files)}
