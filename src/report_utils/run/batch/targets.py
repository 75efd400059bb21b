"""Which agencies and periods a batch runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.agency.period import Period
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError
from report_utils.intake.raw_folder import sent_periods


class NothingToRunError(BaocaoError):
    """Nobody has sent anything for what was named; `agencies` and `periods` are as given, empty for all."""

    def __init__(self, agencies: Sequence[str], periods: Sequence[str]) -> None:
        self.agencies, self.periods = tuple(agencies), tuple(periods)
        named = " ".join((*agencies, *periods))
        super().__init__(f"Chưa có tệp nào của đơn vị trong data/raw{f' cho {named}' if named else ''}; không có gì để "
                         "chạy.")


@dataclass(frozen=True, order=True)
class Target:
    """One report to make: a code of an agency and that of a period."""

    agency: str
    period: str

    def __str__(self) -> str:
        return f"{self.agency} {self.period}"


def targets(workspace: Workspace, agencies: Sequence[str] = (), periods: Sequence[str] = ()) -> list[Target]:
    """The targets in order: those named by agency and period both, else those for which units have sent something.

    Raises UnknownNameError for an agency or period that cannot be, NothingToRunError.
    """
    for agency in agencies:
        workspace.params(agency)
    wanted = [str(Period.parse(period)) for period in periods]
    if agencies and wanted:
        return sorted({Target(agency, period) for agency in agencies for period in wanted})
    found = [Target(agency, period) for agency in agencies or workspace.agencies()
             for period in sent_periods(workspace.raw(agency, "")) if not wanted or period in wanted]
    if not found:
        raise NothingToRunError(agencies, periods)
    return sorted(set(found))
