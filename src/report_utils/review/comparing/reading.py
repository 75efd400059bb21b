"""From a Word file to the sentences and tables that are compared; tracked changes count as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from report_utils.document.wordml import Element, qualified
from report_utils.lint.anatomy import anatomy_of
from report_utils.lint.flat import local
from report_utils.lint.model import Para
from report_utils.lint.package import WordPackage
from report_utils.lint.reader import read_document
from report_utils.lint.roles import Anatomy, Role
from report_utils.review.comparing.copy import NOTE, Copy, Sentence, element_of
from report_utils.review.comparing.grids import Content, grids_of
from report_utils.review.comparing.headings import Headings
from report_utils.review.comparing.marks import Held, Marked, held_runs, marked
from report_utils.vietnamese.sentences import split_sentences
from report_utils.vietnamese.text import has_words

_IN_FRAMES = (Role.NATIONAL_NAME, Role.MOTTO, Role.NUMBER, Role.PLACE_DATE, Role.CAPACITY, Role.SIGNER,
              Role.RECIPIENTS_LABEL)  # fmt: skip
"""Roles whose tables only hold lines in place: letterhead and signature."""

_NOTES = ("footnote", "endnote")


@dataclass(frozen=True)
class _Told:
    """The text of a line, and what the line is; one that `runs_on` has the next behind it."""

    para: Para
    marked: Marked
    role: Role
    runs_on: bool = False

    @property
    def is_shown(self) -> bool:
        """Blank cells count: they keep the columns of a table apart."""
        return bool(self.marked.text.strip() or self.para.cell)


def read_copy(package: WordPackage) -> Copy:
    """The file as it is compared. Raises NoWordFileError."""
    document = read_document(package)
    anatomy = anatomy_of(document)
    held = _held(package)
    told = list(_merged(_told(anatomy, held)))
    frames = {one.para.cell.table for one in told if one.para.cell and one.role in _IN_FRAMES}
    headings = Headings()
    sentences: list[Sentence] = []
    contents: list[Content] = []
    for one in told:
        heading = headings.above(one.role, one.marked.text)
        if one.para.cell and one.para.cell.table not in frames:
            before = tuple(done.text for done in sentences[-2:])
            contents.append(Content(one.para.cell, Sentence(one.marked, "Ô bảng", heading), before))
        elif one.marked.text.strip():
            sentences.extend(_sentences(one, heading))
    margins = tuple(_margins(document.margins, held))
    pictures = sum(para.has_picture for para in document.paragraphs)
    return Copy(tuple(sentences), margins, grids_of(contents, document.tables), pictures, _is_sealed(package),
                _images(package))


def _held(package: WordPackage) -> Held:
    roots = map(package.tree, package.word_parts())
    return {run: names for root in roots if root is not None for run, names in held_runs(root).items()}


def _told(anatomy: Anatomy, held: Held) -> Iterator[_Told]:
    """Every line with words, but those of deleted rows."""
    spots = [spot for found in anatomy.spots.values() for spot in found]
    by_line = {id(spot.line): spot.role for spot in spots}
    by_para = {spot.para.number: spot.role for spot in reversed(spots)}
    for para in anatomy.document.paragraphs:
        if _in_deleted_row(para.element):
            continue
        for i, line in enumerate(para.lines):
            found = marked(line, held)
            if para.label and not i:
                found = Marked(para.label).joined(found)
            role = by_line.get(id(line), by_para.get(para.number, Role.BODY))
            yield _Told(para, found, role, runs_on=i == len(para.lines) - 1 and _end_is_deleted(para.element))


def _merged(told: Iterator[_Told]) -> Iterator[_Told]:
    """Paragraphs whose end was deleted run on in the next."""
    open_: _Told | None = None
    for one in told:
        whole = one if open_ is None else replace(one, marked=open_.marked.joined(one.marked, ""))
        open_ = whole if one.runs_on else None
        if not one.runs_on and whole.is_shown:
            yield whole
    if open_ and open_.is_shown:
        yield open_


def _sentences(one: _Told, heading: str) -> Iterator[Sentence]:
    """The sentences of a line of prose; any other line is one."""
    if one.role is not Role.BODY:
        yield Sentence(one.marked, element_of(one.role), heading, one.role)
        return
    for part in _split(one.marked):
        yield Sentence(part, element_of(one.role), heading)


def _split(whole: Marked) -> Iterator[Marked]:
    """The text cut at the ends of sentences, which keep their white space."""
    start = 0
    for sentence in split_sentences(whole.text):
        end = start
        for word in sentence.split():
            end = whole.text.index(word, end) + len(word)
        yield whole.part(start, end)
        start = end


def _margins(paragraphs: tuple[Para, ...], held: Held) -> Iterator[Sentence]:
    """Notes sentence by sentence; what heads and feet of pages say, once, without page numbers."""
    seen: set[tuple[str, ...]] = set()
    for para in paragraphs:
        is_note = any(local(above) in _NOTES for above in para.element.iterancestors())
        for line in para.lines:
            text = marked(line, held)
            parts = list(_split(text)) if is_note else [text]
            for sentence in (Sentence(part, NOTE if is_note else element_of(Role.MARGIN)) for part in parts):
                if has_words(sentence.text) and (is_note or sentence.key not in seen):
                    seen.add(sentence.key)
                    yield sentence


def _in_deleted_row(paragraph: Element) -> bool:
    rows = (above for above in paragraph.iterancestors() if local(above) == "tr")
    return any(row.find(f"{qualified('trPr')}/{qualified('del')}") is not None for row in rows)


def _end_is_deleted(paragraph: Element) -> bool:
    mark = f"{qualified('pPr')}/{qualified('rPr')}/{qualified('del')}"
    return paragraph.find(mark) is not None


def _images(package: WordPackage) -> frozenset[str]:
    names = (name for name in package.parts if name.startswith("word/media/"))
    return frozenset(sha256(package.raw(name)).hexdigest() for name in names)


def _is_sealed(package: WordPackage) -> bool:
    return any(name.startswith("_xmlsignatures/") and name.endswith(".xml") for name in package.parts)
