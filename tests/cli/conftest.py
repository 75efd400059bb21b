"""A command, called as a person calls it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from report_utils.cli import main


@dataclass(frozen=True)
class Answer:
    """What a command wrote and its exit status."""

    status: object
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in this process."""

    def run(*arguments: str) -> Answer:
        with pytest.raises(SystemExit) as stopped:
            main(list(arguments))
        out, err = capsys.readouterr()
        return Answer(stopped.value.code, out, err)

    return run
