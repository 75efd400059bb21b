"""A Word file as it is compared: sentences in reading order, and tables of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from report_utils.lint.roles import Role
from report_utils.review.comparing.marks import Marked
from report_utils.review.comparing.words import Word, words_of

_OUTSIDE_ROLES = {Role.BODY: "Câu", Role.MARGIN: "Đầu trang, chân trang"}
NOTE = "Chú thích"


@dataclass(frozen=True)
class Sentence:
    """A sentence, a heading, another line or the words of a cell: what stands there, and where.

    `element` says what it is, for people; `heading` is the heading above it; `role` that of its line.
    """

    marked: Marked
    element: str
    heading: str = ""
    role: Role = Role.BODY

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.marked.text)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Equal for two sentences that a reader takes for the same."""
        return tuple(word.key for word in self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The bookmarks of figures in it."""
        return frozenset(mark.name for mark in self.marked.marks)

    @cached_property
    def bag(self) -> Counter[str]:
        """Its words, however they are ordered."""
        return Counter(self.key)

    @property
    def text(self) -> str:
        """The words with white space folded."""
        return " ".join(self.marked.text.split())


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells by the number of their column."""

    cells: Mapping[int, Sentence]

    @cached_property
    def key(self) -> tuple[tuple[str, ...], ...]:
        return tuple(cell.key for cell in self.cells.values() if cell.key)

    @cached_property
    def names(self) -> frozenset[str]:
        return _names(self.cells.values())

    @cached_property
    def bag(self) -> Counter[str]:
        return _bag(self.cells.values())

    @property
    def text(self) -> str:
        """The words of its cells, beside each other."""
        return " | ".join(cell.text for cell in self.cells.values())


@dataclass(frozen=True)
class Grid:
    """A table: what people call it, the heading above it, its rows, the names of its columns by their numbers."""

    label: str
    heading: str
    rows: tuple[Row, ...]
    columns: Mapping[int, str]

    @cached_property
    def key(self) -> tuple[object, ...]:
        return tuple(row.key for row in self.rows)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(name for row in self.rows for name in row.names)

    @cached_property
    def bag(self) -> Counter[str]:
        return _bag(cell for row in self.rows for cell in row.cells.values())


@dataclass(frozen=True)
class Copy:
    """A whole file. `pictures` counts those of head and body; `is_sealed` says that it carries a digital signature.

    `images` are the digests of the files of its pictures.
    """

    sentences: tuple[Sentence, ...]
    margins: tuple[Sentence, ...]
    grids: tuple[Grid, ...]
    pictures: int
    is_sealed: bool
    images: frozenset[str] = frozenset()


def element_of(role: Role) -> str:
    """What a line of that role is called."""
    return _OUTSIDE_ROLES.get(role, role.value)


def _names(cells: Iterable[Sentence]) -> frozenset[str]:
    return frozenset(name for cell in cells for name in cell.names)


def _bag(cells: Iterable[Sentence]) -> Counter[str]:
    bag: Counter[str] = Counter()
    for cell in cells:
        bag.update(cell.bag)
    return bag
