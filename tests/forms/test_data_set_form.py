"""The workbook for a data set: what is typed into it is what is read, and what the catalogue knows stands there."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_utils.forms.data_set_form import data_set_form, form_path
from report_utils.intake.book import open_book
from report_utils.publish.sending import read_sending

ABOUT = {"updated": dt.date(2024, 9, 10), "source": "Sổ theo dõi", "nature": "Chính thức"}
FIELDS = [
    {"title": "Mã cơ sở", "type": "Mã số", "description": "Mã", "key": "x"},
    {"title": "Tên cơ sở", "type": "Văn bản", "description": "Tên"},
    {"title": "Số giường", "type": "Số nguyên", "unit": "giường", "description": "Giường"},
    {"title": "Công suất", "type": "Số thập phân", "description": "Công suất"},
    {"title": "Ngày cấp", "type": "Ngày", "description": "Ngày"},
    {"title": "Còn hoạt động", "type": "Đánh dấu x", "description": "Tại ngày cập nhật"},
]
NAMES = st.text("abcđêôưBVàảãáạ 0123456789=+-@", min_size=1, max_size=20).map(lambda text: f"Cơ sở {text}".strip())
ROWS = st.lists(st.fixed_dictionaries({
    "Tên cơ sở": NAMES, "Số giường": st.integers(0, 10**6), "Công suất": st.decimals(0, 1000, places=2),
    "Ngày cấp": st.dates(dt.date(2000, 1, 1), dt.date(2024, 9, 1)), "Còn hoạt động": st.sampled_from(["x", None]),
}), min_size=1, max_size=6)


@pytest.fixture
def entry(quarter):
    return quarter.agency.catalogues.open_data[2]


def test_the_catalogue_fills_in_what_it_knows(quarter, entry):
    sheet = openpyxl.load_workbook(io.BytesIO(data_set_form(quarter, entry)))["Tập dữ liệu"]
    lines = dict(sheet.iter_rows(min_row=3, max_col=2, values_only=True))
    assert lines["TT trong kế hoạch"] == "3"
    assert lines["Tên dữ liệu"] == "Số giường bệnh của các cơ sở khám bệnh, chữa bệnh"
    assert lines["Đơn vị chủ trì"] == "Văn phòng Sở Y tế"
    assert lines["Ngày cập nhật dữ liệu"] is None


def test_the_same_form_has_the_same_bytes(quarter, entry):
    assert data_set_form(quarter, entry, ABOUT, FIELDS) == data_set_form(quarter, entry, ABOUT, FIELDS)


def test_known_lines_are_locked_and_the_others_open(quarter, entry):
    sheet = openpyxl.load_workbook(io.BytesIO(data_set_form(quarter, entry)))["Tập dữ liệu"]
    locked = {sheet.cell(row, 1).value: sheet.cell(row, 2).protection.locked for row in range(3, 18)}
    assert sheet.protection.sheet
    assert locked["Tên dữ liệu"]
    assert not locked["Ngày cập nhật dữ liệu"]


def test_each_data_set_has_a_file_of_its_own(quarter):
    paths = [form_path(entry) for entry in quarter.agency.catalogues.open_data]
    assert paths[0] == "du-lieu-mo/001.xlsx"
    assert len(set(paths)) == len(paths)


@settings(max_examples=15, deadline=None)
@given(rows=ROWS)
def test_what_is_typed_is_what_is_read(quarter, tmp_path_factory, rows):
    entry = quarter.agency.catalogues.open_data[2]
    numbered = [{"Mã cơ sở": f"{i:03d}", **row} for i, row in enumerate(rows)]
    path = tmp_path_factory.mktemp("tập") / "003.xlsx"
    path.write_bytes(data_set_form(quarter, entry, ABOUT, FIELDS, numbered))
    sending = read_sending(quarter, open_book(path))
    assert sending.is_right, [found.message for found in sending.findings]
    read = [dict(zip([field["title"] for field in FIELDS], values, strict=True))
            for values in zip(*sending.data.columns, strict=True)]
    assert read == [{**row, "Công suất": Decimal(row["Công suất"]), "Còn hoạt động": row["Còn hoạt động"] == "x"}
                    for row in numbered]
