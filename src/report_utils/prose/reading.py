"""From lines of text, as they come out of a file, to passages with their headings and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from report_utils.prose.passage import Kind, Passage, Text
from report_utils.vietnamese.text import nfc


@dataclass(frozen=True)
class Line:
    """A paragraph as a file has it. `strong`: it looks like a heading; `cells`: it is a row of the table `table`.

    `decomposed`: its letters and marks are apart (Unicode tổ hợp). `source` says where it comes from, if lines of
    several sources make one text.
    """

    text: str
    strong: bool = False
    cells: tuple[str, ...] = ()
    table: int = 0
    decomposed: bool = False
    source: object = None


_TAG = re.compile(r"</?(?:b|i|u|sup|sub|strong|em|br)\s*/?>", re.IGNORECASE)
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ALL_STRONG = re.compile(r"^\s*(?:#{1,6}\s+)?\*{2,3}[^*]+\*{2,3}[.:;]?\s*$|^\s*#{1,6}\s")
_BULLET = re.compile(r"^(?P<marker>(?:[-–—]\s+)?\+|[-–—•●▪◦*·]|o(?=\s))(?:\s+|(?=[^\W\d_]))")
_ROMAN = re.compile(r"^(?P<marker>(?:Phần\s+)?(?:X{0,1}(?:IX|IV|V?I{1,3}|V|X)))(?:\.|\)|:|\s*[-–])\s*(?=\S)")
_DOTTED = re.compile(r"^(?P<marker>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[^\W\d_]|[\"“(*])")
_ARABIC = re.compile(r"^(?P<marker>\d{1,2})(?:\.|\)|/)\s*(?=[^\W\d_]|[\"“(*])")
_LETTER = re.compile(r"^(?P<marker>[a-zđ])(?:\)|\.)\s*(?=\S)")
_STRONG_END = re.compile(r"[.;:!?…/)\]\"”»]\s*$|\.\.\.$")
_HANGING = re.compile(
    r"(?:\b(?:ngày|số|của|và|về|theo|tại|các|những|cho|đến|từ|với|là|trên|gồm|trong|do|có|công|thuộc)|[,(–-])\s*$",
    re.IGNORECASE,
)
_LETTERED, _LEADING = 5, 6
_LEAST_TABS = 2
_DEPTHS = {"-": 7, "+": 8, "•": 9}
_AHEAD = re.compile(r"^(?:PHƯƠNG HƯỚNG|NHIỆM VỤ|KẾ HOẠCH CÔNG TÁC|KIẾN NGHỊ|ĐỀ XUẤT)\b")
_TOLD = re.compile(r"[.:;]\s+\S")
_LONGEST_HEADING = 240


def read_text(lines: Iterable[Line | str]) -> Text:
    """The passages of a text. Lines with a tab between figures are rows of a table; broken paragraphs are joined."""
    return Text(tuple(_placed(_joined(_cleaned(lines)))))


def _cleaned(lines: Iterable[Line | str]) -> Iterator[Line]:
    """Lines that say something, without mark-up; rows of tables written with tabs as rows."""
    tables = _Tables()
    for given in lines:
        line = given if isinstance(given, Line) else Line(given)
        raw = nfc(line.text).rstrip("\n\r")
        if line.cells or raw.count("\t") >= (1 if tables.is_open else _LEAST_TABS):
            cells = tuple(map(plain, line.cells or raw.split("\t")))
            yield replace(line, text=" | ".join(filter(None, cells)), cells=cells, table=tables.number(line, cells))
        elif text := plain(raw):
            tables.ended()
            apart = nfc(line.text) != line.text
            yield Line(text, line.strong or bool(_ALL_STRONG.match(raw)), decomposed=apart, source=line.source)


class _Tables:
    """Counts tables. One that a page break has cut in two is one: the same header follows it at once."""

    def __init__(self) -> None:
        self._count, self._own, self.is_open = 0, -1, False
        self._header: tuple[str, ...] = ()

    def number(self, line: Line, cells: tuple[str, ...]) -> int:
        """The number of the table that a row belongs to."""
        is_next = not self.is_open or line.table != self._own
        if is_next and not (self.is_open and cells == self._header):
            self._count, self._header = self._count + 1, cells
        self._own, self.is_open = line.table, True
        return self._count

    def ended(self) -> None:
        """Other words stand between this table and the next."""
        self.is_open = False


def plain(text: str) -> str:
    """A line in NFC without the marks of Markdown and HTML, its white space folded."""
    bare = _HASHES.sub("", _TAG.sub("", nfc(text)).replace("\\*", "*"))
    for _ in range(3):
        bare = _EMPHASIS.sub(r"\2", bare)
    return " ".join(bare.replace("**", "").split())


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Paragraphs that a page break has cut in two are one again."""
    held: Line | None = None
    for line in lines:
        if held and _goes_on(held, line):
            held = replace(held, text=f"{held.text} {line.text}", decomposed=held.decomposed or line.decomposed)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _goes_on(one: Line, other: Line) -> bool:
    if one.table or other.table or other.strong or one.source != other.source or _STRONG_END.search(one.text):
        return False
    first = other.text[:1]
    if _marker(other)[0]:
        return False
    return first.islower() or (bool(_HANGING.search(one.text)) and (first.isdigit() or first.islower()))


def _marker(line: Line) -> tuple[str, int]:
    """The number or bullet in front of a line and its depth; ("", 0) where there is none."""
    if found := _BULLET.match(line.text):
        marker = found["marker"].strip()[-1]
        kind = "-" if marker in "-–—" else "+" if marker == "+" else "•"
        return found[0], _DEPTHS[kind]
    for pattern, depth in ((_ROMAN, 1), (_DOTTED, 0), (_ARABIC, 2), (_LETTER, _LETTERED)):
        if found := pattern.match(line.text):
            marker = found["marker"]
            return found[0], depth or min(2 + marker.count("."), 4)
    return "", 0


def _placed(lines: Iterable[Line]) -> Iterator[Passage]:
    """Passages with the headings and the leading items above them."""
    above: list[Passage] = []
    begun: dict[int, int] = {}
    for number, line in enumerate(lines, 1):
        prefix, kind, depth = _ranked(line)
        if not line.table:
            above = [each for each in above if each.depth < depth and not _is_over(each, depth, begun)]
            if above:
                begun.setdefault(above[-1].number, depth)
        headings = tuple(each.marker for each in above if each.depth <= _LETTERED and each.marker)
        marker = prefix.strip() if depth <= _LETTERED else prefix.strip()[-1:]
        text = line.text[len(prefix) :].strip()
        passage = Passage(number, text, kind, depth, marker, headings, tuple(above), line.cells, line.table,
                          line.decomposed, line.source)
        yield passage
        if not line.table and (kind is not Kind.PARAGRAPH or passage.leads or depth <= _LETTERED):
            above.append(passage)


def _ranked(line: Line) -> tuple[str, Kind, int]:
    """The marker that a line begins with, what it is, and its rank among headings and items."""
    prefix, depth = ("", 0) if line.table else _marker(line)
    kind = _kind(line, prefix, depth)
    if not depth and _is_part(line):
        kind, depth = Kind.HEADING, 1
    return prefix, kind, depth or (_LETTERED if kind is Kind.HEADING else _LEADING)


def _is_over(lead: Passage, depth: int, begun: dict[int, int]) -> bool:
    """Whether the list that a sentence led to has ended: it began with items of a lower rank than the next one."""
    return lead.kind is Kind.PARAGRAPH and lead.depth == _LEADING and depth < begun.get(lead.number, depth)


def _is_part(line: Line) -> bool:
    """Whether a line in capitals without a number names what is to be done: the title of the last part of a report."""
    return line.text.isupper() and _AHEAD.search(line.text) is not None and len(line.text) < _LONGEST_HEADING


def _kind(line: Line, prefix: str, depth: int) -> Kind:
    if line.table:
        return Kind.ROW
    if depth >= _DEPTHS["-"]:
        return Kind.ITEM
    if line.strong and len(line.text) < _LONGEST_HEADING:
        return Kind.HEADING
    if prefix and (depth == 1 or _is_title(line.text[len(prefix) :])):
        return Kind.HEADING
    return Kind.PARAGRAPH


def _is_title(text: str) -> bool:
    """Whether the words behind a number are a title: no sentence, nothing told behind a colon."""
    if _TOLD.search(text) or len(text) >= _LONGEST_HEADING:
        return False
    return not text.rstrip().endswith((".", ";", ",")) or (len(text) < 90 and not any(map(str.isdigit, text)))
