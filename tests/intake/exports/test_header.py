"""Where the columns of an export stand."""

import pytest

from report_utils.intake.book import Grid
from report_utils.intake.exports.header import Header, NoHeader, find_header

WANTED = {
    "field": ("Lĩnh vực",), "done_late": ("Đã giải quyết > Quá hạn",), "open_late": ("Đang giải quyết > Quá hạn",),
}  # fmt: skip
TWO_ROWS: list[list[object]] = [
    ["Lĩnh vực", "Đã giải quyết", "", "Đang giải quyết", ""], ["", "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn"],
]  # fmt: skip


def found(*rows: list[object], sheet: str = "*") -> Header | NoHeader:
    return find_header([Grid("Sheet1", [list(row) for row in rows])], sheet, WANTED, ())  # type: ignore[misc]


def test_columns_of_the_same_name_are_told_apart_by_their_group() -> None:
    header = found(["BIỂU SỐ 06"], [], *TWO_ROWS, ["Dược", 1, 2, 3, 4])
    assert isinstance(header, Header)
    assert (dict(header.columns), header.first_row) == ({"field": 0, "done_late": 2, "open_late": 4}, 4)
    assert header.letter("open_late") == "E"


def test_columns_may_stand_in_another_order_and_case() -> None:
    header = found(["ĐANG GIẢI QUYẾT", "", "Khác", "lĩnh  vực", "Đã giải quyết"],
                   ["Quá hạn", "Trong hạn", "", "", "Quá hạn"])
    assert isinstance(header, Header)
    assert dict(header.columns) == {"open_late": 0, "field": 3, "done_late": 4}


def test_a_missing_column_is_named() -> None:
    header = found(["Lĩnh vực", "Đã giải quyết"], ["", "Quá hạn"])
    assert isinstance(header, NoHeader)
    assert header.missing == ("Đang giải quyết > Quá hạn",)


def test_a_column_that_stands_twice_is_not_guessed() -> None:
    header = found([*TWO_ROWS[0], "Lĩnh vực"], [*TWO_ROWS[1], ""])
    assert isinstance(header, NoHeader)
    assert header.double == ("Lĩnh vực",)


@pytest.mark.parametrize("sheet", ["Sheet2", "Biểu*"])
def test_only_the_named_sheet_is_searched(sheet: str) -> None:
    assert isinstance(found(*TWO_ROWS, sheet=sheet), NoHeader)
