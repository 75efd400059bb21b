"""The profile of an agency: letterhead, signer, recipients, legal bases, calendar (params/<agency>/agency.yaml)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field, model_validator

from report_utils.agency.calendar import Calendar
from report_utils.agency.former_states import FormerState, Predecessor
from report_utils.agency.issuer import LetterheadSettings, Signer
from report_utils.agency.open_data import OpenDataSettings
from report_utils.agency.plans import PlanSettings, check_one_at_a_time
from report_utils.agency.settings import Strict, nearest
from report_utils.agency.unusual import UnusualSettings
from report_utils.agency.working_days import WorkingDaySettings
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import fold


class LegalBasis(Strict):
    """A full citation without its final punctuation, and the days on which it is in force (`until` is the last)."""

    text: str
    since: dt.date
    until: dt.date | None = None

    def in_force(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class ReportSettings(Strict):
    """One kind of report of the agency.

    `symbol` is the type code (BC), `template` and `appendices` are files in params/<agency>/templates, `file_name` is
    how the Word file is called (the period is added). `filing` is what follows "Lưu:". A letter (công văn) has no
    `kind`, and its `symbol` is the whole code behind the number (SYT-VP); `unit_template` is for a letter to one unit.
    `addressed_to` is the listing of those whom the document goes to, in place of `addressees`; without a line in it
    there is no document.
    `plan` is the code of the plan that the document is about.
    `summary` is the template of the one-page summary that is written beside the report; without it there is none.
    """

    kind: str
    symbol: str
    file_name: str
    template: str
    unit_template: str = ""
    plan: str = ""
    summary: str = ""
    appendices: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    addressed_to: str = ""
    recipients: tuple[str, ...]
    filing: str = "VT"
    signer: Signer
    legal_bases: tuple[LegalBasis, ...] = ()

    def bases(self, day: dt.date) -> tuple[str, ...]:
        """The citations in force on `day`, in the order of the profile."""
        return tuple(basis.text for basis in self.legal_bases if basis.in_force(day))

    @property
    def lines_of_recipients(self) -> tuple[str, ...]:
        """The lines of Nơi nhận: "Như trên" first when there is a Kính gửi, "Lưu: ..." last (NĐ 30/2020, II.9b)."""
        first = ("Như trên",) if self.addressees else ()
        return (*first, *self.recipients, f"Lưu: {self.filing}")


class LayoutSettings(Strict):
    """The choices that Decree 30/2020/NĐ-CP leaves to the agency; lengths in millimetres."""

    sizes: Literal["12/13/14", "13/14"] = "12/13/14"
    margin_top: float = 20
    margin_bottom: float = 20
    margin_left: float = 30
    margin_right: float = 15
    indent: float = 12.7


class PublishingSettings(Strict):
    """How open data are published.

    `licence` are the terms of use in words, `licence_path` a web address where they stand; `address` is that of the
    folder that takes the index page, ending in "/". Counts of persons from 1 to below `small_cell` are doubted; of the
    data sets in `aggregates_only` (by their number in the plan) nothing but aggregates is published.
    """

    licence: str = "Sử dụng tự do, miễn phí; ghi rõ nguồn khi sử dụng"
    licence_path: str = ""
    address: str = ""
    small_cell: int = Field(default=5, ge=0)
    aggregates_only: tuple[str, ...] = ()


class Profile(Strict):
    """Everything about an agency that is not a list."""

    code: str
    name: str
    short_name: str
    province: str
    symbol: str
    letterhead: LetterheadSettings
    layout: LayoutSettings = LayoutSettings()
    calendar: Calendar
    working_days: WorkingDaySettings = WorkingDaySettings()
    publishing: PublishingSettings = PublishingSettings()
    tags: dict[str, str] = Field(default_factory=dict)
    """The tags that units.csv may use, and what each means."""
    open_data: OpenDataSettings = OpenDataSettings()
    unusual: UnusualSettings = UnusualSettings()
    plans: dict[str, PlanSettings] = Field(default_factory=dict)
    """The plans whose execution is reported, by the keys that plan_tasks.csv and indicators.csv use."""
    notebooks: tuple[str, ...] = ()
    """The notebooks of a run by their names without the ending; all when empty."""
    reports: dict[str, ReportSettings] = Field(min_length=1)
    formerly: tuple[FormerState, ...] = ()
    """How the agency was called before, and what stood in its letterhead."""
    predecessors: tuple[Predecessor, ...] = ()
    """The agencies that were merged into this one."""

    @model_validator(mode="after")
    def _plans_exist(self) -> Profile:
        check_one_at_a_time(self.plans.values())
        known = {plan.code for plan in self.plans.values()}
        for code, report in self.reports.items():
            if report.plan and report.plan not in known:
                raise ValueError(f"báo cáo «{code}» nêu kế hoạch «{report.plan}» không có trong plans")
        return self

    @model_validator(mode="after")
    def _files_differ(self) -> Profile:
        """No report is written over another; Windows and macOS do not tell names apart by case."""
        owners: dict[str, str] = {}
        for code, report in self.reports.items():
            owner = owners.setdefault(fold(report.file_name), code)
            if owner != code:
                raise ValueError(f"báo cáo «{owner}» và «{code}» có cùng tên tệp «{report.file_name}» (file_name); "
                                 "bản sau sẽ ghi đè bản trước")
        return self

    @model_validator(mode="after")
    def _can_have_been(self) -> Profile:
        days = [state.until for state in self.formerly]
        for day in days:
            if days.count(day) > 1:
                raise ValueError(f"formerly có hai trạng thái cùng đến ngày {format_date(day)}")
        for code in (code for state in self.formerly for code in state.reports if code not in self.reports):
            near = nearest(code, self.reports)
            raise ValueError(f"formerly nêu báo cáo «{code}» không có trong reports"
                             f"{f'; có phải «{near}»?' if near else ''}")
        return self

    def on(self, day: dt.date) -> Profile:
        """The profile in force on the day of a document."""
        profile = self
        for state in sorted(self.formerly, key=lambda state: state.until, reverse=True):
            if day <= state.until:
                profile = profile._before(state)
        return profile

    def _before(self, state: FormerState) -> Profile:
        """The profile of a state, made of this one, which followed it."""
        changed = {code: self.reports[code].model_copy(update=report.said) for code, report in state.reports.items()}
        return self.model_copy(update={**state.said, "reports": {**self.reports, **changed}})
