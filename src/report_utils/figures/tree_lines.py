"""A tree as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.figures.trace import traced
from report_utils.figures.tree import Leaf, Node
from report_utils.intake.dataset import Dataset
from report_utils.intake.exports.counts import CASES
from report_utils.vietnamese.numbers import format_integer

_MOST = 12
"""Lines below a node, without `full`."""
_KEPT = {True: "[tính] ", False: "[không tính] ", None: ""}


def tree_lines(root: Node, dataset: Dataset, *, full: bool) -> list[str]:
    """What lies below the root, a line each; long lists are cut unless `full`, and say so."""
    return list(_below(root, "", dataset, full=full))


Branch = tuple[str, Node | None]
"""A line, and the node whose branches stand below it."""


def _below(node: Node, indent: str, dataset: Dataset, *, full: bool) -> Iterator[str]:
    branches = _shortened(_branches(node, dataset), "mục" if node.parts else "ô", full=full)
    for number, (line, below) in enumerate(branches, start=1):
        is_last = number == len(branches)
        yield f"{indent}{'└─' if is_last else '├─'} {line}"
        if below:
            yield from _below(below, f"{indent}{'   ' if is_last else '│  '}", dataset, full=full)


def _branches(node: Node, dataset: Dataset) -> list[Branch]:
    parts: list[Branch] = [_branch(part, dataset) for part in sorted(node.parts, key=lambda part: part.kept is False)]
    return [*parts, *((line, None) for line in _leaf_lines(node.leaves, dataset))]


def _branch(node: Node, dataset: Dataset) -> Branch:
    """A node in one line with its only cell, where it has no more; else with its branches below."""
    own = _leaf_lines(node.leaves, dataset)
    mark = _KEPT[node.kept]
    if node.operation in ("cell", "entry") and len(own) == 1 and not node.parts:
        named = f"{node.words}: " if node.operation == "entry" and node.words != "Dòng" else ""
        return f"{mark}{named}{own[0]}", None
    name = f"{node.code} – {node.words}" if node.code else node.words
    is_told = node.text and node.operation != "entry"
    return f"{mark}{name}{f' = {node.text}' if is_told else ''}", node


def _leaf_lines(leaves: Sequence[Leaf], dataset: Dataset) -> list[str]:
    """Cells of a list of cases come last: all rows of a column on one line, nothing of what stands in them."""
    lists = {(export.file, export.sheet) for export in dataset.exports if export.kind == CASES}
    plain = [leaf for leaf in leaves if (leaf.cell.file, leaf.cell.sheet) not in lists]
    counted = [leaf.cell for leaf in leaves if (leaf.cell.file, leaf.cell.sheet) in lists]
    return [*map(str, plain), *traced(dataset, counted)]


def _shortened(branches: list[Branch], what: str, *, full: bool) -> list[Branch]:
    left = len(branches) - _MOST
    if full or left <= 1:
        return branches
    return [*branches[:_MOST], (f"… và {format_integer(left)} {what} nữa; dùng --full để xem hết", None)]


