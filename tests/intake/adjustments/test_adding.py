"""A new entry at the end of the file: it is read as it was meant, and all that stood there stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report_utils.intake.adjustments.adding import NotAppendableError, addition

ENTRY = {"unit": "vp", "exclude": True, "why": "Gõ: nhầm # ô", "by": "Lan", "day": dt.date(2024, 9, 19)}
TEXTS = ("", "# ghi chú\n", "adjustments:\n", "adjustments:\n- unit: a\n  why: b\n",
         "adjustments:\n    - {unit: a}   # vì sao\n",
         "# đầu tệp\nadjustments:\n  - unit: a\n    why: >\n      nhiều\n      dòng", "adjustments:\r\n  - unit: a\r\n")


def entries(text: str) -> list[dict[str, Any]]:
    return (yaml.safe_load(text) or {}).get("adjustments") or []


@pytest.mark.parametrize("text", TEXTS)
def test_an_entry_is_added_behind_the_others(text: str) -> None:
    assert entries(text + addition(text, ENTRY)) == [*entries(f"{text}\n"), ENTRY]


@pytest.mark.parametrize("text", ["adjustments: []\n", "adjustments: [{unit: a}]\n", "adjustments: null\n",
                                  "adjustments:\n  - unit: a\n...\n"])
def test_a_list_that_cannot_go_on_is_left_alone(text: str) -> None:
    with pytest.raises(NotAppendableError):
        addition(text, ENTRY)


@given(st.one_of(st.text(), st.integers(), st.dates()))
def test_whatever_is_written_is_read_again(value: Any) -> None:
    assert entries(addition("", {"unit": "vp", "new": value})) == [{"unit": "vp", "new": value}]
