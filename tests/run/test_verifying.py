"""A report that is built once more and compared."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import WorkspaceNotFoundError
from report_utils.opc import pack
from report_utils.run.pipeline import run_period
from report_utils.run.verifying import NoManifestError, NotRebuildableError, Verified, verified_lines, verify

AGENCY, PERIOD = "syt-brvt", "2024-Q3"
WORD = "Báo cáo.docx"
PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w>1</w>"}


@pytest.fixture
def reports(ran: Path, tmp_path: Path, notebooks: Any) -> Path:
    """The report of a run that wrote a Word file; the notebooks that rebuild it take no time."""
    root = shutil.copytree(ran, tmp_path / "đã chuyển đi")
    notebooks.word = pack(PARTS)
    run_period(open_reporting(AGENCY, PERIOD, str(root)))
    return root / "reports" / AGENCY / PERIOD


def files_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_report_that_nobody_touched_is_rebuilt_with_the_same_bytes(reports: Path) -> None:
    before = files_of(reports.parents[2])
    verified = verify(reports)
    assert verified == Verified(18, (), ())
    assert list(verified_lines(verified)) == ["Khớp: đã lập lại 18 tệp, giống nhau từng byte."]
    assert files_of(reports.parents[2]) == before


def edit_manifest(reports: Path, **changed: Any) -> None:
    path = reports / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(manifest | changed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@pytest.mark.parametrize(("tamper", "words"), [
    (lambda r: (r / WORD).write_bytes(pack(PARTS | {"word/document.xml": b"<w>2</w>"})),
     f"{WORD}: khác bản lập lại, phần word/document.xml, dòng 1, byte 4"),
    (lambda r: (r / WORD).unlink(), f"{WORD}: không còn trong thư mục"),
    (lambda r: (r / "notebooks" / "3_so_lieu.ipynb").write_text('{"name": "khác"}', encoding="utf-8"),
     "notebooks/3_so_lieu.ipynb: khác bản lập lại, dòng 1, byte 11"),
    (lambda r: (r.parents[2] / "data" / "processed" / AGENCY / PERIOD / "findings.csv").unlink(),
     f"data/processed/{AGENCY}/{PERIOD}/findings.csv: không còn trong thư mục"),
    (lambda r: edit_manifest(r, ending={"lines": ["Báo cáo đủ số liệu."], "draft": False}),
     "manifest.json: khác bản lập lại, dòng "),
])  # fmt: skip
def test_what_was_tampered_with_is_named_with_its_place(reports: Path, tamper: Callable[[Path], object], words: str
                                                        ) -> None:  # fmt: skip
    tamper(reports)
    [line] = verify(reports).differences
    assert line.startswith(words)


def test_a_file_slipped_among_the_results_and_into_the_manifest_is_named(reports: Path) -> None:
    (reports / "thêm.csv").write_bytes(b"1")
    outputs = json.loads((reports / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    edit_manifest(reports, outputs={**outputs, "thêm.csv": ""})
    assert "thêm.csv: lập lại thì không có tệp này" in verify(reports).differences


def test_an_edited_word_file_is_left_alone_and_told(reports: Path, notebooks: Any) -> None:
    (reports / WORD).write_bytes(b"edited")
    run_period(open_reporting(AGENCY, PERIOD, str(reports.parents[2])))
    (reports / "Báo cáo đã ký.pdf").write_bytes(b"signed")
    verified = verify(reports)
    assert verified == Verified(18, (), (WORD,))
    assert f"Không so sánh tệp do người dùng sửa: {WORD}" in verified_lines(verified)
    assert (reports / WORD).read_bytes() == b"edited"


@pytest.mark.parametrize("name", [f"data/raw/{AGENCY}/{PERIOD}/vp_2024-Q3.xlsx", f"params/{AGENCY}/units.csv"])
def test_another_input_is_named_and_nothing_is_built(reports: Path, notebooks: Any, name: str) -> None:
    notebooks.executed.clear()
    with (reports.parents[2] / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(NotRebuildableError, match="khôi phục") as refused:
        verify(reports)
    assert refused.value.changed == (name,)
    assert notebooks.executed == []


def test_other_code_and_other_libraries_are_named(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.run.inputs.code_digest", lambda: "khác")
    monkeypatch.setattr("report_utils.run.inputs.version", lambda name: "0")
    with pytest.raises(NotRebuildableError) as refused:
        verify(reports)
    assert {"code", "pandas", "pyarrow"} <= set(refused.value.changed)


@pytest.mark.parametrize("change", [
    lambda r: (r / "manifest.json").unlink(),
    lambda r: (r / "manifest.json").write_text("[]", encoding="utf-8"),
    lambda r: edit_manifest(r, libraries=1),
    lambda r: edit_manifest(r, watched={"../ngoài": []}),
    lambda r: edit_manifest(r, period="../2024-Q3"),
])  # fmt: skip
def test_without_a_manifest_of_a_run_nothing_can_be_verified(reports: Path, change: Callable[[Path], object]) -> None:
    change(reports)
    with pytest.raises(NoManifestError, match=r"manifest\.json"):
        verify(reports)


def test_a_report_outside_a_workspace_is_told(reports: Path, tmp_path: Path) -> None:
    copied = shutil.copytree(reports, tmp_path / "riêng")
    with pytest.raises(WorkspaceNotFoundError):
        verify(copied)
    assert verify(copied, str(reports.parents[2])).differences == ()
