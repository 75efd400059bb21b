"""Each rule finds exactly the one cell that breaks it, and nothing in the samples as they are."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context, added_up, row_label
from report_utils.checks.run_all import RULES, check_all
from report_utils.findings import CATALOGUE, CellRef, Finding, errors
from report_utils.forms.tables import TABLES
from report_utils.intake.dataset import Dataset

Act = Callable[..., Any]
Places = Callable[..., list[tuple[str, str, str, str]]]
Only = Callable[[str], Finding]
Clean = dict[str, Dataset]

DOSSIERS, STAFFING, INDICATORS, NARRATIVES = "Hồ sơ TTHC", "Biên chế, tuyển dụng", "Chỉ tiêu", "Thuyết minh"
PLAN, MONEY, PROJECTS, PROCEDURES = "Nhiệm vụ kế hoạch", "Tài chính", "Dự án đầu tư", "Số lượng TTHC"
DECISIONS, DOCUMENTS = "Công bố TTHC", "Văn bản"
OPEN_DATA = "Dữ liệu mở"
BLANK_ROW = {f"{letter}10": None for letter in "ABDEFHIJLM"}


def file(unit: str) -> str:
    return f"{unit}_2024-Q3.xlsx"


# --- the samples


def test_the_samples_break_no_rule(quarter: Reporting, clean: Clean) -> None:
    assert check_all(Context(quarter, clean["2024-Q3"], clean["2024-H1"])) == []


def test_the_samples_of_the_first_period_only_lack_one_to_compare_with(repository: Path, clean: Clean) -> None:
    half_year = open_reporting("syt-brvt", "2024-H1", str(repository))
    found = check_all(Context(half_year, clean["2024-H1"], None))
    assert {finding.code for finding in found} == {"V12"}
    assert list(errors(found)) == []


# Each entry: unit, sheet, cell, what is typed there; then the one finding: code, and its cell if it is another.
ONE_CELL = {
    "a sum typed over its formula": ("bvbr", DOSSIERS, "C10", 267, "V01", "C10"),
    "a difference typed over its formula": ("bvbr", STAFFING, "E9", 54, "V01", "E9"),
    "a total typed over its formula": ("bvbr", DOSSIERS, "E25", 265, "V01", "E25"),
    "a total of a sum typed over its formula": ("vp", PROCEDURES, "C12", 146, "V01", "C12"),
    "one more received than resolved and pending": ("bvbr", DOSSIERS, "E10", 265, "V01", "C10"),
    "one more resolved than received": ("bvbr", DOSSIERS, "J10", 1, "V01", "C10"),
    "one more pending than received": ("bvbr", DOSSIERS, "M10", 1, "V01", "C10"),
    "more recruited than approved": ("bvbr", STAFFING, "G9", 84, "V03", "G9"),
    "more staff than posts": ("kn", STAFFING, "D9", 42, "V03", "D9"),
    "more procedures suspended than there are": ("vp", PROCEDURES, "G10", 9, "V03", "G10"),
    "more paid out than planned": ("bqlda", PROJECTS, "D7", 2_000_000_001, "V03", "D7"),
    "a numerator above its denominator": ("bvbr", INDICATORS, "E8", 148621, "V04", "E8"),
    "a ratio without its numerator": ("bvbr", INDICATORS, "E8", None, "V05", "E8"),
    "a ratio without its denominator": ("bvbr", INDICATORS, "F8", None, "V05", "F8"),
    "a narrative left blank": ("bvbr", NARRATIVES, "C7", None, "V06", "C7"),
    "an amount that does not grow by that of the period": ("khtc", MONEY, "D10", 422801000001, "V08", "D10"),
    "an amount of the period that does not fit": ("khtc", MONEY, "D9", 141834000001, "V08", "D10"),
    "a task done without a day": ("ttra", PLAN, "F8", None, "V09", "F8"),
    "a task done without evidence": ("ttra", PLAN, "G8", None, "V09", "G8"),
    "a ratio without the day of its figures": ("cdc", INDICATORS, "G9", None, "V05", "G9"),
    "a data set published without a day": ("atvstp", OPEN_DATA, "D7", "Đã công bố", "V10", "E7"),
    "more disbursed than planned": ("bqlda", MONEY, "D9", 240117000001, "V11", "D9"),
    "more expected to be disbursed than planned": ("bqlda", MONEY, "D10", 240117000001, "V11", "D10"),
    "more expected to be spent than planned": ("khtc", MONEY, "D11", 566417700001, "V11", "D11"),
    "a task said to be done that has no day": ("ttra", PLAN, "E9", "Đã thực hiện", "V09", "F9"),
    "a task done on a day to come": ("ttra", PLAN, "F8", dt.date(2042, 1, 9), "V13", "F8"),
    "figures of long ago": ("cdc", INDICATORS, "G9", dt.date(2023, 11, 30), "V20", "G9"),
    "a decision of the day before the window": ("nv", DECISIONS, "B8", dt.date(2024, 6, 14), "V21", "B8"),
    "a decision before the window": ("nv", DECISIONS, "B8", dt.date(2024, 6, 13), "V20", "B8"),
    "a decision of the window, before the quarter": ("nv", DECISIONS, "B8", dt.date(2024, 6, 24), "V22", "B8"),
    "a result asked for, before the window": ("vp", DOCUMENTS, "C10", dt.date(2024, 1, 31), "V20", "C10"),
    "figures of a day to come": ("cdc", INDICATORS, "G9", dt.date(2024, 9, 15), "V23", "G9"),
    "a running task with a day of its end": ("ttra", PLAN, "F7", dt.date(2024, 9, 1), "V15", "F7"),
    "thousands that became decimals": ("bvbr", INDICATORS, "E8", 64.561, "V16", "E8"),
    "a ratio of nothing": ("bvbr", INDICATORS, "F8", 0, "V04", "E8"),
}


@pytest.mark.parametrize(("unit", "sheet", "cell", "value", "code", "at"), ONE_CELL.values(), ids=ONE_CELL)
def test_one_wrong_cell_is_one_finding(
    retype: Act, places: Places, unit: str, sheet: str, cell: str, value: Any, code: str, at: str
) -> None:
    retype(unit, sheet, {cell: value})
    assert places() == [(code, file(unit), sheet, at)]


def test_every_rule_of_contradictions_is_tested_in_this_folder() -> None:
    texts = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    assert [code for code in CATALOGUE if code[0] == "V" and not any(f'"{code}", ' in text for text in texts)] == []


# --- V01: identities


def test_a_broken_balance_names_both_sides_and_every_cell(retype: Act, only: Only) -> None:
    retype("bvbr", DOSSIERS, {"J10": 1})
    found = only("V01")
    assert (found.found, found.expected) == ("266", "bằng ô G10 + K10")
    assert found.message == ("Dòng «Khám bệnh, chữa bệnh»: Số lượng hồ sơ tiếp nhận - Tổng = 266, Số hồ sơ đã giải "
                             "quyết - Tổng + Số hồ sơ chưa giải quyết - Tổng = 267.")
    assert [place.cell for place in found.related] == ["D10", "E10", "F10", "H10", "I10", "J10", "L10", "M10"]


def test_a_stored_sum_that_was_not_calculated_again_is_found(
    samples: dict[str, dict[str, bytes]], raw: Path, places: Places
) -> None:
    """A program that writes cells without calculating leaves the sums of before: row and total are both wrong."""
    data = with_cell(samples["2024-Q3"][file("bvbr")], DOSSIERS, b'<c r="D10"', b"<v>0</v>", b"<v>5</v>")
    data = with_cell(data, DOSSIERS, b'<c r="I10"', b"<v>255</v>", b"<v>260</v>")
    (raw / file("bvbr")).write_bytes(data)
    wrong = ("C10", "G10", "C25", "D25", "G25", "I25")
    assert places() == [("V01", file("bvbr"), DOSSIERS, cell) for cell in wrong]


def with_cell(data: bytes, sheet: str, cell: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with another stored value in one cell, nothing else touched."""
    names = openpyxl.load_workbook(io.BytesIO(data), read_only=True).sheetnames
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                start = content.index(cell)
                assert old in content[start : content.index(b"</c>", start)]
                content = content[:start] + content[start:].replace(old, new, 1)
            target.writestr(name, content)
    return buffer.getvalue()


def test_a_row_with_an_unreadable_cell_is_not_added_up(retype: Act, places: Places) -> None:
    retype("bvbr", DOSSIERS, {"H10": "chín"})
    assert places() == [("O02", file("bvbr"), DOSSIERS, "H10")]


def test_two_wrong_cells_that_balance_each_other_keep_the_balance(retype: Act, places: Places) -> None:
    retype("bvbr", DOSSIERS, {"E10": 265, "I10": 256})
    assert places() == []


# --- V02: what the period takes over


def test_dossiers_carried_over_are_those_pending_before(retype: Act, places: Places, only: Only) -> None:
    retype("bvbr", DOSSIERS, {"F10": 3, "I10": 256})
    assert places() == [("V02", file("bvbr"), DOSSIERS, "F10")]
    assert only("V02").message == "Lĩnh vực «Khám bệnh, chữa bệnh»: tồn kỳ trước ghi 3, cuối kỳ trước còn 2."


def test_a_field_without_dossiers_before_carries_none_over(retype: Act, places: Places) -> None:
    row = {"B11": "Dược phẩm", "D11": 0, "E11": 0, "F11": 1, "H11": 1, "I11": 0, "J11": 0, "L11": 0, "M11": 0}
    retype("bvbr", DOSSIERS, row)
    assert places() == [("V02", file("bvbr"), DOSSIERS, "F11")]


def test_a_field_with_dossiers_pending_before_must_not_vanish(retype: Act, places: Places, only: Only) -> None:
    retype("bvbr", DOSSIERS, {**BLANK_ROW, "C4": "x"})
    assert places() == [("V02", file("bvbr"), DOSSIERS, "")]
    assert (only("V02").found, only("V02").expected) == ("không có dòng", "bằng số cuối kỳ trước (2)")


def test_a_field_with_nothing_pending_before_may_vanish(retype: Act, places: Places) -> None:
    retype("ttyt-br", DOSSIERS, {**BLANK_ROW, "C4": "x"})
    assert places() == []


def test_without_the_period_before_it_is_said_that_nothing_was_compared(retype: Act, places: Places) -> None:
    retype("bvbr", DOSSIERS, {"F10": 3, "I10": 256})
    assert places(None) == [("V12", file("bvbr"), DOSSIERS, "F10")]


def test_a_unit_that_carries_nothing_over_needs_no_period_before(submit: Act, places: Places) -> None:
    submit("ttyt-br")
    assert places(None) == []


def test_a_cumulative_amount_without_the_one_before_was_not_compared(submit: Act, places: Places) -> None:
    submit("khtc")
    assert places(None) == [("V12", file("khtc"), MONEY, "D10")]


def test_what_a_unit_is_to_do_about_the_period_before_names_the_period(submit: Act, found: Any) -> None:
    submit("khtc")
    [missing] = [each for each in found(None) if each.code == "V12"]
    assert missing.mend == "Gửi tệp số liệu 6 tháng đầu năm 2024 nếu chưa gửi."


@pytest.mark.parametrize(
    ("cells", "code", "cell"),
    [({"B10": "Khám"}, "O05", "B10"), ({"B10": None}, "O01", "B10"), ({"F10": "hai"}, "O02", "F10"),
     ({"F7": "Kỳ trước"}, "B01", "")],
    ids=["unknown field", "no field", "unreadable number", "no header"],
)  # fmt: skip
def test_what_could_not_be_read_is_not_also_said_to_differ(
    retype: Act, places: Places, cells: dict[str, Any], code: str, cell: str
) -> None:
    retype("bvbr", DOSSIERS, cells)
    assert places() == [(code, file("bvbr"), DOSSIERS, cell)]


def test_a_missing_sheet_is_not_also_said_to_differ(alter: Act, places: Places) -> None:
    alter("bvbr", lambda workbook: workbook.remove(workbook[DOSSIERS]))
    assert places() == [("N02", file("bvbr"), "", "")]


def test_a_unit_that_did_not_report_before_is_not_compared(retype: Act, places: Places, clean: Clean) -> None:
    retype("bvbr", DOSSIERS, {"F10": 3, "I10": 256})
    before = clean["2024-H1"]
    rows = before.tables["dossiers"]
    without = Dataset({**before.tables, "dossiers": rows[rows["unit"] != "bvbr"]}, before.totals, before.letters,
                      tuple(entry for entry in before.received if entry.unit != "bvbr"))
    assert places(without) == [("V12", file("bvbr"), DOSSIERS, "F10")]


def test_either_side_of_a_contradiction_may_be_wrong(retype: Act, only: Only) -> None:
    retype("bvbr", STAFFING, {"G9": 84})
    assert only("V03").expected == "không lớn hơn 83"


# --- V03 to V05: parts, ratios


def test_a_part_above_its_whole_names_both(retype: Act, only: Only) -> None:
    retype("bvbr", STAFFING, {"G9": 84})
    found = only("V03")
    assert found.message == ("Dòng «Bệnh viện Bà Rịa»: Tuyển dụng trong năm - Đã tuyển = 84 lớn hơn Tuyển dụng trong "
                             "năm - Chỉ tiêu được phê duyệt = 83.")
    assert found.related == (CellRef(file("bvbr"), STAFFING, "F9"),)


@pytest.mark.parametrize(("cell", "value"), [("G9", 83), ("D9", 742)])
def test_a_part_may_be_as_large_as_its_whole(retype: Act, places: Places, cell: str, value: int) -> None:
    retype("bvbr", STAFFING, {cell: value})
    assert places() == []


def test_a_ratio_without_both_its_parts_says_so_once(retype: Act, places: Places, only: Only) -> None:
    retype("bvbr", INDICATORS, {"E8": None, "F8": None})
    assert places() == [("V05", file("bvbr"), INDICATORS, "E8")]
    assert "thiếu tử số và mẫu số và" in only("V05").message
    assert only("V05").related == (CellRef(file("bvbr"), INDICATORS, "F8"),)


def test_a_ratio_may_be_declared_empty_instead(retype: Act, places: Places) -> None:
    retype("bvbr", INDICATORS, {"E8": None, "F8": None, "H8": "x"})
    assert places() == []


def test_a_ratio_declared_empty_with_a_number_contradicts_itself(retype: Act, places: Places) -> None:
    retype("bvbr", INDICATORS, {"H8": "x"})
    assert places() == [("B06", file("bvbr"), INDICATORS, "H8")]


def test_a_count_needs_its_number_only(retype: Act, places: Places, only: Only, clean: Clean) -> None:
    [record] = [row for row in clean["2024-Q3"].records("indicators") if row["indicator"] == "CT35"]
    cell = clean["2024-Q3"].ref(record, "numerator").cell
    retype("nv", INDICATORS, {cell: None})
    assert places() == [("V05", file("nv"), INDICATORS, cell)]
    assert "thiếu số lượng và" in only("V05").message


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 5), (5, 5)])
def test_a_ratio_may_be_anything_from_nothing_to_all(
    retype: Act, places: Places, numerator: int, denominator: int
) -> None:
    retype("bvbr", INDICATORS, {"E8": numerator, "F8": denominator})
    assert places() == []


def test_a_ratio_of_nothing_to_nothing_is_worth_a_look(retype: Act, places: Places) -> None:
    retype("bvbr", INDICATORS, {"E8": 0, "F8": 0})
    assert places() == [("V14", file("bvbr"), INDICATORS, "F8")]


# --- V06, V07: narratives


def test_an_item_that_must_be_reported_cannot_be_declared_empty(retype: Act, places: Places, only: Only) -> None:
    retype("bvbr", NARRATIVES, {"C7": None, "D7": "x"})
    assert places() == [("V07", file("bvbr"), NARRATIVES, "D7")]
    assert only("V07").message == ("Mục «II.7.5. Triển khai hệ thống hỗ trợ khám chữa bệnh từ xa» phải có nội dung "
                                   "báo cáo.")


def test_a_narrative_with_a_text_and_the_mark_contradicts_itself(retype: Act, places: Places) -> None:
    retype("bvbr", NARRATIVES, {"D7": "x"})
    assert places() == [("B06", file("bvbr"), NARRATIVES, "D7")]


def test_an_item_that_may_be_empty_may_be_declared_so(clean: Clean) -> None:
    [record] = [row for row in clean["2024-Q3"].records("narratives") if row["prompt"] == "P04"]
    assert (record["text"], record["nil"]) == (None, True)


# --- V08: cumulative amounts


def test_amounts_are_compared_in_the_same_unit_of_money(retype: Act, places: Places) -> None:
    retype("khtc", MONEY, {"C10": "triệu đồng", "D10": 422801, "C9": "nghìn đồng", "D9": 141834000})
    assert places() == []
    retype("khtc", MONEY, {"C9": "triệu đồng"})
    assert places() == [("V17", file("khtc"), MONEY, "D9"), ("V08", file("khtc"), MONEY, "D10")]


def test_a_cumulative_amount_names_what_it_should_be(retype: Act, only: Only) -> None:
    retype("khtc", MONEY, {"D10": 422_801_000_001})
    found = only("V08")
    assert found.message == ("«Thực hiện chi lũy kế từ đầu năm»: lũy kế 422.801.000.001, lũy kế kỳ trước cộng số "
                             "trong kỳ là 422.801.000.000.")
    assert found.related == (CellRef(file("khtc"), MONEY, "D9"),)


def test_an_amount_that_cannot_be_read_is_not_compared(retype: Act, places: Places) -> None:
    retype("khtc", MONEY, {"D9": "chưa rõ"})
    assert places() == [("O10", file("khtc"), MONEY, "D9")]


def test_cumulative_amounts_begin_anew_with_the_year(workspace: Path, clean: Clean) -> None:
    first_quarter = open_reporting("syt-brvt", "2025-Q1", str(workspace))
    found = check_all(Context(first_quarter, clean["2024-Q3"], clean["2024-H1"]))
    assert "V08" not in {finding.code for finding in found}


# --- V09: evidence


def test_a_task_done_needs_a_day_and_evidence(retype: Act, places: Places, only: Only) -> None:
    retype("ttra", PLAN, {"F8": None, "G8": None})
    assert places() == [("V09", file("ttra"), PLAN, "F8")]
    assert only("V09").message == ("Nhiệm vụ «NV07» ghi đã thực hiện nhưng thiếu ngày hoàn thành và kết quả, "
                                   "minh chứng.")


def test_a_task_that_is_running_needs_neither(retype: Act, places: Places) -> None:
    retype("ttra", PLAN, {"E8": "Đang triển khai", "F8": None, "G8": None, "H8": "Chờ kinh phí"})
    assert places() == []


def test_a_task_done_with_day_and_evidence_is_right(retype: Act, places: Places) -> None:
    retype("ttra", PLAN, {"E9": "Đã thực hiện", "F9": dt.date(2024, 9, 1), "G9": "Báo cáo số 12/BC-SYT"})
    assert places() == []


# --- V10: published data sets


@pytest.mark.parametrize(("day", "codes"), [(dt.date(2024, 9, 14), []), (dt.date(2024, 9, 15), ["V10"])])
def test_a_data_set_is_published_by_the_cut_off(
    retype: Act, found: Callable[[], list[Finding]], day: dt.date, codes: list[str]
) -> None:
    retype("atvstp", OPEN_DATA, {"D7": "Đã công bố", "E7": day})
    assert [finding.code for finding in found()] == codes


# --- V11: plans


@pytest.mark.parametrize(("unit", "cell", "value"), [("bqlda", "D9", 240117000000), ("khtc", "D11", 566417700000)])
def test_what_is_spent_may_be_the_whole_plan(retype: Act, places: Places, unit: str, cell: str, value: int) -> None:
    retype(unit, MONEY, {cell: value})
    assert places() == []


# --- all rules together


def test_all_units_are_told_all_that_is_wrong_at_once(
    submit: Act, retype: Act, places: Places
) -> None:
    submit()
    retype("bvbr", STAFFING, {"G9": 84})
    retype("ttra", PLAN, {"F8": None})
    retype("kn", INDICATORS, {"E7": 48})
    assert places() == [
        ("V03", file("bvbr"), STAFFING, "G9"), ("V09", file("ttra"), PLAN, "F8"), ("V04", file("kn"), INDICATORS, "E7")]


def test_rules_do_not_depend_on_one_another(quarter: Reporting, clean: Clean) -> None:
    context = Context(quarter, clean["2024-Q3"], clean["2024-H1"])
    assert [list(rule(context)) for rule in RULES] == [[] for _ in RULES]


def test_rules_pass_over_tables_that_are_not_asked(repository: Path) -> None:
    half_year = open_reporting("syt-brvt", "2024-H1", str(repository))
    assert check_all(Context(half_year, Dataset({}, {}, {}, ()), Dataset({}, {}, {}, ()))) == []


def test_a_sum_is_known_only_when_all_its_parts_are() -> None:
    row = {"online": 1, "direct": 2, "carried_over": 3, "received": None}
    assert added_up(TABLES["dossiers"], row, "received") == 6
    assert added_up(TABLES["dossiers"], {**row, "direct": None}, "received") is None


def test_a_row_is_called_by_its_words_or_else_by_its_number() -> None:
    table = TABLES["dossiers"]
    blank = {column.code: None for column in table.columns}
    assert row_label(table, {**blank, "number": "1", "field": "Dược phẩm", "row": 10}) == "Dược phẩm"
    assert row_label(table, {**blank, "number": "1", "row": 10}) == "1"
    assert row_label(table, {**blank, "row": 25}) == "dòng 25"


# --- amounts and counts of another size than was meant


@pytest.mark.parametrize(("unit", "sheet", "cell", "value", "told", "at"), [
    ("bvbr", INDICATORS, "E8", "64,561", "V16", "E8"), ("khtc", MONEY, "D8", 20499.4, "V17", "D8"),
    ("khtc", MONEY, "C7", "nghìn đồng", "V17", "D7"), ("bqlda", PROJECTS, "C7", 2000.5, "V17", "C7"),
    ("khtc", MONEY, "D8", 20499, "V18", "D8"),
])
def test_a_number_in_another_unit_than_its_column_is_told(
    retype: Act, places: Places, unit: str, sheet: str, cell: str, value: Any, told: str, at: str
) -> None:
    retype(unit, sheet, {cell: value})
    assert (told, file(unit), sheet, at) in places()


def test_an_amount_of_money_in_an_indicator_may_have_decimals(retype: Act, places: Places) -> None:
    retype("bvbr", INDICATORS, {"E9": 1.5})
    assert places() == []
