"""Where two versions of a file first differ."""

import io
import zipfile

import pytest

from report_utils.opc import pack
from report_utils.run.first_difference import first_difference

TYPES = {"[Content_Types].xml": b"<Types/>"}
WORD = {**TYPES, "word/document.xml": b"<a>\n<b>1</b></a>", "word/media/image1.png": b"picture"}


@pytest.mark.parametrize(("name", "expected", "found", "words"), [
    ("a.csv", b"x\ny 1\nz", b"x\ny 2\nz", "dòng 2, byte 3"),
    ("a.json", b"{}\n", b"{}\n\n", "dòng 2, byte 1"),
    ("a.parquet", b"PAR1\n1", b"PAR1\n2", "byte 6"),
    ("a.png", b"png", b"pn", "byte 3"),
])  # fmt: skip
def test_the_line_of_a_text_or_the_byte_is_named(name: str, expected: bytes, found: bytes, words: str) -> None:
    assert first_difference(name, expected, found) == words


@pytest.mark.parametrize(("change", "words"), [
    ({"word/document.xml": b"<a>\n<b>2</b></a>"}, "phần word/document.xml, dòng 2, byte 4"),
    ({"word/media/image1.png": b"pictures"}, "phần word/media/image1.png, byte 8"),
    ({"word/comments.xml": b"<c/>"}, "thừa phần word/comments.xml"),
])  # fmt: skip
def test_the_part_of_a_package_is_named(change: dict[str, bytes], words: str) -> None:
    assert first_difference("a.docx", pack(WORD), pack(WORD | change)) == words


def test_a_part_that_is_missing_is_named() -> None:
    assert first_difference("a.xlsx", pack(WORD), pack(TYPES)) == "thiếu phần word/document.xml"


def test_a_package_that_was_only_zipped_anew_is_no_other_content() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in WORD.items():
            archive.writestr(name, data)
    words = first_difference("a.docx", pack(WORD), buffer.getvalue())
    assert words.startswith("các phần giống nhau, cách nén khác, từ byte ")


def test_a_package_that_is_none_any_more_differs_somewhere() -> None:
    assert first_difference("a.docx", pack(WORD), b"") == "byte 1"
