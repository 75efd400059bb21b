"""A correction changes the figures that its cell goes into and no others; what is left out is in no sum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_utils.agency.reporting import Reporting
from report_utils.figures.cell_values import CellValues
from report_utils.figures.families.adjustments import ADJUSTMENTS
from report_utils.figures.figure import Figure
from report_utils.figures.files import figure_row
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.findings import CellRef
from report_utils.forms.table import Kind
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.applying import applied
from report_utils.intake.adjustments.entries import Entry, Recorded
from report_utils.intake.adjustments.judging import judged
from report_utils.intake.dataset import Dataset
from report_utils.intake.sorting import ROW_NUMBER

Compute = Callable[..., PeriodFigures]
SIGNED: dict[str, Any] = {"why": "Gõ nhầm", "by": "Lan", "day": dt.date(2024, 9, 19)}


@pytest.fixture(scope="session")
def adjusted(quarter: Reporting, sample: Any) -> Compute:
    """The figures of the sample with these entries, all of which apply."""

    def compute(*entries: Mapping[str, Any]) -> PeriodFigures:
        recorded = [Recorded(Entry(**entry, **SIGNED), number, number) for number, entry in enumerate(entries, start=1)]
        found = judged(quarter, sample.dataset, recorded)
        assert [one.finding.message for one in found if one.adjustment is None] == []
        return figures_of(quarter, applied(quarter, sample.dataset, found), ())

    return compute


def typed_counts(dataset: Dataset) -> list[tuple[str, CellRef, int]]:
    """Every count that a unit typed: its unit, cell and value."""
    return [(record["unit"], dataset.ref(record, column.code), record[column.code])
            for code, table in TABLES.items() if code in dataset.tables for record in dataset.records(code)
            for column in table.open_columns
            if column.kind is Kind.COUNT and column.code != ROW_NUMBER and record[column.code] is not None]


def row_of(figures: Mapping[str, Figure], code: str) -> object:
    return figure_row(figures[code]) if code in figures else None


def test_a_correction_changes_the_figures_of_its_cell_and_no_others(adjusted: Compute, figures: PeriodFigures) -> None:
    cells, before = typed_counts(figures.source.dataset), figures.everything()

    @settings(max_examples=8, deadline=None)
    @given(st.integers(0, len(cells) - 1), st.integers(1, 1000))
    def only_those(number: int, more: int) -> None:
        unit, cell, old = cells[number]
        after = adjusted({"unit": unit, "sheet": cell.sheet, "cell": cell.cell, "old": old, "new": old + more})
        now = after.everything()
        changed = {code for code in before.keys() | now.keys() if row_of(before, code) != row_of(now, code)}
        assert changed <= {code for some in (before, now) for code, one in some.items() if cell in one.quantity.cells}
        assert CellValues(after)(cell) == old + more

    only_those()


def test_the_old_value_put_back_gives_the_same_figures(adjusted: Compute, figures: PeriodFigures) -> None:
    cells, before = typed_counts(figures.source.dataset), list(map(figure_row, figures.everything().values()))

    @settings(max_examples=4, deadline=None)
    @given(st.integers(0, len(cells) - 1))
    def the_same(number: int) -> None:
        unit, cell, old = cells[number]
        after = adjusted({"unit": unit, "sheet": cell.sheet, "cell": cell.cell, "old": old, "new": old})
        assert list(map(figure_row, after.everything().values())) == before

    the_same()


def test_a_sum_takes_the_corrected_value(adjusted: Compute, figures: PeriodFigures) -> None:
    after = adjusted({"unit": "vp", "sheet": "Bổ nhiệm", "cell": "C8", "old": 3, "new": 5})
    was, now = (one.figure("appointments.new").quantity.value for one in (figures, after))
    assert (was, now) == (Decimal(4), Decimal(6))


def test_a_unit_left_out_is_in_no_sum_and_not_missed_in_it(adjusted: Compute, figures: PeriodFigures) -> None:
    after = adjusted({"unit": "bvvt", "exclude": True})
    own = sum(record["direct"] for record in figures.source.dataset.records("dossiers") if record["unit"] == "bvvt")
    before, now = (one.figure("dossiers.direct").quantity for one in (figures, after))
    assert before.value is not None
    assert (now.value, now.absent) == (before.value - own, ())
    assert not any("Bệnh viện Vũng Tàu" in figure.quantity.absent for figure in after.everything().values())
    assert not any(code.startswith("dossiers.by_unit.bvvt") for code in after.figures)


def test_a_figure_of_nobody_but_what_is_left_out_is_unknown(adjusted: Compute) -> None:
    after = adjusted({"unit": "vp", "exclude": True, "table": "Bổ nhiệm"})
    quantity = after.figure("appointments.new").quantity
    assert (quantity.value, quantity.absent) == (None, ("Văn phòng Sở (do điều chỉnh của cơ quan)",))


def test_tasks_of_a_lead_left_out_are_not_counted(adjusted: Compute, figures: PeriodFigures) -> None:
    own = [record["task"] for record in figures.source.dataset.records("plan_tasks") if record["unit"] == "ttra"]
    after = adjusted({"unit": "ttra", "exclude": True, "table": "plan_tasks"})
    was, now = (one.figure("plans.cchc.total").quantity for one in (figures, after))
    assert was.value is not None
    assert (now.value, now.absent) == (was.value - len(own), ())
    assert own
    assert after.figure("plans.cchc.done").quantity.known


def test_a_plan_whose_leads_are_all_left_out_is_unknown(adjusted: Compute, figures: PeriodFigures) -> None:
    leads = {record["unit"] for record in figures.source.dataset.records("plan_tasks")}
    after = adjusted(*({"unit": unit, "exclude": True, "table": "plan_tasks"} for unit in sorted(leads)))
    assert not after.figure("plans.cchc.done").quantity.known


def test_documents_of_a_unit_left_out_are_not_waited_for(adjusted: Compute) -> None:
    after = adjusted({"unit": "khtc", "exclude": True, "table": "documents"})
    prompts = after.source.agency.catalogues.prompts
    shared = [prompt.id for prompt in prompts if {"khtc", "vp"} <= set(prompt.citing)]
    assert not any("Phòng Kế hoạch - Tài chính" in after.citations(prompt).absent for prompt in shared)


def test_the_table_of_adjustments_says_what_was_sent_and_why(adjusted: Compute) -> None:
    corrected = {"unit": "vp", "sheet": "Bổ nhiệm", "cell": "C8", "old": 3, "new": 5, "basis": "Công văn số 12/VP"}
    after = adjusted(corrected, {"unit": "bvvt", "exclude": True})
    assert after.table(ADJUSTMENTS).rows == (
        ("1", "Văn phòng Sở", "Bổ nhiệm, ô C8", "3", "5", "Gõ nhầm", "Công văn số 12/VP", "Lan", "19/9/2024"),
        ("2", "Bệnh viện Vũng Tàu", "Toàn bộ số liệu", "", "Không tính trong kỳ", "Gõ nhầm", "", "Lan", "19/9/2024"))


def test_without_adjustments_the_table_is_empty(figures: PeriodFigures) -> None:
    assert figures.table(ADJUSTMENTS).rows == ()
