"""pyproject.toml, requirements.lock and environment.yml speak of the same versions."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from report_utils import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK_TEXT = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def lock_entries() -> list[str]:
    """Each locked package with its hashes on one line, comments left out."""
    without_comments = re.sub(r"^\s*#.*\n", "", LOCK_TEXT, flags=re.MULTILINE)
    return without_comments.replace("\\\n", " ").strip().splitlines()


LOCKED = {canonicalize_name(name): version for name, version in re.findall(r"^(\S+?)==(\S+)", LOCK_TEXT, re.MULTILINE)}
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["dev"]]
BUILD = [Requirement(text) for text in PROJECT["build-system"]["requires"]]
CONDA_PINS = dict(entry.split("=", 1) for entry in CONDA["dependencies"] if isinstance(entry, str) and "=" in entry)


def test_each_direct_dependency_is_locked_within_its_bounds() -> None:
    assert [str(requirement) for requirement in RUNTIME + DEVELOPMENT + BUILD
            if LOCKED[canonicalize_name(requirement.name)] not in requirement.specifier] == []


def test_each_line_of_the_lock_has_one_version_and_a_hash() -> None:
    whole = re.compile(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    assert [entry.split()[0] for entry in lock_entries() if not whole.match(entry)] == []


def test_the_lock_has_one_version_of_each_package() -> None:
    assert len(lock_entries()) == len(LOCKED)


def test_the_lock_names_no_place_to_download_from() -> None:
    assert "://" not in LOCK_TEXT
    assert not re.search(r"^\s*(?!--hash)-", LOCK_TEXT, re.MULTILINE)


@pytest.mark.parametrize("extra", ["dask", "docs"])
def test_the_lock_of_an_extra_agrees_with_the_lock_and_names_no_place_either(extra: str) -> None:
    text = (ROOT / f"requirements-{extra}.lock").read_text(encoding="utf-8")
    versions = {canonicalize_name(name): version for name, version in re.findall(r"^(\S+?)==(\S+)", text, re.MULTILINE)}
    wanted = {Requirement(each).name for each in PROJECT["project"]["optional-dependencies"][extra]}
    assert wanted <= versions.keys()
    assert {name: LOCKED[name] for name in versions.keys() & LOCKED.keys()} == {
        name: versions[name] for name in versions.keys() & LOCKED.keys()
    }
    assert "://" not in text


def test_each_conda_version_is_the_locked_one() -> None:
    pinned = {name: version for name, version in CONDA_PINS.items() if name != "python"}
    assert pinned == {name: LOCKED[canonicalize_name(name)] for name in pinned}


def test_conda_installs_every_runtime_dependency() -> None:
    assert {requirement.name for requirement in RUNTIME + BUILD} <= CONDA_PINS.keys()


def test_the_conda_python_is_new_enough() -> None:
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert Version(CONDA_PINS["python"]) >= Version(oldest)


# What looks at each commit

HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
HOOKS_LOCK = (ROOT / "requirements-hooks.lock").read_text(encoding="utf-8")


def test_the_hooks_are_tools_of_the_environment_and_come_from_nowhere_else() -> None:
    hooks = [hook for repository in HOOKS["repos"] for hook in repository["hooks"]]
    assert {repository["repo"] for repository in HOOKS["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    tools = [re.fullmatch(r"\.venv/bin/python -m (\w+)( .*)?", hook["entry"])[1] for hook in hooks]  # type: ignore[index]
    assert tools == ["ruff", "nbstripout"]
    assert set(tools) <= {requirement.name for requirement in DEVELOPMENT}


def test_the_hooks_are_locked_at_the_versions_of_the_lock() -> None:
    locked = dict(re.findall(r"^(\S+?)==(\S+)", HOOKS_LOCK, re.MULTILINE))
    assert "pre-commit" in locked
    assert "://" not in HOOKS_LOCK
    assert {name: LOCKED[name] for name in locked if name in LOCKED} == {
        name: version for name, version in locked.items() if name in LOCKED
    }


def test_the_version_is_semantic_and_the_changelog_begins_with_it() -> None:
    headings = re.findall(r"^## \[(\S+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    released = [Version(heading) for heading in headings if heading != "Unreleased"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert released[0] == Version(__version__)
    assert released == sorted(released, reverse=True)


@pytest.mark.skipif(not shutil.which("make"), reason="no make here")
def test_a_first_setup_says_what_it_does_and_how_long_it_takes() -> None:
    done = subprocess.run(["make", "--dry-run", "--always-make", "setup"], cwd=ROOT, check=True, capture_output=True,
                          encoding="utf-8")  # fmt: skip
    said = re.findall(r'echo "== (.*?)"', done.stdout)
    assert said[0].startswith("Cài đặt vào .venv: một đến ba phút, cần mạng")
    assert [line.partition(" ")[0] for line in said[1:4]] == ["1/3", "2/3", "3/3"]
    assert said[4].endswith("baocao")
