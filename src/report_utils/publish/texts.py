"""Columns of text, and files put together from them: by Arrow, all rows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain, pairwise

import pyarrow as pa
import pyarrow.compute as pc

_TEXT = pa.large_string()
_NOT_ORDINARY = r'^[^\pL\pN]|["\\&<>\x00-\x1f]|_x'
"""Texts that a format may have to write otherwise: formulas, and what CSV, JSON, XML or Excel would misread."""
Column = tuple[str, "Texts", str]
"""What stands before, in and behind each cell of a column."""


class Texts:
    """A column of texts; what is unknown is ""."""

    def __init__(self, array: pa.Array) -> None:
        self.array = array.cast(_TEXT).fill_null("")

    @classmethod
    def of(cls, texts: Iterable[str | None]) -> Texts:
        """The column with these texts."""
        return cls(pa.array(texts, _TEXT))

    @cached_property
    def has_blank(self) -> bool:
        """Whether any of the texts is empty."""
        return pc.any(self._is_blank).as_py() is True

    @cached_property
    def _is_blank(self) -> pa.Array:
        return pc.equal(self.array, "")

    def framed(self, before: str, after: str, blank: str) -> Texts:
        """Each text between two others; `blank` stands for an empty one."""
        framed = pc.binary_join_element_wise(_one(before), self.array, _one(after), _one(""))
        return Texts(pc.if_else(self._is_blank, _one(blank), framed))

    @cached_property
    def is_ordinary(self) -> bool:
        """Whether every format can write all of the texts as they are."""
        return not self._has_any(_NOT_ORDINARY)

    def has_any(self, where: str) -> bool:
        """Whether `where` (a pattern of RE2) is found in any of the texts."""
        return not self.is_ordinary and self._has_any(where)

    def _has_any(self, where: str) -> bool:
        return pc.any(pc.match_substring_regex(self.array, where)).as_py() is True

    def rewritten(self, where: str, write: Callable[[str], str], others: Texts | None = None) -> Texts:
        """The texts in which `where` (a pattern of RE2) is found as `write` puts them; those of `others` elsewhere."""
        if not self.has_any(where):
            return others or self
        found = pc.match_substring_regex(self.array, where)
        written = Texts.of(map(write, self.array.filter(found).to_pylist()))
        return Texts(pc.replace_with_mask((others or self).array, found, written.array))


def rows(columns: Sequence[Column], begin: str, between: str, end: str) -> memoryview:
    """All rows in UTF-8, one after the other: a row is a frame that its cells fill in."""
    edges = [begin + columns[0][0], *(left[2] + between + right[0] for left, right in pairwise(columns)),
             columns[-1][2] + end]
    parts = chain.from_iterable((_one(edge), cells.array) for edge, (_, cells, _) in zip(edges, columns, strict=False))
    joined = pc.binary_join_element_wise(*parts, _one(edges[-1]), _one(""))
    return memoryview(joined.buffers()[2] or b"")[:pc.sum(pc.binary_length(joined)).as_py() or 0]


def _one(text: str) -> pa.Scalar:
    return pa.scalar(text, _TEXT)
