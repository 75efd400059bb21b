"""V09, V15, D07-D10: what is said of the tasks of plans holds together and can be proved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from report_utils.agency.plans import PlanTask
from report_utils.checks.context import Context, Record
from report_utils.checks.plan_words import names_units
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.tables.steering import TASK_DONE

_PROOF = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ]|\.[a-z]{3,4}\b|https?://")
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
        is_late = task is not None and task.due.binding is not None and task.due.binding <= cutoff
        if task and is_late and record["state"] not in (None, TASK_DONE) and not record["reason"]:
            yield finding("D09", unit=context.unit_name(record), at=context.dataset.ref(record, "reason"),
                          row=record["task"], found=task.deadline)


def check_leads_agree(context: Context) -> Iterator[Finding]:
    """Units that are in charge of a task together say the same of it."""
    answers: dict[str, list[Record]] = defaultdict(list)
    for record in context.dataset.records("plan_tasks"):
        answers[record["task"]].append(record)
    for task, records in answers.items():
        first, *others = records
        for other in others:
            for column in ("state", "done_on"):
                if first[column] and other[column] and first[column] != other[column]:
                    yield finding("D07", unit=context.unit_name(other), at=context.dataset.ref(other, column), row=task,
                                  found=f"{other[column]}", expected=f"{first[column]}",
                                  what=context.unit_name(first), related=(context.dataset.ref(first, column),))
                    break


def check_leads(context: Context) -> Iterator[Finding]:
    """The units that are asked are those that the plan names. The plan is never changed."""
    reporting = context.reporting
    folder = reporting.workspace.shown(reporting.workspace.params(reporting.agency.code))
    stated = [task for task in reporting.agency.catalogues.plan_tasks if task.plan_lead]
    for (words, leads), group in groupby(stated, key=lambda task: (task.plan_lead, task.leads)):
        units = reporting.agency.units
        if not names_units(words, leads, units, separators=";,"):
            yield finding("D10", at=CellRef(f"{folder}/plan_tasks.csv"), found=words,
                          expected="; ".join(units[lead].name for lead in leads),
                          numbers=", ".join(task.task for task in group))


def _tasks(context: Context) -> dict[str, PlanTask]:
    return {task.task: task for task in context.reporting.agency.catalogues.plan_tasks}
