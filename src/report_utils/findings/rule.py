"""An entry of the catalogue of findings."""

from __future__ import annotations

from dataclasses import dataclass

from report_utils.findings.finding import Severity

__all__ = ["Rule", "Severity"]


@dataclass(frozen=True)
class Rule:
    """An entry of the catalogue. `message`, `mend` and `wanted` are format strings over the fields of the finding.

    `wanted` is what the value must be, for the column «Giá trị cần có»: a relation ("không lớn hơn 83") where either
    side may be wrong, nothing where `expected` is only what a value was taken for. `article` is where the rule is
    written, e.g. "Phụ lục I, phần II, mục 1 NĐ 30/2020/NĐ-CP". `explainable`: the figure may be right all the
    same, so that a written explanation of the unit turns the finding into a note; what a form says against itself
    never is.
    """

    code: str
    severity: Severity
    title: str
    message: str
    mend: str
    article: str = ""
    wanted: str = "{expected}"
    explainable: bool = False
