"""Findings as files: JSON to work with, CSV for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path

from report_utils.findings.finding import CellRef, Explanation, Finding, Severity
from report_utils.storage.files import save

JSON_NAME, CSV_NAME = "findings.json", "findings.csv"
_STARTS = ("=", "+", "-", "@", "\t", "\r")


def save_findings(findings: Iterable[Finding], folder: Path) -> None:
    """Write findings.json and findings.csv (UTF-8 with BOM, so that Excel shows Vietnamese) into `folder`."""
    listed = list(findings)
    text = json.dumps([asdict(found) for found in listed], ensure_ascii=False, indent=1)
    save(folder / JSON_NAME, text + "\n")
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, [field.name for field in fields(Finding)], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(text) for name, text in found.as_row().items()} for found in listed)
    save(folder / CSV_NAME, file.getvalue().encode("utf-8-sig"))


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: what units typed may begin with "=" or "@"."""
    return f"'{text}" if text.startswith(_STARTS) else text


def load_findings(folder: Path) -> list[Finding]:
    """The findings that `save_findings` wrote."""
    entries = json.loads((folder / JSON_NAME).read_text(encoding="utf-8"))
    return [
        Finding(**{**entry, "severity": Severity(entry["severity"]),
                   "related": tuple(CellRef(**ref) for ref in entry["related"]),
                   "was": Severity(entry["was"]) if entry["was"] else None,
                   "explanations": tuple(Explanation(**{**one, "at": CellRef(**one["at"])})
                                         for one in entry["explanations"])})
        for entry in entries
    ]
