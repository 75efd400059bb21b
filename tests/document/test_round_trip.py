"""A person may open our Word files in LibreOffice and save them there: nothing that counts may be lost.

Parts and ids are named anew by LibreOffice, so everything is compared by what it is, not by where it stands.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import takewhile
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.section import Section
from lxml import etree
from tests.document.conftest import W, WordFile

KINDS = ("report", "letter", "blocks")
Look = Callable[[Document], object]


@pytest.fixture(scope="session")
def saved(saved_by_libreoffice: dict[str, bytes]) -> dict[str, Document]:
    return {kind: opened(data) for kind, data in saved_by_libreoffice.items()}


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Name of the style and words of every paragraph that has words, also in tables; names differ only by case.

    Behind a table at the end of a section LibreOffice writes an empty paragraph of its own for our thin one.
    """
    names = {style.style_id: style.name.casefold() for style in document.styles}
    found = [(names[WordFile.value(p, "w:pPr/w:pStyle") or "Normal"], WordFile.text(p))
             for p in document.element.body.iter(f"{W}p")]  # fmt: skip
    return [(style, text) for style, text in found if text]


def sections(document: Document) -> list[tuple[object, ...]]:
    """Paper, margins in EMU, and where pages are counted from, section by section."""
    return [(section.orientation, section.page_width, section.page_height, section.top_margin, section.right_margin,
             section.bottom_margin, section.left_margin, section.header_distance, section.footer_distance,
             section._sectPr.xpath("string(w:pgNumType/@w:start)")) for section in document.sections]  # fmt: skip


def first_pages(document: Document) -> list[tuple[str, str]]:
    """Head and foot of the first page of each section."""
    return [(shown(section.first_page_header), shown(section.first_page_footer))
            if section.different_first_page_header_footer else other_pages(section)
            for section in document.sections]  # fmt: skip


def other_pages(section: Section) -> tuple[str, str]:
    return shown(section.header), shown(section.footer)


def shown(part: Any) -> str:
    """The words of a head or foot, a field by its code: what it counted last does not matter."""
    element = part._element
    return "".join(element.itertext(f"{W}instrText")).strip() or WordFile.text(element)


def header_rows(document: Document) -> list[list[str]]:
    """The words of the rows that repeat on every page."""
    rows = document.element.body.xpath(".//w:tr[w:trPr/w:tblHeader]")
    return [[WordFile.text(cell) for cell in row.iter(f"{W}tc")] for row in rows]


def footnotes(document: Document) -> list[str]:
    """The words of the notes, in the order in which the text calls them."""
    parts = [part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml"]
    found = (note for part in parts for note in etree.fromstring(part.blob))
    notes = {note.get(f"{W}id"): WordFile.text(note).strip() for note in found}
    return [notes[call.get(f"{W}id")] for call in document.element.body.iter(f"{W}footnoteReference")]


def bookmarks(document: Document) -> list[tuple[str, str]]:
    """Name and words of each bookmark of a figure.

    LibreOffice 7.4 lets a bookmark end a letter early where its paragraph has a footnote or ends a section: there only
    the names are compared.
    """
    found = []
    for start in document.element.body.iter(f"{W}bookmarkStart"):
        inside = takewhile(lambda element: element.tag != f"{W}bookmarkEnd", start.itersiblings())
        cut = start.getparent().xpath(".//w:footnoteReference | w:pPr/w:sectPr")
        found.append((start.get(f"{W}name"), "" if cut else "".join(map(WordFile.text, inside))))
    return found


LOOKS: dict[str, Look] = {
    "text and styles": paragraphs, "sections": sections, "first pages": first_pages, "header rows": header_rows,
    "footnotes": footnotes, "bookmarks": bookmarks,
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("what", LOOKS)
def test_libreoffice_keeps(kinds: dict[str, bytes], saved: dict[str, Document], kind: str, what: str) -> None:
    assert LOOKS[what](saved[kind]) == LOOKS[what](opened(kinds[kind]))


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_keeps_the_numbers_of_further_pages(
    kinds: dict[str, bytes], saved: dict[str, Document], kind: str
) -> None:
    """It keeps nothing of further pages where a section is one page long."""
    for ours, theirs in zip(opened(kinds[kind]).sections, saved[kind].sections, strict=True):
        if theirs.different_first_page_header_footer or not ours.different_first_page_header_footer:
            assert other_pages(theirs) == other_pages(ours)


def test_the_documents_hold_what_is_looked_for(kinds: dict[str, bytes]) -> None:
    document = opened(kinds["blocks"])
    assert all(look(document) for look in LOOKS.values())
    assert header_rows(opened(kinds["report"]))
    assert len({paper for paper, *_ in sections(document)}) == 2
    assert ("PAGE", "Số liệu minh họa") in map(other_pages, document.sections)
