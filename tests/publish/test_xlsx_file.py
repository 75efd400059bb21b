"""The published workbook: values as they are, and nothing that was not meant for the public."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest

from report_utils.intake.book import open_book
from report_utils.opc import unpack
from report_utils.publish.publisher import info_lines
from report_utils.publish.xlsx_file import packed, xlsx_parts


@pytest.fixture
def content(data, publisher):
    return packed(xlsx_parts(data, info_lines(data.about, publisher)))


@pytest.fixture
def workbook(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_values_are_read_back_as_they_were_sent(workbook):
    rows = [tuple(value.date() if isinstance(value, dt.datetime) else value for value in row)
            for row in workbook["Dữ liệu"].iter_rows(values_only=True)]
    assert rows[0] == ("Mã cơ sở", "Tên cơ sở", "Số giường", "Công suất", "Ngày cấp", "Còn hoạt động")
    assert rows[1] == ("007", "Bệnh viện \"A\", cơ sở 1", 120, 92.4, dt.date(2015, 2, 6), True)
    assert rows[3] == ("009", "Dòng một_x000D_Dòng hai", None, 1e-7, dt.date(1900, 3, 1), True)
    assert rows[4] == ("010", None, 12345678901, 75, dt.date(2024, 9, 1), True)
    assert rows[5][1] == "-5 và <b>&</b> _x005F_x000D_"


def test_our_own_reader_opens_it(content, tmp_path):
    path = tmp_path / "tap.xlsx"
    path.write_bytes(content)
    grid = open_book(path).grids[0]
    assert grid.rows[2][:3] == ["008", "=HYPERLINK(\"x\")", 0.0]
    assert grid.rows[3][1] == "Dòng một\rDòng hai"


def test_a_text_that_looks_like_a_formula_stays_a_text(workbook):
    cell = workbook["Dữ liệu"]["B3"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=HYPERLINK(\"x\")", True)


def test_headings_and_words_about_the_data_stay_texts_too(data, publisher):
    fields = (replace(data.fields[0], title="=1+1", description="+cmd|x"), *data.fields[1:])
    info = [*info_lines(data.about, publisher), ("Ghi chú", "@SUM(A1)")]
    content = packed(xlsx_parts(replace(data, fields=fields), info))
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheets = [workbook[name] for name in ("Dữ liệu", "Từ điển dữ liệu", "Thông tin")]
    risky = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if str(cell.value)[:1] in "=+@"]
    assert [cell.value for cell in risky] == ["=1+1", "=HYPERLINK(\"x\")", "=1+1", "+cmd|x", "@SUM(A1)"]
    assert all(cell.quotePrefix and cell.data_type == "s" for cell in risky)


def test_nothing_is_hidden_and_nobody_is_named(workbook, content):
    assert [sheet.sheet_state for sheet in workbook.worksheets] == ["visible"] * 3
    names = set(unpack(content))
    assert not [name for name in names if any(word in name for word in ("comment", "docProps", "custom", "external"))]


def test_dictionary_and_terms_go_with_the_data(workbook):
    dictionary = list(workbook["Từ điển dữ liệu"].iter_rows(values_only=True))
    assert dictionary[3] == ("giuong", "Số giường", "Số nguyên", "giường", None, None, "Giường kế hoạch")
    info = dict(workbook["Thông tin"].iter_rows(values_only=True))
    assert info["Giấy phép sử dụng"] == "Sử dụng tự do, ghi rõ nguồn"
    assert info["Ngày cập nhật dữ liệu"] == "10/9/2024"
    assert info["Tính chất số liệu"] == "Số liệu minh họa, không phải số liệu chính thức"
