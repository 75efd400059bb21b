"""The made-up case list, from its bytes to the counts: what the sample agency would see."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from report_utils.agency.reporting import Reporting
from report_utils.findings.files import save_findings
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import tidy
from report_utils.intake.exports.counts import Count, ranges
from report_utils.intake.exports.files import load_exports, save_exports
from report_utils.intake.exports.mapping import CaseMapping
from report_utils.intake.exports.read import ExportReading, agency_mappings, read_exports
from report_utils.intake.exports.sample import PERSONAL_HEADERS, sample_cases, sample_rows, sample_workbook
from report_utils.intake.exports.windows import COUNTED, RECEIVED, RESOLVED

FILE = "DanhSachHoSo_TTPVHCC_Q3.xlsx"
Facts = dict[str, dict[str, int]]
NO_ROWS = np.array([], np.int32)


@pytest.fixture(scope="module")
def workbook(reporting: Reporting, cases_mapping: CaseMapping, one_stop_facts: Facts) -> bytes:
    calendar = reporting.agency.profile.working_days.calendar
    cases = sample_cases(cases_mapping, one_stop_facts, reporting.window, calendar, unrelated=228)
    rows = sample_rows(cases_mapping, cases, reporting.window.cutoff)
    return sample_workbook("Danh sách hồ sơ", rows, dt.date(2024, 9, 15))


@pytest.fixture(scope="module")
def folder(workbook: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("raw")
    (folder / FILE).write_bytes(workbook)
    return folder


@pytest.fixture(scope="module")
def reading(reporting: Reporting, folder: Path) -> ExportReading:
    return read(reporting, folder / FILE)


def read(reporting: Reporting, path: Path) -> ExportReading:
    (reading,) = read_exports(reporting, agency_mappings(reporting.workspace, reporting.agency), [path])
    return reading


def test_the_counts_are_those_of_the_facts(reading: ExportReading, one_stop_facts: Facts) -> None:
    assert reading.counts is not None
    found = {key[1]: {c: columns[c].value for c in COUNTED} for key, columns in reading.counts.counts.items()}
    assert found == one_stop_facts
    total = {c: sum(numbers[c] or 0 for numbers in found.values()) for c in COUNTED}
    assert [total[c] for c in (*RECEIVED, *RESOLVED)] == [770, 5, 223, 796, 35, 32]
    assert (total["pending_in_time"], total["pending_overdue"]) == (135, 0)
    assert (reading.counts.ledger.used, reading.counts.ledger.refused) == (998, 0)


def test_the_list_has_1226_dossiers_and_personal_columns(folder: Path) -> None:
    sheet = load_workbook(folder / FILE, read_only=True).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert set(PERSONAL_HEADERS) <= set(rows[3])
    assert sum(str(row[1]).startswith("H06.15-") for row in rows if len(row) > 1) == 1226


def test_equal_facts_give_equal_bytes(
    reporting: Reporting, cases_mapping: CaseMapping, one_stop_facts: Facts, workbook: bytes
) -> None:
    calendar = reporting.agency.profile.working_days.calendar
    cases = sample_cases(cases_mapping, one_stop_facts, reporting.window, calendar, unrelated=228)
    rows = sample_rows(cases_mapping, cases, reporting.window.cutoff)
    assert sample_workbook("Danh sách hồ sơ", rows, dt.date(2024, 9, 15)) == workbook


def test_each_count_can_be_traced_to_exactly_its_rows(reading: ExportReading) -> None:
    assert reading.counts is not None
    for key, columns in reading.counts.counts.items():
        for column, count in columns.items():
            assert count.rows.size == count.value
            again = reading.counts.behind(reading.counts.ref(*key, column)) or Count(0, NO_ROWS, count.column)
            assert again.rows.tolist() == count.rows.tolist()
            cells = [cell.split(":") for cell in ranges(count.column, again.rows)]
            spans = [(int(cell[0].lstrip(count.column)), int(cell[-1].lstrip(count.column))) for cell in cells]
            assert [n for first, last in spans for n in range(first, last + 1)] == count.rows.tolist()


def test_counts_survive_being_saved(reading: ExportReading, tmp_path: Path) -> None:
    assert reading.counts is not None
    save_exports([reading.counts], tmp_path)
    (loaded,) = load_exports(tmp_path)
    assert {**vars(loaded), "counts": None} == {**vars(reading.counts), "counts": None}
    for key, columns in reading.counts.counts.items():
        for column, count in columns.items():
            again = loaded.counts[key][column]
            assert (again.value, again.column, again.rows.tolist()) == (count.value, count.column, count.rows.tolist())
    assert load_exports(tmp_path / "none") == ()


def test_no_personal_value_reaches_any_output(
    reporting: Reporting, cases_mapping: CaseMapping, one_stop_facts: Facts, tmp_path: Path
) -> None:
    """Values are put into wrong columns too: as they are, moved by one column, and in place of every kept value."""
    calendar = reporting.agency.profile.working_days.calendar
    cases = sample_cases(cases_mapping, one_stop_facts, reporting.window, calendar)[:200]
    rows = sample_rows(cases_mapping, cases, reporting.window.cutoff)
    secrets = ["Nguyễn Thị Bí Mật", "077199123456", "0912 345 678", "12 Trần Phú, Vũng Tàu", "DN4797912345678",
               "bimat@example.vn", "273123456"]
    for number, row in enumerate(rows[4:104]):
        if number % 2:
            row[1:] = [*row[2:], ""]
        else:
            row[number % len(row)] = secrets[number // 2 % len(secrets)]
    for secret in secrets:
        rows += [[1, *[secret] * 15] for _ in range(2)]
    path = tmp_path / FILE
    path.write_bytes(sample_workbook("Danh sách hồ sơ", rows, dt.date(2024, 9, 15)))
    reading = read(reporting, path)
    path.unlink()
    assert reading.counts is not None
    assert reading.counts.ledger.refused > 50
    save_exports([reading.counts], tmp_path)
    save_findings(reading.findings, tmp_path)
    frame = tidy(DOSSIERS, reading.counts.lines(reporting.agency.units))
    frame.to_csv(tmp_path / "dossiers.csv")
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir()).decode("utf-8", errors="replace")
    personal = [*secrets, "NGƯỜI GIẢ", "Địa chỉ giả", "000000000", "XX0000", "01/01/1900", "0912", "Bí Mật"]
    assert [text for text in personal if text in written] == []
