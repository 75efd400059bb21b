"""`baocao compare` in a workspace: of which report a file is, and whether the data have changed since."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import AGENCY, PERIOD
from tests.review.comparing.conftest import edited, typed_over

from report_utils.document.identity import Identity
from report_utils.errors import UnknownNameError
from report_utils.opc import pack, unpack
from report_utils.run.comparing import NoDataError, compare_file, comparison_lines
from report_utils.run.desk import Desk, open_desk
from report_utils.run.identifying import UnidentifiedFileError
from report_utils.run.manifest import build_manifest, save_manifest
from report_utils.run.outcome import load_outcome

NOTHING = Identity("", "", "")


@dataclass(frozen=True)
class Place:
    """A workspace with a report and its summary."""

    root: Path
    word: Path
    summary: Path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, done: Desk) -> Place:
    root = shutil.copytree(done.reporting.workspace.root, tmp_path_factory.mktemp("đối chiếu") / "sở")
    desk = open_desk(AGENCY, PERIOD, str(root))
    folder, outcome = desk.folders.reports, load_outcome(desk.folders.reports)
    save_manifest(build_manifest(desk.reporting, [], folder), folder)
    return Place(root, folder / outcome.word, folder / outcome.summary)


def without_properties(file: Path, path: Path) -> Path:
    """The file as Google Docs gives it back, without custom properties."""
    parts = unpack(file.read_bytes())
    parts["docProps/custom.xml"] = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/x"/>'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pack(parts))
    return path


def test_a_file_that_was_moved_and_renamed_says_itself_what_it_is(place: Place, tmp_path: Path) -> None:
    moved = shutil.copy(place.summary, tmp_path / "đã ký.docx")
    compared = compare_file(moved, str(place.root), NOTHING)
    assert (compared.identity.report, compared.identity.is_summary) == ("cchc", True)
    assert compared.differences == ()
    assert list(comparison_lines(compared)) == [
        "đã ký.docx: tóm tắt của báo cáo «cchc», Sở Y tế tỉnh Bà Rịa - Vũng Tàu, quý III năm 2024.",
        "Không có gì khác bản tính từ dữ liệu."]  # fmt: skip


def test_without_properties_folder_and_name_say_what_it_is(place: Place, tmp_path: Path) -> None:
    bare = without_properties(place.word, tmp_path / AGENCY / PERIOD / f"{place.word.stem} (bản ký).docx")
    compared = compare_file(bare, str(place.root), NOTHING)
    assert (compared.identity, compared.differences) == (Identity(AGENCY, PERIOD, "cchc"), ())


def test_what_is_given_by_hand_counts_first(place: Place, tmp_path: Path) -> None:
    bare = without_properties(place.word, tmp_path / "x.docx")
    with pytest.raises(UnidentifiedFileError, match="--agency, --period, --report"):
        compare_file(bare, str(place.root), NOTHING)
    with pytest.raises(UnidentifiedFileError, match=r"--report\. Các báo cáo của kỳ này: cchc"):
        compare_file(bare, str(place.root), Identity(AGENCY, PERIOD, ""))
    with pytest.raises(UnknownNameError, match="chcc"):
        compare_file(bare, str(place.root), Identity(AGENCY, PERIOD, "chcc"))


def test_a_period_for_which_nobody_sent_anything_cannot_be_computed(place: Place, tmp_path: Path) -> None:
    with pytest.raises(NoDataError, match="data/raw/syt-brvt/2023-Q3"):
        compare_file(place.word, str(place.root), Identity("", "2023-Q3", ""))


@pytest.fixture
def changed_data(place: Place, tmp_path: Path) -> Path:
    """A copy of the workspace in which a unit has sent another number since."""
    root = tmp_path / "sau"
    shutil.copytree(place.root, root)
    path = root / "data" / "raw" / AGENCY / PERIOD / f"ttyt-vt_{PERIOD}.xlsx"
    workbook = openpyxl.load_workbook(path)
    sheet = next(sheet for sheet in workbook if "Hồ sơ" in sheet.title)
    cell = next(cell for row in sheet.iter_rows(min_row=5) for cell in row if isinstance(cell.value, int)
                and cell.column > 2 and cell.value > 1)  # fmt: skip
    cell.value += 1
    workbook.save(path)
    return root


def test_data_that_have_changed_since_are_told_first(place: Place, changed_data: Path, tmp_path: Path) -> None:
    file = tmp_path / "ký.docx"
    file.write_bytes(edited(place.word.read_bytes(), typed_over("f_plans_cchc_total_1", "33")))
    first, *others = compare_file(file, str(changed_data), NOTHING).differences
    assert first.rule == "S01"
    assert f"đã thay đổi: data/raw/{AGENCY}/{PERIOD}/ttyt-vt_{PERIOD}.xlsx;" in first.message
    assert "plans.cchc.total" in [each.figure for each in others]
    bare = without_properties(place.word, tmp_path / "x.docx")
    by_manifest = compare_file(bare, str(changed_data), Identity(AGENCY, PERIOD, "cchc"))
    assert by_manifest.differences[0].rule == "S01"


def test_a_changed_file_that_changes_nothing_in_the_report_is_a_note(place: Place, tmp_path: Path) -> None:
    root = tmp_path / "sau"
    shutil.copytree(place.root, root)
    with (root / "params" / AGENCY / "units.csv").open("a", encoding="utf-8") as units:
        units.write("\n")
    compared = compare_file(place.word, str(root), NOTHING)
    assert [each.rule for each in compared.differences] == ["S15"]
    assert not compared.differs
    (root / "reports" / AGENCY / PERIOD / "manifest.json").unlink()
    bare = without_properties(place.word, tmp_path / "x.docx")
    [note] = compare_file(bare, str(root), Identity(AGENCY, PERIOD, "cchc")).differences
    assert note.message.startswith("Không rõ số liệu có thay đổi")
