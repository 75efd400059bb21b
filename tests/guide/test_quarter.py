"""The user guide's chapter on a quarter, run as it is written: one unit is late, one sends a wrong number."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from tests.guide.following import DOCS, follow, steps
from tests.illustration import illustrated

from report_utils.agency.reporting import Reporting
from report_utils.vietnamese.dates import format_date

GUIDE = "mot-quy.md"
LATE, WRONG = "phong1_2026-Q1.xlsx", "ttpvhcc_2026-Q1.xlsx"
WORD = Path("reports/so-y-te/2026-Q1/Báo cáo CCHC quý I năm 2026.docx")
WITH_SOMETHING_OPEN = ("baocao check", "baocao compare")
DRAFT = "baocao run so-y-te 2026-Q1"


def with_a_wrong_number(data: bytes) -> bytes:
    workbook, saved = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    workbook["Hồ sơ TTHC"]["I10"] = 45
    workbook.save(saved)
    return saved.getvalue()


def edit_and_number() -> None:
    """What the leader and the registry do to the report."""
    document = Document(str(WORD))
    heading = next(p for p in document.paragraphs if p.text.startswith("I. "))
    heading.runs[-1].text += " TRONG KỲ"
    document.save(str(WORD))


def test_the_guide_leads_from_the_forms_to_the_signed_report(new_agency: Reporting, capsys: pytest.CaptureFixture[str]
                                                             ) -> None:  # fmt: skip
    sent = illustrated(new_agency)
    raw = Path("data/raw/so-y-te/2026-Q1")
    raw.mkdir()

    def most_send() -> None:
        for name in sent.keys() - {LATE}:
            (raw / name).write_bytes(with_a_wrong_number(sent[name]) if name == WRONG else sent[name])

    def the_rest_comes() -> None:
        for name in (LATE, WRONG):
            (raw / name).write_bytes(sent[name])

    unfinished = tuple(step.command for step in steps(GUIDE)
                       if step.command.startswith(WITH_SOMETHING_OPEN) or step.command == DRAFT)
    follow(GUIDE, capsys, {"baocao status": most_send, "baocao run so-y-te 2026-Q1 --final": the_rest_comes,
                           "baocao compare": edit_and_number}, unfinished)  # fmt: skip


def test_the_days_of_the_guide_are_those_of_the_calendar(new_agency: Reporting) -> None:
    text = (DOCS / GUIDE).read_text(encoding="utf-8")
    days = (new_agency.window.cutoff, new_agency.unit_deadline, new_agency.resend_deadline, new_agency.agency_deadline)
    assert [day for day in map(format_date, days) if day not in text] == []
