"""The personal-data gate on labelled sets: columns, beside a plain regular expression, and whole tables."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence

from bench.attacked_columns import attacked
from bench.heldout_columns import held_out
from bench.labelled_columns import Labelled, labelled
from bench.privacy_sets import running
from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.verdict import Verdict

_PLAIN = re.compile(
    r"(?<!\d)(?:0\d{11}|\d{9}|(?:\+84|0)[35789]\d{8}|[A-Z]{2}\d{13}|[\w.]+@[\w.]+)(?!\d)"
    r"|họ (?:và )?tên|cccd|cmnd|điện thoại|sđt|ngày sinh|địa chỉ|email|bhyt", re.IGNORECASE)


def main() -> None:
    """Print recall and false alarms of both on every set; a warning counts as found, and as a false alarm."""
    for name, columns in (("own", labelled()), ("held out", held_out()), ("attacked", attacked())):
        personal = [column for column in columns if column.kind]
        sys.stdout.write(f"{name}: {len(personal)} personal columns, {len(columns) - len(personal)} clean\n")
        for judge, finds in (("gate", gate_finds), ("plain expression", plain_finds)):
            sys.stdout.write(f"  {judge:<17}{figures(columns, finds)}\n")
    for name in running.SETS:
        counted = running.figures(running.told_in_memory(running.tables_in(name))).items()
        parts = ", ".join(f"{what} {part}/{whole} = {part / whole:.1%}" for what, (part, whole) in counted)
        sys.stdout.write(f"tables, {name} set: {parts}\n")


def figures(columns: Sequence[Labelled], finds: Callable[[Labelled], bool]) -> str:
    """Recall on sure columns, on all of them, and false alarms."""
    parts = {
        "recall with header or check digit": [column for column in columns if column.kind and column.is_sure],
        "recall": [column for column in columns if column.kind],
        "false alarms": [column for column in columns if not column.kind],
    }
    return ", ".join(f"{name} {sum(map(finds, listed)) / len(listed):.1%}" for name, listed in parts.items())


def gate_finds(column: Labelled) -> bool:
    """Whether the gate blocks or warns."""
    return verdict_of(column) is not Verdict.PASS


def verdict_of(column: Labelled) -> Verdict:
    """What the gate says of a column that stands alone."""
    (found,) = inspect_table("", [column.header], [column.values], GateSettings())
    return found.verdict


def plain_finds(column: Labelled) -> bool:
    """Whether a usual expression finds something in the header or in a value."""
    return any(_PLAIN.search(str(text)) for text in (column.header, *column.values))


if __name__ == "__main__":
    main()
