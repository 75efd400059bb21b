"""Budget and public investment; amounts in đồng."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.errors import SettingsError
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.quantity import Quantity
from report_utils.figures.registry import family
from report_utils.figures.source import Source
from report_utils.forms.tables.money import MONEY_UNITS

NEEDED = (*(f"budget.{name}" for name in ("initial", "supplement", "cumulative", "estimate")),
          *(f"investment.{name}" for name in ("initial", "supplement", "disbursed", "estimate")))
"""The lines that totals and rates are made of."""


@family
def finance_figures(source: Source) -> Iterator[Figure]:
    """Each finance line, and the totals, rates and remainders made of them. Raises SettingsError for a missing line."""
    amounts: dict[str, Quantity] = {}
    source.select("finance_lines")  # an agency that asks for no finances lacks no line
    for line in source.agency.catalogues.finance_lines:
        selection = source.select("finance_lines", keys=(line.line,))
        amounts[line.code] = selection.amount("amount", "money_unit", MONEY_UNITS)
        yield Figure(line.code, amounts[line.code], f"Dòng {line.line}: {line.name}", "đồng", Display.MONEY,
                     name=line.name)
    for code in NEEDED:
        if code not in amounts:
            raise SettingsError(f"params/{source.agency.code}/finance_lines.csv", "code", "",
                                f"thiếu dòng có mã số liệu «{code}».")
    yield from _totals(amounts, "budget", "Chi ngân sách nhà nước", "cumulative", rate_places=0)
    yield from _totals(amounts, "investment", "Vốn đầu tư công", "disbursed", rate_places=4)


def _totals(amounts: dict[str, Quantity], prefix: str, words: str, spent: str, rate_places: int) -> Iterator[Figure]:
    """Total = initial + supplement; the rate is what was spent in percent of that total, supplement included."""
    initial, supplement = amounts[f"{prefix}.initial"], amounts[f"{prefix}.supplement"]
    whole, used, estimate = initial + supplement, amounts[f"{prefix}.{spent}"], amounts[f"{prefix}.estimate"]
    yield Figure(f"{prefix}.total", whole, "Giao đầu năm (1) + bổ sung (2)", "đồng", Display.MONEY,
                 name=f"{words}: giao đầu năm và bổ sung")
    yield Figure(f"{prefix}.remaining", whole - used, "(1) + (2) - đã thực hiện (3)", "đồng", Display.MONEY,
                 name=f"{words}: còn lại chưa thực hiện")
    yield rate(f"{prefix}.rate", used, whole, "Đã thực hiện (3) / [(1) + (2)]", rate_places,
               name=f"{words}: tỷ lệ đã thực hiện")
    yield rate(f"{prefix}.estimate_rate", estimate, whole, "Ước thực hiện cả năm / [(1) + (2)]", 0,
               name=f"{words}: tỷ lệ ước thực hiện cả năm")


@family
def project_figures(source: Source) -> Iterator[Figure]:
    """Capital and disbursement of the projects listed."""
    rows = source.select("projects")
    yield Figure("projects.capital", rows.amount("capital", "money_unit", MONEY_UNITS), "Tổng kế hoạch vốn dự án",
                 "đồng", Display.MONEY)
    yield Figure("projects.disbursed", rows.amount("disbursed", "money_unit", MONEY_UNITS),
                 "Tổng đã giải ngân của dự án", "đồng", Display.MONEY)
