"""R01: things of equal size, told with how many there are and how much each holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_integer

_NUMBER, _NOUN = r"\d{1,3}(?:\.\d{3})+|\d+", r"[^\W\d_]+(?: [^\W\d_]+)?"
_EACH = re.compile(
    rf"(?<![\w.,])(?P<all>{_NUMBER}) (?P<what>{_NOUN})\s?/\s?(?P<many>{_NUMBER}) (?P<of>{_NOUN})\s?"
    rf"[/,;(]\s?(?P<each>{_NUMBER}) (?P=what)\s?/\s?(?:0?1 |mỗi )?(?P=of)(?!\w)"
)


def check_products(report: Report) -> Iterator[Remark | Held]:
    """Sentences like "350 học viên/7 lớp (50 học viên/lớp)"."""
    for scan in report:
        if scan.passage.kind is not Kind.ROW:
            for found in _EACH.finditer(scan.low):
                yield _judged(scan, found)


def _judged(scan: Scanned, found: re.Match[str]) -> Remark | Held:
    whole, many, each = (int(found[name].replace(".", "")) for name in ("all", "many", "each"))
    shown, spot = f"{many} × {each} = {format_integer(many * each)}", Spot(scan, found.start())
    return Held(shown, (spot,)) if many * each == whole else Remark("R01", (spot,), found["all"], shown)
