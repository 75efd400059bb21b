"""What a Word file says of itself: of whom, of which period, which document, and made of which words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from report_utils.document.blocks import Appendix, Block
from report_utils.document.gaps import block_runs
from report_utils.vietnamese.text import nfc

_AGENCY, _PERIOD, _REPORT, _PART, _CONTENT = "Mã cơ quan", "Kỳ báo cáo", "Mã báo cáo", "Loại bản", "Dấu nội dung"
_SUMMARY, _WHOLE = "tóm tắt", "báo cáo"


@dataclass(frozen=True)
class Identity:
    """Codes of agency, period and report; whether it is the report's summary; the digest of what was generated.

    They stand among the custom properties of the file, where Word and LibreOffice keep them. `content` is empty where
    the file does not tell it.
    """

    agency: str
    period: str
    report: str
    is_summary: bool = False
    content: str = ""

    def properties(self) -> dict[str, str]:
        """The properties that say so, by their names."""
        part = _SUMMARY if self.is_summary else _WHOLE
        return {_AGENCY: self.agency, _PERIOD: self.period, _REPORT: self.report, _PART: part, _CONTENT: self.content}

    @classmethod
    def told_by(cls, properties: Mapping[str, str]) -> Identity | None:
        """The identity that properties tell; None where one of the codes is missing."""
        told = {nfc(name): text for name, text in properties.items()}
        if not all(told.get(name) for name in (_AGENCY, _PERIOD, _REPORT)):
            return None
        return cls(told[_AGENCY], told[_PERIOD], told[_REPORT], nfc(told.get(_PART, "")) == _SUMMARY,
                   told.get(_CONTENT, ""))


def content_digest(body: Iterable[Block], appendices: Iterable[Appendix] = ()) -> str:
    """The SHA-256 of the words and figures of a document; pictures, which libraries draw, are left out."""
    digest = hashlib.sha256()
    for block in (*body, *(block for appendix in appendices for block in appendix.blocks)):
        for run in block_runs(block):
            digest.update(f"{run.figure}\0{run.text}\0{run.note}\0".encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()
