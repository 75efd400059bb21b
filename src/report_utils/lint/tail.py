"""The end of a document: signature, recipients; and the appendices behind it."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.lint import words
from report_utils.lint.model import Line, Para
from report_utils.lint.roles import Anatomy, Role, whole
from report_utils.vietnamese.text import fold

_SEARCHED = 40


def find_tail(anatomy: Anatomy, start: int) -> int:
    """Give signature, recipients and appendices their roles; the number of the first paragraph of the end."""
    paragraphs = anatomy.document.paragraphs
    labels = [para.number for para in paragraphs[start:] if para.cell is None and _is_label(para)]
    ends = [para.number for para in paragraphs[start:] if fold(para.text).startswith("nơi nhận")]
    signed = max((n for n in ends if not labels or n < labels[0]), default=ends[0] if ends else None)
    labels = [number for number in labels if signed is None or number > signed]
    anatomy.main_end = labels[0] if labels else len(paragraphs)
    for i, number in enumerate(labels):
        _appendix(anatomy, paragraphs[number : labels[i + 1] if i + 1 < len(labels) else None])
    main = paragraphs[: anatomy.main_end]
    return _signature(anatomy, main, signed) if signed is not None else _bare_signature(anatomy, main, start)


def _signature(anatomy: Anatomy, main: Sequence[Para], at: int) -> int:
    label = main[at]
    if label.cell is None:
        listed = [para for para in main[at:] if not words.is_capacity(para.text)]
        _recipients(anatomy, listed)
        around = [para for para in main[max(0, at - 8) :] if para not in listed or para.number < at]
        _signer(anatomy, around, is_loose=True)
        return at
    table = [para for para in main if para.cell and para.cell.table == label.cell.table]
    column = label.cell.column
    _recipients(anatomy, [para for para in table if para.cell and para.cell.column == column and para.number >= at])
    _signer(anatomy, [para for para in table if para.cell and para.cell.column != column])
    return min(para.number for para in table)


def _recipients(anatomy: Anatomy, paragraphs: Sequence[Para]) -> None:
    lines = [(para, line) for para in paragraphs for line in para.lines if line.text]
    for i, (para, line) in enumerate(lines):
        if i == 0:
            anatomy.add(Role.RECIPIENTS_LABEL, para, line)
        elif words.is_typist(line.text):
            anatomy.add(Role.CODE_OF_TYPIST, para, line)
        else:
            anatomy.add(Role.RECIPIENT, para, line)


def _signer(anatomy: Anatomy, paragraphs: Sequence[Para], *, is_loose: bool = False) -> None:
    """Capacities from the top, the name at the bottom; what stands for the signature is passed over."""
    lines = [(para, line) for para in paragraphs for line in para.lines
             if line.text and not words.is_signed(line.text)]
    count = 0
    while count < len(lines) and (words.is_capacity(lines[count][1].text) or _is_more(lines, count)):
        anatomy.add(Role.CAPACITY, *lines[count])
        count += 1
    if is_loose and not count:
        return
    if lines[count:]:
        anatomy.add(Role.SIGNER, *lines[-1])


def _is_more(lines: Sequence[tuple[Para, Line]], at: int) -> bool:
    """Whether a line goes on the capacity above it: in capitals, and not the last line of the signature."""
    return 0 < at < len(lines) - 1 and lines[at][1].text.isupper()


def _bare_signature(anatomy: Anatomy, main: Sequence[Para], start: int) -> int:
    """A signature without "Nơi nhận": from the first capacity in the last lines on."""
    last = [para for para in main[start:] if not para.is_blank][-_SEARCHED:]
    first = next((para for para in last if words.is_capacity(para.text) and para.text.isupper()), None)
    if first is None:
        return anatomy.main_end
    _signer(anatomy, main[first.number :])
    return first.number


def _is_label(para: Para) -> bool:
    """Whether a paragraph is the label of an appendix, or begins with it on a line of its own."""
    first = next((line.text for line in para.lines if line.text), "")
    return words.is_appendix_label(para.text) or words.is_appendix_label(first)


def _appendix(anatomy: Anatomy, paragraphs: Sequence[Para]) -> None:
    """Label, title and reference at the top of an appendix."""
    label, *more = [line for line in paragraphs[0].lines if line.text] or [whole(paragraphs[0])]
    anatomy.add(Role.APPENDIX_LABEL, paragraphs[0], label)
    for line in more:
        anatomy.add(Role.APPENDIX_REFERENCE if words.is_appendix_reference(line.text) else Role.APPENDIX_TITLE,
                    paragraphs[0], line)
    for para in paragraphs[1:8]:
        if words.is_appendix_reference(para.text):
            anatomy.add(Role.APPENDIX_REFERENCE, para, whole(para))
            return
        is_set_off = para.look.align == "center" or all(piece.look.bold for piece in para.pieces)
        if para.cell is not None or (not para.is_blank and not is_set_off):
            return
        if not para.is_blank:
            anatomy.add(Role.APPENDIX_TITLE, para, whole(para))
