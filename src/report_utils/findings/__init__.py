"""What can be wrong with an input, and how it is said."""

from report_utils.findings.catalogue import CATALOGUE, Rule, finding
from report_utils.findings.finding import CellRef, Finding, Severity, errors, ordered

__all__ = ["CATALOGUE", "CellRef", "Finding", "Rule", "Severity", "errors", "finding", "ordered"]
