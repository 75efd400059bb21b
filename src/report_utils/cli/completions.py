"""What the Tab key offers: agencies, periods, reports and figures, as the folders of the workspace name them.

Only names are looked at and few modules imported, for a person waits at the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from report_utils.errors import BaocaoError


def agencies(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The agencies that have settings, but for those that the command line names already."""
    named = context.params.get("agencies") or ()
    return _beginning(begun, (path.parent.name for path in _below(context, "params/*/agency.yaml")
                              if path.parent.name not in named))  # fmt: skip


def periods(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The periods that have submissions or settings: of the agency that is named, else of any; the last one first."""
    agency = context.params.get("agency") or "*"
    named = context.params.get("periods") or ()
    sent = (path.name for path in _below(context, f"data/raw/{agency}/*") if path.is_dir())
    set_up = (path.stem for path in _below(context, f"params/{agency}/[0-9]*.yaml"))
    return list(reversed(_beginning(begun, {*sent, *set_up} - set(named))))


def reports(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The codes of the reports in the profile of the agency that is named, else of any."""
    import yaml

    found: set[str] = set()
    for path in _below(context, f"params/{context.params.get('agency') or '*'}/agency.yaml"):
        try:
            found.update(yaml.safe_load(path.read_text(encoding="utf-8-sig"))["reports"])
        except (OSError, ValueError, yaml.YAMLError, LookupError, TypeError):
            continue
    return _beginning(begun, found)


def figures(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The codes of the figures that the last run of the agency and period wrote."""
    import csv

    found: set[str] = set()
    for path in _below(context, f"reports/{context.params.get('agency')}/{context.params.get('period')}/figures.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found.update(row[0] for row in csv.reader(file) if row and "." in row[0])
    return _beginning(begun, found)


def _below(context: click.Context, pattern: str) -> Iterator[Path]:
    """The paths in the workspace that match; none where there is no workspace or it cannot be read."""
    from report_utils.agency.workspace import Workspace

    try:
        yield from Workspace.find(context.params.get("root") or "").root.glob(pattern)
    except (BaocaoError, OSError, ValueError):
        return


def _beginning(begun: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in set(names) if name.startswith(begun))
