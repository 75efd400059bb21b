"""Which unit was meant by a text that is no code."""

from __future__ import annotations

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.agency.unit_names import did_you_mean


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Văn phòng Sở", "vp – Văn phòng Sở"), ("van phong so", "vp – Văn phòng Sở"), ("VPP", "vp – Văn phòng Sở"),
        ("Bệnh viện Mắt", "bvm – Bệnh viện Mắt"), ("bệnh viên mắt", "bvm – Bệnh viện Mắt"),
        ("bvmat", "bvm – Bệnh viện Mắt"), ("Phòng KHTC", "khtc – Phòng Kế hoạch - Tài chính"),
    ],
)  # fmt: skip
def test_a_name_counts_before_a_code_and_a_mistyped_code_is_found(quarter: Reporting, written: str, meant: str) -> None:
    assert did_you_mean(quarter.agency.units, written) == f" Có phải «{meant}»?"


def test_a_text_like_nothing_is_met_with_no_question(quarter: Reporting) -> None:
    assert did_you_mean(quarter.agency.units, "zzzz99", "") == ""


def test_the_name_beside_a_code_that_is_not_known_tells_the_unit(quarter: Reporting) -> None:
    assert "«bvm – Bệnh viện Mắt»" in did_you_mean(quarter.agency.units, "bvtx", "Bệnh viện mắt")
