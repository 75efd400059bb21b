"""What a template of a report may name: figures, and what makes tables, lists, charts and texts of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from report_utils.agency.plans import Plan
from report_utils.agency.settings import nearest
from report_utils.document.chart_pictures import chart_columns
from report_utils.document.inserts import Inserts, Note, Reference, ShownFigure
from report_utils.errors import UnknownNameError
from report_utils.figures.charts import PLAN_CHARTS
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.plans.counts import PLANS
from report_utils.figures.tables import PLAN_TABLE_MAKERS
from report_utils.vietnamese.text import nfc


class Name:
    """A dotted name in a template: `{{ dossiers.resolved.overdue }}`. Printing it inserts the figure."""

    def __init__(self, code: str, figures: PeriodFigures, inserts: Inserts) -> None:
        self._code, self._figures, self._inserts = code, figures, inserts

    def __getattr__(self, part: str) -> Name:
        if part.startswith("__"):
            raise AttributeError(part)
        return Name(f"{self._code}.{part}", self._figures, self._inserts)

    def __str__(self) -> str:
        return self.shown(ShownFigure(self.figure()))

    def figure(self) -> Figure:
        """The figure of this name. Raises UnknownNameError."""
        return self._figures.figure(self._code)

    def has_value(self) -> bool:
        """Whether the figure of this name can be and has a value. Raises UnknownNameError."""
        return self._figures.known(self._code) is not None

    def shown(self, insert: ShownFigure) -> str:
        """A placeholder for the figure written in some way."""
        return self._inserts.token(insert)


def figure_names(figures: PeriodFigures, inserts: Inserts, plan: str = "") -> dict[str, Any]:
    """Every figure by its dotted name, and what makes texts, tables and lists.

    In a document about the plan of code `plan` the tables and charts of plans are named without it.
    """

    def coded(name: str) -> str:
        return f"{nfc(name)}.{plan}" if plan and nfc(name) in (*PLAN_TABLE_MAKERS, *PLAN_CHARTS) else nfc(name)

    return {
        **{code: Name(code, figures, inserts) for code in _roots(figures)},
        **(_plan_names(figures, inserts, plan) if plan else {}),
        "thuyết_minh": lambda prompt: inserts.token(figures.narratives(prompt)),
        "văn_bản": lambda prompt: inserts.token(figures.citations(prompt)),
        "bảng": lambda code, caption="": inserts.token(
            replace(figures.table(coded(code)), caption=inserts.plain(nfc(caption)))),
        "có": lambda code: bool(figures.table(coded(code)).rows),
        "có_số": _has_value,
        "bằng_không": _is_nil,
        "xem": lambda name: inserts.token(Reference(coded(name))),
        "danh_sách": lambda code: inserts.token(figures.listing(code)),
        "biểu_đồ": lambda *codes: inserts.token(chart_columns(figures, [coded(code) for code in codes])),
        "chú_thích": lambda text: inserts.token(Note(inserts.plain(nfc(text)))),
        "có_kế_hoạch": lambda code=plan: any(known.code == code and known.tasks for known in _plans(figures)),
    }


def _plan_names(figures: PeriodFigures, inserts: Inserts, code: str) -> dict[str, Any]:
    """The figures of a plan as «kế_hoạch.total», and what it is called. Raises UnknownNameError."""
    plans = {plan.code: plan for plan in _plans(figures)}
    if code not in plans:
        raise UnknownNameError("kế hoạch", code, nearest(code, plans))
    return {"kế_hoạch": Name(f"{PLANS}.{code}", figures, inserts), "tên_kế_hoạch": plans[code].settings.name}


def _plans(figures: PeriodFigures) -> tuple[Plan, ...]:
    return figures.source.agency.catalogues.plans


def _roots(figures: PeriodFigures) -> list[str]:
    plans = {PLANS} if figures.source.agency.profile.plans else set()
    return sorted({code.split(".")[0] for code in figures.everything()} | plans)


def _has_value(value: object) -> bool:
    """Whether a figure has a value: a text may leave out a comparison for which there is no data."""
    return _asked(value, "có_số").has_value()


def _is_nil(value: object) -> bool:
    """Whether a figure is zero because the unit said so: a text then has one sentence instead of a row of zeros."""
    quantity = _asked(value, "bằng_không").figure().quantity
    return quantity.known and not quantity.value and not quantity.doubtful


def _asked(value: object, function: str) -> Name:
    if not isinstance(value, Name):
        raise TypeError(f"{function}(…) phải nêu tên một số liệu, không nêu «{value}».")
    return value


def filters() -> dict[str, Any]:
    """What a template may write behind the name of a figure, "|" between them."""
    return {"số": _number, "phần_trăm": _percent, "triệu": _millions, "hoặc": _or_nil}


def _name(value: object, filter_name: str) -> Name:
    if not isinstance(value, Name):
        known = ", ".join(sorted(filters()))
        near = nearest(filter_name, filters()) or known
        raise TypeError(f"bộ lọc «{near}» chỉ dùng sau tên một số liệu, không dùng cho «{value}».")
    return value


def _number(value: object) -> str:
    """A number without a leading zero."""
    name = _name(value, "số")
    return name.shown(ShownFigure(name.figure(), Display.TABLE))


def _percent(value: object, places: int) -> str:
    """A percentage with `places` decimals, zeros at the end dropped."""
    name = _name(value, "phần_trăm")
    return name.shown(ShownFigure(name.figure(), Display.PERCENT, places))


def _millions(value: object) -> str:
    """An amount in đồng written in triệu đồng."""
    name = _name(value, "triệu")
    return name.shown(ShownFigure(name.figure(), millions=True))


def _or_nil(value: object, nil: str, text: str) -> str:
    """`nil` where the figure is zero because the unit said so, else `text` with the figure at "{}"."""
    name = _name(value, "hoặc")
    if _is_nil(name):
        return nil
    token = str(name)
    return token if name.figure().quantity.absent else text.replace("{}", token)
