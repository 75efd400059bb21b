"""V09, V15, D07-D12: what is said of the tasks of plans holds together and can be proved."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from report_utils.agency.plans import PlanTask
from report_utils.checks.context import Context, Record
from report_utils.checks.plan_words import names_units
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.tables.steering import TASK_DONE
from report_utils.vietnamese.dates import format_date

_PROOF = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ]{2,}|\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|zip|rar)\b|https?://\S+\.\S+",
                    re.IGNORECASE)
"""The number of a document (157/KH-SYT, 02/2024/NQ-HĐND), the name of a file or an address."""

_NAMES = {"done_on": "ngày hoàn thành", "evidence": "kết quả, minh chứng"}


def check_evidence(context: Context) -> Iterator[Finding]:
    """A task reported done has a day and evidence, a document or a file; only such a task has a day."""
    for record in context.dataset.records("plan_tasks"):
        row, unit = record["task"], context.unit_name(record)
        if record["state"] != TASK_DONE:
            if record["done_on"] is not None:
                yield finding("V15", unit=unit, at=context.dataset.ref(record, "done_on"), row=row,
                              found=record["state"] or "chưa ghi tình trạng",
                              related=(context.dataset.ref(record, "state"),))
            continue
        missing = [code for code in _NAMES if not record[code]]
        if missing:
            yield finding("V09", unit=unit, at=context.dataset.ref(record, missing[0]), row=row,
                          missing=" và ".join(_NAMES[code] for code in missing))
        elif not _PROOF.search(record["evidence"]):
            yield finding("D08", unit=unit, at=context.dataset.ref(record, "evidence"), row=row,
                          found=record["evidence"])


def check_reasons(context: Context) -> Iterator[Finding]:
    """Whoever has not done a task by its day says why."""
    cutoff, tasks = context.reporting.window.cutoff, _tasks(context)
    for record in context.dataset.records("plan_tasks"):
        task = tasks.get(record["task"])
        is_open = record["state"] not in (None, TASK_DONE)
        if task and task.due.has_come(cutoff) and is_open and not record["reason"]:
            yield finding("D09", unit=context.unit_name(record), at=context.dataset.ref(record, "reason"),
                          row=record["task"], found=task.deadline)


def check_days(context: Context) -> Iterator[Finding]:
    """Nothing was done before its plan began."""
    since = {task.task: plan.settings.since for plan in context.reporting.agency.catalogues.plans
             for task in plan.tasks}
    for record in context.dataset.records("plan_tasks"):
        first, day = since.get(record["task"]), record["done_on"]
        if first and day and day < first:
            yield finding("D12", unit=context.unit_name(record), at=context.dataset.ref(record, "done_on"),
                          row=record["task"], found=format_date(day), expected=format_date(first))


def check_still_done(context: Context) -> Iterator[Finding]:
    """What a unit reported done in the period before is still done, and on the same day."""
    if context.previous is None:
        return
    units = context.reporting.agency.units
    before = {(heir.code, record["task"]): record for record in context.previous.records("plan_tasks")
              if record["state"] == TASK_DONE and (heir := units.heir(record["unit"]))}
    for record in context.dataset.records("plan_tasks"):
        then = before.get((record["unit"], record["task"]))
        for column in ("state", "done_on") if then else ():
            if then and then[column] and record[column] and record[column] != then[column]:
                yield finding("D11", unit=context.unit_name(record), at=context.dataset.ref(record, column),
                              row=record["task"], found=_shown(record[column]), expected=_shown(then[column]))
                break


def check_leads_agree(context: Context) -> Iterator[Finding]:
    """Units that are in charge of a task together say the same of it."""
    answers: dict[str, list[Record]] = defaultdict(list)
    for record in context.dataset.records("plan_tasks"):
        answers[record["task"]].append(record)
    for task, records in answers.items():
        for column in ("state", "done_on"):
            told = [record for record in records if record[column]]
            wrong = next((record for record in told if record[column] != told[0][column]), None)
            if wrong is not None:
                yield finding("D07", unit=context.unit_name(wrong), at=context.dataset.ref(wrong, column), row=task,
                              found=_shown(wrong[column]), expected=_shown(told[0][column]),
                              what=context.unit_name(told[0]), related=(context.dataset.ref(told[0], column),))
                break


def check_leads(context: Context) -> Iterator[Finding]:
    """The units that are asked are those that the plan names. The plan is never changed."""
    reporting = context.reporting
    folder = reporting.workspace.shown(reporting.workspace.params(reporting.agency.code))
    stated = [task for plan in reporting.agency.catalogues.plans for task in plan.tasks if task.plan_lead]
    for (words, leads), group in groupby(stated, key=lambda task: (task.plan_lead, task.leads)):
        units = reporting.agency.units
        if all(lead in units for lead in leads) and not names_units(words, leads, reporting.agency, separators=";,"):
            yield finding("D10", at=CellRef(f"{folder}/plan_tasks.csv"), found=words,
                          expected="; ".join(units[lead].name for lead in leads),
                          numbers=", ".join(task.task for task in group))


def _tasks(context: Context) -> dict[str, PlanTask]:
    return {task.task: task for task in context.reporting.agency.catalogues.plan_tasks}


def _shown(value: object) -> str:
    return format_date(value) if isinstance(value, dt.date) else f"{value}"
