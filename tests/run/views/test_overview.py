"""The overview of a period: from the raw folder alone, with every finding one click away."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from report_utils.run.desk import Desk, open_desk
from report_utils.run.views.overview import Overview, overview_view
from report_utils.run.views.table import TableView

AGENCY, PERIOD = "syt-brvt", "2024-Q3"
REPOSITORY = Path(__file__).parents[3]


def workspace_in(folder: Path) -> Path:
    shutil.copytree(REPOSITORY / "params" / AGENCY, folder / "params" / AGENCY)
    for period in (PERIOD, "2024-H1"):
        shutil.copytree(REPOSITORY / "data" / "raw" / AGENCY / period, folder / "data" / "raw" / AGENCY / period)
    return folder


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A quarter in which one unit has not sent and another has typed a word where a number belongs."""
    root = workspace_in(tmp_path_factory.mktemp("tổng quan"))
    raw = root / "data" / "raw" / AGENCY / PERIOD
    (raw / f"tcd_{PERIOD}.xlsx").unlink()
    book = openpyxl.load_workbook(raw / f"ttra_{PERIOD}.xlsx")
    book["Hồ sơ TTHC"]["E10"] = "<b>nhiều"
    book.save(raw / f"ttra_{PERIOD}.xlsx")
    return open_desk(AGENCY, PERIOD, str(root))


@pytest.fixture(scope="module")
def overview(desk: Desk) -> Overview:
    return overview_view(desk)


def table(overview: Overview, heading: str) -> TableView:
    [section] = [section for section in overview.sections if section.heading == heading]
    found = section.views[0]
    assert isinstance(found, TableView)
    return found


def test_it_says_in_one_line_who_has_sent_and_until_when(overview: Overview) -> None:
    assert overview.sections[0].text.startswith("26/27 đơn vị đã gửi (96,3%), 26 đúng hạn, 0 muộn")
    assert overview.title.endswith("quý III năm 2024 (số liệu minh họa, không phải số liệu chính thức)")


def test_who_has_not_sent_comes_first_and_then_who_has_errors(overview: Overview) -> None:
    rows = table(overview, "Ai đã gửi").frame
    assert list(rows["Tình trạng"][:2]) == ["Chưa gửi", "Đúng hạn"]
    assert list(rows["Đơn vị"][:2]) == ["Trường Cao đẳng Y tế", "Thanh tra Sở"]
    assert rows["Lỗi"][1] > 0


def test_each_finding_of_a_unit_stands_one_click_below_its_file(overview: Overview) -> None:
    shown = overview._repr_html_()
    link = f'<a href="../data/raw/{AGENCY}/{PERIOD}/ttra_{PERIOD}.xlsx">ttra_{PERIOD}.xlsx</a>'
    assert f"{link}<details><summary>" in shown
    assert "<li><b>O02 lỗi – Hồ sơ TTHC › E10</b>: " in shown
    assert "&lt;b&gt;nhiều" in shown
    assert "<b>nhiều" not in shown


def test_kinds_of_errors_are_counted_by_units_and_times(overview: Overview) -> None:
    rows = table(overview, "Sai ở đâu").frame.to_dict("records")
    assert {(row["Mã"], row["Số đơn vị"], row["Số lần"]) for row in rows} >= {("N01", 1, 1), ("O02", 1, 1)}


def test_what_blocks_the_final_report_is_listed(overview: Overview) -> None:
    section = overview.sections[2]
    assert section.text.startswith("Báo cáo lập bây giờ là bản dự thảo: còn ")
    assert any("Trường Cao đẳng Y tế" in place for place in table(overview, section.heading).frame["Chỗ trong báo cáo"])


def test_figures_stand_beside_the_period_before_and_their_target(overview: Overview) -> None:
    rows = table(overview, "Số liệu so với kỳ trước và chỉ tiêu").frame
    judged = list(rows["So với chỉ tiêu"])
    assert judged == sorted(judged, key=lambda words: (words != "Chưa đạt", words != "Đạt"))
    [in_time] = rows[rows["Mã số liệu"] == "dossiers.one_stop.in_time_rate"].to_dict("records")
    assert in_time["Kỳ trước"]
    assert in_time["Thay đổi"].startswith("giảm ")


def test_nothing_is_written(desk: Desk) -> None:
    root = desk.reporting.workspace.root
    assert sorted(path.name for path in root.iterdir()) == ["data", "params"]
    assert not (root / "data" / "processed").exists()


def test_before_anybody_has_sent_there_is_an_overview_too(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    shutil.rmtree(root / "data")
    shown = str(overview_view(open_desk(AGENCY, PERIOD, str(root))))
    assert "0/27 đơn vị đã gửi (0%)" in shown
    assert "Trường Cao đẳng Y tế" in shown
