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
from report_utils.forms.info import FORM_VERSION, ILLUSTRATIVE, INFO_FIELDS, INFO_SHEET
from report_utils.forms.table import Kind
from report_utils.intake.book import Book, Grid, open_book
from report_utils.intake.isolation import run_isolated
from report_utils.intake.preflight import Refusal
from report_utils.intake.values import read_value
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import fold

_WORKBOOKS = (".xlsx", ".xlsm")
_LABELS = {fold(field.label): field.code for field in INFO_FIELDS}


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
    return any(_info(grid).get("nature") == ILLUSTRATIVE for grid in grids if fold(grid.sheet) == fold(INFO_SHEET))


def _unit_by_name(reporting: Reporting, path: Path) -> str:
    """The unit whose form has this file name; "" when the name says nothing."""
    units = {form_name(reporting, unit): unit.name for unit in reporting.agency.units}
    return units.get(path.name, "")


def _claim(reporting: Reporting, book: Book, findings: list[Finding]) -> Submission | None:
    """What a workbook says it is, or None (with a finding) when it is not for this agency and period."""
    grid = next((grid for grid in book.grids if fold(grid.sheet) == fold(INFO_SHEET)), None)
    info = _info(grid) if grid else {}
    if "unit" not in info:
        findings.append(finding("N06", at=CellRef(book.file)))
        return None
    unit_known = info["unit"] in reporting.agency.units
    wrong = [
        (what, found, expected)
        for what, found, expected, right in (
            ("mã đơn vị", info["unit"], "mã trong danh sách đơn vị", unit_known),
            ("mã cơ quan", info.get("agency", ""), reporting.agency.code, info.get("agency") == reporting.agency.code),
            ("mã kỳ", info.get("period", ""), str(reporting.period), info.get("period") == str(reporting.period)),
            ("phiên bản biểu mẫu", info.get("form_version", ""), FORM_VERSION,
             info.get("form_version") == FORM_VERSION),
        )
        if not right
    ]
    name = reporting.agency.units[info["unit"]].name if unit_known else info["unit"]
    for what, found, expected in wrong:
        findings.append(finding("N05", unit=name, at=CellRef(book.file, INFO_SHEET), what=what, found=found,
                                expected=expected))
    if wrong:
        return None
    version = info.get("version", "1")
    return Submission(reporting.agency.units[info["unit"]], book, int(version) if version.isdecimal() else 1,
                      _day(grid), info.get("nature", ""))


def _info(grid: Grid) -> dict[str, str]:
    """The texts of the sheet «Thông tin» by field code."""
    found = {}
    for row in grid.rows:
        code = _LABELS.get(fold(str(row[0]))) if len(row) > 1 else None
        if code:
            found[code] = str(read_value(row[1], Kind.TEXT).value or "")
    return found


def _day(grid: Grid | None) -> dt.date | None:
    for row in grid.rows if grid else []:
        if len(row) > 1 and _LABELS.get(fold(str(row[0]))) == "sent":
            value = read_value(row[1], Kind.DATE).value
            return value if isinstance(value, dt.date) else None
    return None


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
