"""A unit, or a table of it, that is not asked this period."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.reporting_rate import NOT_RECEIVED, unit_statuses
from report_utils.checks.run_all import check_all
from report_utils.intake.consolidate import read_dataset

Act = Callable[..., Any]
WHOLE = {"unit": "bvvt", "exclude": True}
TABLE = {"unit": "bvvt", "exclude": True, "table": "hồ sơ tthc"}


def test_a_unit_left_out_that_has_not_sent_is_not_missed(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(WHOLE)
    dataset = read_dataset(reporting)
    assert "Bệnh viện Vũng Tàu" not in {found.unit for found in dataset.findings if found.code == NOT_RECEIVED}
    assert "bvvt" not in {status.unit.code for status in unit_statuses(reporting, dataset)}


def test_the_rows_of_a_unit_left_out_go_nowhere(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp", "bvvt")
    adjust(WHOLE)
    dataset = read_dataset(reporting)
    assert [code for code, frame in dataset.tables.items() if "bvvt" in set(frame["unit"])] == []
    assert "bvvt" not in dataset.by_unit


def test_nothing_is_said_of_what_is_left_out_but_that_it_is(reporting: Reporting, retype: Act, adjust: Act) -> None:
    retype("bvvt", "Hồ sơ TTHC", {"D10": "năm"})
    adjust(WHOLE)
    found = [each for each in check_all(Context(reporting, read_dataset(reporting), None))
             if each.unit == "Bệnh viện Vũng Tàu"]
    assert [each.code for each in found] == ["A08"]
    assert found[0].message.startswith("Toàn bộ số liệu của Bệnh viện Vũng Tàu không tính trong kỳ này;")


def test_a_table_left_out_takes_its_faults_along_and_leaves_the_others(
        reporting: Reporting, retype: Act, adjust: Act) -> None:
    retype("bvvt", "Hồ sơ TTHC", {"D10": "năm"})
    adjust(TABLE)
    dataset = read_dataset(reporting)
    assert (len(dataset.tables["dossiers"]), len(dataset.tables["staffing"])) == (0, 1)
    assert "dossiers" not in dataset.by_unit["bvvt"].tables
    assert "O02" not in {found.code for found in dataset.findings}
    assert "bvvt" in {status.unit.code for status in unit_statuses(reporting, dataset)}


def test_a_sheet_that_is_not_there_is_not_missed_when_its_table_is_left_out(
        reporting: Reporting, alter: Act, adjust: Act) -> None:
    alter("bvvt", lambda book: book.remove(book["Hồ sơ TTHC"]))
    assert "N02" in {found.code for found in read_dataset(reporting).findings}
    adjust(TABLE)
    assert "N02" not in {found.code for found in read_dataset(reporting).findings}


def test_a_unit_of_which_every_table_is_left_out_is_not_expected(
        reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("kn")
    adjust(*({"unit": "kn", "exclude": True, "table": table} for table in ("staffing", "indicators")))
    assert "kn" not in {status.unit.code for status in unit_statuses(reporting, read_dataset(reporting))}


def test_the_account_closes_and_counts_the_rows_as_refused(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("bvvt")
    [before] = [entry.ledger for entry in read_dataset(reporting).ledgers if entry.table == "dossiers"]
    adjust(TABLE)
    ledgers = read_dataset(reporting).ledgers
    [after] = [entry.ledger for entry in ledgers if entry.table == "dossiers"]
    assert (after.used, after.refused) == (0, before.refused + before.used)
    assert all(entry.ledger.closes for entry in ledgers)


def test_the_same_left_out_twice_is_refused(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("bvvt")
    adjust(WHOLE, TABLE)
    dataset = read_dataset(reporting)
    assert [found.code for found in dataset.findings if found.code.startswith("A")] == ["A05", "A05"]
    assert dataset.exclusions == ()
