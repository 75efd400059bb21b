"""Sections: paper, margins, page numbers. A landscape page is a section of its own, and so is an appendix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from report_utils.document.blocks import Block, Heading, Table
from report_utils.document.fields import field
from report_utils.document.layout import PAGE_LONG_MM, PAGE_SHORT_MM, LayoutProfile, twips
from report_utils.document.looks import Style
from report_utils.document.paragraphs import joint, paragraph
from report_utils.document.wordml import Element, qualified, text_run, w

# Relation ids of the headers and the footer; `package` writes the relations.
HEADER_NUMBERED, HEADER_EMPTY = "rIdNumberedHeader", "rIdEmptyHeader"
FOOTER = "rIdNoticeFooter"
_HEADER_DISTANCE_MM = 10


@dataclass(frozen=True)
class Stretch:
    """Neighbouring blocks that share one orientation."""

    landscape: bool
    blocks: tuple[Block, ...]


def stretches(blocks: Sequence[Block]) -> list[Stretch]:
    """Cut `blocks` where the orientation changes; headings right above a wide table go with it.

    Nothing is lost or moved: the blocks of the stretches, joined, are `blocks`.
    """
    return [
        Stretch(landscape, tuple(block for _, block in group))
        for landscape, group in groupby(_with_orientation(blocks), key=lambda pair: pair[0])
    ]


def _with_orientation(blocks: Sequence[Block]) -> list[tuple[bool, Block]]:
    """Decide from the end backwards: a heading turns with what follows it."""
    decided: list[tuple[bool, Block]] = []
    following = False
    for block in reversed(blocks):
        following = block.wide if isinstance(block, Table) else isinstance(block, Heading) and following
        decided.append((following, block))
    return decided[::-1]


def section(layout: LayoutProfile, *, landscape: bool = False, first: bool = False, restart: bool = False,
            footer: bool = False) -> Element:
    """Return a w:sectPr of A4 pages (NĐ 30/2020, Appendix I, I).

    The number of the first page is hidden where `first`; `restart` counts pages from 1 again; `footer` shows the notice
    at the foot of every page. A section that names no
    header takes over that of the section before, also its hidden first page; therefore each names its own.
    """
    headers = [w("headerReference", type="default", r_id=HEADER_NUMBERED)]
    if first:
        headers.append(w("headerReference", type="first", r_id=HEADER_EMPTY))
    if footer:
        kinds = ("default", "first") if first else ("default",)
        headers += [w("footerReference", type=kind, r_id=FOOTER) for kind in kinds]
    properties = w("sectPr", *headers, w("type", val="nextPage"), _paper(landscape), _margins(layout))
    if restart:
        properties.append(w("pgNumType", fmt="decimal", start=1))
    properties.append(w("cols", space=720))
    if first:
        properties.append(w("titlePg"))
    return properties


def close(elements: list[Element], properties: Element) -> None:
    """End a section: its w:sectPr goes into the last paragraph, or into a thin one behind a table."""
    end_in_paragraph(elements)
    elements[-1][0].append(properties)


def end_in_paragraph(elements: list[Element]) -> None:
    """Put a thin paragraph behind a table at the end: Word adds a whole empty line where there is none."""
    if not elements or elements[-1].tag != qualified("p"):
        elements.append(joint())


def numbered_header() -> Element:
    """Return w:hdr with the page number, centred."""
    return w("hdr", paragraph(Style.PAGE_NUMBER, *field("PAGE", "1")))


def empty_header() -> Element:
    """Return the w:hdr of a first page: no number is shown there."""
    return w("hdr", paragraph(Style.PAGE_NUMBER))


def notice_footer(notice: str) -> Element:
    """Return w:ftr with the notice of the whole document."""
    return w("ftr", paragraph(Style.NOTICE, text_run(notice)))


def _paper(landscape: bool) -> Element:
    short, long = twips(PAGE_SHORT_MM), twips(PAGE_LONG_MM)
    return w("pgSz", w=long, h=short, orient="landscape") if landscape else w("pgSz", w=short, h=long)


def _margins(layout: LayoutProfile) -> Element:
    return w(
        "pgMar",
        top=twips(layout.margin_top_mm),
        right=twips(layout.margin_right_mm),
        bottom=twips(layout.margin_bottom_mm),
        left=twips(layout.margin_left_mm),
        header=twips(_HEADER_DISTANCE_MM),
        footer=twips(_HEADER_DISTANCE_MM),
        gutter=0,
    )
