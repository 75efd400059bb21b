"""Python and the libraries, compared with what the package says that it wants."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires, version

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from report_utils.run.doctor.verdict import State, Verdict

_PACKAGE = "report-utils"
_INSTALL = "chạy make setup trong thư mục mã nguồn, hoặc cài gói từ tệp .whl bằng pip"
_PYTHON, _LIBRARIES = "Python", "Thư viện"


def look_at_python() -> Iterator[Verdict]:
    """The version of this interpreter."""
    found = platform.python_version()
    try:
        wanted = metadata(_PACKAGE)["Requires-Python"]
    except PackageNotFoundError:
        yield Verdict(_PYTHON, State.WORSE, f"{found}; chương trình chạy mà chưa được cài như một gói", _INSTALL)
        return
    if SpecifierSet(wanted).contains(found, prereleases=True):
        yield Verdict(_PYTHON, State.GOOD, found)
    else:
        yield Verdict(_PYTHON, State.FAILED, f"{found}, cần {wanted}", "cài Python mới hơn rồi cài lại chương trình")


def look_at_libraries() -> Iterator[Verdict]:
    """The version of each library; one verdict for all."""
    try:
        listed = [Requirement(text) for text in requires(_PACKAGE) or ()]
    except PackageNotFoundError:
        return
    wanted = [each for each in listed if each.marker is None or each.marker.evaluate({"extra": ""})]
    wrong = {each: found for each in wanted if not each.specifier.contains(found := _version(each), prereleases=True)}
    if not wrong:
        yield Verdict(_LIBRARIES, State.GOOD, f"đủ {len(wanted)} thư viện")
        return
    lacks = "; ".join(f"{each.name} {found or 'chưa cài'}, cần {each.specifier}" for each, found in wrong.items())
    names = " ".join(f'"{each.name}{each.specifier}"' for each in wrong)
    yield Verdict(_LIBRARIES, State.FAILED, lacks, f"python -m pip install --upgrade {names}")


def _version(requirement: Requirement) -> str:
    """The version that is installed, a placeholder that satisfies nothing where none is."""
    try:
        return version(requirement.name)
    except PackageNotFoundError:
        return ""
