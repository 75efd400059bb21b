"""Boxes 7 and 9b: who signs, and who receives the document."""

from __future__ import annotations

from report_utils.document.blocks import Signature
from report_utils.document.grid import cell, frame, row
from report_utils.document.looks import Style
from report_utils.document.paragraphs import enumerated, joint, keep_with_next, line
from report_utils.document.styles import BARE_TABLE
from report_utils.document.wordml import Element

_LABEL = "Nơi nhận:"
_LEFT_SHARE = 0.48


def sign(elements: list[Element], signature: Signature, text_width: int) -> None:
    """Append the signature block to the body `elements`, on the page of their last lines.

    NĐ 30/2020, Appendix I, II.7 and II.9b. All of it is one row that does not break: title and name are never parted.
    """
    keep_with_next(elements)
    elements.append(joint())
    keep_with_next(elements)
    elements.append(_block(signature, text_width))


def _block(signature: Signature, text_width: int) -> Element:
    left = round(text_width * _LEFT_SHARE)
    right = text_width - left
    recipients = enumerated(signature.recipients, dash="- ")
    label = [line(Style.RECIPIENTS_LABEL, _LABEL)] if recipients else []
    receivers = [*label, *(line(Style.RECIPIENT, each) for each in recipients)] or [joint()]
    signer = [*(line(Style.SIGNER_CAPACITY, each.upper()) for each in signature.capacity),
              line(Style.SIGNER_NAME, signature.name)]  # fmt: skip
    return frame(BARE_TABLE, (left, right), row(cell(left, *receivers), cell(right, *signer)))
