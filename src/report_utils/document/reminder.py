"""A reminder letter (công văn đôn đốc): to all units that are late or have errors, or to one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from report_utils.agency.profile import ReportSettings
from report_utils.agency.reporting import Reporting
from report_utils.checks.reporting_rate import UnitStatus, rates
from report_utils.document.blocks import Document, Title
from report_utils.document.inserts import Inserts
from report_utils.document.markdown import blocks_of
from report_utils.document.official import addressees_of, head_of, letterhead_of, signature_of
from report_utils.document.template import Rendered, render_with
from report_utils.errors import SettingsError
from report_utils.figures.reminders import has_lines, reminded, reminder_listing, reminder_table
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_count

REPORT = "reminder"
"""The entry of the profile that says how the letter is signed and numbered."""

_SPACE = "\u00a0" * 4
"""Where the clerk writes day and month; short enough for the date to stay on one line."""

ILLUSTRATIVE_NOTICE = "Số liệu minh họa - không phải văn bản chính thức"


def reminder_settings(reporting: Reporting) -> ReportSettings:
    """How the profile wants the letter. Raises SettingsError when it says nothing of it."""
    reports = reporting.agency.profile.reports
    if REPORT not in reports:
        shown = reporting.workspace.shown(reporting.workspace.params(reporting.agency.code))
        raise SettingsError(f"{shown}/agency.yaml", f"reports.{REPORT}", "", "thiếu khóa này, chưa lập được công văn.")
    return reports[REPORT]


def build_reminder(reporting: Reporting, statuses: Sequence[UnitStatus], unit: UnitStatus | None = None,
                   *, illustrative: bool = False) -> Document:
    """The letter to every unit that `reminded` names among `statuses`, or to `unit` alone.

    Raises SettingsError or ReportTemplateError for what the agency's settings lack.
    """
    settings = reminder_settings(reporting)
    concerned = [unit] if unit else reminded(statuses)
    template = settings.unit_template if unit and settings.unit_template else settings.template
    rendered = _rendered(reporting, template, statuses, concerned)
    names = addressees_of([status.unit.name for status in concerned], rendered, template)
    addressed = settings.model_copy(update={"addressees": names})
    return Document(
        letterhead=letterhead_of(reporting, addressed,
                                 f"ngày{_SPACE}tháng{_SPACE}năm {reporting.agency_deadline.year}"),
        title=Title(settings.kind, _kept_together(head_of(rendered, "trích yếu", template), reporting.period.title)),
        legal_bases=settings.bases(reporting.agency_deadline),
        body=blocks_of(rendered.markdown, rendered.inserts),
        signature=signature_of(reporting, addressed),
        addressees=addressed.addressees,
        notice=ILLUSTRATIVE_NOTICE if illustrative else "",
        properties={"title": f"{settings.file_name} {reporting.period.title}",
                    "creator": reporting.agency.profile.name},
    )


def _kept_together(subject: str, period: str) -> str:
    """The subject stands in a narrow column: no line there begins in the middle of the period's name."""
    return subject.replace(period, period.replace(" ", "\u00a0"))


def _rendered(reporting: Reporting, template: str, statuses: Sequence[UnitStatus], concerned: Sequence[UnitStatus]
              ) -> Rendered:  # fmt: skip
    workspace = reporting.workspace
    path = workspace.params(reporting.agency.code) / "templates" / template
    return render_with(path, workspace.shown(path), reporting, lambda inserts: _names(inserts, reporting, statuses,
                                                                                      concerned))


def _names(inserts: Inserts, reporting: Reporting, statuses: Sequence[UnitStatus], concerned: Sequence[UnitStatus]
           ) -> Mapping[str, Any]:  # fmt: skip
    """What the templates of the letter may name: lists and tables of the units it goes to, numbers of all."""
    everyone, alone = rates(statuses)[-1], concerned[0] if len(concerned) == 1 else None
    sent = alone.received.sent if alone and alone.received else None
    return {
        "đơn_vị": alone.unit.name if alone else "",
        "ngày_gửi": format_date(sent) if sent else "",
        "từ_ngày": format_date(reporting.window.start),
        "hạn_gửi": format_date(reporting.unit_deadline),
        "hạn_gửi_lại": format_date(reporting.resend_deadline),
        "phải_gửi": format_count(everyone.expected),
        "đã_gửi": format_count(everyone.received),
        "đúng_hạn": format_count(everyone.on_time),
        "có": lambda code: has_lines(code, concerned),
        "danh_sách": lambda code: inserts.token(reminder_listing(code, concerned)),
        "bảng": lambda code: inserts.token(reminder_table(code, concerned)),
    }
