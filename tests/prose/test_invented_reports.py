"""Twelve invented reports of all kinds of agencies, with the faults that clerks make."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from report_utils.prose.reading import read_text
from report_utils.prose.remark import Remark
from report_utils.prose.review import review
from report_utils.prose.scan import Report
from report_utils.prose.setting import setting_of

TEXTS = Path(__file__).parent / "texts"
FOUND, UNMATCHED = {"first": 109, "second": 104}, {"first": 6, "second": 4}
"""Faults found of 116 and 114, and remarks at sentences into which no fault was put (most of them follow from one)."""

ENOUGH = 60
"""Letters of a quotation that tell its sentence."""


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).lower()


def quoted(remark: Remark) -> str:
    return bare(" ".join(spot.quote for spot in remark.spots))


def reviewed(path: Path) -> tuple[Remark, ...]:
    text = read_text(path.read_text(encoding="utf-8").split("\n"))
    return review(Report(text, setting_of(text))).remarks


def counted(folder: str) -> tuple[int, int, int]:
    """How many faults there are and were found, and the remarks that meet none."""
    planted = found = unmatched = 0
    for path in sorted((TEXTS / folder).glob("*.txt")):
        faults: list[dict[str, Any]] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["planted"]
        texts = [quoted(remark) for remark in reviewed(path)]
        met = {
            i
            for fault in faults
            for quote in fault["quotes"]
            for i, text in enumerate(texts)
            if bare(quote)[:ENOUGH] in text
        }
        planted += len(faults)
        found += sum(
            any(bare(quote)[:ENOUGH] in text for quote in fault["quotes"] for text in texts) for fault in faults
        )
        unmatched += len(texts) - len(met)
    return planted, found, unmatched


@pytest.mark.parametrize("folder", ["first", "second"])
def test_nearly_all_faults_are_found_and_hardly_anything_else(folder: str) -> None:
    planted, found, unmatched = counted(folder)
    assert found >= FOUND[folder], f"{found} of {planted}"
    assert unmatched <= UNMATCHED[folder]
