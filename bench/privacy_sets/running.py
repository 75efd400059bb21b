"""Runs the gate (`baocao scan FILE --json`) on every table of a set and counts what it told.

`python -m bench.privacy_sets.running first` prints the figures of one set and every column it judged wrongly.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.privacy_sets.tables import Column, Table, csv_text, read_set, write
from report_utils.cli.entry import main as baocao
from report_utils.privacy.gate import inspect_table
from report_utils.privacy.readable import readable
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.tables import tables_of

HERE = Path(__file__).parent
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


@dataclass(frozen=True)
class Told:
    """What the gate told of one labelled column."""

    table: str
    letter: str
    column: Column
    verdict: str
    kind: str

    @property
    def wrong(self) -> bool:
        """An identifier let through or a clean column stopped."""
        return (self.verdict == "pass") != (self.column.label == "-")


def told_in_memory(tables: list[Table]) -> list[Told]:
    """What the gate tells of every counted column of `tables`, without files: the quick way, for tests."""
    return [told for table in tables for told in _counted(table, _judged(table))]


def _judged(table: Table) -> dict[str, tuple[str, str]]:
    rows = table.grid()
    if table.kind == "csv":
        rows = [[csv_text(cell) for cell in row] for row in rows]
    judged = {}
    for part in tables_of(table.name, readable(rows)):
        for found in inspect_table(part.name, part.headers, part.columns, GateSettings()):
            judged[found.letter] = (found.verdict.value, found.kind.value if found.kind else "")
    return judged


def told_of(tables: list[Table]) -> list[Told]:
    """What `baocao scan` tells of every counted column of `tables`, written as files."""
    with tempfile.TemporaryDirectory() as folder:
        return [told for table in tables for told in _counted(table, _scanned(write(table, Path(folder))))]


def _scanned(path: Path) -> dict[str, tuple[str, str]]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        baocao(["scan", str(path), "--json"])
    records = [json.loads(line) for line in said.getvalue().splitlines() if line.startswith("{")]
    return {record["letter"]: (record["verdict"], record["kind"] or "") for record in records}


def _counted(table: Table, judged: dict[str, tuple[str, str]]) -> list[Told]:
    counted = ((letter, column) for letter, column in table.letters().items() if column.label != "?")
    return [Told(table.name, letter, column, *judged.get(letter, ("pass", "not read"))) for letter, column in counted]


def tables_in(name: str) -> list[Table]:
    """The tables of a set."""
    return read_set(HERE / f"{name}.txt")


def figures(told: list[Told]) -> dict[str, tuple[int, int]]:
    """Found of all: identifiers that are told by header or form, all identifiers; warned and blocked clean columns."""
    named = [one for one in told if one.column.label == "H"]
    identifiers = [one for one in told if one.column.label in "HD"]
    clean = [one for one in told if one.column.label == "-"]
    return {
        "told by header or form": (sum(not one.wrong for one in named), len(named)),
        "all identifiers": (sum(not one.wrong for one in identifiers), len(identifiers)),
        "clean warned": (sum(one.verdict == "warn" for one in clean), len(clean)),
        "clean blocked": (sum(one.verdict == "block" for one in clean), len(clean)),
    }


def main(names: list[str]) -> None:
    """Print the figures of the named sets and what was judged wrongly."""
    for name in names:
        told = told_of(tables_in(name))
        for one in told:
            if one.wrong:
                header = " › ".join(one.column.header)
                place = f"{one.table}:{one.letter} [{one.column.label}]"
                sys.stdout.write(f"  {place} «{header}» {one.verdict} {one.kind}\n")
        for what, (part, whole) in figures(told).items():
            sys.stdout.write(f"{name}: {what} {part}/{whole} = {part / whole:.2%}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
