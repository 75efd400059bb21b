"""docs/maintainers/add-a-*.md, done as they are written: in a copy of the package and in a new agency."""

from __future__ import annotations

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

ROOT = DOCS.parent
PAGES = ("add-a-table.md", "add-a-rule.md", "add-a-figure.md", "add-a-report.md")
EDIT = re.compile(
    r"^(New file|At the end of|In) `([^`]+)`(?:, (below|above|instead of) `([^`]+)`)?:\n\n```\w+\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FILL = """
import datetime, sys
from pathlib import Path
from tests.illustration import illustrated
from report_utils.agency.reporting import open_reporting
drill = {"name": "Ứng phó dịch sởi", "participants": 40, "passed": 36}
day = {"held": datetime.date(2026, 2, 20)} if sys.argv[1] == "right" else {}
for name, data in illustrated(open_reporting("so-y-te", "2026-Q1"), {"drills": [drill | day]}).items():
    (Path("data/raw/so-y-te/2026-Q1") / name).write_bytes(data)
"""
IMPORTS = "from report_utils.run.desk import open_desk\nfrom report_utils.run.views import conclusion\n"


@dataclass(frozen=True)
class Place:
    """A copy of the package and a workspace; `page` is edited into them, commands run there."""

    package: Path
    workspace: Path

    def edit(self, page: str) -> None:
        edits = EDIT.findall((DOCS / "maintainers" / page).read_text(encoding="utf-8"))
        assert edits
        for how, name, where, what, new in edits:
            path = (self.package if name.startswith("src/") else self.workspace) / name
            old = "" if how == "New file" else path.read_text(encoding="utf-8-sig")
            path.write_text(edited(old, where or how, what, new), encoding="utf-8")

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        variables = {**os.environ, "PYTHONPATH": f"{self.package / 'src'}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"}
        return subprocess.run([sys.executable, *arguments], cwd=self.workspace, env=variables, capture_output=True,
                              encoding="utf-8", check=False)  # fmt: skip

    def follow(self, page: str, status: int = 0) -> None:
        """Edit as the page says, then do its commands; each prints what the page says."""
        self.edit(page)
        for step in steps(f"maintainers/{page}"):
            done = self.python("-m", "report_utils", *step.command.split()[1:])
            assert done.returncode == status, done.stderr
            assert missing_lines(step, done.stdout) == [], done.stdout

    def fill_in(self, how: str) -> None:
        (self.workspace / "data/raw/so-y-te/2026-Q1").mkdir(parents=True, exist_ok=True)
        done = self.python("-c", FILL, how)
        assert done.returncode == 0, done.stderr


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
def place(tmp_path: Path) -> Place:
    package, workspace = tmp_path / "gói", tmp_path / "nơi làm việc"
    shutil.copytree(ROOT / "src", package / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    workspace.mkdir()
    made = Place(package, workspace)
    example = made.python("-m", "report_utils", "new-agency", "--example")
    (workspace / "tra-loi.yaml").write_text(example.stdout, encoding="utf-8")
    done = made.python("-m", "report_utils", "new-agency", "so-y-te", "--from", "tra-loi.yaml")
    assert done.returncode == 0, done.stderr
    return made


def test_the_four_pages_lead_from_a_table_to_a_report(place: Place) -> None:
    place.follow("add-a-table.md")
    form = openpyxl.load_workbook(place.workspace / "data/forms/so-y-te/2026-Q1/vp_2026-Q1.xlsx", read_only=True)
    assert "Diễn tập" in form.sheetnames
    place.fill_in("wrong")
    place.follow("add-a-rule.md", status=1)
    place.fill_in("right")
    assert place.python("-m", "report_utils", "check", "so-y-te", "2026-Q1").returncode == 0
    place.follow("add-a-figure.md")
    place.edit("add-a-report.md")
    text = (DOCS / "maintainers" / "add-a-report.md").read_text(encoding="utf-8")
    (code,), (printed,) = (re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL) for kind in ("python", "text"))
    done = place.python("-c", IMPORTS + code)
    assert done.stdout == printed, done.stderr
    word = place.workspace / "reports/so-y-te/2026-Q1/Báo cáo diễn tập quý I năm 2026.docx"
    assert place.python("-m", "report_utils", "lint", str(word)).returncode == 0
    assert place.python("-m", "report_utils", "compare", str(word)).returncode == 0
