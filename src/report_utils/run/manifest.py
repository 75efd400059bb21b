"""The manifest: what went into a report and what came out, by SHA-256."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting
from report_utils.run.digests import digest, digests, digests_below
from report_utils.run.folders import Folders
from report_utils.run.inputs import seen, surroundings
from report_utils.run.notebook_files import notebook_files
from report_utils.run.outcome import load_other_outcomes, load_outcome
from report_utils.storage.files import save

NAME = "manifest.json"
_CHANGED = "đã thay đổi trong khi chạy"
"""Stands for the digest of what changed while a run went on: nothing is equal to it, so the next run runs."""


def build_manifest(reporting: Reporting, notebooks: Iterable[Path], output: Path) -> dict[str, Any]:
    """Inputs, code and outputs of a run; nothing of the clock, the machine or the user."""
    return {**what_goes_in(reporting, notebooks), "outputs": digests_below(output, NAME)}


def what_goes_in(reporting: Reporting, notebooks: Iterable[Path]) -> dict[str, Any]:
    """Everything that the results of a run depend on, as it is now."""
    agency, period = reporting.agency.code, str(reporting.period)
    root, shown = reporting.workspace.root, reporting.workspace.shown
    return {
        "agency": agency,
        "period": period,
        **surroundings(),
        "parameters": {"agency": agency, "period": period},
        **seen(root, map(shown, _read_folders(reporting)), map(shown, _asked_folders(reporting))),
        "notebooks": digests({path.name: path for path in notebooks}),
        "notebooks_there": [path.name for path in notebook_files(root)],
    }


def what_came_out(begun: Mapping[str, Any], ended: Mapping[str, Any], written: Folders, ending: Mapping[str, Any],
                  kept: Iterable[str]) -> dict[str, Any]:
    """The manifest of a run that found `begun` before it and `ended` after it, and wrote into `written`.

    `ending` is how it ended, for one that has nothing to do, and `kept` the Word files of a person in whose presence
    it named its own.
    """
    return {**{key: _steady(begun[key], ended[key]) for key in begun}, "kept": sorted(kept), "ending": dict(ending),
            "processed": digests_below(written.processed), "outputs": digests_below(written.reports, NAME)}


def _steady(begun: Any, ended: Any) -> Any:
    """What was the same before and after; `_CHANGED` in the place of what was not."""
    if isinstance(begun, dict):
        names = sorted({*begun, *ended})
        return {name: begun[name] if begun.get(name, _CHANGED) == ended.get(name) else _CHANGED for name in names}
    return begun if begun == ended else _CHANGED


def _read_folders(reporting: Reporting) -> set[Path]:
    """The folders that a run reads: the submissions of the period and of the earlier ones it needs, and settings."""
    workspace, own = reporting.workspace, reporting.agency.code
    earlier = [place for period in reporting.earlier(reporting.was_sent) for place in reporting.sent_to(period)]
    agencies = {own, *(each.agency for each in reporting.agency.profile.predecessors)}
    return {*(workspace.raw(code, str(period)) for code, period in ((own, reporting.period), *earlier)),
            *(workspace.root / "params" / code for code in agencies)}  # fmt: skip


def _asked_folders(reporting: Reporting) -> set[Path]:
    """The folders of which a run asks whether they are there, to know which periods it can read.

    Which they are depends on settings and on these answers alone: so they are the same while those are.
    """
    workspace, own = reporting.workspace, reporting.agency.code
    asked: set[Path] = set()

    def was_sent(period: Period) -> bool:
        places = [(own, period)]
        if not workspace.raw(own, str(period)).is_dir():
            places += reporting.places_before(period)
        asked.update(workspace.raw(code, str(theirs)) for code, theirs in places)
        return reporting.was_sent(period)

    reporting.earlier(was_sent)
    return asked


def changed_inputs(reporting: Reporting, folder: Path) -> list[str] | None:
    """Submissions and settings that are not as in the manifest of `folder`; None where there is no manifest."""
    try:
        before = json.loads((folder / NAME).read_text(encoding="utf-8"))["inputs"]
    except (OSError, ValueError, KeyError):
        return None
    workspace = reporting.workspace
    now = seen(workspace.root, map(workspace.shown, _read_folders(reporting)))["inputs"]
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
