"""What changed since another period: its figures beside those of this one."""

from __future__ import annotations

from dataclasses import replace

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting
from report_utils.errors import BaocaoError
from report_utils.figures.figure import Display, Figure
from report_utils.figures.plans.counts import ALL, PLANS
from report_utils.figures.quantity import Quantity, elsewhere
from report_utils.figures.source import Source

CHANGE, CHANGE_ON_YEAR = ".change", ".change_on_year"
"""What follows the code of a figure in the code of its change since the period before, and since a year before."""

_WORDS = {CHANGE: "kỳ trước", CHANGE_ON_YEAR: "cùng kỳ năm trước"}


class NotComparableError(BaocaoError):
    """The change of the figure `code` was asked for that cannot be said; `reason` is why."""

    def __init__(self, code: str, reason: str) -> None:
        self.code, self.reason = code, reason
        super().__init__(f"Số liệu «{code}» không so sánh được: {reason}.")


def is_comparable(now: Figure, reporting: Reporting, period: Period) -> bool:
    """Whether a figure can be compared with that of `period`: what grows with the window only if both are as long.

    Rates and stocks can be set beside those of any period (docs/assumptions.md, "What is compared").
    """
    return not now.grows_with_window or reporting.is_alike(period)


def change_of(now: Figure, before: Figure | None, period: Period | None, suffix: str = CHANGE) -> Figure:
    """The difference of a figure from that of another period, where both are known and free of doubt.

    Days have no change. Raises NotComparableError.
    """
    since = _WORDS[suffix]
    if period is None:
        raise NotComparableError(now.code, f"lịch báo cáo của cơ quan không có {since}")
    if now.display is Display.DATE:
        raise NotComparableError(now.code, "số liệu này là một ngày")
    if not _is_sure(now.quantity):
        raise NotComparableError(now.code, "kỳ này chưa có hoặc còn phải kiểm tra lại")
    if before is None or not _is_sure(before.quantity):
        raise NotComparableError(now.code, f"{since} ({period.title}) chưa có hoặc còn phải kiểm tra lại")
    return Figure(f"{now.code}{suffix}", now.quantity - of_period(before.quantity, period),
                  f"{now.rule}: kỳ này trừ {since} ({period})", now.unit, Display.CHANGE, now.places,
                  name=f"{now.label}: thay đổi so với {since}")


def of_period(quantity: Quantity, period: Period) -> Quantity:
    """A quantity of another period, as this one names it: cells by the code of the period, units by its title.

    Two periods may have files of one name, and a unit that owes one may have sent the other. A file with a folder
    before its name is that of yet another period, or of no period.
    """
    return replace(
        elsewhere(quantity, str(period)),
        absent=tuple(f"{unit} ({period.title})" for unit in quantity.absent),
        doubtful=tuple(f"{unit} ({period.title})" for unit in quantity.doubtful),
    )


def _is_sure(quantity: Quantity) -> bool:
    return quantity.known and not quantity.doubtful


def same_plans(now: Source, then: Source, code: str) -> bool:
    """Whether a figure of plans counts the tasks of the same plans in two periods; true of every other figure."""
    family, _, rest = code.partition(".")
    if family != PLANS:
        return True
    named = rest.partition(".")[0]
    keys = [[plan.key for plan in source.agency.catalogues.plans if named in (plan.code, ALL)]
            for source in (now, then)]
    return now.agency.code == then.agency.code and keys[0] == keys[1]
