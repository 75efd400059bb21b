"""Whole files through the gate."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from report_utils.cli import main
from report_utils.intake.preflight import RefusedFileError
from report_utils.privacy.scan import ASIDE, FILE, scan_file
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.verdict import Kind, Verdict, blocks
from report_utils.run.privacy_scan import scan_lines

ROWS = "Họ tên;Số điện thoại;Số hồ sơ\n" + "".join(
    f"Nguyễn Văn {c};09123{n}456;{n}\n" for n, c in enumerate("ABCDEFGH", 10)
)


def workbook(path: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Công bố"
    sheet.append(["Người lập biểu: bà Lê Thị Bình, 0912345678"])
    sheet.append(["Xã", "Số lượng cơ sở"])
    for number, ward in enumerate(("Long Sơn", "Hòa Long", "Tân Hưng"), 10):
        sheet.append([ward, number])
    sheet["A3"].comment = Comment("hỏi ông Trần Văn Cường 0987654321", "Phạm Thị Máy")
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "veryHidden"
    hidden.append(["CCCD"])
    hidden.append(["077185000111"])
    book.properties.creator = "Vũ Thị Soạn"
    book.defined_names["NGUON"] = DefinedName("NGUON", attr_text='"D:\\cua binh\\nguon.xlsx"')
    book.save(path)
    return path


def scan(path: Path) -> dict[tuple[str, str], tuple[Verdict, Kind | None]]:
    return {(found.table, found.column): (found.verdict, found.kind) for found in scan_file(path, GateSettings())}


def test_the_agency_may_be_the_author_of_a_file_and_a_person_may_not(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Xã", "Số lượng cơ sở"])
    book.worksheets[0].append(["Long Sơn", 12])
    book.properties.creator, book.properties.lastModifiedBy = "Sở Y tế tỉnh Bà Rịa - Vũng Tàu", "Vũ Thị Soạn"
    book.save(tmp_path / "a.xlsx")
    carried = {column: verdict for (table, column), (verdict, _) in scan(tmp_path / "a.xlsx").items() if table == FILE}
    assert carried == {"Người sửa cuối": Verdict.WARN}


@pytest.mark.parametrize("text", [
    "Hä vµ tªn,Ngµy sinh\nNguyÔn ThÞ §Ìo,01/02/1990\nTrÇn V¨n B×nh,03/04/1985\n",
    "Hoï vaø teân,Ngaøy sinh\nNguyeãn Thò Ñeøo,01/02/1990\nTraàn Vaên Bình,03/04/1985\n",
    "Họ và tên,Ngày sinh\nNguyễn Thị Đèo,01/02/1990\nTrần Văn Bình,03/04/1985\n".encode().decode("latin-1"),
])
def test_old_fonts_and_misread_letters_hide_nobody(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    found = {column: kind for (_, column), (_, kind) in scan(tmp_path / "a.csv").items()}
    assert found == {"Họ và tên": Kind.FULL_NAME, "Ngày sinh": Kind.BIRTH_DATE}


def test_names_under_the_second_table_of_a_sheet_are_found(tmp_path: Path) -> None:
    rows = ["Xã,Số cơ sở", "Long Sơn,12", "Hòa Long,15", "Tân Hưng,9", ",", "Danh sách phụ trách,", "Họ tên,Số ĐT",
            "Nguyễn Văn An,0912345678", "Trần Thị Bình,0987654321"]
    (tmp_path / "a.csv").write_text("\n".join(rows), encoding="utf-8")
    found = scan(tmp_path / "a.csv")
    assert found["a", "Họ tên"] == (Verdict.BLOCK, Kind.FULL_NAME)
    assert found["a", "Xã"] == (Verdict.PASS, None)


def test_a_long_field_is_read_and_lists_of_the_process_keep_their_limit(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    (tmp_path / "a.csv").write_text(f"Xã,Ghi chú\nLong Sơn,{'a' * before}b\n", encoding="utf-8")
    assert ("a", "Ghi chú") in scan(tmp_path / "a.csv")
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_files_are_read_in_every_usual_writing(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "danh sach.csv"
    path.write_text(ROWS.replace(";", separator), encoding=encoding)
    assert scan(path) == {
        ("danh sach", "Họ tên"): (Verdict.BLOCK, Kind.FULL_NAME),
        ("danh sach", "Số điện thoại"): (Verdict.BLOCK, Kind.PHONE),
        ("danh sach", "Số hồ sơ"): (Verdict.PASS, None),
    }


def test_a_workbook_is_searched_beyond_its_visible_cells(tmp_path: Path) -> None:
    found = scan(workbook(tmp_path / "a.xlsx"))
    assert found["Công bố", "Số lượng cơ sở"] == (Verdict.PASS, None)
    assert found["Công bố", ASIDE][0] is Verdict.BLOCK
    assert found["Ẩn", "CCCD"] == (Verdict.BLOCK, Kind.CITIZEN_ID)
    assert found[FILE, "Chú thích (comment)"][0] is Verdict.BLOCK
    assert found[FILE, "Tác giả"] == (Verdict.WARN, Kind.FULL_NAME)
    assert found[FILE, "Tác giả chú thích"] == (Verdict.WARN, Kind.FULL_NAME)
    assert found[FILE, "Đường dẫn trên máy"][0] is Verdict.WARN


def test_the_printed_table_shows_no_value(tmp_path: Path) -> None:
    verdicts = scan_file(workbook(tmp_path / "a.xlsx"), GateSettings())
    printed = "\n".join(scan_lines(verdicts))
    assert blocks(verdicts)
    assert "CHẶN" in printed
    assert not any(value in printed for value in ("0912345678", "Lê Thị Bình", "077185000111", "Vũ Thị Soạn", "binh"))


@pytest.mark.parametrize(("name", "data"), [
    ("a.csv", "Họ tên\nNguyễn".encode("cp1258", "replace") + b"\xff\xe3"),
    ("a.xlsx", b"PK\x03\x04 broken"), ("a.csv", b""),
    ("a.csv", b"a,b\n\0\0\0"), ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_in_vietnamese(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RefusedFileError, match="Không đọc tệp"):
        scan_file(tmp_path / name, GateSettings())


def test_the_command_prints_one_object_a_line_and_fails_on_a_block(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["scan", str(tmp_path / "a.csv"), "--json"])
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert ended.value.code == 1
    assert {
        "file": "a.csv",
        "table": "a",
        "column": "Họ tên",
        "letter": "A",
        "verdict": "block",
        "kind": "full_name",
        "found_in": 8,
        "of": 8,
    }.items() <= first.items()


@pytest.mark.parametrize(("text", "status"), [("Xã,Số cơ sở\nLong Sơn,12\n", 0), (None, 2)])
def test_the_exit_status_tells_clean_from_unreadable(tmp_path: Path, text: str | None, status: int) -> None:
    if text:
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["scan", str(tmp_path / "a.csv")])
    assert ended.value.code == status
