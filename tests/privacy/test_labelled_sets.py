"""The gate keeps what it reached on the labelled sets of the benchmark."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))

from bench.attacked_columns import attacked, beside_names
from bench.heldout_columns import held_out
from bench.labelled_columns import Labelled, labelled
from bench.privacy import gate_finds
from bench.privacy_sets import running

from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.verdict import Verdict


@pytest.mark.parametrize("make", [labelled, held_out, attacked])
def test_nothing_personal_is_missed_and_hardly_anything_clean_is_stopped(
    make: Callable[[], tuple[Labelled, ...]],
) -> None:
    columns = make()
    missed = [column for column in columns if column.kind and not gate_finds(column)]
    stopped = [column for column in columns if not column.kind and gate_finds(column)]
    personal = sum(1 for column in columns if column.kind)
    assert not [column.header for column in missed if column.is_sure]
    assert len(missed) <= 0.01 * personal
    assert len(stopped) <= 0.01 * (len(columns) - personal)


@pytest.mark.parametrize("name", running.SETS)
def test_in_whole_tables_nothing_personal_is_missed_and_hardly_anything_clean_is_stopped(name: str) -> None:
    told = running.told_in_memory(running.tables_in(name))
    wrong = [f"{one.table}:{one.letter} {' › '.join(one.column.header)}" for one in told if one.wrong]
    figures = running.figures(told)
    sure, sure_of = figures["told by header or form"]
    found, identifiers = figures["all identifiers"]
    warned, clean = figures["clean warned"]
    blocked, _ = figures["clean blocked"]
    assert sure == sure_of, wrong
    assert found >= 0.99 * identifiers, wrong
    assert warned + blocked <= 0.01 * clean, wrong


def test_beside_names_a_mark_a_measure_or_a_code_says_something_of_a_person() -> None:
    headers, columns = beside_names()
    passed = [found.column for found in inspect_table("", headers, columns, GateSettings())
              if found.verdict is Verdict.PASS]
    assert not passed


def test_the_tax_code_of_a_shop_is_its_own_though_a_person_answers_for_it() -> None:
    headers = ("Tên cơ sở", "Người chịu trách nhiệm chuyên môn", "Mã số thuế")
    columns = (["Nhà thuốc Minh Châu", "Quầy thuốc An Khang"], ["Lê Văn An", "Bùi Thị Hà"],
               ["3500100107", "0100109106"])
    found = inspect_table("", headers, columns, GateSettings())
    assert [each.verdict for each in found] == [Verdict.PASS, Verdict.BLOCK, Verdict.PASS]


@pytest.mark.parametrize("group", ["Thông tin cá nhân", "Loại đối tượng", "Kế hoạch khám", "Người bệnh › Nhân thân"])
def test_the_group_above_a_header_does_not_hide_what_it_says(group: str) -> None:
    listed: dict[str, tuple[str, ...]] = {
        "Ngày sinh": ("07/03/1987", "09/10/1965"), "Sinh": ("07/03/1987", "09/10/1965"), "Giới tính": ("Nam", "Nữ"),
        "Dân tộc": ("Kinh", "Hoa"), "Số CMND": ("270195310", "210988583"), "Địa chỉ": ("Tổ 5, ấp An Hòa", "12 Lê Lợi")}
    headers = [f"{group} › {header}" for header in listed]
    found = inspect_table("", headers, [values * 4 for values in listed.values()], GateSettings())
    assert not [each.column for each in found if each.verdict is Verdict.PASS]


def test_the_sets_are_large_and_the_same_every_time() -> None:
    assert len(labelled()) >= 400
    assert labelled() == labelled()
    assert held_out() == held_out()
    assert attacked() == attacked()
