"""R32: the last line of the recipients (NĐ 30/2020, Appendix I, II.9b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report

_FILED = re.compile(r"^lưu\s*:\s*(?P<places>[^.;]+)")


def check_filing(report: Report) -> Iterator[Remark | Held]:
    """E.g. "Lưu: VT, <drafting unit>": the registry comes first."""
    for scan in report:
        found = _FILED.match(scan.low)
        places = [each.strip() for each in re.split(r"[,;]", found["places"])] if found else []
        if "vt" in places[1:]:
            yield Remark("R32", (Spot(scan),), scan.passage.text, "Lưu: VT, …")
