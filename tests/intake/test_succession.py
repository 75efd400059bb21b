"""Forms of units that were renamed or merged: whose they are, and which are not read any more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.findings import Finding
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

Act = Callable[..., Any]

INFO = "Thông tin"
OLD, NEW = "Bệnh viện Bà Rịa", "Bệnh viện Đa khoa Bà Rịa"

pytestmark = pytest.mark.usefixtures("merged")


@pytest.fixture
def reporting(workspace: Path, merged: None) -> Reporting:
    """The third quarter, in which the mergers have taken place."""
    return open_reporting("syt-brvt", "2024-Q3", str(workspace))


@pytest.fixture
def told(reporting: Reporting) -> Callable[[], list[Finding]]:
    return lambda: [found for found in read_dataset(reporting).findings if found.code != "N01"]


def test_the_form_of_a_unit_that_was_merged_is_refused_and_its_successor_named(
    submit: Act, told: Callable[[], list[Finding]]
) -> None:
    submit("ttyt-ld")
    [found] = told()
    assert (found.code, found.unit, found.cell) == ("N15", "Trung tâm Y tế huyện Long Đất", "B4")
    assert found.message == (
        "Tệp mang mã đơn vị «ttyt-ld» (Trung tâm Y tế huyện Long Điền), đơn vị này đã thôi hoạt động sau ngày "
        "30/6/2024, việc của đơn vị do Trung tâm Y tế huyện Long Đất làm; tệp này không được đọc.")  # fmt: skip
    assert found.mend == "Số liệu kỳ này do Trung tâm Y tế huyện Long Đất gửi, bằng biểu mẫu đã phát."


def test_only_units_in_force_are_missed(read: Callable[[], Dataset]) -> None:
    missed = [found.unit for found in read().findings if found.code == "N01"]
    assert "Trung tâm Y tế huyện Long Đất" in missed
    assert "Trung tâm Y tế huyện Long Điền" not in missed
    assert len(missed) == 26


def test_a_form_for_another_period_is_told_of_as_well(
    samples: dict[str, dict[str, bytes]], raw: Path, told: Callable[[], list[Finding]]
) -> None:
    (raw / "cũ.xlsx").write_bytes(samples["2024-H1"]["ttyt-ld_2024-H1.xlsx"])
    assert sorted((found.code, found.cell) for found in told()) == [("N05", "B7"), ("N15", "B4")]


def test_in_the_period_before_the_same_unit_is_read(workspace: Path, submit: Act) -> None:
    submit("ttyt-ld", period="2024-H1")
    before = read_dataset(open_reporting("syt-brvt", "2024-H1", str(workspace)))
    assert [entry.unit for entry in before.received] == ["ttyt-ld"]


def test_the_old_name_of_a_renamed_unit_is_accepted_with_a_note(
    submit: Act, read: Callable[[], Dataset], told: Callable[[], list[Finding]]
) -> None:
    submit("bvbr")
    [found] = told()
    assert (found.code, found.unit, found.sheet, found.cell) == ("N16", NEW, INFO, "B3")
    assert found.message == (f"Sheet Thông tin ghi tên đơn vị là «{OLD}», tên dùng đến hết ngày 31/7/2024; trong kỳ "
                             f"này là «{NEW}». Tệp vẫn được đọc.")  # fmt: skip
    assert read().received[0].unit == "bvbr"


def test_the_new_name_needs_no_note(retype: Act, told: Callable[[], list[Finding]]) -> None:
    retype("bvbr", INFO, {"B3": NEW})
    assert told() == []


def test_a_name_to_come_is_told_as_such(workspace: Path, raw: Path, retype: Act) -> None:
    half = raw.parent / "2024-H1"
    retype("bvbr", INFO, {"B3": NEW, "B5": "6 tháng đầu năm 2024", "B7": "2024-H1"}).rename(half / "bvbr.xlsx")
    notes = [found for found in read_dataset(open_reporting("syt-brvt", "2024-H1", str(workspace))).findings
             if found.code == "N16"]  # fmt: skip
    assert [note.found for note in notes] == [NEW]
    assert "tên dùng từ ngày 01/8/2024" in notes[0].message


def test_the_old_name_of_another_unit_is_refused(retype: Act, told: Callable[[], list[Finding]]) -> None:
    retype("bvvt", INFO, {"B3": OLD})
    assert [(found.code, found.unit) for found in told()] == [("N12", "Bệnh viện Vũng Tàu")]


def test_the_name_of_a_predecessor_on_the_form_of_a_merged_unit_is_refused(
    retype: Act, told: Callable[[], list[Finding]]
) -> None:
    retype("ttyt-ld", INFO, {"B4": "ttyt-ldat"}, "ttyt-ldat_2024-Q3.xlsx")
    assert [(found.code, found.unit) for found in told()] == [("N12", "Trung tâm Y tế huyện Long Đất")]


def test_an_export_of_a_unit_that_was_merged_is_refused(
    raw: Path, case_list: Act, told: Callable[[], list[Finding]]
) -> None:
    (raw / "DanhSachHoSo_ttyt-ld.xlsx").write_bytes(case_list({}))
    [found] = told()
    assert found.code == "X02"
    assert "đã thôi hoạt động sau ngày 30/6/2024, việc của đơn vị do Trung tâm Y tế huyện Long Đất làm" in found.message
