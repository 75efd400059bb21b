"""Counts that remember their rows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from report_utils.agency.reporting import Reporting
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import tidy
from report_utils.intake.exports.counts import Count, ExportCounts, ranges
from report_utils.intake.exports.windows import COUNTED
from report_utils.intake.ledger import Ledger


def test_runs_of_rows_become_ranges() -> None:
    assert ranges("K", np.array([5, 6, 7, 9, 12, 13], np.int32)) == ["K5:K7", "K9", "K12:K13"]
    assert ranges("K", np.array([], np.int32)) == []


@given(st.sets(st.integers(1, 500)), st.integers(1, 40))
def test_ranges_cover_every_row_and_nothing_else_while_there_are_few(rows: set[int], most: int) -> None:
    listed = ranges("B", np.array(sorted(rows), np.int32), most)
    bounds = [range_boundaries(text) for text in listed]
    covered = {n for _, first, _, last in bounds for n in range(first or 0, (last or 0) + 1)}
    assert covered >= rows
    assert len(listed) <= most
    if len(listed) < most:
        assert covered == rows


def some_counts(**rows: list[int]) -> ExportCounts:
    counts = {c: Count(len(rows.get(c, [])), np.array(rows.get(c, []), np.int32), "H") for c in COUNTED}
    return ExportCounts("cases", "x", "x.xlsx", "S", ("ttpvhcc", "bvbr"), {"field": "E", "online": "H"},
                        {("ttpvhcc", "Dược phẩm"): counts}, data=(3, 90), ledger=Ledger(total=2, used=2))


def test_counts_become_rows_of_the_table_of_dossiers(reporting: Reporting) -> None:
    exported = some_counts(online=[7, 9], early=[7], overdue=[9])
    lines = exported.lines(reporting.agency.units)
    assert [(part.unit.code, part.nil, part.rows) for part in lines] == [("ttpvhcc", False, [7]), ("bvbr", True, [])]
    frame = tidy(DOSSIERS, lines)
    assert frame.loc[0, ["unit", "row", "number", "field", "online", "early", "direct"]].tolist() == [
        "ttpvhcc", 7, "1", "Dược phẩm", 2, 1, 0]  # fmt: skip
    assert exported.spans()["7.online"] == "H7:H9"


def test_a_count_of_none_points_to_all_of_the_data() -> None:
    assert some_counts(online=[7]).ref("ttpvhcc", "Dược phẩm", "direct").cell == "H3:H90"


def test_the_rows_behind_a_reference_are_found_again() -> None:
    exported = some_counts(online=[4, 90], early=[4])
    ref = exported.ref("ttpvhcc", "Dược phẩm", "online")
    found = exported.behind(ref)
    assert found is not None
    assert (ref.cell, found.rows.tolist()) == ("H4:H90", [4, 90])
    assert exported.behind(exported.ref("ttpvhcc", "Dược phẩm", "direct")) is None
