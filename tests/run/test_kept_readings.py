"""What was read of a form is not read again until something changes, and is never believed when it is spoiled."""

from __future__ import annotations

import pickle
import random
import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.forms.tables import TABLES
from report_utils.intake import unit_forms
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset_files import save_dataset
from report_utils.intake.raw_folder import submission_files
from report_utils.opc import pack
from report_utils.run.kept_readings import forget_readings, kept_readings

AGENCY, PERIOD = "syt-brvt", "2024-Q3"
SENT = ("bqlda", "bvbr", "khtc", "nv", "ttra", "vp")
"""The units that have sent; together they are asked every table."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the workbooks that were opened."""
    names: list[str] = []
    isolated = unit_forms.run_isolated

    def noted(job: Any, paths: Iterable[Path]) -> Any:
        listed = list(paths)
        names.extend(path.name for path in listed)
        return isolated(job, listed)

    monkeypatch.setattr(unit_forms, "run_isolated", noted)
    return names


def written(reporting: Reporting, folder: Path, *, kept: bool = True) -> dict[str, bytes]:
    """The bytes of the dataset that is read now."""
    readings = kept_readings(reporting) if kept else None
    save_dataset(read_dataset(reporting, readings), folder)
    if readings:
        readings.save()
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    shutil.rmtree(folder)
    return found


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A workspace in which everything was read once, and what that gave."""
    root = tmp_path_factory.mktemp("đã đọc")
    repository = Path(__file__).parents[2]
    shutil.copytree(repository / "params" / AGENCY, root / "params" / AGENCY)
    raw(root).mkdir(parents=True)
    for unit in SENT:
        shutil.copy(raw(repository) / f"{unit}_{PERIOD}.xlsx", raw(root))
    return root, written(open_reporting(AGENCY, PERIOD, str(root)), root / "ra")


@pytest.fixture
def root(read_once: tuple[Path, dict[str, bytes]], tmp_path: Path) -> Path:
    return shutil.copytree(read_once[0], tmp_path / "đã chuyển đi")


@pytest.fixture
def before(read_once: tuple[Path, dict[str, bytes]]) -> dict[str, bytes]:
    return read_once[1]


def quarter(root: Path) -> Reporting:
    return open_reporting(AGENCY, PERIOD, str(root))


def raw(root: Path) -> Path:
    return root / "data" / "raw" / AGENCY / PERIOD


def kept_file(root: Path) -> Path:
    return root / "data" / "processed" / AGENCY / ".read" / f"{PERIOD}.zip"


def forms(root: Path) -> list[str]:
    """The workbooks that are no export of another system."""
    return [path.name for path in submission_files(raw(root)) if path.name.endswith(f"_{PERIOD}.xlsx")]


def append(path: Path, data: bytes) -> None:
    path.write_bytes(path.read_bytes() + data)


def rewritten(path: Path) -> None:
    """The same workbook in other bytes."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(pack(parts, level=1))


def test_nothing_is_opened_when_nothing_has_changed(
    root: Path, before: dict[str, bytes], opened: list[str], tmp_path: Path
) -> None:
    assert written(quarter(root), tmp_path / "ra") == before
    assert opened == []


def test_of_all_forms_only_the_changed_one_is_opened(
    root: Path, before: dict[str, bytes], opened: list[str], tmp_path: Path
) -> None:
    changed = forms(root)[3]
    rewritten(raw(root) / changed)
    assert written(quarter(root), tmp_path / "ra") == before
    assert opened == [changed]


@pytest.mark.parametrize("change", [
    lambda root: append(root / "params" / AGENCY / "units.csv", b"\n"),
    lambda root: forget_readings(quarter(root).workspace, AGENCY),
    lambda root: kept_file(root).write_bytes(b"PK"),
], ids=["another setting", "all forgotten", "cut short"])  # fmt: skip
def test_everything_is_opened_when(
    change: Callable[[Path], object], root: Path, before: dict[str, bytes], opened: list[str], tmp_path: Path
) -> None:
    change(root)
    assert written(quarter(root), tmp_path / "ra") == before
    assert opened == forms(root)


def test_settings_given_by_hand_are_read_by_themselves(root: Path, opened: list[str], tmp_path: Path) -> None:
    by_hand = open_reporting(AGENCY, PERIOD, str(root), {"tables": ["dossiers"]})
    assert written(by_hand, tmp_path / "ra") == written(by_hand, tmp_path / "ra", kept=False)
    assert opened == forms(root) * 2


def test_a_form_under_another_name_is_read_anew(root: Path, opened: list[str], tmp_path: Path) -> None:
    name = forms(root)[0]
    (raw(root) / name).rename(raw(root) / f"gui_lai_{PERIOD}.xlsx")
    now = written(quarter(root), tmp_path / "ra")
    assert opened == [f"gui_lai_{PERIOD}.xlsx"]
    assert now == written(quarter(root), tmp_path / "ra", kept=False)


def test_what_is_no_longer_sent_is_no_longer_kept(root: Path, tmp_path: Path) -> None:
    (raw(root) / forms(root)[0]).unlink()
    written(quarter(root), tmp_path / "ra")
    assert len(zipfile.ZipFile(kept_file(root)).namelist()) == len(forms(root))


def test_a_file_that_was_refused_is_tried_again(root: Path, opened: list[str], tmp_path: Path) -> None:
    (raw(root) / f"hong_{PERIOD}.xlsx").write_bytes(b"PK")
    first = written(quarter(root), tmp_path / "ra")
    assert written(quarter(root), tmp_path / "ra") == first
    assert opened == [f"hong_{PERIOD}.xlsx"] * 2


def test_a_form_that_changes_while_it_is_read_is_not_kept(root: Path, tmp_path: Path) -> None:
    reporting, form = quarter(root), raw(root) / forms(root)[0]
    kept = kept_readings(reporting)
    reading = kept.find(form)
    assert reading is not None
    rewritten(form)
    again = kept_readings(reporting)
    assert again.find(form) is None
    form.write_bytes(form.read_bytes() + b" ")
    again.take(form, reading)
    again.save()
    assert kept_readings(reporting).find(form) is None


@pytest.mark.parametrize("seed", range(6))
def test_a_kept_file_with_spoiled_bytes_changes_nothing(
    seed: int, root: Path, before: dict[str, bytes], tmp_path: Path
) -> None:
    chance, data = random.Random(seed), bytearray(kept_file(root).read_bytes())
    for _ in range(8):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    kept_file(root).write_bytes(data)
    assert written(quarter(root), tmp_path / "ra") == before


def test_readings_that_were_exchanged_or_spoiled_are_read_anew_and_kept_rightly(
    root: Path, before: dict[str, bytes], opened: list[str], tmp_path: Path
) -> None:
    with zipfile.ZipFile(kept_file(root)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    first, second, third, *_ = parts
    parts |= {first: parts[second], second: parts[first], third: parts[third][:-9]}
    kept_file(root).write_bytes(pack(parts))
    assert written(quarter(root), tmp_path / "ra") == before
    assert len(opened) == 3
    assert written(quarter(root), tmp_path / "ra") == before
    assert len(opened) == 3


@pytest.mark.parametrize("data", [
    b"\x80\x05\x8e" + (2**63 - 1).to_bytes(8, "little") + b"x.", b"\x80\x05K\x01r\xff\xff\xff\xff.",
    b"\x80\x02creport_utils.intake.sent\nFileReading\n)\x81.",
    b"\x80\x04\x8c\x07decimal\x8c\x07Decimal\x93\x8c\x01x\x85R.",
])  # fmt: skip
def test_an_entry_made_by_hand_is_read_anew(
    data: bytes, root: Path, before: dict[str, bytes], opened: list[str], tmp_path: Path
) -> None:
    kept_file(root).write_bytes(pack(dict.fromkeys(zipfile.ZipFile(kept_file(root)).namelist(), data)))
    assert written(quarter(root), tmp_path / "ra") == before
    assert opened == forms(root)


class Planted:
    """Somebody's object that would write a file when it is made."""

    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return Path.touch, (Path("đã chạy"),)


def test_nothing_foreign_in_a_kept_file_is_ever_made(
    root: Path, before: dict[str, bytes], opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = zipfile.ZipFile(kept_file(root)).namelist()
    kept_file(root).write_bytes(pack(dict.fromkeys(names, pickle.dumps(Planted()))))
    assert written(quarter(root), tmp_path / "ra") == before
    assert opened == forms(root)
    assert not (tmp_path / "đã chạy").exists()


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(
    root: Path, before: dict[str, bytes], tmp_path: Path
) -> None:
    forget_readings(quarter(root).workspace, AGENCY)
    kept_file(root).parent.write_bytes(b"")  # a file where the folder should be
    assert written(quarter(root), tmp_path / "ra") == before


def test_units_and_tables_are_those_of_the_settings_and_of_the_code(root: Path) -> None:
    reporting, form = quarter(root), raw(root) / forms(root)[0]
    reading = kept_readings(reporting).find(form)
    assert reading is not None
    assert reading.sent is not None
    assert any(reading.sent.unit is unit for unit in reporting.agency.units)
    assert all(part.table is TABLES[part.table.code] for part in reading.sent.parts)
    assert reading.sent.submission is not None
    assert reading.sent.submission.book.path == form
