"""Exports among the files of the raw folder."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting
from report_utils.intake.book import Book, Grid
from report_utils.intake.exports.mapping import CaseMapping, SummaryMapping
from report_utils.intake.exports.naming import Claim
from report_utils.intake.exports.read import ExportReading, agency_mappings, read_book, read_exports
from report_utils.intake.exports.sample import sample_workbook
from report_utils.intake.preflight.marks import RAISED, STRUCK

HEADER = ["Mã hồ sơ", "Lĩnh vực", "Tên thủ tục hành chính", "Hình thức nộp", "Ngày tiếp nhận", "Thời hạn giải quyết",
          "Ngày hẹn trả", "Ngày trả kết quả", "Trạng thái"]  # fmt: skip


@pytest.fixture
def read_files(reporting: Reporting, tmp_path: Path) -> Callable[..., list[ExportReading]]:
    """Reads files of these names, each an empty list of cases unless other bytes are given."""
    empty = sample_workbook("Danh sách hồ sơ", [HEADER], dt.date(2024, 9, 15))

    def read(*names: str, data: bytes = empty) -> list[ExportReading]:
        for name in names:
            (tmp_path / name).write_bytes(data)
        mappings = agency_mappings(reporting.workspace, reporting.agency)
        return read_exports(reporting, mappings, [tmp_path / name for name in names])

    return read


Files = Callable[..., list[ExportReading]]


def test_files_that_are_no_exports_are_passed_over(read_files: Files) -> None:
    assert read_files("bvbr_2024-Q3.xlsx") == []


def test_an_empty_list_says_nothing_and_is_reported(reporting: Reporting, read_files: Files) -> None:
    (reading,) = read_files("DanhSachHoSo_bvbr.xlsx")
    assert reading.counts is not None
    (lines,) = reading.counts.lines(reporting.agency.units)
    assert (lines.unit.code, lines.nil, bool(lines.letters)) == ("bvbr", False, True)
    assert [found.code for found in reading.findings] == ["X16"]


def test_a_second_list_of_a_unit_is_refused(read_files: Files) -> None:
    first, second = read_files("DanhSachHoSo_TTPVHCC_2.xlsx", "DanhSachHoSo_TTPVHCC_1.xlsx")
    assert first.counts is not None
    assert first.counts.file == "DanhSachHoSo_TTPVHCC_1.xlsx"
    assert [found.code for found in second.findings] == ["X02"]


def test_a_unit_that_is_not_asked_for_dossiers_is_said(read_files: Files) -> None:
    (reading,) = read_files("DanhSachHoSo_khtc.xlsx")
    assert (reading.counts, [found.code for found in reading.findings]) == (None, ["X02"])


@pytest.mark.parametrize(
    ("data", "code"), [(b"PK\x03\x04 not a workbook", "T04"), (b"", "T03"), (b"<html></html>", "T05")],
)
def test_a_broken_file_is_a_finding_about_its_unit(read_files: Files, data: bytes, code: str) -> None:
    (reading,) = read_files("DanhSachHoSo_bvbr.xlsx", data=data)
    assert reading.counts is None
    assert [(found.code, found.unit) for found in reading.findings] == [(code, "Bệnh viện Bà Rịa")]


def test_what_is_to_be_told_of_the_workbook_is_told(read_files: Files, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Danh sách hồ sơ"
    sheet.append(HEADER)
    sheet.column_dimensions["B"].hidden = True
    workbook.save(tmp_path / "x.xlsx")
    (reading,) = read_files("DanhSachHoSo_bvbr.xlsx", data=(tmp_path / "x.xlsx").read_bytes())
    assert [(found.code, found.unit) for found in reading.findings] == [
        ("B09", "Bệnh viện Bà Rịa"), ("X16", "Bệnh viện Bà Rịa")]


CASE = ["H06-1", "Dược phẩm", "Thủ tục", "Trực tuyến", dt.date(2024, 7, 1), 10.0, dt.date(2024, 7, 15), "", ""]


def read_rows(reporting: Reporting, mapping: object, rows: Sequence[Sequence[Any]], sheet: str, **facts: Any
              ) -> ExportReading:
    epoch = facts.pop("epoch_1904", False)
    grid = Grid(sheet, [list(row) for row in rows], **facts)
    return read_book(reporting, Claim("x.xlsx", mapping, "ttpvhcc"),  # type: ignore[arg-type]
                     Book("x.xlsx", (grid,), epoch_1904=epoch))


def test_cells_that_the_plain_reader_takes_for_blank_do_not_say_that_a_dossier_is_open(
    reporting: Reporting, cases_mapping: CaseMapping
) -> None:
    rows = [HEADER, [*CASE[:7], "", "Đang xử lý"]]
    clean = read_rows(reporting, cases_mapping, rows, "Danh sách hồ sơ")
    assert clean.counts is not None
    assert (clean.findings, clean.counts.ledger.used) == ((), 1)
    for facts in ({"errors": {"H2": "#REF!"}}, {"unstored": frozenset(["H2"])}):
        reading = read_rows(reporting, cases_mapping, rows, "Danh sách hồ sơ", **facts)
        assert [(found.code, found.cell) for found in reading.findings] == [("X05", "H2"), ("X10", "")]


def test_days_counted_from_1904_are_read_as_such(reporting: Reporting, cases_mapping: CaseMapping) -> None:
    serials = [float((day - dt.date(1904, 1, 1)).days) for day in (dt.date(2024, 7, 1), dt.date(2024, 7, 15))]
    row = [*CASE[:4], serials[0], "", serials[1], "", "Đang xử lý"]
    reading = read_rows(reporting, cases_mapping, [HEADER, row], "Danh sách hồ sơ", epoch_1904=True)
    assert reading.counts is not None
    assert reading.counts.value("ttpvhcc", "Dược phẩm", "pending_overdue") == 1


SUMMARY = [["Lĩnh vực giải quyết", "Số hồ sơ nhận giải quyết", "", "", "", "Số hồ sơ đã giải quyết", "", "", "",
            "Số hồ sơ đang giải quyết", "", ""],
           ["", "Tổng số", "Trực tuyến", "Trực tiếp", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn",
            "Tổng số", "Trong hạn", "Quá hạn"],
           ["Dược phẩm", 2.0, "", 2.0, 0.0, 2.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0]]  # fmt: skip


def test_a_formula_without_its_value_is_not_zero_in_a_summary(
    reporting: Reporting, summary_mapping: SummaryMapping
) -> None:
    blank = read_rows(reporting, summary_mapping, SUMMARY, "Biểu 06")
    assert blank.counts is not None
    assert (blank.findings, blank.counts.value("ttpvhcc", "Dược phẩm", "online")) == ((), 0)
    for facts, code in (({"unstored": frozenset(["C3"])}, "O08"), ({"errors": {"C3": "#N/A"}}, "O06")):
        reading = read_rows(reporting, summary_mapping, SUMMARY, "Biểu 06", **facts)
        assert [(found.code, found.cell) for found in reading.findings] == [(code, "C3")]
        assert reading.counts is not None
        assert reading.counts.value("ttpvhcc", "Dược phẩm", "online") is None


@pytest.mark.parametrize(
    ("facts", "code", "cell"),
    [
        ({"units": {"D3": "dấu %"}}, "O17", "D3"),
        ({"marked": {"D3": STRUCK}}, "O20", "D3"),
        ({"marked": {"D3": RAISED}}, "O20", "D3"),
        ({"marked": {"A3": STRUCK}}, "O20", "A3"),
    ],
)
def test_a_count_that_shows_another_number_does_not_count(
    reporting: Reporting, summary_mapping: SummaryMapping, facts: dict[str, Any], code: str, cell: str
) -> None:
    reading = read_rows(reporting, summary_mapping, SUMMARY, "Biểu 06", **facts)
    told = [(found.code, found.cell) for found in reading.findings]
    assert told == ([(code, cell)] if cell == "D3" else [(code, cell), ("X10", "")])
    assert reading.counts is not None
    assert cell == "A3" or reading.counts.value("ttpvhcc", "Dược phẩm", "direct") is None


@pytest.mark.parametrize(
    ("facts", "code", "cell"),
    [
        ({"marked": {"A2": STRUCK}}, "O20", "A2"),
        ({"marked": {"E2": RAISED}}, "O20", "E2"),
        ({"marked": {"B2": RAISED}}, "", ""),
        ({"units": {"F2": "dấu %"}}, "O17", "F2"),
        ({"marked": {"A1": STRUCK}, "units": {"Z2": "dấu %", "F9": "dấu %"}}, "", ""),
    ],
)
def test_a_case_that_shows_something_else_than_it_holds_is_not_counted(
    reporting: Reporting, cases_mapping: CaseMapping, facts: dict[str, Any], code: str, cell: str
) -> None:
    rows = [HEADER, [*CASE[:7], "", "Đang xử lý"]]
    reading = read_rows(reporting, cases_mapping, rows, "Danh sách hồ sơ", **facts)
    assert [(found.code, found.cell) for found in reading.findings] == ([(code, cell), ("X10", "")] if code else [])


def test_a_struck_out_day_does_not_put_a_case_outside_of_the_period(
    reporting: Reporting, cases_mapping: CaseMapping
) -> None:
    late = [*CASE[:4], dt.date(2024, 9, 20), "", dt.date(2024, 9, 30), "", "Đang xử lý"]
    reading = read_rows(reporting, cases_mapping, [HEADER, late], "Danh sách hồ sơ", marked={"E2": STRUCK})
    assert [(found.code, found.cell) for found in reading.findings] == [("O20", "E2"), ("X10", "")]


def test_a_refused_row_makes_the_whole_summary_doubtful(reporting: Reporting, summary_mapping: SummaryMapping) -> None:
    rows = [*SUMMARY, ["Bói toán", *SUMMARY[2][1:]]]
    reading = read_rows(reporting, summary_mapping, rows, "Biểu 06")
    assert reading.counts is not None
    assert [found.code for found in reading.findings] == ["X07", "X10"]
    assert reading.counts.ref("ttpvhcc", "Dược phẩm", "early") in reading.findings[1].related


def test_a_list_of_which_every_row_is_refused_does_not_say_that_there_was_nothing(
    reporting: Reporting, cases_mapping: CaseMapping
) -> None:
    reading = read_rows(reporting, cases_mapping, [HEADER, [*CASE[:7], "", "?"]], "Danh sách hồ sơ")
    assert reading.counts is not None
    (lines,) = reading.counts.lines(reporting.agency.units)
    assert (lines.rows, lines.nil) == ([], False)


@pytest.mark.parametrize(
    ("title", "codes"),
    [("Từ ngày 01/1/2024 đến ngày 30/9/2024", []), ("Đến ngày 13/9/2024", ["X12"]),
     ("Từ ngày 01/9/2024 đến ngày 30/9/2024", ["X12"]), ("9 tháng đầu năm 2024", []), ("Quý II", ["X12"]),
     ("Không ghi", [])],
)
def test_a_list_must_hold_the_whole_period(
    read_list: Callable[..., ExportReading], title: str, codes: list[str]
) -> None:
    reading = read_list([], titles=[[title]])
    assert [found.code for found in reading.findings if found.code not in ("X11", "X16")] == codes


def listing(*codes: str) -> list[list[Any]]:
    day = dt.date(2024, 7, 1)
    return [HEADER, *([code, "Dược phẩm", "", "Trực tuyến", day, 10, "", dt.date(2024, 7, 5), "Đã trả kết quả"]
                      for code in codes)]


def test_a_dossier_in_the_lists_of_two_places_is_told(reporting: Reporting, read_files: Files) -> None:
    data = sample_workbook("Danh sách hồ sơ", listing("H06-1", "H06-2"), dt.date(2024, 9, 15))
    readings = read_files("DanhSachHoSo_TTPVHCC_Q3.xlsx", "DanhSachHoSo_ttra.xlsx", data=data)
    [found] = [found for reading in readings for found in reading.findings if found.code == "X15"]
    assert found.message == ("2 hồ sơ của tệp «DanhSachHoSo_ttra.xlsx» cũng có trong tệp "
                             "«DanhSachHoSo_TTPVHCC_Q3.xlsx» nên bị đếm hai lần.")


def test_a_list_on_two_sheets_is_told(reporting: Reporting, cases_mapping: CaseMapping) -> None:
    grids = tuple(Grid(f"Danh sách hồ sơ ({n})", listing(f"H06-{n}")) for n in (1, 2))
    name = "DanhSachHoSo_bvbr.xlsx"
    reading = read_book(reporting, Claim(name, cases_mapping, "bvbr"), Book(name, grids))
    [found] = [found for found in reading.findings if found.code == "X14"]
    assert (found.found, found.expected) == ("Danh sách hồ sơ (2)", "")
    assert "chỉ đọc sheet «Danh sách hồ sơ (1)»" in found.message
