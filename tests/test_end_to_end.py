"""From the workbooks of the units to the Word file: complete, with a unit missing, with one cell changed, elsewhere."""

import datetime as dt
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import nbformat
import openpyxl
import pytest
from lxml import etree
from tests.conftest import Answer, Way
from tests.guide.following import follow, named_results

from report_utils.document.bookmarks import bookmark_stem
from report_utils.opc import pack, unpack
from report_utils.run.desk import Desk, open_desk

ROOT = Path(__file__).parents[1]
AGENCY, PERIOD = "syt-brvt", "2024-Q3"
PLACE = "Sở Y tế"
WORD = "Báo cáo CCHC quý III năm 2024.docx"
SUMMARY = f"Tóm tắt {WORD}"
NEXT_STEP = "Bước tiếp theo: xem lại, trình ký tệp Word; ký xong thì đối chiếu bằng baocao compare."
LOOK_AT = "điểm trong lời văn cần xem trước khi trình ký"
OPEN_DATA = "Báo cáo dữ liệu mở quý III năm 2024.docx"
NIL = "chưa phát sinh trong kỳ báo cáo"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

HERE = {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "USER": "an", "LOGNAME": "an", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/New_York", "LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8", "USER": "bình", "LOGNAME": "bình",
         "PYTHONHASHSEED": "2"}  # fmt: skip
STAGES = (
    "import sys; from report_utils.run.desk import open_desk\n"
    "desk = open_desk('syt-brvt', '2024-Q3', sys.argv[1])\n"
    "desk.receive(); desk.check(); desk.compute(); desk.write(); desk.write(\"open_data\")\n"
)


def workspace(root: Path, *, backwards: bool = False) -> Path:
    """A copy of settings and submissions, its files made in the order of their names or against it."""
    for part in ("params", "data/raw"):
        for path in sorted((p for p in (ROOT / part).rglob("*") if p.is_file()), reverse=backwards):
            target = root / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return root


def answered(arguments: list[str], variables: dict[str, str]) -> Answer:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "PYTHON", "BAOCAO"))}
    return subprocess.run([sys.executable, *arguments], env={**kept, **variables}, capture_output=True,
                          encoding="utf-8", errors="replace", timeout=300, check=False)  # fmt: skip


@dataclass(frozen=True)
class Run:
    """A workspace in which a run has ended."""

    root: Path
    status: int
    out: str
    err: str

    @property
    def reports(self) -> Path:
        return self.root / "reports" / AGENCY / PERIOD

    def files(self) -> dict[str, bytes]:
        """Everything that stages write, by path."""
        return {path.relative_to(self.root).as_posix(): path.read_bytes()
                for folder in ("reports", "data/processed") for path in sorted((self.root / folder).rglob("*"))
                if path.suffix in (".docx", ".csv", ".json", ".parquet", ".png")}  # fmt: skip


def run_whole(folder: Path) -> list[Answer]:
    """One whole run by the command, through papermill."""
    root = workspace(folder / PLACE)
    return [answered(["-m", "report_utils", "run", AGENCY, PERIOD, "--root", str(root)], HERE)]


@pytest.fixture(scope="session")
def full(once: Callable[[Way], tuple[Path, list[Answer]]]) -> Run:
    folder, [answer] = once(run_whole)
    return Run(folder / PLACE, answer.returncode, answer.stdout, answer.stderr)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Run:
    """The stages without notebooks, in another folder and other surroundings, its files made in another order."""
    root = workspace(tmp_path / "hai hai", backwards=True)
    answer = answered(["-c", STAGES, str(root)], THERE)
    return Run(root, answer.returncode, answer.stdout, answer.stderr)


@pytest.fixture
def stages(tmp_path: Path) -> Callable[..., Desk]:
    """Receive, check and write after `change` was made to the raw folder."""

    def run(change: Callable[[Path], object]) -> Desk:
        root = workspace(tmp_path / "sở")
        change(root / "data" / "raw" / AGENCY / PERIOD)
        desk = open_desk(AGENCY, PERIOD, str(root))
        desk.receive()
        desk.check()
        desk.write()
        return desk

    return run


def document(word: Path) -> Any:
    with zipfile.ZipFile(word) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def paragraphs(root: Any) -> list[str]:
    return [text(paragraph) for paragraph in root.iter(f"{W}p")]


def bookmarks(root: Any) -> dict[str, list[Any]]:
    """The runs inside each bookmark of a figure, by its name."""
    found = {}
    for begin in root.iter(f"{W}bookmarkStart"):
        inside = []
        for element in begin.itersiblings():
            if element.tag == f"{W}bookmarkEnd":
                break
            inside.append(element)
        found[begin.get(f"{W}name")] = inside
    return {name: runs for name, runs in found.items() if name.startswith("f_")}


# The complete run


def test_a_complete_period_ends_with_status_0_and_a_final_report(full: Run) -> None:
    assert full.status == 0, full.err
    assert "Traceback" not in full.out + full.err
    assert sorted(path.name for path in full.reports.glob("*.docx")) == [WORD, OPEN_DATA, SUMMARY]
    estimate, *told = full.out.splitlines()
    assert estimate.startswith(f"{WORD}: [R29 cần xem]")
    assert told == [f"Báo cáo đủ số liệu: {WORD} (0 cảnh báo). 1 {LOOK_AT}.",
                    f"Tệp Word: reports/{AGENCY}/{PERIOD}/{WORD}",
                    f"Tóm tắt: reports/{AGENCY}/{PERIOD}/{SUMMARY}",
                    f"Báo cáo đủ số liệu: {OPEN_DATA} (0 cảnh báo).",
                    f"Tệp Word: reports/{AGENCY}/{PERIOD}/{OPEN_DATA}",
                    f'1 {LOOK_AT}; cả câu và cách xử lý: baocao review "reports/{AGENCY}/{PERIOD}/{WORD}"',
                    f"Các đường dẫn trên tính từ thư mục {full.root}.",
                    NEXT_STEP]
    shown = "\n".join(paragraphs(document(full.reports / WORD)))
    assert "DỰ THẢO" not in shown
    assert "CHƯA CÓ SỐ LIỆU" not in shown


def test_the_guide_to_the_first_report_says_what_the_commands_print(
    full: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(shutil.copytree(full.root, tmp_path / "bản sao"))
    review = f'baocao review "reports/{AGENCY}/{PERIOD}/{WORD}"'
    follow("bao-cao-dau-tien.md", capsys, {}, unfinished=(review,), done={f"baocao run {AGENCY} {PERIOD}": full.out})
    assert [name for name in named_results("so-tinh.md") if not Path(name).exists()] == []


def test_everything_that_belongs_to_a_run_is_there_and_nothing_else(full: Run) -> None:
    assert {path.name for path in full.reports.iterdir()} == {
        WORD, SUMMARY, OPEN_DATA, "figures.csv", "figures.json", "figures.xlsx",
        "outcome.json", "outcome.open_data.json",
        "manifest.json", "charts", "notebooks", "html"
    }  # fmt: skip
    assert {path.name for path in full.root.iterdir()} == {"params", "data", "reports"}
    assert {path.name for path in full.reports.parent.iterdir()} == {PERIOD, f".{PERIOD}.lock", ".logs"}
    assert {path.name for path in (full.root / "data" / "processed" / AGENCY).iterdir()} == {PERIOD, ".read"}


def test_what_the_units_sent_is_not_touched(full: Run) -> None:
    for path in (p for p in (ROOT / "data" / "raw").rglob("*") if p.is_file()):
        assert (full.root / path.relative_to(ROOT)).read_bytes() == path.read_bytes()


def test_the_manifest_holds_for_every_file(full: Run) -> None:
    manifest = json.loads((full.reports / "manifest.json").read_text(encoding="utf-8"))
    outputs = {p.relative_to(full.reports).as_posix(): sha256(p.read_bytes()).hexdigest()
               for p in full.reports.rglob("*") if p.is_file() and p.name != "manifest.json"}  # fmt: skip
    assert manifest["outputs"] == outputs
    for name, expected in manifest["inputs"].items():
        assert sha256((full.root / name).read_bytes()).hexdigest() == expected
    assert len([name for name in manifest["inputs"] if name.endswith(".xlsx")]) == 45


@pytest.mark.parametrize("name", ["0_tong_quan", "1_tiep_nhan", "2_kiem_tra", "3_so_lieu", "4_bao_cao", "5_du_lieu_mo"])
def test_an_executed_notebook_ran_to_its_end_and_holds_no_clock_and_no_path(full: Run, name: str) -> None:
    path = full.reports / "notebooks" / f"{name}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not [output for cell in code for output in cell.outputs if output.output_type == "error"]
    assert any("injected-parameters" in cell.metadata.get("tags", []) for cell in code)
    words = path.read_text(encoding="utf-8")
    today = dt.datetime.now(tz=dt.UTC).date()
    for trace in (str(full.root), str(ROOT), str(Path.home()), f"{today}", "Auckland"):
        assert trace not in words
    assert not re.search(r"\d\d:\d\d:\d\d|start_time|duration", words)


@pytest.mark.parametrize(("word", "fewest"), [(WORD, 200), (SUMMARY, 20)])
def test_every_number_in_word_leads_to_a_figure_with_cells(full: Run, word: str, fewest: int) -> None:
    figures = {row["code"]: row for row in json.loads((full.reports / "figures.json").read_text(encoding="utf-8"))}
    stems = {bookmark_stem(code): row for code, row in figures.items()}
    marks = bookmarks(document(full.reports / word))
    assert len(marks) >= fewest
    for name in marks:
        row = stems[re.sub(r"_\d+$", "", name)]
        assert row["cells"]


# A unit that is missing


@pytest.fixture
def draft(stages: Callable[..., Desk]) -> Desk:
    return stages(lambda raw: (raw / "vp_2024-Q3.xlsx").unlink())


def test_a_report_without_one_unit_is_a_draft_that_says_where_and_whose(full: Run, draft: Desk) -> None:
    word, summary = sorted(draft.folders.reports.glob("*.docx"))
    assert (word.name, summary.name) == (f"DỰ THẢO - {WORD}", f"DỰ THẢO - {SUMMARY}")
    lines = paragraphs(document(word))
    assert lines[0].startswith("DỰ THẢO - ")
    mark = "[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]"
    marked = [line for line in lines if "CHƯA CÓ SỐ LIỆU" in line]
    assert len(marked) > 40
    assert all(line.count("[CHƯA CÓ SỐ LIỆU – ") == line.count(mark) for line in marked)
    assert not [line for line in marked if NIL in line]
    complete = [line for line in paragraphs(document(full.reports / WORD)) if NIL in line]
    assert {line for line in lines if NIL in line} < set(complete)
    outcome = json.loads((draft.folders.reports / "outcome.json").read_text(encoding="utf-8"))
    assert outcome["draft"]
    assert outcome["errors"] == 1
    assert all(mark in place for place in outcome["missing"])


# One cell that changes


def type_into(file: Path, sheet: str, cell: str, value: int) -> None:
    """Another number in one cell; every other byte of the sheet stays as it is."""
    index = openpyxl.load_workbook(file, read_only=True).sheetnames.index(sheet) + 1
    parts = unpack(file.read_bytes())
    name = f"xl/worksheets/sheet{index}.xml"
    root = etree.fromstring(parts[name])
    [found] = [each for each in root.iter(f"{S}c") if each.get("r") == cell]
    found.find(f"{S}v").text = str(value)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    file.write_bytes(pack(parts))


def test_a_changed_cell_changes_the_places_of_its_figures_and_nothing_else(
    full: Run, stages: Callable[..., Desk]
) -> None:
    figures = json.loads((full.reports / "figures.json").read_text(encoding="utf-8"))
    [cells] = [row["cells"] for row in figures if row["code"] == "indicators.health_records.numerator"]
    [place] = [cell for cell in cells if cell.startswith("ttyt-vt_")]
    file, sheet, cell = place.split(" › ")
    desk = stages(lambda raw: type_into(raw / file, sheet, cell, 1000))

    dependent = {row["code"] for row in figures if place in row["cells"]}
    assert dependent == {"indicators.health_records.numerator", "indicators.health_records.rate"}
    before, after = document(full.reports / WORD), document(desk.folders.reports / WORD)
    old, new = bookmarks(before), bookmarks(after)
    assert list(old) == list(new)
    changed = {name for name in old if [*map(text, old[name])] != [*map(text, new[name])]}
    expected = {name for name in old
                if re.sub(r"_\d+$", "", name) in {bookmark_stem(code) for code in dependent}}  # fmt: skip
    assert changed == expected
    assert len(expected) == 7
    for marks in (old, new):
        for name in expected:
            for run in marks[name]:
                run.clear()
    assert etree.tostring(before) == etree.tostring(after)


# Elsewhere


def test_the_stages_elsewhere_give_the_same_bytes_as_the_notebooks_here(full: Run, elsewhere: Run) -> None:
    assert elsewhere.status == 0, elsewhere.err
    through_papermill, bare = full.files(), elsewhere.files()
    assert set(through_papermill) - set(bare) == {f"reports/{AGENCY}/{PERIOD}/manifest.json"}
    assert set(bare) <= set(through_papermill)
    assert [name for name in bare if bare[name] != through_papermill[name]] == []
    assert {Path(name).suffix for name in bare} == {".docx", ".csv", ".json", ".parquet", ".png"}


def test_a_whole_run_by_another_user_in_another_folder_gives_the_same_bytes(full: Run, tmp_path: Path) -> None:
    surroundings = {**THERE, "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    answer = answered(["-m", "report_utils", "verify", str(full.reports)], surroundings)
    assert (answer.returncode, answer.stdout) == (0, "Khớp: đã lập lại 99 tệp, giống nhau từng byte.\n"), answer.stderr


def test_the_word_file_is_a_sound_package_with_nothing_of_the_machine(full: Run) -> None:
    with zipfile.ZipFile(io.BytesIO((full.reports / WORD).read_bytes())) as archive:
        assert archive.testzip() is None
        dates = {entry.date_time for entry in archive.infolist()}
        words = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert len(dates) == 1
    assert str(full.root) not in words
