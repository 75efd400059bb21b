"""The whole period at a glance: who has sent, what is wrong, what blocks the final report, how the figures stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from report_utils.agency.reporting import NothingToReportError, Reporting
from report_utils.checks.reporting_rate import NOT_SENT, UnitStatus, rates
from report_utils.figures.changes import CHANGE
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.verdict import NOT_REACHED, REACHED, verdict
from report_utils.findings import CellRef, Finding, Severity
from report_utils.findings.catalogue import CATALOGUE
from report_utils.intake.identifiers import MASK
from report_utils.publish.publisher import ILLUSTRATIVE
from report_utils.run.desk import Desk
from report_utils.run.outcome import Outcome
from report_utils.run.views import submissions
from report_utils.run.views.comparisons import shown_before
from report_utils.run.views.figures import ChartView, chart_view
from report_utils.run.views.findings import TONES
from report_utils.run.views.outcomes import gaps_view
from report_utils.run.views.table import Html, TableView, Tone, view, with_page
from report_utils.run.writing import Documents, is_illustrative
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_percent

_CHARTS = ("in_time_by_unit", "dossiers", "open_data_states")
_TARGET, _RATE, _BY_UNIT = ".target", ".rate", "dossiers.by_unit."
_RAW = "../data/raw"
"""The raw folders as seen from notebooks/."""


@dataclass(frozen=True)
class Section:
    """A heading, a sentence below it, and what is to be looked at; a table without rows would add nothing."""

    heading: str
    text: str
    views: tuple[TableView | ChartView, ...]

    def _shown(self) -> list[TableView | ChartView]:
        return [one for one in self.views if isinstance(one, ChartView) or len(one.frame)]

    def html(self) -> str:
        """The section for a place that has style and script."""
        shown = "".join(one.html() for one in self._shown())
        return f"<h3>{escape(self.heading)}</h3><p>{escape(self.text)}</p>{shown}"

    def __str__(self) -> str:
        return "\n".join((self.heading, self.text, *map(str, self._shown())))


@dataclass(frozen=True)
class Overview:
    """The sections one after another."""

    title: str
    sections: tuple[Section, ...]

    def _repr_html_(self) -> str:
        return with_page(f"<h2>{escape(self.title)}</h2>{''.join(section.html() for section in self.sections)}")

    def __str__(self) -> str:
        return "\n\n".join((self.title, *map(str, self.sections)))

    def __repr__(self) -> str:
        return str(self)


def overview_view(desk: Desk) -> Overview:
    """How the period of the desk stands now, from what lies in its raw folder; nothing is written."""
    survey = desk.survey()
    figures, reporting = desk.figures_now(survey), desk.reporting
    name = reporting.agency.profile.name
    mark = f" ({ILLUSTRATIVE.lower()})" if is_illustrative(figures) else ""
    return Overview(f"{name}, {reporting.period.title}{mark}", (
        _who_has_sent(reporting, survey.statuses),
        _what_is_wrong(survey.findings),
        _what_blocks(desk, survey.findings, figures),
        _how_figures_stand(figures),
        Section("Biểu đồ", "", tuple(chart for chart in (chart_view(code, figures) for code in _CHARTS)
                                     if isinstance(chart, ChartView))),
    ))  # fmt: skip


def _who_has_sent(reporting: Reporting, statuses: Sequence[UnitStatus]) -> Section:
    *groups, whole = rates(statuses)
    share = f" ({format_percent(whole.reporting_rate)})" if whole.reporting_rate is not None else ""
    text = (f"{whole.received}/{whole.expected} đơn vị đã gửi{share}, {whole.on_time} đúng hạn, {whole.late} muộn hoặc "
            f"không rõ ngày; hạn gửi {format_date(reporting.unit_deadline)}. Mở cột «Chi tiết» để xem từng phát hiện.")
    by_state = sorted(statuses, key=lambda status: (status.state not in NOT_SENT, not status.errors))
    rows = [(status.unit.name, status.state.value, _day(status), *submissions.found_counts(status)[:2],
             _details(reporting, status)) for status in by_state]
    columns = ("Đơn vị", "Tình trạng", "Ngày gửi", "Lỗi", "Cảnh báo", "Chi tiết")
    return Section("Ai đã gửi", text, (view(rows, columns, "Từng đơn vị", submissions.TONES),
                                       submissions.rates_view((*groups, whole))))


def _day(status: UnitStatus) -> str:
    return format_date(status.received.sent) if status.received and status.received.sent else ""


def _details(reporting: Reporting, status: UnitStatus) -> Html | str:
    """The file, and one click below it each finding with its cell."""
    file = status.received.file if status.received else ""
    if not file and not status.findings:
        return ""
    link = _link(reporting, file)
    if not status.findings:
        return Html(file, link)
    told = "".join(f"<li>{_line(found)}</li>" for found in status.findings)
    summary = f"{len(status.findings)} phát hiện"
    return Html(f"{file} ({summary})", f"{link}<details><summary>{summary}</summary><ul>{told}</ul></details>")


def _link(reporting: Reporting, file: str) -> str:
    if not file or MASK in file:
        return escape(file)
    place = quote(f"{_RAW}/{reporting.agency.code}/{reporting.period}/{file}")
    return f'<a href="{place}">{escape(file)}</a>'


def _line(found: Finding) -> str:
    place = str(CellRef("", found.sheet, found.cell))
    shown = " – ".join(part for part in (f"{found.code} {found.severity.value}", place) if part)
    value = f" (đang ghi «{escape(found.found)}»)" if found.found and f"«{found.found}»" not in found.message else ""
    return f"<b>{escape(shown)}</b>: {escape(found.message)}{value} {escape(found.mend)}"


def _what_is_wrong(findings: Iterable[Finding]) -> Section:
    listed = [found for found in findings if found.severity is not Severity.NOTE]
    counts = Counter((found.code, found.severity) for found in listed)
    units = {code: len({found.unit for found in listed if found.code == code}) for code, _ in counts}
    order = sorted(counts, key=lambda kind: (kind[1].rank, -counts[kind], kind[0]))
    rows = [(code, severity.value, CATALOGUE[code].title, units[code], counts[code, severity])
            for code, severity in order]
    errors = sum(found.severity is Severity.ERROR for found in listed)
    told = (f"{errors} lỗi, {len(listed) - errors} cảnh báo; nhiều nhất đứng trước." if listed else
            "Không có lỗi, cảnh báo nào.")
    columns = ("Mã", "Mức", "Loại phát hiện", "Số đơn vị", "Số lần")
    return Section("Sai ở đâu", told, (view(rows, columns, "Phát hiện theo loại", TONES),))


def _what_blocks(desk: Desk, findings: Sequence[Finding], figures: PeriodFigures) -> Section:
    heading = "Điều gì còn chặn báo cáo chính thức"
    try:
        outcome = Documents(desk.reporting, findings, figures).judged(desk.reporting.main_report)
    except NothingToReportError as error:
        return Section(heading, error.message, ())
    return Section(heading, _blocking(outcome), (gaps_view(outcome),))


def _blocking(outcome: Outcome) -> str:
    if not outcome.draft:
        return "Không còn gì: báo cáo lập bây giờ là bản chính thức."
    return (f"Báo cáo lập bây giờ là bản dự thảo: còn {outcome.errors} lỗi, {len(outcome.missing)} chỗ thiếu số liệu, "
            f"{len(outcome.wrong)} chỗ cần kiểm tra lại.")


def _how_figures_stand(figures: PeriodFigures) -> Section:
    """Rates and what has a target, beside the period before."""
    columns = ("Số liệu", "Mã số liệu", "Kỳ này", "Kỳ trước", "Thay đổi", "Chỉ tiêu", "So với chỉ tiêu")
    rows = sorted((_standing(figures, figure) for figure in figures.figures.values() if _is_main(figure)),
                  key=lambda row: (row[-1] != NOT_REACHED, row[-1] != REACHED))
    tones = {REACHED: Tone.GOOD, NOT_REACHED: Tone.BAD}
    return Section("Số liệu so với kỳ trước và chỉ tiêu", "Tỷ lệ và chỉ tiêu của toàn ngành; sổ 3 có đủ số liệu.",
                   (view(rows, columns, "Số liệu chính", tones),))


def _is_main(figure: Figure) -> bool:
    is_rate = figure.display is Display.PERCENT and not figure.code.endswith(_TARGET)
    return is_rate and figure.quantity.known and not figure.code.startswith(_BY_UNIT)


def _standing(figures: PeriodFigures, figure: Figure) -> tuple[str, ...]:
    target = figures.figures.get(figure.code.removesuffix(_RATE) + _TARGET)
    change = figures.known(f"{figure.code}{CHANGE}")
    compared = (shown_before(figures, figure.code), change.text) if change else ("", "")
    percent = target.quantity.value if target else None
    judged = "" if percent is None else verdict(figure.quantity.value, percent, by=None,
                                                cutoff=figures.source.reporting.window.cutoff)
    return figure.label, figure.code, figure.text, *compared, target.text if target else "", judged

