"""Which file is whose, and which of several counts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.agency import Reporting
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.asked import form_name
from report_utils.forms.info import FORM_VERSION, ILLUSTRATIVE, INFO_SHEET
from report_utils.intake.book import Book, open_book
from report_utils.intake.info_sheet import Info, read_info
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.preflight import Refusal
from report_utils.vietnamese.dates import format_date

_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Submission:
    """A workbook that counts for its unit. `sent` is the day written in the file; None if it says none."""

    unit: Unit
    book: Book
    version: int
    sent: dt.date | None
    nature: str


def received_files(folder: Path) -> list[Path]:
    """Everything in the raw folder, by name; lock files (~$), hidden files and folders are passed over."""
    if not folder.is_dir():
        return []
    shown = (path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    return sorted((path for path in shown if path.is_symlink() or not path.is_dir()), key=lambda path: path.name)


def submission_files(folder: Path) -> list[Path]:
    """The files of the raw folder that may be workbooks, by name, whatever is behind the name."""
    return list(filter(is_workbook, received_files(folder)))


def is_workbook(path: Path) -> bool:
    """Whether a file has the name of a workbook."""
    return path.suffix.lower() in _WORKBOOKS


def claims_of(reporting: Reporting, files: Iterable[Path], findings: list[Finding]) -> Iterator[Submission]:
    """Every workbook among `files` that is for this agency and period, as soon as it is read.

    `findings` takes what is wrong.
    """
    listed = list(files)
    workbooks = [path for path in listed if is_workbook(path)]
    findings.extend(finding("N06", at=CellRef(path.name)) for path in listed if not is_workbook(path))
    for path, book in run_isolated(open_book, workbooks):
        if isinstance(book, Refusal):
            findings.append(book.finding(path.name, _unit_by_name(reporting, path)))
            continue
        claim = _claim(reporting, book, findings)
        findings.extend(notice.finding(path.name, claim.unit.name if claim else "") for notice in book.notices)
        if claim is not None:
            yield claim


def counting(reporting: Reporting, claims: Iterable[Submission], findings: list[Finding]) -> list[Submission]:
    """The one submission of each unit that counts, in the order of units.csv; `findings` takes what is told of it."""
    by_unit: dict[str, list[Submission]] = defaultdict(list)
    for claim in claims:
        by_unit[claim.unit.code].append(claim)
    chosen = [_latest(by_unit[unit.code], findings) for unit in reporting.agency.units if unit.code in by_unit]
    findings.extend(_late(reporting, chosen))
    return chosen


def is_illustrative(path: Path) -> bool:
    """Whether a workbook says of itself that its figures are made up; False when it cannot be read."""
    [(_, book)] = run_isolated(open_book, [path])
    grids = () if isinstance(book, Refusal) else book.grids
    return read_info(grids, path.name).text("nature") == ILLUSTRATIVE


def _unit_by_name(reporting: Reporting, path: Path) -> str:
    """The unit whose form has this file name; "" when the name says nothing."""
    units = {form_name(reporting, unit): unit.name for unit in reporting.agency.units}
    return units.get(path.name, "")


def _claim(reporting: Reporting, book: Book, findings: list[Finding]) -> Submission | None:
    """What a workbook says it is, or None (with a finding) when it is not for this agency and period."""
    info = read_info(book.grids, book.file)
    code, units = info.text("unit"), reporting.agency.units
    if "unit" not in info.raws:
        findings.append(finding("N06", at=CellRef(book.file)))
        return None
    name = units[code].name if code in units else code
    wrong = _wrong_claims(reporting, info)
    for field, what, expected in wrong:
        findings.append(finding("N05", unit=name, at=info.at(field), what=what, found=info.text(field),
                                expected=expected))
    if wrong:
        return None
    findings.extend(info.findings(name))
    return Submission(units[code], book, info.version, info.sent, info.text("nature"))


def _wrong_claims(reporting: Reporting, info: Info) -> list[tuple[str, str, str]]:
    """The fields that do not fit this agency and period: code, name, what is expected."""
    wanted = (
        ("agency", "mã cơ quan", reporting.agency.code),
        ("period", "mã kỳ", str(reporting.period)),
        ("form_version", "phiên bản biểu mẫu", FORM_VERSION),
    )
    wrong = [(field, what, expected) for field, what, expected in wanted if info.text(field) != expected]
    if info.text("unit") not in reporting.agency.units:
        wrong.insert(0, ("unit", "mã đơn vị", "mã trong danh sách đơn vị"))
    return wrong


def _latest(claims: list[Submission], findings: list[Finding]) -> Submission:
    """The claim with the highest version, then the latest day; equal claims are an error, older ones a note."""
    claims = sorted(claims, key=lambda c: (c.version, c.sent or dt.date.min, c.book.file))
    best = claims[-1]
    equal = [c for c in claims if (c.version, c.sent) == (best.version, best.sent)]
    if len(equal) > 1:
        findings.append(finding("N03", unit=best.unit.name, at=CellRef(best.book.file), count=len(equal),
                                version=best.version, files=", ".join(c.book.file for c in equal)))
    findings.extend(
        finding("N04", unit=best.unit.name, at=CellRef(older.book.file), version=older.version, newer=best.book.file)
        for older in claims if older not in equal)
    return best


def _late(reporting: Reporting, submissions: Iterable[Submission]) -> Iterator[Finding]:
    for submission in submissions:
        if submission.sent and submission.sent > reporting.unit_deadline:
            yield finding("N07", unit=submission.unit.name, at=CellRef(submission.book.file, INFO_SHEET),
                          sent=format_date(submission.sent), deadline=format_date(reporting.unit_deadline))
