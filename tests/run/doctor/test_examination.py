"""The whole examination, and each look with a machine that lacks what is looked for."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import matplotlib as mpl
import pytest

from report_utils.run.doctor import examination, folders, fonts, libraries
from report_utils.run.doctor.examination import examine, is_fit, summary
from report_utils.run.doctor.folders import FULL, TIGHT, look_at_folders
from report_utils.run.doctor.fonts import FACES, LETTERS, faces_in, look_at_fonts
from report_utils.run.doctor.kernel import look_at_kernel
from report_utils.run.doctor.letters import look_at_letters
from report_utils.run.doctor.libraries import look_at_libraries, look_at_python
from report_utils.run.doctor.libreoffice import look_at_office
from report_utils.run.doctor.own_notebooks import look_at_notebooks
from report_utils.run.doctor.verdict import State, Verdict, on_this_system
from report_utils.run.execution import UnfinishedError
from report_utils.run.office import VARIABLE
from report_utils.starter.samples import sample_root
from report_utils.storage import disk

GOOD, WORSE, FAILED = State.GOOD, State.WORSE, State.FAILED


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with nothing in it."""
    for name in ("params", "data", "reports"):
        (tmp_path / "w" / name).mkdir(parents=True)
    return tmp_path / "w"


def test_this_machine_is_fit_and_is_left_as_it_was(place: Path) -> None:
    before = sorted(place.rglob("*"))
    verdicts = examine(str(place))
    about = [verdict.about for verdict in verdicts]
    assert is_fit(verdicts), verdicts
    assert about[:3] == ["Python", "Thư viện", "Trình chạy sổ tính"]
    assert [each for each in verdicts if each.state is not GOOD and not each.mend] == []
    assert sorted(place.rglob("*")) == before


def test_a_look_that_lacks_its_own_library_is_a_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "report_utils.run.execution", None)
    monkeypatch.setattr(examination, "_LOOKS", ("kernel.look_at_kernel",))
    verdict, *_ = examine()
    assert (verdict.about, verdict.state) == ("Thư viện report_utils.run.execution", FAILED)


def with_notebooks(place: Path) -> Path:
    return shutil.copytree(sample_root() / "notebooks", place / "notebooks")


def changed(path: Path, number: int, **fields: Any) -> None:
    """The notebook at `path` with other fields in a cell."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][number].update(fields)
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def test_a_workspace_without_notebooks_takes_those_of_this_version(place: Path) -> None:
    assert [verdict.state for verdict in look_at_notebooks(str(place))] == [GOOD]


def test_outputs_and_parameters_make_no_other_notebook(place: Path) -> None:
    notebook = with_notebooks(place) / "3_so_lieu.ipynb"
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    [number] = [n for n, cell in enumerate(cells) if "parameters" in cell["metadata"].get("tags", ())]
    changed(notebook, number, source=['agency = "so-y-te"'], outputs=[], execution_count=3)
    assert [verdict.state for verdict in look_at_notebooks(str(place))] == [GOOD]


def test_an_edited_a_broken_and_a_missing_notebook_are_a_remark(place: Path) -> None:
    notebooks = with_notebooks(place)
    changed(notebooks / "0_tong_quan.ipynb", 0, source=["# Sổ của tôi"])
    (notebooks / "4_bao_cao.ipynb").write_text("hỏng", encoding="utf-8")
    (notebooks / "6_ke_hoach.ipynb").unlink()
    [verdict] = look_at_notebooks(str(place))
    assert verdict.state is WORSE
    assert verdict.found == ("khác bản kèm chương trình (cũ hoặc đã sửa): 0_tong_quan.ipynb, 4_bao_cao.ipynb; "
                             "thiếu: 6_ke_hoach.ipynb")
    assert "baocao init" in verdict.mend


def test_without_a_workspace_nothing_is_said_of_notebooks(tmp_path: Path) -> None:
    assert list(look_at_notebooks(str(tmp_path))) == []


def test_a_remark_does_not_make_a_machine_unfit() -> None:
    verdicts = [Verdict("a", GOOD, "b"), Verdict("c", WORSE, "d", "e")]
    assert is_fit(verdicts)
    assert not is_fit([*verdicts, Verdict("f", FAILED, "g", "h")])
    assert summary(verdicts) == "1 đạt, 1 cảnh báo"


def test_the_cure_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    cures = {"linux": "a", "win32": "b"}
    for system, cure in (("linux", "a"), ("win32", "b"), ("freebsd", "a")):
        monkeypatch.setattr(sys, "platform", system)
        assert on_this_system(cures) == cure


# Python and libraries


def test_a_library_that_is_old_or_missing_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ["click>=8", "pandas>=99", "no-such-thing>=1.2", 'distributed>=99; extra == "dask"']
    monkeypatch.setattr(libraries, "requires", lambda _: wanted)
    [verdict] = look_at_libraries()
    assert verdict.state is FAILED
    assert "no-such-thing chưa cài, cần >=1.2" in verdict.found
    assert verdict.mend == 'python -m pip install --upgrade "pandas>=99" "no-such-thing>=1.2"'


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries.platform, "python_version", lambda: "3.10.4")
    [verdict] = look_at_python()
    assert (verdict.state, verdict.found) == (FAILED, "3.10.4, cần >=3.11")


def test_a_package_that_is_not_installed_is_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_PACKAGE", "no-such-thing")
    assert [verdict.state for verdict in look_at_python()] == [WORSE]
    assert list(look_at_libraries()) == []


# The kernel


def test_a_kernel_that_does_not_run_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise UnfinishedError("trình chạy đã chết.")

    monkeypatch.setattr("report_utils.run.execution.executed", fail)
    [verdict] = look_at_kernel()
    assert (verdict.state, verdict.found) == (FAILED, "không chạy được: trình chạy đã chết.")


def test_a_kernel_of_another_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    cell = SimpleNamespace(outputs=[{"text": "0.0.1\n"}])
    monkeypatch.setattr("report_utils.run.execution.executed", lambda *_: SimpleNamespace(cells=[cell]))
    [verdict] = look_at_kernel()
    assert (verdict.state, "«0.0.1»" in verdict.found) == (FAILED, True)


# Letters, fonts, LibreOffice


@pytest.mark.parametrize(("encoding", "state"), [("utf-8", GOOD), ("cp1258", WORSE), ("ascii", WORSE)])
def test_a_screen_without_vietnamese_letters_is_a_remark(monkeypatch: pytest.MonkeyPatch, encoding: str, state: State
                                                         ) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert next(look_at_letters()).state is state


def test_file_names_without_vietnamese_letters_must_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    assert [verdict.state for verdict in look_at_letters()][1] is FAILED


def test_the_letters_are_those_of_the_alphabet_with_every_tone() -> None:
    assert len(LETTERS) == 2 * (12 * 6 + 1)
    assert set("ắẶợỮyỵđĐ") <= LETTERS
    assert all(unicodedata.is_normalized("NFC", letter) for letter in LETTERS)


def test_only_fonts_with_all_letters_count() -> None:
    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    found = faces_in([*folder.glob("DejaVuSerif*.ttf"), folder / "cmr10.ttf", folder / "no such.ttf", Path(__file__)])
    assert list(found) == ["DejaVu Serif"]
    assert "Bold" in found["DejaVu Serif"]


def test_a_family_needs_all_its_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    have: dict[str, set[str]] = {family: set() for family in fonts.FAMILIES}
    monkeypatch.setattr(fonts, "faces_in", lambda _: have)
    have["Tinos"] = {"Regular", "Bold"}
    [verdict] = look_at_fonts()
    assert (verdict.state, "(Tinos chỉ có Bold, Regular)" in verdict.found) == (WORSE, True)
    have["Liberation Serif"] = set(FACES)
    [verdict] = look_at_fonts()
    assert (verdict.state, verdict.found) == (GOOD, "Liberation Serif, đủ kiểu chữ và chữ tiếng Việt")


def test_fonts_are_found_in_the_folders_where_there_is_no_fontconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                                                     ) -> None:  # fmt: skip
    monkeypatch.setattr(shutil, "which", lambda *_: None)
    monkeypatch.setenv("WINDIR", str(tmp_path))
    (tmp_path / "Fonts").mkdir()
    for name in ("timesbd.ttf", "Times New Roman Italic.ttf", "arial.ttf"):
        (tmp_path / "Fonts" / name).touch()
    names = {path.name for path in fonts._files() if path.is_relative_to(tmp_path)}
    assert names == {"timesbd.ttf", "Times New Roman Italic.ttf"}


def test_without_libreoffice_there_is_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/không/có")
    [verdict] = look_at_office()
    assert (verdict.state, "«/không/có» trong BAOCAO_SOFFICE" in verdict.found) == (WORSE, True)


@pytest.mark.skipif(os.name == "nt", reason="a script of a shell")
@pytest.mark.parametrize(("script", "state", "found"), [
    ("echo LibreOffice 24.8.1.2 abc", GOOD, "LibreOffice 24.8.1.2 ("),
    ("exit 3", WORSE, "không trả lời; chỉ cần khi ghi PDF"),
])
def test_libreoffice_is_asked_for_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str,
                                              state: State, found: str) -> None:  # fmt: skip
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))
    [verdict] = look_at_office()
    assert (verdict.state, found in verdict.found) == (state, True)


# Folders


def test_outside_of_a_workspace_one_is_told_how_to_make_one(tmp_path: Path) -> None:
    [verdict] = look_at_folders(str(tmp_path))
    assert (verdict.state, "baocao init" in verdict.mend) == (WORSE, True)


def test_folders_that_cannot_be_written_must_be_mended(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "denied")

    monkeypatch.setattr(disk, "write", refuse)
    data, reports, _ = look_at_folders(str(place))
    assert (data.about, reports.about) == ("Thư mục làm việc, data/", "Thư mục làm việc, reports/")
    assert [data.state, reports.state] == [FAILED, FAILED]
    assert "không có quyền" in data.found


@pytest.mark.parametrize(("free", "state"), [(TIGHT, GOOD), (TIGHT - 1, WORSE), (FULL, WORSE), (FULL - 1, FAILED)])
def test_a_disk_that_is_nearly_full_is_told(place: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: State
                                            ) -> None:  # fmt: skip
    usage: Any = SimpleNamespace(free=free)
    monkeypatch.setattr(folders.shutil, "disk_usage", lambda _: usage)
    assert [verdict.state for verdict in look_at_folders(str(place))][-1] is state


def test_a_synchronised_folder_is_a_remark(place: Path) -> None:
    synced = place.rename(place.with_name("OneDrive - Sở Y tế"))
    assert [verdict.about for verdict in look_at_folders(str(synced)) if verdict.state is WORSE] == ["Thư mục đồng bộ"]
