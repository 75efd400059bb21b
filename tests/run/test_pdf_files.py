"""PDFs beside Word files: whole or not at all, and never in the place of a person's file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.cli import main
from report_utils.run.office import OfficeMissingError
from report_utils.run.pdf_files import (
    ForeignPdfError,
    NotWordError,
    add_pdfs,
    foreign_pdfs,
    pdfs_of,
    words_in,
    write_pdf,
)

Install = Callable[[str], Path]
GOOD, HALF = 'cp "$good" "$out"', "printf '%%PDF-1.6 nửa' > \"$out\""


@pytest.fixture
def file(tmp_path: Path, word: bytes) -> Path:
    """The Word file, alone in a folder."""
    path = tmp_path / "báo cáo" / "Báo cáo.docx"
    path.parent.mkdir()
    path.write_bytes(word)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pdf_is_written_beside_the_word_file(fake_office: Install, file: Path) -> None:
    fake_office(GOOD)
    assert write_pdf(file, file.with_suffix(".pdf")) == ""
    assert names(file.parent) == ["Báo cáo.docx", "Báo cáo.pdf"]


def test_what_we_wrote_is_written_again(fake_office: Install, file: Path) -> None:
    fake_office(GOOD)
    goal = file.with_suffix(".pdf")
    write_pdf(file, goal)
    before = goal.read_bytes()
    write_pdf(file, goal)
    assert goal.read_bytes() == before


def test_half_a_pdf_never_stands_there(fake_office: Install, file: Path) -> None:
    fake_office(GOOD)
    goal = file.with_suffix(".pdf")
    write_pdf(file, goal)
    before = goal.read_bytes()
    fake_office(HALF)
    assert add_pdfs([file], ()).pdfs == ()
    assert goal.read_bytes() == before
    assert names(file.parent) == ["Báo cáo.docx", "Báo cáo.pdf"]


def test_a_signed_pdf_is_not_written_over(fake_office: Install, file: Path) -> None:
    fake_office(GOOD)
    goal = file.with_suffix(".pdf")
    goal.write_bytes(b"signed")
    with pytest.raises(ForeignPdfError, match=r"«Báo cáo.pdf» .* Dùng --out"):
        write_pdf(file, goal)
    assert goal.read_bytes() == b"signed"


def test_what_is_no_word_file_is_named(fake_office: Install, tmp_path: Path) -> None:
    fake_office(GOOD)
    (tmp_path / "a.doc").write_bytes(b"old")
    with pytest.raises(NotWordError, match=r"«a.doc» không phải là tệp Word"):
        write_pdf(tmp_path / "a.doc", tmp_path / "a.pdf")


def test_without_libreoffice_there_is_no_pdf(no_office: None, file: Path) -> None:
    with pytest.raises(OfficeMissingError):
        write_pdf(file, file.with_suffix(".pdf"))
    assert names(file.parent) == ["Báo cáo.docx"]


def test_several_word_files_are_told_once_that_it_is_missing(no_office: None, file: Path) -> None:
    added = add_pdfs([file, file], ())
    assert (added.pdfs, len(added.remarks)) == ((), 1)


def test_a_word_file_that_cannot_be_converted_is_named(fake_office: Install, file: Path) -> None:
    fake_office("exit 7")
    [remark] = add_pdfs([file], ()).remarks
    assert remark == "Báo cáo.docx: LibreOffice không chuyển được tệp Word: chương trình kết thúc với mã 7."


def test_the_name_of_a_persons_pdf_is_left_to_it(fake_office: Install, file: Path) -> None:
    fake_office(GOOD)
    file.with_name("Báo cáo.pdf").write_bytes(b"signed")
    assert foreign_pdfs(file.parent) == {"Báo cáo.pdf"}
    [pdf] = add_pdfs([file], foreign_pdfs(file.parent)).pdfs
    assert pdf.name == "Báo cáo (bản mới).pdf"
    assert foreign_pdfs(file.parent) == {"Báo cáo.pdf"}


def test_a_pdf_is_found_by_the_word_file_that_it_shows(fake_office: Install, file: Path) -> None:
    fake_office(GOOD)
    goal = file.with_name("bản gửi.pdf")
    write_pdf(file, goal)
    assert pdfs_of(file.parent, words_in(file.parent)) == [goal]
    file.write_bytes(b"edited")
    assert pdfs_of(file.parent, words_in(file.parent)) == []


# The command


def run(*arguments: str) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(["pdf", *arguments])
    return stopped.value.code


def test_the_command_names_the_pdf(fake_office: Install, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fake_office(GOOD)
    assert run(str(file)) == 0
    assert capsys.readouterr() == (f"Tệp PDF: {file.with_suffix('.pdf')}\n", "")
    assert run(str(file), "--out", str(file.parent / "mới" / "x.pdf")) == 0
    assert names(file.parent / "mới") == ["x.pdf"]


def test_the_command_says_in_one_sentence_what_is_missing(
    no_office: None, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(file)) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "hãy cài LibreOffice" in err


@pytest.mark.parametrize(("arguments", "sentence"), [
    ((), "Thiếu tham số FILE (tệp cần xem)."),
    (("không có.docx",), "Không có tệp «không có.docx». Hãy kiểm tra lại"),
])  # fmt: skip
def test_a_wrong_command_is_told(
    fake_office: Install, arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_office(GOOD)
    assert run(*arguments) == 2
    assert capsys.readouterr().err.startswith(sentence)
