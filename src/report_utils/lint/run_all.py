"""Every rule on a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from report_utils.lint.anatomy import anatomy_of
from report_utils.lint.deviation import Deviation, together
from report_utils.lint.package import WordPackage, open_word, word_package
from report_utils.lint.reader import read_document
from report_utils.lint.roles import Anatomy
from report_utils.lint.rules import (
    appendices,
    closing,
    headings,
    letterhead,
    letters,
    marks,
    numbers,
    opening,
    page,
    text_body,
    wording,
)

PAGE_RULES: tuple[Callable[[Anatomy], Iterator[Deviation]], ...] = (
    page.check_paper, page.check_margins, letters.check_fonts, letters.check_colour, letters.check_encoding,
    appendices.check_header_rows,
)
"""What counts for every paper of an office, also one that is no official document: a summary, a table to look at."""

RULES: tuple[Callable[[Anatomy], Iterator[Deviation]], ...] = (
    *PAGE_RULES, page.check_page_numbers,
    letterhead.check_names, letterhead.check_agency, letterhead.check_looks, letterhead.check_block,
    letterhead.check_spacing, letterhead.check_rules,
    numbers.check_number, numbers.check_code, numbers.check_date, numbers.check_subject, numbers.check_schemes,
    opening.check_addressees, opening.check_bases,
    text_body.check_text, text_body.check_one_size, text_body.check_alignment, text_body.check_indent,
    text_body.check_gaps, text_body.check_end,
    headings.check_sequence, headings.check_letters, headings.check_separators, headings.check_looks,
    closing.check_capacity, closing.check_name, closing.check_presence, closing.check_label, closing.check_lines,
    appendices.check_mention, appendices.check_numbers, appendices.check_reference, appendices.check_pages,
    wording.check_capitals, wording.check_cited_parts, wording.check_symbols, wording.check_first_citations,
    wording.check_place_names, marks.check_stamps, marks.check_address,
)  # fmt: skip
"""Every rule; each looks at the whole document, so that a person sees all that is wrong at once."""


def lint_file(path: Path, shown: str = "") -> list[Deviation]:
    """The deviations of the Word file at `path`, by rule. Raises NoWordFileError."""
    return lint_package(open_word(path, shown))


def lint_bytes(data: bytes, name: str = "") -> list[Deviation]:
    """The deviations of a Word file given as bytes. Raises NoWordFileError."""
    return lint_package(word_package(data, name))


def lint_package(package: WordPackage) -> list[Deviation]:
    """The deviations of an open Word file, by rule; equal ones of many paragraphs together."""
    anatomy = anatomy_of(read_document(package))
    rules = RULES if anatomy.is_official else PAGE_RULES
    found = (deviation for rule in rules for deviation in rule(anatomy))
    return sorted(together(found), key=lambda each: each.rule)
