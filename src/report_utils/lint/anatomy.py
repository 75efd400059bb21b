"""Which line of a document is what."""

from __future__ import annotations

from report_utils.lint.head import find_head
from report_utils.lint.model import WordDocument
from report_utils.lint.outline import find_outline
from report_utils.lint.roles import Anatomy
from report_utils.lint.tail import find_tail


def anatomy_of(document: WordDocument) -> Anatomy:
    """The elements of a document."""
    anatomy = Anatomy(document)
    start = find_head(anatomy)
    end = find_tail(anatomy, start)
    find_outline(anatomy, start, end)
    return anatomy
