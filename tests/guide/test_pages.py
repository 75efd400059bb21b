"""What the guides say of commands, files, codes, tests and each other is so."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest
import yaml
from tests.guide.following import DOCS

from report_utils.agency.period_settings import PeriodSettings
from report_utils.agency.reporting import open_reporting
from report_utils.cli.examples import EXAMPLES
from report_utils.cli.frame import baocao
from report_utils.errors import UnknownNameError
from report_utils.findings import CATALOGUE
from report_utils.forms.asked import tables_asked
from report_utils.run.notebook_files import own_notebooks

ROOT = DOCS.parent
GUIDES = ("bao-cao-dau-tien.md", "mot-quy.md", "so-tinh.md", "ma-phat-hien.md", "mau-bao-cao.md",
          "huong-dan-co-quan-moi.md", "van-hanh.md", "khong-bao-gio.md")  # fmt: skip
READMES = ("README.md", "README.vi.md")
PAGES = sorted([*(ROOT / name for name in READMES), *DOCS.glob("*.md"), *DOCS.glob("maintainers/*.md")])
CODE = re.compile(r"(?<![\w/-])[" + "".join({code[0] for code in CATALOGUE}) + r"]\d\d(?![\w/-])")
PROMISE_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
WRITTEN_LATER = ("data/forms", "data/processed", "reports")
"""Folders in which nothing lies before a command has run; where a guide is followed they are looked into."""

OPTIONAL = {"params/*/privacy_exceptions.csv"}
"""Settings that an agency may have and none of the samples has."""


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def in_line(page: Path) -> list[str]:
    """What stands in backticks within the lines of a page."""
    without_frames = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", without_frames)


def commands(page: Path) -> Iterator[str]:
    """Every command of a page that begins with baocao, in lines and in frames."""
    framed = re.findall(r"^baocao .*$", text_of(page), re.MULTILINE)
    for line in (*in_line(page), *framed):
        if line.startswith("baocao "):
            yield re.split(r" [>|&]", line)[0]


TOLD = sorted({(name_of(page), command) for page in PAGES for command in commands(page)})


@pytest.mark.parametrize(("page", "command"), TOLD, ids=[f"{page}: {command}" for page, command in TOLD])
def test_every_command_is_one_that_baocao_knows(page: str, command: str) -> None:
    name, *arguments = shlex.split(re.sub(r"[\[\]…]", "", command))[1:]
    if name.startswith("--"):
        return
    chosen = baocao.commands[name]  # type: ignore[attr-defined]
    options = {option for parameter in chosen.params for option in parameter.opts if option.startswith("-")}
    assert {argument for argument in arguments if argument.startswith("--")} <= {*options, "--help"}
    if any(not argument.startswith("-") for argument in arguments):
        assert parses(chosen, name, arguments)


def parses(chosen: click.Command, name: str, arguments: list[str]) -> bool:
    """Whether the arguments are as many and of the kind that the command takes; a file need not be there."""
    try:
        with suppress(UnknownNameError):
            chosen.make_context(name, list(arguments), parent=click.Context(baocao, **baocao.context_settings))
    except click.BadParameter as error:
        return not isinstance(error, click.MissingParameter)
    return True


@pytest.mark.parametrize("page", READMES)
def test_the_commands_stand_in_the_groups_and_the_order_of_the_help(page: str) -> None:
    tables = re.findall(r"(?:^\| `baocao .*\n)+", text_of(ROOT / page), re.MULTILINE)
    told = [re.findall(r"^\| `baocao ([\w-]+)", table, re.MULTILINE) for table in tables]
    assert told == [list(group) for group in EXAMPLES.values()]


@pytest.mark.parametrize("page", READMES)
def test_every_key_that_the_settings_of_a_period_take_is_told_and_can_be_read(page: str) -> None:
    [example] = re.findall(r"^```yaml\n(.*?)^```$", text_of(ROOT / page), re.MULTILINE | re.DOTALL)
    read = yaml.safe_load(example)
    assert list(read["settings"]) == list(PeriodSettings.model_fields)
    reporting = open_reporting(read["agency"], read["period"], str(ROOT), read["settings"])
    assert reporting.main_report in reporting.agency.profile.reports
    assert {table.code for table in tables_asked(reporting)} >= set(read["settings"]["tables"])
    assert {f"{name}.ipynb" for name in reporting.notebooks} < {path.name for path in own_notebooks()}


def paths(page: Path) -> Iterator[str]:
    """The files and folders of the project that a page names."""
    for words in in_line(page):
        if re.match(r"(params|data|docs|src|tests|notebooks|bench)/", words) and "::" not in words:
            yield re.sub(r"<[^>]+>|…", "*", words).rstrip("/")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_of_the_project_that_is_named_is_there(page: Path) -> None:
    named = {path.replace("so-y-te", "syt-*").replace("2026-Q1", "*") for path in paths(page)
             if not path.startswith(WRITTEN_LATER)} - OPTIONAL
    if page.parent.name == "maintainers":
        named -= {path for path in named if "drills" in path or "dien-tap" in path}
    assert [path for path in sorted(named) if not any(ROOT.glob(path.partition(" ")[0]))] == []


@pytest.mark.parametrize("page", [DOCS / name for name in GUIDES], ids=name_of)
def test_every_code_that_is_named_exists(page: Path) -> None:
    assert {code for code in CODE.findall(text_of(page)) if code not in CATALOGUE} == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text_of(page))
    assert [target for target in targets if "://" not in target and not (page.parent / target).exists()] == []


def test_the_first_page_leads_to_every_guide_and_every_other_page_stands_in_the_contents() -> None:
    index = text_of(DOCS / "index.md")
    assert [name for name in GUIDES if f"({name})" not in index] == []
    listed = set(re.findall(r"^[\w/-]+$", index, re.MULTILINE))
    pages = {page.relative_to(DOCS).with_suffix("").as_posix() for page in PAGES if page.is_relative_to(DOCS)}
    assert pages - {"index"} == listed


def test_the_guide_of_the_notebooks_has_a_chapter_for_each() -> None:
    text = text_of(DOCS / "so-tinh.md")
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    chapters = re.findall(r"^## Sổ (\d): .*\n\n`notebooks/(\w+)\.ipynb`", text, re.MULTILINE)
    assert chapters == [(str(n), notebook.stem) for n, notebook in enumerate(notebooks)]


def test_every_promise_is_held_by_a_test_that_exists() -> None:
    text = text_of(DOCS / "khong-bao-gio.md")
    promises = re.findall(r"^\* \*\*.*?(?=^\* |^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert promises
    assert [promise.splitlines()[0] for promise in promises if not PROMISE_TEST.search(promise)] == []
    assert [name for file, name in PROMISE_TEST.findall(text) if f"def {name}(" not in text_of(ROOT / file)] == []
