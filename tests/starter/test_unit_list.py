"""Lists of units as lines, CSV and XLSX."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

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


SHEET = (("Mã", "Tên", "Nhóm"), ("vp", "Văn phòng Sở"), (12, "Trung tâm Y tế số 12"), (None, None),
         ("p", "Ban A", "office"))  # fmt: skip
COVER = (("Ngày lập", dt.date(2025, 1, 2)), ("Người lập", True))


def saved(path: Path, *sheets: tuple[tuple[Any, ...], ...]) -> Path:
    """A workbook with these sheets."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, rows in enumerate(sheets, start=1):
        sheet = workbook.create_sheet(f"Trang {number}")
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


@pytest.mark.parametrize("sheets", [(SHEET,), ((), SHEET), (COVER, SHEET, COVER), (SHEET[1:], ()), ((), SHEET[1:])])
def test_an_excel_list_is_the_first_sheet_with_headings_else_the_first_with_rows(tmp_path: Path, sheets: Any) -> None:
    assert units_in(saved(tmp_path / "đơn vị.xlsx", *sheets)) == THREE


@pytest.mark.parametrize("sheets", [((),), ((), ()), (SHEET[:1],)])
def test_a_list_without_a_unit_is_refused(tmp_path: Path, sheets: Any) -> None:
    with pytest.raises(SettingsError, match="không có đơn vị nào trong danh sách"):
        units_in(saved(tmp_path / "a.xlsx", *sheets))


@pytest.mark.parametrize(("cell", "shown"), [
    (True, "giá trị TRUE"), (dt.date(2025, 1, 2), r"ngày hoặc giờ \(2025-01-02\)"), (dt.time(8, 30), "ngày hoặc giờ"),
])  # fmt: skip
def test_a_cell_of_a_list_that_is_no_text_is_never_a_name(tmp_path: Path, cell: object, shown: str) -> None:
    path = saved(tmp_path / "a.xlsx", COVER, ((), ("Mã", "Tên"), ("vp", cell)))
    with pytest.raises(SettingsError, match=f"a.xlsx, mục «sheet «Trang 2», dòng 3»: có ô chứa {shown}"):
        units_in(path)


def test_a_quoted_name_over_two_lines_keeps_its_space(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('mã,tên\r\nbv,"Bệnh viện\r\nđa khoa"\r\nvp,Văn\u2028phòng\r\nkhtc\r\n'.encode())
    with pytest.raises(SettingsError, match="mục «dòng 5»: «khtc»"):
        units_in(path)
    path.write_bytes('mã,tên\r\nbv,"Bệnh viện\r\nđa khoa"\r\nvp,Văn\u2028phòng\r\n'.encode())
    assert units_in(path) == [("bv", "Bệnh viện đa khoa", "affiliated"), ("vp", "Văn phòng", "office")]


@pytest.mark.parametrize("row", ['bv,"Bệnh viện', 'bv,"Bệnh viện\nvp,"Văn phòng"', f"bv,{'a' * 131_073}"],
                         ids=["open quote at the end", "open quote before another", "too long a cell"])  # fmt: skip
def test_a_broken_row_of_a_list_is_named_where_it_begins(tmp_path: Path, row: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"mã,tên\nkhtc,Phòng A\n{row}\nkt,Phòng B\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"a\.csv, mục «dòng 3»: không đọc được dòng này"):
        units_in(path)


@pytest.mark.parametrize(("name", "words"), [
    ("Văn\0phòng", r"ký tự lạ \(U\+0000\)"), ("Văn\x07phòng", "ký tự điều khiển"), ("\u200b", "không được để trống"),
    ("-", "phải có chữ hoặc số"),
])  # fmt: skip
def test_a_name_that_cannot_be_read_is_refused_with_its_row(tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"mã,tên\nvp,{name}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"a\.csv, dòng 2, mục «name»: .*{words}"):
        units_in(path)


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
