"""An agency that was called otherwise: the day of a document decides which name and letterhead it bears."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.profile import Profile
from report_utils.agency.reporting import open_reporting
from report_utils.errors import SettingsError

Rewrite = Callable[[str, str, str], None]

FORMERLY = """formerly:
  - until: 2024-06-30
    name: Sở Y tế tỉnh Cũ
    province: tỉnh Cũ
    symbol: SYTC
    letterhead: {superior: UBND TỈNH CŨ, agency: SỞ Y TẾ, place: Cũ}
    reports:
      cchc:
        signer: {head: Giám đốc, name: Trần Thị Bình}
        addressees: [Sở Nội vụ tỉnh Cũ]
  - until: 2023-12-31
    name: Ty Y tế tỉnh Cũ
"""


@pytest.fixture
def profile(workspace: Path, rewrite: Rewrite) -> Profile:
    """The profile of today, with two earlier states."""
    rewrite("agency.yaml", "letterhead:\n", f"{FORMERLY}letterhead:\n")
    return open_reporting("syt-brvt", "2024-Q3", str(workspace)).agency.profile


def test_today_nothing_is_otherwise(profile: Profile) -> None:
    assert profile.name == "Sở Y tế tỉnh Bà Rịa - Vũng Tàu"
    assert profile.letterhead.superior == "UBND TỈNH BÀ RỊA - VŨNG TÀU"
    assert profile.on(dt.date(2024, 7, 1)).name == profile.name


def test_the_last_day_of_a_state_belongs_to_it(profile: Profile) -> None:
    before = profile.on(dt.date(2024, 6, 30))
    assert (before.name, before.province, before.symbol) == ("Sở Y tế tỉnh Cũ", "tỉnh Cũ", "SYTC")
    assert before.letterhead.place == "Cũ"


def test_what_a_state_does_not_say_was_as_in_the_state_that_followed(profile: Profile) -> None:
    first = profile.on(dt.date(2023, 12, 31))
    assert (first.name, first.symbol, first.short_name) == ("Ty Y tế tỉnh Cũ", "SYTC", "Sở Y tế")
    assert first.reports["cchc"].signer.name == "Trần Thị Bình"


def test_a_report_may_have_had_another_signer_and_other_addressees(profile: Profile) -> None:
    before = profile.on(dt.date(2024, 6, 30)).reports
    assert before["cchc"].signer.capacity == ("GIÁM ĐỐC",)
    assert before["cchc"].addressees == ("Sở Nội vụ tỉnh Cũ",)
    assert before["cchc"].recipients == profile.reports["cchc"].recipients
    assert before["open_data"] == profile.reports["open_data"]


@pytest.mark.usefixtures("profile")
def test_the_day_by_which_the_agency_reports_decides(workspace: Path) -> None:
    half, signed_later = (open_reporting("syt-brvt", "2024-H1", str(workspace), settings) for settings in (
        {"tables": ["dossiers"]}, {"agency_deadline": "2024-07-01"}))  # fmt: skip
    assert half.agency_deadline == dt.date(2024, 6, 20)
    assert half.agency.profile.name == "Sở Y tế tỉnh Cũ"
    assert signed_later.agency.profile.name == "Sở Y tế tỉnh Bà Rịa - Vũng Tàu"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("- until: 2023-12-31", "- until: 2024-06-30", "", "formerly có hai trạng thái cùng đến ngày 30/6/2024"),
        ("    name: Ty Y tế tỉnh Cũ\n", "", "formerly.1", "trạng thái đến ngày 31/12/2023 không ghi gì khác"),
        ("      cchc:\n        signer: {head: Giám", "      cchcc:\n        signer: {head: Giám", "",
         "formerly nêu báo cáo «cchcc» không có trong reports; có phải «cchc»?"),
        ("    symbol: SYTC", "    symbool: SYTC", "formerly.0.symbool", "Có phải ý bạn là «symbol»?"),
        (", place: Cũ}", "}", "formerly.0.letterhead.place", "thiếu khóa này"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("profile")
def test_what_cannot_have_been_is_named(
    workspace: Path, rewrite: Rewrite, old: str, new: str, key: str, reason: str
) -> None:
    rewrite("agency.yaml", old, new)
    with pytest.raises(SettingsError) as caught:
        open_reporting("syt-brvt", "2024-Q3", str(workspace))
    assert (caught.value.path, caught.value.key) == ("params/syt-brvt/agency.yaml", key)
    assert reason in caught.value.message


@pytest.mark.parametrize(
    ("period", "superior"),
    [("2020-Q1", "UBND TỈNH THỪA THIÊN HUẾ"), ("2024-Q4", "UBND TỈNH THỪA THIÊN HUẾ"),
     ("2025-Q1", "UBND THÀNH PHỐ HUẾ")],
)  # fmt: skip
def test_the_letterhead_of_the_sample_changes_with_its_day(repository: Path, period: str, superior: str) -> None:
    profile = open_reporting("syt-thua-thien-hue", period, str(repository)).agency.profile
    assert profile.letterhead.superior == superior
    assert profile.name.endswith("thành phố Huế") == (period == "2025-Q1")
