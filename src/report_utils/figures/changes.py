"""What changed since the period before: its figures beside those of this one."""

from __future__ import annotations

from dataclasses import replace

from report_utils.errors import BaocaoError
from report_utils.figures.figure import Display, Figure
from report_utils.figures.quantity import Quantity

SUFFIX = ".change"
"""What follows the code of a figure in the code of its change."""


class NotComparableError(BaocaoError):
    """The change of a figure was asked for that is not known in both periods; `code` names the figure."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Số liệu «{code}» không so sánh được: kỳ này hoặc kỳ trước chưa có số liệu.")


def change_of(now: Figure, before: Figure | None, period_before: str) -> Figure | None:
    """The difference of a figure from that of the period before; None unless both are known and free of doubt.

    Days have no change. The cells of the period before stand under its code: two periods may have files of one name.
    """
    if before is None or now.display is Display.DATE or not (_is_sure(now.quantity) and _is_sure(before.quantity)):
        return None
    earlier = replace(before.quantity, cells=tuple(
        replace(cell, file=f"{period_before}/{cell.file}") for cell in before.quantity.cells))
    return Figure(f"{now.code}{SUFFIX}", now.quantity - earlier, f"{now.rule}: kỳ này trừ kỳ trước ({period_before})",
                  now.unit, Display.CHANGE, now.places)


def _is_sure(quantity: Quantity) -> bool:
    return quantity.known and not quantity.doubtful
