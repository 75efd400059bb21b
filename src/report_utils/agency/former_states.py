"""What an agency was before: other names and letterheads, or other agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from pydantic import Field, model_validator

from report_utils.agency.issuer import LetterheadSettings, Signer
from report_utils.agency.settings import Strict
from report_utils.vietnamese.dates import format_date


class FormerReport(Strict):
    """What of a report was otherwise: who signed it, whom it went to."""

    signer: Signer | None = None
    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    filing: str | None = None

    @property
    def said(self) -> dict[str, Any]:
        """What was otherwise, by the key of the report."""
        return _said(self, ("signer", "addressees", "recipients", "filing"))


class FormerState(Strict):
    """The agency as it was up to the day `until`, included. What is not said was as in the state that followed."""

    until: dt.date
    name: str | None = None
    short_name: str | None = None
    province: str | None = None
    symbol: str | None = None
    letterhead: LetterheadSettings | None = None
    reports: dict[str, FormerReport] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_something(self) -> FormerState:
        if not self.said and not self.reports:
            raise ValueError(f"trạng thái đến ngày {format_date(self.until)} không ghi gì khác")
        return self

    @property
    def said(self) -> dict[str, Any]:
        """What was otherwise, by the key of the profile; not the reports."""
        return _said(self, ("name", "short_name", "province", "symbol", "letterhead"))


def _said(settings: Strict, names: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(settings, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


class Predecessor(Strict):
    """An agency, by its folder in params, whose work this one took over after the day `until`."""

    agency: str
    until: dt.date
