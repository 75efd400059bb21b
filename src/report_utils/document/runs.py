"""Runs of text as Word runs: emphasis, marks of a draft, bookmarks of figures, calls of footnotes, references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from report_utils.document.blocks import Mark, Run, Runs
from report_utils.document.bookmarks import BookmarkNames
from report_utils.document.captions import Captions, reference_bookmark
from report_utils.document.fields import field
from report_utils.document.footnotes import Footnotes
from report_utils.document.media import Media
from report_utils.document.rows import HeldRows, plain_run
from report_utils.document.styles import ABSENT, DOUBTFUL
from report_utils.document.wordml import Element, text_run, w, xml_text

# The highlight is direct formatting: Word does not show a highlight that stands in a style, and a person clears
# direct formatting and character style together with Ctrl+Space.
_MARKS = {Mark.ABSENT: (ABSENT, "yellow"), Mark.DOUBTFUL: (DOUBTFUL, "lightGray")}
# Whatever a run may ever have besides its words.
_more = attrgetter(*(field.name for field in fields(Run) if field.name != "text"))
_NOTHING_MORE = _more(Run(""))


class RunWriter:
    """Writes the runs of one document and remembers what must be unique in it."""

    def __init__(self, captions: Captions) -> None:
        self.footnotes = Footnotes()
        self.rows = HeldRows()
        self.media = Media()
        self._bookmarks = BookmarkNames()
        self._captions = captions

    def write(self, runs: Iterable[Run], *, upper: bool = False) -> list[Element]:
        """Return the elements that stand for `runs` in a paragraph, in upper case if asked (notes keep theirs).

        Raises UnknownNameError for a reference to a name that no table or picture of the document has.
        """
        elements = []
        for run in runs:
            elements.extend(self._shown(run, upper=upper))
            if run.note:
                elements.append(self.footnotes.reference(run.note))
        return elements

    def text(self, runs: Runs) -> str:
        """Return what `write` returns, as text. Runs that are nothing but words take the short way."""
        plain = plain_run(runs[0].text) if len(runs) == 1 and _more(runs[0]) == _NOTHING_MORE else ""
        return plain or "".join(map(xml_text, self.write(runs)))

    def caption(self, kind: str, text: str, name: str) -> list[Element]:
        """Return the elements of a caption: "Bảng 1. <text>", its number a field; `name` is bookmarked if given."""
        label = [text_run(f"{kind} "), *field(f"SEQ {kind} \\* ARABIC", str(self._captions.number(kind)))]
        if name:
            label = _marked(self._bookmarks.identity(), reference_bookmark(name), label)
        return [*label, text_run(f". {text}")]

    def _shown(self, run: Run, *, upper: bool) -> list[Element]:
        if run.reference:
            label = self._captions.label(run.reference)
            return field(f"REF {reference_bookmark(run.reference)} \\h", label, *_properties(run))
        shown = [text_run(run.text.upper() if upper else run.text, *_properties(run))]
        return _marked(*self._bookmarks.next(run.figure), shown) if run.figure else shown


def _marked(identity: int, name: str, shown: list[Element]) -> list[Element]:
    return [w("bookmarkStart", id=identity, name=name), *shown, w("bookmarkEnd", id=identity)]


def _properties(run: Run) -> list[Element]:
    """In schema order: rStyle, b, i, highlight."""
    style, colour = _MARKS.get(run.mark, ("", ""))
    properties = [w("rStyle", val=style)] if style else []
    # Bold of a character style switches off the bold of a heading; written on the run it never does.
    if run.bold or run.mark == Mark.ABSENT:
        properties.extend([w("b"), w("bCs")])
    if run.italic:
        properties.extend([w("i"), w("iCs")])
    if colour:
        properties.append(w("highlight", val=colour))
    return properties
