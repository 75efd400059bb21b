"""Many equal slips are one finding that names every cell."""

from __future__ import annotations

from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.alike import told_together


def slips(count: int, *, differing: bool = False) -> list[Finding]:
    found = {row: f"{row}?" if differing else "-" for row in range(10, 10 + count)}
    return [finding("O10", at=CellRef("a.xlsx", "S", f"D{row}"), column="Số lượng", found=text)
            for row, text in found.items()]


def test_a_few_are_told_one_by_one() -> None:
    assert told_together(slips(5)) == slips(5)


def test_many_with_the_same_words_become_one() -> None:
    [found] = told_together(slips(14))
    assert found.message.endswith("(cùng lỗi ở 13 ô khác của cột)")
    assert [cell.cell for cell in found.cells] == [f"D{row}" for row in range(10, 24)]
    assert found.as_row()["related"] == "a.xlsx › S › D11:D23"


def test_many_with_different_words_are_limited_and_none_is_lost() -> None:
    found = told_together(slips(10_000, differing=True))
    assert len(found) == 50
    assert {cell.cell for one in found for cell in one.cells} == {f"D{row}" for row in range(10, 10_010)}


def test_other_columns_and_codes_stay_apart() -> None:
    others = [finding("O01", at=CellRef("a.xlsx", "S", "D10"), column="Số lượng"),
              finding("O10", at=CellRef("a.xlsx", "S", "E10"), column="Khác", found="-")]
    assert len(told_together([*slips(8), *others])) == 3
