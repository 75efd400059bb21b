"""Of which agency, period and report a Word file is: by hand, by the file itself, else by the folder it lies in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from report_utils.agency.period import Period
from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.document.identity import Identity
from report_utils.document.report import DRAFT
from report_utils.document.summary import NAME as SUMMARY
from report_utils.errors import BaocaoError
from report_utils.vietnamese.text import nfc


class UnidentifiedFileError(BaocaoError):
    """It cannot be told of which agency, period or report the file `path` is; `missing` are the options to give."""

    def __init__(self, path: Path, missing: tuple[str, ...], hint: str = "") -> None:
        self.path, self.missing = path, missing
        super().__init__(f"Không biết «{path.name}» là báo cáo nào: tệp không tự ghi, thư mục và tên tệp cũng không "
                         f"cho biết. Hãy chỉ ra bằng {', '.join(missing)}.{hint}")


def identify(path: Path, told: Identity | None, root: str, given: Identity) -> Identity:
    """The identity of the file: what `given` says by hand (codes may be empty), what the file told, its folder.

    Raises UnidentifiedFileError; UnknownNameError or SettingsError for what is given wrongly.
    """
    start = told or Identity("", "", "")
    folder = path.resolve().parent
    named = folder.parent.name in Workspace.find(root).agencies()
    agency = given.agency or start.agency or (folder.parent.name if named else "")
    period = given.period or start.period or (folder.name if named else "")
    missing = tuple(option for option, value in (("--agency", agency), ("--period", period)) if not value)
    if missing:
        raise UnidentifiedFileError(path, (*missing, *(() if given.report or start.report else ("--report",))))
    period = str(Period.parse(period))
    if given.report or start.report:
        is_same = (agency, period) == (start.agency, start.period) and given.report in ("", start.report)
        return Identity(agency, period, given.report or start.report, given.is_summary or start.is_summary,
                        start.content if is_same else "")
    named_so = _by_name(path, agency, period, root)
    return replace(named_so, is_summary=given.is_summary or named_so.is_summary)


def _by_name(path: Path, agency: str, period: str, root: str) -> Identity:
    """By the name that the program gives to its files, whatever was written behind it."""
    reporting = open_reporting(agency, period, root)
    name = nfc(path.stem).removeprefix(f"{DRAFT} - ")
    is_summary = name.startswith(SUMMARY)
    stem = name.removeprefix(SUMMARY).strip()
    for code, settings in reporting.reports.items():
        if stem.startswith(f"{settings.file_name} {reporting.period.title}"):
            return Identity(agency, period, code, is_summary)
    raise UnidentifiedFileError(path, ("--report",), f" Các báo cáo của kỳ này: {', '.join(reporting.reports)}.")
