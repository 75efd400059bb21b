"""Thousands of damaged workbooks through the reader: what became of them, and that nothing escaped."""

from __future__ import annotations

import io
import random
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from report_utils.intake.book import Book, open_book
from report_utils.intake.isolation.run import run_isolated

COUNT, BATCH = 10_000, 500


def main() -> None:
    """Print how many mutants were read and how many were refused, by code."""
    repository = Path(__file__).parents[1]
    originals = [path.read_bytes() for path in sorted((repository / "data/raw/syt-brvt/2024-Q3").glob("*.xlsx"))]
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, COUNT, BATCH):
            paths = [_mutant(Path(folder), originals, number) for number in range(start, min(start + BATCH, COUNT))]
            for path, result in run_isolated(open_book, paths):
                outcomes["đọc được" if isinstance(result, Book) else result.code] += 1
                path.unlink()
    told = ", ".join(f"{code} {count}" for code, count in sorted(outcomes.items()))
    sys.stdout.write(f"{sum(outcomes.values())} mutants, no exception escaped: {told}\n")


def _mutant(folder: Path, originals: list[bytes], number: int) -> Path:
    """A workbook with a few bytes changed, in the zip itself or inside one of its parts."""
    chance = random.Random(number)  # noqa: S311 - the same mutants every time
    data = chance.choice(originals)
    damaged = _scratched(data, chance) if chance.random() < 0.4 else _with_damaged_part(data, chance)
    path = folder / f"{number}.xlsx"
    path.write_bytes(damaged)
    return path


def _scratched(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, dropped or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        match chance.randrange(3):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 50)]
            case _:
                changed[at:at] = changed[at : at + chance.randint(1, 50)]
    return bytes(changed)


def _with_damaged_part(data: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _scratched(part, chance) if name == victim and part else part)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
