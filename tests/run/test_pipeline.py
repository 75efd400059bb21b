"""A whole run, with notebooks that take no time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.errors import BaocaoError
from report_utils.opc import pack, unpack
from report_utils.run.digests import digest
from report_utils.run.lock import LockedError, locked
from report_utils.run.pdf_files import words_in
from report_utils.run.pdf_stamp import source_of
from report_utils.run.pipeline import NotFinalError, run_period

NAMES = ["0_tong_quan.ipynb", "1_tiep_nhan.ipynb", "2_kiem_tra.ipynb", "3_so_lieu.ipynb", "4_bao_cao.ipynb",
         "5_du_lieu_mo.ipynb", "6_ke_hoach.ipynb"]
PAGES = "reports/syt-brvt/2024-Q3/html"
WORD, NEW = "Báo cáo.docx", "Báo cáo (bản mới).docx"


@pytest.fixture
def reports(root: Path) -> Path:
    return root / "reports" / "syt-brvt" / "2024-Q3"


def words(reports: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(reports.glob("*.docx"))}


def outcome(reports: Path) -> Any:
    return json.loads((reports / "outcome.json").read_text(encoding="utf-8"))


def hidden(root: Path) -> set[str]:
    return {path.name for path in root.rglob(".2024-Q3.*")}


def test_the_notebooks_run_in_order_and_their_results_are_published(
    quarter: Reporting, notebooks: Any, reports: Path
) -> None:
    finished = run_period(quarter)
    assert sorted(notebooks.executed) == NAMES
    assert notebooks.executed[0] == "1_tiep_nhan.ipynb"
    assert notebooks.parameters == {"agency": "syt-brvt", "period": "2024-Q3"}
    assert finished.word == reports / WORD
    assert finished.kept == ()
    assert sorted(path.name for path in (reports / "notebooks").iterdir()) == NAMES
    assert hidden(quarter.workspace.root) == {".2024-Q3.lock"}


def test_the_notebooks_of_a_workspace_count_more_than_those_of_the_repository(
    quarter: Reporting, notebooks: Any, root: Path
) -> None:
    (root / "notebooks").mkdir()
    for name in ("4_rieng.ipynb", "1_rieng.ipynb", "nháp.ipynb"):
        (root / "notebooks" / name).touch()
    run_period(quarter)
    assert notebooks.executed == ["1_rieng.ipynb", "4_rieng.ipynb"]


@pytest.mark.parametrize("fails", NAMES)
def test_a_notebook_that_fails_leaves_the_last_good_report_as_it_was(
    quarter: Reporting, notebooks: Any, reports: Path, root: Path, fails: str
) -> None:
    run_period(quarter)
    before = {path: path.read_bytes() for folder in ("reports", "data/processed")
              for path in (root / folder).rglob("*") if path.is_file()}  # fmt: skip
    notebooks.word, notebooks.fails = b"word 2", fails
    with pytest.raises(BaocaoError, match="Sổ tính hỏng"):
        run_period(quarter)
    assert before == {path: path.read_bytes() for folder in ("reports", "data/processed")
                      for path in (root / folder).rglob("*") if path.is_file()}  # fmt: skip
    assert hidden(root) == {".2024-Q3.lock"}


def test_a_first_run_that_fails_leaves_nothing(quarter: Reporting, notebooks: Any, reports: Path, root: Path) -> None:
    notebooks.fails = NAMES[1]
    with pytest.raises(BaocaoError):
        run_period(quarter)
    assert not reports.exists()
    assert hidden(root) == {".2024-Q3.lock"}


def test_a_final_report_is_refused_while_it_would_be_a_draft(
    quarter: Reporting, notebooks: Any, reports: Path
) -> None:
    run_period(quarter, final=True)
    notebooks.word, notebooks.draft = b"word 2", True
    with pytest.raises(NotFinalError) as refused:
        run_period(quarter, final=True)
    assert refused.value.message.splitlines() == [
        "Chưa thể lập báo cáo chính thức: còn 1 lỗi và 1 chỗ thiếu số liệu trong «Báo cáo.docx».",
        "Thanh tra Sở: 1 chỗ chưa có số liệu",
        f"Chạy lại không có --final để xem bản dự thảo; danh sách từng chỗ khi đó ở {PAGES}/4_bao_cao.html.",
    ]
    assert words(reports) == {WORD: b"word 1"}


def test_a_draft_takes_the_place_of_the_last_report(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    run_period(quarter)
    notebooks.draft = True
    assert run_period(quarter).outcome.draft
    assert list(words(reports)) == ["DỰ THẢO - Báo cáo.docx"]


def test_a_run_in_progress_is_not_disturbed(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    with locked(reports, "syt-brvt 2024-Q3"), pytest.raises(LockedError):
        run_period(quarter)
    assert notebooks.executed == []


# Word files that a person has edited


def test_a_file_that_nobody_touched_is_replaced(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    for word in (b"word 1", b"word 2", b"word 2", b"word 3"):
        notebooks.word = word
        run_period(quarter)
        assert words(reports) == {WORD: word}


def test_an_edited_file_is_kept_and_the_new_one_stands_beside_it_every_time(
    quarter: Reporting, notebooks: Any, reports: Path
) -> None:
    run_period(quarter)
    (reports / WORD).write_bytes(b"edited")
    for word in (b"word 2", b"word 2", b"word 3"):
        notebooks.word = word
        finished = run_period(quarter)
        assert words(reports) == {WORD: b"edited", NEW: word}
        assert (finished.word.name, finished.kept) == (NEW, (WORD,))
        assert finished.outcome.word == outcome(reports)["word"] == NEW


def test_the_new_file_is_kept_too_when_a_person_edits_it(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    run_period(quarter)
    (reports / WORD).write_bytes(b"edited")
    run_period(quarter)
    (reports / NEW).write_bytes(b"edited as well")
    for word in (b"word 2", b"word 3"):
        notebooks.word = word
        run_period(quarter)
        assert words(reports) == {WORD: b"edited", NEW: b"edited as well", "Báo cáo (bản mới 2).docx": word}


def test_a_file_that_a_person_added_is_kept(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    run_period(quarter)
    (reports / "Bản trình ký.docx").write_bytes(b"mine")
    (reports / "~$Báo cáo.docx").write_bytes(b"a lock of Word")
    finished = run_period(quarter)
    assert words(reports) == {WORD: b"word 1", "Bản trình ký.docx": b"mine"}
    assert finished.word.name == WORD


def test_an_edited_draft_is_kept_beside_the_final_report(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    notebooks.draft = True
    run_period(quarter)
    (reports / "DỰ THẢO - Báo cáo.docx").write_bytes(b"edited")
    notebooks.draft = False
    assert run_period(quarter).word.name == WORD
    assert words(reports) == {WORD: b"word 1", "DỰ THẢO - Báo cáo.docx": b"edited"}


def test_the_manifest_names_the_new_file_and_not_the_edited_one(
    quarter: Reporting, notebooks: Any, reports: Path
) -> None:
    run_period(quarter)
    (reports / WORD).write_bytes(b"edited")
    run_period(quarter)
    outputs = json.loads((reports / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert [name for name in outputs if name.endswith(".docx")] == [NEW]
    assert all(outputs[name] == digest(reports / name) for name in outputs)


def test_any_other_file_that_a_person_added_is_kept(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    run_period(quarter)
    (reports / "Bản ký số.pdf").write_bytes(b"signed")
    run_period(quarter)
    assert (reports / "Bản ký số.pdf").read_bytes() == b"signed"


# PDFs


PDF, NEW_PDF = "Báo cáo.pdf", "Báo cáo (bản mới).pdf"
Install = Callable[[str], Path]


@pytest.fixture
def versions(word: bytes) -> list[bytes]:
    """Two Word files that differ."""
    parts = unpack(word)
    return [pack(parts | {"docProps/app.xml": parts["docProps/app.xml"] + b"\n" * n}) for n in range(2)]


@pytest.fixture
def published(quarter: Reporting, notebooks: Any, fake_office: Install, reports: Path, versions: list[bytes]) -> Path:
    """The reports folder after a run that wrote a PDF as well."""
    fake_office('cp "$good" "$out"')
    notebooks.word = versions[0]
    assert run_period(quarter, pdf=True).added.pdfs == (reports / PDF,)
    return reports


def pdfs(reports: Path) -> list[str]:
    return sorted(path.name for path in reports.rglob("*.pdf"))


def test_a_pdf_stands_beside_the_word_file_but_not_in_the_manifest(published: Path) -> None:
    assert pdfs(published) == [PDF]
    assert "pdf" not in (published / "manifest.json").read_text(encoding="utf-8")


def test_a_pdf_stays_as_long_as_its_word_file(
    quarter: Reporting, notebooks: Any, published: Path, versions: list[bytes]
) -> None:
    run_period(quarter)
    assert pdfs(published) == [PDF]
    notebooks.word = versions[1]
    run_period(quarter)
    assert pdfs(published) == []


def test_a_report_that_becomes_a_draft_takes_its_pdf_along(
    quarter: Reporting, notebooks: Any, published: Path, versions: list[bytes]
) -> None:
    notebooks.word, notebooks.draft = versions[1], True
    run_period(quarter, pdf=True)
    assert pdfs(published) == [f"DỰ THẢO - {PDF}"]


def test_a_pdf_that_a_person_signed_is_kept_and_the_new_one_stands_beside_it(
    quarter: Reporting, notebooks: Any, published: Path, versions: list[bytes]
) -> None:
    for word in reversed(versions):
        (published / PDF).write_bytes(b"signed")
        notebooks.word = word
        run_period(quarter, pdf=True)
        assert pdfs(published) == [NEW_PDF, PDF]
        assert (published / PDF).read_bytes() == b"signed"
        assert source_of((published / NEW_PDF).read_bytes()) in words_in(published)


def test_a_run_without_libreoffice_ends_well_and_says_what_is_missing(
    quarter: Reporting, notebooks: Any, no_office: None, reports: Path, word: bytes
) -> None:
    notebooks.word = word
    finished = run_period(quarter, pdf=True)
    assert words(reports) == {WORD: word}
    assert finished.added.pdfs == ()
    assert "hãy cài LibreOffice" in finished.added.remarks[0]


def test_a_run_ends_well_when_libreoffice_does_not(
    quarter: Reporting, notebooks: Any, fake_office: Install, reports: Path, word: bytes
) -> None:
    fake_office("exit 1")
    notebooks.word = word
    finished = run_period(quarter, pdf=True)
    assert words(reports) == {WORD: word}
    [remark] = finished.added.remarks
    assert remark == f"{WORD}: LibreOffice không chuyển được tệp Word: chương trình kết thúc với mã 1."


# The summary beside the report


def test_the_summary_is_published_beside_the_report(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    notebooks.summary = b"summary 1"
    finished = run_period(quarter)
    assert finished.summary == reports / f"Tóm tắt {WORD}"
    assert words(reports) == {WORD: b"word 1", f"Tóm tắt {WORD}": b"summary 1"}
    outputs = json.loads((reports / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert outputs[f"Tóm tắt {WORD}"] == digest(reports / f"Tóm tắt {WORD}")


def test_an_edited_summary_is_kept_and_the_report_replaced(quarter: Reporting, notebooks: Any, reports: Path) -> None:
    notebooks.summary = b"summary 1"
    run_period(quarter)
    (reports / f"Tóm tắt {WORD}").write_bytes(b"edited")
    notebooks.word, notebooks.summary = b"word 2", b"summary 2"
    finished = run_period(quarter)
    assert finished.kept == (f"Tóm tắt {WORD}",)
    assert finished.summary == reports / f"Tóm tắt {NEW}"
    assert words(reports) == {WORD: b"word 2", f"Tóm tắt {WORD}": b"edited", f"Tóm tắt {NEW}": b"summary 2"}
    assert outcome(reports)["summary"] == f"Tóm tắt {NEW}"


def test_a_report_without_a_summary_names_none(quarter: Reporting, notebooks: Any) -> None:
    assert run_period(quarter).summary is None
