"""The guide of codes is what the catalogue says, with an example of each."""

import string
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from report_utils.findings import CATALOGUE, Rule
from report_utils.findings.code_list import FAMILIES, PLACE, code_list, main

ROOT = Path(__file__).parents[2]
EXAMPLES = yaml.safe_load(files("report_utils.findings").joinpath("examples.yaml").read_text(encoding="utf-8"))
ALWAYS_THERE = {"suggestion", "reason", "quoted"}
"""Fields that may be blank."""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_file_in_docs_is_not_stale() -> None:
    assert (ROOT / PLACE).read_text(encoding="utf-8") == code_list(), "run: make dictionary"


def test_main_writes_the_file(tmp_path: Path) -> None:
    main([str(tmp_path / "mã.md")])
    assert (tmp_path / "mã.md").read_bytes() == code_list().encode()


def test_every_code_has_a_section_and_every_section_a_code() -> None:
    sections = [line.removeprefix("### ")[:3] for line in code_list().splitlines() if line.startswith("### ")]
    assert sorted(sections) == sorted(CATALOGUE)
    assert EXAMPLES.keys() == CATALOGUE.keys()
    assert {code[0] for code in CATALOGUE} == FAMILIES.keys()


@pytest.mark.parametrize("rule", CATALOGUE.values(), ids=list(CATALOGUE))
def test_an_example_fills_its_message_and_nothing_else(rule: Rule) -> None:
    given = EXAMPLES[rule.code].keys()
    assert fields(rule.message) - ALWAYS_THERE <= given
    assert given <= fields(rule.message + rule.mend + rule.wanted)


def test_words_of_an_example_are_never_markup() -> None:
    assert r"a\_2026-Q1.xlsx" in code_list()
    assert r"\<đơn vị soạn thảo\>" in code_list()
