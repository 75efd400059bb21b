"""Where the header of a sheet stands."""

from report_utils.privacy.tables import table_of

BODY = [["1", "Nguyễn Văn An", "0912345678"], ["2", "Trần Thị Bình", "0987654321"]]


def test_titles_above_the_header_stand_aside() -> None:
    table = table_of("s", [["SỞ Y TẾ", "", ""], ["DANH SÁCH", "", ""], ["TT", "Họ tên", "SĐT"], *BODY])
    assert table.headers == ("TT", "Họ tên", "SĐT")
    assert table.aside == ("SỞ Y TẾ", "DANH SÁCH")
    assert table.columns[1] == ("Nguyễn Văn An", "Trần Thị Bình")


def test_two_header_rows_are_joined_and_their_numbers_left_out() -> None:
    rows = [["TT", "Người bệnh", ""], ["", "Họ tên", "SĐT"], ["(1)", "(2)", "(3)"], *BODY]
    table = table_of("s", rows)
    assert table.headers == ("TT", "Người bệnh › Họ tên", "Người bệnh › SĐT")
    assert len(table.columns[0]) == 2


def test_data_that_begin_at_once_have_no_header() -> None:
    table = table_of("s", BODY)
    assert table.headers == ("", "", "")
    assert len(table.columns[0]) == 2


def test_a_sheet_of_one_column_keeps_its_header() -> None:
    table = table_of("s", [["Số điện thoại"], ["0912345678"], ["0987654321"]])
    assert table.headers == ("Số điện thoại",)


def test_short_rows_are_filled_up() -> None:
    assert table_of("s", [["Tên", "Xã"], ["a"], ["b", "c"]]).columns == (("a", "b"), ("", "c"))


def test_an_empty_sheet_has_no_columns() -> None:
    assert table_of("s", []).columns == ()
