"""All rules over all data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report_utils.checks.adjusted import with_office
from report_utils.checks.amounts import check_amounts
from report_utils.checks.completeness import (
    check_indicators,
    check_narratives,
    check_published,
    check_whole_counts,
)
from report_utils.checks.context import Context
from report_utils.checks.continuity import check_carried_over, check_cumulative, check_within_plan
from report_utils.checks.dates import check_dates
from report_utils.checks.explanations import with_explanations
from report_utils.checks.exports import check_exports
from report_utils.checks.identities import check_identities
from report_utils.checks.narratives import check_prose
from report_utils.checks.open_data import check_open_data_answers, check_open_data_plan
from report_utils.checks.plans import (
    check_days,
    check_evidence,
    check_leads,
    check_leads_agree,
    check_reasons,
    check_still_done,
)
from report_utils.checks.repeated import check_repeated
from report_utils.checks.succession import check_passed_on
from report_utils.checks.totals import check_totals
from report_utils.checks.unusual import check_unusual
from report_utils.collection import no_collection
from report_utils.findings import Finding, ordered

RULES: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    check_identities,
    check_totals,
    check_carried_over,
    check_cumulative,
    check_within_plan,
    check_amounts,
    check_indicators,
    check_whole_counts,
    check_repeated,
    check_narratives,
    check_prose,
    check_evidence,
    check_reasons,
    check_days,
    check_still_done,
    check_leads_agree,
    check_leads,
    check_published,
    check_open_data_plan,
    check_open_data_answers,
    check_dates,
    check_exports,
    check_passed_on,
    check_unusual,
)
"""Every rule. Each runs over everything, so that a unit sees all that is wrong at once."""


@no_collection()
def check_all(context: Context) -> list[Finding]:
    """The findings of reading and of every rule, errors first; those that their units explain are notes.

    Those that come of adjustments are the office's.
    """
    found = ordered([*context.dataset.findings, *(each for rule in RULES for each in rule(context))])
    return ordered(with_office(context, with_explanations(context, found)))
