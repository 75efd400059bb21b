"""Every figure of the report, with the value of the public report where that agrees with itself, computed where not.

The public report contradicts itself in places (0,07% of the investment, 95% of health records, 101 and 148 procedures,
100% online dossiers): those values must not come back.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from report_utils.agency.reporting import open_reporting
from report_utils.errors import UnknownNameError
from report_utils.figures.families.dossiers import COLUMNS
from report_utils.figures.figure import Display
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.findings import finding

PUBLISHED = {
    # I.1 and I.2: the plan, the tasks given by the province
    "plans.cchc.total": "32", "plans.cchc.done": "15", "plans.cchc.running": "17", "plans.cchc.not_started": "0",
    "plans.cchc.done_rate": "46,9%",
    "assigned_tasks.total": "48", "assigned_tasks.done": "40", "assigned_tasks.done_on_time": "29",
    "assigned_tasks.done_late": "11", "assigned_tasks.running": "08", "assigned_tasks.running_overdue": "0",
    "assigned_tasks.done_rate": "83,3%", "assigned_tasks.late_rate": "27,5%",
    "indicators.legal_documents_reviewed.count": "03", "indicators.procedures_to_abolish.count": "01",
    # II.2: procedures
    "procedures.total": "145", "procedures.one_stop.total": "98", "procedures.department.total": "08",
    "procedures.units.total": "39", "procedures.one_stop.full_online": "52", "procedures.one_stop.partial_online": "46",
    "procedures.one_stop.suspended": "01", "procedures.one_stop.receiving": "97",
    "procedure_decisions.count": "02",
    # II.2 c: dossiers
    "dossiers.online_share": "24%", "dossiers.one_stop.online_share": "99,35%", "dossiers.received_in_period": "3.209",
    "dossiers.one_stop.received_in_period": "775", "dossiers.overdue_rate": "0,97%",
    "dossiers.one_stop.overdue_rate": "3,71%", "dossiers.in_time_rate": "99,03%",
    # II.3 and II.4: people
    "staffing.recruiting_units": "08", "staffing.autonomous.recruited": "75",
    "staffing.autonomous.recruit_target": "145", "staffing.autonomous.recruit_rate": "51,7%",
    "staffing.disciplined": "0",
    "staffing.bvbr.recruited": "36", "staffing.bvbr.recruit_target": "83",
    "staffing.bvvt.recruited": "39", "staffing.bvvt.recruit_target": "62",
    "appointments.total": "07", "appointments.new": "04", "appointments.renewed": "03",
    "training.approved_topics": "06", "training.other.trainees": "153", "training_classes.7.classes": "7",
    "training_classes.7.trainees": "350",
    # II.5: money
    "budget.rate": "75%", "budget.estimate_rate": "100%",
    "investment.initial": "40.117.000.000", "investment.supplement": "200.000.000.000",
    "investment.total": "240.117.000.000", "investment.disbursed": "28.365.000", "investment.rate": "0,0118%",
    "investment.remaining": "240.088.635.000",
    "projects.1.capital": "2.000.000.000", "projects.1.disbursed": "28.365.000",
    # II.6.4: open data
    "open_data.total": "14", "open_data.due": "0", "open_data.published": "0", "open_data.overdue": "0",
    "open_data.not_due": "14", "open_data.due_next": "13", "open_data.withheld": "0",
    # II.7 to II.10: digital transformation
    "indicators.full_online_eligible.rate": "100%", "indicators.online_payments.rate": "52,3%",
    "indicators.identified_users.rate": "100%", "indicators.website_posts.count": "45",
    "indicators.facilities_cashless.rate": "100%", "indicators.cashless_transactions.rate": "87%",
    "indicators.cashless_value.rate": "87%", "indicators.telehealth_adults.rate": "31,3%",
    "indicators.health_records.numerator": "1.072.019", "indicators.health_records.denominator": "1.178.041",
    "indicators.health_records.rate": "91%",
    "indicators.stations_software.numerator": "82", "indicators.stations_software.denominator": "82",
    "indicators.pharmacies.numerator": "453", "indicators.pharmacies.denominator": "453",
    "indicators.drug_counters.numerator": "573", "indicators.drug_counters.denominator": "573",
    "indicators.chip_cards.numerator": "123", "indicators.chip_cards.denominator": "123",
    "indicators.chip_cards.rate": "100%", "indicators.facilities_software.rate": "100%",
    "indicators.insurance_links.rate": "100%", "indicators.bank_salaries.rate": "100%",
    "indicators.computers_antivirus.rate": "100%", "indicators.incident_plans.rate": "100%",
    "indicators.immunisation_entries.numerator": "3.118.665",
    "indicators.immunisation_entries.denominator": "3.189.960", "indicators.immunisation_entries.rate": "97,77%",
    "indicators.remote_dossiers.numerator": "222", "indicators.remote_dossiers.denominator": "252",
    "indicators.remote_dossiers.rate": "88%", "indicators.remote_dossiers.target": "70%",
    "indicators.paperless_procedures.count": "03",
}  # fmt: skip


@pytest.mark.parametrize("code", PUBLISHED)
def test_the_figure_is_that_of_the_public_report(figures: PeriodFigures, code: str) -> None:
    assert figures.figure(code).text == PUBLISHED[code]


@pytest.mark.parametrize(
    ("code", "millions"),
    [("budget.initial", "545.918"), ("budget.supplement", "20.499"), ("budget.total", "566.418"),
     ("budget.quarter", "141.834"), ("budget.cumulative", "422.801")],
)  # fmt: skip
def test_the_budget_in_millions(figures: PeriodFigures, code: str, millions: str) -> None:
    assert figures.figure(code).in_millions() == millions


@pytest.mark.parametrize(
    ("code", "places", "text"),
    [("budget.rate", 2, "74,64%"), ("investment.rate", 2, "0,01%"), ("indicators.health_records.rate", 4, "91,0001%"),
     ("indicators.immunisation_entries.rate", 3, "97,765%"), ("indicators.remote_dossiers.rate", 2, "88,1%"),
     ("plans.cchc.done_rate", 3, "46,875%")],
)  # fmt: skip
def test_the_exact_value_underneath(figures: PeriodFigures, code: str, places: int, text: str) -> None:
    assert figures.figure(code).written(Display.PERCENT, places) == text


def test_eight_of_eight_centres_are_written_without_leading_zero(figures: PeriodFigures) -> None:
    for part in ("numerator", "denominator"):
        assert figures.figure(f"indicators.immunisation_software.{part}").written(Display.TABLE) == "8"


ROWS = {
    "dossiers.one_stop": (998, 770, 5, 223, 863, 796, 35, 32, 135, 135, 0),
    "dossiers.units": (2460, 0, 2434, 26, 2424, 104, 2320, 0, 36, 36, 0),
    "dossiers": (3458, 770, 2439, 249, 3287, 900, 2355, 32, 171, 171, 0),
}
"""The numbers of the 13-column table of the public report; a blank in it is 0."""


def values(figures: PeriodFigures, prefix: str) -> dict[str, Decimal]:
    found = {name: figures.figure(f"{prefix}.{name}").quantity.value for name in COLUMNS}
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize("prefix", ROWS)
def test_a_row_of_the_table_of_dossiers(figures: PeriodFigures, prefix: str) -> None:
    assert tuple(values(figures, prefix).values()) == ROWS[prefix]


@pytest.mark.parametrize("prefix", ROWS)
@pytest.mark.parametrize(
    ("whole", "parts"),
    [("received", ("online", "direct", "carried_over")),
     ("resolved", ("resolved.early", "resolved.on_time", "resolved.overdue")),
     ("pending", ("pending.in_time", "pending.overdue")), ("received", ("resolved", "pending"))],
    ids=["3=4+5+6", "7=8+9+10", "11=12+13", "3=7+11"],
)  # fmt: skip
def test_an_identity_of_a_row(figures: PeriodFigures, prefix: str, whole: str, parts: tuple[str, ...]) -> None:
    row = values(figures, prefix)
    assert row[whole] == sum(row[part] for part in parts)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_adds_up(figures: PeriodFigures, column: str) -> None:
    whole, *places = (values(figures, prefix)[column] for prefix in ("dossiers", "dossiers.one_stop", "dossiers.units"))
    assert whole == sum(places)


def test_the_table_of_the_report_shows_these_figures_and_thirteen_numbered_columns(figures: PeriodFigures) -> None:
    table = figures.table("dossiers_by_place")
    shown = [tuple(figure.code for figure in row[2:]) for row in (*table.rows, table.total)]
    places = ("dossiers.one_stop", "dossiers.units", "dossiers")
    assert shown == [tuple(f"{place}.{name}" for name in COLUMNS) for place in places]
    assert table.numbers == ("1", "2", "3=4+5+6", "4", "5", "6", "7=8+9+10", "8", "9", "10", "11=12+13", "12", "13")


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("procedures.total", ("procedures.one_stop.total", "procedures.department.total", "procedures.units.total")),
        ("procedures.one_stop.total", ("procedures.one_stop.full_online", "procedures.one_stop.partial_online")),
        ("procedures.one_stop.total", ("procedures.one_stop.receiving", "procedures.one_stop.suspended")),
        ("plans.cchc.total", ("plans.cchc.done", "plans.cchc.running", "plans.cchc.not_started")),
        ("assigned_tasks.total", ("assigned_tasks.done", "assigned_tasks.running")),
        ("assigned_tasks.done", ("assigned_tasks.done_on_time", "assigned_tasks.done_late")),
        ("appointments.total", ("appointments.new", "appointments.renewed")),
        ("budget.total", ("budget.initial", "budget.supplement")),
        ("budget.total", ("budget.cumulative", "budget.remaining")),
        ("investment.total", ("investment.initial", "investment.supplement")),
        ("investment.total", ("investment.disbursed", "investment.remaining")),
        ("staffing.assigned", ("staffing.present", "staffing.vacant")),
        ("open_data.total", ("open_data.published", "open_data.overdue", "open_data.not_due", "open_data.undated",
                             "open_data.withheld")),
        ("investment.disbursed", ("projects.disbursed",)),
    ],
)
def test_parts_make_their_whole(figures: PeriodFigures, whole: str, parts: tuple[str, ...]) -> None:
    assert figures.figure(whole).quantity.value == sum(figures.figure(part).quantity.value or 0 for part in parts)


def test_a_ratio_is_sums_over_sums_and_never_a_mean_of_ratios(figures: PeriodFigures, sample: Any) -> None:
    rows = [r for r in sample.dataset.records("indicators") if r["indicator"] == "CT19" and not r["nil"]]
    ratio = sum(r["numerator"] for r in rows) * 100 / sum(r["denominator"] for r in rows)
    assert len(rows) == 8
    assert figures.figure("indicators.health_records.rate").quantity.value == pytest.approx(ratio, rel=Decimal("1e-20"))


@pytest.mark.parametrize("stale", ["0,07%", "95%", "101", "148", "1.549", "566.417"])
def test_no_figure_has_a_value_that_the_public_report_contradicts(figures: PeriodFigures, stale: str) -> None:
    assert [code for code, figure in figures.everything().items() if figure.text == stale] == []


def test_the_directives_counted_are_those_of_the_second_appendix(figures: PeriodFigures) -> None:
    assert figures.figure("directives.count").quantity.value == len(figures.table("directives").rows) == 17


def test_a_directive_without_a_day_is_not_lost(sample: Any, compute: Callable[..., PeriodFigures]) -> None:
    undated = compute(sample.typed("documents", {"symbol": "3202/SYT-VP", "prompt": "P58"}, issued=None))
    count, table = undated.figure("directives.count").quantity, undated.table("directives")
    assert len(table.rows) == count.value == 17
    assert "3202/SYT-VP" in " ".join(str(cell) for row in table.rows for cell in row)


# Open data


DAY = dt.date(2024, 9, 15)
EVE = DAY - dt.timedelta(days=1)


def test_one_day_later_six_data_sets_are_due(sample: Any, quarter: Any) -> None:
    window = {"window": {"start": "2024-06-15", "end": "2024-09-16"}}
    later = open_reporting("syt-brvt", "2024-Q3", str(quarter.workspace.root), window)
    assert later.window.cutoff == dt.date(2024, 9, 15)
    figures = figures_of(later, sample.dataset, ())
    names = ("total", "due", "overdue", "not_due", "due_next")
    assert [figures.figure(f"open_data.{name}").text for name in names] == ["14", "06", "06", "08", "07"]
    assert figures.figure("open_data.published_rate").text == "0%"


def test_a_published_set_is_counted_and_no_longer_pending(sample: Any, compute: Callable[..., PeriodFigures]) -> None:
    figures = compute(sample.typed("open_data", {"dataset": "1"}, state="Đã công bố", published_on=EVE))
    assert [figures.figure(f"open_data.{n}").text for n in ("published", "published_on_time", "not_due")] == [
        "01", "01", "13"
    ]  # fmt: skip
    assert figures.figure("open_data.published_rate").text == "7,1%"


# What is missing, nil or wrong


def test_an_indicator_declared_nil_by_all_is_zero_and_nil(figures: PeriodFigures) -> None:
    nil = ("feedback.count", "quality_assessed.numerator", "quality_assessed.rate", "procedures_simplified.count")
    for code in nil:
        quantity = figures.figure(f"indicators.{code}").quantity
        assert (quantity.value, quantity.nil, quantity.absent) == (0, True, ())
        assert quantity.cells


def test_a_unit_that_declares_nil_counts_as_zero_among_others(figures: PeriodFigures) -> None:
    quantity = figures.figure("indicators.stations_software.numerator").quantity
    assert (quantity.value, quantity.nil) == (82, False)
    assert any(cell.file == "ttyt-cdao_2024-Q3.xlsx" for cell in quantity.cells)


def test_every_figure_of_an_absent_unit_is_unknown_and_names_it(sample: Any, compute: Callable[..., PeriodFigures],
                                                                figures: PeriodFigures) -> None:  # fmt: skip
    without = compute(sample.without_unit("ttyt-cd")).everything()
    named = "Trung tâm Y tế huyện Châu Đức"
    touched = {code for code, figure in figures.everything().items()
               if any(cell.file == "ttyt-cd_2024-Q3.xlsx" for cell in figure.quantity.cells)}  # fmt: skip
    assert touched
    for code, figure in without.items():
        expected = (False, (named,)) if code in touched else (True, ())
        assert (figure.quantity.known, figure.quantity.absent) == expected, code


@pytest.mark.parametrize("unit", ["cdc", "khtc", "vp", "ttyt-vt", "bqlda", "ttpvhcc"])
def test_the_names_that_templates_use_do_not_depend_on_who_has_sent(
    figures: PeriodFigures, sample: Any, compute: Callable[..., PeriodFigures], unit: str
) -> None:
    assert set(compute(sample.without_unit(unit)).figures) == set(figures.figures)


def test_a_day_that_a_unit_owes_and_has_not_given_is_unknown(
    sample: Any, compute: Callable[..., PeriodFigures]
) -> None:
    undated = compute(sample.typed("indicators", {"indicator": "CT33"}, as_of=None))
    quantity = undated.figure("indicators.immunisation_entries.as_of").quantity
    assert (quantity.value, quantity.absent) == (None, ("Trung tâm Kiểm soát bệnh tật",))


def test_a_day_that_cannot_be_read_makes_the_figure_doubtful(sample: Any, quarter: Any) -> None:
    blank = sample.typed("indicators", {"indicator": "CT33"}, as_of=None)
    unread = finding("O04", unit="", at=blank.ref("indicators", "as_of", indicator="CT33"), column="Số liệu đến ngày")
    figure = figures_of(quarter, blank.dataset, [unread]).figure("indicators.immunisation_entries.as_of")
    assert figure.quantity.doubtful == ("Trung tâm Kiểm soát bệnh tật",)


def test_the_day_of_a_figure_is_unknown_while_its_unit_is_absent(
    sample: Any, compute: Callable[..., PeriodFigures]
) -> None:
    quantity = compute(sample.without_unit("cdc")).figure("indicators.immunisation_entries.as_of").quantity
    assert (quantity.value, quantity.absent) == (None, ("Trung tâm Kiểm soát bệnh tật",))


def test_an_unknown_figure_is_refused_with_the_nearest_one(figures: PeriodFigures) -> None:
    with pytest.raises(UnknownNameError, match=r"«dossiers\.resolved\.overdu».*«dossiers\.resolved\.overdue»"):
        figures.figure("dossiers.resolved.overdu")
