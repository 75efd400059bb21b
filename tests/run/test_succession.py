"""From one period to the next over a merger: series go on, each paper bears the name of its day."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from report_utils.document.reminder import build_reminder
from report_utils.errors import SettingsError
from report_utils.figures.changes import NotComparableError
from report_utils.publish.kit import publisher_of
from report_utils.run.desk import Desk, open_desk
from report_utils.run.handout import write_forms
from report_utils.run.manifest import build_manifest

Act = Callable[..., Any]

FORMERLY = """formerly:
  - until: 2024-06-30
    name: Sở Y tế tỉnh Cũ
    symbol: SYTC
    letterhead: {superior: UBND TỈNH CŨ, agency: SỞ Y TẾ CŨ, place: Cũ}
letterhead:
"""
CENTRE, HOSPITAL = "Trung tâm Y tế huyện Long Đất", "Bệnh viện Đa khoa Bà Rịa"


def ask_for_dossiers(params: Path, *units: str) -> None:
    """Both periods ask for dossiers alone, and only of `units`."""
    for period in ("2024-H1", "2024-Q3"):
        text = f"agency: {params.name}\nperiod: {period}\nsettings: {{tables: [dossiers]}}\n"
        (params / f"{period}.yaml").write_text(text, encoding="utf-8")
    path = params / "units.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        for row in rows:
            others = [table for table in row["supplies"].split(";") if table != "dossiers"]
            asked = ["dossiers"] if row["code"] in units else []
            writer.writerow(row | {"supplies": ";".join([*asked, *others])})


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def report_briefly(params: Path) -> None:
    """The report is one sentence, without appendices and summary."""
    for old, new in (("bao-cao-cchc.md", "ngan.md"), ("[phu-luc-1.md, phu-luc-2.md]", "[]"),
                     ("summary: tom-tat.md", "")):  # fmt: skip
        edit(params / "agency.yaml", old, new)
    text = "---\ntrích yếu: Kết quả {{ kỳ }}\n---\n{{ tên_cơ_quan }} đã giải quyết {{ dossiers.resolved }} hồ sơ.\n"
    (params / "templates" / "ngan.md").write_text(text, encoding="utf-8")


def texts_of_report(desk: Desk) -> str:
    """Receive, check, write; the texts of the Word file, those of its head first."""
    desk.receive()
    desk.check()
    word = docx.Document(io.BytesIO((desk.folders.reports / desk.write().word).read_bytes()))
    head = [cell.text for row in word.tables[0].rows for cell in row.cells]
    return "\n".join([*head, *(paragraph.text for paragraph in word.paragraphs), ""])


@pytest.mark.usefixtures("merged")
def test_two_units_become_one_another_and_the_agency_get_new_names(
    workspace: Path, fill_in: Act, tmp_path: Path
) -> None:
    params = workspace / "params" / "syt-brvt"
    ask_for_dossiers(params, "ttyt-ld", "ttyt-dd", "ttyt-ldat", "bvbr")
    report_briefly(params)
    edit(params / "agency.yaml", "letterhead:\n", FORMERLY)
    for unit, left, late in (("ttyt-ld", 2, 0), ("ttyt-dd", 3, 2), ("bvbr", 4, 0)):
        fill_in(unit, "2024-H1", kcb=(0, 10 + left, 0, 10 - late, 0, late, left, 0))
    half = open_desk("syt-brvt", "2024-H1", str(workspace))
    report = texts_of_report(half)
    for words in ("UBND TỈNH CŨ\nSỞ Y TẾ CŨ", "/BC-SYTC\n", "\nCũ, ngày", "\nSở Y tế tỉnh Cũ đã giải quyết 30 hồ sơ."):
        assert words in report
    quarter = open_desk("syt-brvt", "2024-Q3", str(workspace))
    names = {half: ("Sở Y tế tỉnh Cũ", "UBND TỈNH CŨ"),
             quarter: ("Sở Y tế tỉnh Bà Rịa - Vũng Tàu", "UBND TỈNH BÀ RỊA - VŨNG TÀU")}  # fmt: skip
    for desk, (name, superior) in names.items():
        letter = build_reminder(desk.reporting, desk.survey().statuses)
        assert letter.letterhead is not None
        assert letter.letterhead.superior == superior
        assert publisher_of(desk.reporting).name == name
        assert desk.heading().startswith(name)

    forms = {path.name: openpyxl.load_workbook(path) for path in write_forms(quarter, tmp_path / "forms")}
    assert forms.keys() == {"ttyt-ldat_2024-Q3.xlsx", "bvbr_2024-Q3.xlsx"}
    assert forms["ttyt-ldat_2024-Q3.xlsx"]["Hồ sơ TTHC"]["F10"].value == 5
    assert forms["bvbr_2024-Q3.xlsx"]["Thông tin"]["B3"].value == HOSPITAL
    assert forms["bvbr_2024-Q3.xlsx"].properties.creator == "Sở Y tế tỉnh Bà Rịa - Vũng Tàu"

    fill_in("ttyt-ldat", "2024-Q3", kcb=(0, 25, 5, 30, 0, 0, 0, 0))
    old_name = fill_in("bvbr", "2024-Q3", kcb=(0, 6, 4, 10, 0, 0, 0, 0))
    sent = openpyxl.load_workbook(old_name)
    sent["Thông tin"]["B3"].value = "Bệnh viện Bà Rịa"
    sent.save(old_name)
    report = texts_of_report(quarter)
    for words in ("UBND TỈNH BÀ RỊA - VŨNG TÀU\nSỞ Y TẾ\n", "/BC-SYT\n", "\nBà Rịa - Vũng Tàu, ngày",
                  "\nSở Y tế tỉnh Bà Rịa - Vũng Tàu đã giải quyết 40 hồ sơ."):  # fmt: skip
        assert words in report
    findings = quarter.check()
    assert {finding.code for finding in findings} == {"N16", "N17"}
    figures = quarter.figures()
    assert {name: figures.figure(f"dossiers.by_unit.{name}").text for name in (
        "ttyt-ldat.in_time_rate.change", "ttyt-ldat.resolved.cumulative", "ttyt-ldat.in_time_rate.cumulative")} == {
        "ttyt-ldat.in_time_rate.change": "tăng 10 điểm %", "ttyt-ldat.resolved.cumulative": "50",
        "ttyt-ldat.in_time_rate.cumulative": "96%"}  # fmt: skip
    assert figures.figure("dossiers.pending.change").text == "giảm 9"


@pytest.mark.usefixtures("merged")
def test_a_figure_of_a_merged_unit_lacks_a_predecessor_that_sent_nothing(workspace: Path, fill_in: Act) -> None:
    ask_for_dossiers(workspace / "params" / "syt-brvt", "ttyt-ld", "ttyt-dd", "ttyt-ldat")
    fill_in("ttyt-ld", "2024-H1", kcb=(0, 10, 0, 10, 0, 0, 0, 0))
    fill_in("ttyt-ldat", "2024-Q3", kcb=(0, 30, 0, 30, 0, 0, 0, 0))
    desk = open_desk("syt-brvt", "2024-Q3", str(workspace))
    desk.receive()
    desk.check()
    with pytest.raises(NotComparableError, match="chưa có hoặc còn phải kiểm tra lại"):
        desk.figures().figure("dossiers.by_unit.ttyt-ldat.in_time_rate.change")


# Agencies


@pytest.fixture
def three(workspace: Path) -> Path:
    """Two agencies that one is made of on 1 July 2024; each asks one hospital for dossiers. The params folder."""
    params = workspace / "params"
    for code in ("syt-a", "syt-b", "syt-c"):
        shutil.copytree(params / "syt-brvt", params / code)
        edit(params / code / "agency.yaml", "code: syt-brvt", f"code: {code}")
        ask_for_dossiers(params / code, "bvbr")
    edit(params / "syt-c" / "agency.yaml", "letterhead:\n",
         "predecessors: [{agency: syt-a, until: 2024-06-30}, {agency: syt-b, until: 2024-06-30}]\nletterhead:\n")
    return params


@pytest.fixture
def merged_desk(workspace: Path, three: Path, fill_in: Act) -> Desk:
    """The first period of the new agency: its predecessors resolved 10 of 10 and 6 of 8 in time, it 30 of 30."""
    fill_in("bvbr", "2024-H1", agency="syt-a", kcb=(5, 10, 0, 10, 0, 0, 5, 0))
    fill_in("bvbr", "2024-H1", agency="syt-b", kcb=(0, 10, 0, 6, 0, 2, 2, 0))
    fill_in("bvbr", "2024-Q3", agency="syt-c", kcb=(0, 23, 7, 30, 0, 0, 0, 0))
    return open_desk("syt-c", "2024-Q3", str(workspace))


def test_the_first_period_of_a_merged_agency_is_compared_with_the_sum_of_its_predecessors(merged_desk: Desk) -> None:
    merged_desk.receive()
    merged_desk.check()
    figures = merged_desk.figures()
    change = figures.figure("dossiers.pending.change")
    assert change.text == "giảm 7"
    assert {cell.file for cell in change.quantity.cells} == {
        "bvbr_2024-Q3.xlsx", "syt-a/2024-H1/bvbr_2024-H1.xlsx", "syt-b/2024-H1/bvbr_2024-H1.xlsx"}
    with pytest.raises(NotComparableError, match="không so sánh với 6 tháng đầu năm 2024"):
        figures.figure("dossiers.resolved.change")
    # 2 of 18, not the mean of 0% and 25%
    assert figures.figure("dossiers.overdue_rate.change").text == "giảm 11,11 điểm %"
    assert figures.figure("dossiers.resolved.cumulative").text == "48"
    with pytest.raises(NotComparableError, match="do các cơ quan tiền thân báo cáo"):
        figures.figure("dossiers.by_unit.bvbr.resolved.change")


def test_what_the_predecessors_received_is_an_input_of_the_run(merged_desk: Desk) -> None:
    inputs = build_manifest(merged_desk.reporting, (), merged_desk.folders.reports)["inputs"]
    assert {"data/raw/syt-a/2024-H1/bvbr_2024-H1.xlsx", "params/syt-b/units.csv"} <= inputs.keys()


def test_without_one_of_the_predecessors_nothing_is_compared(workspace: Path, merged_desk: Desk) -> None:
    shutil.rmtree(workspace / "data" / "raw" / "syt-b")
    merged_desk.receive()
    merged_desk.check()
    with pytest.raises(NotComparableError):
        merged_desk.figures().figure("dossiers.pending.change")


def test_after_its_last_day_a_predecessor_stands_for_no_period(three: Path, merged_desk: Desk) -> None:
    edit(three / "syt-c" / "agency.yaml", "{agency: syt-b, until: 2024-06-30}", "{agency: syt-b, until: 2024-06-13}")
    desk = open_desk("syt-c", "2024-Q3", str(three.parent))
    assert desk.reporting.previous is not None
    assert desk.reporting.sent_to(desk.reporting.previous) == ()


def test_what_happened_in_other_days_is_not_compared_but_how_things_stand_is(three: Path, merged_desk: Desk) -> None:
    edit(three / "syt-b" / "agency.yaml", "H1: {start: 12-15", "H1: {start: 12-16")
    merged_desk.receive()
    merged_desk.check()
    figures = merged_desk.figures()
    assert figures.figure("dossiers.pending.change").text == "giảm 7"
    for code in ("dossiers.resolved.change", "dossiers.overdue_rate.change"):
        with pytest.raises(NotComparableError, match="do các cơ quan tiền thân báo cáo"):
            figures.figure(code)
    assert figures.known("dossiers.resolved.cumulative") is None


def test_without_a_period_that_ends_on_that_day_nothing_is_compared(three: Path, merged_desk: Desk) -> None:
    edit(three / "syt-b" / "agency.yaml", "end: 06-15}", "end: 06-16}")
    assert merged_desk.reporting.previous is not None
    assert merged_desk.reporting.sent_to(merged_desk.reporting.previous) == ()


def test_a_predecessor_that_does_not_exist_is_named(three: Path) -> None:
    edit(three / "syt-c" / "agency.yaml", "agency: syt-b", "agency: syt-bb")
    with pytest.raises(SettingsError, match="không có thư mục cơ quan tiền thân «syt-bb» trong params"):
        open_desk("syt-c", "2024-Q3", str(three.parent))
