"""Whatever number is typed into one cell, however it is written: every figure is right, or a finding names the cell."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.figures.conftest import Changed

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.findings import CellRef, Finding
from report_utils.forms.table import Kind
from report_utils.forms.tables import TABLES
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

UNITS = ("ttpvhcc", "bvbr", "khtc", "vp", "bqlda")
NUMBERS = (Kind.COUNT, Kind.DECIMAL)

# How people write a count; what means no number at all is written on purpose too.
WRITINGS: dict[str, Callable[[int], Any]] = {
    "number": int, "float": float, "digits": str, "dots": lambda n: f"{n:,}".replace(",", "."),
    "spaces": lambda n: f"{n:,}".replace(",", "\u00a0"), "commas": lambda n: f"{n:,}", "full width": lambda n: "".join(
        chr(ord(digit) + 0xFEE0) for digit in str(n)), "words": lambda n: f"{n} hồ sơ", "tail": lambda n: f"{n},0",
    "quoted": lambda n: f"'{n}", "percent": lambda n: f"{n}%", "negative": lambda n: -n - 1, "half": lambda n: n + 0.5,
    "blank": lambda n: None, "dash": lambda n: "-", "error": lambda n: "#REF!", "spelled": lambda n: f"khoảng {n}",
}
NO_NUMBER = {"percent", "negative", "half", "blank", "dash", "error", "spelled", "words"}


@pytest.fixture(scope="module")
def places(sample: Changed) -> list[tuple[str, str, dict[str, Any]]]:
    """Every typed number of the units: table, column, record."""
    return [(code, column.code, record) for code, table in TABLES.items() for column in table.open_columns
            if column.kind in NUMBERS for record in sample.dataset.records(code)
            if record["unit"] in UNITS and record[column.code] is not None]


def spliced(sample: Dataset, read: Dataset, unit: str) -> Dataset:
    """What all units sent, with what was read of `unit` in place of its own."""
    tables = {code: pd.concat([frame[frame["unit"] != unit], read.tables[code][read.tables[code]["unit"] == unit]],
                              ignore_index=True).astype(frame.dtypes.to_dict())
              for code, frame in sample.tables.items()}
    received = tuple(r for r in sample.received if r.unit != unit) + tuple(r for r in read.received if r.unit == unit)
    findings = tuple(found for found in read.findings if found.code != "N01")
    return replace(sample, tables=tables, received=received, findings=findings)


def sent_again(workspace: Path, quarter: Reporting, place: CellRef, value: Any) -> Dataset:
    """What is read of one workbook in which one cell holds `value`."""
    raw = workspace / "data" / "raw" / "syt-brvt" / "2024-Q3"
    data = (quarter.workspace.raw("syt-brvt", "2024-Q3") / place.file).read_bytes()
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    workbook[place.sheet][place.cell].value = value
    for old in raw.iterdir():
        old.unlink()
    workbook.save(raw / place.file)
    return read_dataset(replace(quarter, workspace=replace(quarter.workspace, root=workspace)))


def differing(one: PeriodFigures, other: PeriodFigures) -> list[str]:
    return [code for code, figure in one.figures.items() if figure.quantity.value != other.figures[code].quantity.value]


def names(found: Finding, place: CellRef) -> bool:
    return place in found.cells or (found.file == place.file and not found.cell)


@settings(max_examples=35, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_number_in_one_cell_is_right_in_every_figure_or_named(
    data: st.DataObject, quarter: Reporting, sample: Changed, places: list[tuple[str, str, dict[str, Any]]],
    workspace: Path,
) -> None:
    table, column, record = data.draw(st.sampled_from(places))
    writing = data.draw(st.sampled_from(sorted(WRITINGS)))
    meant = data.draw(st.one_of(st.integers(0, 99), st.integers(0, 9_999_999)))
    place = sample.dataset.ref(record, column)
    dataset = spliced(sample.dataset, sent_again(workspace, quarter, place, WRITINGS[writing](meant)), record["unit"])
    findings = check_all(Context(quarter, dataset, None))
    if any(names(found, place) for found in findings):
        return
    is_count = TABLES[table].column(column).kind is Kind.COUNT
    if writing == "half" and not is_count:
        return
    assert writing not in NO_NUMBER, f"{place} = {WRITINGS[writing](meant)!r} was taken without a word"
    truth = sample.typed(table, {"unit": record["unit"], "sheet": record["sheet"], "row": record["row"]},
                         **{column: meant if is_count else Decimal(meant)}).dataset
    wrong = differing(figures_of(quarter, dataset, ()), figures_of(quarter, truth, ()))
    assert not wrong, f"{place} = {WRITINGS[writing](meant)!r} made {wrong} wrong"
