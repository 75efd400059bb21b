"""Selections of rows know which units are missing from them, and which cells are wrong."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from report_utils.figures.source import Source
from report_utils.forms.tables.money import MONEY_UNITS

Make = Callable[..., Source]
TASK_OF_INSPECTORATE = "NV03"


def test_a_complete_table_lacks_nobody(source: Make, sample: Any) -> None:
    rows = source(sample).select("dossiers")
    assert rows.absent == ()
    assert rows.total("online").value == 770


def test_a_unit_that_sent_nothing_is_absent_by_name(source: Make, sample: Any) -> None:
    total = source(sample.without_unit("gdyk")).select("dossiers").total("direct")
    assert (total.value, total.absent) == (None, ("Trung tâm Giám định y khoa",))


def test_the_cells_of_the_others_are_kept_while_a_unit_is_absent(source: Make, sample: Any) -> None:
    files = {cell.file for cell in source(sample.without_unit("gdyk")).select("dossiers").total("direct").cells}
    assert "py_2024-Q3.xlsx" in files
    assert "gdyk_2024-Q3.xlsx" not in files


def test_a_unit_that_was_not_asked_is_never_absent(source: Make, sample: Any) -> None:
    assert source(sample.without_unit("kn")).select("dossiers").absent == ()


def test_only_the_units_selected_can_be_absent(source: Make, sample: Any) -> None:
    without = source(sample.without_unit("gdyk"))
    assert without.select("dossiers", units=("one_stop",)).absent == ()
    assert without.select("dossiers", units=("affiliated",)).absent == ("Trung tâm Giám định y khoa",)


def test_a_known_row_that_is_missing_makes_its_unit_absent(source: Make, sample: Any) -> None:
    without = source(sample.without_rows("procedures", place="N03"))
    assert without.select("procedures").absent == ("Văn phòng Sở",)
    assert without.select("procedures", keys=("N03",)).absent == ("Văn phòng Sở",)
    assert without.select("procedures", keys=("N01",)).absent == ()


def test_a_sheet_that_is_missing_makes_its_unit_absent(source: Make, sample: Any) -> None:
    without = source(sample.without_rows("projects", unit="bqlda"))
    assert without.select("projects").absent == ("Ban Quản lý dự án chuyên ngành y tế",)


def test_a_table_declared_nil_is_zero_and_nobody_is_absent(source: Make, sample: Any) -> None:
    rows = source(sample.nil("projects", "bqlda")).select("projects")
    assert (rows.absent, rows.total("capital").value) == ((), 0)


def test_a_blank_cell_is_not_zero(source: Make, sample: Any) -> None:
    at = {"unit": "bvbr", "unit_code": "bvbr"}
    total = source(sample.typed("staffing", at, disciplined=None)).select("staffing").total("disciplined")
    assert (total.value, total.absent) == (None, ("Bệnh viện Bà Rịa",))
    assert sample.ref("staffing", "disciplined", **at) in total.cells


def test_a_blank_cell_is_not_counted_as_a_row(source: Make, sample: Any) -> None:
    changed = sample.typed("plan_tasks", {"task": TASK_OF_INSPECTORATE}, state=None)
    count = source(changed).select("plan_tasks").count("state")
    assert (count.value, count.absent) == (None, ("Thanh tra Sở",))


def test_a_derived_column_is_added_up_and_never_read(source: Make, sample: Any) -> None:
    [first, *_] = [r for r in sample.dataset.records("dossiers") if r["unit"] == "ttpvhcc"]
    wrong = sample.typed("dossiers", {"unit": "ttpvhcc", "row": first["row"]}, received=99999, pending=99999)
    selection = source(wrong).select("dossiers", units=("one_stop",))
    assert (selection.total("received").value, selection.total("pending").value) == (998, 135)


def test_a_difference_subtracts_its_second_column(source: Make, sample: Any) -> None:
    rows = source(sample).select("staffing")
    assert rows.total("vacant").value == rows.total("assigned").value - rows.total("present").value


def test_a_cell_named_by_an_error_makes_its_unit_doubtful_wherever_it_goes(source: Make, sample: Any) -> None:
    wrong = sample.ref("staffing", "present", unit="bvbr", unit_code="bvbr")
    rows = source(sample, wrong).select("staffing")
    assert rows.total("present").doubtful == rows.total("vacant").doubtful == ("Bệnh viện Bà Rịa",)
    assert rows.total("assigned").doubtful == ()


def test_a_count_over_a_wrong_cell_is_doubtful(source: Make, sample: Any) -> None:
    wrong = sample.ref("plan_tasks", "state", task=TASK_OF_INSPECTORATE)
    assert source(sample, wrong).select("plan_tasks").count("state").doubtful == ("Thanh tra Sở",)



def test_amounts_are_in_dong_whatever_the_unit_typed(source: Make, sample: Any) -> None:
    thousands = sample.typed("finance_lines", {"line": "NS03"}, amount=Decimal(141834000), money_unit="nghìn đồng")
    for changed in (sample, thousands):
        amount = source(changed).select("finance_lines", keys=("NS03",)).amount("amount", "money_unit", MONEY_UNITS)
        assert amount.value == 141_834_000_000
        assert {cell.cell for cell in amount.cells} == {"C9", "D9"}


def test_an_amount_without_its_unit_of_money_is_unknown(source: Make, sample: Any) -> None:
    changed = sample.typed("finance_lines", {"line": "NS03"}, money_unit=None)
    amount = source(changed).select("finance_lines", keys=("NS03",)).amount("amount", "money_unit", MONEY_UNITS)
    assert (amount.value, amount.absent) == (None, ("Phòng Kế hoạch - Tài chính",))
