"""The units that send figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.settings import nearest, read_csv, split
from report_utils.errors import SettingsError, UnknownNameError

GROUPS = {
    "one_stop": "Trung tâm Phục vụ hành chính công",
    "office": "Văn phòng, phòng chuyên môn, Thanh tra",
    "affiliated": "Đơn vị trực thuộc",
}
"""Groups of units and how they are shown."""


@dataclass(frozen=True)
class Unit:
    """A unit. `tags` group units across `group`; `supplies` are the codes of the open tables that it fills in."""

    code: str
    name: str
    short_name: str
    group: str
    tags: tuple[str, ...]
    supplies: tuple[str, ...]

    def answers_to(self, name: str) -> bool:
        """Whether `name` is the unit's code, its group or one of its tags."""
        return name in (self.code, self.group, *self.tags)


class Units:
    """All units of an agency, in the order of units.csv."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_code = {unit.code: unit for unit in units}

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def __getitem__(self, code: str) -> Unit:
        """The unit of that code. Raises UnknownNameError with the nearest one."""
        if code not in self._by_code:
            raise UnknownNameError("đơn vị", code, nearest(code, self._by_code))
        return self._by_code[code]

    def answering(self, names: Iterable[str]) -> tuple[Unit, ...]:
        """The units that any of `names` (codes, groups, tags) stands for, in the order of units.csv."""
        wanted = tuple(names)
        return tuple(unit for unit in self if any(unit.answers_to(name) for name in wanted))

    def known_names(self) -> set[str]:
        """Every code, group and tag."""
        return {name for unit in self for name in (unit.code, unit.group, *unit.tags)}


def load_units(path: Path, shown: str, tags: Collection[str]) -> Units:
    """The units of units.csv. Raises SettingsError on a repeated code, an unknown group, or a tag not in `tags`."""
    units = []
    for row in read_csv(path, shown, ("code", "name", "short_name", "group", "tags", "supplies")):
        if row["group"] not in GROUPS:
            raise SettingsError(shown, row["code"], row["group"],
                                f"nhóm «{row['group']}» không hợp lệ; dùng: {', '.join(GROUPS)}.")
        for tag in split(row["tags"]):
            if tag not in tags:
                near = nearest(tag, tags)
                raise SettingsError(shown, row["code"], tag, f"không có nhãn «{tag}» trong agency.yaml (tags)."
                                                             f"{f' Có phải «{near}»?' if near else ''}")
        units.append(Unit(row["code"], row["name"], row["short_name"] or row["name"], row["group"],
                          split(row["tags"]), split(row["supplies"])))
    codes = [unit.code for unit in units]
    for code in codes:
        if codes.count(code) > 1:
            raise SettingsError(shown, "code", code, f"mã đơn vị «{code}» xuất hiện nhiều lần.")
    return Units(units)
