"""The folders of a new agency: whole or not at all, and right at once."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.agency import load_agency
from report_utils.agency.catalogues import Catalogues
from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.errors import SettingsError
from report_utils.run.notebook_files import own_notebooks
from report_utils.starter.answers import Answers
from report_utils.starter.write import AgencyExistsError, place_for, write_agency

CODE = "so-y-te"
Make = Callable[..., Answers]


def files_in(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_an_empty_folder_becomes_a_workspace(empty: Workspace, answers: Make) -> None:
    new = write_agency(empty, CODE, answers(), own_notebooks())
    assert sorted(path.name for path in empty.root.iterdir()) == ["data", "notebooks", "params"]
    assert (empty.root / "data" / "raw" / CODE).is_dir()
    assert Workspace.find(empty.root).agencies() == [CODE]
    assert set(new.agency.profile.notebooks) < set(new.notebooks)


def test_a_folder_that_is_not_there_is_made(empty: Workspace, answers: Make) -> None:
    place = place_for(str(empty.root / "a" / "b"))
    write_agency(place, CODE, answers())
    assert Workspace.find(empty.root / "a" / "b").agencies() == [CODE]


def test_the_settings_can_be_read_at_once(empty: Workspace, answers: Make) -> None:
    write_agency(empty, CODE, answers())
    agency = load_agency(empty, CODE)
    assert (agency.profile.name, agency.profile.letterhead.superior) == ("Sở Y tế tỉnh A", "UBND TỈNH A")
    assert list(agency.profile.reports) == ["cchc", "reminder"]
    assert agency.profile.reports["cchc"].signer.capacity == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert str(open_reporting(CODE, "2026-Q1", str(empty.root)).window.cutoff) == "2026-03-14"


def test_the_head_signs_where_nobody_signs_for_the_head(empty: Workspace, answers: Make) -> None:
    agency = write_agency(empty, CODE, answers(signer_title=None)).agency
    assert agency.profile.reports["cchc"].signer.capacity == ("GIÁM ĐỐC",)


def test_answers_may_hold_what_yaml_would_read_otherwise(empty: Workspace, answers: Make) -> None:
    odd = {"name": "Sở: «A» # \"một\"", "symbol": "123", "place": "no", "signer_name": "- 'B'\n{{ C }}"}
    profile = write_agency(empty, CODE, answers(**odd)).agency.profile
    assert (profile.name, profile.symbol, profile.letterhead.place) == (odd["name"], "123", "no")
    assert profile.reports["cchc"].signer.name == "- 'B' {{ C }}"


@pytest.mark.parametrize("code", ["no", "on", "true", "null", "1", "007", "1e5", "12-31", "2024-01-01"])
def test_a_code_that_yaml_would_read_otherwise_stays_what_it_is(empty: Workspace, answers: Make, code: str) -> None:
    assert write_agency(empty, code, answers()).agency.profile.code == code


def test_every_supplier_is_a_unit_of_the_agency(empty: Workspace, answers: Make) -> None:
    lists = write_agency(empty, CODE, answers(lead_unit="ttra")).agency.catalogues
    assert suppliers(lists) == {"ttra", "ttpvhcc"}
    assert lists.staffing == ("ttra", "bv1")
    assert (lists.plan_tasks, lists.open_data) == ((), ())


def suppliers(lists: Catalogues) -> set[str]:
    everybody = [entry.suppliers for entry in (*lists.prompts, *lists.indicators, *lists.finance_lines,
                                               *lists.procedure_places)]  # fmt: skip
    return {unit for named in (*everybody, *(prompt.citing for prompt in lists.prompts), lists.assigned_tasks)
            for unit in named}


def test_without_the_main_report_the_catalogues_have_no_rows(empty: Workspace, answers: Make) -> None:
    new = write_agency(empty, CODE, answers(reports=["open_data"]))
    assert suppliers(new.agency.catalogues) == set()
    assert [unit.supplies for unit in new.agency.units] == [()] * 5
    assert list(new.agency.profile.reports) == ["open_data", "open_data_reminder", "reminder"]


def test_calendar_quarters_tile_the_year(empty: Workspace, answers: Make) -> None:
    write_agency(empty, CODE, answers(calendar="quy"))
    windows = [open_reporting(CODE, f"2026-{kind}", str(empty.root)).window for kind in ("Q1", "Q2", "Q3", "Q4", "Y")]
    assert [f"{window.start} {window.cutoff}" for window in windows] == [
        "2026-01-01 2026-03-31", "2026-04-01 2026-06-30", "2026-07-01 2026-09-30", "2026-10-01 2026-12-31",
        "2026-01-01 2026-12-31",
    ]  # fmt: skip


def test_excel_sees_the_letters_of_the_lists(empty: Workspace, answers: Make) -> None:
    write_agency(empty, CODE, answers())
    lists = sorted((empty.root / "params" / CODE).glob("*.csv"))
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in lists)
    assert all(list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines())) for path in lists)


def test_the_same_answers_give_the_same_bytes(empty: Workspace, answers: Make, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "nơi khác")
    for place in (empty, other):
        write_agency(place, CODE, answers(), own_notebooks())
    assert files_in(empty.root) == files_in(other.root)


def test_the_notebooks_show_the_new_agency(empty: Workspace, answers: Make) -> None:
    write_agency(empty, CODE, answers(), own_notebooks())
    for path in (empty.root / "notebooks").glob("*.ipynb"):
        assert f'"agency = \\"{CODE}\\"\\n"' in path.read_text(encoding="utf-8")


def test_notebooks_that_are_there_stay_alone(empty: Workspace, answers: Make) -> None:
    own = empty.root / "notebooks" / "1_của_tôi.ipynb"
    own.parent.mkdir()
    own.write_text("{}", encoding="utf-8")
    assert write_agency(empty, CODE, answers(), own_notebooks()).notebooks == ()
    assert list(own.parent.iterdir()) == [own]


def test_a_second_agency_stands_beside_the_first(empty: Workspace, answers: Make) -> None:
    write_agency(empty, CODE, answers())
    before = files_in(empty.root)
    write_agency(empty, "so-noi-vu", answers())
    assert {name: files_in(empty.root)[name] for name in before} == before
    assert empty.agencies() == ["so-noi-vu", CODE]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_exists_is_never_written_over(empty: Workspace, answers: Make, kind: str) -> None:
    taken = empty.root / "params" / CODE
    taken.parent.mkdir()
    taken.mkdir() if kind == "folder" else taken.write_text("của tôi", encoding="utf-8")
    before = files_in(empty.root)
    with pytest.raises(AgencyExistsError, match=f"Đã có «params/{CODE}»; không ghi đè."):
        write_agency(empty, CODE, answers())
    assert files_in(empty.root) == before


@pytest.mark.parametrize("root", ["", "a/b"])
@pytest.mark.parametrize("step", ["report_utils.starter.write.load_agency", "pathlib.Path.rename"])
def test_a_failure_leaves_nothing_behind(empty: Workspace, answers: Make, monkeypatch: pytest.MonkeyPatch, step: str,
                                         root: str) -> None:  # fmt: skip
    rename = Path.rename

    def fail(first: Path, second: object) -> object:
        if isinstance(first, Path) and "params" not in first.parts:
            return rename(first, second)  # type: ignore[arg-type]
        raise SettingsError("agency.yaml", "", "", "hỏng.")

    monkeypatch.setattr(step, fail)
    with pytest.raises(SettingsError, match="hỏng"):
        write_agency(Workspace(empty.root / root), CODE, answers(), own_notebooks())
    assert list(empty.root.iterdir()) == []


def test_what_a_killed_run_left_counts_as_nothing_and_is_removed(empty: Workspace, answers: Make,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    write_agency(empty, CODE, answers())
    below = empty.root / "bên dưới"
    (below / ".new-agency-x1" / "params" / CODE).mkdir(parents=True)
    monkeypatch.chdir(below)
    assert place_for("").root == below, "not the workspace above"
    write_agency(place_for(""), "so-noi-vu", answers())
    assert sorted(path.name for path in below.iterdir()) == ["data", "params"]


def test_the_place_is_the_workspace_that_commands_find_here(empty: Workspace, answers: Make,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    write_agency(empty, CODE, answers())
    below = empty.root / "data" / "raw"
    monkeypatch.chdir(below)
    assert place_for("").root == empty.root
    monkeypatch.chdir(below / CODE)
    assert place_for("").root == below / CODE, "an empty folder is a place of its own"
