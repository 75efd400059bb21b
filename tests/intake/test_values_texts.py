"""Texts, codes, choices and marks in cells, each case named by its fault."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.forms.table import Kind
from report_utils.forms.tables import TABLES
from report_utils.intake.values import ColumnFacts, is_blank, read_value, shown
from report_utils.intake.wording import form_vocabulary
from report_utils.vietnamese.legacy import Encoding

FORM = ColumnFacts(vocabulary=form_vocabulary(TABLES.values()))
TEXTS = {
    "ordinary": ("Tổng cộng hồ sơ", "Tổng cộng hồ sơ", ""),
    "decomposed": ("Tô\u0309ng cô\u0323ng", "Tổng cộng", ""),
    "spaces around": ("  a b \n", "a b", ""),
    "carriage returns": ("a\r\nb", "a\nb", ""),
    "no-break space": ("a\u00a0b", "a b", ""),
    "zero-width space": ("a\u200bb", "ab", "E04"),
    "soft hyphen in a Unicode text": ("Tổng\u00ad cộng", "Tổng cộng", "E04"),
    "only invisible characters": ("\u200b", None, "E04"),
    "lone surrogate": ("a\ud800", "a", "E04"),
    "false Đ": ("Ðúng hạn", "Đúng hạn", "E04"),
    "whole number": (5.0, "5", ""),
    "decimal number": (1.5, "1.5", ""),
    "number with noise": (0.1 + 0.2, "0.3", ""),
    "date": (dt.date(2024, 2, 5), "05/02/2024", "O19"),
    "truth value": (True, None, "O20"),
    "dash": ("-", None, "O22"),
    "ditto mark": ('"', None, "O22"),
    "half converted": ("Bệnh viện đã triÓn khai sè hãa hå s¬", None, "E05"),
    "one word of TCVN3": ("UBND huyÖn", None, "E05"),
    "one word of VNI": ("Chính phuû", None, "E05"),
    "TCVN3": ("Sè l\u00adîng hå s¬ tiÕp nhËn", "Số lượng hồ sơ tiếp nhận", "E01"),
    "VNI": ("Soá löôïng hoà sô tieáp nhaän", "Số lượng hồ sơ tiếp nhận", "E01"),
    "TCVN3 capitals": ("Sè L\u00adîNG Hå S¬ TIÕP NHËN", "SỐ LƯỢNG HỒ SƠ TIẾP NHẬN", "E01"),
    "old encoding of unknown words": ("Bµ NguyÔn ThÞ Ng¸t", None, "E05"),
    "UTF-8 misread": ("Tá»•ng cá»™ng há»“ sÆ¡", None, "E02"),
    "lost letters": ("Tr\ufffdc h\ufffdn", None, "E03"),
    "question marks for letters": ("Tr??c h?n", None, "E03"),
    "foreign name": ("Café José Müller", "Café José Müller", ""),
    "a question": ("Có phải không?", "Có phải không?", ""),
    "square metres": ("100 m²", "100 m²", ""),
    "cut by Excel": ("a" * 32_767, "a" * 32_767, "O18"),
    "error": ("#N/A", None, "O06"),
    "hash in a text": ("Mục #1", "Mục #1", ""),
    "formula text": ("=1+1", "=1+1", ""),
    "Markdown": ("# a", "# a", ""),
    "control characters": ("a\x07b", "ab", "E04"),
}


@pytest.mark.parametrize("fault", TEXTS)
def test_texts(fault: str) -> None:
    raw, value, code = TEXTS[fault]
    reading = read_value(raw, Kind.TEXT, FORM)
    assert (reading.value, reading.code) == (value, code)


def test_a_misread_text_is_proposed_and_not_taken() -> None:
    assert read_value("Tá»•ng cá»™ng há»“ sÆ¡", Kind.TEXT).suggestion == " Có phải là «Tổng cộng hồ sơ»?"


def test_a_cell_of_a_sheet_in_an_old_encoding_is_decoded_without_a_word_of_its_own() -> None:
    facts = ColumnFacts(encoding=Encoding.TCVN3)
    assert read_value("Cã", Kind.CHOICE, ColumnFacts(encoding=Encoding.TCVN3, choices=("Có", "Không"))) == (
        "Có", "", "", "", "", "")
    assert read_value("l\u00adu ý", Kind.TEXT, facts).value == "lưu ý"


CHOICES = ("Có", "Không", "Đã thực hiện", "Bà Rịa - Vũng Tàu", "Hòa Bình", "1", "XLSX")
CHOSEN = {
    "exact": ("Đã thực hiện", "Đã thực hiện", ""),
    "other case": ("ĐÃ THỰC HIỆN", "Đã thực hiện", ""),
    "decomposed": ("Đa\u0303 thư\u0323c hiê\u0323n", "Đã thực hiện", ""),
    "other place of the tone": ("Hoà Bình", "Hòa Bình", ""),
    "other dash": ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu", ""),
    "more spaces": ("Đã  thực\u00a0hiện ", "Đã thực hiện", ""),
    "false Đ": ("Ðã thực hiện", "Đã thực hiện", "E04"),
    "full stop": ("Đã thực hiện.", "Đã thực hiện", ""),
    "number of the list": (1.0, "1", ""),
    "without marks": ("Da thuc hien", None, "O05"),
    "near miss": ("Đã thực hiên", None, "O05"),
    "two at once": ("Có, Không", None, "O05"),
    "unknown": ("abc", None, "O05"),
    "truth value": (True, None, "O05"),
    "date": (dt.date(2024, 2, 5), None, "O05"),
    "dash": ("-", None, "O05"),
    "TCVN3": ("Bµ RÞa - Vòng Tµu", "Bà Rịa - Vũng Tàu", "E01"),
    "blank": ("", None, ""),
}


@pytest.mark.parametrize("fault", CHOSEN)
def test_choices(fault: str) -> None:
    raw, value, code = CHOSEN[fault]
    facts = ColumnFacts(choices=CHOICES, vocabulary=form_vocabulary((), CHOICES))
    reading = read_value(raw, Kind.CHOICE, facts)
    assert (reading.value, reading.code) == (value, code)


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.MARK])
@pytest.mark.parametrize("raw", [float("inf"), float("-inf"), float("nan")])
def test_a_number_without_end_is_no_choice_and_no_mark(raw: float, kind: Kind) -> None:
    reading = read_value(raw, kind, ColumnFacts(choices=CHOICES))
    assert (reading.value, reading.code) == (None, "O05")


def test_a_near_miss_is_suggested() -> None:
    reading = read_value("Đã thực hiên", Kind.CHOICE, ColumnFacts(choices=CHOICES))
    assert reading.suggestion == " Gần nhất: «Đã thực hiện»."


@pytest.mark.parametrize(("typed", "near"), [
    ("Chưa thực hiện", ""), ("Không thực hiện", " Gần nhất: «Không»."), ("chua thuc hien", ""), ("Ko thực hiện", ""),
    ("Chưathực hiện", ""), ("Chùa thực hiện", " Gần nhất: «Đã thực hiện»."), ("Khôngg", " Gần nhất: «Không»."),
])  # fmt: skip
def test_what_is_denied_is_never_suggested_to_be_so(typed: str, near: str) -> None:
    reading = read_value(typed, Kind.CHOICE, ColumnFacts(choices=CHOICES))
    assert (reading.code, reading.suggestion) == ("O05", near)


@pytest.mark.parametrize("typed", ["Thực hiện", "Đã thực hiện rồi", "Hoàn thành"])
def test_what_is_so_is_never_suggested_to_be_denied(typed: str) -> None:
    denied = ("Chưa thực hiện", "Không thực hiện", "Chưa hoàn thành")
    assert read_value(typed, Kind.CHOICE, ColumnFacts(choices=denied)).suggestion == ""


def test_a_column_without_a_list_takes_any_text() -> None:
    assert read_value("abc", Kind.CHOICE).value == "abc"


KEYS = ("05", "12", "1.1", "1.10", "2.5", "TT-01", "NV07", "007", "7")
CODES = {
    "exact": ("05", "05", ""),
    "number that lost its zero": (5.0, "05", "O15"),
    "text that lost its zero": ("5", "05", "O15"),
    "number that lost nothing": (12.0, "12", ""),
    "number that could be two codes": (1.1, None, "O16"),
    "text of one of two codes": ("1.10", "1.10", ""),
    "number with decimals": (2.5, "2.5", ""),
    "other case and dash": ("tt–01", "TT-01", ""),
    "number with and without zeros": (7.0, None, "O16"),
    "text with zeros": ("007", "007", ""),
    "unknown": ("99", "99", ""),
    "unknown word": ("abc", "abc", ""),
    "date made of 1.2": (dt.date(2024, 2, 1), None, "O09"),
    "sixteen digits as a number": (1234567890123456.0, None, "O14"),
    "blank": ("", None, ""),
    "error": ("#REF!", None, "O06"),
}


@pytest.mark.parametrize("fault", CODES)
def test_codes(fault: str) -> None:
    raw, value, code = CODES[fault]
    reading = read_value(raw, Kind.CODE, ColumnFacts(keys=KEYS))
    assert (reading.value, reading.code) == (value, code)


def test_a_code_without_known_keys_stays_as_typed() -> None:
    assert read_value("012/QĐ-SYT", Kind.CODE).value == "012/QĐ-SYT"
    assert read_value(12.0, Kind.CODE).value == "12"


@pytest.mark.parametrize("raw", ["x", "X", " x ", "×", "✓", "✔", "☑", "☒", "√", "có", "Có", "х", True, 1.0, "\uf0fc",
                                 "x\u200b",
                                 "✓\ufe0f", "TRUE"])
def test_marks(raw: object) -> None:
    assert read_value(raw, Kind.MARK).value is True


@pytest.mark.parametrize("raw", ["", "  ", "☐", "□", False])
def test_no_mark(raw: object) -> None:
    assert read_value(raw, Kind.MARK) == (None, "", "", "", "", "")


@pytest.mark.parametrize("raw", ["0", 0.0, "không", "-", "y", "xx", "?", 2.0, dt.date(2024, 1, 1)])
def test_what_could_mean_either_is_told(raw: object) -> None:
    reading = read_value(raw, Kind.MARK)
    assert (reading.value, reading.code) == (None, "O05")


def test_blank_and_shown() -> None:
    assert is_blank(" \u00a0")
    assert not is_blank(0.0)
    assert (shown(True), shown(1.5), shown(" a "), shown(float("nan"))) == ("TRUE", "1,5", "a", "nan")


@given(st.text(), st.sampled_from([Kind.TEXT, Kind.CODE, Kind.CHOICE, Kind.MARK]))
def test_a_text_is_read_or_something_is_said(raw: str, kind: Kind) -> None:
    reading = read_value(raw, kind, FORM)
    assert reading.value is not None or reading.code or not raw.strip()
