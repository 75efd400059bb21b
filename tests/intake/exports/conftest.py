"""The sample agency with its mappings, and sheets typed in by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.intake.book import Book, Grid
from report_utils.intake.exports.mapping import CaseMapping, SummaryMapping
from report_utils.intake.exports.naming import Claim
from report_utils.intake.exports.read import ExportReading, agency_mappings, read_book

ROOT = Path(__file__).parents[3]
FILE = "DanhSachHoSo_TTPVHCC_Q3.xlsx"
HEADER = ["STT", "Mã hồ sơ", "Người nộp", "Số CCCD", "Lĩnh vực", "Tên thủ tục hành chính", "Hình thức tiếp nhận",
          "Ngày tiếp nhận", "Thời hạn giải quyết", "Ngày hẹn trả", "Ngày trả kết quả", "Tình trạng hồ sơ"]


@pytest.fixture(scope="session")
def reporting() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(ROOT))


@pytest.fixture(scope="session")
def cases_mapping(reporting: Reporting) -> CaseMapping:
    return next(m for m in agency_mappings(reporting.workspace, reporting.agency) if isinstance(m, CaseMapping))


@pytest.fixture(scope="session")
def summary_mapping(reporting: Reporting) -> SummaryMapping:
    return next(m for m in agency_mappings(reporting.workspace, reporting.agency) if isinstance(m, SummaryMapping))


@pytest.fixture
def read_list(reporting: Reporting, cases_mapping: CaseMapping) -> Callable[..., ExportReading]:
    """Reads a case list of the given rows below the header."""

    def read(rows: Sequence[Sequence[object]], titles: Sequence[Sequence[object]] = (), mapping: object = None,
             unit: str = "ttpvhcc") -> ExportReading:
        grid = Grid("Danh sách hồ sơ", [list(row) for row in (*titles, HEADER, *rows)])  # type: ignore[misc]
        return read_book(reporting, Claim(FILE, mapping or cases_mapping, unit), Book(FILE, (grid,)))  # type: ignore[arg-type]

    return read
