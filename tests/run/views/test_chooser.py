"""The overview in a notebook: with lists for a person, without them under papermill."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import ipywidgets
import pytest

from report_utils.run.views import chooser
from report_utils.run.views.overview import Overview

PERSON, PAPERMILL = {"cellId": "một ô"}, {"tags": []}


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is displayed."""
    found: list[Any] = []
    monkeypatch.setattr(chooser, "display", found.append)
    return found


def sent_by(monkeypatch: pytest.MonkeyPatch, metadata: dict[str, Any]) -> None:
    kernel = SimpleNamespace(get_parent=lambda: {"metadata": metadata})
    monkeypatch.setattr(chooser, "get_ipython", lambda: SimpleNamespace(kernel=kernel))


def test_papermill_gets_the_overview_alone(monkeypatch: pytest.MonkeyPatch, shown: list[Any]) -> None:
    sent_by(monkeypatch, PAPERMILL)
    chooser.show_overview("syt-brvt", "2024-Q3")
    [overview] = shown
    assert isinstance(overview, Overview)
    assert "quý III năm 2024" in overview.title


def test_a_person_gets_lists_to_choose_from(monkeypatch: pytest.MonkeyPatch, shown: list[Any]) -> None:
    sent_by(monkeypatch, PERSON)
    chooser.show_overview("syt-brvt", "2024-Q3")
    first, box = shown
    assert isinstance(first, Overview)
    assert isinstance(box, ipywidgets.VBox)
    agencies, periods = box.children[0].children
    assert (agencies.value, periods.value) == ("syt-brvt", "2024-Q3")
    agencies.value = "ubnd-binh-dinh"
    assert "6 tháng đầu năm 2024" in shown[-1].title
    assert set(periods.options) == {("6 tháng đầu năm 2024", "2024-H1")}


def test_the_lists_show_names_and_hold_codes(monkeypatch: pytest.MonkeyPatch, shown: list[Any]) -> None:
    sent_by(monkeypatch, PERSON)
    chooser.show_overview("syt-brvt", "2024-Q3")
    agencies, periods = shown[-1].children[0].children
    assert ("Sở Y tế tỉnh Bà Rịa - Vũng Tàu", "syt-brvt") in agencies.options
    assert ("Quý III năm 2024", "2024-Q3") in periods.options


def test_a_period_or_agency_that_cannot_be_read_keeps_its_code(
    monkeypatch: pytest.MonkeyPatch, shown: list[Any]
) -> None:
    sent_by(monkeypatch, PERSON)
    chooser.show_overview("lạ", "2024-X9")
    agencies, periods = shown[-1].children[0].children
    assert (agencies.label, periods.label) == ("lạ", "2024-X9")
