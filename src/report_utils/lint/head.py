"""The head of a document: letterhead, number, place and date, kind, subject, addressees, legal bases."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.lint import words
from report_utils.lint.model import Line, Para
from report_utils.lint.outline import Mark, numbered
from report_utils.lint.roles import Anatomy, Role, whole
from report_utils.lint.strokes import is_rule_of_signs
from report_utils.vietnamese.text import fold

Place = tuple[Para, Line]
_MOST = 60
_LONGEST_SUBJECT = 5
_WITHOUT_NAME = 12
"""Paragraphs in which number and date are looked for where there is no national name."""



def find_head(anatomy: Anatomy) -> int:
    """Give the lines of the head their roles; the number of the first paragraph behind it."""
    paragraphs = anatomy.document.paragraphs[:_MOST]
    lines = [(para, line) for para in paragraphs for line in para.lines if line.text]
    national = next((at for at in lines if words.is_national_name(at[1].text)), None)
    motto = next((at for at in lines if words.is_motto(at[1].text)), None)
    for role, place in ((Role.NATIONAL_NAME, national), (Role.MOTTO, motto)):
        if place:
            anatomy.add(role, *place)
    end = _letterhead(anatomy, lines, national or motto)
    end = _title(anatomy, [para for para in paragraphs if para.number >= end]) or end
    return _bases(anatomy, _addressees(anatomy, end))


def _letterhead(anatomy: Anatomy, lines: Sequence[Place], right: Place | None) -> int:
    """Agency, number and date beside and below the national name; the number of the first paragraph below."""
    kind = next((para.number for para, line in lines if _is_kind(para, line)), None)
    limit = kind if kind is not None else _end_of_table(anatomy, right)
    above = [(para, line) for para, line in lines if para.number < limit]
    number = next((at for at in above if words.is_number_line(at[1].text)), None)
    date = next((at for at in above if words.is_date_line(at[1].text)), None)
    for role, place in ((Role.NUMBER, number), (Role.PLACE_DATE, date)):
        if place:
            anatomy.add(role, *place)
    _stamps(anatomy, above)
    taken = {id(at[1]) for at in (right, number, date) if at} | {id(spot.line) for role in (
        Role.MOTTO, Role.STAMP, Role.CIRCULATION) for spot in anatomy.spots[role]}
    before = above[: above.index(number)] if number else above
    left = [at for at in before if id(at[1]) not in taken and _is_left_of(at[0], right)
            and not is_rule_of_signs(at[1].text) and not words.is_draft_mark(at[1].text)] if right else []
    _agencies(anatomy, left)
    _letter_subject(anatomy, above)
    return limit


def _stamps(anatomy: Anatomy, above: Sequence[Place]) -> None:
    for para, line in above:
        for role, test in ((Role.STAMP, words.is_stamp), (Role.CIRCULATION, words.is_circulation)):
            if test(line.text):
                anatomy.add(role, para, line)


def _end_of_table(anatomy: Anatomy, right: Place | None) -> int:
    """The first paragraph behind the table of the letterhead; without one, behind the national name."""
    paragraphs = anatomy.document.paragraphs
    if right is None:
        return _WITHOUT_NAME
    cell = right[0].cell
    if cell is None:
        return right[0].number + 6
    return max(para.number for para in paragraphs if para.cell and para.cell.table == cell.table) + 1


def _is_left_of(para: Para, right: Place | None) -> bool:
    """Whether a paragraph stands in a column left of the national name; above it where there is no table."""
    if right is None or right[0].cell is None or para.cell is None:
        return para.cell is None and (right is None or para.number < right[0].number)
    return para.cell.table == right[0].cell.table and para.cell.column < right[0].cell.column


def _agencies(anatomy: Anatomy, left: Sequence[Place]) -> None:
    """The lines above the number: the agency begins at the last line that begins like one, the superior is above."""
    starts = [i for i, (_, line) in enumerate(left) if i and words.begins_agency(line.text)]
    goes_on = any(words.begins_territory(line.text) for _, line in left[1:])
    first = starts[-1] if starts else 0 if goes_on else max(0, len(left) - 1)
    for i, (para, line) in enumerate(left):
        anatomy.add(Role.AGENCY if i >= first else Role.SUPERIOR, para, line)


def _letter_subject(anatomy: Anatomy, above: Sequence[Place]) -> None:
    start = next((i for i, (_, line) in enumerate(above) if words.is_letter_subject(line.text)), None)
    if start is None:
        return
    first = above[start][0]
    for para, line in above[start:]:
        same_cell = para.cell == first.cell if first.cell else para is first
        if same_cell and not words.is_date_line(line.text):
            anatomy.add(Role.LETTER_SUBJECT, para, line)


def _is_kind(para: Para, line: Line) -> bool:
    return para.cell is None and bool(words.kind_code(line.text))


def _title(anatomy: Anatomy, below: Sequence[Para]) -> int:
    """Kind and subject; the number of the first paragraph behind them, 0 without a kind."""
    start = next((i for i, para in enumerate(below) for line in para.lines if _is_kind(para, line)), None)
    if start is None:
        return 0
    lines = [(para, line) for para in below[start : start + _LONGEST_SUBJECT + 1] for line in para.lines if line.text]
    anatomy.add(Role.KIND, *lines[0])
    end = lines[0][0].number + 1
    for para, line in lines[1:]:
        if not _is_subject(para, line) or _is_authority(line.text):
            break
        anatomy.add(Role.SUBJECT, para, line)
        end = para.number + 1
    return end


def _is_subject(para: Para, line: Line) -> bool:
    is_set_off = para.look.align == "center" or all(piece.look.bold for piece in line.inked)
    text = line.text
    return is_set_off and not (_is_addressee(text) or words.is_basis(text) or text[:1] in "([" or is_rule_of_signs(text)
                               or numbered(para).mark is not Mark.NONE)


def _is_authority(text: str) -> bool:
    """Whether a line of a decision names in capitals who decides: "GIÁM ĐỐC SỞ Y TẾ" (Appendix III, form 1.2)."""
    return text.isupper() and (words.is_capacity(text) or words.begins_agency(text))


def _is_addressee(text: str) -> bool:
    return fold(text).startswith("kính gửi")


def _addressees(anatomy: Anatomy, end: int) -> int:
    """Kính gửi and the lines below it; the number of the first paragraph behind them."""
    paragraphs = anatomy.document.paragraphs
    start = next((para.number for para in paragraphs[end : end + 12] if _is_addressee(para.text)), None)
    if start is None:
        return end
    for line in _listed(paragraphs[start]):
        anatomy.add(Role.ADDRESSEE, paragraphs[start], line)
    end = start + 1
    while end < len(paragraphs) and (paragraphs[end].text[:1] in "-–" if paragraphs[end].text else True):
        if paragraphs[end].text:
            anatomy.add(Role.ADDRESSEE, paragraphs[end], whole(paragraphs[end]))
        end += 1
    return end


def _listed(para: Para) -> Sequence[Line]:
    """The lines of a paragraph where each names one addressee behind a dash; else the paragraph as one line."""
    lines = [line for line in para.lines if line.text]
    return lines if lines[1:] and all(line.text[0] in "-–" for line in lines[1:]) else [whole(para)]


def _bases(anatomy: Anatomy, end: int) -> int:
    """The legal bases right behind the title: "Căn cứ …", and others in italics or that end with ";"."""
    paragraphs = anatomy.document.paragraphs
    at = end
    while at < len(paragraphs) and (_is_passed(paragraphs[at]) or _is_base(paragraphs[at])):
        if not _is_passed(paragraphs[at]):
            anatomy.add(Role.BASIS, paragraphs[at], whole(paragraphs[at]))
            end = at + 1
        at += 1
    return end


def _is_passed(para: Para) -> bool:
    """Whether bases may stand below: a blank line, or who decides."""
    return para.is_blank or (para.cell is None and para.look.align == "center" and _is_authority(para.text))


def _is_base(para: Para) -> bool:
    is_italic = bool(list(para.pieces)) and all(piece.look.italic for piece in para.pieces)
    starts = fold(para.text).startswith(("thực hiện", "theo ", "trên cơ sở"))
    return para.cell is None and (words.is_basis(para.text) or is_italic or (starts and para.text.endswith(";")))
