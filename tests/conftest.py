"""A workspace of one's own, and the submissions that units put into it."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from filelock import FileLock
from hypothesis import settings

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.figures import drawing
from report_utils.figures.bars import Bar
from report_utils.figures.drawing import bars_png
from report_utils.forms.fill import filled_form
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.exports.mapping import CaseMapping
from report_utils.intake.exports.read import agency_mappings
from report_utils.intake.exports.sample import sample_cases, sample_rows, sample_workbook
from report_utils.intake.exports.windows import COUNTED
from report_utils.intake.isolation.pool import Pool
from report_utils.intake.isolation.process import NoProcessError
from report_utils.run.office import Office, OfficeMissingError, find_office

# The same examples on every machine: a test that passes here passes there.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

REPOSITORY = Path(__file__).parents[1]
AGENCY, PERIOD, BEFORE = "syt-brvt", "2024-Q3", "2024-H1"
LONG = ("test_notebooks", "test_end_to_end", "test_wheel", "test_command", "test_whole_runs")
"""Files with tests that take many seconds each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, so that no process is left alone with one of them in the end."""
    items.sort(key=lambda item: item.path.stem not in LONG)


def pytest_collection_finish() -> None:
    """Look for cyclic garbage in what the tests make, not again and again in what was imported for all of them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


Answer = subprocess.CompletedProcess[str]
"""What a command answered."""
Way = Callable[[Path], list[Answer]]
"""Commands run in a folder."""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Way], tuple[Path, list[Answer]]]:
    """Run what takes long in one process of the tests for all of them: the folder, and what the commands answered."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def run(way: Way) -> tuple[Path, list[Answer]]:
        name = f"{way.__module__.rpartition('.')[2]} {way.__name__}"
        folder = shared / name
        told = folder / "answers.json"
        with FileLock(shared / f"{name}.lock"):
            if not told.exists():
                folder.mkdir()
                answers = way(folder)
                told.write_text(json.dumps([vars(answer) for answer in answers]), encoding="utf-8")
        return folder, [Answer(**each) for each in json.loads(told.read_text(encoding="utf-8"))]

    return run


START_PROCESSES = Pool.prepare


@pytest.fixture(scope="session", autouse=True)
def in_this_process() -> Iterator[None]:
    """Read the thousands of files as where no process can be started; isolation has tests of its own."""

    def refuse(*_: object) -> None:
        raise NoProcessError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pool, "prepare", refuse)
        yield


@pytest.fixture
def in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in processes of their own, as the program does."""
    monkeypatch.setattr(Pool, "prepare", START_PROCESSES)


@pytest.fixture(scope="session", autouse=True)
def drawn_once() -> Iterator[None]:
    """Draw the same bars once; tests/figures, where it is done anew, holds that they are the same picture each time."""
    drawn: dict[object, bytes] = {}

    def draw(bars: Sequence[Bar], title: str, size: tuple[float, float]) -> bytes:
        shown = tuple((bar.name, bar.number, bar.length, bar.shade, bar.hatch, bar.figure.unit) for bar in bars)
        if (shown, title, size) not in drawn:
            drawn[shown, title, size] = bars_png(bars, title, size)
        return drawn[shown, title, size]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "bars_png", draw)
        yield


@pytest.fixture
def drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw each chart whenever it is asked for, as the program does."""
    monkeypatch.setattr(drawing, "bars_png", bars_png)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def quarter() -> Reporting:
    """The third quarter of 2024 in the repository itself, to look at."""
    return open_reporting(AGENCY, PERIOD, str(REPOSITORY))


@pytest.fixture(scope="session")
def samples() -> dict[str, dict[str, bytes]]:
    """The sample submissions by period and file name; tests/forms holds that they are those made from the facts."""
    folders = {period: REPOSITORY / "data" / "raw" / AGENCY / period for period in (PERIOD, BEFORE)}
    return {period: {path.name: path.read_bytes() for path in sorted(folder.glob("[!~]*.xlsx"))}
            for period, folder in folders.items()}


@pytest.fixture(scope="session")
def clean() -> dict[str, Dataset]:
    """What is read when every unit has sent its sample, by period; not to be changed."""
    return {period: read_dataset(open_reporting(AGENCY, period, str(REPOSITORY))) for period in (PERIOD, BEFORE)}


@pytest.fixture(scope="session")
def one_stop_facts() -> dict[str, dict[str, int]]:
    """The dossiers of the one-stop centre in the sample facts, by field."""
    path = REPOSITORY / "data" / "facts" / AGENCY / PERIOD / "dossiers.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row["field"]: {c: int(row[c]) for c in COUNTED} for row in rows if row["unit"] == "ttpvhcc"}


@pytest.fixture(scope="session")
def case_list(quarter: Reporting) -> Callable[..., bytes]:
    """A workbook with one row a dossier, that gives these counts by field; `change` may alter its rows."""
    mappings = agency_mappings(quarter.workspace, quarter.agency)
    mapping = next(mapping for mapping in mappings if isinstance(mapping, CaseMapping))

    def make(counts: dict[str, dict[str, int]], unrelated: int = 0,
             change: Callable[[list[list[Any]]], object] = len) -> bytes:
        cases = sample_cases(mapping, counts, quarter.window, quarter.agency.profile.working_days.calendar,
                             unrelated=unrelated)
        rows = sample_rows(mapping, cases, quarter.window.cutoff)
        change(rows)
        return sample_workbook("Danh sách hồ sơ", rows, quarter.window.end)

    return make


@pytest.fixture(scope="session")
def office() -> Office:
    """The LibreOffice of this machine; what needs one is skipped where there is none."""
    try:
        return find_office()
    except OfficeMissingError:
        pytest.skip("LibreOffice is not installed here")


def new_workspace(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "params", root / "params")
    for period in (PERIOD, BEFORE):
        (root / "data" / "raw" / AGENCY / period).mkdir(parents=True)
    return root


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The root of a workspace with the settings of the repository, into which nobody has sent anything."""
    return new_workspace(tmp_path / "không gian làm việc")


Restate = Callable[..., None]


@pytest.fixture
def restate(workspace: Path) -> Restate:
    """Rewrite units.csv: `changed` are cells by unit code, `added` further rows.

    What an added row does not say is as in that of the same code; without one it is that of a health centre.
    """
    path = workspace / "params" / AGENCY / "units.csv"
    columns = ("code", "name", "short_name", "group", "tags", "supplies", "since", "until", "predecessors")
    centre = {"group": "affiliated", "tags": "ttyt;kcb", "supplies": "dossiers"}

    def write(changed: dict[str, dict[str, str]], *added: dict[str, str]) -> None:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        known = {row["code"]: row for row in rows}
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(row | changed.get(row["code"], {}) for row in rows)
            writer.writerows(known.get(row["code"], centre) | {"short_name": ""} | row for row in added)

    return write


@pytest.fixture
def merged(restate: Restate) -> None:
    """On 1 July 2024 two health centres become one, and on 1 August a hospital gets another name."""
    restate(
        {"ttyt-ld": {"until": "2024-06-30"}, "ttyt-dd": {"until": "2024-06-30"}, "bvbr": {"until": "2024-07-31"}},
        {"code": "ttyt-ldat", "name": "Trung tâm Y tế huyện Long Đất", "since": "2024-07-01",
         "predecessors": "ttyt-ld;ttyt-dd"},
        {"code": "bvbr", "name": "Bệnh viện Đa khoa Bà Rịa", "since": "2024-08-01"},
    )  # fmt: skip


DOSSIERS = ("online", "direct", "carried_over", "early", "on_time", "overdue", "pending_in_time", "pending_overdue")


@pytest.fixture
def fill_in(workspace: Path) -> Callable[..., Path]:
    """Send the form of a unit with dossiers: by field their numbers in the order of `DOSSIERS`; none are nil."""

    def send(unit: str, period: str, *, agency: str = AGENCY, **fields: tuple[int, ...]) -> Path:
        reporting = open_reporting(agency, period, str(workspace), {"tables": ["dossiers"]})
        names = {"kcb": "Khám bệnh, chữa bệnh", "duoc": "Dược phẩm"}
        rows = [{"number": i, "field": names[code], **dict(zip(DOSSIERS, numbers, strict=True))}
                for i, (code, numbers) in enumerate(fields.items(), start=1)]
        info = {"sent": reporting.unit_deadline, "version": 1, "prepared_by": "", "nature": "Minh họa"}
        path = workspace / "data" / "raw" / agency / period / f"{unit}_{period}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filled_form(reporting, reporting.agency.units[unit], {"dossiers": rows} if rows else {}, info,
                                     frozenset() if rows else frozenset({"dossiers"})))  # fmt: skip
        return path

    return send


@pytest.fixture
def reporting(workspace: Path) -> Reporting:
    """The third quarter of 2024 of the Department of Health in that workspace."""
    return open_reporting(AGENCY, PERIOD, str(workspace))


@pytest.fixture
def raw(workspace: Path) -> Path:
    """The folder into which units send in that quarter."""
    return workspace / "data" / "raw" / AGENCY / PERIOD


@pytest.fixture
def submit(workspace: Path, samples: dict[str, dict[str, bytes]]) -> Callable[..., list[Path]]:
    """Put the sample workbooks of `units` (of all, when none is named) into the raw folder of `period`."""

    def put(*units: str, period: str = PERIOD) -> list[Path]:
        folder = workspace / "data" / "raw" / AGENCY / period
        names = [f"{unit}_{period}.xlsx" for unit in units] or list(samples[period])
        for name in names:
            (folder / name).write_bytes(samples[period][name])
        return [folder / name for name in names]

    return put


@pytest.fixture
def alter(raw: Path, samples: dict[str, dict[str, bytes]]) -> Callable[..., Path]:
    """Send the sample workbook of `unit` after `change` (a function on the openpyxl workbook), under the name `file`.

    openpyxl drops the stored values of formulas: sums on the sheets become blank, as some programs leave them.
    """

    def send(unit: str, change: Callable[[Any], object], file: str = "") -> Path:
        name = f"{unit}_{PERIOD}.xlsx"
        workbook = openpyxl.load_workbook(io.BytesIO(samples[PERIOD][name]))
        change(workbook)
        path = raw / (file or name)
        workbook.save(path)
        return path

    return send


@pytest.fixture(scope="session")
def opened(samples: dict[str, dict[str, bytes]]) -> Callable[[str], Any]:
    """The sample workbook of a unit, opened once; who changes it puts back what was there."""
    return cache(lambda unit: openpyxl.load_workbook(io.BytesIO(samples[PERIOD][f"{unit}_{PERIOD}.xlsx"])))


@pytest.fixture
def retype(raw: Path, opened: Callable[[str], Any]) -> Callable[..., Path]:
    """Send the sample workbook of `unit` with other values in `cells` of `sheet`: {"F10": 3}."""

    def send(unit: str, sheet: str, cells: dict[str, Any], file: str = "") -> Path:
        workbook, path = opened(unit), raw / (file or f"{unit}_{PERIOD}.xlsx")
        typed = {workbook[sheet][place]: value for place, value in cells.items()}
        before = [(cell, cell.value, cell.number_format) for cell in typed]
        try:
            for cell, value in typed.items():
                cell.value = value
            workbook.save(path)
        finally:
            for cell, value, number_format in before:
                cell.value, cell.number_format = value, number_format
        return path

    return send
