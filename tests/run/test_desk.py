"""The stages by themselves, as the notebooks of an analyst call them."""

import shutil
from pathlib import Path

import pytest

from report_utils.errors import BaocaoError
from report_utils.figures.files import save_figures
from report_utils.run.desk import Desk, open_desk
from report_utils.run.outcome import load_outcome

WORD, SUMMARY = "Báo cáo CCHC quý III năm 2024.docx", "Tóm tắt Báo cáo CCHC quý III năm 2024.docx"


def test_a_complete_period_ends_in_a_final_report(done: Desk) -> None:
    outcome = load_outcome(done.folders.reports)
    assert (outcome.word, outcome.draft, outcome.missing, outcome.wrong, outcome.errors) == (WORD, False, (), (), 0)
    assert {path.name for path in done.folders.reports.iterdir()} == {
        WORD, SUMMARY, "figures.csv", "figures.json", "figures.xlsx", "outcome.json", "charts"
    }  # fmt: skip


def test_the_heading_says_whose_figures_of_which_days(done: Desk) -> None:
    assert done.heading() == (
        "Sở Y tế tỉnh Bà Rịa - Vũng Tàu, quý III năm 2024: số liệu từ ngày 15/6/2024 đến hết ngày 14/9/2024; "
        "hạn đơn vị gửi: 16/9/2024."
    )


def test_figures_are_the_same_when_they_are_read_from_disk(done: Desk, tmp_path: Path) -> None:
    figures = done.figures()
    save_figures((*figures.everything().values(), *figures.over_time().values()), tmp_path)
    assert (tmp_path / "figures.json").read_bytes() == (done.folders.reports / "figures.json").read_bytes()


@pytest.mark.parametrize(
    ("stage", "number"), [("check", 1), ("compute", 1), ("figures", 1), ("write", 2)]
)  # fmt: skip
def test_a_stage_before_its_turn_says_which_notebook_comes_first(root: Path, stage: str, number: int) -> None:
    desk = open_desk("syt-brvt", "2024-Q3", str(root))
    with pytest.raises(BaocaoError, match=f"Hãy chạy sổ tính {number} trước"):
        getattr(desk, stage)()


@pytest.fixture
def desk(done: Desk, tmp_path: Path) -> Desk:
    """A desk at which the report was written, to be changed."""
    return open_desk("syt-brvt", "2024-Q3", str(shutil.copytree(done.reporting.workspace.root, tmp_path / "sở")))


def test_writing_again_replaces_what_the_notebook_wrote(desk: Desk) -> None:
    word = desk.folders.reports / WORD
    before = word.stat().st_ino
    assert desk.write().word == WORD
    assert word.stat().st_ino != before
    word.write_bytes(b"edited")
    for _ in range(2):
        assert desk.write().word == "Báo cáo CCHC quý III năm 2024 (bản mới).docx"
        assert word.read_bytes() == b"edited"
    assert len(list(desk.folders.reports.glob("*.docx"))) == 3


def test_an_edited_summary_is_kept_like_a_report(desk: Desk) -> None:
    (desk.folders.reports / SUMMARY).write_bytes(b"edited")
    outcome = desk.write()
    assert (outcome.word, outcome.summary) == (WORD, "Tóm tắt Báo cáo CCHC quý III năm 2024 (bản mới).docx")
    assert (desk.folders.reports / SUMMARY).read_bytes() == b"edited"


def test_a_summary_of_a_draft_is_a_draft(root: Path) -> None:
    (root / "data" / "raw" / "syt-brvt" / "2024-Q3" / "tcd_2024-Q3.xlsx").unlink()
    desk = open_desk("syt-brvt", "2024-Q3", str(root))
    desk.receive()
    desk.check()
    assert desk.write().summary == f"DỰ THẢO - {SUMMARY}"


def test_a_report_without_a_template_for_it_has_no_summary(root: Path) -> None:
    path = root / "params" / "syt-brvt" / "agency.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "summary:" not in line), encoding="utf-8")
    desk = open_desk("syt-brvt", "2024-Q3", str(root))
    desk.receive()
    desk.check()
    assert desk.write().summary == ""
    assert [path.name for path in desk.folders.reports.glob("*.docx")] == [WORD]


def test_figures_stand_beside_those_of_the_period_before(done: Desk) -> None:
    figures = done.figures()
    assert figures.figure("dossiers.pending.change").text == "giảm 78"
    assert "dossiers.pending.change" in figures.over_time()
    assert "plans.cchc.done.change" not in figures.over_time()


def test_without_the_period_before_nothing_is_compared(root: Path) -> None:
    for path in (root / "data" / "raw" / "syt-brvt" / "2024-H1").iterdir():
        path.unlink()
    (root / "data" / "raw" / "syt-brvt" / "2024-H1").rmdir()
    desk = open_desk("syt-brvt", "2024-Q3", str(root))
    desk.receive()
    desk.check()
    assert desk.figures().over_time() == {}


def test_the_period_before_is_read_for_comparison_only(done: Desk) -> None:
    assert (done.folders.processed / "earlier" / "2024-H1" / "syt-brvt" / "tables" / "dossiers.csv").is_file()
    units = {record["file"] for record in done.figures().source.dataset.records("dossiers")}
    assert all(name.endswith("_2024-Q3.xlsx") for name in units)


@pytest.mark.parametrize("name", ["now/exports.json", "now/sources.json", "now/ledger.csv", "findings.json",
                                  "now/tables/dossiers.parquet"])
def test_a_file_that_was_cut_short_is_said_with_what_to_do(done: Desk, name: str) -> None:
    path = done.folders.processed / name
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    try:
        with pytest.raises(BaocaoError, match="Hãy chạy lại: baocao check"):
            done.figures()
    finally:
        path.write_bytes(whole)
