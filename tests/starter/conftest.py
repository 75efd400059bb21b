"""Answers about an agency that does not exist, and a folder for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from report_utils.agency.workspace import Workspace
from report_utils.starter.answers import Answers, make_answers
from report_utils.starter.content import example


@pytest.fixture
def answers(tmp_path: Path) -> Callable[..., Answers]:
    """The answers of the example, with other values for some keys."""

    def make(**changes: Any) -> Answers:
        said = {**yaml.safe_load(example()), **changes}
        return make_answers({key: value for key, value in said.items() if value is not None}, "a.yaml", tmp_path)

    return make


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    """A folder in which there is nothing yet."""
    folder = tmp_path / "thư mục trống"
    folder.mkdir()
    return Workspace(folder)
