"""R27, R35: nothing stands twice, and no clause is cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_utils.prose.passage import Kind
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned

_REPEATED = re.compile(r"(?<!\w)(?P<words>[^\W\d_]{2,}(?:\s[^\W\d_]+){0,3})\s(?P=words)(?!\w)", re.IGNORECASE)
_RIGHTLY_TWICE = frozenset({
    "luôn", "ngày", "từng", "nhà", "nơi", "người", "dần", "đời", "xa", "rất", "mãi", "hằng", "thường", "xanh", "vàng",
    "từ", "đêm", "năm", "tuần", "ai", "đâu",
})  # fmt: skip
_LONG = 60
_SHORTEST = 30
_WORD = re.compile(r"[^\W_]+")
_PHRASE = range(4, 26)
"""Words of a phrase that may stand twice in a row, whatever sign parts them."""

_SAME_PASSAGE, _OTHER_PASSAGE = 20, 30
"""Words in a row that stand twice by mistake; names of documents and systems are shorter."""

_ONLY_WHEN = re.compile(
    r"(?:^|[;.])\s*(?P<told>(?:định kỳ\s+)?(?:trước|vào|chậm nhất|định kỳ)(?:\s+(?:trước|vào))?\s+ngày\s+\d{1,2}\s+"
    r"(?:hàng|hằng|mỗi)\s+(?:tháng|quý|năm))\s*(?=[.;]|$)"
)


def check_repeats(report: Report) -> Iterator[Remark]:
    """Words, sentences and long pieces of sentences told twice; clauses that hold a time and nothing else."""
    for scan in report:
        if scan.passage.kind is Kind.ROW or scan.low.startswith(("nơi nhận", "kính gửi")):
            continue
        yield from _doubled(scan)
        for found in _ONLY_WHEN.finditer(scan.low):
            start, end = found.span("told")
            yield Remark("R35", (Spot(scan, start),), scan.passage.text[start:end])
    told = list(_twice(report))
    yield from told
    yield from _copied(report, {spot.scan.passage.number for each in told for spot in each.spots})


def _doubled(scan: Scanned) -> Iterator[Remark]:
    for found in _REPEATED.finditer(scan.passage.text):
        words = found["words"]
        if words.lower().split()[0] in _RIGHTLY_TWICE and " " not in words:
            continue
        if " " in words or not words[0].isupper() or words.islower():
            yield Remark("R27", (Spot(scan, found.start()),), found[0], words)
            return
    spans = list(_WORD.finditer(scan.low))
    plain = [each[0] for each in spans]
    for i, length in ((i, count) for count in _PHRASE for i in range(len(plain) - 2 * count + 1)):
        again = i + length
        if plain[i] == plain[again] and plain[i:again] == plain[again : again + length]:
            start, end = spans[again].start(), spans[again + length - 1].end()
            yield Remark("R27", (Spot(scan, start),), scan.passage.text[start:end], "")
            return
    stray = re.search(r"\d\](?!\w)", scan.passage.text)
    if stray and "[" not in scan.passage.text[: stray.start()]:
        yield Remark("R27", (Spot(scan, stray.start()),), stray[0], stray[0].rstrip("]"))


def _twice(report: Report) -> Iterator[Remark]:
    """A long sentence that stands twice, in one passage or in two; those with numbers are repeated facts."""
    first: dict[str, tuple[Scanned, int]] = {}
    for scan in report:
        if scan.passage.kind in (Kind.ROW, Kind.HEADING):
            continue
        for start, end in scan.sentences:
            sentence = scan.low[start:end].strip(" .;").rpartition(": ")[2]
            key = re.sub(r"[^\w]", "", sentence)
            if len(sentence) < _SHORTEST or any(map(str.isdigit, sentence)):
                continue
            short = key[:150]
            if short in first and (first[short][0] is scan or len(sentence) >= 2 * _LONG):
                other, at = first[short]
                yield Remark("R27", (Spot(scan, start), Spot(other, at)), scan.passage.text[start:end][:80], "")
            first.setdefault(short, (scan, start))


def _copied(report: Report, told: set[int]) -> Iterator[Remark]:
    """Long runs of words that stand in two places; passages that are named already (`told`) are passed over.

    Between passages runs of sentences without a number: those with one are facts, which a report may repeat.
    """
    earlier: dict[str, Spot] = {}
    for scan in report:
        if scan.passage.kind in (Kind.ROW, Kind.HEADING) or scan.passage.number in told:
            continue
        plain = [span for span in scan.sentences if not any(map(str.isdigit, scan.low[slice(*span)]))]
        far = [run for span in plain for run in _runs(scan, span, _OTHER_PASSAGE)]
        if found := _first(_runs(scan, (0, len(scan.low)), _SAME_PASSAGE), {}) or _first(far, dict(earlier)):
            spot, other = found
            words = scan.passage.text[spot.position :][:80].rsplit(" ", 1)[0]
            yield Remark("R27", (spot, other), f"{words}…")
        for run, at in far:
            earlier.setdefault(run, at)


def _runs(scan: Scanned, span: tuple[int, int], length: int) -> list[tuple[str, Spot]]:
    """Every run of so many words in a part of a passage, and where it begins."""
    words = list(_WORD.finditer(scan.low, *span))
    return [
        (" ".join(each[0] for each in words[i : i + length]), Spot(scan, words[i].start()))
        for i in range(len(words) - length + 1)
    ]


def _first(runs: Sequence[tuple[str, Spot]], seen: dict[str, Spot]) -> tuple[Spot, Spot] | None:
    """The first run that was seen before, and where."""
    for run, at in runs:
        if run in seen:
            return at, seen[run]
        seen[run] = at
    return None
