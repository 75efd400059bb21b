"""Which file is whose, and which of several counts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.data_set import ABOUT_FIELDS, ABOUT_SHEET, FOLDER
from report_utils.forms.info import ILLUSTRATIVE, INFO_SHEET, NATURES
from report_utils.intake.book import Book, open_form
from report_utils.intake.claim import Submission, claim_of
from report_utils.intake.file_names import shown_name
from report_utils.intake.info_sheet import read_info
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.labelled import labels_of, read_labelled
from report_utils.intake.named_after import unit_named
from report_utils.intake.preflight import Refusal
from report_utils.intake.sheets import sheet_named
from report_utils.vietnamese.dates import format_date


def received_folders(folder: Path) -> list[Path]:
    """The folders in the raw folder of which nothing is read, by name; hidden ones are passed over."""
    inside = folder.iterdir() if folder.is_dir() else ()
    shown = (path for path in inside if not path.name.startswith(".") and path.name != FOLDER)
    return sorted((path for path in shown if path.is_dir() and not path.is_symlink()), key=lambda path: path.name)


def claim_on(reporting: Reporting, path: Path, book: Book | Refusal) -> tuple[Submission | None, list[Finding]]:
    """What an opened workbook is for this agency and period, None if nothing; and what is wrong with it."""
    if isinstance(book, Refusal):
        unit = unit_named(reporting, path.name)
        return None, [book.finding(shown_name(path), unit.name if unit else "")]
    findings: list[Finding] = []
    claim = claim_of(reporting, book, findings)
    findings.extend(notice.finding(book.file, claim.unit.name if claim else "") for notice in book.notices)
    return claim, findings


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
    [(_, book)] = run_isolated(open_form, [path])
    grids = () if isinstance(book, Refusal) else book.grids
    about = read_labelled(sheet_named(grids, ABOUT_SHEET), path.name, ABOUT_SHEET, labels_of(ABOUT_FIELDS))
    return ILLUSTRATIVE in (read_info(grids, path.name).nature, about.choice("nature", NATURES))


def _latest(claims: list[Submission], findings: list[Finding]) -> Submission:
    """The claim with the highest version, then the latest day; equal claims are an error, older ones a note."""
    claims = sorted(claims, key=lambda c: (c.version, c.sent or dt.date.min, c.book.file))
    best = claims[-1]
    copies = [c for c in claims[:-1] if _is_same(c.book.path, best.book.path)]
    equal = [c for c in claims if (c.version, c.sent) == (best.version, best.sent) and c not in copies]
    if len(equal) > 1:
        findings.append(finding("N03", unit=best.unit.name, at=CellRef(best.book.file), count=len(equal),
                                version=best.version, files=", ".join(c.book.file for c in equal)))
    for older in (c for c in claims if c not in equal):
        code = "N13" if older in copies else "N04"
        findings.append(finding(code, unit=best.unit.name, at=CellRef(older.book.file), version=older.version,
                                newer=best.book.file))
    return best


def _is_same(path: Path, other: Path) -> bool:
    """Whether two files hold the same bytes, as far as they can still be read."""
    try:
        return path.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _late(reporting: Reporting, submissions: Iterable[Submission]) -> Iterator[Finding]:
    for submission in submissions:
        if submission.sent and submission.sent > reporting.unit_deadline:
            yield finding("N07", unit=submission.unit.name, at=CellRef(submission.book.file, INFO_SHEET),
                          sent=format_date(submission.sent), deadline=format_date(reporting.unit_deadline))
