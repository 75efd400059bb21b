"""Progress is told to whoever listens, and changes nothing of what is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from report_utils.progress import counted, doing, told_to

Told = list[tuple[str, object]]


@pytest.fixture
def told() -> Iterator[Told]:
    """What a listener hears."""
    heard: Told = []

    @contextmanager
    def listener(what: str, total: int | None) -> Iterator[Callable[[str], object]]:
        heard.append((what, total))
        yield lambda step: heard.append(("step", step))
        heard.append(("end", what))

    with told_to(listener):
        yield heard


def test_without_a_listener_the_items_come_as_they_are() -> None:
    assert list(counted("Đọc", iter("abc"), 3)) == ["a", "b", "c"]
    with doing("Ghi"):
        pass


def test_a_listener_hears_each_step_and_the_end(told: Told) -> None:
    assert list(counted("Đọc", "ab", 2, str.upper)) == ["a", "b"]
    assert told == [("Đọc", 2), ("step", "A"), ("step", "B"), ("end", "Đọc")]


def test_one_long_step_has_no_count(told: Told) -> None:
    with doing("Ghi"):
        told.append(("done", ""))
    assert told == [("Ghi", None), ("done", ""), ("end", "Ghi")]


def test_nobody_hears_any_more_after_a_failure() -> None:
    heard: Told = []

    @contextmanager
    def listener(what: str, total: int | None) -> Iterator[Callable[[str], object]]:
        heard.append((what, total))
        yield str

    with pytest.raises(ValueError, match="x"), told_to(listener):
        raise ValueError("x")
    with doing("Ghi"):
        assert heard == []
