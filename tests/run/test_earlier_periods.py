"""A year of made-up periods, sent as workbooks: what is added up and compared, and what is missing for it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.cli import main
from report_utils.figures.cumulative import NotCumulativeError
from report_utils.figures.period import PeriodFigures
from report_utils.forms.fill import Facts, filled_form
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.kept import Kept
from report_utils.run.desk import Desk, open_desk
from report_utils.run.manifest import build_manifest
from report_utils.run.views import figures_view

REPOSITORY = Path(__file__).parents[2]
AGENCY, CENTRE, OFFICE = "syt-brvt", "ttpvhcc", "vp"
RESOLVED, IN_TIME = "dossiers.one_stop.resolved", "dossiers.one_stop.in_time_rate"
PERIODS = ("2023-H1", "2023-Q3", "2024-Q1", "2024-Q2", "2024-Q3")
ON_TIME = dict(zip(PERIODS, (70, 25, 40, 30, 20), strict=True))
"""Dossiers that the one-stop centre resolved on time; 10 more in each period were overdue, 5 are pending."""


def new_root(root: Path) -> Path:
    """Settings for every quarter and month that ask three tables only; nobody has sent anything."""
    shutil.copytree(REPOSITORY / "params" / AGENCY, root / "params" / AGENCY, ignore=shutil.ignore_patterns("20*"))
    path = root / "params" / AGENCY / "agency.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    H1:", "    Q2: {start: 03-15, end: 06-15}\n    H1:", 1)
                    .replace("  unit_days:", "  months: {start: 15}\n  unit_days:", 1), encoding="utf-8")
    return root


def send(root: Path, period: str, on_time: int, pending: int = 5) -> None:
    """The one-stop centre and the office send what they handled in a period."""
    folder = root / "data" / "raw" / AGENCY / period
    folder.mkdir(parents=True)
    settings = "tables: [dossiers, appointments, indicators]"
    (root / "params" / AGENCY / f"{period}.yaml").write_text(
        f"agency: {AGENCY}\nperiod: {period}\nsettings:\n  {settings}\n", encoding="utf-8")
    dossiers = {"number": "1", "field": "Dược phẩm", "online": on_time + 10, "direct": 0, "carried_over": 5, "early": 0,
                "on_time": on_time, "overdue": 10, "pending_in_time": pending, "pending_overdue": 0}
    digitised = {"indicator": "CT06", "numerator": Decimal(on_time), "denominator": Decimal(on_time + 10)}
    appointed = {"position": "Trưởng phòng", "new": 2, "renewed": 1}
    for unit, facts in ((CENTRE, {"dossiers": [dossiers], "indicators": [digitised]}),
                        (OFFICE, {"appointments": [appointed]})):
        (folder / f"{unit}.xlsx").write_bytes(form(root, period, unit, facts))


def form(root: Path, period: str, unit: str, facts: Facts) -> bytes:
    reporting = open_reporting(AGENCY, period, str(root))
    info = {"sent": reporting.window.end, "version": 1, "prepared_by": "Nguyễn Văn An", "nature": "Chính thức"}
    return filled_form(reporting, reporting.agency.units[unit], facts, info)


@dataclass(frozen=True)
class Year:
    """All periods at a desk, the figures of the last one, and how often each period was read for them."""

    desk: Desk
    figures: PeriodFigures
    read: Counter[str]

    def texts(self, *codes: str) -> list[str]:
        return [self.figures.figure(code).text for code in codes]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """Every period was sent; not to be changed."""
    root = new_root(tmp_path_factory.mktemp("năm") / "sở y tế")
    for period, on_time in ON_TIME.items():
        send(root, period, on_time)
    return worked_out(root)


@pytest.fixture
def root(year: Year, tmp_path: Path) -> Path:
    """A copy of what was sent and read, to change."""
    return Path(shutil.copytree(year.desk.reporting.workspace.root, tmp_path / "sở y tế"))


def worked_out(root: Path, period: str = "2024-Q3") -> Year:
    """All stages up to the figures, without feedback and charts, which would take most of the time."""
    read: Counter[str] = Counter()

    def counted(reporting: Reporting, kept: Kept | None = None) -> Dataset:
        read[str(reporting.period)] += 1
        return read_dataset(reporting, kept)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("report_utils.run.desk.read_dataset", counted)
        for name in ("save_feedback", "save_charts"):
            patch.setattr(f"report_utils.run.desk.{name}", lambda *given: None)
        desk = open_desk(AGENCY, period, str(root))
        desk.receive()
        desk.check()
        return Year(desk, desk.compute(), read)


def test_the_year_so_far_is_the_sum_of_its_quarters(year: Year) -> None:
    assert year.texts(RESOLVED, f"{RESOLVED}.cumulative") == ["30", "120"]  # 40 + 10, 30 + 10, 20 + 10
    assert year.texts("appointments.total.cumulative", "indicators.dossiers_digitised.numerator.cumulative") == [
        "09", "90"]  # fmt: skip


def test_rates_of_the_year_are_those_of_its_dossiers(year: Year) -> None:
    assert year.texts(IN_TIME, f"{IN_TIME}.cumulative", "indicators.dossiers_digitised.rate.cumulative") == [
        "66,67%", "75%", "75%"]  # fmt: skip


def test_a_quarter_is_compared_with_the_one_before_and_with_that_of_the_year_before(year: Year) -> None:
    assert year.texts(f"{RESOLVED}.change", f"{RESOLVED}.change_on_year") == ["giảm 10", "giảm 5"]
    assert year.figures.figure(f"{RESOLVED}.change").rule.endswith("kỳ này trừ kỳ trước (2024-Q2)")


def test_the_year_so_far_is_compared_with_the_same_months_of_the_year_before(year: Year) -> None:
    change = year.figures.figure(f"{RESOLVED}.cumulative.change_on_year")
    assert change.text == "tăng 5"  # 120 less 70 + 10 of the half-year and 25 + 10 of the quarter
    assert {cell.file.rpartition("/")[0] for cell in change.quantity.cells} == {
        "", "2024-Q1", "2024-Q2", "2023-Q3", "2023-H1"}  # fmt: skip


def test_a_month_follows_the_months_or_the_quarter_before_it(root: Path) -> None:
    send(root, "2024-M04", 3)
    assert worked_out(root, "2024-M04").texts(f"{RESOLVED}.cumulative") == ["63"]  # 40 + 10 of the quarter, 3 + 10


def test_a_missing_quarter_leaves_the_year_unknown_and_is_named(root: Path) -> None:
    shutil.rmtree(root / "data" / "raw" / AGENCY / "2024-Q1")
    figures = worked_out(root).figures
    assert figures.figure(f"{RESOLVED}.cumulative").quantity.absent == ("6 tháng đầu năm 2024",)
    assert f"{RESOLVED}.cumulative" not in figures.over_time()
    assert f"{RESOLVED}.change_on_year" in figures.over_time()
    read = root / "data" / "processed" / AGENCY / "2024-Q3" / "earlier"
    assert sorted(path.name for path in read.iterdir()) == ["2023-H1", "2023-Q3", "2024-Q2"]


def test_what_is_missing_or_wrong_in_an_earlier_quarter_is_so_in_the_year(root: Path) -> None:
    (root / "data" / "raw" / AGENCY / "2024-Q2" / f"{OFFICE}.xlsx").unlink()
    shutil.rmtree(root / "data" / "raw" / AGENCY / "2024-Q1")
    send(root, "2024-Q1", 40, pending=999)  # received is not what is resolved or pending
    figures = worked_out(root).figures
    assert figures.figure("appointments.total.cumulative").quantity.absent == ("Văn phòng Sở (quý II năm 2024)",)
    found = figures.figure(f"{RESOLVED}.cumulative").quantity
    assert (found.value, found.doubtful) == (120, ("Trung tâm Phục vụ hành chính công tỉnh (quý I năm 2024)",))


def test_quarters_that_do_not_join_are_not_added_up(root: Path) -> None:
    path = root / "params" / AGENCY / "2024-Q2.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  window: {start: 2024-03-15, end: 2024-06-01}\n",
                    encoding="utf-8")
    with pytest.raises(NotCumulativeError, match="không nối tiếp nhau"):
        open_desk(AGENCY, "2024-Q3", str(root)).figures().figure(f"{RESOLVED}.cumulative")


def test_every_period_is_read_once_also_the_one_before(year: Year) -> None:
    assert year.read == dict.fromkeys(PERIODS, 1)


def test_each_period_that_goes_in_is_an_input_of_the_report(year: Year, tmp_path: Path) -> None:
    inputs = build_manifest(year.desk.reporting, (), tmp_path)["inputs"]
    assert {path.split("/")[3] for path in inputs if path.startswith("data/raw")} == set(PERIODS)


def test_files_and_the_table_of_figures_show_both(year: Year) -> None:
    path = year.desk.folders.reports / "figures.json"
    rows = {row["code"]: row for row in json.loads(path.read_text(encoding="utf-8"))}
    assert rows[f"{RESOLVED}.cumulative"]["value"] == "120"
    assert rows[f"{RESOLVED}.change_on_year"]["text"] == "giảm 5"
    frame = figures_view(year.figures).frame.set_index("Mã số liệu")
    assert list(frame.columns[1:4]) == ["Giá trị", "Lũy kế từ đầu năm", "So với cùng kỳ"]
    assert list(frame.loc[RESOLVED].iloc[1:4]) == ["30", "120", "giảm 5"]
    assert list(frame.loc["dossiers.one_stop.pending"].iloc[1:4]) == ["5", "", "không đổi"]


def test_a_trace_names_the_cells_of_every_period(year: Year, capsys: pytest.CaptureFixture[str]) -> None:
    assert trace(year, f"{RESOLVED}.cumulative") == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{RESOLVED}.cumulative = 120 hồ sơ")
    assert "lũy kế từ đầu năm (2024-Q1 + 2024-Q2 + 2024-Q3)" in out
    assert all(f" {place}{CENTRE}.xlsx" in out for place in ("2024-Q1/", "2024-Q2/", ""))


def test_a_trace_of_what_cannot_be_compared_says_why(year: Year, capsys: pytest.CaptureFixture[str]) -> None:
    assert trace(year, "plans.cchc.done.change_on_year") == 2
    assert "«plans.cchc.done» không so sánh được: kỳ ấy báo cáo một kế hoạch khác" in capsys.readouterr().err


def trace(year: Year, code: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["trace", AGENCY, "2024-Q3", code, "--root", str(year.desk.reporting.workspace.root)])
    return int(str(ended.value.code))
