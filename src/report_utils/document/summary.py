"""The summary of a report on one page, for leaders: what matters, what has changed, what is late or wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from report_utils.document.blocks import Document, Heading, Mark, Title
from report_utils.document.chart_pictures import PER_BAR, PER_BAR_TIGHT, chart_columns
from report_utils.document.gaps import gaps_of
from report_utils.document.identity import Identity, content_digest
from report_utils.document.inserts import Inserts, Ready
from report_utils.document.key_figures import KeyFigure, key_figure_table
from report_utils.document.markdown import blocks_of
from report_utils.document.names import Name, figure_names
from report_utils.document.official import head_of
from report_utils.document.report import DRAFT, ILLUSTRATIVE_NOTICE, BuiltReport
from report_utils.document.template import render_with
from report_utils.figures.brief import first_lines, open_errors, with_few_names
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.findings import Finding
from report_utils.vietnamese.numbers import format_count
from report_utils.vietnamese.text import nfc

NAME = "Tóm tắt"
"""What the name of the file begins with."""
_AS_BEFORE = "[…]"
DRAFT_NOTICE = f"{DRAFT} - số liệu chưa đầy đủ hoặc còn sai lệch"


def build_summary(figures: PeriodFigures, code: str, findings: Sequence[Finding], *, draft: bool, illustrative: bool
                  ) -> BuiltReport:  # fmt: skip
    """The summary of the report `code` of the profile, whose settings name its template.

    It is a sheet for those inside the agency: no number, no signature, small letters (docs/decisions.md). Raises
    ReportTemplateError for a bad template.
    """
    reporting = figures.source.reporting
    settings = reporting.reports[code]
    path = reporting.workspace.params(reporting.agency.code) / "templates" / settings.summary
    rendered = render_with(path, reporting.workspace.shown(path), reporting,
                           lambda inserts: _names(with_few_names(figures), findings, inserts, tight=draft))
    body = blocks_of(rendered.markdown, rendered.inserts)
    gaps = gaps_of(body)
    body = tuple(_marked_once(block) if isinstance(block, Heading) else block for block in body)
    identity = Identity(reporting.agency.code, str(reporting.period), code, True, content_digest(body))
    document = Document(
        letterhead=None,
        title=Title(head_of(rendered, "tên loại", settings.summary), head_of(rendered, "trích yếu", settings.summary)),
        legal_bases=(),
        body=body,
        signature=None,
        draft_notice=DRAFT_NOTICE if draft or gaps else "",
        notice=ILLUSTRATIVE_NOTICE if illustrative else "",
        compact=True,
        properties={"title": f"{NAME} {settings.file_name} {reporting.period.title}",
                    "creator": reporting.agency.profile.name, **identity.properties()},
    )
    return BuiltReport(document, gaps)


def _marked_once(heading: Heading) -> Heading:
    """A heading in which a mark that names the same units again is cut to "[…]"."""
    told: set[str] = set()
    runs = []
    for run in heading.runs:
        mark = run.text.strip()
        runs.append(replace(run, text=run.text.replace(mark, _AS_BEFORE)) if mark in told else run)
        if run.mark is not Mark.NONE and mark.startswith("["):
            told.add(mark)
    return replace(heading, runs=tuple(runs))


def _names(figures: PeriodFigures, findings: Sequence[Finding], inserts: Inserts, *, tight: bool) -> Mapping[str, Any]:
    """What the template may name: what those of reports may, in fewer words, and what only a summary needs.

    The marks and errors of a draft need room: its charts are `tight`.
    """
    errors, per_bar = open_errors(findings), PER_BAR_TIGHT if tight else PER_BAR
    before = figures.source.reporting.previous
    return {
        **figure_names(figures, inserts),
        "dòng": partial(_row, compared=True),
        "dòng_không_so_sánh": partial(_row, compared=False),
        "chỉ_số": lambda *rows: inserts.token(Ready("chỉ_số", (key_figure_table(figures, rows),))),
        "có_số_cần_kiểm_tra": any(figure.quantity.doubtful for figure in figures.everything().values()),
        "số_lỗi": format_count(len(errors.lines)),
        "lỗi": lambda most: inserts.token(first_lines(errors, most)),
        "danh_sách": lambda code, most: inserts.token(first_lines(figures.listing(code), most)),
        "biểu_đồ": lambda *codes: inserts.token(chart_columns(figures, codes, per_bar)),
        "kỳ_trước": before.title if before and figures.before else "",
    }


def _row(words: str, figure: object, target: object = None, target_words: str = "", *, compared: bool) -> KeyFigure:
    """A row of the table of key figures; `figure` and `target` are names of figures, as the template writes them."""
    goal = _figure(words, target) if target else None
    return KeyFigure(nfc(words), _figure(words, figure), goal, compared, nfc(target_words))


def _figure(words: str, name: object) -> Figure:
    if not isinstance(name, Name):
        raise TypeError(f"dòng «{words}» phải nêu tên một số liệu, không nêu «{name}».")
    return name.figure()
