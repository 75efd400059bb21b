"""Whether a run would give what lies there already. Nothing heavy is imported: this comes before every run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from report_utils.agency.workspace import Workspace
from report_utils.run.digests import digests
from report_utils.run.inputs import seen, surroundings
from report_utils.run.notebook_files import notebook_files
from report_utils.run.pdf_stamp import source_of

_MANIFEST = "manifest.json"
_DIGITS = 32
"""So many digits of the digest of its Word file a PDF bears."""


@dataclass(frozen=True)
class Unchanged:
    """The last run holds: what it said, whether a document is a draft, the PDFs made from its Word files, and which
    Word files were kept because a person had edited them.
    """

    lines: tuple[str, ...]
    draft: bool
    pdfs: tuple[Path, ...] = ()
    kept: tuple[str, ...] = ()


def unchanged(workspace: Workspace, agency: str, period: str, *, final: bool = False, pdf: bool = False
              ) -> Unchanged | None:  # fmt: skip
    """The end of the last run if a run would now give the same; None where it has to be seen.

    A run is needed when an input, a setting, a notebook, the code or a library is another than in the manifest, a
    folder holds other files, a result was changed or removed, a person's Word file came or went, a `final` report is
    asked for and there is a draft, or a PDF and there is none.
    """
    reports, processed = workspace.reports(agency, period), workspace.processed(agency, period)
    try:
        manifest = json.loads((reports / _MANIFEST).read_text(encoding="utf-8"))
        ending = Unchanged(tuple(map(str, manifest["ending"]["lines"])), bool(manifest["ending"]["draft"]),
                           kept=tuple(map(str, manifest["kept"])))
        same = (not (final and ending.draft)
                and _are_there(reports, manifest["outputs"]) and _are_there(processed, manifest["processed"])
                and _word_files(reports) == {*_words_of(manifest["outputs"]), *manifest["kept"]}
                and not differing(workspace, manifest))  # fmt: skip
        if not same or not pdf:
            return ending if same else None
        made = _pdfs(reports, manifest["outputs"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # none, or cut short, or of an older version
        return None
    return replace(ending, pdfs=made) if made else None


def differing(workspace: Workspace, manifest: Mapping[str, Any]) -> list[str]:
    """What a run would now find otherwise than the manifest says: names of inputs, notebooks, libraries, in order."""
    there = notebook_files(workspace.root)
    now = {**surroundings(), **seen(workspace.root, manifest["watched"], manifest["asked"]),
           "notebooks": digests({path.name: path for path in there if path.name in manifest["notebooks"]}),
           "notebooks_there": [path.name for path in there]}  # fmt: skip
    return [name for key, found in now.items() for name in _differences(key, manifest[key], found)]


def _differences(key: str, before: Any, now: Any) -> list[str]:
    if before == now:
        return []
    if not isinstance(now, dict):
        return [key]
    both = {name for name in before if name in now and before[name] == now[name]}
    return sorted({*before, *now} - both)


def _are_there(folder: Path, expected: Mapping[str, str]) -> bool:
    return digests({name: folder / name for name in expected}) == expected


def _word_files(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.docx") if not path.name.startswith("~$")}


def _words_of(outputs: Mapping[str, str]) -> dict[str, str]:
    """The Word files among the results, with their digests."""
    return {name: found for name, found in outputs.items() if name.endswith(".docx") and "/" not in name}


def _pdfs(folder: Path, outputs: Mapping[str, str]) -> tuple[Path, ...]:
    """The PDFs made from the Word files; none unless there is one of each."""
    sources = {path: source_of(path.read_bytes()) for path in sorted(folder.glob("*.pdf"))}
    wanted = {found[:_DIGITS] for found in _words_of(outputs).values()}
    return tuple(path for path, source in sources.items() if source in wanted) if wanted <= {*sources.values()} else ()
