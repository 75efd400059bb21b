"""What units explain in writing: the findings it turns into notes, and G01-G04, explanations that explain nothing.

Whoever signs the form answers for its figures, so an explanation of the same unit in the same period is enough; it is
never carried into another period.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report_utils.agency.settings import nearest
from report_utils.checks.context import Context, Record
from report_utils.checks.reasons import gives_reason
from report_utils.findings import CATALOGUE, CellRef, Explanation, Finding, Severity, finding
from report_utils.forms.tables import TABLES
from report_utils.forms.tables.explanations import EXPLANATIONS
from report_utils.intake.identifiers import masked
from report_utils.intake.labels import says_nil
from report_utils.intake.sheets import sheet_key

_PARTS = re.compile(r"\s*[›»>!|]\s*")
_CELL = re.compile(r"(?:ô\s*)?([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A row of the sheet: the finding that it names, and what the unit says of it. `sheet` may be blank.

    `left_out`: the office left out the table of that sheet, now or in a period that it is compared with.
    """

    unit: str
    code: str
    sheet: str
    cell: str
    said: Explanation
    row: CellRef
    left_out: bool = False

    @property
    def named(self) -> str:
        """The finding as the unit names it: "V02, Hồ sơ TTHC › F12"."""
        return ", ".join(part for part in (self.code, str(CellRef("", self.sheet, self.cell))) if part)


def with_explanations(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those that their unit explains as notes; then what is wrong with explanations."""
    listed = list(findings)
    of_code: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for found in listed:
        of_code[found.unit, found.code].append(found)
    told: list[Finding] = []
    explained: dict[Finding, list[Explanation]] = defaultdict(list)
    for claim in _claims(context):
        faults = list(_faults(claim, of_code[claim.unit, claim.code]))
        told += faults
        for found in () if faults else _meant(claim, of_code[claim.unit, claim.code]):
            explained[found].append(claim.said)
    yield from (found.explained_by(explained[found]) if found in explained else found for found in listed)
    yield from told


def can_be_explained(found: Finding) -> bool:
    """Whether the unit may still explain it."""
    return CATALOGUE[found.code].explainable and found.severity is not Severity.NOTE


def _claims(context: Context) -> Iterator[Claim]:
    """What units say, row by row; a row that says that there is nothing to explain is none."""
    for record in context.dataset.records(EXPLANATIONS.code):
        if not (says_nil(record["code"] or "") and not record["text"]):
            yield _claim(context, record)


def _claim(context: Context, record: Record) -> Claim:
    *before, last = _PARTS.split((record["of_cell"] or "").strip())
    match = _CELL.fullmatch(_unquoted(last).replace("$", ""))
    sheet = record["of_sheet"] or next((part for part in reversed(before) if part), "")
    said = Explanation(masked(record["text"] or ""), masked(record["document"] or ""),
                       context.dataset.ref(record, "text"))
    return Claim(context.unit_name(record), (record["code"] or "").strip(" .:").upper(), _unquoted(sheet),
                 match[1].upper() if match else _unquoted(last), said, context.dataset.ref(record, "code"),
                 _is_left_out(context, record["unit"], _unquoted(sheet)))


def _is_left_out(context: Context, unit: str, sheet: str) -> bool:
    tables = [table.code for table in TABLES.values() if sheet_key(table.sheet) == sheet_key(sheet)]
    periods = (context.dataset, context.previous, context.year_before)
    return any(context.was_left_out(then, unit, table) for then in periods for table in tables)


def _unquoted(text: str) -> str:
    return text.strip(" '\"«»“”")


def _faults(claim: Claim, same_code: Sequence[Finding]) -> Iterator[Finding]:
    """The first thing that keeps a row from explaining anything."""
    rule = CATALOGUE.get(claim.code)
    if rule is None:
        yield finding("G01", unit=claim.unit, at=claim.row, found=claim.code, suggestion=_near(claim.code))
    elif not rule.explainable:
        yield finding("G03", unit=claim.unit, at=claim.row, found=claim.code, title=rule.title)
    elif reason := _unclear(claim, same_code):
        unclear = finding("G02", unit=claim.unit, at=claim.row, found=claim.named, reason=reason,
                          suggestion=_places(same_code))
        yield unclear.from_adjustment() if claim.left_out else unclear
    elif not gives_reason(claim.said.text):
        yield finding("G04", unit=claim.unit, at=claim.said.at, found=claim.said.text or "để trống",
                      expected=claim.named)


def _unclear(claim: Claim, same_code: Sequence[Finding]) -> str:
    """Why it is not clear what a row explains; nothing where it is."""
    meant = _meant(claim, same_code)
    if not meant:
        return "tệp của đơn vị không có phát hiện này"
    if len({found.sheet for found in meant}) > 1:
        return "mã và ô này có ở nhiều sheet, cần ghi rõ sheet"
    return ""


def _meant(claim: Claim, same_code: Sequence[Finding]) -> list[Finding]:
    """The findings in that cell, on the sheet of that name, or one whose name begins so, or on any where none is named.

    They are more than one where a rule finds two things wrong with one cell.
    """
    there, wanted = [found for found in same_code if found.cell == claim.cell], sheet_key(claim.sheet)
    return ([found for found in there if sheet_key(found.sheet) == wanted]
            or [found for found in there if sheet_key(found.sheet).startswith(wanted)])


def _near(code: str) -> str:
    near = nearest(code, (rule.code for rule in CATALOGUE.values() if rule.explainable))
    return f" Có phải «{near}» không?" if code and near else ""


def _places(same_code: Iterable[Finding]) -> str:
    """Where the findings of that code are, as a sentence."""
    places = dict.fromkeys(str(CellRef("", found.sheet, found.cell)) for found in same_code)
    return f" Mã này có ở: {', '.join(places)}." if places else ""
