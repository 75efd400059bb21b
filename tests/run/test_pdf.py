"""A Word file as PDF, by the LibreOffice of this machine and by one that does what it should not."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.run.conftest import PDF

from report_utils.opc import CORE_PROPERTIES, PackageError, pack, unpack
from report_utils.run.office import ConversionError, Office, find_office
from report_utils.run.pdf import Pdf, to_pdf

Install = Callable[[str], Path]
GOOD = 'cp "$good" "$out"'


def utf16(text: str) -> bytes:
    """Text as it stands in a PDF, in hexadecimal."""
    return text.encode("utf-16-be").hex().upper().encode()


@pytest.fixture(scope="session")
def real(word: bytes, office: Office) -> Pdf:
    return to_pdf(word, office)


def test_a_pdf_is_tagged_for_screen_readers_and_has_title_and_bookmarks(real: Pdf) -> None:
    assert b"/MarkInfo<</Marked true>>" in real.data
    assert b"<pdfuaid:part>1<" in real.data
    assert b"/Outlines " in real.data
    assert b"/Title<FEFF" + utf16("I. KẾT QUẢ") + b">" in real.data
    assert utf16("Báo cáo Kết quả quý III") in real.data


def test_the_same_word_file_gives_the_same_bytes_at_any_time_and_place(
    real: Pdf, word: bytes, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    assert to_pdf(word, office) == real
    assert b"/CreationDate(D:20240914000000Z" in real.data


@pytest.mark.parametrize("script", ["printf '%%PDF-1.6 nửa' > \"$out\"", ': > "$out"', 'echo "lỗi %%EOF" > "$out"'])
def test_half_a_pdf_is_none(fake_office: Install, word: bytes, script: str) -> None:
    fake_office(script)
    with pytest.raises(ConversionError, match="không trọn vẹn"):
        to_pdf(word, find_office())


@pytest.mark.parametrize("data", [b"", b"word", pack({"[Content_Types].xml": b"<Types/>"})])
def test_what_is_no_word_file_is_not_given_to_libreoffice(fake_office: Install, data: bytes) -> None:
    fake_office(GOOD)
    with pytest.raises(PackageError):
        to_pdf(data, find_office())


@pytest.mark.parametrize("core", [None, b"<a", b"<a/>"])
def test_a_word_file_without_a_day_gets_that_of_files_without_a_clock(
    fake_office: Install, word: bytes, core: bytes | None
) -> None:
    fake_office(GOOD)
    parts = unpack(word)
    del parts[CORE_PROPERTIES]
    pdf = to_pdf(pack(parts | ({} if core is None else {CORE_PROPERTIES: core})), find_office())
    assert b"D:19800101000000" in pdf.data


# Fonts


@pytest.mark.parametrize("font", [b"TimesNewRomanPSMT", b"Times#20New#20Roman,Bold", b"LiberationSerif-Bold", b"Tinos"])
def test_times_new_roman_and_its_twins_break_pages_as_word_does(
    fake_office: Install, word: bytes, tmp_path: Path, font: bytes
) -> None:
    fake_office(GOOD)
    (tmp_path / "mẫu.pdf").write_bytes(PDF.replace(b"Tinos", font))
    assert to_pdf(word, find_office()).remark == ""


def test_any_other_font_is_told(fake_office: Install, word: bytes, tmp_path: Path) -> None:
    fake_office(GOOD)
    (tmp_path / "mẫu.pdf").write_bytes(PDF.replace(b"Tinos", b"DejaVuSerif"))
    assert "không có phông Times New Roman" in to_pdf(word, find_office()).remark


def test_nothing_is_told_where_it_was_not_asked_for_or_cannot_be_known(
    fake_office: Install, word: bytes, tmp_path: Path
) -> None:
    fake_office(GOOD)
    other = unpack(word)
    other["word/styles.xml"] = other["word/styles.xml"].replace(b"Times New Roman", b"Arial")
    (tmp_path / "mẫu.pdf").write_bytes(PDF.replace(b"Tinos", b"Arimo"))
    assert to_pdf(pack(other), find_office()).remark == ""
    (tmp_path / "mẫu.pdf").write_bytes(PDF.replace(b"/BaseFont/BAAAAA+Tinos", b""))
    assert to_pdf(word, find_office()).remark == ""


def test_the_day_is_that_of_the_last_change(fake_office: Install, word: bytes) -> None:
    fake_office('cp "$good" "$out"; echo "$SOURCE_DATE_EPOCH %%EOF" >> "$out"')
    midnight = int(dt.datetime(2024, 9, 14, tzinfo=dt.UTC).timestamp())
    assert str(midnight).encode() in to_pdf(word, find_office()).data
