"""Which columns may be published."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import (
    GateSettings,
    IncompleteExceptionError,
    PrivacyException,
    ThresholdError,
)
from report_utils.privacy.verdict import ColumnVerdict, Kind, Verdict
from report_utils.vietnamese.personal_words import PERSONAL_WORDS

NAMES = [
    f"{family} {middle} {given}"
    for family in ("Nguyễn", "Trần", "Lê", "Vũ")
    for middle, given in (("Thị", "An"), ("Văn", "Bình"), ("Đức", "Chung"), ("Minh", "Dung"), ("Thu", "Hà"))
]
IDS = [f"0771{year}00{year}11" for year in range(60, 80)]
PHONES = [f"09123{n}456" for n in range(10, 30)]
FACILITIES = [f"Phòng khám BS. {name}" for name in NAMES]
STREETS = [f"{n} Lê Lợi, phường 1, TP Vũng Tàu" for n in range(20)]
EXCEPTION = PrivacyException(
    "Cơ sở",
    "Người phụ trách",
    Kind.FULL_NAME,
    "Luật KBCB 15/2023/QH15",
    "tra cứu cơ sở",
    "Giám đốc Sở",
    dt.date(2024, 9, 1),
)


def inspect(table: dict[str, list[object]], gate: GateSettings | None = None) -> list[ColumnVerdict]:
    return list(inspect_table("Cơ sở", list(table), list(table.values()), gate or GateSettings()))


def verdict(header: str, values: list[object]) -> Verdict:
    return inspect({header: values})[0].verdict


def test_every_kind_of_header_word_is_a_kind() -> None:
    assert set(PERSONAL_WORDS) <= {kind.value for kind in Kind}


@pytest.mark.parametrize(
    "header", ["Họ và tên", "HỌ TÊN NB", "hoten", "HoTenNguoiNop", "ho_va_ten", "Ho\u0323 te\u0302n", ""]
)
def test_names_are_blocked_under_every_header(header: str) -> None:
    (found,) = inspect({header: list(NAMES)})
    assert (found.verdict, found.kind, found.found_in, found.of) == (Verdict.BLOCK, Kind.FULL_NAME, 20, 20)


@pytest.mark.parametrize(
    "values",
    [
        IDS,
        [int(each) for each in IDS],
        [f"CCCD: {each}" for each in IDS],
        [f"{each[:3]} {each[3:6]} {each[6:]}" for each in IDS],
    ],
)
def test_a_citizens_number_shows_itself_without_a_header(values: list[object]) -> None:
    assert verdict("Cột 1", values) is Verdict.BLOCK


def test_an_age_in_the_header_makes_names_no_counts() -> None:
    assert verdict("Họ tên trẻ dưới 6 tuổi", list(NAMES)) is Verdict.BLOCK
    assert verdict("Trẻ dưới 6 tuổi", list(range(20, 60))) is Verdict.PASS


def test_one_telephone_in_a_note_is_enough() -> None:
    (found,) = inspect({"Ghi chú": ["đủ hồ sơ"] * 30 + ["gọi 0912 345 678"]})
    assert (found.verdict, found.kind, found.found_in) == (Verdict.BLOCK, Kind.FREE_TEXT, 1)


def test_no_whole_value_is_ever_quoted() -> None:
    for found in inspect({"SĐT": list(PHONES), "Ghi chú": ["CCCD 077185000111 mờ"] * 20, "Họ tên": list(NAMES)}):
        assert not any(value in found.reason for value in (*PHONES, *NAMES, "077185000111"))


def test_names_of_facilities_and_their_addresses_are_business_data() -> None:
    table: dict[str, list[object]] = {
        "Tên cơ sở": list(FACILITIES),
        "Địa chỉ": list(STREETS),
        "Điện thoại": list(PHONES),
        "Mã số thuế": ["0100109106"] * 20,
    }
    assert {found.verdict for found in inspect(table)} == {Verdict.PASS}


def test_the_home_of_the_owner_is_personal_also_in_a_list_of_facilities() -> None:
    found = inspect(
        {
            "Tên cơ sở": list(FACILITIES),
            "Họ tên chủ cơ sở": list(NAMES),
            "Địa chỉ": list(STREETS),
            "Địa chỉ cơ sở": list(STREETS),
        }
    )
    assert [each.verdict for each in found] == [Verdict.PASS, Verdict.BLOCK, Verdict.BLOCK, Verdict.PASS]


def test_numbers_that_drop_no_zero_are_amounts() -> None:
    assert verdict("Số tiền", [912345000 + 1000 * n for n in range(30)]) is Verdict.PASS
    assert verdict("", [912345017 + 331 * n for n in range(30)]) is Verdict.BLOCK


def test_small_counts_of_persons_warn_below_the_threshold() -> None:
    table: dict[str, list[object]] = {
        "Xã": ["Long Sơn", "Hòa Long", "Tân Hưng"],
        "Số ca mắc": [3, 12, 40],
        "Số hồ sơ": [1, 2, 3],
    }
    found = inspect(table)
    assert [each.verdict for each in found] == [Verdict.PASS, Verdict.WARN, Verdict.PASS]
    assert found[1].kind is Kind.SMALL_CELL
    assert inspect(table, GateSettings(small_cell=3))[1].verdict is Verdict.PASS


def test_rare_combinations_of_rows_without_names_warn() -> None:
    found = inspect(
        {"Tuổi": [30 + n for n in range(20)], "Xã": ["Long Sơn", "Hòa Long"] * 10, "Nghề nghiệp": ["Ngư dân"] * 20}
    )
    assert found[1].kind is Kind.RARE_COMBINATION
    assert found[2].verdict is Verdict.WARN


def test_a_set_of_aggregates_takes_groups_and_counts_only() -> None:
    gate = GateSettings(aggregates_only=True, small_cell=0)
    found = inspect(
        {
            "Xã": ["Long Sơn", "Hòa Long"] * 3,
            "Nhóm tuổi": ["0-4", "5-14"] * 3,
            "Số người": [120, 300] * 3,
            "Diễn giải": ["hồ sơ một", "hồ sơ hai"] * 3,
            "Họ tên": NAMES[:6],
        },
        gate,
    )
    assert [each.verdict.value for each in found] == ["pass", "pass", "pass", "block", "block"]


def test_an_exception_is_a_recorded_pass() -> None:
    (found,) = inspect({"Người phụ trách": list(NAMES)}, GateSettings(exceptions=(EXCEPTION,)))
    assert (found.verdict, found.exception) == (Verdict.PASS, EXCEPTION)
    assert "Luật KBCB 15/2023/QH15" in found.reason


def test_an_exception_for_another_kind_does_not_help() -> None:
    other = GateSettings(exceptions=(replace(EXCEPTION, kind=Kind.PHONE),))
    assert inspect({"Người phụ trách": list(NAMES)}, other)[0].verdict is Verdict.BLOCK


@pytest.mark.parametrize("field", ["table", "column", "legal_basis", "purpose", "approver"])
def test_an_exception_must_be_complete(field: str) -> None:
    with pytest.raises(IncompleteExceptionError):
        replace(EXCEPTION, **{field: " "})


def test_thresholds_must_make_sense() -> None:
    with pytest.raises(ThresholdError):
        GateSettings(small_cell=-1)


@pytest.mark.parametrize(("date", "basis"), [
    (dt.date(2023, 6, 30), "NĐ 47/2020, Điều 20"), (dt.date(2024, 9, 14), "NĐ 13/2023, Điều 2 khoản 3"),
    (dt.date(2026, 1, 1), "NĐ 356/2025, Điều 3"),
])  # fmt: skip
def test_the_basis_is_the_law_of_the_documents_date(date: dt.date, basis: str) -> None:
    assert inspect({"Họ tên": list(NAMES)}, GateSettings(date=date))[0].basis == basis


def test_a_formula_in_text_warns() -> None:
    (found,) = inspect({"Nội dung": ['=HYPERLINK("a")', "bình thường"]})
    assert (found.verdict, found.kind) == (Verdict.WARN, Kind.FORMULA)


CELLS = st.none() | st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.dates() | st.times()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20), st.lists(CELLS, max_size=12))
def test_no_cell_is_too_odd(header: str, values: list[object]) -> None:
    assert len(inspect({header: values})) == 1


@pytest.mark.parametrize("header", ["Hình thức tổ chức", "Tên cơ sở"])
@pytest.mark.parametrize("cell", ["Bà Nguyễn Thị Hoa, 0912345678", "0912345678"])
def test_one_mobile_number_among_words_about_facilities_is_a_person_s(header: str, cell: str) -> None:
    """What reaches a facility stands in a column of its own, or behind the facility's name."""
    assert verdict(header, ["Công lập", "Tư nhân", "Công lập", "Công lập", cell]) is Verdict.BLOCK
    assert verdict(header, [*FACILITIES, "Nhà thuốc Minh An, 0912345678"]) is not Verdict.BLOCK
