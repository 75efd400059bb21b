"""R07: one fact has one value, wherever it is told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from report_utils.prose.amounts import POINTS, Amount, Sort
from report_utils.prose.grid import Grid, Row, grid_of
from report_utils.prose.letters import lowered
from report_utils.prose.nouns import last_noun, noun_after
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.prose.subjects import Subject, subject_of
from report_utils.vietnamese.numbers import format_decimal

_CLAUSE = re.compile(r"[;.()]|,\s*(?=(?:đã|đang|trong đó|còn|chiếm|tăng|giảm|so với)\b)|\btrong đó\b")
_AWAY = re.compile(r"cùng kỳ|kỳ trước|năm trước|quý trước|tháng trước|so với")
_OWN_TOTAL = re.compile(r"\b(?:tổng(?: số)?|hiện có|có)\b.*(?:thuộc (?:thẩm quyền|phạm vi)|đang thực hiện|có hiệu lực)")
_ALL = re.compile(
    r"\b(?:đủ|tất cả|toàn bộ|tổng số|100%|công khai|niêm yết)\b.*\b(?:thuộc (?:thẩm quyền|phạm vi)|"
    r"của (?:ngành|sở|cơ quan|huyện|tỉnh|xã|phường))"
)
_LIMIT = re.compile(r"\b(?:trên|dưới|tối thiểu|ít nhất|không quá|từ|khoảng|gần|hơn)\s*$")
_BRACKETS, _NUMBERS = re.compile(r"\([^()]*\)"), re.compile(r"\d[\d./,]*")
_NEXT = re.compile(r"[,;.)]|\bvà\b")
_RATE_OF = re.compile(r"\bt[ỷỉ] lệ(?= [^\W\d])")
_HEAD = re.compile(r"^[^:;.\d]{4,110}:")
_TOO_SMALL = 3
_TELLING = 3
"""Digits of numbers that are hardly alike by chance."""

_BESIDE = 12
"""Letters between a number and its percentage: ", đạt "."""


@dataclass(frozen=True)
class Fact:
    """A number with what it is about."""

    scan: Scanned
    position: int
    sort: Sort
    noun: str
    value: Decimal
    text: str
    unit: Decimal
    subject: Subject
    behind: Decimal | None = None
    """The number of many digits that a percentage follows at once."""

    share_of: str = ""
    """What a percentage is a share of, where the words around it say so: "100% cơ sở", "tỷ lệ giao dịch … đạt 87%"."""

    @property
    def precision(self) -> int:
        """The digits of the number without the zeros at its end."""
        return len(self.value.normalize().as_tuple().digits)

    @cached_property
    def digits(self) -> list[int]:
        """The digits in the order of their size."""
        return sorted(self.value.as_tuple().digits)

    @property
    def spot(self) -> Spot:
        return Spot(self.scan, self.position)


def check_facts(report: Report) -> Iterator[Remark | Held]:
    """Numbers of the same kind about the same subject, told in different passages."""
    facts = facts_of(report)
    facts += [fact for rows in report.text.tables for fact in _of_table(grid_of(map(report.scan, rows)))]
    told: set[tuple[str, ...]] = set()
    for one, other in (pair for alike in _by_noun(facts) for pair in combinations(alike, 2)):
        if _is_repeated(one, other):
            yield Held(f"{one.text} = {other.text}", (one.spot, other.spot))
            continue
        if not _same(one, other):
            continue
        if abs(one.value - other.value) < max(one.unit, other.unit) and (
            one.unit != other.unit or one.value == other.value
        ):
            yield Held(f"{one.text} = {other.text}", (one.spot, other.spot))
        elif (key := (one.noun, *sorted((one.text, other.text)))) not in told:
            told.add(key)
            yield Remark("R07", (one.spot, other.spot), one.text, other.text)
    yield from _above_total(facts)


def facts_of(report: Report) -> list[Fact]:
    """The facts that sentences tell, not those of tables."""
    return [fact for scan in report for fact in _facts(report, scan)]


def _by_noun(facts: list[Fact]) -> Iterable[list[Fact]]:
    """Facts of one kind: only those are compared, else a long report would take minutes."""
    kinds: dict[tuple[Sort, str], list[Fact]] = defaultdict(list)
    for each in facts:
        kinds[each.sort, each.noun].append(each)
    return kinds.values()


def _is_repeated(one: Fact, other: Fact) -> bool:
    """Whether two passages tell the same, surely: a ratio, or a number with too many digits to be alike by chance.

    A percentage is the same where it stands right behind such a number in both.
    """
    if one.noun != other.noun or one.sort is not other.sort or one.value != other.value or one.scan is other.scan:
        return False
    is_ratio = one.text == other.text and "/" in one.text
    return is_ratio or one.precision > _TELLING or (one.behind is not None and one.behind == other.behind)


def _same(one: Fact, other: Fact) -> bool:
    if one.sort is not other.sort or one.noun != other.noun or one.scan is other.scan:
        return False
    if one.scan.passage.kind is other.scan.passage.kind is Kind.ROW:
        return False
    if one.share_of and other.share_of and one.share_of != other.share_of:
        return False
    if one.scan.passage in other.scan.passage.parents or other.scan.passage in one.scan.passage.parents:
        return False
    above = one.scan.passage.parents[-1:]
    if one.scan.passage.kind is other.scan.passage.kind is Kind.ITEM and above == other.scan.passage.parents[-1:]:
        return False
    cited = [{each.number for each in fact.scan.documents} for fact in (one, other)]
    if all(cited) and not cited[0] & cited[1]:
        return False
    if one.value < _TOO_SMALL and other.value < _TOO_SMALL:
        return False
    if one.sort is Sort.MONEY and len(one.subject.words & other.subject.words) < 2 and not _is_mistyped(one, other):
        return False
    return one.subject.is_like(other.subject) or (_is_mistyped(one, other) and one.subject.is_near(other.subject))


def _is_mistyped(one: Fact, other: Fact) -> bool:
    """Whether two numbers have the same digits in another order: 3.486 and 3.468."""
    is_close = one.value != other.value and one.value < 2 * other.value and other.value < 2 * one.value
    return is_close and len(one.digits) >= _TELLING and one.digits == other.digits


def _facts(report: Report, scan: Scanned) -> Iterator[Fact]:
    if scan.passage.kind is Kind.ROW or scan.is_outlook:
        return
    above = " ".join(each.text for each in scan.passage.parents if each.kind is not Kind.HEADING and each.leads)
    lead = lowered(above) if len(above) < 160 else ""
    for i, amount in enumerate(scan.amounts):
        if amount.sort is Sort.BARE or amount.noun in ("", POINTS, "ngày", "giờ", "tháng"):
            continue
        words = f"{_label(scan, i)} {_tail(scan, i)}"
        between = scan.low[scan.amounts[i - 1].end if i else 0 : amount.start]
        if _LIMIT.search(between) or _AWAY.search(words) or _AWAY.search(between[max(0, between.rfind(".")) :]):
            continue
        yield from _made(report, scan, amount, f"{lead} {words}" if scan.passage.kind is Kind.ITEM else words)


def _made(report: Report, scan: Scanned, amount: Amount, words: str) -> Iterator[Fact]:
    unit = Decimal(amount.scale).scaleb(-amount.places)
    subject = subject_of(_timed(report, scan, amount, words)).without(amount.noun)
    if amount.sort is Sort.RATIO and amount.whole:
        yield Fact(scan, amount.start, Sort.COUNT, amount.noun, amount.value, amount.text, unit, subject)
        return
    yield Fact(scan, amount.start, amount.sort, amount.noun, amount.value, amount.text.strip(), unit, subject,
               _behind(scan, amount), _share_of(scan, amount, words))


def _share_of(scan: Scanned, amount: Amount, words: str) -> str:
    if amount.sort is not Sort.PERCENT:
        return ""
    found = _RATE_OF.search(words)
    return noun_after(scan.low, amount.end)[0] or (noun_after(words, found.end())[0] if found else "")


def _behind(scan: Scanned, amount: Amount) -> Decimal | None:
    before = [each for each in scan.amounts if each.tail <= amount.start]
    if amount.sort is not Sort.PERCENT or not before or amount.start - before[-1].tail > _BESIDE:
        return None
    return before[-1].value if len(before[-1].value.as_tuple().digits) > _TELLING else None


def _timed(report: Report, scan: Scanned, amount: Amount, words: str) -> str:
    """The words with a mark where the sentence speaks of another period than that of the report."""
    start, end = scan.sentence_at(amount.start)
    setting = report.setting.period
    for each in scan.periods:
        if start <= each.start < end and setting and each.start < amount.start:
            first, last = each.days(setting.year)
            months = setting.calendar_months
            if not (
                first <= months.end
                and last >= months.start
                and (last - first).days <= (months.end - months.start).days + 5
            ):
                return f"{words} kỳ trước chuyển {each.text.lower()} " + " ".join(
                    f"m{n}" for n in (first.month, last.month, last.year)
                )
    return words


def _label(scan: Scanned, i: int) -> str:
    """The words of the clause before a number: back to the number before it, of a percentage also those before that."""
    amount, previous = scan.amounts[i], scan.amounts[i - 1] if i else None
    begin = scan.sentence_at(amount.start)[0]
    if amount.sort is Sort.PERCENT:
        stated = [each.tail for each in scan.amounts[:i] if each.sort is Sort.PERCENT and each.start >= begin]
        before = _NUMBERS.sub(" ", _BRACKETS.sub(" ", scan.low[max([begin, *stated]) : amount.start]))
        cut = max(before.rfind(";"), before.rfind(". "))
    else:
        before = scan.low[max(begin, previous.tail if previous else 0) : amount.start]
        first = _NEXT.search(before) if previous and previous.tail > begin else None
        cut = max([found.end() for found in _CLAUSE.finditer(before)] + ([first.end()] if first else []), default=0) - 1
    head = _HEAD.match(scan.low[begin : amount.start])
    return f"{head[0] if head else ''} {before[cut + 1 :]}"


def _tail(scan: Scanned, i: int) -> str:
    """The words behind a number, up to the end of the clause or the next number."""
    amount = scan.amounts[i]
    end = scan.amounts[i + 1].start if i + 1 < len(scan.amounts) else len(scan.low)
    behind = scan.low[amount.end : min(end, scan.sentence_at(amount.start)[1])]
    cut = re.search(r"[,;.()]|\bvà\b", behind)
    return behind[: cut.start()] if cut else behind


def _of_table(grid: Grid) -> Iterator[Fact]:
    """The numbers of total rows, and of the other rows with their labels."""
    for row in grid.rows:
        for j in grid.number_columns:
            noun = last_noun(lowered(grid.title(j))) or _caption_noun(row)
            if row.values[j] is not None and noun and row.number(j):
                label = "" if row.is_total else lowered(row.label)
                yield Fact(
                    row.scan,
                    0,
                    Sort.COUNT,
                    noun,
                    row.number(j),
                    format_decimal(row.number(j), 2),
                    Decimal(1),
                    subject_of(f"{label} {lowered(grid.title(j))}"),
                )


def _caption_noun(row: Row) -> str:
    above = row.scan.passage.parents
    return last_noun(lowered(above[-1].text)) if above else ""


def _above_total(facts: list[Fact]) -> Iterator[Remark]:
    """Counts of procedures that speak of all of them, and counts above the total of all."""
    own = [each for each in facts if each.noun == "thủ tục" and not each.subject.qualifiers - {"công bố", "giải quyết"}]
    totals = [each for each in own if _OWN_TOTAL.search(_sentence(each))]
    if not totals:
        return
    whole = max(totals, key=lambda each: each.value)
    seen = {whole.text}
    for each in facts:
        is_all = each in own and _ALL.search(_sentence(each)) and each.value != whole.value
        is_more = each.noun == "thủ tục" and each.value > whole.value
        if (is_all or is_more) and each.scan is not whole.scan and each.text not in seen:
            seen.add(each.text)
            yield Remark("R07", (each.spot, whole.spot), each.text, whole.text)


def _sentence(fact: Fact) -> str:
    start, end = fact.scan.sentence_at(fact.position)
    return fact.scan.low[start:end]
