"""Boxes 1 to 4 of the decree's diagram: who issues the document, and where and when."""

from __future__ import annotations

from report_utils.document.blocks import Letterhead
from report_utils.document.grid import cell, frame, row
from report_utils.document.layout import LayoutProfile
from report_utils.document.looks import Style, looks
from report_utils.document.metrics import text_width
from report_utils.document.paragraphs import FULL_RULE, SHORT_RULE, line, rule_below
from report_utils.document.styles import BARE_TABLE
from report_utils.document.wordml import Element

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ABOUT = "V/v"
# Room beside the longest line on the right, so that a font a little wider than ours does not break it.
_SLACK_PT = 9
_RIGHT_AT_MOST = 0.68


def letterhead(head: Letterhead, layout: LayoutProfile, subject: str = "") -> Element:
    """Return the w:tbl without borders at the top of page 1 (NĐ 30/2020, Appendix I, II.1-II.4).

    `subject` is the trích yếu of a letter, which stands below the number (II.5b).
    """
    left, right = _columns(head, layout)
    number = [line(Style.NUMBER_LINE, head.number_line), *_letter_subject(subject)]
    return frame(
        BARE_TABLE,
        (left, right),
        row(cell(left, *_issuer(head, left, layout)), cell(right, *_nation(right, layout))),
        row(cell(left, *number), cell(right, line(Style.PLACE_DATE, head.date_line))),
    )


def _columns(head: Letterhead, layout: LayoutProfile) -> tuple[int, int]:
    """The right column is as wide as its longest line needs, up to two thirds; the left one has the rest."""
    lines = {Style.NATIONAL_NAME: NATIONAL_NAME, Style.MOTTO: MOTTO, Style.PLACE_DATE: head.date_line}
    longest = max(
        text_width(text, looks(layout)[style].size, bold=looks(layout)[style].bold, italic=looks(layout)[style].italic)
        for style, text in lines.items()
    )
    whole = layout.text_width()
    right = min(round((longest + _SLACK_PT) * 20), round(whole * _RIGHT_AT_MOST))
    return whole - right, right


def _issuer(head: Letterhead, width: int, layout: LayoutProfile) -> list[Element]:
    superior = [line(Style.SUPERIOR, head.superior.upper())] if head.superior else []
    agency = head.agency.upper()
    return [*superior, line(Style.AGENCY, agency), rule_below(Style.AGENCY, agency, SHORT_RULE, width, layout)]


def _letter_subject(subject: str) -> list[Element]:
    words = subject if subject.startswith(_ABOUT) else f"{_ABOUT} {subject}"
    return [line(Style.LETTER_SUBJECT, words)] if subject else []


def _nation(width: int, layout: LayoutProfile) -> list[Element]:
    return [
        line(Style.NATIONAL_NAME, NATIONAL_NAME),
        line(Style.MOTTO, MOTTO),
        rule_below(Style.MOTTO, MOTTO, FULL_RULE, width, layout),
    ]
