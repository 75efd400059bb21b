"""PDFs beside their Word files: written whole, never over a file of a person, gone with the Word file they show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from report_utils.errors import BaocaoError
from report_utils.opc import PackageError
from report_utils.run.digests import digest
from report_utils.run.manifest import free_name
from report_utils.run.office import OfficeError, OfficeMissingError, find_office
from report_utils.run.pdf import to_pdf
from report_utils.run.pdf_stamp import source_of
from report_utils.storage.files import save


class NotWordError(BaocaoError):
    """The file `name` is no Word file."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"«{name}» không phải là tệp Word (.docx) mở được nên không chuyển sang PDF được.")


class ForeignPdfError(BaocaoError):
    """At the goal `name` stands a file that this program did not write, or that somebody changed."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"Tệp «{name}» không do chương trình ghi hoặc đã có người sửa (chẳng hạn đã ký số) nên không "
                         "bị ghi đè. Dùng --out để ghi ra tệp khác.")


@dataclass(frozen=True)
class Added:
    """The PDFs written, and what the user is to be told of them."""

    pdfs: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()


NO_PDFS = Added()


def write_pdf(word: Path, goal: Path) -> str:
    """Write the Word file `word` as the PDF `goal`; the remark of `Pdf`, or "".

    Raises NotWordError, ForeignPdfError, OfficeError.
    """
    if goal.exists() and not is_own(goal):
        raise ForeignPdfError(goal.name)
    try:
        pdf = to_pdf(word.read_bytes(), find_office())
    except PackageError as error:
        raise NotWordError(word.name) from error
    save(goal, pdf.data)
    return pdf.remark


def add_pdfs(words: Iterable[Path], foreign: Collection[str]) -> Added:
    """Write a PDF beside each of `words`, under a name that is not among those of a person's files, `foreign`.

    A Word file that LibreOffice cannot convert has a remark instead: the report does not depend on it.
    """
    pdfs: list[Path] = []
    remarks: list[str] = []
    for word in words:
        goal = word.with_name(free_name(f"{word.stem}.pdf", foreign))
        try:
            remark = write_pdf(word, goal)
        except OfficeMissingError as error:
            return Added(tuple(pdfs), (error.message,))
        except OfficeError as error:
            remark = f"{word.name}: {error.message}"
        else:
            pdfs.append(goal)
        remarks.append(remark)
    return Added(tuple(pdfs), tuple(dict.fromkeys(filter(None, remarks))))


def is_own(pdf: Path) -> bool:
    """Whether this program wrote the PDF and nobody changed it since."""
    return bool(source_of(pdf.read_bytes()))


def foreign_pdfs(folder: Path) -> set[str]:
    """Names of the PDFs in `folder` that a person added or changed."""
    return {pdf.name for pdf in folder.glob("*.pdf") if not is_own(pdf)}


def words_in(folder: Path) -> set[str]:
    """The Word files in `folder`, as `source_of` names them."""
    return {digest(word)[:32] for word in folder.glob("*.docx")}


def pdfs_of(folder: Path, words: Collection[str]) -> list[Path]:
    """The unchanged PDFs in `folder` that were made from one of `words`."""
    return [pdf for pdf in sorted(folder.glob("*.pdf")) if source_of(pdf.read_bytes()) in words]
