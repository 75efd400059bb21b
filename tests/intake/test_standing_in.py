"""Which source counts for the dossiers of a unit: its form, the list of cases, or Biểu 06."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.reporting_rate import State, unit_statuses
from report_utils.findings import CellRef
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset, Received
from report_utils.intake.dataset_files import load_dataset, save_dataset
from report_utils.intake.exports.sample import sample_workbook
from report_utils.intake.exports.windows import COUNTED

Act = Callable[..., Any]
SHEET = "Hồ sơ TTHC"
STAMP = dt.date(2024, 9, 15)
SUMMARY_HEADER = [
    ["Lĩnh vực giải quyết", "Số hồ sơ nhận giải quyết", "", "", "", "Số hồ sơ đã giải quyết", "", "", "",
     "Số hồ sơ đang giải quyết", "", ""],
    ["", "Tổng số", "Trực tuyến", "Trực tiếp", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn",
     "Tổng số", "Trong hạn", "Quá hạn"],
]  # fmt: skip
ONE = {"Khám bệnh, chữa bệnh": dict(zip(COUNTED, (4, 1, 2, 3, 1, 1, 1, 1), strict=True))}


@pytest.fixture
def cases(case_list: Act, raw: Path) -> Act:
    """Puts a list of cases with these counts by field into the raw folder."""

    def put(file: str, counts: Mapping[str, Mapping[str, int]]) -> Path:
        (raw / file).write_bytes(case_list(counts))
        return raw / file

    return put


@pytest.fixture
def summary(raw: Path) -> Act:
    """Puts a Biểu 06 with these counts by field into the raw folder."""

    def put(file: str, counts: Mapping[str, Mapping[str, int]]) -> Path:
        rows: list[list[Any]] = [*SUMMARY_HEADER]
        for field, numbers in counts.items():
            values = [numbers[column] for column in COUNTED]
            groups = (values[:3], values[3:6], values[6:])
            rows.append([field, *(cell for group in groups for cell in (sum(group), *group))])
        (raw / file).write_bytes(sample_workbook("Biểu 06", rows, STAMP))
        return raw / file

    return put


def counted(dataset: Dataset, unit: str) -> dict[str, dict[str, int]]:
    return {row["field"]: {column: row[column] for column in COUNTED}
            for row in dataset.records("dossiers") if row["unit"] == unit}


def codes(dataset: Dataset) -> set[tuple[str, str]]:
    return {(found.code, found.unit) for found in dataset.findings if found.code not in ("N01", "X11")}


def entry(dataset: Dataset, unit: str) -> Received:
    return dataset.by_unit[unit]


def test_a_list_stands_for_a_unit_that_is_asked_nothing_else(
    reporting: Reporting, cases: Act, one_stop_facts: dict[str, dict[str, int]]
) -> None:
    path = cases("DanhSachHoSo_TTPVHCC_Q3.xlsx", one_stop_facts)
    reporting = asking(reporting, "dossiers")
    dataset = read_dataset(reporting)
    assert counted(dataset, "ttpvhcc") == one_stop_facts
    received = entry(dataset, "ttpvhcc")
    assert (received.file, received.tables, received.exported, received.has_form) == (
        path.name, ("dossiers",), ("dossiers",), False)  # fmt: skip
    assert codes(dataset) == set()
    assert "Trung tâm Phục vụ hành chính công tỉnh" not in {found.unit for found in dataset.findings
                                                           if found.code == "N01"}
    assert state(reporting, dataset, "ttpvhcc") is State.UNDATED


def asking(reporting: Reporting, *tables: str) -> Reporting:
    """The same period, in which only these tables are asked for."""
    return replace(reporting, settings=reporting.settings.model_copy(update={"tables": tables}))


def state(reporting: Reporting, dataset: Dataset, unit: str) -> State:
    return next(status.state for status in unit_statuses(reporting, dataset) if status.unit.code == unit)


def test_a_list_alone_does_not_stand_for_the_form_of_a_unit_that_is_asked_more(
    reporting: Reporting, cases: Act
) -> None:
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    dataset = read_dataset(reporting)
    assert counted(dataset, "bvbr") == ONE
    assert entry(dataset, "bvbr").tables == ("dossiers",)
    assert "Bệnh viện Bà Rịa" in {found.unit for found in dataset.findings if found.code == "N01"}
    assert state(reporting, dataset, "bvbr") is State.MISSING


def test_the_form_counts_where_it_says_anything(reporting: Reporting, submit: Act, cases: Act, clean: Any) -> None:
    submit("bvbr")
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    dataset = read_dataset(reporting)
    assert counted(dataset, "bvbr") == counted(clean["2024-Q3"], "bvbr")
    assert (entry(dataset, "bvbr").exported, [export.file for export in dataset.exports]) == (
        (), ["DanhSachHoSo_bvbr.xlsx"])  # fmt: skip


def blank(workbook: Any) -> None:
    for row in workbook[SHEET].iter_rows(min_row=9, min_col=2):
        for cell in row:
            if type(cell).__name__ != "MergedCell":
                cell.value = None


@pytest.mark.parametrize("change", [blank, lambda workbook: workbook.remove(workbook[SHEET])], ids=["blank", "removed"])
def test_the_list_counts_where_the_form_says_nothing(
    reporting: Reporting, alter: Act, cases: Act, change: Callable[[Any], object]
) -> None:
    alter("bvbr", change)
    assert codes(read_dataset(reporting)) in ({("B05", "Bệnh viện Bà Rịa")}, {("N02", "Bệnh viện Bà Rịa")})
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    dataset = read_dataset(reporting)
    assert codes(dataset) == set()
    assert counted(dataset, "bvbr") == ONE
    received = entry(dataset, "bvbr")
    assert (received.file, received.exported, received.has_form) == ("bvbr_2024-Q3.xlsx", ("dossiers",), True)
    assert set(received.tables) == {"dossiers", "staffing", "indicators", "narratives", "explanations"}
    assert state(reporting, dataset, "bvbr") is State.ON_TIME


def test_nothing_to_report_in_the_form_counts_before_a_list(
    reporting: Reporting, submit: Act, cases: Act
) -> None:
    submit("dskhhgd")
    cases("DanhSachHoSo_dskhhgd.xlsx", ONE)
    dataset = read_dataset(reporting)
    assert (counted(dataset, "dskhhgd"), entry(dataset, "dskhhgd").nil) == ({}, ("dossiers",))


def test_the_list_counts_before_the_summary_and_the_summary_before_nothing(
    reporting: Reporting, cases: Act, summary: Act
) -> None:
    other = {"Khám bệnh, chữa bệnh": {**ONE["Khám bệnh, chữa bệnh"], "early": 4, "overdue": 0}}
    summary("Bieu06_bvbr.xlsx", other)
    dataset = read_dataset(reporting)
    assert counted(dataset, "bvbr") == other
    [record] = dataset.records("dossiers")
    assert dataset.ref(record, "early") == CellRef("Bieu06_bvbr.xlsx", "Biểu 06", "G3")
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    dataset = read_dataset(reporting)
    assert counted(dataset, "bvbr") == ONE
    assert len(dataset.exports) == 2


def test_an_export_that_cannot_be_read_changes_nothing(
    reporting: Reporting, submit: Act, raw: Path, clean: Any
) -> None:
    submit("bvbr")
    for name in ("DanhSachHoSo_bvbr.xlsx", "DanhSachHoSo_cdc.xlsx", "Bieu06_khongco.xlsx"):
        (raw / name).write_bytes(b"no workbook")
    dataset = read_dataset(reporting)
    assert counted(dataset, "bvbr") == counted(clean["2024-Q3"], "bvbr")
    assert {(found.file, found.code) for found in dataset.findings if found.code != "N01"} == {
        ("DanhSachHoSo_bvbr.xlsx", "T05"), ("DanhSachHoSo_cdc.xlsx", "T05"), ("Bieu06_khongco.xlsx", "X02")}


def test_a_table_that_the_period_does_not_ask_is_not_taken_from_an_export(
    reporting: Reporting, cases: Act
) -> None:
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    assert read_dataset(asking(reporting, "staffing")).received == ()


def test_rows_of_a_list_know_the_cells_that_they_were_counted_from(reporting: Reporting, cases: Act) -> None:
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    dataset = read_dataset(reporting)
    [export], [record] = dataset.exports, dataset.records("dossiers")
    for column in COUNTED:
        assert dataset.ref(record, column) == export.ref("bvbr", record["field"], column)
    assert dataset.ref(record, "online").cell.count(":") == 1


def test_exports_and_spans_survive_being_saved(reporting: Reporting, cases: Act, tmp_path: Path) -> None:
    cases("DanhSachHoSo_bvbr.xlsx", ONE)
    dataset = read_dataset(reporting)
    save_dataset(dataset, tmp_path / "now")
    loaded = load_dataset(tmp_path / "now")
    assert (loaded.spans, loaded.received, loaded.letters) == (dataset.spans, dataset.received, dataset.letters)
    [record] = loaded.records("dossiers")
    assert loaded.ref(record, "online") == dataset.ref(record, "online")
    [export], [again] = dataset.exports, loaded.exports
    found = [one.behind(dataset.ref(record, "online")) for one in (export, again)]
    assert [count.rows.size for count in found if count] == [4, 4]


def test_what_an_earlier_reading_kept_goes_away(reporting: Reporting, cases: Act, tmp_path: Path) -> None:
    path = cases("DanhSachHoSo_bvbr.xlsx", ONE)
    save_dataset(read_dataset(reporting), tmp_path)
    path.unlink()
    save_dataset(read_dataset(reporting), tmp_path)
    assert (load_dataset(tmp_path).exports, load_dataset(tmp_path).spans) == ((), {})
