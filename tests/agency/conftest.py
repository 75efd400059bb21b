"""Settings files with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def settings(workspace: Path) -> Path:
    """The settings folder of the agency."""
    return workspace / "params" / "syt-brvt"


@pytest.fixture
def rewrite(settings: Path) -> Callable[[str, str, str], None]:
    """Replace the first occurrence of a text in a settings file by another; the text must be there."""

    def replace(name: str, old: str, new: str) -> None:
        path = settings / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
