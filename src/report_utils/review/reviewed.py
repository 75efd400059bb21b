"""`baocao review`: what does not agree in a report, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.period import Period
from report_utils.findings import CellRef, Finding, finding
from report_utils.lint.package import open_word, word_package
from report_utils.prose.passage import Kind, Passage, Text
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.review import review
from report_utils.prose.scan import Report, Setting
from report_utils.prose.setting import setting_for, setting_of
from report_utils.review.word_text import OPEN, text_of

_JOINT = " | "


@dataclass(frozen=True)
class Found:
    """A finding with the sentences or rows it is about."""

    finding: Finding
    quotes: tuple[str, ...]

    def as_json(self) -> dict[str, str]:
        """The finding under the keys of the `--json` output of every command; `text` are the quotes."""
        return {**self.finding.as_json(), "text": _JOINT.join(self.quotes)}


@dataclass(frozen=True)
class ReviewedReport:
    """A report that was read: its period and window, what does not agree, what was compared and agrees."""

    file: str
    setting: Setting
    found: tuple[Found, ...]
    held: tuple[Held, ...]


def review_word(path: Path, period: Period | None = None, beside: Sequence[Path] = ()) -> ReviewedReport:
    """The report in a Word file; of the period that its title names, unless `period` is given.

    The documents that it cites are held against those that the files `beside` cite. Raises NoWordFileError.
    """
    text = text_of(open_word(path))
    told = setting_of(text)
    setting = setting_for(period, day=told.day) if period else told
    return _reviewed(path.name, text, setting, beside)


def review_bytes(word: bytes, name: str, setting: Setting) -> ReviewedReport:
    """A Word file that was just written as `name`, on what is known of its period."""
    return _reviewed(name, text_of(word_package(word, name)), setting, ())


def _reviewed(name: str, text: Text, setting: Setting, beside: Sequence[Path]) -> ReviewedReport:
    others = {each.name: Report(text_of(open_word(each))) for each in beside}
    files = {id(passage): file for file, other in others.items() for passage in other.text}
    reviewed = review(Report(text, setting, tuple(others.values())))
    found = tuple(_found(name, each, files) for each in reviewed.remarks if not _is_open(each))
    return ReviewedReport(name, setting, found, reviewed.held)


def _is_open(remark: Remark) -> bool:
    """Whether a remark is about a sentence that a draft has not finished; it is judged when its data is there."""
    return any(OPEN in spot.quote for spot in remark.spots)


def _found(file: str, remark: Remark, others: Mapping[int, str]) -> Found:
    first, *more = (place_of(others.get(id(each.scan.passage), file), each) for each in remark.spots)
    listed = finding(remark.code, at=first, found=remark.found, expected=remark.expected,
                     related=tuple(dict.fromkeys(more)), **remark.fields)
    return Found(listed, tuple(dict.fromkeys(each.quote for each in remark.spots)))


def place_of(file: str, spot: Spot) -> CellRef:
    """Where a spot is: file, section, number of the passage."""
    passage = spot.scan.passage
    return CellRef(file, f"Mục {passage.section}" if passage.section else "", _numbered(passage))


def _numbered(passage: Passage) -> str:
    kind = f"bảng {passage.table}, đoạn" if passage.kind is Kind.ROW else "đoạn"
    return f"{kind} {passage.number}"


def confirmations(reviewed: ReviewedReport) -> Iterator[str]:
    """The equations that hold, a line each."""
    for held in reviewed.held:
        places = ", ".join(dict.fromkeys(str(place_of("", each)) for each in held.spots))
        yield f"{held.what} ({places})"
