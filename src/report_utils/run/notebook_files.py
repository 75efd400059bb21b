"""Where the notebooks lie; none is opened."""

from __future__ import annotations

from pathlib import Path

from report_utils.starter.samples import sample_root


def notebook_files(root: Path) -> list[Path]:
    """The notebooks of the workspace `root` in reading order, or those of this installation where it has none."""
    return _notebooks_in(root) or own_notebooks()


def own_notebooks() -> list[Path]:
    """The notebooks of the source tree or of the wheel, in reading order."""
    return _notebooks_in(sample_root())


def _notebooks_in(root: Path) -> list[Path]:
    return sorted((root / "notebooks").glob("[0-9]*.ipynb"))
