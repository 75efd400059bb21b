"""What a workbook's package is, looked at before anything reads its values."""

from report_utils.intake.preflight.facts import PackageFacts, SheetFacts
from report_utils.intake.preflight.inspection import inspect
from report_utils.intake.preflight.limits import DEFAULT_LIMITS, Limits
from report_utils.intake.preflight.refusal import Notice, Refusal, RefusedFileError

__all__ = [
    "DEFAULT_LIMITS", "Limits", "Notice", "PackageFacts", "Refusal", "RefusedFileError", "SheetFacts", "inspect",
]
