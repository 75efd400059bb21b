"""Two sources of the dossiers of one place must agree."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.exports import check_exports
from report_utils.findings import CellRef, Finding
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset, Received, tidy
from report_utils.intake.exports.counts import Count, ExportCounts
from report_utils.intake.exports.windows import COUNTED
from report_utils.intake.lines import Lines
from report_utils.intake.reading import Value

Numbers = dict[str, tuple[int, ...]]
LETTERS = {column.code: chr(65 + i) for i, column in enumerate(DOSSIERS.columns)}
FORM: Numbers = {"Dược phẩm": (247, 1, 71, 262, 9, 7, 41, 0), "Mỹ phẩm": (38, 0, 6, 39, 1, 0, 4, 0)}


@pytest.fixture(scope="module")
def reporting() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(Path(__file__).parents[2]))


def form(reporting: Reporting, numbers: Numbers, *exports: ExportCounts, nil: bool = False) -> Context:
    rows = list(range(8, 8 + len(numbers)))
    columns: dict[str, list[Value]] = {column.code: [None] * len(rows) for column in DOSSIERS.columns}
    columns["field"] = list(numbers)
    columns |= {column: [counts[i] for counts in numbers.values()] for i, column in enumerate(COUNTED)}
    lines = Lines(DOSSIERS, reporting.agency.units["ttpvhcc"], "f.xlsx", "Hồ sơ TTHC", LETTERS, rows, columns)
    received = Received("ttpvhcc", "f.xlsx", 1, None, "", ("dossiers",), ("dossiers",) if nil else ())
    dataset = Dataset({"dossiers": tidy(DOSSIERS, [lines])}, {}, {"f.xlsx": {"Hồ sơ TTHC": LETTERS}}, (received,),
                      exports=exports)
    return Context(reporting, dataset, None)


def export(numbers: Numbers, kind: str = "cases", unit: str = "ttpvhcc") -> ExportCounts:
    rows = np.array([5, 9], np.int32)
    counts = {(unit, field): {c: Count(n, rows, "K") for c, n in zip(COUNTED, values, strict=True)}
              for field, values in numbers.items()}
    return ExportCounts(kind, "x", f"{kind}.xlsx", "S", (unit,), {}, counts)


def said(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    return [(found.code, found.cell, found.found, found.expected) for found in findings]


def test_sources_that_agree_say_nothing(reporting: Reporting) -> None:
    assert not list(check_exports(form(reporting, FORM, export(FORM), export(FORM, "summary"))))


def test_a_difference_names_the_cells_of_both(reporting: Reporting) -> None:
    other = {**FORM, "Mỹ phẩm": (37, 1, 6, 39, 1, 0, 4, 0)}
    findings = list(check_exports(form(reporting, FORM, export(other))))
    assert said(findings) == [("X13", "D9", "38", "bằng số của danh sách hồ sơ (37)"),
                              ("X13", "E9", "0", "bằng số của danh sách hồ sơ (1)")]
    assert findings[0].related == (CellRef("cases.xlsx", "S", "K5:K9"),)
    assert "danh sách hồ sơ ghi 37" in findings[0].message


def test_a_field_that_only_one_source_has_counts_as_zero_in_the_other(reporting: Reporting) -> None:
    fewer = {"Dược phẩm": FORM["Dược phẩm"]}
    assert len(list(check_exports(form(reporting, FORM, export(fewer))))) == 5
    assert len(list(check_exports(form(reporting, fewer, export(FORM))))) == 5


def test_nothing_to_report_is_compared_too(reporting: Reporting) -> None:
    assert list(check_exports(form(reporting, {}, export(FORM), nil=True)))
    assert not list(check_exports(form(reporting, {}, export(FORM))))


def test_two_exports_are_compared_without_a_form(reporting: Reporting) -> None:
    lists = [export(FORM, unit="bvbr"), export({"Mỹ phẩm": FORM["Mỹ phẩm"]}, "summary", unit="bvbr")]
    assert {found.unit for found in check_exports(form(reporting, FORM, *lists))} == {"Bệnh viện Bà Rịa"}
