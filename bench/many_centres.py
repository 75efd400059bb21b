"""The sample quarter with many more health centres, each sending its dossiers: a workspace for whole runs."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import form_name, known_rows, tables_of
from report_utils.forms.fill import filled_form
from report_utils.intake.exports.windows import COUNTED

AGENCY, PERIOD, BEFORE = "syt-brvt", "2024-Q3", "2024-H1"
FIELDS = ("Khám bệnh, chữa bệnh", "Dược phẩm")

def build(root: Path, repository: Path, units: int) -> Reporting:
    """Write params/ and data/raw/ with `units` units under `root`, those of the sample first.

    Equal for equal arguments.
    """
    shutil.copytree(repository / "params" / AGENCY, root / "params" / AGENCY)
    for period in (PERIOD, BEFORE):
        shutil.copytree(repository / "data" / "raw" / AGENCY / period, root / "data" / "raw" / AGENCY / period)
    listed = root / "params" / AGENCY / "units.csv"
    text = listed.read_text(encoding="utf-8")
    added = [f"tram{i:04d}" for i in range(units - len(open_reporting(AGENCY, PERIOD, str(root)).agency.units))]
    rows = "".join(f"{code},Trung tâm Y tế {code},,affiliated,,dossiers\n" for code in added)
    listed.write_text(text + rows, encoding="utf-8")
    for period in (PERIOD, BEFORE):
        reporting = open_reporting(AGENCY, period, str(root))
        for code in added:
            unit = reporting.agency.units[code]
            path = reporting.workspace.raw(AGENCY, period) / form_name(reporting, unit)
            path.write_bytes(filled_form(reporting, unit, _facts(reporting, unit), _info(reporting)))
    return open_reporting(AGENCY, PERIOD, str(root))


def _facts(reporting: Reporting, unit: Unit) -> dict[str, list[dict[str, Any]]]:
    """The dossiers, and of each indicator that all are asked for: one of one."""
    facts = {"dossiers": _dossiers(unit.code)}
    for table in tables_of(reporting, unit):
        if table.code == "indicators":
            facts[table.code] = [{table.key: row[table.key], "numerator": 1, "denominator": 1}
                                 for row in known_rows(reporting.agency, table, unit)]
    return facts


def _dossiers(code: str) -> list[dict[str, Any]]:
    """Counts that balance: what came in was resolved in time, and nothing was carried over."""
    chance = random.Random(code)  # noqa: S311 - equal numbers every time
    rows = []
    for number, field in enumerate(FIELDS, start=1):
        online, direct = chance.randrange(1, 500), chance.randrange(1, 500)
        counts = dict.fromkeys(COUNTED, 0) | {"online": online, "direct": direct, "on_time": online + direct}
        rows.append({"number": number, "field": field, **counts})
    return rows


def _info(reporting: Reporting) -> dict[str, Any]:
    return {"sent": reporting.unit_deadline, "version": 1, "prepared_by": "đo tốc độ", "nature": "Minh họa"}
