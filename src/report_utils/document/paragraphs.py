"""Paragraphs: a style, what stands in it, and the little that is not in the style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_utils.document.layout import LayoutProfile
from report_utils.document.looks import Style, looks
from report_utils.document.metrics import widest_line
from report_utils.document.wordml import Element, qualified, text_run, w

_TWIPS_PER_POINT = 20
# NĐ 30/2020, Appendix I: below the agency, the subject and an appendix the rule is 1/3 to 1/2 of the line of words;
# below the motto it is as long as the words.
SHORT_RULE, FULL_RULE = 0.4, 1.0


def paragraph(style: Style, *content: Element) -> Element:
    """Return a w:p in `style`."""
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def line(style: Style, text: str) -> Element:
    """Return a w:p in `style` that holds `text` and nothing else."""
    return paragraph(style, text_run(text))


def joint() -> Element:
    """Return an empty paragraph one point high: what Word needs between two tables and behind the last one."""
    return paragraph(Style.JOINT)


def set_align(element: Element, align: str) -> Element:
    """Align the w:p `element` otherwise than its style says; to be called before anything follows w:jc."""
    element[0].append(w("jc", val=align))
    return element


def set_indent(element: Element, left: int, right: int = 0) -> Element:
    """Indent the w:p `element` by twips; to be called before `set_align`."""
    element[0].append(w("ind", left=left, right=right))
    return element


def keep_with_next(elements: Sequence[Element]) -> None:
    """Keep the last of `elements`, a paragraph or the last row of a table, on the page of what will follow."""
    for last in elements[-1:]:
        keep_row_with_next(last if last.tag == qualified("p") else last[-1])


def keep_row_with_next(row: Element) -> None:
    """Keep a row of a table, or a paragraph, on the page of the next one."""
    for each in row.iter(qualified("p")):
        each[0].insert(1, w("keepNext"))


def rule_below(style: Style, text: str, share: float, available: int, layout: LayoutProfile) -> Element:
    """Return a thin paragraph whose top border is a centred rule of `share` of the longest line of `text`.

    `style` is the style of the words, `available` the width of their column in twips. The border of a paragraph moves
    with the text above it and looks the same in Word and LibreOffice, which a floating line does not.
    """
    look = looks(layout)[style]
    words = widest_line(text, look.size, available / _TWIPS_PER_POINT, bold=look.bold, italic=look.italic)
    margin = round((available - words * share * _TWIPS_PER_POINT) / 2)
    return w("p", w(
        "pPr",
        w("pStyle", val=Style.RULE),
        w("pBdr", w("top", val="single", sz=6, space=1, color="000000")),
        w("ind", left=margin, right=margin),
    ))  # fmt: skip


def enumerated(lines: Iterable[str], dash: str = "") -> list[str]:
    """Close every line with ";" and the last with "."; the lines come without their own."""
    closed = [f"{dash}{each.rstrip()};" for each in lines]
    return [*closed[:-1], *(f"{last[:-1]}." for last in closed[-1:])]
