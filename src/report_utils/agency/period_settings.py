"""What may differ in one period (params/<agency>/<period>.yaml)."""

from __future__ import annotations

import datetime as dt

from pydantic import model_validator

from report_utils.agency.issuer import Signer
from report_utils.agency.settings import Strict


class WindowOverride(Strict):
    """A data window of one period that differs from the calendar; half-open."""

    start: dt.date
    end: dt.date

    @model_validator(mode="after")
    def _in_order(self) -> WindowOverride:
        if self.start >= self.end:
            raise ValueError(f"ngày bắt đầu {self.start} không trước ngày kết thúc {self.end}")
        return self


class PeriodSettings(Strict):
    """What may differ in one period: window, deadlines, signer; which tables are asked for, notebooks run and reports
    written, the first of them as the main one (those of the profile when empty).
    """

    window: WindowOverride | None = None
    unit_deadline: dt.date | None = None
    resend_deadline: dt.date | None = None
    agency_deadline: dt.date | None = None
    signer: Signer | None = None
    tables: tuple[str, ...] = ()
    notebooks: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


class PeriodFile(Strict):
    """params/<agency>/<period>.yaml; its keys are the parameters of the notebooks."""

    agency: str
    period: str
    settings: PeriodSettings = PeriodSettings()
