"""A figure as a tree: from its value through the quantities it is made of, unit by unit, to the cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from report_utils.figures.cell_values import CellValues
from report_utils.figures.derivation import Operation
from report_utils.figures.figure import Figure
from report_utils.figures.quantity import Quantity, cell_elsewhere
from report_utils.findings import CellRef
from report_utils.intake.adjustments.record import Correction, signed_json
from report_utils.intake.values import written
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_percent

_WORDS = {
    Operation.SUM: "Tổng", Operation.DIFFERENCE: "Hiệu", Operation.NEGATIVE: "Trừ đi", Operation.PERCENT: "Tỷ lệ",
    Operation.COUNT: "Số dòng, mục được tính", Operation.LIST: "Số mục của danh mục", Operation.ENTRY: "Dòng",
    Operation.OLDEST: "Ngày sớm nhất", Operation.NIL: "Không phát sinh", Operation.SETTING: "Theo danh mục",
}
_IN_CELLS = (None, Operation.AMOUNT, Operation.NIL, Operation.SETTING)
"""What a quantity may be that stands in cells and has no parts."""
_PLACES = 4


@dataclass(frozen=True)
class Leaf:
    """A cell and what stands in it, as people write it; `correction` where it is not what the unit sent."""

    cell: CellRef
    text: str
    correction: Correction | None = None

    def __str__(self) -> str:
        told = f" [{self.correction.words}]" if self.correction else ""
        return f"{self.cell} = {self.text}{told}" if self.text else f"{self.cell}{told}"


@dataclass(frozen=True)
class Node:
    """A quantity: in words what it is, its value, what it is made of. `kept` says whether a count counts it."""

    operation: str
    words: str
    value: Decimal | None
    text: str
    code: str = ""
    kept: bool | None = None
    parts: tuple[Node, ...] = ()
    leaves: tuple[Leaf, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The node with all below it."""
        return {"operation": self.operation, "code": self.code, "words": self.words, "text": self.text,
                "value": None if self.value is None else f"{self.value:f}", "counted": self.kept,
                "parts": [part.as_json() for part in self.parts],
                "cells": [leaf_json(leaf) for leaf in self.leaves]}


def leaf_json(leaf: Leaf) -> dict[str, Any]:
    """A cell as an object; `adjusted` stands only in one that the office corrected."""
    cell = {"file": leaf.cell.file, "sheet": leaf.cell.sheet, "cell": leaf.cell.cell, "value": leaf.text}
    return {**cell, "adjusted": signed_json(leaf.correction)} if leaf.correction else cell


@dataclass(frozen=True)
class Trees:
    """Makes trees: `named` are the figures by the identity of their quantities, `values` what stands in cells."""

    named: Mapping[int, Figure]
    values: CellValues

    def of(self, figure: Figure) -> Node:
        """The whole tree of a figure."""
        return self._node(figure.quantity, "", figure)

    def _node(self, quantity: Quantity, place: str, figure: Figure | None = None, kept: bool | None = None) -> Node:
        derivation, known = quantity.derivation, figure or self.named.get(id(quantity))
        operation = derivation.operation if derivation else None
        if derivation and operation is Operation.ELSEWHERE:
            inner = self._node(derivation.parts[0], derivation.words)
            words = f"{derivation.words}: {inner.words}"
            return Node(operation, words, inner.value, inner.text, "", kept, inner.parts, inner.leaves)
        parts = self._parts(quantity, place)
        own = {leaf.cell for part in parts for leaf in _leaves(part)}
        cells = [cell for cell in (cell_elsewhere(c, place) if place else c for c in quantity.cells) if cell not in own]
        words = known.rule if known else (derivation and derivation.words) or _WORDS.get(operation or Operation.SUM, "")
        text = known.text if known and quantity.known else _text(quantity.value, operation)
        return Node(operation or "cell", words, quantity.value, text, known.code if known else "", kept, parts,
                    tuple(self.leaf(cell) for cell in cells))

    def _parts(self, quantity: Quantity, place: str) -> tuple[Node, ...]:
        derivation = quantity.derivation
        if derivation is None:
            return ()
        kept = derivation.kept or (None,) * len(derivation.parts)
        pairs = [(part, is_kept) for part, is_kept in zip(derivation.parts, kept, strict=True) if part.cells]
        simple = [part for part, _ in pairs if _operation(part) in _IN_CELLS]
        if derivation.operation is Operation.SUM and simple:
            others = [self._node(part, place) for part, _ in pairs if _operation(part) not in _IN_CELLS]
            return (*others, *self._by_unit(simple, place))
        if derivation.operation in (Operation.ENTRY, Operation.OLDEST):
            return ()
        return tuple(self._node(part, place, kept=is_kept) for part, is_kept in pairs)

    def _by_unit(self, parts: Iterable[Quantity], place: str) -> Iterator[Node]:
        """A node for each unit, with what it adds; none where all is of one unit: its cells stand by themselves."""
        units: dict[str, list[Quantity]] = {}
        for part in parts:
            units.setdefault(self.values.unit(_there(part.cells[0], place)), []).append(part)
        for unit, own in units.items() if len(units) > 1 else ():
            known = [part.value for part in own if part.value is not None]
            value = sum(known, Decimal(0)) if len(known) == len(own) else None
            yield Node("unit", unit or "Không rõ đơn vị", value, _text(value, None),
                       leaves=tuple(self.leaf(_there(cell, place)) for part in own for cell in part.cells))

    def leaf(self, cell: CellRef) -> Leaf:
        """A cell with what stands in it."""
        return Leaf(cell, written(self.values(cell), _PLACES), self.values.correction(cell))


def trees_of(values: CellValues, figures: Iterable[Figure]) -> Trees:
    """What makes trees in which quantities are called by those of `figures` that they are."""
    return Trees({id(figure.quantity): figure for figure in figures}, values)


def _leaves(node: Node) -> Iterator[Leaf]:
    yield from node.leaves
    for part in node.parts:
        yield from _leaves(part)


def _there(cell: CellRef, place: str) -> CellRef:
    return cell_elsewhere(cell, place) if place else cell


def _operation(quantity: Quantity) -> Operation | None:
    return quantity.derivation.operation if quantity.derivation else None


def _text(value: Decimal | None, operation: Operation | None) -> str:
    if value is None or operation is Operation.CHOICE:
        return ""
    if operation is Operation.OLDEST:
        return format_date(dt.date.fromordinal(int(value)))
    if operation is Operation.PERCENT:
        return format_percent(value, _PLACES)
    return written(value, _PLACES)
