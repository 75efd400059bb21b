"""The manifest: what went into a report and what came out, by SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from report_utils import __version__
from report_utils.agency.reporting import Reporting
from report_utils.intake.file_names import shown_name
from report_utils.intake.submission import submission_files
from report_utils.run.outcome import load_other_outcomes, load_outcome
from report_utils.storage.files import save

NAME = "manifest.json"
_LIBRARIES = ("jinja2", "markdown-it-py", "matplotlib", "nbformat", "openpyxl", "pandas", "papermill", "pyarrow",
              "pydantic", "python-calamine")
"""Libraries whose version can change the bytes of a result."""


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build_manifest(reporting: Reporting, notebooks: Iterable[Path], output: Path) -> dict[str, Any]:
    """Inputs, code and outputs of a run; nothing of the clock, the machine or the user."""
    return {
        "agency": reporting.agency.code,
        "period": str(reporting.period),
        "version": __version__,
        "libraries": {name: version(name) for name in _LIBRARIES},
        "inputs": _inputs(reporting),
        "notebooks": _digests({path.name: path for path in notebooks}),
        "outputs": _digests({p.relative_to(output).as_posix(): p for p in output.rglob("*")
                             if p.is_file() and p.name != NAME}),
    }


def _inputs(reporting: Reporting) -> dict[str, str]:
    """The digests of all submissions and settings that go into a report, by path."""
    workspace, agency = reporting.workspace, reporting.agency.code
    earlier = [place for period in reporting.earlier(reporting.was_sent) for place in reporting.sent_to(period)]
    raw = [path for code, period in ((agency, reporting.period), *earlier)
           for path in submission_files(workspace.raw(code, str(period)))]
    params = [path for code in dict.fromkeys((agency, *(code for code, _ in earlier)))
              for path in workspace.params(code).rglob("*") if path.is_file()]
    return _digests({f"{workspace.shown(path.parent)}/{shown_name(path)}": path for path in (*raw, *params)})


def changed_inputs(reporting: Reporting, folder: Path) -> list[str] | None:
    """Submissions and settings that are not as in the manifest of `folder`; None where there is no manifest."""
    try:
        before = json.loads((folder / NAME).read_text(encoding="utf-8"))["inputs"]
    except (OSError, ValueError, KeyError):
        return None
    now = _inputs(reporting)
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))


def save_manifest(manifest: Mapping[str, Any], folder: Path) -> None:
    """Write the manifest, last of all files of a run."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    save(folder / NAME, text + "\n")


def edited_files(folder: Path) -> list[Path]:
    """Word files in `folder` that a person added or changed since a run or a notebook wrote them."""
    written = set(_written(folder))
    return sorted(path for path in folder.glob("*.docx")
                  if not path.name.startswith("~$") and (path.name, digest(path)) not in written)


def added_files(folder: Path) -> list[Path]:
    """All other files below `folder` that no run wrote, such as a signed PDF."""
    written = {NAME, *(name for name, _ in _written(folder))}
    return sorted(path for path in folder.rglob("*")
                  if path.is_file() and not path.name.startswith("~$")
                  and path.relative_to(folder).as_posix() not in written)


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    """Names (below the folder) and digests of what the last run, and the last notebook since then, wrote."""
    with suppress(OSError, ValueError, KeyError):
        yield from json.loads((folder / NAME).read_text(encoding="utf-8"))["outputs"].items()
    for load in (lambda: [load_outcome(folder)], lambda: load_other_outcomes(folder).values()):
        with suppress(OSError, ValueError, KeyError, TypeError):
            for outcome in load():
                yield outcome.word, outcome.sha256
                yield outcome.summary, outcome.summary_sha256


def free_name(name: str, taken: Collection[str]) -> str:
    """`name`, or a name beside it when a person's edited file has it."""
    stem, kind = Path(name).stem, Path(name).suffix
    candidates = (name, *(f"{stem} (bản mới{n}){kind}" for n in ("", *(f" {i}" for i in range(2, 100)))))
    return next(candidate for candidate in candidates if candidate not in taken)


def _digests(files: Mapping[str, Path]) -> dict[str, str]:
    return {name: _digest_or_reason(files[name]) for name in sorted(files)}


def _digest_or_reason(path: Path) -> str:
    """A submission that cannot be read has its finding; it does not keep a report from being written."""
    try:
        return digest(path)
    except OSError:
        return "không đọc được"
