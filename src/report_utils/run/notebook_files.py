"""Where the notebooks lie; none is opened."""

from __future__ import annotations

from pathlib import Path


def notebook_files(root: Path) -> list[Path]:
    """The notebooks of the workspace `root` in reading order, or those of the repository where it has none."""
    return _notebooks_in(root) or repository_notebooks()


def repository_notebooks() -> list[Path]:
    """The notebooks beside the source of this package, in reading order; none where it is installed without them."""
    return _notebooks_in(Path(__file__).resolve().parents[3])


def _notebooks_in(root: Path) -> list[Path]:
    return sorted((root / "notebooks").glob("[0-9]*.ipynb"))
