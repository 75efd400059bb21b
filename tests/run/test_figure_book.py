"""figures.xlsx: each figure with its sources and its places, the bookmarks being those of the Word files."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.figures.figure import Figure
from report_utils.figures.quantity import Quantity
from report_utils.findings import CellRef
from report_utils.intake.identifiers import MASK
from report_utils.run.desk import Desk
from report_utils.run.figure_book import book_bytes, load_uses
from report_utils.run.folders import Folders


@pytest.fixture(scope="module")
def book(done: Desk) -> Any:
    return openpyxl.load_workbook(done.folders.reports / "figures.xlsx")


def rows_of(book: Any, sheet: str) -> list[tuple[Any, ...]]:
    return [row for row in book[sheet].iter_rows(min_row=2, values_only=True) if len(row) > 1 and row[1] is not None]


def tree_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def bookmarks_of(word: Path) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(word.read_bytes())) as package:
        text = package.read("word/document.xml").decode()
    return re.findall(r'w:bookmarkStart [^>]*w:name="(f_[^"]+)"', text)


def test_the_book_has_three_sheets_with_headings_that_stay(book: Any) -> None:
    assert book.sheetnames == ["Số liệu", "Nguồn", "Chỗ dùng"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert all(sheet.auto_filter.ref for sheet in book)


def test_every_figure_is_listed_with_its_value_and_rule(book: Any, done: Desk) -> None:
    figures = done.figures()
    codes = {row[0] for row in rows_of(book, "Số liệu")}
    assert {code for code, each in figures.everything().items() if each.quantity.known} <= codes
    [overdue] = [row for row in rows_of(book, "Số liệu") if row[0] == "dossiers.resolved.overdue"]
    assert overdue[2] == figures.figure("dossiers.resolved.overdue").quantity.value
    assert overdue[5].startswith("Tổng cột «Số hồ sơ đã giải quyết - Quá hạn»")


def test_every_figure_is_called_by_its_name_beside_its_code(book: Any, done: Desk) -> None:
    names = {code: figure.label for code, figure in done.figures().everything().items()}
    assert {row[0]: row[1] for row in rows_of(book, "Số liệu") if row[0] in names} == names
    assert names["dossiers.resolved.overdue"] == "Hồ sơ TTHC – Số hồ sơ đã giải quyết - Quá hạn, toàn ngành"
    assert all(row[1] for row in rows_of(book, "Chỗ dùng"))


def test_every_source_cell_is_listed_with_its_value_and_a_link_to_it(book: Any, done: Desk) -> None:
    cells = done.figures().figure("appointments.new").quantity.cells
    listed = [row for row in book["Nguồn"].iter_rows(min_row=2) if row[0].value == "appointments.new"]
    assert [tuple(cell.value for cell in row[1:4]) for row in listed] == [(c.file, c.sheet, c.cell) for c in cells]
    link = listed[0][3].hyperlink
    assert link.target == f"../../../data/raw/syt-brvt/2024-Q3/{cells[0].file}"
    assert link.location == f"'{cells[0].sheet}'!{cells[0].cell}"


def test_the_places_are_the_bookmarks_of_the_word_files_in_their_order(book: Any, done: Desk) -> None:
    told: dict[str, list[str]] = {}
    for row in rows_of(book, "Chỗ dùng"):
        told.setdefault(row[2], []).append(row[6])
    files = {name: bookmarks_of(done.folders.reports / f"{name}.docx") for name in told}
    assert told == files
    assert set(told) == {path.stem for path in done.folders.reports.glob("*.docx") if bookmarks_of(path)}


def test_illustrative_data_is_marked(book: Any) -> None:
    feet = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows(min_row=sheet.max_row)]
    assert [foot[0] for foot in feet] == ["Số liệu minh họa, không phải số liệu chính thức"] * 3


def test_a_document_that_gave_way_to_an_edited_one_is_called_by_its_own_name(done: Desk, tmp_path: Path) -> None:
    folders = Folders(tmp_path / "processed", tmp_path / "reports")
    shutil.copytree(done.folders.processed, folders.processed)
    shutil.copytree(done.folders.reports, folders.reports)
    [(name, uses), *others] = load_uses(folders.processed, folders.reports).items()
    (folders.reports / f"{name}.docx").rename(folders.reports / f"{name} (bản mới).docx")
    Desk(done.reporting, folders).finish({name: f"{name} (bản mới)"})
    assert load_uses(folders.processed, folders.reports) == {f"{name} (bản mới)": uses, **dict(others)}
    with closing(openpyxl.load_workbook(folders.reports / "figures.xlsx", read_only=True)) as book:
        assert {row[2] for row in rows_of(book, "Chỗ dùng")} == {f"{name} (bản mới)", *(other for other, _ in others)}


def test_a_document_that_lies_there_no_more_leaves_the_book(done: Desk, tmp_path: Path) -> None:
    reports = shutil.copytree(done.folders.reports, tmp_path / "reports")
    before = load_uses(done.folders.processed, reports)
    gone = next(iter(before))
    (reports / f"{gone}.docx").unlink()
    assert load_uses(done.folders.processed, reports) == {name: uses for name, uses in before.items() if name != gone}


def test_another_look_at_the_submissions_leaves_the_places_known(done: Desk, tmp_path: Path) -> None:
    folders = Folders(tmp_path / "processed", tmp_path / "reports")
    shutil.copytree(done.folders.processed, folders.processed)
    shutil.copytree(done.folders.reports, folders.reports)
    before = tree_of(folders.processed)
    desk = Desk(done.reporting, folders)
    desk.receive()
    desk.check()
    assert {name: data for name, data in tree_of(folders.processed).items() if name in before} == before


def test_an_entry_of_the_settings_is_linked_to_its_list(book: Any) -> None:
    [row, *_] = [row for row in book["Nguồn"].iter_rows(min_row=2) if str(row[1].value).startswith("params/")]
    assert row[3].hyperlink.target == f"../../../{row[1].value}"
    assert row[3].hyperlink.location is None


def test_what_is_named_after_a_person_is_not_linked(done: Desk) -> None:
    figures = done.figures()
    source, masked = figures.source, f"{MASK}1a2b].xlsx"
    received = (replace(source.dataset.received[0], file=masked), *source.dataset.received[1:])
    figures = replace(figures, source=replace(source, dataset=replace(source.dataset, received=received)))
    cells = (CellRef(masked, "Bổ nhiệm", "C8"), CellRef(received[1].file, f"{MASK}3c4d]", "C8"))
    figure = Figure("appointments.new", Quantity(Decimal(1), cells), "Tổng cột")
    book = openpyxl.load_workbook(io.BytesIO(book_bytes(figures, [figure], {}, "")))
    assert [cell.hyperlink for cell in book["Nguồn"]["D"][1:]] == [None, None]
