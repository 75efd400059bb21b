"""Lists of units as lines, CSV and XLSX."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from report_utils.errors import SettingsError
from report_utils.starter.unit_list import group_of, listed_units, read_units

THREE = [("vp", "Văn phòng Sở", "office"), ("12", "Trung tâm Y tế số 12", "affiliated"), ("p", "Ban A", "office")]


def units_in(path: Path) -> list[tuple[str, str, str]]:
    return [(unit.code, unit.name, unit.group) for unit in read_units(path, path.name)]


@pytest.mark.parametrize("text", [
    "code,name,group\nvp,Văn phòng Sở,\n12,Trung tâm Y tế số 12\n\np,Ban A,office\n",
    "\ufeffMã đơn vị;Tên;Nhóm\r\nvp;Văn phòng  Sở;\r\n12;Trung tâm Y tế số 12;affiliated\r\np;Ban A;office\r\n",
    "vp;Văn phòng Sở\n12;Trung tâm Y tế số 12\np;Ban A;office\n",
])  # fmt: skip
def test_a_csv_list_may_have_a_header_and_either_separator(tmp_path: Path, text: str) -> None:
    path = tmp_path / "đơn vị.csv"
    path.write_bytes(text.encode())
    assert units_in(path) == THREE


def test_an_excel_list_is_its_first_sheet(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (("Mã", "Tên", "Nhóm"), ("vp", "Văn phòng Sở"), (12, "Trung tâm Y tế số 12"), (None, None),
                ("p", "Ban A", "office")):
        workbook.worksheets[0].append(row)
    path = tmp_path / "đơn vị.xlsx"
    workbook.save(path)
    assert units_in(path) == THREE


def test_a_list_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken, spoiled = tmp_path / "hỏng.xlsx", tmp_path / "sai.csv"
    broken.write_bytes(b"no zip at all")
    spoiled.write_bytes("vp;Văn phòng".encode("utf-16"))
    for path, words in ((broken, "không đọc được tệp Excel này"), (spoiled, "phải lưu dạng UTF-8"),
                        (tmp_path / "không.xlsx", "không có tệp này")):  # fmt: skip
        with pytest.raises(SettingsError, match=words):
            read_units(path, path.name)


def test_a_wrong_row_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mã,tên\nvp,Văn phòng\nkhtc\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"a\.csv, mục «dòng 3»: «khtc» phải ghi dạng mã;tên đơn vị"):
        read_units(path, path.name)


@pytest.mark.parametrize(("name", "group"), [
    ("Trung tâm Phục vụ hành chính công", "one_stop"), ("VĂN PHÒNG SỞ", "office"), ("Phòng Nghiệp vụ Y", "office"),
    ("Thanh tra", "office"), ("Phòng khám đa khoa", "affiliated"), ("Bệnh viện A", "affiliated"),
    ("Chi cục Dân số", "affiliated"),
])  # fmt: skip
def test_a_name_tells_the_group(name: str, group: str) -> None:
    assert group_of(name) == group


def test_a_group_that_is_written_counts() -> None:
    assert listed_units(["tt;Trung tâm A;office"], "a")[0].group == "office"
