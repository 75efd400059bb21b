"""What every official document of an agency has in common: letterhead, number, signer, layout."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.agency.issuer import Signer
from report_utils.agency.profile import Profile, ReportSettings
from report_utils.agency.reporting import Reporting
from report_utils.document.blocks import Document, Letterhead, Signature
from report_utils.document.layout import LayoutProfile
from report_utils.document.template import Rendered, ReportTemplateError
from report_utils.document.writer import write

BLANK = "\u00a0" * 6
"""Where the clerk writes the number or the day."""


MOST_ADDRESSEES = 10
"""A letter to more units names them in its text and calls them by one name behind "Kính gửi:"."""


def letterhead_of(reporting: Reporting, settings: ReportSettings, date: str) -> Letterhead:
    """The head of page 1; number and day are left to the clerk, who gives them after signing (NĐ 30/2020, art. 15)."""
    profile = reporting.agency.profile
    return Letterhead(
        superior=profile.letterhead.superior,
        agency=profile.letterhead.agency,
        number_line=f"Số: {BLANK}/{symbol_of(profile, settings)}",
        date_line=f"{profile.letterhead.place}, {date}",
    )


def symbol_of(profile: Profile, settings: ReportSettings) -> str:
    """The code behind the number: "BC-SYT"; a letter has no type and gives its own, "SYT-VP" (NĐ 30/2020, II.3)."""
    return f"{settings.symbol}-{profile.symbol}" if settings.kind else settings.symbol


def signature_of(reporting: Reporting, settings: ReportSettings) -> Signature:
    """Who signs, and the lines of Nơi nhận."""
    signer: Signer = reporting.settings.signer or settings.signer
    return Signature(settings.lines_of_recipients, signer.capacity, signer.name)


def addressees_of(names: Sequence[str], rendered: Rendered, template: str) -> tuple[str, ...]:
    """Behind "Kính gửi:": the names, or the one name that the template gives to so many."""
    if len(names) > MOST_ADDRESSEES:
        return (head_of(rendered, "kính gửi chung", template),)
    return tuple(names)


def head_of(rendered: Rendered, key: str, template: str) -> str:
    """A line of the head of a template. Raises ReportTemplateError when it is missing."""
    if key not in rendered.head:
        raise ReportTemplateError(template, 2, f"phần khai báo thiếu «{key}».")
    return rendered.head[key]


def to_word(document: Document, reporting: Reporting) -> bytes:
    """The document as .docx bytes in the agency's layout; its dates are the period's, never the clock's."""
    layout = reporting.agency.profile.layout
    profile = LayoutProfile(scheme=layout.sizes, margin_top_mm=layout.margin_top, margin_bottom_mm=layout.margin_bottom,
                            margin_left_mm=layout.margin_left, margin_right_mm=layout.margin_right,
                            first_line_mm=layout.indent)
    return write(document, profile, reporting.window.end)
