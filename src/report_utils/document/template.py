"""Templates: plain text with Jinja2, edited by analysts, rendered to Markdown with placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from report_utils.agency.agency import Reporting
from report_utils.agency.settings import nearest
from report_utils.document.inserts import Inserts, Note, Reference, ShownFigure, without_placeholders
from report_utils.errors import BaocaoError, UnknownNameError
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import nfc


class ReportTemplateError(BaocaoError):
    """A template cannot be used: `template` is its file, `line` the line if known."""

    def __init__(self, template: str, line: int | None, reason: str) -> None:
        self.template, self.line = template, line
        place = f"{template}, dòng {line}" if line else template
        super().__init__(f"Mẫu báo cáo {place}: {reason}")


@dataclass(frozen=True)
class Rendered:
    """A template's head (YAML) and its text as Markdown with placeholders."""

    head: Mapping[str, str]
    markdown: str
    inserts: Inserts


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

    def shown(self, insert: ShownFigure) -> str:
        """A placeholder for the figure written in some way."""
        return self._inserts.token(insert)


Offer = Callable[[Inserts], Mapping[str, Any]]
"""What a kind of document offers its templates by name; what it inserts goes through the placeholders."""


def render(path: Path, shown: str, figures: PeriodFigures) -> Rendered:
    """Render the template of a report at `path`. `shown` is its name in messages. Raises ReportTemplateError."""
    return render_with(path, shown, figures.source.reporting, lambda inserts: _figure_names(figures, inserts))


def render_with(path: Path, shown: str, reporting: Reporting, offer: Offer) -> Rendered:
    """Render the template at `path`, which may name the period, the agency and what `offer` gives.

    Raises ReportTemplateError for a template that is missing or wrong, or that names what does not exist.
    """
    try:
        text = without_placeholders(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ReportTemplateError(shown, None, "không có tệp này.") from None
    except UnicodeDecodeError:
        raise ReportTemplateError(shown, None, "tệp phải lưu dạng UTF-8.") from None
    inserts = Inserts()
    environment = _environment(reporting, offer(inserts))
    try:
        rendered = environment.from_string(text).render()
    except TemplateSyntaxError as error:
        raise ReportTemplateError(shown, error.lineno, f"cú pháp sai ({error.message}).") from None
    except UndefinedError as error:
        raise ReportTemplateError(shown, None, _unknown_name(error, environment)) from None
    except TemplateError as error:
        raise ReportTemplateError(shown, None, f"{error}.") from None
    except (BaocaoError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ReportTemplateError(shown, None, str(error)) from None
    head, markdown = _split_head(rendered, shown)
    return Rendered({key: inserts.plain(value) for key, value in head.items()}, markdown, inserts)


def _unknown_name(error: UndefinedError, environment: Environment) -> str:
    """What to say of a name that is none of a figure, a word or a function; Jinja quotes it in its own message."""
    quoted = re.search("'(.+?)'", error.message or "")
    name = quoted[1] if quoted else str(error.message)
    return UnknownNameError("tên", name, nearest(name, environment.globals)).message


def _split_head(text: str, shown: str) -> tuple[dict[str, str], str]:
    """The YAML between the two lines "---" at the top, and the rest."""
    parts = text.split("---\n", 2)
    if len(parts) < 3 or parts[0].strip():
        raise ReportTemplateError(shown, 1, "phải mở đầu bằng phần khai báo giữa hai dòng «---».")
    try:
        head = yaml.safe_load(parts[1])
    except yaml.YAMLError:
        head = None
    if not isinstance(head, dict):
        raise ReportTemplateError(shown, 2, "phần khai báo phải gồm các dòng «khóa: giá trị».")
    return {str(key): str(value) for key, value in head.items()}, parts[2]


def _environment(reporting: Reporting, names: Mapping[str, Any]) -> Environment:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    environment.filters.update(_filters())
    environment.globals.clear()
    environment.globals.update({
        "kỳ": reporting.period.title,
        "năm": reporting.period.year,
        "chốt_số_liệu": format_date(reporting.window.cutoff),
        "cơ_quan": reporting.agency.profile.short_name,
        "tên_cơ_quan": reporting.agency.profile.name,
        "tỉnh": reporting.agency.profile.province,
        **names,
    })
    return environment


def _figure_names(figures: PeriodFigures, inserts: Inserts) -> dict[str, Any]:
    """Every figure by its dotted name, and what makes texts, tables and lists."""
    return {
        **{code: Name(code, figures, inserts) for code in _roots(figures)},
        "thuyết_minh": lambda prompt: inserts.token(figures.narratives(prompt)),
        "văn_bản": lambda prompt: inserts.token(figures.citations(prompt)),
        "bảng": lambda code, caption="": inserts.token(
            replace(figures.table(code), caption=inserts.plain(nfc(caption)))),
        "có": lambda code: bool(figures.table(code).rows),
        "xem": lambda name: inserts.token(Reference(nfc(name))),
        "danh_sách": lambda code: inserts.token(figures.listing(code)),
        "chú_thích": lambda text: inserts.token(Note(inserts.plain(nfc(text)))),
    }


def _roots(figures: PeriodFigures) -> list[str]:
    return sorted({code.split(".")[0] for code in figures.everything()})


def _filters() -> dict[str, Any]:
    return {"số": _number, "phần_trăm": _percent, "triệu": _millions, "hoặc": _or_nil}


def _name(value: object, filter_name: str) -> Name:
    if not isinstance(value, Name):
        known = ", ".join(sorted(_filters()))
        near = nearest(filter_name, _filters()) or known
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
    figure = name.figure()
    if figure.quantity.known and not figure.quantity.value and not figure.quantity.doubtful:
        return nil
    token = str(name)
    return token if figure.quantity.absent else text.replace("{}", token)
