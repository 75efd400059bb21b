"""What a period leaves open is filled in beforehand in the next one."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.opening import carried_rows
from report_utils.forms.asked import CarriedRows
from report_utils.forms.workbook import blank_form
from report_utils.intake.consolidate import read_dataset

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def before() -> Reporting:
    return open_reporting("syt-brvt", "2024-H1", str(ROOT))


@pytest.fixture(scope="module")
def carried(before: Reporting) -> Mapping[str, CarriedRows]:
    return carried_rows(before, read_dataset(before))


def test_each_field_of_a_unit_has_what_was_pending(carried: Mapping[str, CarriedRows]) -> None:
    rows = {row["field"]: row["carried_over"] for row in carried["ttpvhcc"]["dossiers"]}
    assert rows["Khám bệnh, chữa bệnh"] == 104
    assert rows["Dược phẩm"] == 71


def test_fields_stand_in_the_order_of_the_catalogue(before: Reporting, carried: Mapping[str, CarriedRows]) -> None:
    order = before.agency.catalogues.fields
    for rows in carried.values():
        fields = [str(row["field"]) for row in rows["dossiers"]]
        assert fields == sorted(fields, key=order.index)


def test_a_unit_that_sent_no_dossiers_has_no_rows(carried: Mapping[str, CarriedRows]) -> None:
    assert "khtc" not in carried
    assert "bvm" not in carried


def test_tasks_that_were_done_are_filled_in_beforehand() -> None:
    city = open_reporting("syt-thua-thien-hue", "2020-Q1", str(ROOT))
    before = read_dataset(open_reporting("syt-thua-thien-hue", "2019-Q4", str(ROOT)))
    rows = carried_rows(city, before)["tccb"]["plan_tasks"]
    assert [row["task"] for row in rows] == ["CPDT-II.6"]
    form = blank_form(city, city.agency.units["tccb"], carried_rows(city, before)["tccb"])
    sheet = load_workbook(io.BytesIO(form))["Nhiệm vụ kế hoạch"]
    filled = {row[0].value: (row[4].value, row[6].value) for row in sheet.iter_rows(min_row=7, max_row=8)}
    assert filled["CPDT-II.6"] == ("Đã thực hiện", rows[0]["evidence"])
    assert filled["CPDT-V.5"] == (None, None)
