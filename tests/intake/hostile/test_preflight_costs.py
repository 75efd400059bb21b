"""What it costs to refuse the worst files, and what mutated files do."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.preflight import Refusal, RefusedFileError, inspect

SAMPLES = Path(__file__).parents[3] / "data" / "raw" / "syt-brvt" / "2024-Q3"
MUTATIONS, SEED = 300, 20240930
MOST_MEMORY = 256 << 20
LAST = 1_048_576
MEASURE = """
import json, resource, sys, time
from pathlib import Path
from jobs_on_files import read
from report_utils.intake.preflight import RefusedFileError
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    rows, code = len(read(Path(sys.argv[1]))[0]), ""
except RefusedFileError as error:
    rows, code = 0, error.code
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps([code, rows, time.process_time() - start, used * 1024]))
"""


def million_rows(forge: Any) -> bytes:
    rows = (f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(3, LAST))
    return forge.with_rows("".join(rows))


def row_of_endless_cells(forge: Any) -> bytes:
    cells = "".join(f'<c r="A{n}"/>' for n in range(1_000_000))
    return forge.with_rows(f'<row r="3">{cells}</row>')


def formulas_without_values(forge: Any) -> bytes:
    cells = "".join(f'<c r="{letter}%d"><f t="shared" si="0"/></c>' for letter in "ABCDEFGHIJ")
    return forge.with_rows("".join(f'<row r="{n}">{cells}</row>' % ((n,) * 10) for n in range(3, 60_000)))


WORST: dict[str, tuple[Callable[[Any], bytes], str]] = {
    "bomb": (lambda forge: forge.package(sheet=bytes(150 << 20)), "T07"),
    "stray": (lambda forge: forge.with_rows(f'<row r="{LAST}"><c r="XFD{LAST}"><v>1</v></c></row>'), ""),
    "million rows": (million_rows, ""),
    "formulas without values": (formulas_without_values, "T13"),
    "endless row": (row_of_endless_cells, "T13"),
    "forged count": (lambda forge: forge.package(strings=forge.strings('uniqueCount="4000000000"')), "T11"),
    "deep": (lambda forge: forge.package(sheet=forge.sheet(before="<a>" * 300_000)), "T10"),
}
"""Files by name, with the code that each must give."""


@pytest.mark.skipif(os.name == "nt", reason="needs resource usage as POSIX tells it")
@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_cost_little(name: str, forge: Any, jobs: Any, tmp_path: Path) -> None:
    build, expected = WORST[name]
    (tmp_path / "a.xlsx").write_bytes(build(forge))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    output = subprocess.run([sys.executable, "-c", MEASURE, tmp_path / "a.xlsx"], env=environment, check=True,
                            capture_output=True, text=True).stdout
    code, rows, seconds, memory = json.loads(output)
    assert (code, rows) == (expected, 0 if expected else 2)
    assert seconds < 2
    assert memory < MOST_MEMORY


def mutated(data: bytes, choice: random.Random) -> bytes:
    """Some bytes changed, taken out or put in."""
    for _ in range(choice.choice((1, 1, 2, 5, 40))):
        at = choice.randrange(len(data) + 1)
        length = choice.choice((1, 1, 4, 40, 400))
        head, here, tail = data[:at], data[at:at + length], data[at + length:]
        data = choice.choice((
            head + choice.randbytes(length) + tail,
            head + tail,
            head + choice.randbytes(length) + here + tail,
            head + here * 2 + tail,
            head + data[at + 1:] if choice.randrange(8) else head,
        ))
    return data


def mutant(data: bytes, choice: random.Random) -> bytes:
    """A workbook with a fault in its raw bytes, or inside of one part."""
    if choice.random() < 0.3:
        return mutated(data, choice)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = choice.choice([name for name in parts if name.startswith(("xl/", "["))])
    parts[name] = mutated(parts[name], choice)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def mutants(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder, choice = tmp_path_factory.mktemp("mutants"), random.Random(SEED)
    samples = [path.read_bytes() for path in sorted(SAMPLES.glob("*.xlsx"))]
    paths = [folder / f"{number:03}.xlsx" for number in range(MUTATIONS)]
    for path in paths:
        path.write_bytes(mutant(choice.choice(samples), choice))
    return paths


def code_of(path: Path) -> str:
    try:
        inspect(path)
    except RefusedFileError as error:
        return error.refusal.finding(path.name).code
    return ""


def test_a_mutated_workbook_is_looked_at_or_refused(mutants: list[Path]) -> None:
    given = [code_of(path) for path in mutants]
    assert 20 < given.count("") < 280


@pytest.mark.usefixtures("in_processes")
def test_a_mutated_workbook_does_not_end_its_process(mutants: list[Path], jobs: Any) -> None:
    results = list(run_isolated(jobs.read, mutants))
    assert [path for path, _ in results] == mutants
    assert not [result for _, result in results if isinstance(result, Refusal) and result.code in ("T19", "T20", "T21")]


def test_the_samples_are_read_as_they_are(jobs: Any) -> None:
    paths = sorted(SAMPLES.glob("*.xlsx"))
    assert paths
    for path in paths:
        assert not inspect(path).notices
        assert jobs.read(path) == jobs.read_without_preflight(path)
