"""Appendices: pages of their own, numbered from 1 (NĐ 30/2020, Appendix I, III)."""

from __future__ import annotations

from report_utils.document.blocks import Appendix
from report_utils.document.layout import LayoutProfile
from report_utils.document.looks import Style
from report_utils.document.paragraphs import SHORT_RULE, line, rule_below
from report_utils.document.wordml import Element


def appendix_head(appendix: Appendix, text_width: int, layout: LayoutProfile) -> list[Element]:
    """Return label, title, reference and the short rule below the last of them, on pages `text_width` twips wide."""
    words = (
        (Style.APPENDIX_LABEL, appendix.label),
        (Style.APPENDIX_TITLE, appendix.title.upper()),
        (Style.APPENDIX_REFERENCE, appendix.reference),
    )
    shown = [(style, text) for style, text in words if text]
    rule = [rule_below(style, text, SHORT_RULE, text_width, layout) for style, text in shown[-1:]]
    return [*(line(style, text) for style, text in shown), *rule]
