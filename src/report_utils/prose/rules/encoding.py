"""R24: no spoiled letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.legacy import Encoding, decode
from report_utils.vietnamese.mojibake import diagnose
from report_utils.vietnamese.recognition import has_signals, looks_legacy


def check_encoding(report: Report) -> Iterator[Remark | Held]:
    """Damaged, decomposed and old letters, passage by passage."""
    for scan in report:
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
