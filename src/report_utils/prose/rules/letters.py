"""R23, R24: no personal data, no spoiled letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.legacy import Encoding, decode
from report_utils.vietnamese.mojibake import diagnose
from report_utils.vietnamese.recognition import has_signals, looks_legacy

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
    ("mã thẻ bảo hiểm y tế", re.compile(r"\b[A-Z]{2}[1-5]\d{12}\b")),
)


def check_letters(report: Report) -> Iterator[Remark | Held]:
    """Persons and damaged text, passage by passage."""
    for scan in report:
        for what, pattern in _PERSONAL:
            if found := pattern.search(scan.passage.text):
                yield Remark("R23", (Spot(scan, found.start()),), what, "")
                break
        if damage := _damage(scan):
            yield Remark("R24", (Spot(scan, 0),), *damage)


def _damage(scan: Scanned) -> tuple[str, str] | None:
    text = scan.passage.text
    if found := diagnose(text):
        return found.damage.value, found.proposal
    if scan.passage.decomposed:
        return "chữ Unicode tổ hợp", text
    for piece in re.split(r"[;:,()“”\"]|\.\s", text):
        if looks_legacy(piece.strip()):
            return f"«{piece.strip()}»: chữ mã cũ TCVN3 hoặc VNI", _decoded(piece.strip())
    return None


def _decoded(piece: str) -> str:
    """The piece in the first old encoding whose letters are all Vietnamese afterwards; else as it is."""
    tried = (decode(piece, encoding) for encoding in Encoding)
    return next((text for text in tried if not has_signals(text)), piece)
