"""Which cells make figures doubtful, and who is to look at them."""

from report_utils.figures.wrong_cells import cells_of_office, wrong_cells
from report_utils.findings import CellRef, finding


def test_errors_name_wrong_cells_warnings_do_not() -> None:
    at, other, harmless = CellRef("a.xlsx", "S", "B2"), CellRef("a.xlsx", "S", "C2"), CellRef("a.xlsx", "S", "D2")
    error = finding("V01", unit="Đơn vị", at=at, related=(other,), left="", right="", row="", relation="")
    warning = finding("O07", unit="Đơn vị", at=harmless, column="Số")
    assert wrong_cells([error, warning]) == {at, other}


def test_a_cell_is_the_office_s_only_where_no_other_error_is_about_it() -> None:
    at, other = CellRef("a.xlsx", "S", "B2"), CellRef("a.xlsx", "S", "C2")
    adjusted = finding("V01", at=at, related=(other,), left="", right="", row="", relation="").from_adjustment()
    typed = finding("O02", at=other, column="Số")
    assert cells_of_office([adjusted]) == {at, other}
    assert cells_of_office([adjusted, typed]) == {at}
    assert wrong_cells([adjusted, typed]) == {at, other}
