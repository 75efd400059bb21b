"""Who signs, on what legal bases, to whom the report goes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from report_utils.agency.issuer import Signer
from report_utils.agency.profile import LegalBasis, ReportSettings
from report_utils.agency.reporting import Reporting, open_reporting


@pytest.fixture
def report(reporting: Reporting) -> ReportSettings:
    return reporting.agency.profile.reports["cchc"]


@pytest.mark.parametrize(
    ("authority", "head", "title", "lines"),
    [
        ("", "Giám đốc", "", ("GIÁM ĐỐC",)),
        ("Q.", "Giám đốc", "", ("Q. GIÁM ĐỐC",)),
        ("KT.", "Giám đốc", "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("TL.", "Giám đốc", "Chánh Văn phòng", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
        ("TUQ.", "Giám đốc", "Trưởng phòng Nghiệp vụ", ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG NGHIỆP VỤ")),
        ("TM.", "Ủy ban nhân dân", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    ],
)
def test_the_capacity_of_the_signer_is_written_as_the_decree_says(
    authority: str, head: str, title: str, lines: tuple[str, ...]
) -> None:
    signer = Signer(authority=authority, head=head, title=title, name="Nguyễn Văn A")  # type: ignore[arg-type]
    assert signer.capacity == lines


def test_the_sample_report_is_signed_by_a_deputy(report: ReportSettings) -> None:
    assert report.signer.capacity == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert report.signer.name == "Nguyễn Văn Thái"


def test_a_period_may_have_a_signer_of_its_own(workspace: Path) -> None:
    own = open_reporting("syt-brvt", "2024-Q3", str(workspace),
                         {"signer": {"authority": "Q.", "head": "Giám đốc", "name": "Trần Thị B"}})
    assert own.settings.signer is not None
    assert own.settings.signer.capacity == ("Q. GIÁM ĐỐC",)


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2021-12-07", False), ("2021-12-08", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_a_legal_basis_counts_from_its_first_to_its_last_day(day: str, counts: bool) -> None:
    basis = LegalBasis(text="Quyết định số 4655", since=dt.date(2021, 12, 8), until=dt.date(2025, 12, 31))
    assert basis.in_force(dt.date.fromisoformat(day)) is counts


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (dt.date(2021, 12, 7), ()),
        (dt.date(2022, 1, 1), ("4655/QĐ-UBND",)),
        (dt.date(2024, 9, 14), ("4655/QĐ-UBND", "315/SNV-CCHC&VTTLT")),
        (dt.date(2026, 1, 1), ("315/SNV-CCHC&VTTLT",)),
    ],
)
def test_a_report_cites_the_legal_bases_in_force_on_its_day(
    report: ReportSettings, day: dt.date, numbers: tuple[str, ...]
) -> None:
    bases = report.bases(day)
    assert len(bases) == len(numbers)
    assert all(number in basis for number, basis in zip(numbers, bases, strict=True))


def test_the_recipients_begin_with_as_above_and_end_with_the_files(report: ReportSettings) -> None:
    lines = report.lines_of_recipients
    assert (lines[0], lines[-1]) == ("Như trên", "Lưu: VT, VP")
    assert lines[1:-1] == report.recipients


def test_without_an_addressee_nobody_is_named_above(report: ReportSettings) -> None:
    assert "Như trên" not in report.model_copy(update={"addressees": ()}).lines_of_recipients
