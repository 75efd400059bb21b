"""R19: "n and a list" has n items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned

_LISTED = (
    "quyết định",
    "văn bản",
    "kế hoạch",
    "nghị quyết",
    "công văn",
    "thông báo",
    "thủ tục",
    "lớp",
    "sáng kiến",
    "đơn vị",
    "phòng",
    "lĩnh vực",
    "nhiệm vụ",
    "nội dung",
    "dự án",
    "hội nghị",
    "cuộc",
    "chỉ thị",
    "báo cáo",
    "văn bản quy phạm",
    "tập dữ liệu",
    "hệ thống",
    "xã",
    "khoản",
    "hạng mục",
    "cơ sở",
    "chỉ tiêu",
    "huyện",
    "tiêu chí",
    "trường hợp",
)
_OPENS = re.compile(r"^[^.;\d]{0,70}?(?:(?:bao gồm|gồm|cụ thể|như sau|sau đây|đó là|là|sau)\s*(?:có\s*)?:?|:|\()\s*")
_NAMED = re.compile(r"(?:\s[^\W\d_]+){0,4}\s?,?\s?(?:gồm|bao gồm)\s?:[^;]+;")
_TREE = re.compile(r"trong đó")
_DOCUMENTS = frozenset({
    "quyết định", "văn bản", "kế hoạch", "nghị quyết", "công văn", "thông báo", "văn bản quy phạm", "chỉ thị",
    "báo cáo",
})  # fmt: skip
_SHORTEST, _TITLE = 25, 90
"""Letters of a list, and of the title of a document in it."""


def check_lists(report: Report) -> Iterator[Remark | Held]:
    """Numbers right before a list in the same sentence, or before the items below."""
    for scan in report:
        if scan.passage.kind is Kind.ROW:
            continue
        counts = [
            each
            for each in scan.amounts
            if each.sort is Sort.COUNT
            and 2 <= each.value <= 30
            and (each.noun in _LISTED or _leads(scan) or _NAMED.match(scan.low[each.tail :]))
        ]
        for each in counts:
            yield from _inline(scan, each)
        if counts and counts[-1].noun in _DOCUMENTS:
            yield from _in_table(report, scan, counts[-1])
        if counts:
            yield from _below(report, scan, counts[-1])
    yield from _sections(report)


def _leads(scan: Scanned) -> bool:
    """Whether a passage leads to a list: with a colon, or as a label with its number ("Văn bản triển khai: 05.")."""
    return scan.passage.leads or re.fullmatch(r"[^:.;\d]{3,60}:\s*\d{1,2}\.?", scan.low.strip()) is not None


def _inline(scan: Scanned, count: Amount) -> Iterator[Remark | Held]:
    """The list behind a number in its sentence; of documents those with a symbol are counted."""
    start, body = _listed(scan, count)
    if len(body) < _SHORTEST:
        return
    documents = [each for each in scan.documents if start <= each.start < start + len(body)]
    if count.noun in _DOCUMENTS:
        if len(documents) >= 2 or (documents and ";" in body):
            yield _judged(scan, count, len(documents))
        elif not documents and ";" in body and "gồm" in scan.low[count.tail : start]:
            yield from _titles(scan, count, _items(body))
        return
    items = _items(body)
    if (each := [_count(item) for item in items]) and sum(each) == count.value and max(each) < count.value:
        yield from _counted(scan, count, items)
    is_list = len(items) >= 2 and (";" in body or _is_plain(items))
    if is_list and len(documents) < 2 and not any(map(str.isdigit, "".join(item[:4] for item in items))):
        yield _judged(scan, count, len(items))


def _titles(scan: Scanned, count: Amount, items: list[str]) -> Iterator[Remark | Held]:
    """Documents that are told by their titles alone."""
    if all(len(item) < _TITLE for item in items):
        yield _judged(scan, count, len(items))


def _count(item: str) -> int:
    """How many an item of a list stands for: the number that it begins with, else one."""
    return int(found[0]) if (found := re.match(r"\d{1,3}(?=\s)", item)) else 1


def _counted(scan: Scanned, count: Amount, items: list[str]) -> Iterator[Held]:
    """A list of which some items are named and some counted: "03 trường hợp (Chánh Văn phòng và 02 Phó Giám đốc)"."""
    if 0 < sum(item[0].isdigit() for item in items) < len(items):
        made = " + ".join(str(_count(item)) for item in items)
        yield Held(f"{made} = {scan.passage.text[count.start : count.end].strip()}", (Spot(scan, count.start),))


def _listed(scan: Scanned, count: Amount) -> tuple[int, str]:
    """Where the list behind a number begins, and the list; "" where there is none."""
    behind = scan.low[count.tail : scan.sentence_at(count.start)[1]]
    opened = _OPENS.match(behind)
    if not opened or not opened[0].strip() or _TREE.search(behind[: opened.end() + 12]):
        return 0, ""
    body = behind[opened.end() :]
    return count.tail + opened.end(), _to_closing(body) if opened[0].rstrip().endswith("(") else body


def _to_closing(body: str) -> str:
    depth = 1
    for i, sign in enumerate(body):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return body[:i]
    return body


def _items(body: str) -> list[str]:
    """The items of an enumeration: parted by semicolons, else by commas; "và" parts the last."""
    flat = re.sub(r"\([^()]*\)", "", body).strip(" .")
    flat = re.split(r"[;,]\s*trong đó|\.\s", flat)[0]
    if ";" in flat:
        parts = [part.strip() for part in flat.split(";") if part.strip(" .")]
        while parts and parts[-1][0].isdigit():  # what the next clause counts
            parts.pop()
        return parts
    parts = flat.split(",")
    last = parts.pop().split(" và ")
    return [part.strip() for part in [*parts, *last] if part.strip(" .")] if len(last) <= 2 else []


def _is_plain(items: list[str]) -> bool:
    """Whether comma-parted pieces are names of one kind: short, several, beginning alike."""
    firsts = {item.split()[0] for item in items if item.split()}
    return len(items) >= 3 and all(2 <= len(item) <= 60 for item in items) and len(firsts) <= max(1, len(items) // 2)


def _below(report: Report, scan: Scanned, count: Amount) -> Iterator[Remark | Held]:
    behind = scan.low[count.tail :]
    below = report.text.children(scan.passage)
    if len(below) < 2 or not _leads(scan) or _TREE.search(behind) or len(behind) > 90:
        return
    items = [each for each in below if each.kind is Kind.ITEM]
    numbered = [
        each
        for each in items
        if (first := report.scan(each).amounts[:1]) and first[0].start < 30 and first[0].noun == count.noun
    ]
    if len(items) == len(below) and not numbered and len({each.depth for each in items}) == 1:
        yield _judged(scan, count, len(items))


def _in_table(report: Report, scan: Scanned, count: Amount) -> Iterator[Remark | Held]:
    """A number of documents right above a table that lists documents, a row each."""
    following = report.scans[scan.passage.number : scan.passage.number + 1]
    if following and following[0].passage.kind is Kind.ROW and count.noun not in scan.low[count.tail :]:
        number = following[0].passage.table
        rows = [each for each in report if each.passage.table == number and each.documents]
        if len(rows) > 1:
            yield _judged(scan, count, len(rows))


def _judged(scan: Scanned, count: Amount, items: int) -> Remark | Held:
    said = scan.passage.text[count.start : count.tail].strip()
    if items == count.value:
        return Held(f"{said}: {items:02d}", (Spot(scan, count.start),))
    return Remark("R19", (Spot(scan, count.start),), said, f"{items:02d}")


def _sections(report: Report) -> Iterator[Remark | Held]:
    """E.g. "n nhiệm vụ với m nội dung" at the head of a section, against the headings below it."""
    for scan in report:
        found = re.search(r"(\d{1,2}) nhiệm vụ(?: với| và|,| gồm)? (\d{1,2}) nội dung", scan.low)
        above = scan.passage.parents[-1] if scan.passage.parents else None
        if not found or above is None or above.kind is not Kind.HEADING:
            continue
        first = [each for each in report.text.children(above) if each.kind is Kind.HEADING]
        second = [
            each for one in first for each in report.text.children(one) if each.kind is Kind.HEADING and each.marker
        ]
        told, counted = (int(found[1]), int(found[2])), (len(first), len(second))
        if first and second and told != counted:
            yield Remark("R19", (Spot(scan, found.start()),), found[0], f"{counted[0]} nhiệm vụ, {counted[1]} nội dung")
