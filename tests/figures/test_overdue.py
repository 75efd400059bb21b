"""What is past its deadline, and the few words a summary has for it."""

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.figures.brief import first_lines, open_errors, with_few_names
from report_utils.figures.period import PeriodFigures
from report_utils.figures.tables import Listing
from report_utils.findings import CellRef, finding

Compute = Callable[[Any], PeriodFigures]


def words(listing: Listing) -> list[str]:
    return ["".join(cell if isinstance(cell, str) else cell.text for cell in line) for line in listing.lines]


def test_a_plan_task_is_overdue_when_its_deadline_has_come_and_it_is_not_done(sample: Any, compute: Compute) -> None:
    late = sample.typed("plan_tasks", {"task": "NV01"}, state="Đang triển khai")
    late = late.typed("plan_tasks", {"task": "NV06"}, state="Chưa triển khai")
    figures = compute(late)
    assert figures.figure("plans.cchc.overdue").text == "02"
    assert [line[:45] for line in words(figures.listing("overdue_tasks"))] == [
        "Văn phòng Sở, hạn Quý I/2024: Phổ biến, quán ", "Văn phòng Sở, hạn Quý II/2024: Đề ra giải phá"
    ]  # fmt: skip


def test_tasks_of_the_province_are_counted_by_unit(sample: Any, compute: Compute) -> None:
    late = compute(sample.typed("assigned_tasks", {"unit": "khtc"}, running_overdue=3))
    assert words(late.listing("overdue_tasks")) == [
        "Phòng Kế hoạch - Tài chính: 03 nhiệm vụ được UBND tỉnh giao đã quá hạn"
    ]  # fmt: skip
    assert late.figure("assigned_tasks.khtc.running_overdue").quantity.value == 3


@pytest.mark.parametrize("change", [{"state": None}, {}])
def test_who_has_not_said_is_absent_and_not_overdue(sample: Any, compute: Compute, change: dict[str, Any]) -> None:
    silent = sample.typed("plan_tasks", {"task": "NV07"}, **change) if change else sample.without_unit("ttra")
    figures = compute(silent)
    assert figures.listing("overdue_tasks").absent == ("Thanh tra Sở",)
    assert figures.figure("plans.cchc.overdue").quantity.absent == ("Thanh tra Sở",)


def test_nothing_of_the_sample_is_overdue(figures: PeriodFigures) -> None:
    assert [figures.listing(code).lines for code in ("overdue_tasks", "overdue_data")] == [(), ()]


def test_a_list_is_cut_and_the_rest_counted() -> None:
    listing = Listing("x", (("một",), ("hai " * 60,), ("ba",), ("bốn",)), ("Sở",))
    assert words(first_lines(listing, 2)) == ["một", f"{'hai ' * 23}…", "và 02 nội dung khác"]
    assert words(first_lines(listing, 4))[2:] == ["ba", "bốn"]
    assert first_lines(listing, 4).absent == ()


def test_an_error_is_told_by_unit_place_and_kind() -> None:
    at = CellRef("a.xlsx", "Chỉ tiêu", "E7")
    found = [finding("O01", unit="Thanh tra Sở", at=at, column="Tử số"), finding("O07", unit="x", at=at, column="y"),
             finding("N01", unit="Văn phòng Sở")]  # fmt: skip
    first, second = words(open_errors(found))
    assert first == "Thanh tra Sở – Chỉ tiêu, ô E7: ô bắt buộc để trống"
    assert second.startswith("Văn phòng Sở: ")


def test_of_many_missing_units_the_first_is_named(sample: Any, compute: Compute) -> None:
    figures = compute(sample.without_unit("bvbr").without_unit("cdc").without_unit("py"))
    few = with_few_names(figures).figure("dossiers.resolved").quantity
    assert few.absent == ("Bệnh viện Bà Rịa và 02 đơn vị khác",)
    assert with_few_names(figures).figure("plans.cchc.done") == figures.figure("plans.cchc.done")
