"""The document of what is checked says it of every rule, and of no other."""

from __future__ import annotations

import re
from pathlib import Path

from report_utils.findings import CATALOGUE

TABLE = Path(__file__).parents[2] / "docs" / "decree-30.md"


def test_every_rule_of_the_layout_stands_in_the_table_of_statements_once() -> None:
    rows = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = [code for row in rows for code in re.findall(r"\bL\d\d\b", row.split("|")[2])]
    assert sorted(named) == sorted(code for code in CATALOGUE if code[0] == "L")
