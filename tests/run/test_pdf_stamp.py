"""Same Word file, same PDF; and a PDF says which Word file it shows."""

import datetime as dt
import hashlib
import re

import pytest
from tests.run.conftest import PDF

from report_utils.run.pdf_stamp import source_of, stamped

DAY = dt.date(2024, 9, 14)
SOURCE = hashlib.sha256(b"word").hexdigest()


def test_the_clock_is_replaced_by_the_day_of_the_word_file() -> None:
    pdf = stamped(PDF, SOURCE, DAY)
    assert b"/CreationDate(D:20240914000000Z')" in pdf
    assert b"<xmp:CreateDate>2024-09-14T00:00:00Z<" in pdf


def test_another_minute_and_another_identifier_give_the_same_bytes() -> None:
    later = PDF.replace(b"1643", b"2359").replace(b"16:43", b"23:59").replace(b"A" * 32, b"C" * 32)
    assert later != PDF
    assert stamped(later, SOURCE, DAY) == stamped(PDF, SOURCE, DAY)


def test_nothing_moves() -> None:
    assert len(stamped(PDF, SOURCE, DAY)) == len(PDF)


def test_the_word_file_is_known_until_somebody_changes_the_pdf() -> None:
    pdf = stamped(PDF, SOURCE, DAY)
    assert source_of(pdf) == SOURCE[:32]
    assert source_of(pdf + b"signed") == ""
    assert source_of(pdf.replace(b"Tinos", b"Arial")) == ""


@pytest.mark.parametrize("pdf", [PDF, b"", b"%PDF-1.6 /ID [ <12> <34> ]", b"/ID"])
def test_the_word_file_of_any_other_pdf_is_not_known(pdf: bytes) -> None:
    assert source_of(pdf) == ""


def test_a_pdf_without_identifier_gets_only_its_day() -> None:
    bare = re.sub(rb"/ID[^\]]*\]", b"", PDF)
    pdf = stamped(bare, SOURCE, DAY)
    assert b"D:20240914000000Z" in pdf
    assert b"0" * 32 not in pdf


def test_only_the_last_identifier_counts() -> None:
    text = b"%PDF-1.6 (/ID [ <" + b"D" * 32 + b"> <" + b"D" * 32 + b"> ])"
    assert stamped(text + PDF, SOURCE, DAY).startswith(text)
