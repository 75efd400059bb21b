"""The files of a new agency: its profile, units, catalogues and templates, made from the starter files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from report_utils.agency.units import GROUPS
from report_utils.starter.answers import Answers
from report_utils.starter.packaged import filled, names_in, text_of
from report_utils.starter.reports import LETTERS, MAIN, RECEIVING, kinds_of, offered
from report_utils.starter.unit_list import TAGS, NewUnit

_OPEN_TABLES = ("dossiers", "procedure_decisions", "documents", "appointments", "training_classes", "projects")
"""The tables that units.csv gives to a unit; all others belong to the unit that a catalogue names."""


def files_of(code: str, answers: Answers) -> dict[str, str]:
    """The text of each file of params/<code> by its path there."""
    kinds = kinds_of(answers.reports)
    templates = (*LETTERS, *(name for kind in kinds for name in kind.templates))
    return {
        "agency.yaml": _profile(code, answers),
        "units.csv": _units(answers),
        **_catalogues(answers),
        **{f"templates/{name}": text_of(f"templates/{name}") for name in templates},
    }


def example() -> str:
    """The file of answers to begin with, in which every key is explained."""
    groups = "; ".join(f"{group}: {words}" for group, words in GROUPS.items())
    reports = "; ".join(f"{kind.code}: {kind.title}" for kind in offered().values())
    return filled("example.yaml.j2", groups=groups, reports=reports)


def _profile(code: str, answers: Answers) -> str:
    kinds = kinds_of(answers.reports)
    notebooks = sorted({*RECEIVING, *(name for kind in kinds for name in kind.notebooks)})
    return filled("agency.yaml.j2", code=code, answers=answers, reports=[kind.code for kind in kinds],
                  notebooks=notebooks, tags=TAGS, windows=_WINDOWS[answers.calendar])


_WINDOWS = {
    "15": {"Q1": ("12-15", "03-15"), "H1": ("12-15", "06-15"), "Q3": ("06-15", "09-15"), "9M": ("12-15", "09-15"),
           "Y": ("12-15", "12-15")},
    "quy": {"Q1": ("01-01", "04-01"), "Q2": ("04-01", "07-01"), "Q3": ("07-01", "10-01"), "Q4": ("10-01", "01-01"),
            "Y": ("01-01", "01-01")},
}
"""The windows of data that an answer stands for: first day, day after the last (NĐ 09/2019/NĐ-CP, art. 12)."""


def _units(answers: Answers) -> str:
    rows = [(unit.code, unit.name, "", unit.group, "", ";".join(_supplies(unit, answers))) for unit in answers.units]
    return _csv(("code", "name", "short_name", "group", "tags", "supplies"), rows)


def _supplies(unit: NewUnit, answers: Answers) -> Sequence[str]:
    if MAIN not in answers.reports:
        return ()
    return _OPEN_TABLES if unit == answers.lead else _OPEN_TABLES[:1] if unit.group == "one_stop" else ()


def _catalogues(answers: Answers) -> dict[str, str]:
    """The catalogues by file name: those of the main report with their rows, if it is chosen, the others with none."""
    made = {name: text_of(f"catalogues/{name}") for name in names_in("catalogues")}
    if MAIN not in answers.reports:
        return {name: text.partition("\n")[0] + "\n" for name, text in made.items()}
    posts = [unit.code for unit in answers.units if unit == answers.lead or unit.group == "affiliated"]
    return {
        **{name: text.replace("{lead}", answers.lead.code).replace("{one_stop}", answers.one_stop.code)
           for name, text in made.items()},
        "staffing.csv": made["staffing.csv"] + "".join(f"{code}\n" for code in posts),
    }


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows((header, *rows))
    return text.getvalue()
