"""The manifest: inputs, code and outputs, nothing of the clock or the machine."""

import datetime as dt
import getpass
import json
import re
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.run.manifest import build_manifest, edited_files, free_name, save_manifest
from report_utils.run.notebooks import notebooks_of
from report_utils.run.outcome import Outcome


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    (folder / "charts").mkdir(parents=True)
    (folder / "Báo cáo.docx").write_bytes(b"word")
    (folder / "charts" / "a.png").write_bytes(b"png")
    return folder


def manifest(reporting: Reporting, output: Path) -> dict[str, Any]:
    return build_manifest(reporting, notebooks_of(reporting.workspace), output)


def test_every_input_output_and_notebook_is_named_by_its_digest(quarter: Reporting, output: Path) -> None:
    made = manifest(quarter, output)
    assert (made["agency"], made["period"]) == ("syt-brvt", "2024-Q3")
    assert list(made["outputs"]) == ["Báo cáo.docx", "charts/a.png"]
    assert list(made["notebooks"]) == [
        "0_tong_quan.ipynb", "1_tiep_nhan.ipynb", "2_kiem_tra.ipynb", "3_so_lieu.ipynb", "4_bao_cao.ipynb",
        "5_du_lieu_mo.ipynb", "6_ke_hoach.ipynb"
    ]
    inputs = set(made["inputs"])
    assert {"data/raw/syt-brvt/2024-Q3/vp_2024-Q3.xlsx", "data/raw/syt-brvt/2024-H1/khtc_2024-H1.xlsx",
            "params/syt-brvt/agency.yaml", "params/syt-brvt/templates/bao-cao-cchc.md"} <= inputs  # fmt: skip
    digests = [d for part in ("inputs", "notebooks", "outputs") for d in made[part].values()]
    assert all(re.fullmatch("[0-9a-f]{64}", d) for d in digests)


def test_it_holds_no_clock_path_user_or_machine(quarter: Reporting, output: Path) -> None:
    save_manifest(manifest(quarter, output), output)
    text = (output / "manifest.json").read_text(encoding="utf-8")
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    for secret in (str(quarter.workspace.root), str(today), today.strftime("%d/%m/%Y")):
        assert secret not in text
    assert not re.search(r'"/|[A-Z]:\\\\|\d\d:\d\d', text)
    assert not {f'"{getpass.getuser()}"', f'"{socket.gethostname()}"'} & set(re.findall('"[^"]*"', text))


def test_the_same_in_another_folder_is_the_same_manifest(quarter: Reporting, output: Path, tmp_path: Path) -> None:
    shutil.copytree(quarter.workspace.root, tmp_path / "khác")
    other = open_reporting("syt-brvt", "2024-Q3", str(tmp_path / "khác"))
    assert json.dumps(manifest(quarter, output)) == json.dumps(manifest(other, output))


@pytest.mark.parametrize("name", ["data/raw/syt-brvt/2024-Q3/vp_2024-Q3.xlsx", "params/syt-brvt/indicators.csv"])
def test_another_input_is_another_manifest(quarter: Reporting, output: Path, root: Path, name: str) -> None:
    before = manifest(quarter, output)["inputs"]
    with (root / name).open("ab") as file:
        file.write(b"\n")
    after = manifest(quarter, output)["inputs"]
    assert [key for key in before if before[key] != after[key]] == [name]


# Edited files


def test_without_a_manifest_every_word_file_is_somebodys(output: Path) -> None:
    assert [path.name for path in edited_files(output)] == ["Báo cáo.docx"]


def test_a_manifest_that_cannot_be_read_protects_every_word_file(output: Path) -> None:
    (output / "manifest.json").write_text("{", encoding="utf-8")
    (output / "outcome.json").write_text("[]", encoding="utf-8")
    assert [path.name for path in edited_files(output)] == ["Báo cáo.docx"]


def test_what_the_run_wrote_is_not_edited(quarter: Reporting, output: Path) -> None:
    save_manifest(manifest(quarter, output), output)
    assert edited_files(output) == []
    (output / "Báo cáo.docx").write_bytes(b"edited")
    assert [path.name for path in edited_files(output)] == ["Báo cáo.docx"]


def test_what_the_last_notebook_wrote_is_not_edited(output: Path) -> None:
    digest = "f2cf94dbd2d1f57d7d5d8aea06c92ed9d9a02a2ed5ae1f2b3a3dd1a7d8bf07b8"
    Outcome("Báo cáo.docx", False, (), (), 0, 0, digest).save(output)
    assert [path.name for path in edited_files(output)] == ["Báo cáo.docx"]


def test_a_free_name_is_counted_up() -> None:
    assert free_name("a.docx", set()) == "a.docx"
    assert free_name("a.docx", {"a.docx"}) == "a (bản mới).docx"
    assert free_name("a.pdf", {"a.pdf"}) == "a (bản mới).pdf"
    assert free_name("a.docx", {"a.docx", "a (bản mới).docx"}) == "a (bản mới 2).docx"
