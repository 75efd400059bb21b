"""The dataset of a period: every unit on its own, the same every time, the same after it was saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from report_utils.findings import CellRef
from report_utils.forms.tables import TABLES
from report_utils.intake.dataset import PROVENANCE, Dataset
from report_utils.intake.dataset_files import load_dataset, save_dataset

Read = Callable[[], Dataset]
Act = Callable[..., Any]
Clean = dict[str, Dataset]


def others(dataset: Dataset, unit: str) -> dict[str, list[dict[str, Any]]]:
    """The rows and totals of all units but one."""
    tables = {code: dataset.records(code) for code in dataset.tables}
    totals = {f"total of {code}": dataset.total_records(code) for code in dataset.totals}
    return {code: [row for row in rows if row["unit"] != unit] for code, rows in (tables | totals).items()}


def test_the_samples_are_read_without_a_finding(clean: Clean) -> None:
    assert clean["2024-Q3"].findings == ()
    assert clean["2024-H1"].findings == ()
    assert set(clean["2024-Q3"].tables) == set(TABLES)
    assert set(clean["2024-H1"].tables) == {"dossiers", "finance_lines", "explanations"}


def test_every_row_knows_its_unit_file_sheet_and_row(clean: Clean) -> None:
    dataset = clean["2024-Q3"]
    for code, frame in dataset.tables.items():
        assert tuple(frame.columns) == (*PROVENANCE, *(column.code for column in TABLES[code].columns))
    [record] = [row for row in dataset.records("dossiers") if row["unit"] == "bvbr"]
    assert dataset.ref(record, "carried_over") == CellRef("bvbr_2024-Q3.xlsx", "Hồ sơ TTHC", "F10")
    assert (record["direct"], record["field"]) == (264, "Khám bệnh, chữa bệnh")


def test_units_come_in_the_order_of_the_catalogue(quarter: Any, clean: Clean) -> None:
    order = [unit.code for unit in quarter.agency.units]
    for code in clean["2024-Q3"].tables:
        units = [order.index(row["unit"]) for row in clean["2024-Q3"].records(code)]
        assert units == sorted(units)


def delete_sheets(workbook: Any) -> None:
    for name in workbook.sheetnames[1:]:
        workbook.remove(workbook[name])


def type_nonsense(workbook: Any) -> None:
    for sheet in workbook.worksheets[2:-1]:
        for row in sheet.iter_rows(min_row=7, min_col=2):
            for cell in row:
                if type(cell).__name__ != "MergedCell":
                    cell.value = "?!"


def pretend_to_be_another(workbook: Any) -> None:
    workbook["Thông tin"]["B4"] = "không rõ"


@pytest.mark.parametrize("fault", [delete_sheets, type_nonsense, pretend_to_be_another])
def test_a_faulty_unit_never_changes_what_is_read_of_the_others(
    submit: Act, alter: Act, read: Read, clean: Clean, fault: Callable[[Any], None]
) -> None:
    submit()
    alter("ttra", fault)
    dataset = read()
    assert dataset.findings
    assert {found.file for found in dataset.findings} <= {"ttra_2024-Q3.xlsx", ""}
    assert {found.unit for found in dataset.findings} <= {"Thanh tra Sở", "không rõ"}
    assert others(dataset, "ttra") == others(clean["2024-Q3"], "ttra")


def test_a_file_that_cannot_be_opened_never_changes_what_is_read_of_the_others(
    submit: Act, raw: Path, read: Read, clean: Clean
) -> None:
    submit()
    (raw / "ttra_2024-Q3.xlsx").write_bytes(b"PK hong")
    dataset = read()
    assert [(found.code, found.unit) for found in dataset.findings] == [
        ("N01", "Thanh tra Sở"), ("T04", "Thanh tra Sở")]
    assert dataset.findings[0].message == ("Thanh tra Sở chưa gửi tệp số liệu dùng được trong kỳ này. Tệp "
                                           "«ttra_2024-Q3.xlsx» không được tính: xem T04.")
    assert others(dataset, "ttra") == others(clean["2024-Q3"], "ttra")


def test_a_form_whose_guide_still_stands_last_is_read_as_before(alter: Act, read: Read) -> None:
    alter("kn", lambda workbook: None)
    as_now = read()
    alter("kn", lambda workbook: workbook.move_sheet("Hướng dẫn", len(workbook.sheetnames)))
    same(as_now, read())
    assert [found for found in as_now.findings if found.file] == []
    assert as_now.records("staffing") != []


def test_the_order_in_which_files_come_does_not_matter(
    samples: dict[str, dict[str, bytes]], raw: Path, read: Read, clean: Clean
) -> None:
    for number, data in enumerate(reversed(samples["2024-Q3"].values())):
        (raw / f"{number:02d}.xlsx").write_bytes(data)
    dataset = read()
    for code in TABLES:
        mine, theirs = dataset.tables[code], clean["2024-Q3"].tables[code]
        pd.testing.assert_frame_equal(mine.drop(columns="file"), theirs.drop(columns="file"))


def same(one: Dataset, other: Dataset) -> None:
    """Assert that two datasets are equal to the last value and type."""
    for frames, loaded in ((one.tables, other.tables), (one.totals, other.totals)):
        assert frames.keys() == loaded.keys()
        for code, frame in frames.items():
            pd.testing.assert_frame_equal(frame, loaded[code], check_exact=True)
    for code in one.tables:
        assert one.records(code) == other.records(code)
        types = [[type(value) for value in row.values()] for row in one.records(code)]
        assert types == [[type(value) for value in row.values()] for row in other.records(code)]
    assert (one.letters, one.received, one.findings) == (other.letters, other.received, other.findings)
    assert one.ledgers == other.ledgers


@pytest.mark.parametrize("period", ["2024-Q3", "2024-H1"])
def test_a_dataset_that_was_saved_is_loaded_exactly(clean: Clean, tmp_path: Path, period: str) -> None:
    save_dataset(clean[period], tmp_path / "đã xử lý")
    same(clean[period], load_dataset(tmp_path / "đã xử lý"))


def test_a_dataset_with_blanks_findings_and_long_numbers_is_loaded_exactly(
    submit: Act, retype: Act, read: Read, tmp_path: Path
) -> None:
    submit("bqlda", "dskhhgd")
    retype("bvbr", "Hồ sơ TTHC", {"E10": "chưa có", "A10": "007", "B10": None})
    retype("ttra", "Chỉ tiêu", {"E7": "0,1234567890123456789", "F7": 0.1, "G7": dt.date(2024, 9, 14), "H7": "x"})
    dataset = read()
    assert dataset.findings
    [record] = [row for row in dataset.records("indicators") if row["unit"] == "ttra"]
    assert record["numerator"] == Decimal("0.1234567890123456789")
    assert record["denominator"] == Decimal("0.1")
    assert (record["as_of"], record["nil"]) == (dt.date(2024, 9, 14), True)
    save_dataset(dataset, tmp_path)
    same(dataset, load_dataset(tmp_path))


def test_an_empty_dataset_is_loaded_exactly(read: Read, tmp_path: Path) -> None:
    dataset = read()
    assert all(frame.empty for frame in dataset.tables.values())
    save_dataset(dataset, tmp_path)
    same(dataset, load_dataset(tmp_path))


def test_a_dataset_is_saved_as_the_same_bytes_every_time(clean: Clean, tmp_path: Path) -> None:
    for name in ("một", "hai"):
        save_dataset(clean["2024-H1"], tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "một") for path in (tmp_path / "một").rglob("*") if path.is_file())
    assert files
    assert all((tmp_path / "một" / file).read_bytes() == (tmp_path / "hai" / file).read_bytes() for file in files)
