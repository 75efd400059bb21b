"""Series go on: what a merged unit opens with is what its predecessors closed with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.open_data import check_open_data_plan
from report_utils.checks.opening import carried_rows
from report_utils.checks.run_all import check_all
from report_utils.findings import Finding
from report_utils.intake.consolidate import read_dataset

Act = Callable[..., Any]

FIELD, DRUGS = "Khám bệnh, chữa bệnh", "Dược phẩm"

pytestmark = pytest.mark.usefixtures("merged")


@pytest.fixture
def before(workspace: Path, fill_in: Act) -> Reporting:
    """The half-year, at the end of which the health centres have 2 and 3 dossiers pending, and the hospital 4."""
    for unit, left in (("ttyt-ld", 2), ("ttyt-dd", 3), ("bvbr", 4)):
        fill_in(unit, "2024-H1", kcb=(0, 10 + left, 0, 10, 0, 0, left, 0))
    return open_reporting("syt-brvt", "2024-H1", str(workspace))


@pytest.fixture
def now(workspace: Path) -> Reporting:
    """The quarter, which asks for dossiers alone."""
    return open_reporting("syt-brvt", "2024-Q3", str(workspace), {"tables": ["dossiers"]})


@pytest.fixture
def told(before: Reporting, now: Reporting) -> Callable[[], list[Finding]]:
    """The findings, without those on units that sent nothing and on catalogues."""
    return lambda: [found for found in check_all(Context(now, read_dataset(now), read_dataset(before)))
                    if found.code not in ("N01", "N17")]  # fmt: skip


def test_a_merged_unit_carries_over_what_its_predecessors_left(fill_in: Act, told: Callable[[], list[Finding]]) -> None:
    fill_in("ttyt-ldat", "2024-Q3", kcb=(0, 10, 5, 15, 0, 0, 0, 0))
    assert told() == []


def test_another_number_is_named_with_the_sum(fill_in: Act, told: Callable[[], list[Finding]]) -> None:
    fill_in("ttyt-ldat", "2024-Q3", kcb=(0, 10, 2, 12, 0, 0, 0, 0))
    [found] = told()
    assert (found.code, found.unit, found.found, found.expected) == (
        "V02", "Trung tâm Y tế huyện Long Đất", "2", "bằng số cuối kỳ trước (5)")  # fmt: skip
    assert found.message == (
        "Lĩnh vực «Khám bệnh, chữa bệnh»: tồn kỳ trước ghi 2, cuối kỳ trước còn 5 (cộng của Trung tâm Y tế huyện Long "
        "Điền, Trung tâm Y tế huyện Đất Đỏ).")  # fmt: skip


def test_a_field_that_a_predecessor_left_is_missed(fill_in: Act, told: Callable[[], list[Finding]]) -> None:
    fill_in("ttyt-ldat", "2024-Q3", duoc=(0, 10, 0, 10, 0, 0, 0, 0))
    [found] = told()
    assert (found.code, found.found) == ("V02", "không có dòng")


def test_a_renamed_unit_is_compared_with_itself(fill_in: Act, told: Callable[[], list[Finding]]) -> None:
    fill_in("bvbr", "2024-Q3", kcb=(0, 10, 4, 14, 0, 0, 0, 0))
    assert told() == []
    fill_in("bvbr", "2024-Q3", kcb=(0, 10, 3, 13, 0, 0, 0, 0))
    [found] = told()
    assert (found.code, found.unit) == ("V02", "Bệnh viện Đa khoa Bà Rịa")
    assert found.message.endswith("cuối kỳ trước còn 4.")


def test_where_a_predecessor_sent_nothing_there_is_no_sum_to_compare_with(
    before: Reporting, fill_in: Act, told: Callable[[], list[Finding]]
) -> None:
    (before.workspace.raw("syt-brvt", "2024-H1") / "ttyt-dd_2024-H1.xlsx").unlink()
    fill_in("ttyt-ldat", "2024-Q3", kcb=(0, 10, 2, 12, 0, 0, 0, 0))
    [found] = told()
    assert (found.code, found.unit) == ("V12", "Trung tâm Y tế huyện Long Đất")


def test_the_form_of_a_merged_unit_opens_with_the_sum(before: Reporting, now: Reporting, fill_in: Act) -> None:
    fill_in("ttyt-dd", "2024-H1", kcb=(0, 13, 0, 10, 0, 0, 3, 0), duoc=(0, 1, 0, 0, 0, 0, 1, 0))
    carried = carried_rows(now, read_dataset(before))
    assert [(row["field"], row["carried_over"]) for row in carried["ttyt-ldat"]["dossiers"]] == [(FIELD, 5), (DRUGS, 1)]
    assert carried["bvbr"]["dossiers"] == [{"field": FIELD, "carried_over": 4}]
    assert carried.keys() == {"ttyt-ldat", "bvbr"}


def test_a_sum_that_lacks_a_predecessor_is_left_to_the_unit(before: Reporting, now: Reporting) -> None:
    (before.workspace.raw("syt-brvt", "2024-H1") / "ttyt-dd_2024-H1.xlsx").unlink()
    carried = carried_rows(now, read_dataset(before))
    assert carried["ttyt-ldat"]["dossiers"] == [{"field": FIELD, "carried_over": None}]


def test_what_the_catalogues_pass_on_is_told(before: Reporting, now: Reporting) -> None:
    notes = [found for found in check_all(Context(now, read_dataset(now), None)) if found.code == "N17"]
    assert [(note.file, note.found) for note in notes] == [
        ("params/syt-brvt/staffing.csv", code) for code in ("ttyt-dd", "ttyt-ld")]
    assert notes[1].message == (
        "params/syt-brvt/staffing.csv ghi ttyt-ld của «Trung tâm Y tế huyện Long Điền» (ttyt-ld), đơn vị này đã thôi "
        "hoạt động sau ngày 30/6/2024; kỳ này do Trung tâm Y tế huyện Long Đất báo cáo.")  # fmt: skip
    earlier = check_all(Context(before, read_dataset(before), None))
    assert [found for found in earlier if found.code == "N17"] == []


def test_what_nobody_is_asked_is_a_warning(workspace: Path, restate: Act) -> None:
    restate({"bvm": {"until": "2024-06-30"}})
    reporting = open_reporting("syt-brvt", "2024-Q3", str(workspace))
    [found] = [found for found in check_all(Context(reporting, read_dataset(reporting), None)) if found.code == "N18"]
    assert found.message == (
        "params/syt-brvt/staffing.csv ghi bvm của «Bệnh viện Mắt» (bvm), đơn vị này đã thôi hoạt động sau ngày "
        "30/6/2024 và không có đơn vị thay; kỳ này không hỏi đơn vị nào.")  # fmt: skip


def test_a_plan_may_name_the_owner_of_a_data_set_as_it_was_called_then(workspace: Path) -> None:
    path = workspace / "params" / "syt-brvt" / "open_data.csv"
    plan = path.read_text(encoding="utf-8")
    for old, new in ((',nv,"Phòng Nghiệp vụ, Sở Y tế"', ",bvbr,Bệnh viện Bà Rịa"), (",vp,Văn phòng Sở Y tế", (
            ",ttyt-ld;ttyt-dd,Trung tâm Y tế huyện Long Điền; Trung tâm Y tế huyện Đất Đỏ"))):  # fmt: skip
        assert old in plan
        plan = plan.replace(old, new, 1)
    path.write_text(plan, encoding="utf-8")
    reporting = open_reporting("syt-brvt", "2024-Q3", str(workspace))
    assert {entry.owners for entry in reporting.agency.catalogues.open_data[1:3]} == {("bvbr",), ("ttyt-ldat",)}
    assert list(check_open_data_plan(Context(reporting, read_dataset(reporting), None))) == []
