"""Only a period for which something was sent is checked and reported: a wrong year is not one with all missing."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.agency.reporting import Reporting
from report_utils.errors import BaocaoError
from report_utils.intake.raw_folder import holds_files, sent_periods


class NothingSentError(BaocaoError):
    """The raw folder of a period, `folder`, has no file; `sent` are the periods of the agency that have some."""

    def __init__(self, folder: str, sent: Sequence[str]) -> None:
        self.folder, self.sent = folder, tuple(sent)
        there = f"kỳ đã có tệp: {', '.join(sent)}" if sent else "chưa kỳ nào có tệp"
        super().__init__(f"{folder} không có tệp nào; {there}. Kiểm tra lại mã kỳ, hoặc đặt tệp của đơn vị vào thư mục "
                         "đó rồi chạy lại.")


def refuse_without_files(reporting: Reporting) -> None:
    """Raises NothingSentError."""
    workspace, agency = reporting.workspace, reporting.agency.code
    folder = workspace.raw(agency, str(reporting.period))
    if not holds_files(folder):
        raise NothingSentError(workspace.shown(folder), sent_periods(workspace.raw(agency, "")))
