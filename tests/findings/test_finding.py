"""A finding knows its cells, its order among others, and how it is written to files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from report_utils.findings import CellRef, Finding, errors, finding, ordered
from report_utils.findings.files import CSV_NAME, load_findings, save_findings

SHEET = "Hồ sơ TTHC"


def blank_cell(cell: str, unit: str = "Bệnh viện Bà Rịa", file: str = "bvbr_2024-Q3.xlsx") -> Finding:
    return finding("O01", unit=unit, at=CellRef(file, SHEET, cell), column="Lĩnh vực")


@pytest.fixture
def larger_part() -> Finding:
    return finding("V03", unit="Bệnh viện Bà Rịa", at=CellRef("bvbr.xlsx", "Biên chế, tuyển dụng", "G9"), found="84",
                   expected="83", row="Bệnh viện Bà Rịa", part="Đã tuyển", whole="Chỉ tiêu",
                   related=(CellRef("bvbr.xlsx", "Biên chế, tuyển dụng", "F9"),))


def test_a_place_is_shown_from_the_file_to_the_cell() -> None:
    assert str(CellRef("bvbr.xlsx", SHEET, "F10")) == "bvbr.xlsx › Hồ sơ TTHC › F10"
    assert str(CellRef("bvbr.xlsx")) == "bvbr.xlsx"


def test_a_finding_says_what_is_wrong_and_how_to_mend_it(larger_part: Finding) -> None:
    assert larger_part.message == "Dòng «Bệnh viện Bà Rịa»: Đã tuyển = 84 lớn hơn Chỉ tiêu = 83."
    assert larger_part.mend == "Đối chiếu các ô liên quan trong dòng, sửa ô sai."


def test_the_cell_to_look_at_first_comes_first(larger_part: Finding) -> None:
    assert [place.cell for place in larger_part.cells] == ["G9", "F9"]
    assert finding("N01", unit="Bệnh viện Bà Rịa").cells == ()


def test_braces_typed_by_a_unit_do_no_harm() -> None:
    found = finding("O04", at=CellRef("a.xlsx", "S", "A1"), found="{unit} {0}", column="Ngày {x}")
    assert found.message == "Cột «Ngày {x}» cần một ngày, ô ghi «{unit} {0}»."


def test_errors_come_first_then_units_then_cells_in_reading_order() -> None:
    late = finding("N07", unit="Bệnh viện Bà Rịa", sent="17/9/2024", deadline="16/9/2024")
    other = blank_cell("A1", "Trung tâm Y tế thành phố Vũng Tàu", "ttyt-vt_2024-Q3.xlsx")
    cells = [blank_cell(cell) for cell in ("B2", "AA2", "A9", "C10", "A11")]
    assert ordered([late, other, *reversed(cells)]) == [*cells, other, late]


def test_a_finding_is_kept_once() -> None:
    assert ordered([blank_cell("A1"), blank_cell("A1")]) == [blank_cell("A1")]


def test_only_errors_make_a_draft() -> None:
    late = finding("N07", unit="A", sent="", deadline="")
    assert list(errors([late, blank_cell("A1")])) == [blank_cell("A1")]


def test_the_json_line_has_the_keys_of_every_command(larger_part: Finding) -> None:
    line = larger_part.as_json()
    assert {"rule", "severity", "file", "sheet", "cell", "element", "text", "figure", "message"} <= line.keys()
    assert (line["rule"], line["severity"], line["text"]) == ("V03", "lỗi", "84")
    assert line["element"] == "bvbr.xlsx › Biên chế, tuyển dụng › G9"
    assert all(isinstance(value, str) for value in line.values())


def test_findings_read_back_are_those_that_were_written(tmp_path: Path, larger_part: Finding) -> None:
    listed = [larger_part, blank_cell("A1").from_adjustment(), finding("N01", unit="Sở, «A»\n\"B\"")]
    save_findings(listed, tmp_path / "kỳ này")
    assert load_findings(tmp_path / "kỳ này") == listed


def test_the_table_opens_in_excel_with_vietnamese_letters(tmp_path: Path, larger_part: Finding) -> None:
    save_findings([larger_part], tmp_path)
    data = (tmp_path / "findings.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    [row] = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert (row["code"], row["severity"], row["cell"]) == ("V03", "lỗi", "G9")
    assert row["related"] == "bvbr.xlsx › Biên chế, tuyển dụng › F9"


def test_files_are_the_same_bytes_every_time(tmp_path: Path, larger_part: Finding) -> None:
    for name in ("một", "hai"):
        save_findings([larger_part], tmp_path / name)
    for file in ("findings.csv", "findings.json"):
        data = (tmp_path / "một" / file).read_bytes()
        assert data == (tmp_path / "hai" / file).read_bytes()
        assert b"\r" not in data


def test_no_findings_are_an_empty_list(tmp_path: Path) -> None:
    save_findings([], tmp_path)
    assert json.loads((tmp_path / "findings.json").read_text(encoding="utf-8")) == []
    assert load_findings(tmp_path) == []


def test_what_a_unit_typed_is_no_formula_in_the_table_of_findings(tmp_path: Path) -> None:
    save_findings([finding("O02", at=CellRef("a.xlsx", "S", "B2"), column="Số", found=text)
                   for text in ("=1+1", "+cmd|x", "-1+2", "@SUM(1)")], tmp_path)
    rows = list(csv.DictReader((tmp_path / CSV_NAME).read_text(encoding="utf-8-sig").splitlines()))
    assert [row["found"] for row in rows] == ["'=1+1", "'+cmd|x", "'-1+2", "'@SUM(1)"]
