"""Notebooks wait for those they need, run at once where they can, and stop where one has failed."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.errors import BaocaoError
from report_utils.run.graph import CircularNotebooksError, order_of, run_all
from report_utils.run.notebook_files import own_notebooks


def notebook(folder: Path, name: str, after: list[str] | None = None) -> Path:
    metadata = {} if after is None else {"baocao": {"after": after}}
    (folder / f"{name}.ipynb").write_text(json.dumps({"metadata": metadata, "cells": []}), encoding="utf-8")
    return folder / f"{name}.ipynb"


def waits_for(waits: Mapping[Path, frozenset[Path]]) -> dict[str, set[str]]:
    return {path.stem[:1]: {each.stem[:1] for each in needed} for path, needed in waits.items()}


def test_documents_wait_for_the_checks_and_for_nothing_else() -> None:
    assert waits_for(order_of(own_notebooks())) == {
        "0": {"1"}, "1": set(), "2": {"1"}, "3": {"2"}, "4": {"2"}, "5": {"2"}, "6": {"2"},
    }  # fmt: skip


def test_a_notebook_that_says_nothing_waits_for_all_before_it(tmp_path: Path) -> None:
    listed = [notebook(tmp_path, "1", []), notebook(tmp_path, "2", []), notebook(tmp_path, "7")]
    assert waits_for(order_of(listed)) == {"1": set(), "2": set(), "7": {"1", "2"}}


def test_a_notebook_that_is_not_run_is_not_waited_for(tmp_path: Path) -> None:
    assert waits_for(order_of([notebook(tmp_path, "5", ["2"])])) == {"5": set()}


def test_a_notebook_that_cannot_be_read_waits_for_all_before_it(tmp_path: Path) -> None:
    (tmp_path / "2.ipynb").write_text("hỏng", encoding="utf-8")
    assert waits_for(order_of([notebook(tmp_path, "1"), tmp_path / "2.ipynb"]))["2"] == {"1"}


def test_notebooks_that_wait_for_each_other_are_refused(tmp_path: Path) -> None:
    listed = [notebook(tmp_path, "1", ["2"]), notebook(tmp_path, "2", ["1"]), notebook(tmp_path, "3", [])]
    with pytest.raises(CircularNotebooksError) as refused:
        order_of(listed)
    assert refused.value.notebooks == ("1", "2")


@given(st.lists(st.sets(st.integers(0, 7)), max_size=8), st.integers(1, 3))
def test_each_is_done_once_after_those_it_waits_for(needed: list[set[int]], at_once: int) -> None:
    paths = [Path(str(i)) for i in range(len(needed))]
    waits = {path: frozenset(paths[j] for j in needed[i] if j < i) for i, path in enumerate(paths)}
    done: list[Path] = []
    assert sorted(run_all(waits, done.append, at_once)) == sorted(paths) == sorted(done)
    assert all(done.index(before) < done.index(path) for path in paths for before in waits[path])


def test_two_that_are_free_run_at_once() -> None:
    both = threading.Barrier(2, timeout=10)
    waits = {Path("1"): frozenset[Path](), Path("2"): frozenset[Path]()}
    assert len(list(run_all(waits, lambda _: both.wait() and None, 2))) == 2


def test_after_a_failure_no_other_begins_and_the_first_error_is_told() -> None:
    begun: list[str] = []

    def work(path: Path) -> None:
        begun.append(path.name)
        if path.name in ("2", "3"):
            raise BaocaoError(f"Sổ {path.name} dừng.")

    one, two, three, four = (Path(name) for name in "1234")
    waits = {one: frozenset[Path](), two: frozenset({one}), three: frozenset({one}), four: frozenset({two, three})}
    with pytest.raises(BaocaoError, match="Sổ 2 dừng"):
        list(run_all(waits, work, 2))
    assert sorted(begun) == ["1", "2", "3"]
