"""Blocks in, Word bytes out: the one door of this layer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from report_utils.document.appendices import appendix_head
from report_utils.document.blocks import Appendix, Document
from report_utils.document.body import BodyWriter
from report_utils.document.captions import captions_of
from report_utils.document.layout import LayoutProfile
from report_utils.document.opening import opening
from report_utils.document.package import base_parts
from report_utils.document.runs import RunWriter
from report_utils.document.sections import (
    Stretch,
    close,
    empty_header,
    end_in_paragraph,
    notice_footer,
    numbered_header,
    section,
    stretches,
)
from report_utils.document.signature import sign
from report_utils.document.styles import styles
from report_utils.document.wordml import Element, w, xml_bytes
from report_utils.opc import pack


def write(document: Document, layout: LayoutProfile, stamp: date) -> bytes:
    """Return `document` as a docx in the layout of Decree 30/2020/NĐ-CP.

    `stamp` is the day written into the file's properties; nothing else in the bytes comes from outside the arguments.
    Raises `TableShapeError` where the cells of a table do not fill its columns, `PictureError` for a bad picture,
    `UnknownNameError` for a reference to a table or picture that is not there.
    """
    runs = RunWriter(captions_of(document))
    pages = _main_pages(document, layout, runs)
    for appendix in document.appendices:
        pages += _appendix_pages(appendix, document, layout, runs)
    parts = {
        "word/document.xml": w("document", w("body", *_joined(pages))),
        "word/styles.xml": styles(layout),
        "word/footnotes.xml": runs.footnotes.part(),
        "word/header1.xml": empty_header(),
        "word/header2.xml": numbered_header(),
        "word/footer1.xml": notice_footer(document.notice),
    }
    texts = {name: runs.rows.released(xml_bytes(root)) for name, root in parts.items()}
    base = base_parts(_properties(document), stamp, runs.media.relations())
    return pack({**base, **texts, **runs.media.parts()})


Pages = tuple[list[Element], Element]
"""The elements of one section and its w:sectPr."""


def _main_pages(document: Document, layout: LayoutProfile, runs: RunWriter) -> list[Pages]:
    """Letterhead to signature. Page 1 is upright; the signature stays with the last block, however that is turned."""
    parts = stretches(document.body)
    if not parts or parts[0].landscape:
        parts.insert(0, Stretch(False, ()))
    sections = [_elements(part, layout, runs, compact=document.compact) for part in parts]
    sections[0][:0] = opening(document, layout)
    if document.signature:
        sign(sections[-1], document.signature, layout.text_width(parts[-1].landscape))
    return [
        (elements, section(layout, landscape=part.landscape, first=number == 0, footer=bool(document.notice)))
        for number, (part, elements) in enumerate(zip(parts, sections, strict=True))
    ]


def _appendix_pages(appendix: Appendix, document: Document, layout: LayoutProfile, runs: RunWriter) -> list[Pages]:
    """Head and blocks. The head stands on the first page, turned as that page's table needs."""
    parts = [Stretch(True, appendix.blocks)] if appendix.wide else stretches(appendix.blocks)
    parts = parts or [Stretch(False, ())]
    sections = [_elements(part, layout, runs, compact=document.compact) for part in parts]
    sections[0][:0] = appendix_head(appendix, layout.text_width(parts[0].landscape), layout)
    return [
        (elements, section(layout, landscape=part.landscape, first=number == 0, restart=number == 0,
                           footer=bool(document.notice)))
        for number, (part, elements) in enumerate(zip(parts, sections, strict=True))
    ]


def _elements(part: Stretch, layout: LayoutProfile, runs: RunWriter, *, compact: bool) -> list[Element]:
    return BodyWriter(runs, layout.text_width(part.landscape), compact).write(part.blocks)


def _joined(pages: Sequence[Pages]) -> list[Element]:
    """Each section ends in a paragraph that holds its w:sectPr, the last one in the w:sectPr of the body."""
    for elements, properties in pages[:-1]:
        close(elements, properties)
    last, properties = pages[-1]
    end_in_paragraph(last)
    return [*(element for elements, _ in pages for element in elements), properties]


def _properties(document: Document) -> dict[str, str]:
    title = f"{document.title.kind} {document.title.subject}".strip()
    creator = document.letterhead.agency if document.letterhead else ""
    return {"title": title, "creator": creator, **document.properties}
