"""Every figure leads back to cells, and can be made again from them.

The workbooks are read a second time, with another library, and the arithmetic is done a second time, from the letters
of the columns: neither the intake nor the figures are trusted here.
"""

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.figures.period import PeriodFigures
from report_utils.findings import CellRef

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw" / "syt-brvt" / "2024-Q3"
SETTINGS = "params/"
CUTOFF = dt.date(2024, 9, 14)
MONEY = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}


@cache
def workbook(file: str) -> Any:
    return openpyxl.load_workbook(RAW / file, data_only=True)


def typed(cell: CellRef) -> Any:
    return workbook(cell.file)[cell.sheet][cell.cell].value


class Cells:
    """What stands in the cells of a figure: by column letter, and row by row."""

    def __init__(self, cells: tuple[CellRef, ...]) -> None:
        self._rows: dict[tuple[str, str, int], dict[str, Any]] = defaultdict(dict)
        for cell in cells:
            if cell.file.startswith(SETTINGS):
                continue
            letter, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.cell).groups()  # type: ignore[union-attr]
            self._rows[cell.file, cell.sheet, int(row)][letter] = typed(cell)

    def column(self, letter: str) -> list[Any]:
        return [row[letter] for row in self._rows.values() if letter in row]

    def sum(self, letters: str) -> Decimal:
        """The numbers in the columns `letters` together; "x" (không phát sinh) is zero."""
        values = (value for letter in letters for value in self.column(letter))
        return sum((Decimal(str(value)) for value in values if value != "x"), Decimal(0))

    def share(self, part: str, whole: str) -> Decimal:
        """Percent; nothing of nothing (both declared nil) is zero."""
        return self.sum(part) * 100 / self.sum(whole) if self.sum(whole) else Decimal(0)

    def money(self, lines: str = "", letter: str = "D", unit: str = "C") -> Decimal:
        """Đồng in the rows whose line (column A) is among `lines`, in all rows without them."""
        total = Decimal(0)
        for (file, sheet, row), values in self._rows.items():
            line = str(workbook(file)[sheet][f"A{row}"].value)
            if letter in values and (not lines or line in lines.split()):
                total += Decimal(str(values[letter])) * MONEY[values[unit]]
        return total

    def due(self, choose: Callable[[dt.date], bool]) -> Decimal:
        """Data sets whose day (column C) is chosen."""
        days = [workbook(f)[s][f"C{row}"].value.date() for f, s, row in self._rows]
        return Decimal(sum(map(choose, days)))

    def units(self) -> Decimal:
        """The workbooks that the cells are in."""
        return Decimal(len({file for file, _, _ in self._rows}))

    def count(self, letter: str, *accepted: object) -> Decimal:
        values = [value for value in self.column(letter) if value is not None]
        return Decimal(sum(not accepted or value in accepted for value in values))

    def tasks(self, keep: Callable[[str, str], bool]) -> Decimal:
        """Tasks of which `keep` accepts state (column E) and deadline (column D)."""
        rows = [workbook(file)[sheet][row] for file, sheet, row in self._rows]
        return Decimal(sum(keep(str(row[4].value), str(row[3].value)) for row in rows))

    def positive(self, letter: str) -> Decimal:
        return Decimal(sum(value > 0 for value in self.column(letter)))


def dossier(part: str, whole: str = "") -> Callable[[Cells], Decimal]:
    return (lambda c: c.share(part, whole)) if whole else (lambda c: c.sum(part))


YEAR_END = dt.date(2024, 12, 31)
PLACE, KIND = r"(one_stop|units|department)", r"indicators\.\w+"
GROUP = r"(\.by_\w+\.[\w-]+)"
PLAN = r"plans\.(?:all|cchc(?:\.by_lead\.\w+)?)"
DONE, PAST, WITHOUT_END = "Đã thực hiện", ("Quý I/2024", "Quý II/2024"), ("Thường xuyên", "Theo kỳ báo cáo")
RULES: dict[str, Callable[[Cells], Decimal]] = {
    rf"dossiers(\.{PLACE})?\.{name}": dossier(*columns.split("/")) for name, columns in {
        "received": "DEF", "online": "D", "direct": "E", "carried_over": "F", "resolved": "HIJ",
        r"resolved\.early": "H",
        r"resolved\.on_time": "I", r"resolved\.overdue": "J", "pending": "LM", r"pending\.in_time": "L",
        r"pending\.overdue": "M", "received_in_period": "DE", "online_share": "D/DE", "overdue_rate": "J/HIJ",
        "in_time_rate": "HI/HIJ",
    }.items()
} | {
    r"dossiers\.by_unit\.[\w-]+\.resolved": lambda c: c.sum("HIJ"),
    r"dossiers\.by_unit\.[\w-]+\.in_time": lambda c: c.sum("HI"),
    r"dossiers\.by_unit\.[\w-]+\.in_time_rate": lambda c: c.share("HI", "HIJ"),
    rf"procedures(\.{PLACE})?\.total": lambda c: c.sum("DEF"),
    rf"procedures(\.{PLACE})?\.full_online": lambda c: c.sum("D"),
    rf"procedures(\.{PLACE})?\.partial_online": lambda c: c.sum("E"),
    rf"procedures(\.{PLACE})?\.not_online": lambda c: c.sum("F"),
    rf"procedures(\.{PLACE})?\.suspended": lambda c: c.sum("G"),
    rf"procedures(\.{PLACE})?\.receiving": lambda c: c.sum("DEF") - c.sum("G"),
    r"procedure_decisions\.count": lambda c: c.count("A"),
    r"procedure_decisions\.new": lambda c: c.sum("E"),
    r"procedure_decisions\.amended": lambda c: c.sum("F"),
    r"procedure_decisions\.abolished": lambda c: c.sum("G"),
    rf"{PLAN}\.total": lambda c: c.count("E"),
    rf"{PLAN}\.(done|done_on_time)": lambda c: c.count("E", DONE),
    rf"{PLAN}\.done_late": lambda c: Decimal(0),  # of the sample every task is done in its time
    rf"{PLAN}\.running": lambda c: c.count("E", "Đang triển khai"),
    rf"{PLAN}\.running_in_time": lambda c: c.tasks(
        lambda state, day: state == "Đang triển khai" and day not in (*PAST, *WITHOUT_END)),
    rf"{PLAN}\.continuous": lambda c: c.tasks(
        lambda state, day: state == "Đang triển khai" and day in WITHOUT_END),
    rf"{PLAN}\.not_started(_in_time)?": lambda c: c.count("E", "Chưa triển khai"),
    rf"{PLAN}\.overdue": lambda c: c.tasks(lambda state, day: state != DONE and day in PAST),
    rf"{PLAN}\.done_rate": lambda c: c.count("E", DONE) * 100 / c.count("E"),
    rf"{PLAN}\.due": lambda c: c.tasks(lambda state, day: day in PAST),
    rf"{PLAN}\.due_done": lambda c: c.tasks(lambda state, day: state == DONE and day in PAST),
    rf"{PLAN}\.due_done_rate": lambda c: Decimal(100),
    rf"{PLAN}\.due_next": lambda c: Decimal(0),  # the next cut-off is 14/12, the next deadline the end of the year
    r"assigned_tasks\.total": lambda c: c.sum("DEFG"),
    r"assigned_tasks\.done": lambda c: c.sum("DE"),
    r"assigned_tasks\.done_on_time": lambda c: c.sum("D"),
    r"assigned_tasks\.done_late": lambda c: c.sum("E"),
    r"assigned_tasks\.running": lambda c: c.sum("FG"),
    r"assigned_tasks\.running_overdue": lambda c: c.sum("G"),
    r"assigned_tasks\.done_rate": lambda c: c.share("DE", "DEFG"),
    r"assigned_tasks\.late_rate": lambda c: c.share("E", "DE"),
    r"directives\.count": lambda c: c.count("B"),
    r"staffing\.assigned": lambda c: c.sum("C"),
    r"staffing\.present": lambda c: c.sum("D"),
    r"staffing\.vacant": lambda c: c.sum("C") - c.sum("D"),
    r"staffing\.disciplined": lambda c: c.sum("H"),
    r"staffing\.recruiting_units": lambda c: c.positive("F"),
    r"staffing\.autonomous\.units": lambda c: c.positive("F"),
    r"staffing\.(autonomous|\w+)\.recruit_target": lambda c: c.sum("F"),
    r"staffing\.(autonomous|\w+)\.recruited": lambda c: c.sum("G"),
    r"staffing\.autonomous\.recruit_rate": lambda c: c.share("G", "F"),
    r"appointments\.total": lambda c: c.sum("CD"),
    r"appointments\.new": lambda c: c.sum("C"),
    r"appointments\.renewed": lambda c: c.sum("D"),
    r"training\.(approved|other\.)_?topics": lambda c: c.count("A"),
    r"training\.completed_topics": lambda c: c.count("H", "Đã hoàn thành"),
    r"training(_classes\.\d+)?\.classes": lambda c: c.sum("E"),
    r"training(_classes\.\d+|\.other)?\.trainees": lambda c: c.sum("F"),
    r"(budget|investment)\.(initial|supplement|quarter|cumulative|disbursed|estimate)": lambda c: c.money(),
    r"(budget|investment)\.total": lambda c: c.money("NS01 NS02 DT01 DT02"),
    r"(budget|investment)\.remaining": lambda c: c.money("NS01 NS02 DT01 DT02") - c.money("NS04 DT03"),
    r"(budget|investment)\.rate": lambda c: c.money("NS04 DT03") * 100 / c.money("NS01 NS02 DT01 DT02"),
    r"(budget|investment)\.estimate_rate": lambda c: c.money("NS05 DT04") * 100 / c.money("NS01 NS02 DT01 DT02"),
    r"projects(\.\d+)?\.capital": lambda c: c.money(letter="C", unit="B"),
    r"projects(\.\d+)?\.disbursed": lambda c: c.money(letter="D", unit="B"),
    rf"open_data{GROUP}?\.total": lambda c: c.count("D"),
    r"open_data\.targets\.\d\.whole": lambda c: c.count("D"),
    r"open_data\.targets\.\d\.(part|rate)": lambda c: c.count("D", "Đã công bố"),
    r"open_data\.owners": lambda c: c.units(),
    rf"open_data{GROUP}?\.(published\w*|taking_part\w*|maintaining\w*|machine_readable|open_format|stale|undated)":
        lambda c: c.count("D", "Đã công bố"),
    rf"open_data{GROUP}?\.withheld": lambda c: c.count("D", "Tạm dừng vì dữ liệu cá nhân"),
    rf"open_data{GROUP}?\.(due|overdue)": lambda c: c.due(lambda day: day <= CUTOFF),
    rf"open_data{GROUP}?\.(not_due|waiting)": lambda c: c.due(lambda day: day > CUTOFF),
    r"open_data\.due_next": lambda c: c.due(lambda day: CUTOFF < day <= YEAR_END),
    rf"{KIND}\.(numerator|count)": lambda c: c.sum("EH"),
    rf"{KIND}\.denominator": lambda c: c.sum("FH"),
    rf"{KIND}\.rate": lambda c: c.share("E", "F"),
    rf"{KIND}\.as_of": lambda c: Decimal(min(day.toordinal() for day in c.column("G"))),
}  # fmt: skip
"""Figure code -> what it is of its cells. Targets alone come from a catalogue and not from a workbook."""

SAME = Decimal("1e-20")
"""Digits beyond those shown may differ where both sides divide."""


def test_every_figure_traces_to_a_cell(figures: PeriodFigures) -> None:
    without = [code for code, figure in figures.everything().items() if not figure.quantity.cells]
    assert without == []


def test_every_cell_of_a_figure_exists(figures: PeriodFigures) -> None:
    for code, figure in figures.everything().items():
        for cell in figure.quantity.cells:
            is_setting = cell.file.startswith(SETTINGS)
            place = ROOT / cell.file if is_setting else RAW / cell.file
            assert place.is_file(), (code, cell)
            assert is_setting or cell.sheet in workbook(cell.file).sheetnames, (code, cell)


def test_every_figure_has_exactly_one_rule_here(figures: PeriodFigures) -> None:
    codes = [code for code in figures.everything() if not code.endswith(".target")]
    fitting = {code: [rule for rule in RULES if re.fullmatch(rule, code)] for code in codes}
    assert {code: rules for code, rules in fitting.items() if len(rules) != 1} == {}
    assert {rule for rules in fitting.values() for rule in rules} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_the_figure_can_be_made_again_from_its_cells(figures: PeriodFigures, rule: str) -> None:
    for code, figure in figures.everything().items():
        if re.fullmatch(rule, code):
            again = RULES[rule](Cells(figure.quantity.cells))
            assert figure.quantity.value == pytest.approx(again, rel=SAME, abs=SAME), code


def test_a_target_is_that_of_the_catalogue(figures: PeriodFigures) -> None:
    [cell] = figures.figure("indicators.remote_dossiers.target").quantity.cells
    with (ROOT / cell.file).open(encoding="utf-8", newline="") as file:
        [target] = [row["target"] for row in csv.DictReader(file) if row["indicator"] == cell.cell]
    assert target == "70"


def test_the_text_of_a_percentage_is_its_value_rounded_half_up(figures: PeriodFigures) -> None:
    for figure in figures.everything().values():
        if figure.unit == "%" and figure.quantity.value is not None:
            shown = Decimal(figure.text.removesuffix("%").replace(".", "").replace(",", "."))
            step = Decimal(1).scaleb(-figure.places)
            assert shown == figure.quantity.value.quantize(step, ROUND_HALF_UP), figure.code
