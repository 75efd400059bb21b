"""Units in time: renamed, merged, ended, to come; and what the catalogues give to those that are not there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.out_of_force import out_of_force
from report_utils.agency.passing_on import PassedOn
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.units import Unit, Units
from report_utils.errors import SettingsError

Restate = Callable[..., None]
Rewrite = Callable[[str, str, str], None]

JUNE, JULY, AUGUST = dt.date(2024, 6, 30), dt.date(2024, 7, 1), dt.date(2024, 8, 1)


def opened(workspace: Path, period: str = "2024-Q3") -> Reporting:
    return open_reporting("syt-brvt", period, str(workspace))


def unit(code: str, since: dt.date | None = None, until: dt.date | None = None, *predecessors: str,
         name: str = "") -> Unit:  # fmt: skip
    return Unit(code, name or f"Đơn vị {code}", code, "affiliated", (), (), since, until, predecessors)


def test_units_without_days_are_always_there(workspace: Path) -> None:
    assert len(opened(workspace, "2024-H1").agency.units) == len(opened(workspace).agency.units) == 27


@pytest.mark.usefixtures("merged")
def test_a_period_has_the_units_in_force_at_its_cutoff(workspace: Path) -> None:
    before, now = opened(workspace, "2024-H1").agency.units, opened(workspace).agency.units
    assert {"ttyt-ld", "ttyt-dd"} <= {one.code for one in before}
    assert {one.code for one in now} - {one.code for one in before} == {"ttyt-ldat"}
    assert "ttyt-ld" not in now
    assert (before["bvbr"].name, now["bvbr"].name) == ("Bệnh viện Bà Rịa", "Bệnh viện Đa khoa Bà Rịa")
    assert now["bvbr"].short_name == "Bệnh viện Đa khoa Bà Rịa"


def test_first_and_last_day_belong_to_a_unit() -> None:
    units = Units([unit("a", None, JUNE), unit("b", JULY, None, "a")])
    assert [one.code for one in units.on(JUNE)] == ["a"]
    assert [one.code for one in units.on(JULY)] == ["b"]


def test_the_heir_of_a_unit_is_whoever_goes_on_with_its_work() -> None:
    units = Units([unit("a", None, JUNE), unit("b", JULY, JULY, "a"), unit("c", AUGUST, None, "b"), unit("d")])
    heirs = {day: [one.code if (one := units.on(day).heir(code)) else None for code in "abcd"]
             for day in (JUNE, JULY, AUGUST)}  # fmt: skip
    assert heirs == {JUNE: ["a", None, None, "d"], JULY: ["b", "b", None, "d"], AUGUST: ["c", "c", "c", "d"]}


def test_before_its_time_the_predecessors_stand_for_a_unit() -> None:
    units = Units([unit("a", None, JUNE), unit("b", None, JUNE), unit("c", JULY, None, "a", "b")]).on(JUNE)
    assert [one.code for one in units.standing_for("c")] == ["a", "b"]
    assert units.standing_for("a") == (units["a"],)
    assert units.standing_for("unknown") == ()


def test_a_unit_that_takes_in_another_keeps_its_code() -> None:
    units = Units([unit("a", None, JUNE), unit("a", JULY, None, "b"), unit("b", None, JUNE)])
    assert units.on(JULY).by_heir(units.on(JUNE)) == {"a": ["a", "b"]}


def test_why_a_unit_is_not_there_is_said_in_words() -> None:
    units = Units([unit("a", None, JUNE), unit("b", AUGUST, None)]).on(JULY)
    assert out_of_force(units, "a") == "đã thôi hoạt động sau ngày 30/6/2024"
    assert out_of_force(units, "b") == "chưa hoạt động (bắt đầu từ ngày 01/8/2024)"


CENTRE = {"code": "ttyt-ldat", "name": "TTYT Long Đất", "since": "2024-07-01", "predecessors": "ttyt-ld;ttyt-dd"}
ENDED = {"ttyt-ld": {"until": "2024-06-30"}, "ttyt-dd": {"until": "2024-06-30"}}


@pytest.mark.parametrize(
    ("changed", "added", "key", "reason"),
    [
        ({}, [{"code": "bvbr", "name": "BV"}], "code", "mã đơn vị «bvbr» xuất hiện nhiều lần và cùng có hiệu lực"),
        ({"bvbr": {"until": "2024-07-01"}}, [{"code": "bvbr", "name": "BV", "since": "2024-07-01"}], "code",
         "cùng có hiệu lực từ ngày 01/7/2024"),
        ({"bvbr": {"since": "2024-07-01", "until": "2024-06-30"}}, [], "bvbr",
         "hết hiệu lực ngày 30/6/2024, trước ngày có hiệu lực 01/7/2024"),
        ({"bvbr": {"until": "30/6/2024"}}, [], "bvbr", "ngày viết dạng 2024-09-15"),
        (ENDED, [CENTRE | {"predecessors": "ttyt-ld;ttyt-ddo"}], "ttyt-ldat",
         "không có đơn vị tiền thân «ttyt-ddo». Có phải «ttyt-dd»?"),
        (ENDED, [CENTRE | {"since": ""}], "ttyt-ldat", "phải ghi ngày bắt đầu (since)"),
        ({"ttyt-ld": {"until": "2024-06-30"}}, [CENTRE], "ttyt-ldat",
         "đơn vị tiền thân «ttyt-dd» vẫn còn hoạt động sau ngày 01/7/2024"),
        ({**ENDED, "ttyt-dd": {"until": "2024-07-01"}}, [CENTRE], "ttyt-ldat", "«ttyt-dd» vẫn còn hoạt động"),
        (ENDED, [CENTRE, CENTRE | {"code": "ttyt-x"}], "ttyt-x",
         "«ttyt-ld» đã là tiền thân của «ttyt-ldat»; một đơn vị chỉ có một đơn vị kế thừa"),
        ({"ttyt-ld": {"predecessors": "ttyt-dd", "since": "2024-01-01"},
          "ttyt-dd": {"predecessors": "ttyt-ld", "since": "2024-01-01"}}, [], "predecessors",
         "kế thừa vòng tròn: ttyt-dd → ttyt-ld → ttyt-dd"),
        ({"ttyt-ld": {"predecessors": "ttyt-ld", "since": "2024-01-01"}}, [], "predecessors",
         "kế thừa vòng tròn: ttyt-ld → ttyt-ld"),
    ],
)  # fmt: skip
def test_what_cannot_be_in_units_csv_is_named(
    workspace: Path, restate: Restate, changed: dict[str, dict[str, str]], added: list[dict[str, str]], key: str,
    reason: str,
) -> None:  # fmt: skip
    restate(changed, *added)
    with pytest.raises(SettingsError) as caught:
        opened(workspace)
    assert (caught.value.path, caught.value.key) == ("params/syt-brvt/units.csv", key)
    assert reason in caught.value.message


def test_a_mistyped_column_of_units_csv_is_named(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("units.csv", "tags,supplies", "tags,supplies,untill")
    with pytest.raises(SettingsError, match="Có phải ý bạn là «until»"):
        opened(workspace)


# Catalogues


@pytest.mark.usefixtures("merged")
def test_what_the_catalogues_give_to_predecessors_passes_to_the_merged_unit(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("plan_tasks.csv", "Quý I/2024,,vp", "Quý I/2024,,ttyt-ld;ttyt-dd;vp")
    rewrite("open_data.csv", ",nv,", ",ttyt-dd;nv,")
    rewrite("finance_lines.csv", ",khtc", ",ttyt-dd")
    before, now = opened(workspace, "2024-H1").agency.catalogues, opened(workspace).agency.catalogues
    assert before.plan_tasks[0].leads == ("ttyt-ld", "ttyt-dd", "vp")
    assert now.plan_tasks[0].leads == ("ttyt-ldat", "vp")
    assert now.open_data[1].owners == ("ttyt-ldat", "nv")
    assert now.finance_lines[0].suppliers == ("ttyt-ldat",)
    assert [code for code in now.staffing if code.startswith("ttyt-l")] == ["ttyt-ldat"]
    assert "ttyt-dd" not in now.staffing
    assert before.passed_on == ()
    assert set(now.passed_on) == {
        PassedOn("plan_tasks.csv", "NV01", "ttyt-ld", ("ttyt-ldat",)),
        PassedOn("plan_tasks.csv", "NV01", "ttyt-dd", ("ttyt-ldat",)),
        PassedOn("open_data.csv", "2", "ttyt-dd", ("ttyt-ldat",)),
        PassedOn("finance_lines.csv", "NS01", "ttyt-dd", ("ttyt-ldat",)),
        PassedOn("staffing.csv", "ttyt-ld", "ttyt-ld", ("ttyt-ldat",)),
        PassedOn("staffing.csv", "ttyt-dd", "ttyt-dd", ("ttyt-ldat",)),
    }


@pytest.mark.usefixtures("merged")
def test_groups_and_tags_stand_for_the_units_of_the_day(workspace: Path) -> None:
    catalogues, units = opened(workspace).agency.catalogues, opened(workspace).agency.units
    [prompt] = [prompt for prompt in catalogues.prompts if prompt.id == "P51"]
    assert prompt.suppliers == ("bvbr", "bvvt", "ttyt")
    assert "ttyt-ldat" in [one.code for one in units.answering(prompt.suppliers)]


@pytest.mark.usefixtures("merged")
def test_before_the_merger_a_catalogue_that_names_the_new_unit_asks_its_predecessors(
    workspace: Path, rewrite: Rewrite
) -> None:
    rewrite("finance_lines.csv", ",khtc", ",ttyt-ldat")
    before = opened(workspace, "2024-H1").agency.catalogues
    assert before.finance_lines[0].suppliers == ("ttyt-ld", "ttyt-dd")
    assert before.passed_on[0] == PassedOn("finance_lines.csv", "NS01", "ttyt-ldat", ("ttyt-ld", "ttyt-dd"))


def test_an_entry_of_a_unit_that_ended_without_a_successor_is_an_error(workspace: Path, restate: Restate) -> None:
    restate({"ttra": {"until": "2024-06-30"}})
    assert "ttra" in opened(workspace, "2024-H1").agency.units
    with pytest.raises(SettingsError) as caught:
        opened(workspace)
    assert caught.value.key == "P09"
    assert caught.value.message == (
        "params/syt-brvt/outline.csv, mục «P09»: đơn vị «ttra» thôi hoạt động sau ngày 30/6/2024, không có đơn vị kế "
        "thừa; ghi đơn vị nhận việc này.")  # fmt: skip


def test_a_task_of_a_unit_to_come_stays_in_its_plan(workspace: Path, restate: Restate, rewrite: Rewrite) -> None:
    restate({}, {"code": "ttyt-moi", "name": "Trung tâm Y tế mới", "since": "2024-07-01"})
    rewrite("plan_tasks.csv", "Quý I/2024,,vp", "Quý I/2024,,ttyt-moi")
    before, now = opened(workspace, "2024-H1").agency.catalogues, opened(workspace).agency.catalogues
    assert (before.plan_tasks[0].leads, now.plan_tasks[0].leads) == (("ttyt-moi",), ("ttyt-moi",))
    assert before.passed_on == (PassedOn("plan_tasks.csv", "NV01", "ttyt-moi", ()),)


def test_a_unit_without_a_successor_is_left_out_where_others_are_asked(workspace: Path, restate: Restate) -> None:
    restate({"bvm": {"until": "2024-06-30"}})
    now = opened(workspace).agency.catalogues
    assert "bvm" not in now.staffing
    assert [(one.key, one.to) for one in now.passed_on if one.catalogue == "staffing.csv"] == [("bvm", ())]
