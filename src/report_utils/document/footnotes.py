"""The footnotes of a document: numbered from 1 in the order in which the text calls them."""

from __future__ import annotations

from report_utils.document.looks import Style
from report_utils.document.styles import NOTE_REFERENCE
from report_utils.document.wordml import Element, text_run, w

# Word keeps the line above the notes, and the line above a continued note, as two notes of their own.
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


class Footnotes:
    """Collects the notes while the body is built."""

    def __init__(self) -> None:
        self._notes: list[Element] = []

    def reference(self, text: str) -> Element:
        """Store the note `text` and return the run that calls it."""
        number = len(self._notes) + 1
        paragraph = w("p", w("pPr", w("pStyle", val=Style.FOOTNOTE)), _raised(w("footnoteRef")), text_run(f" {text}"))
        self._notes.append(w("footnote", paragraph, id=number))
        return _raised(w("footnoteReference", id=number))

    def part(self) -> Element:
        """Return w:footnotes with the separators and every note stored so far."""
        separators = (
            w("footnote", w("p", w("pPr", w("pStyle", val=Style.FOOTNOTE)), w("r", w(kind))), type=kind, id=number)
            for number, kind in SEPARATORS.items()
        )
        return w("footnotes", *separators, *self._notes)


def _raised(mark: Element) -> Element:
    return w("r", w("rPr", w("rStyle", val=NOTE_REFERENCE)), mark)
