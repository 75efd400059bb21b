"""Whether the predecessors that units.csv names can be: each ended before its one successor began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from report_utils.agency.settings import nearest
from report_utils.errors import SettingsError
from report_utils.vietnamese.dates import format_date


class Succeeding(Protocol):
    """A version of a unit as far as succession goes."""

    @property
    def code(self) -> str: ...

    @property
    def since(self) -> dt.date | None: ...

    @property
    def until(self) -> dt.date | None: ...

    @property
    def predecessors(self) -> tuple[str, ...]: ...


def check_succession(units: Sequence[Succeeding], shown: str) -> None:
    """Every predecessor is a unit, has one successor, is not its own heir, and ended before its successor began.

    Raises SettingsError. A unit whose work is divided among several has no successor: nobody says how its figures are.
    """
    codes = {unit.code for unit in units}
    successors: dict[str, str] = {}
    for unit in units:
        for name in unit.predecessors:
            if name not in codes:
                near = nearest(name, codes)
                raise SettingsError(shown, unit.code, name, f"không có đơn vị tiền thân «{name}»."
                                                            f"{f' Có phải «{near}»?' if near else ''}")
            if successors.setdefault(name, unit.code) != unit.code:
                raise SettingsError(shown, unit.code, name, f"«{name}» đã là tiền thân của «{successors[name]}»; một "
                                                            "đơn vị chỉ có một đơn vị kế thừa.")
    _check_circles(successors, shown)
    for unit in units:
        for name in unit.predecessors:
            _check_ended(unit, name, [other for other in units if other.code == name], shown)


def _check_circles(successors: dict[str, str], shown: str) -> None:
    for code in successors:
        path = _path(code, successors)
        if path[-1] in path[:-1]:
            raise SettingsError(shown, "predecessors", path[-1], f"các đơn vị kế thừa vòng tròn: {' → '.join(path)}.")


def _path(code: str, successors: dict[str, str]) -> list[str]:
    """The unit, its successor and so on; a unit that stands there twice ends it."""
    path = [code]
    while path[-1] in successors and path[-1] not in path[:-1]:
        path.append(successors[path[-1]])
    return path


def _check_ended(unit: Succeeding, name: str, versions: Sequence[Succeeding], shown: str) -> None:
    if unit.since is None:
        raise SettingsError(shown, unit.code, name, "có đơn vị tiền thân thì phải ghi ngày bắt đầu (since).")
    if any(version.until is None or version.until >= unit.since for version in versions):
        raise SettingsError(shown, unit.code, name, f"đơn vị tiền thân «{name}» vẫn còn hoạt động sau ngày "
                            f"{format_date(unit.since)}; ghi ngày cuối (until) trước ngày này.")
