"""All rules over one text."""

from __future__ import annotations

from dataclasses import dataclass

from report_utils.prose.remark import Held, Remark, Rule
from report_utils.prose.rules.answers import check_answers
from report_utils.prose.rules.changes import check_changes
from report_utils.prose.rules.closing import check_filing
from report_utils.prose.rules.cumulative import check_cumulative
from report_utils.prose.rules.dates import check_dates
from report_utils.prose.rules.disbursement import check_disbursement
from report_utils.prose.rules.encoding import check_encoding
from report_utils.prose.rules.estimates import check_estimates
from report_utils.prose.rules.facts import check_facts
from report_utils.prose.rules.kinds import check_kinds
from report_utils.prose.rules.labelled import check_labels
from report_utils.prose.rules.lists import check_lists
from report_utils.prose.rules.logic import check_denials
from report_utils.prose.rules.opposites import check_opposites
from report_utils.prose.rules.past import check_past
from report_utils.prose.rules.persons import check_persons
from report_utils.prose.rules.products import check_products
from report_utils.prose.rules.registry import check_registers
from report_utils.prose.rules.repeats import check_repeats
from report_utils.prose.rules.scales import check_scales
from report_utils.prose.rules.sections import check_sections
from report_utils.prose.rules.shares import check_shares
from report_utils.prose.rules.stale import check_periods
from report_utils.prose.rules.tables import check_tables
from report_utils.prose.rules.targets import check_targets
from report_utils.prose.rules.terms import check_terms
from report_utils.prose.rules.transposed import check_transposed
from report_utils.prose.rules.trees import check_trees
from report_utils.prose.scan import Report

RULES: tuple[Rule, ...] = (
    check_trees, check_shares, check_tables, check_labels, check_changes, check_facts, check_kinds,
    check_estimates, check_disbursement, check_cumulative, check_scales, check_transposed, check_products,
    check_targets, check_periods, check_past, check_sections, check_dates, check_registers,
    check_lists, check_denials, check_opposites, check_terms, check_persons, check_encoding,
    check_answers, check_repeats, check_filing,
)  # fmt: skip
"""Every rule; each looks at the whole text."""

OF_NARRATIVES = tuple(rule for rule in RULES if rule is not check_sections)
"""Those for answers to prompts, which are no sections of a report: an answer may be in words alone."""


@dataclass(frozen=True)
class Reviewed:
    """What does not agree, in the order of the text, and what was compared and agrees."""

    remarks: tuple[Remark, ...]
    held: tuple[Held, ...]


def review(report: Report, rules: tuple[Rule, ...] = RULES) -> Reviewed:
    """The remarks of every rule, and the equations that hold; each once."""
    told = [each for rule in rules for each in rule(report)]
    remarks = {_key(each): each for each in told if isinstance(each, Remark)}
    held = {each.what: each for each in told if isinstance(each, Held)}
    ordered = sorted(
        remarks.values(), key=lambda each: (each.spots[0].scan.passage.number, each.spots[0].position, each.code)
    )
    return Reviewed(tuple(ordered), tuple(sorted(held.values(), key=lambda each: each.spots[0].scan.passage.number)))


def _key(remark: Remark) -> tuple[object, ...]:
    """What makes two remarks one: of two values of one fact it does not matter which is named first."""
    return (remark.code, frozenset({remark.found, remark.expected}), frozenset(each.quote for each in remark.spots))
