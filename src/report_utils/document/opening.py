"""What stands between the letterhead and the body: draft notice, title, addressees, legal bases."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.document.blocks import Document, Title
from report_utils.document.layout import LayoutProfile, twips
from report_utils.document.letterhead import letterhead
from report_utils.document.looks import Style, looks
from report_utils.document.metrics import text_width
from report_utils.document.paragraphs import SHORT_RULE, enumerated, line, rule_below, set_indent
from report_utils.document.wordml import Element

_LABEL = "Kính gửi"


def opening(document: Document, layout: LayoutProfile) -> list[Element]:
    """Return everything of page 1 above the body, from the draft notice to the last legal basis."""
    title, head = document.title, document.letterhead
    notice = [line(Style.DRAFT_NOTICE, document.draft_notice)] if document.draft_notice else []
    return [
        *notice,
        *([letterhead(head, layout, "" if title.kind else title.subject)] if head else ()),
        *(_title(title, Style.KIND if head else Style.KIND_ALONE, layout) if title.kind else ()),
        *_addressees(document.addressees, layout),
        *(line(Style.LEGAL_BASIS, basis) for basis in enumerated(document.legal_bases)),
    ]


def _title(title: Title, top: Style, layout: LayoutProfile) -> list[Element]:
    """Kind and subject (NĐ 30/2020, Appendix I, II.5a); the rule is measured on the last words above it."""
    kind = title.kind.upper()
    style, words = (Style.SUBJECT, title.subject) if title.subject else (top, kind)
    subject = [line(Style.SUBJECT, title.subject)] if title.subject else []
    return [line(top, kind), *subject, rule_below(style, words, SHORT_RULE, layout.text_width(), layout)]


def _addressees(names: Sequence[str], layout: LayoutProfile) -> list[Element]:
    """One addressee on the line of "Kính gửi:", several on lines of their own, dashes below the colon (II.9a)."""
    if len(names) <= 1:
        words = [f"{_LABEL}: {name}" for name in names]
        return [_addressee(each, _centred(_width(each, layout), layout)) for each in words]
    words = enumerated(names, dash="- ")
    colon = _width(_LABEL, layout)
    left = _centred(colon + max(_width(each, layout) for each in words), layout)
    return [_addressee(f"{_LABEL}:", left), *(_addressee(each, left + colon) for each in words)]


def _addressee(words: str, left: int) -> Element:
    return set_indent(line(Style.ADDRESSEE, words), left)


def _width(words: str, layout: LayoutProfile) -> int:
    return round(text_width(words, looks(layout)[Style.ADDRESSEE].size) * 20)


def _centred(width: int, layout: LayoutProfile) -> int:
    """Return the indent in twips that centres `width`, never less than that of a first line."""
    return max(twips(layout.first_line_mm), (layout.text_width() - width) // 2)
