"""From an export of the one-stop system to the report: it stands for a form, or is compared with it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from report_utils.cli import main
from report_utils.findings import Finding, Severity
from report_utils.findings.files import load_findings
from report_utils.run.desk import Desk, open_desk
from report_utils.run.outcome import load_outcome

ROOT = Path(__file__).parents[1]
AGENCY, PERIOD = "syt-brvt", "2024-Q3"
FORM, LIST = "ttpvhcc_2024-Q3.xlsx", "DanhSachHoSo_TTPVHCC_Q3.xlsx"
SECRETS = ("NGƯỜI GIẢ", "Địa chỉ giả", "000000000012", "0000000012", "XX00000", "01/01/1900", "1900-01-01",
           "Thủ tục minh họa", "H06.15-")  # fmt: skip
Facts = dict[str, dict[str, int]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """New workspaces with the settings and submissions of the repository."""

    def new() -> Path:
        root = tmp_path_factory.mktemp("một cửa") / "sở"
        for part in ("params", "data/raw"):
            shutil.copytree(ROOT / part, root / part)
        return root

    return new


def raw(root: Path) -> Path:
    return root / "data" / "raw" / AGENCY / PERIOD


def checked(root: Path) -> Desk:
    """What was sent to that workspace, read and checked."""
    desk = open_desk(AGENCY, PERIOD, str(root))
    desk.receive()
    desk.check()
    return desk


def done(root: Path) -> Desk:
    """All stages in that workspace."""
    desk = checked(root)
    desk.compute()
    desk.write()
    return desk


@pytest.fixture(scope="module")
def before(place: Callable[[], Path]) -> Desk:
    return checked(place())


def drop_dossiers(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook.remove(workbook["Hồ sơ TTHC"])
    workbook.save(path)


@pytest.fixture(scope="module")
def instead(place: Callable[[], Path], case_list: Callable[..., bytes], one_stop_facts: Facts) -> Desk:
    """The one-stop centre sends its list of cases instead of the table of its form."""
    root = place()
    drop_dossiers(raw(root) / FORM)
    (raw(root) / LIST).write_bytes(case_list(one_stop_facts, unrelated=228))
    return done(root)


def of_dossiers(desk: Desk) -> dict[str, Decimal | None]:
    figures = desk.figures().everything()
    return {code: figure.quantity.value for code, figure in figures.items() if code.startswith("dossiers")}


def problems(desk: Desk) -> list[Finding]:
    return [found for found in load_findings(desk.folders.processed) if found.severity is Severity.ERROR]


def test_a_list_instead_of_the_table_gives_the_same_figures_and_a_final_report(before: Desk, instead: Desk) -> None:
    assert len(of_dossiers(before)) > 30
    assert of_dossiers(instead) == of_dossiers(before)
    assert problems(instead) == []
    assert not load_outcome(instead.folders.reports).draft
    assert {received.exported for received in instead.figures().source.dataset.received} == {(), ("dossiers",)}


def test_a_list_instead_of_the_whole_form_gives_the_same_figures(
    place: Callable[[], Path], before: Desk, case_list: Callable[..., bytes], one_stop_facts: Facts
) -> None:
    root = place()
    (raw(root) / FORM).unlink()
    (raw(root) / LIST).write_bytes(case_list(one_stop_facts))
    desk = checked(root)
    assert of_dossiers(desk) == of_dossiers(before)
    assert [(found.code, found.unit) for found in problems(desk)] == [
        ("N01", "Trung tâm Phục vụ hành chính công tỉnh")]  # fmt: skip


def test_a_list_that_differs_from_the_form_makes_a_draft(
    place: Callable[[], Path], before: Desk, case_list: Callable[..., bytes], one_stop_facts: Facts
) -> None:
    root = place()

    def finish_one(rows: list[list[Any]]) -> None:
        row = next(row for row in rows[4:] if len(row) > 14 and row[-2] is None and row[-1] == "Đang xử lý")
        row[-2], row[-1] = row[11], "Đã trả kết quả"  # finished on the day of receipt

    (raw(root) / LIST).write_bytes(case_list(one_stop_facts, change=finish_one))
    desk = checked(root)
    desk.write()
    found = problems(desk)
    assert {finding.code for finding in found} == {"X13"}
    assert len(found) == 2
    assert {finding.file for finding in found} == {FORM}
    assert {ref.file for finding in found for ref in finding.related} == {LIST}
    assert of_dossiers(desk) == of_dossiers(before)
    outcome = load_outcome(desk.folders.reports)
    assert outcome.draft
    assert outcome.wrong


def rows_of(line: str) -> list[int]:
    """The rows of the ranges in a line of a trace."""
    spans = re.findall(r"[A-Z]+(\d+)(?::[A-Z]+(\d+))?", line.rsplit(" › ", 1)[1])
    return [row for first, last in spans for row in range(int(first), int(last or first) + 1)]


def test_a_trace_names_exactly_the_cells_of_a_list(instead: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    root = instead.reporting.workspace.root
    sheet = openpyxl.load_workbook(raw(root) / LIST)["Danh sách hồ sơ"]
    with pytest.raises(SystemExit) as ended:
        main(["trace", AGENCY, PERIOD, "dossiers.one_stop.direct", "--root", str(root)])
    assert ended.value.code == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if LIST in line]
    assert line.endswith("(5 dòng)")
    chosen = [sheet.cell(row, 11).value for row in rows_of(line)]
    assert len(chosen) == 5
    assert set(chosen) <= {"Trực tiếp", "Một cửa", "Bưu chính công ích", "Bưu chính"}


def test_no_personal_value_is_anywhere_on_disk(instead: Desk) -> None:
    root = instead.reporting.workspace.root
    files = [path for folder in ("data/processed", "reports") for path in (root / folder).rglob("*") if path.is_file()]
    assert {"exports.json", "export_rows.parquet", "sources.json"} <= {path.name for path in files}
    for path in files:
        words = path.read_bytes().decode("utf-8", errors="replace")
        if path.suffix == ".parquet":
            words += pd.read_parquet(path).to_csv()
        assert [secret for secret in SECRETS if secret in words] == [], path.name
    kept = json.loads((instead.folders.processed / "now" / "exports.json").read_text(encoding="utf-8"))
    assert [export["file"] for export in kept] == [LIST]
    rows = pd.read_parquet(instead.folders.processed / "now" / "export_rows.parquet")
    assert {str(kind) for kind in rows.dtypes} == {"int32"}
