"""The catalogue of codes: complete, filled in, and used."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from report_utils.findings import CATALOGUE, CellRef, Rule, Severity, finding

RULES = list(CATALOGUE.values())


def fields_of(text: str) -> set[str]:
    """The names in braces of a format string."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_stands_once_and_none_is_left_out() -> None:
    assert len(CATALOGUE) == len({rule.title for rule in RULES})
    for letter in "NTBOEVGUDXLPRSA":
        codes = sorted(code for code in CATALOGUE if code[0] == letter)
        assert codes == [f"{letter}{number:02d}" for number in range(1, len(codes) + 1)]


def test_every_rule_is_said_in_whole_sentences() -> None:
    assert [rule.code for rule in RULES if not rule.title or rule.title.endswith(".")] == []
    assert [rule.code for rule in RULES if not rule.message.endswith((".", "{reason}", "{suggestion}"))] == []
    assert [rule.code for rule in RULES if not rule.mend.endswith(".")] == []


def test_a_finding_says_each_of_its_fields() -> None:
    assert [rule.code for rule in RULES if not says_its_fields(rule)] == []


def says_its_fields(rule: Rule) -> bool:
    fields = {name: f"«{name}-{{0}}»" for name in fields_of(rule.message + rule.mend + rule.wanted)}
    place = {name: fields.pop(name, "") for name in ("file", "sheet")}
    found = finding(rule.code, at=CellRef(place["file"], place["sheet"], "E12"), **fields)  # type: ignore[arg-type]
    said = found.message + found.mend + found.expected
    return found.severity is rule.severity and all(text in said for text in (*fields.values(), *place.values()))


def test_every_code_of_the_catalogue_is_raised_somewhere(repository: Path) -> None:
    code = re.compile("[NTBOEVGUDXLPRSA][0-9]{2}")
    sources = [path.read_text(encoding="utf-8") for path in (repository / "src").rglob("*.py")
               if path.parent.name != "rules" or path.parent.parent.name != "findings"]
    texts = {node.value for source in filter(code.search, sources) for node in ast.walk(ast.parse(source))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(filter(code.fullmatch, texts)) == set(CATALOGUE)


def test_an_unknown_code_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        finding("X99")


@pytest.mark.parametrize(
    ("code", "severity"),
    [("N01", Severity.ERROR), ("N04", Severity.NOTE), ("N06", Severity.WARNING), ("N07", Severity.WARNING),
     ("B03", Severity.ERROR), ("O01", Severity.ERROR), ("O07", Severity.WARNING), ("V01", Severity.ERROR)],
)  # fmt: skip
def test_what_leaves_a_number_in_doubt_is_an_error(code: str, severity: Severity) -> None:
    assert CATALOGUE[code].severity is severity
