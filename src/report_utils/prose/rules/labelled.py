"""R05: amounts with a number in brackets, and the formulas over those numbers: (1)+(2), (1+2-3), (3)=(1)-(2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal

_OWN = re.compile(r"^\s*[.,;]?\s*\((?P<n>\d{1,2})\)(?!\s*[+\-–])(?:\s*=\s*(?P<formula>[\d()+\-–\s\[\]]+))?")
_FORMULA = re.compile(r"^\s*[.,;]?\s*[(\[]?\s*(?P<formula>\(?\d{1,2}\)?(?:\s*[+\-–]\s*\(?\d{1,2}\)?)+)\s*[)\]]?")
_BEFORE = re.compile(r"\((?P<n>\d{1,2})\)(?:\s*=\s*(?P<formula>[\d()+\-–\s\[\]]*\d\)?))?[^\d]{0,3}$")
_TERM = re.compile(r"([+\-–])?\s*\(?(\d{1,2})\)?")
_ROUNDED = re.compile(r"\blàm tròn\b")

Known = dict[int, tuple[Scanned, Amount]]


def check_labels(report: Report) -> Iterator[Remark | Held]:
    """Each formula against the amounts last given those numbers, within one heading.

    A sum that is off by one unit holds where a note of the report says that numbers are rounded.
    """
    noted = any(_ROUNDED.search(scan.low) for scan in report)
    known: Known = {}
    section: tuple[str, ...] = ()
    for scan in report:
        if scan.passage.kind is Kind.HEADING and scan.passage.path != section:
            known, section = {}, scan.passage.path
        if scan.passage.kind is not Kind.ROW:
            yield from _of_passage(scan, known, noted=noted)


def _of_passage(scan: Scanned, known: Known, *, noted: bool) -> Iterator[Remark | Held]:
    for amount in scan.amounts:
        if amount.sort not in (Sort.MONEY, Sort.COUNT, Sort.BARE):
            continue
        behind = scan.low[amount.tail : amount.tail + 40]
        own, formula = _OWN.match(behind), _FORMULA.match(behind)
        before = _BEFORE.search(scan.low[max(0, amount.start - 40) : amount.start])
        named = formula or own or before
        text = named["formula"] if named else None
        if text:
            yield from _judged(scan, amount, text, known, noted=noted)
        if label := (own or (before if not formula else None)):
            known[int(label["n"])] = (scan, amount)


def _judged(scan: Scanned, amount: Amount, formula: str, known: Known, *, noted: bool) -> Iterator[Remark | Held]:
    terms = [(-1 if sign in ("-", "–") else 1, int(number)) for sign, number in _TERM.findall(formula)]
    if len(terms) < 2 or any(number not in known for _, number in terms):
        return
    value = sum((sign * known[number][1].value for sign, number in terms), Decimal(0))
    equation = "".join(f" {'+' if sign > 0 else '-'} {known[n][1].text.strip()}" for sign, n in terms).removeprefix(
        " + "
    )
    spots = (Spot(scan, amount.start), *(Spot(known[n][0], known[n][1].start) for _, n in terms))
    if value == amount.value:
        yield Held(f"{equation} = {amount.text.strip()}", spots)
        return
    off = abs(value - amount.value)
    unit = Decimal(amount.scale).scaleb(-amount.places)
    if off == unit and noted:
        yield Held(f"{equation} = {amount.text.strip()} (đã ghi chú làm tròn)", spots)
        return
    note = "; lệch một đơn vị, nếu do làm tròn thì phải ghi chú" if off == unit else ""
    yield Remark("R05", spots, amount.text.strip(), f"{equation} = {format_decimal(value / amount.scale, 6)}{note}")
