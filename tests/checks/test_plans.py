"""V09, V15, D07-D12: what units say of the tasks of plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.plan_words import names_units
from report_utils.checks.plans import (
    check_days,
    check_evidence,
    check_leads_agree,
    check_reasons,
    check_still_done,
)
from report_utils.findings import Finding
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset


@pytest.fixture(scope="module")
def city(repository: Path) -> Reporting:
    return open_reporting("syt-thua-thien-hue", "2020-Q1", str(repository))


@pytest.fixture(scope="module")
def sent(city: Reporting) -> Dataset:
    return read_dataset(city)


def typed(dataset: Dataset, unit: str, task: str, **values: Any) -> Dataset:
    frame = dataset.tables["plan_tasks"].copy()
    chosen = (frame["unit"] == unit) & (frame["task"] == task)
    assert chosen.sum() == 1
    for column, value in values.items():
        frame.loc[chosen, column] = value
    return replace(dataset, tables={**dataset.tables, "plan_tasks": frame})


def all_of(reporting: Reporting, dataset: Dataset) -> list[tuple[str, str, str]]:
    context = Context(reporting, dataset, None)
    found: list[Iterator[Finding]] = [check_evidence(context), check_reasons(context), check_leads_agree(context)]
    return [(one.code, one.unit, one.cell[0]) for each in found for one in each]


def test_the_sample_holds_together(city: Reporting, sent: Dataset) -> None:
    assert all_of(city, sent) == []


@pytest.mark.parametrize("evidence", ["Đã làm xong", "Họp giao ban 12/3", "Báo cáo của phòng"])
def test_evidence_names_a_document_or_a_file(city: Reporting, sent: Dataset, evidence: str) -> None:
    vague = typed(sent, "vp", "CPDT-I.1", evidence=evidence)
    assert all_of(city, vague) == [("D08", "Văn phòng Sở", "G")]


@pytest.mark.parametrize("evidence", ["Kế hoạch 5/KH-SYT", "Nghị quyết số 02/2024/NQ-HĐND", "xem bien-ban.pdf",
                                      "https://trang.vn/tin"])
def test_a_document_a_file_or_an_address_is_evidence(city: Reporting, sent: Dataset, evidence: str) -> None:
    assert all_of(city, typed(sent, "vp", "CPDT-I.1", evidence=evidence)) == []


def test_a_task_done_without_evidence_is_an_error(city: Reporting, sent: Dataset) -> None:
    assert all_of(city, typed(sent, "vp", "CPDT-I.1", evidence=None)) == [("V09", "Văn phòng Sở", "G")]


def test_who_is_late_says_why(city: Reporting, sent: Dataset) -> None:
    late = typed(sent, "vp", "CPDT-I.1", state="Đang triển khai", done_on=None, evidence=None)
    assert all_of(city, late) == [("D09", "Văn phòng Sở", "H")]
    assert all_of(city, typed(late, "vp", "CPDT-I.1", reason="Chờ kinh phí")) == []


def test_a_deadline_that_binds_to_no_day_needs_no_reason(city: Reporting, sent: Dataset) -> None:
    assert all_of(city, typed(sent, "vp", "CPDT-III.10", state="Chưa triển khai")) == []


@pytest.mark.parametrize("values", [{"state": "Chưa triển khai", "done_on": None}, {"done_on": dt.date(2019, 10, 16)}])
def test_leads_of_one_task_say_the_same(city: Reporting, sent: Dataset, values: dict[str, Any]) -> None:
    told = typed(sent, "nvy", "CPDT-III.12", **values)
    assert [found[:2] for found in all_of(city, told)] == [("D07", "Phòng Nghiệp vụ Y")]


def test_what_was_done_stays_done(city: Reporting, sent: Dataset) -> None:
    undone = typed(sent, "vp", "CPDT-I.1", state="Chưa triển khai", done_on=None, evidence=None, reason="x")
    moved = typed(sent, "vp", "CPDT-I.1", done_on=dt.date(2019, 12, 1))
    for now, cell in ((undone, "E"), (moved, "F")):
        [found] = check_still_done(Context(city, now, sent))
        assert (found.code, found.unit, found.cell[0]) == ("D11", "Văn phòng Sở", cell)
    assert list(check_still_done(Context(city, sent, undone))) == []


def test_nothing_is_done_before_its_plan(city: Reporting, sent: Dataset) -> None:
    early = typed(sent, "vp", "CPDT-I.1", done_on=dt.date(2019, 5, 14))
    assert [found.code for found in check_days(Context(city, early, None))] == ["D12"]


@pytest.mark.parametrize(
    ("words", "leads", "right"),
    [
        ("Văn phòng Sở Y tế", ("vp",), True), ("Phòng NVY, Văn phòng", ("nvy", "vp"), True),
        ("Văn phòng Sở và Phòng TCCB", ("vp",), False), ("Phòng Quản lý dược 2", ("qld",), False),
        ("Phòng NVY; Văn phòng", ("nvy",), False),
    ],
)  # fmt: skip
def test_a_plan_names_just_the_units_that_are_asked(city: Reporting, words: str, leads: tuple[str, ...], right: bool
                                                    ) -> None:  # fmt: skip
    assert names_units(words, leads, city.agency, separators=";,") == right
