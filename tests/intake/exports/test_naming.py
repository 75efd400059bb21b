"""Which file is read by which mapping."""

import unicodedata

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.findings import Finding
from report_utils.intake.exports.mapping import CaseMapping, SummaryMapping
from report_utils.intake.exports.naming import Claim, claim


@pytest.mark.parametrize(
    ("file", "unit"),
    [("DanhSachHoSo_TTPVHCC_Q3.xlsx", "ttpvhcc"), ("danhsachhoso_ttpvhcc_15-9.XLSX", "ttpvhcc"),
     ("DanhSachHoSo_ttyt-vt.xlsx", "ttyt-vt")],
)  # fmt: skip
def test_the_name_says_the_mapping_and_the_unit(
    reporting: Reporting, cases_mapping: CaseMapping, file: str, unit: str
) -> None:
    assert claim([cases_mapping], file, reporting.agency.units) == Claim(file, cases_mapping, unit)


def test_a_file_of_another_name_is_no_export(reporting: Reporting, cases_mapping: CaseMapping) -> None:
    assert claim([cases_mapping], "Bao cao CCHC.xlsx", reporting.agency.units) is None


def test_an_unknown_unit_is_said(reporting: Reporting, cases_mapping: CaseMapping) -> None:
    found = claim([cases_mapping], "DanhSachHoSo_abc.xlsx", reporting.agency.units)
    assert isinstance(found, Finding)
    assert (found.code, "abc" in found.message) == ("X02", True)


def test_two_mappings_for_one_file_are_not_guessed(
    reporting: Reporting, cases_mapping: CaseMapping, summary_mapping: SummaryMapping
) -> None:
    other = summary_mapping.model_copy(update={"files": cases_mapping.files})
    found = claim([cases_mapping, other], "DanhSachHoSo_bvbr.xlsx", reporting.agency.units)
    assert isinstance(found, Finding)
    assert found.code == "X02"


def test_decomposed_names_are_the_same(reporting: Reporting, cases_mapping: CaseMapping) -> None:
    mapping = cases_mapping.model_copy(
        update={"files": (cases_mapping.files[0].model_copy(update={"pattern": "Hồ sơ *.xlsx"}),)})
    file = unicodedata.normalize("NFD", "Hồ sơ quý 3.xlsx")
    assert isinstance(claim([mapping], file, reporting.agency.units), Claim)
