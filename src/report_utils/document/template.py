"""Templates: plain text with Jinja2, edited by analysts, rendered to Markdown with placeholders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from report_utils.agency.reporting import Reporting
from report_utils.document.inserts import Inserts, without_placeholders
from report_utils.document.names import figure_names, filters
from report_utils.document.template_failures import failed_line, failure
from report_utils.document.template_faults import quoted, syntax_fault
from report_utils.document.template_nodes import refuse_what_never_works
from report_utils.errors import BaocaoError, os_reason
from report_utils.figures.period import PeriodFigures
from report_utils.vietnamese.dates import format_date


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


_PYTHONS_OWN = (ArithmeticError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)
"""What the words of a template may bring Python to say."""

Offer = Callable[[Inserts], Mapping[str, Any]]
"""What a kind of document offers its templates by name; what it inserts goes through the placeholders."""


def render(path: Path, shown: str, figures: PeriodFigures, plan: str = "") -> Rendered:
    """Render the template of a report at `path`, about the plan of code `plan` if given.

    `shown` is its name in messages. Raises ReportTemplateError.
    """
    return render_with(path, shown, figures.source.reporting, lambda inserts: figure_names(figures, inserts, plan))


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
    except OSError as error:
        raise ReportTemplateError(shown, None, f"không đọc được tệp: {os_reason(error)}.") from None
    inserts = Inserts()
    rendered = _rendered(text, shown, _environment(reporting, offer(inserts)))
    head, markdown = _split_head(rendered, shown)
    return Rendered({key: inserts.plain(value) for key, value in head.items()}, markdown, inserts)


def _rendered(text: str, shown: str, environment: Environment) -> str:
    """The text with every name filled in. Raises ReportTemplateError."""
    try:
        tree = environment.parse(text, filename=shown)
        refuse_what_never_works(tree, environment)
        code = environment.compile(tree, filename=shown)
        return Template.from_code(environment, code, environment.make_globals(None)).render()
    except TemplateSyntaxError as error:
        line, reason = syntax_fault(error, text)
        raise ReportTemplateError(shown, line, reason) from None
    except (TemplateError, BaocaoError, *_PYTHONS_OWN) as error:
        line_reached = failed_line(error.__traceback__, shown)
        reason = f"{failure(error, environment)}{quoted(text, line_reached)}"
        raise ReportTemplateError(shown, line_reached, reason) from None


def _split_head(text: str, shown: str) -> tuple[dict[str, str], str]:
    """The YAML between the two lines "---" at the top, and the rest."""
    parts = text.split("---\n", 2)
    if len(parts) < 3 or parts[0].strip():
        raise ReportTemplateError(shown, 1, "phải mở đầu bằng phần khai báo giữa hai dòng «---».")
    try:
        head = yaml.safe_load(parts[1])
    except (yaml.YAMLError, RecursionError):
        head = None
    except ValueError:
        raise _unreadable_value(parts[1], shown) from None
    if not isinstance(head, dict):
        raise ReportTemplateError(shown, 2, "phần khai báo phải gồm các dòng «khóa: giá trị».")
    return {str(key): str(value) for key, value in head.items()}, parts[2]


def _unreadable_value(head: str, shown: str) -> ReportTemplateError:
    """What to say of a head with a value that YAML takes for a day but that no calendar has, such as 2024-02-30."""
    line = next((line for line, words in enumerate(head.split("\n"), 2) if not _is_readable(words)), 2)
    reason = ("phần khai báo có giá trị không đọc được, thường là ngày không có trong lịch."
              f"{quoted(head, line - 1)} Cách sửa: viết ngày đúng, hoặc đặt cả giá trị trong dấu nháy.")
    return ReportTemplateError(shown, line, reason)


def _is_readable(words: str) -> bool:
    try:
        yaml.safe_load(words)
    except yaml.YAMLError:  # a part of a longer value
        return True
    except ValueError:
        return False
    return True


def _environment(reporting: Reporting, names: Mapping[str, Any]) -> Environment:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    environment.filters.update(filters())
    environment.globals.clear()
    environment.globals.update({
        "kỳ": reporting.period.title,
        "năm": reporting.period.year,
        "chốt_số_liệu": format_date(reporting.window.cutoff),
        "chốt_kỳ_tới": format_date(reporting.next_cutoff),
        "cơ_quan": reporting.agency.profile.short_name,
        "tên_cơ_quan": reporting.agency.profile.name,
        "tỉnh": reporting.agency.profile.province,
        **names,
    })
    return environment
