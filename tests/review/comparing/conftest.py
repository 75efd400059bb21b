"""One generated report, and what people and programs do to it."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from report_utils.agency.reporting import Reporting
from report_utils.document.bookmarks import bookmark_stem
from report_utils.document.official import to_word
from report_utils.document.report import build_report
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.intake.dataset import Dataset
from report_utils.lint.package import word_package
from report_utils.opc import pack, unpack
from report_utils.review.comparing.comparison import compare
from report_utils.review.comparing.copy import Copy
from report_utils.review.comparing.differences import Difference
from report_utils.review.comparing.reading import read_copy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Edit = Callable[[Any], object]


@pytest.fixture(scope="session")
def computed(quarter: Reporting, clean: dict[str, Dataset]) -> PeriodFigures:
    return figures_of(quarter, clean["2024-Q3"], ())


@pytest.fixture(scope="session")
def by_stem(computed: PeriodFigures) -> dict[str, Figure]:
    """The figures by the stems of their bookmarks."""
    return {bookmark_stem(code).lower(): figure for code, figure in computed.everything().items()}


@pytest.fixture(scope="session")
def report(computed: PeriodFigures, quarter: Reporting) -> bytes:
    """The report of the sample quarter without its appendices, half of its rows."""
    document = build_report(computed, "cchc", draft=False, illustrative=True).document
    return to_word(replace(document, appendices=()), quarter)


@pytest.fixture(scope="session")
def original(report: bytes) -> Copy:
    return read_copy(word_package(report, "báo cáo.docx"))


@pytest.fixture
def after(report: bytes, original: Copy, by_stem: dict[str, Figure]) -> Callable[..., list[Difference]]:
    """What differs after `edits` on a part of the report."""

    def differences(*edits: Edit, part: str = "word/document.xml") -> list[Difference]:
        return compare(original, read_copy(word_package(edited(report, *edits, part=part), "sửa.docx")), by_stem)

    return differences


def edited(data: bytes, *edits: Edit, part: str = "word/document.xml") -> bytes:
    """A Word file after `edits` on the root of a part."""
    parts = unpack(data)
    root = etree.fromstring(parts[part])
    for edit in edits:
        edit(root)
    return pack({**parts, part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


# Finding places


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def paragraph(root: Any, words: str) -> Any:
    """The first paragraph that holds `words`."""
    return next(each for each in root.iter(f"{W}p") if words in text_of(each))


def begin_of(root: Any, name: str) -> Any:
    return next(each for each in root.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == name)


def end_of(root: Any, name: str) -> Any:
    identity = begin_of(root, name).get(f"{W}id")
    return next(each for each in root.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") == identity)


def run_in(root: Any, name: str) -> Any:
    """The run that a bookmark holds."""
    return begin_of(root, name).getnext()


def new_run(text: str) -> Any:
    run = etree.Element(f"{W}r")
    node = etree.SubElement(run, f"{W}t")
    node.text = text
    node.set(SPACE, "preserve")
    return run


# What people do


def typed_over(name: str, text: str) -> Edit:
    """Another number in the place of a figure, inside of its bookmark."""

    def edit(root: Any) -> None:
        next(run_in(root, name).iter(f"{W}t")).text = text

    return edit


def typed_behind(name: str, text: str) -> Edit:
    """The figure deleted, the new number typed right behind its empty bookmark."""

    def edit(root: Any) -> None:
        end_of(root, name).addnext(new_run(text))
        run = run_in(root, name)
        run.getparent().remove(run)

    return edit


def typed_without_bookmark(name: str, text: str) -> Edit:
    """The figure and its bookmark selected and typed over: Word drops the bookmark."""

    def edit(root: Any) -> None:
        typed_over(name, text)(root)
        without_bookmark(root, name)

    return edit


def without_bookmark(root: Any, name: str) -> None:
    for element in (end_of(root, name), begin_of(root, name)):
        element.getparent().remove(element)


def deleted(name: str) -> Edit:
    """The figure deleted with its bookmark."""

    def edit(root: Any) -> None:
        run = run_in(root, name)
        without_bookmark(root, name)
        run.getparent().remove(run)

    return edit


def digit_before(name: str, digit: str) -> Edit:
    """A digit typed right before the bookmark."""
    return lambda root: begin_of(root, name).addprevious(new_run(digit))


def tracked(name: str, text: str) -> Edit:
    """The figure replaced while changes are tracked: the old run deleted, the new one inserted."""

    def edit(root: Any) -> None:
        run = run_in(root, name)
        inserted, gone = etree.Element(f"{W}ins"), etree.Element(f"{W}del")
        inserted.append(new_run(text))
        run.addnext(inserted)
        run.addprevious(gone)
        gone.append(run)
        for node in list(gone.iter(f"{W}t")):
            node.tag = f"{W}delText"

    return edit


def retyped(words: str, old: str, new: str) -> Edit:
    """Other words in the paragraph that holds `words`."""

    def edit(root: Any) -> None:
        node = next(node for node in paragraph(root, words).iter(f"{W}t") if old in (node.text or ""))
        node.text = node.text.replace(old, new)

    return edit


def sentence_added(words: str, text: str) -> Edit:
    return lambda root: paragraph(root, words).append(new_run(f" {text}"))


def paragraph_removed(words: str) -> Edit:
    def edit(root: Any) -> None:
        gone = paragraph(root, words)
        gone.getparent().remove(gone)

    return edit


def paragraph_moved(words: str, behind: str) -> Edit:
    return lambda root: paragraph(root, behind).addnext(paragraph(root, words))


def broken_in_two(words: str) -> Edit:
    """A paragraph broken before the run that begins a sentence, by the Enter key."""

    def edit(root: Any) -> None:
        first = paragraph(root, words)
        node = next(node for node in first.iter(f"{W}t") if ". " in (node.text or ""))
        before, after = node.text.split(". ", 1)
        second = etree.Element(f"{W}p")
        if first.find(f"{W}pPr") is not None:
            second.append(copy.deepcopy(first.find(f"{W}pPr")))
        second.append(new_run(after))
        second.extend(list(node.getparent().itersiblings()))
        node.text = f"{before}."
        first.addnext(second)

    return edit


def row_of(root: Any, words: str) -> Any:
    """The row of a table of the body that holds `words` in a cell of its own."""
    return next(row for row in root.iter(f"{W}tr") if any(text_of(cell) == words for cell in row.iter(f"{W}tc")))


def row_removed(words: str) -> Edit:
    def edit(root: Any) -> None:
        gone = row_of(root, words)
        gone.getparent().remove(gone)

    return edit


def row_added(words: str, cells: list[str]) -> Edit:
    """A row below the one that holds `words`."""

    def edit(root: Any) -> None:
        below = copy.deepcopy(row_of(root, words))
        for mark in list(below.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        for cell, text in zip(below.iter(f"{W}tc"), cells, strict=True):
            line = next(cell.iter(f"{W}p"))
            for run in list(line.iter(f"{W}r")):
                run.getparent().remove(run)
            line.append(new_run(text))
        row_of(root, words).addnext(below)

    return edit


# What programs do


def split_by_word(root: Any) -> None:
    """Runs split in the middle, with identifiers of sessions and marks of the spelling checker."""
    for number, run in enumerate(list(root.iter(f"{W}r"))):
        node = run.find(f"{W}t")
        if node is None or len(node.text or "") < 2:
            continue
        middle = len(node.text) // 2
        second = copy.deepcopy(run)
        second.find(f"{W}t").text = node.text[middle:]
        node.text = node.text[:middle]
        for half in (run, second):
            half.set(f"{W}rsidR", f"{number:08X}")
            half.find(f"{W}t").set(SPACE, "preserve")
        run.addnext(second)
        run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))


def numbered_anew(root: Any) -> None:
    """Other ids for all bookmarks, as LibreOffice and Google Docs give them, and a bookmark of the program's own."""
    for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        mark.set(f"{W}id", str(1000 - int(mark.get(f"{W}id"))))
    own = etree.Element(f"{W}bookmarkStart", {f"{W}id": "5000", f"{W}name": "_GoBack"})
    root[0].insert(0, own)
    own.addnext(etree.Element(f"{W}bookmarkEnd", {f"{W}id": "5000"}))


def ends_moved_out(root: Any) -> None:
    """The end of the last bookmark of each paragraph set behind the paragraph, as Word does."""
    for line in list(root.iter(f"{W}p")):
        if len(line) and line[-1].tag == f"{W}bookmarkEnd":
            line.addnext(line[-1])


def decomposed(root: Any) -> None:
    for node in root.iter(f"{W}t"):
        node.text = unicodedata.normalize("NFD", node.text or "")


def smart_signs(root: Any) -> None:
    """Dashes, quotes and spaces as AutoCorrect sets them."""
    for node in root.iter(f"{W}t"):
        node.text = (node.text or "").replace(" - ", " – ").replace('"', "“").replace(" năm", "\u00a0năm")
