"""What a rule says of a text: that something does not agree, or that it was compared and agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from report_utils.prose.amounts import Amount
from report_utils.prose.scan import Report, Scanned


@dataclass(frozen=True)
class Spot:
    """A place in a text: the sentence around a position; of a table row the whole row."""

    scan: Scanned
    position: int = 0

    @property
    def quote(self) -> str:
        start, end = self.scan.sentence_at(self.position)
        return self.scan.passage.text[start:end]


@dataclass(frozen=True)
class Remark:
    """Something that does not agree. `fields` fill the message of the rule `code` in the catalogue."""

    code: str
    spots: tuple[Spot, ...]
    found: str = ""
    expected: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Held:
    """Something that was compared and agrees; `what` is the equation in numbers."""

    what: str
    spots: tuple[Spot, ...]


Rule = Callable[[Report], Iterator[Remark | Held]]


def spot(scan: Scanned, amount: Amount | None = None) -> Spot:
    """The place of an amount, or of the whole passage."""
    return Spot(scan, amount.start if amount else 0)
