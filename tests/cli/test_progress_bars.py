"""Bars are for a terminal, for what takes long, and leave nothing behind."""

from __future__ import annotations

import io
import time
from types import SimpleNamespace

import pytest

from report_utils.cli import progress_bars
from report_utils.cli.progress_bars import shown_progress
from report_utils.progress import counted, doing


class Terminal(io.StringIO):
    """A stream that says of itself that a person looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Stderr is a terminal, and a second is short."""
    stream = Terminal()
    monkeypatch.setattr(progress_bars, "sys", SimpleNamespace(stderr=stream))  # pytest changes that of the process
    monkeypatch.setattr(progress_bars, "_AFTER", 0.02)
    return stream


def wait_for(stream: io.StringIO, text: str) -> None:
    """Until the text is written, at most as long as a slow machine needs."""
    for _ in range(500):
        if text in stream.getvalue():
            return
        time.sleep(0.01)


def test_a_long_step_is_shown_and_wiped_away(terminal: Terminal) -> None:
    with shown_progress(), doing("Chuyển sang PDF"):
        wait_for(terminal, "Chuyển sang PDF …")
    assert "Chuyển sang PDF …" in terminal.getvalue()
    assert terminal.getvalue().rsplit("\r", 2)[1].strip() == ""


def test_counted_steps_are_shown_with_their_names(terminal: Terminal) -> None:
    with shown_progress():
        for _ in counted("Chạy sổ tính", range(3), 6, lambda n: f"số {n}"):
            wait_for(terminal, "1/6")
    assert "Chạy sổ tính: 1/6" in terminal.getvalue()
    assert "số 0" in terminal.getvalue()


def test_parts_of_what_is_shown_have_no_bar_of_their_own(terminal: Terminal) -> None:
    with shown_progress(), doing("So sánh"):
        list(counted("Đọc biểu mẫu", range(3), 3))
        wait_for(terminal, "So sánh")
    assert "Đọc biểu mẫu" not in terminal.getvalue()


def test_short_steps_that_are_long_together_are_shown(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_bars, "_AFTER", 0.5)
    with shown_progress():
        for step in range(3):
            with doing(f"Bước {step}"):
                time.sleep(0.3)
    assert "Bước 0" not in terminal.getvalue()
    assert "Bước 2 …" in terminal.getvalue()


def test_what_is_quick_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(progress_bars, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setattr(progress_bars, "_AFTER", 60)
    with shown_progress():
        list(counted("Đọc", range(100), 100))
    assert stream.getvalue().strip() == ""


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(progress_bars, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setattr(progress_bars, "_AFTER", 0)
    with shown_progress():
        list(counted("Đọc", range(100), 100))
        with doing("Ghi"):
            time.sleep(0.05)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("columns", "is_shown"), [(1, False), (19, False), (20, True), (80, True), (0, True)])
def test_a_bar_is_shown_where_there_is_room_for_its_words(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, columns: int, is_shown: bool
) -> None:
    monkeypatch.setattr(terminal, "fileno", lambda: 2)
    monkeypatch.setattr(progress_bars.os, "get_terminal_size", lambda _: SimpleNamespace(columns=columns))
    with shown_progress():
        for _ in counted("Chạy sổ tính", range(1), 27):
            time.sleep(0.1)
    assert bool(terminal.getvalue()) is is_shown
