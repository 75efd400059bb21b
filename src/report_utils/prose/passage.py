"""The pieces of a text that rules look at, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What a passage is to its neighbours."""

    PARAGRAPH = "đoạn"
    HEADING = "đề mục"
    ITEM = "gạch đầu dòng"
    ROW = "dòng của bảng"


@dataclass(frozen=True, eq=False)
class Passage:
    """A paragraph, heading, list item or table row. `text` is in NFC, without marks of a mark-up language.

    `number` counts the passages of a text from 1; `depth` is that of its heading or bullet (1 for "I.", more for what
    stands below); `marker` is its own number or bullet; `path` are the markers of the headings above it; `parents` are
    the passages that lead to it, the nearest last. `cells` are those of a table row, `table` counts tables from 1.
    """

    number: int
    text: str
    kind: Kind = Kind.PARAGRAPH
    depth: int = 0
    marker: str = ""
    path: tuple[str, ...] = ()
    parents: tuple[Passage, ...] = field(default=(), repr=False)
    cells: tuple[str, ...] = ()
    table: int = 0
    decomposed: bool = False
    source: object = field(default=None, repr=False)

    @property
    def section(self) -> str:
        """The headings above, as people name them: "II.6.7", "II.8.3.a"."""
        named: list[str] = []
        for marker in self.path:
            bare = marker.strip(".) ")
            if named and bare.startswith(f"{named[-1]}."):
                named[-1] = bare
            else:
                named.append(bare)
        return ".".join(named)

    @property
    def leads(self) -> bool:
        """Whether the passage announces what follows: it ends with a colon."""
        return self.text.rstrip().endswith(":")


@dataclass(frozen=True)
class Text:
    """The passages of one text in their order."""

    passages: tuple[Passage, ...]

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)

    def children(self, parent: Passage) -> list[Passage]:
        """The passages right below `parent`, in their order."""
        return [each for each in self.passages if each.parents and each.parents[-1] is parent]

    def below(self, parent: Passage) -> list[Passage]:
        """All passages below `parent`."""
        return [each for each in self.passages if any(above is parent for above in each.parents)]

    @property
    def tables(self) -> list[list[Passage]]:
        """The rows of each table."""
        found: dict[int, list[Passage]] = {}
        for each in self.passages:
            if each.table:
                found.setdefault(each.table, []).append(each)
        return list(found.values())
