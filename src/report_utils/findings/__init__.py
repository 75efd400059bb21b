"""What can be wrong with an input, and how it is said."""

from report_utils.findings.catalogue import CATALOGUE, finding
from report_utils.findings.finding import OF_OFFICE, CellRef, Explanation, Finding, Severity, errors, ordered
from report_utils.findings.rule import Rule

__all__ = ["CATALOGUE", "OF_OFFICE", "CellRef", "Explanation", "Finding", "Rule", "Severity", "errors", "finding",
           "ordered"]
