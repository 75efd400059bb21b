"""A whole report: letterhead and signature from the profile, words from the templates, figures from the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_utils.agency.profile import ReportSettings
from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import nearest
from report_utils.document.adjustments import TITLE as ADJUSTMENTS
from report_utils.document.adjustments import adjustments_in
from report_utils.document.blocks import (
    Appendix,
    Block,
    Document,
    Letterhead,
    Table,
    Title,
)
from report_utils.document.gaps import Gap, gaps_of
from report_utils.document.identity import Identity, content_digest
from report_utils.document.inserts import cell_runs
from report_utils.document.markdown import blocks_of
from report_utils.document.official import BLANK, addressees_of, head_of, letterhead_of, signature_of, symbol_of
from report_utils.document.report_table import as_blocks
from report_utils.document.template import Rendered, render
from report_utils.document.uses import figures_in
from report_utils.errors import UnknownNameError
from report_utils.figures.period import PeriodFigures
from report_utils.figures.source import TableNotAskedError
from report_utils.vietnamese.letters import roman

DRAFT = "DỰ THẢO"
DRAFT_NOTICE = f"{DRAFT} - số liệu chưa đầy đủ hoặc còn sai lệch, không dùng để ký ban hành"
ILLUSTRATIVE_NOTICE = "Số liệu minh họa - không phải báo cáo chính thức"
ILLUSTRATIVE_LETTER = "Số liệu minh họa - không phải văn bản chính thức"


@dataclass(frozen=True)
class BuiltReport:
    """The document, and the places that keep it from being final."""

    document: Document
    gaps: tuple[Gap, ...]


def build_report(figures: PeriodFigures, code: str, *, draft: bool, illustrative: bool) -> BuiltReport:
    """The report `code` of the profile. It is a draft when `draft` says so or a place in it is marked.

    Raises UnknownNameError for a report the profile does not have, ReportTemplateError for a bad template.
    """
    reporting, settings = figures.source.reporting, _settings(figures, code)
    main = _rendered(figures, settings.template, settings.plan)
    if settings.addressed_to:
        names = addressees_of(addressed_to(figures, code), main, settings.template)
        settings = settings.model_copy(update={"addressees": names})
    body = blocks_of(main.markdown, main.inserts)
    appendices = _appendices(figures, code, body)
    gaps = gaps_of(body, appendices)
    identity = Identity(reporting.agency.code, str(reporting.period), code, content=content_digest(body, appendices))
    document = Document(
        letterhead=_letterhead(reporting, settings),
        title=Title(settings.kind, head_of(main, "trích yếu", settings.template)),
        legal_bases=settings.bases(reporting.agency_deadline),
        body=body,
        signature=signature_of(reporting, settings),
        addressees=settings.addressees,
        appendices=appendices,
        draft_notice=DRAFT_NOTICE if draft or gaps else "",
        notice=(ILLUSTRATIVE_NOTICE if settings.kind else ILLUSTRATIVE_LETTER) if illustrative else "",
        properties={"title": f"{settings.file_name} {reporting.period.title}",
                    "creator": reporting.agency.profile.name, **identity.properties()},
    )
    return BuiltReport(document, gaps)


def addressed_to(figures: PeriodFigures, code: str) -> tuple[str, ...]:
    """Whom the document `code` goes to by the listing that its settings name; nobody if the agency has no such data.

    Raises UnknownNameError.
    """
    try:
        listing = figures.listing(_settings(figures, code).addressed_to)
    except TableNotAskedError:
        return ()
    return tuple("".join(run.text for cell in line for run in cell_runs(cell)) for line in listing.lines)


def _settings(figures: PeriodFigures, code: str) -> ReportSettings:
    reports = figures.source.reporting.reports
    if code not in reports:
        raise UnknownNameError("loại báo cáo", code, nearest(code, reports))
    return reports[code]


def _rendered(figures: PeriodFigures, name: str, plan: str) -> Rendered:
    workspace, agency = figures.source.reporting.workspace, figures.source.agency
    path = workspace.params(agency.code) / "templates" / name
    return render(path, workspace.shown(path), figures, plan)


def _letterhead(reporting: Reporting, settings: ReportSettings) -> Letterhead:
    due = reporting.agency_deadline
    return letterhead_of(reporting, settings, f"ngày {BLANK} tháng {_month(due)} năm {due.year}")


def _month(day: dt.date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def _appendices(figures: PeriodFigures, code: str, body: Sequence[Block]) -> tuple[Appendix, ...]:
    """Those of the templates that hold anything, and that of the adjustments, which no report can leave out; letters
    have none.
    """
    settings = _settings(figures, code)
    reference = _reference(figures.source.reporting, settings)
    appendices = [_appendix(figures, name, settings.plan, reference) for name in settings.appendices]
    found = [appendix for appendix in appendices if appendix.blocks]
    if settings.kind and (table := adjustments_in(figures, code, figures_in(body, found))).rows:
        blocks = tuple(as_blocks(table))
        found.append(Appendix("", ADJUSTMENTS, reference, blocks, wide=table.wide))
    several = len(found) > 1
    return tuple(replace(one, label=f"Phụ lục {roman(number)}" if several else "Phụ lục")
                 for number, one in enumerate(found, start=1))


def _appendix(figures: PeriodFigures, name: str, plan: str, reference: str) -> Appendix:
    """The appendix of a template; its label depends on the others."""
    rendered = _rendered(figures, name, plan)
    blocks = blocks_of(rendered.markdown, rendered.inserts)
    return Appendix("", head_of(rendered, "tiêu đề", name), reference, blocks,
                    wide=any(isinstance(block, Table) and block.wide for block in blocks))


def _reference(reporting: Reporting, settings: ReportSettings) -> str:
    """The line below an appendix's title; number and day stay blank, as on page 1."""
    profile, due = reporting.agency.profile, reporting.agency_deadline
    kind = settings.kind.capitalize()
    return (f"(Kèm theo {kind} số {BLANK}/{symbol_of(profile, settings)} ngày {BLANK} tháng {_month(due)} "
            f"năm {due.year} của {profile.name})")
