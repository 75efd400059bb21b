"""A case list with its faults."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.control import note
from openpyxl.utils import range_boundaries

from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import validate
from report_utils.findings import CellRef, Severity
from report_utils.intake.book import Book, Grid
from report_utils.intake.exports.mapping import CaseMapping
from report_utils.intake.exports.naming import Claim
from report_utils.intake.exports.read import ExportReading, read_book
from report_utils.intake.exports.windows import COUNTED, PENDING, RECEIVED, RESOLVED

Read = Callable[..., ExportReading]
GOOD: dict[str, object] = {
    "number": 1.0, "code": "H06-1", "name": "Nguyễn Văn Giả", "cccd": "077199000001", "field": "Dược phẩm",
    "procedure": "Thủ tục", "channel": "Trực tuyến", "received": dt.date(2024, 7, 1), "limit": 10.0,
    "due": dt.date(2024, 7, 15), "finished": dt.date(2024, 7, 10), "state": "Đã trả kết quả",
}  # fmt: skip
OPEN = {"finished": "", "state": "Đang xử lý"}


def row(**changed: object) -> list[object]:
    return list({**GOOD, **changed}.values())


def codes_of(reading: ExportReading) -> list[str]:
    return [found.code for found in reading.findings if found.severity is Severity.ERROR and found.code != "X10"]


def ledger_of(reading: ExportReading) -> tuple[int, int, int]:
    assert reading.counts is not None
    ledger = reading.counts.ledger
    assert ledger.total == ledger.used + ledger.refused + ledger.no_data
    return ledger.used, ledger.refused, ledger.no_data


def count_of(reading: ExportReading) -> dict[str, int]:
    assert reading.counts is not None
    return {column: sum(count[column].value or 0 for count in reading.counts.counts.values()) for column in COUNTED}


def test_a_good_row_is_counted_with_its_row_number(read_list: Read) -> None:
    reading = read_list([row()], titles=[["DANH SÁCH"], []])
    assert codes_of(reading) == []
    assert {c: n for c, n in count_of(reading).items() if n} == {"online": 1, "early": 1}
    assert reading.counts is not None
    assert reading.counts.ref("ttpvhcc", "Dược phẩm", "early").cell == "K4"
    assert reading.counts.ref("ttpvhcc", "Dược phẩm", "online").cell == "H4"
    assert ledger_of(reading) == (1, 0, 3)


@pytest.mark.parametrize(
    ("changed", "expected", "cell"),
    [
        ({"code": ""}, "X03", "B2"),
        ({"code": "không có"}, "X03", "B2"),
        ({"received": "31/6/2024"}, "X05", "H2"),
        ({"received": ""}, "X05", "H2"),
        ({"finished": "07/15/2024"}, "X05", "K2"),
        ({"due": "sớm"}, "X05", "J2"),
        ({"finished": dt.date(2024, 6, 30)}, "X06", "K2"),
        ({"due": dt.date(2024, 6, 30)}, "X06", "J2"),
        ({"channel": "Qua điện thoại"}, "X07", "G2"),
        ({"channel": ""}, "X07", "G2"),
        ({"field": "Dược phẩn"}, "X07", "E2"),
        ({"field": ""}, "X07", "E2"),
        ({"state": "Chờ thẩm định"}, "X07", "L2"),
        ({"due": "", "limit": ""}, "X08", "I2"),
        ({"due": "", "limit": "4 giờ"}, "X08", "I2"),
        ({"finished": ""}, "X09", "K2"),
        ({"state": "Đang xử lý"}, "X09", "K2"),
    ],
)
def test_a_faulty_row_is_refused_and_said(
    read_list: Read, changed: dict[str, object], expected: str, cell: str
) -> None:
    reading = read_list([row(**changed)])
    assert codes_of(reading) == [expected]
    assert reading.findings[1].cell == cell
    assert ledger_of(reading) == (0, 1, 1)
    assert not any(count_of(reading).values())


def test_a_repeated_code_counts_once(read_list: Read) -> None:
    reading = read_list([row(), row(code="h06-1 "), row(code="H06-2")])
    assert codes_of(reading) == ["X04"]
    assert ledger_of(reading) == (2, 1, 1)


@pytest.mark.parametrize(
    "changed",
    [
        {"received": dt.date(2024, 9, 15), "due": dt.date(2024, 10, 1), "finished": "", "state": "?", "channel": "?"},
        {"received": dt.date(2024, 5, 1), "due": dt.date(2024, 5, 10), "finished": dt.date(2024, 6, 14), "field": "?"},
        {"state": "Từ chối tiếp nhận", "finished": ""},
    ],
)
def test_what_is_not_of_the_period_is_no_data_whatever_else_is_wrong(
    read_list: Read, changed: dict[str, object]
) -> None:
    reading = read_list([row(**changed)])
    assert codes_of(reading) == ["X16"]
    assert ledger_of(reading) == (0, 0, 2)


@pytest.mark.parametrize(("changed", "code"), [
    ({"received": dt.date(2025, 7, 1), "due": dt.date(2024, 7, 15), "finished": dt.date(2024, 7, 10)}, "X06"),
    ({"received": dt.date(2024, 3, 1), "due": dt.date(2024, 3, 10), "finished": dt.date(2024, 3, 5),
      "state": "Đang xử lý"}, "X09"),
], ids=["a wrong year", "open but finished"])
def test_a_row_that_contradicts_itself_is_refused_whatever_its_period(
    read_list: Read, changed: dict[str, object], code: str
) -> None:
    reading = read_list([row(**changed)])
    assert code in codes_of(reading)
    assert ledger_of(reading) == (0, 1, 1)


def test_a_code_with_invisible_signs_is_the_same_code(read_list: Read) -> None:
    reading = read_list([row(code="H06-1"), row(code="H06-1\u200b"), row(code="H06–1"), row(code="H06 -1")])
    assert codes_of(reading) == ["X04"]
    assert ledger_of(reading)[:2] == (1, 3)


def test_totals_signatures_repeated_headers_and_column_numbers_are_no_data(read_list: Read) -> None:
    numbers = [f"({n})" for n in range(1, 13)]
    header = ["STT", "Mã hồ sơ", "", "", "Lĩnh vực", "", "Hình thức tiếp nhận", "Ngày tiếp nhận", "", "", "", ""]
    reading = read_list([numbers, row(), header, [], ["Tổng cộng", "1 hồ sơ"], ["", "", "", "", "Người lập biểu"]])
    assert codes_of(reading) == []
    assert ledger_of(reading)[:2] == (1, 0)


def test_a_missing_due_day_is_computed_in_working_days(read_list: Read) -> None:
    # 10 working days after Friday 23/8/2024: 2/9 and 3/9 are off, so the due day is 10/9
    late = row(due="", received="23/08/2024 09:00", finished=dt.date(2024, 9, 11))
    on_time = row(code="H06-2", due="", received="23/08/2024", limit="10 ngày làm việc", finished=dt.date(2024, 9, 10))
    counts = count_of(read_list([late, on_time]))
    assert (counts["overdue"], counts["on_time"]) == (1, 1)


def test_the_field_of_a_row_without_one_comes_from_its_procedure(read_list: Read) -> None:
    reading = read_list([row(field="", procedure="Cấp chứng chỉ hành nghề dược")])
    assert reading.counts is not None
    assert list(reading.counts.counts) == [("ttpvhcc", "Dược phẩm")]


def test_words_of_the_other_system_become_ours(read_list: Read) -> None:
    reading = read_list([row(field="KHÁM, CHỮA BỆNH", channel="bưu chính công ích")])
    assert reading.counts is not None
    assert reading.counts.value("ttpvhcc", "Khám bệnh, chữa bệnh", "direct") == 1


def test_many_rows_with_one_fault_are_one_finding(read_list: Read) -> None:
    rows = [row(code=f"H06-{n}", state="Chờ thẩm định" if n % 2 else "Đã trả kết quả") for n in range(1, 1001)]
    reading = read_list(rows)
    assert codes_of(reading) == ["X07"]
    assert "500 dòng" in reading.findings[1].message
    assert refused_rows(reading) == set(range(2, 1001, 2)) or refused_rows(reading) >= set(range(2, 1001, 2))


def test_refused_rows_make_every_count_of_the_list_doubtful(read_list: Read) -> None:
    reading = read_list([row(), row(code="H06-2", state="?")])
    assert reading.counts is not None
    doubt = next(found for found in reading.findings if found.code == "X10")
    assert reading.counts.ref("ttpvhcc", "Dược phẩm", "online") in doubt.related


def test_a_list_with_places_belongs_to_many_units(reporting: Reporting, cases_mapping: CaseMapping) -> None:
    data = cases_mapping.model_dump()
    data["columns"]["place"] = ["Người nộp"]
    data["values"]["place"] = {"bvbr": ["Nơi A"], "bvvt": ["Nơi B"]}
    mapping = validate(CaseMapping, data, "x.yaml")
    header = ["STT", "Mã hồ sơ", "Người nộp", "Số CCCD", "Lĩnh vực", "Tên thủ tục hành chính", "Hình thức tiếp nhận",
              "Ngày tiếp nhận", "Thời hạn giải quyết", "Ngày hẹn trả", "Ngày trả kết quả", "Tình trạng hồ sơ"]
    rows: Any = [header, row(name="Nơi A"), row(code="H2", name="nơi b"), row(code="H3", name="Nơi C")]
    reading = read_book(reporting, Claim("x.xlsx", mapping, ""), Book("x.xlsx", (Grid("Danh sách hồ sơ", rows),)))
    assert reading.counts is not None
    assert list(reading.counts.counts) == [("bvbr", "Dược phẩm"), ("bvvt", "Dược phẩm")]
    assert codes_of(reading) == ["X07"]


cells = st.sampled_from(["", "?", "Nguyễn Văn Giả", "077199000001", dt.date(2024, 7, 3), "05/8/2024", 12.0, True, -1.0])
columns = st.sampled_from(["code", "field", "channel", "received", "limit", "due", "finished", "state"])


@settings(max_examples=60)
@given(st.lists(st.dictionaries(columns, cells, max_size=3), min_size=1, max_size=12))
def test_whatever_rows_say_the_ledger_closes_and_refused_rows_are_named(
    reporting: Reporting, cases_mapping: CaseMapping, changes: list[dict[str, object]]
) -> None:
    rows: Any = [list(GOOD), *(row(**{"code": f"H06-{n}", **changed}) for n, changed in enumerate(changes))]
    rows[0] = ["STT", "Mã hồ sơ", "Người nộp", "Số CCCD", "Lĩnh vực", "Tên thủ tục hành chính", "Hình thức tiếp nhận",
               "Ngày tiếp nhận", "Thời hạn giải quyết", "Ngày hẹn trả", "Ngày trả kết quả", "Tình trạng hồ sơ"]
    reading = read_book(reporting, Claim("x.xlsx", cases_mapping, "ttpvhcc"),
                        Book("x.xlsx", (Grid("Danh sách hồ sơ", rows),)))
    used, refused, _ = ledger_of(reading)
    counts = count_of(reading)
    note(str(reading.findings))
    assert sum(counts[c] for c in RECEIVED) == sum(counts[c] for c in (*RESOLVED, *PENDING)) == used
    assert len(refused_rows(reading)) == refused
    said = " ".join(f"{found.message} {found.found}" for found in reading.findings)
    assert "Giả" not in said
    assert "077199000001" not in said


def refused_rows(reading: ExportReading) -> set[int]:
    """Every row that a finding about rows names."""
    refs = [ref for found in reading.findings if found.code != "X10" for ref in found.cells]
    return {number for ref in refs for number in rows_of(ref)}


def rows_of(ref: CellRef) -> range:
    _, first, _, last = range_boundaries(ref.cell)
    assert first is not None
    assert last is not None
    return range(first, last + 1)
