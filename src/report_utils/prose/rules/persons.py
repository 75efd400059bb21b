"""R23: no personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report

_PERSONAL = (
    ("số định danh cá nhân", re.compile(r"(?<!\d)0\d{2}[0-9]\d{8}(?!\d)")),
    (
        "số giấy tờ tùy thân",
        re.compile(
            r"(?:cccd|cmnd|căn cước|chứng minh|hộ chiếu|bhyt|bhxh)[^\d.;]{0,20}(?:[a-z]{1,2})?\d{8,15}(?!\d)",
            re.IGNORECASE,
        ),
    ),
    ("số điện thoại di động", re.compile(r"(?<![\d.])(?:\+?84|0)[ .]?[35789]\d(?:[ .]?\d){7}(?!\d)")),
    (
        "họ tên người bệnh, công dân",
        re.compile(r"\b(?i:bệnh nhân|người bệnh|công dân|thân nhân)\s+(?:[A-ZĐ][a-zà-ỹ]+\s){1,3}[A-ZĐ][a-zà-ỹ]*"),
    ),
    ("số tài khoản ngân hàng", re.compile(r"\b(?i:số tài khoản|stk)\s*:?\s*(?:\d[ .]?){8,16}(?!\d)")),
    ("mã thẻ bảo hiểm y tế", re.compile(r"\b[A-Z]{2}[1-5]\d{12}\b")),
)


def check_persons(report: Report) -> Iterator[Remark | Held]:
    """Numbers and names of persons, passage by passage; one of them is enough."""
    for scan in report:
        for what, pattern in _PERSONAL:
            if found := pattern.search(scan.passage.text):
                yield Remark("R23", (Spot(scan, found.start()),), what, "")
                break
