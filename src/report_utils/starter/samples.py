"""The sample files: notebooks, settings, facts and submissions, in the repository and in the wheel.

setup.py takes the list from here as well, before anything else is installed: only the standard library is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PACKAGED = Path(__file__).with_name("workspace")
"""Where the wheel has them; a source tree has them in its root, and only there."""

_FACTS = Path("data", "facts")
_PASSING = (".", "~$")
"""What the names of files begin with that programs leave beside those that are open."""

_OF_THE_OFFICE = "dieu-chinh.yaml"
"""Adjustments that somebody made to a sample: no part of it."""


def sample_root() -> Path:
    """The folder that holds the sample files of this installation."""
    return PACKAGED if PACKAGED.is_dir() else Path(__file__).resolve().parents[3]


def sample_files(root: Path) -> list[Path]:
    """The paths of the sample files in `root`, a source tree or an unpacked wheel, in order.

    Only agencies and periods with facts are samples, for of facts sample submissions are made: settings and submissions
    of a real agency that lie beside them are none.
    """
    return sorted(path.relative_to(root) for folder in _folders(root) for path in folder.rglob("*")
                  if path.is_file() and not path.name.startswith(_PASSING) and path.name != _OF_THE_OFFICE)


def sample_periods(root: Path) -> list[tuple[str, str]]:
    """Agency and period of each sample in `root`, in order."""
    return sorted((path.parent.name, path.name) for path in (root / _FACTS).glob("*/*") if path.is_dir())


def _folders(root: Path) -> Iterator[Path]:
    yield from (root / "notebooks", root / _FACTS)
    for agency in sorted({agency for agency, _ in sample_periods(root)}):
        yield root / "params" / agency
    for agency, period in sample_periods(root):
        yield root / "data" / "raw" / agency / period
