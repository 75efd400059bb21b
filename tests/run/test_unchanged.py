"""When a run has nothing to do, and what makes it do something."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.cli.frame import baocao
from report_utils.run.pipeline import run_period
from report_utils.run.unchanged import Unchanged, differing, unchanged
from report_utils.storage.files import NotSavedError

AGENCY, PERIOD = "syt-brvt", "2024-Q3"
RAW, PARAMS = Path("data", "raw", AGENCY), Path("params", AGENCY)
REPORTS, PROCESSED = Path("reports", AGENCY, PERIOD), Path("data", "processed", AGENCY, PERIOD)
WORD = REPORTS / "Báo cáo.docx"
LINES = ("Báo cáo đủ số liệu: Báo cáo.docx (2 cảnh báo).", f"Tệp Word: {WORD.as_posix()}",
         f"Từng cảnh báo và cách sửa: {(REPORTS / 'html' / '2_kiem_tra.html').as_posix()} hoặc lệnh baocao check")
SAYS = "Không có gì thay đổi từ lượt chạy trước nên không chạy lại (muốn chạy lại: --again)."
NEXT = "Bước tiếp theo: xem lại, trình ký tệp Word; ký xong thì đối chiếu bằng baocao compare."


def paths_from(root: Path) -> str:
    return f"Các đường dẫn trên tính từ thư mục {root}."


@pytest.fixture
def root(ran: Path, tmp_path: Path) -> Path:
    """A workspace in which a run has ended, under another path."""
    return shutil.copytree(ran, tmp_path / "đã chuyển đi")


def look(root: Path, **wanted: bool) -> Unchanged | None:
    return unchanged(Workspace(root), AGENCY, PERIOD, **wanted)


def again(root: Path) -> None:
    run_period(open_reporting(AGENCY, PERIOD, str(root)))


def append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b" ")


def flip(path: Path) -> None:
    """Change one byte in the middle."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def manifest_of(root: Path) -> Any:
    return json.loads((root / REPORTS / "manifest.json").read_text(encoding="utf-8"))


def test_nothing_changed_gives_the_end_of_the_last_run(root: Path) -> None:
    assert look(root) == look(root, final=True) == Unchanged(LINES, draft=False)


@pytest.mark.parametrize("change", [
    pytest.param(lambda r: flip(r / RAW / PERIOD / "vp_2024-Q3.xlsx"), id="one byte of a submission"),
    pytest.param(lambda r: flip(r / RAW / "2024-H1" / "khtc_2024-H1.xlsx"), id="one byte of an earlier submission"),
    pytest.param(lambda r: (r / RAW / PERIOD / "vp_2024-Q3.xlsx").unlink(), id="a submission that was removed"),
    pytest.param(lambda r: (r / RAW / PERIOD / "mới.xlsx").touch(), id="a new submission"),
    pytest.param(lambda r: (r / RAW / PERIOD / "công văn.pdf").touch(), id="a new file that is no workbook"),
    pytest.param(lambda r: (r / RAW / PERIOD / "dieu-chinh.yaml").touch(), id="a first adjustment"),
    pytest.param(lambda r: (r / RAW / PERIOD / "gửi thêm").mkdir(), id="a new folder among the submissions"),
    pytest.param(lambda r: shutil.rmtree(r / RAW / "2024-H1"), id="an earlier period that was removed"),
    pytest.param(lambda r: (r / RAW / "2023-Q3").mkdir(), id="an earlier period that was not there"),
    pytest.param(lambda r: append(r / PARAMS / "agency.yaml"), id="one setting"),
    pytest.param(lambda r: append(r / PARAMS / "templates" / "tom-tat.md"), id="one template"),
    pytest.param(lambda r: (r / PARAMS / "exports" / "mới.yaml").touch(), id="a new file of settings"),
    pytest.param(lambda r: (r / PARAMS / "2024-Q3.yaml").unlink(), id="a file of settings that was removed"),
    pytest.param(lambda r: ((r / "notebooks").mkdir(), (r / "notebooks" / "1_rieng.ipynb").touch()),
                 id="a notebook of the workspace"),
    pytest.param(lambda r: append(r / WORD), id="a result that was changed"),
    pytest.param(lambda r: (r / REPORTS / "outcome.json").unlink(), id="a result that was removed"),
    pytest.param(lambda r: flip(r / PROCESSED / "findings.csv"), id="processed data that were changed"),
    pytest.param(lambda r: shutil.rmtree(r / PROCESSED), id="processed data that were removed"),
    pytest.param(lambda r: (r / REPORTS / "Bản ký.docx").touch(), id="a new Word file of a person"),
    pytest.param(lambda r: (r / REPORTS / "manifest.json").unlink(), id="no manifest"),
    pytest.param(lambda r: (r / REPORTS / "manifest.json").write_text("[]", encoding="utf-8"), id="a broken manifest"),
])  # fmt: skip
def test_a_run_is_needed_after(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    assert look(root) is None


@pytest.mark.parametrize("change", [
    pytest.param(lambda r: (r / RAW / PERIOD / "~$vp_2024-Q3.xlsx").touch(), id="a workbook that is open in Excel"),
    pytest.param(lambda r: (r / REPORTS / "~$Báo cáo.docx").touch(), id="the report that is open in Word"),
    pytest.param(lambda r: (r / REPORTS / "Báo cáo đã ký.pdf").touch(), id="a signed PDF"),
    pytest.param(lambda r: (r / RAW / "2024-Q4").mkdir(), id="a later period"),
    pytest.param(lambda r: (r / "params" / "so-khac").mkdir(), id="another agency"),
    pytest.param(lambda r: (r / RAW / PERIOD / "vp_2024-Q3.xlsx").touch(), id="a file written again as it was"),
])  # fmt: skip
def test_no_run_is_needed_after(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    assert look(root) is not None


def test_one_byte_of_one_notebook_makes_a_run(root: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = shutil.copytree(repository / "notebooks", root / "copied" / "notebooks")
    monkeypatch.setattr("report_utils.run.notebook_files.own_notebooks",
                        lambda: sorted(copied.glob("[0-9]*.ipynb")))  # fmt: skip
    assert look(root) is not None
    append(copied / "3_so_lieu.ipynb")
    assert look(root) is None
    assert differing(Workspace(root), manifest_of(root)) == ["3_so_lieu.ipynb"]


def test_other_code_makes_a_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.run.inputs.code_digest", lambda: "khác")
    assert look(root) is None


def test_another_version_of_a_library_makes_a_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.run.inputs.version", lambda name: "0" if name == "pandas" else "1")
    assert look(root) is None
    assert "pandas" in differing(Workspace(root), manifest_of(root))


def test_a_final_report_is_never_said_to_be_there_while_it_is_a_draft(root: Path, notebooks: Any) -> None:
    notebooks.draft = True
    again(root)
    assert look(root, final=True) is None
    assert (found := look(root)) is not None
    assert found.draft
    assert found.lines[0] == "Thanh tra Sở: 1 chỗ chưa có số liệu"


def test_a_pdf_that_is_not_there_makes_a_run(root: Path) -> None:
    assert look(root, pdf=True) is None


def test_an_input_that_changes_during_a_run_makes_another(root: Path, monkeypatch: pytest.MonkeyPatch, notebooks: Any
                                                          ) -> None:  # fmt: skip
    def execute(notebook: Path, *arguments: Any) -> None:
        notebooks(notebook, *arguments)
        append(root / PARAMS / "units.csv")

    monkeypatch.setattr("report_utils.run.pipeline.execute", execute)
    again(root)
    assert differing(Workspace(root), manifest_of(root)) == [(PARAMS / "units.csv").as_posix()]
    assert look(root) is None


# What a person typed


def test_an_edited_word_file_makes_one_run_and_stays_as_it_is(root: Path, notebooks: Any) -> None:
    (root / WORD).write_bytes(b"edited")
    assert look(root) is None
    again(root)
    found = look(root)
    assert found is not None
    assert "Giữ nguyên tệp đã có người sửa: Báo cáo.docx" in found.lines
    (root / WORD).write_bytes(b"edited once more")
    assert look(root) == found
    assert (root / WORD).read_bytes() == b"edited once more"


def test_an_edited_word_file_that_is_taken_away_makes_a_run(root: Path, notebooks: Any) -> None:
    (root / WORD).write_bytes(b"edited")
    again(root)
    (root / WORD).unlink()
    assert look(root) is None


# The command


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], root: Path) -> Callable[..., list[str]]:
    def run(*more: str) -> list[str]:
        baocao.main(["run", AGENCY, PERIOD.lower(), "--root", str(root), *more], standalone_mode=False)
        return capsys.readouterr().out.splitlines()

    return run


def test_the_command_says_that_nothing_changed_and_what_the_run_said(
    root: Path, command: Callable[..., list[str]], notebooks: Any
) -> None:
    assert command() == [SAYS, *LINES, paths_from(root), NEXT]
    assert notebooks.executed == []


def test_the_command_runs_again_when_it_is_asked_to(
    root: Path, command: Callable[..., list[str]], notebooks: Any
) -> None:
    assert command("--again") == [*LINES, paths_from(root), NEXT]
    assert len(notebooks.executed) == 7
    assert command() == [SAYS, *LINES, paths_from(root), NEXT]


def test_nothing_heavy_is_imported_when_nothing_changed(root: Path) -> None:
    program = (
        "import sys\n"
        "from report_utils.cli import main\n"
        "try:\n    main(['run', *sys.argv[1:]])\n"
        "finally:\n    print({'pandas', 'numpy', 'papermill', 'jupyter_client', 'openpyxl'} & set(sys.modules))\n"
    )
    told = subprocess.run([sys.executable, "-c", program, AGENCY, PERIOD, "--root", str(root)], capture_output=True,
                          encoding="utf-8", check=True).stdout.splitlines()  # fmt: skip
    assert told == [SAYS, *LINES, paths_from(root), NEXT, "set()"]


@pytest.mark.parametrize("change", [
    pytest.param(lambda page: page.unlink(), id="a run was cut off before it wrote the list"),
    pytest.param(lambda page: page.write_text(page.read_text(encoding="utf-8").replace("Quý", "quý"), encoding="utf-8"),
                 id="a person changed the list"),
    pytest.param(lambda page: page.write_bytes(b""), id="the list was emptied"),
])  # fmt: skip
def test_the_list_of_reports_is_put_right_without_a_run(
    root: Path, command: Callable[..., list[str]], notebooks: Any, change: Callable[[Path], object]
) -> None:
    page = root / "reports" / "index.html"
    listed = page.read_bytes()
    change(page)
    assert command()[0] == SAYS
    assert notebooks.executed == []
    assert page.read_bytes() == listed


def test_reports_that_were_taken_away_leave_the_list(
    root: Path, command: Callable[..., list[str]], notebooks: Any
) -> None:
    page = root / "reports" / "index.html"
    listed = page.read_bytes()
    other = shutil.copytree(root / REPORTS, root / "reports" / AGENCY / "2024-H1")
    command()
    assert b"2024-H1" in page.read_bytes()
    shutil.rmtree(other)
    command()
    assert page.read_bytes() == listed
    assert notebooks.executed == []


def test_a_list_that_cannot_be_written_fails_no_run(
    root: Path, notebooks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError(root, "đĩa đã đầy")

    monkeypatch.setattr("report_utils.run.pages.report_list.save", refuse)
    again(root)
    assert (root / WORD).is_file()
