"""Plans that the agency reports and that have no task at the cut-off: that of a new year is not entered yet."""

from __future__ import annotations

from report_utils.agency.agency import Agency
from report_utils.figures.figure import Figure
from report_utils.figures.plans.counts import ALL, NAMES, PLANS
from report_utils.figures.quantity import Quantity


def missing_plan(agency: Agency, code: str) -> str:
    """What a report lacks in the place of the plan `code`, in words; "" when it is in force with tasks, or is none."""
    if any(code in (plan.code, ALL) and plan.tasks for plan in agency.catalogues.plans):
        return ""
    known = [plan.short_name for plan in agency.profile.plans.values() if code in (plan.code, ALL)]
    return f"danh mục nhiệm vụ {known[-1] if code != ALL else 'các kế hoạch'} của kỳ này" if known else ""


def missing_figure(agency: Agency, code: str) -> Figure | None:
    """The figure «plans.<plan>.<name>» of such a plan: unknown, and what it lacks in place of silent units."""
    family, _, rest = code.partition(".")
    plan, _, name = rest.partition(".")
    lacking = missing_plan(agency, plan) if family == PLANS and name in NAMES else ""
    return Figure(code, Quantity(None, absent=(lacking,)), "Kế hoạch chưa có trong danh mục") if lacking else None
