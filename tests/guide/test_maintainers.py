"""docs/maintainers/add-a-*.md, done as they are written: in a copy of the package and in a new agency."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from tests.guide.following import DOCS, missing_lines, steps

from report_utils.agency.reporting import Reporting
from report_utils.lint.run_all import lint_file

ROOT = DOCS.parent
EDIT = re.compile(
    r"^(New file|At the end of|In) `([^`]+)`(?:, (below|above|instead of) `([^`]+)`)?:\n\n```\w+\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
WORK = """
import contextlib, datetime, io, json, sys
from pathlib import Path
from tests.illustration import illustrated
from report_utils.agency.reporting import open_reporting
from report_utils.cli import main
from report_utils.run.desk import open_desk
from report_utils.run.views import conclusion

def fill(day):
    drill = {"name": "Ứng phó dịch sởi", "held": day, "participants": 40, "passed": 36}
    for name, data in illustrated(open_reporting("so-y-te", "2026-Q1"), {"drills": [drill]}).items():
        (Path("data/raw/so-y-te/2026-Q1") / name).write_bytes(data)

def do(work):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            main(work.split()[1:]) if work.startswith("baocao ") else exec(work)
        except SystemExit as stopped:
            return stopped.code, printed.getvalue()
    return 0, printed.getvalue()

print(json.dumps([do(work) for work in json.loads(sys.argv[1])]))
"""
"""Does commands and code, one after the other; what each ended with and printed."""


@dataclass(frozen=True)
class Page:
    """A page of the maintainers' guide."""

    name: str

    @property
    def text(self) -> str:
        return (DOCS / "maintainers" / self.name).read_text(encoding="utf-8")

    @property
    def command(self) -> str:
        """The one command that shows that it works."""
        (step,) = steps(f"maintainers/{self.name}")
        return step.command

    def frame(self, kind: str) -> str:
        (text,) = re.findall(rf"```{kind}\n(.*?)```", self.text, re.DOTALL)
        return str(text)

    def lacks(self, printed: str) -> list[str]:
        (step,) = steps(f"maintainers/{self.name}")
        return missing_lines(step, printed)


TABLE, RULE, FIGURE, REPORT = (Page(f"add-a-{what}.md") for what in ("table", "rule", "figure", "report"))


@dataclass(frozen=True)
class Place:
    """A copy of the package and a workspace."""

    package: Path
    workspace: Path

    def edit(self, page: Page) -> None:
        for how, name, where, what, new in EDIT.findall(page.text):
            path = (self.package if name.startswith("src/") else self.workspace) / name
            old = "" if how == "New file" else path.read_text(encoding="utf-8-sig")
            path.write_text(edited(old, where or how, what, new), encoding="utf-8")

    def do(self, *works: str) -> list[tuple[int, str]]:
        variables = {**os.environ, "PYTHONPATH": f"{self.package / 'src'}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"}
        done = subprocess.run([sys.executable, "-c", WORK, json.dumps(works)], cwd=self.workspace, env=variables,
                              capture_output=True, encoding="utf-8", check=False)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return [(status, printed) for status, printed in json.loads(done.stdout)]


def edited(old: str, where: str, what: str, new: str) -> str:
    """The text with `new` at the end, in place of the only `what`, or beside the only line that is (begins with) it."""
    if where in ("New file", "At the end of"):
        return old + new
    if where == "instead of":
        assert old.count(what) == 1, what
        return old.replace(what, new.rstrip("\n"))
    lines = old.splitlines(keepends=True)
    (at,) = [i for i, line in enumerate(lines) if line.startswith(what) and (where == "above" or line == f"{what}\n")]
    lines.insert(at + (where == "below"), new)
    return "".join(lines)


@pytest.fixture
def place(new_agency: Reporting, tmp_path: Path) -> Place:
    package = tmp_path / "gói"
    shutil.copytree(ROOT / "src", package / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    Path("data/raw/so-y-te/2026-Q1").mkdir()
    return Place(package, new_agency.workspace.root)


def test_the_four_pages_lead_from_a_table_to_a_report(place: Place) -> None:
    place.edit(TABLE)
    ((status, _),) = place.do(TABLE.command)
    assert status == 0
    form = openpyxl.load_workbook(place.workspace / "data/forms/so-y-te/2026-Q1/vp_2026-Q1.xlsx", read_only=True)
    assert "Diễn tập" in form.sheetnames
    for page in (RULE, FIGURE, REPORT):
        place.edit(page)
    _, wrong, _, right, traced, written = place.do(
        "fill(None)", RULE.command, "fill(datetime.date(2026, 2, 20))", RULE.command, FIGURE.command,
        REPORT.frame("python"))  # fmt: skip
    assert (wrong[0], RULE.lacks(wrong[1])) == (1, [])
    assert right[0] == 0
    assert (traced[0], FIGURE.lacks(traced[1])) == (0, [])
    assert written == (0, REPORT.frame("text"))
    assert lint_file(place.workspace / "reports/so-y-te/2026-Q1/Báo cáo diễn tập quý I năm 2026.docx") == []
