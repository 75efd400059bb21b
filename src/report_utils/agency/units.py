"""The units that send figures, and how each goes on in another name or another unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.csv_lists import read_csv, split
from report_utils.agency.settings import nearest
from report_utils.agency.succession import check_succession
from report_utils.agency.validity import check_versions, days_of, holds
from report_utils.errors import SettingsError, UnknownNameError

GROUPS = {
    "one_stop": "Trung tâm Phục vụ hành chính công",
    "office": "Văn phòng, phòng chuyên môn, Thanh tra",
    "affiliated": "Đơn vị trực thuộc",
}
"""Groups of units and how they are shown."""

_COLUMNS = ("code", "name", "short_name", "group", "tags", "supplies")
_IN_TIME = ("since", "until", "predecessors")


@dataclass(frozen=True)
class Unit:
    """A unit as it is from `since` to `until`, both included; None: from the beginning, to this day.

    `tags` group units across `group`; `supplies` are the codes of the open tables that it fills in. `predecessors` are
    the codes of the units whose work it took over on the day `since`.
    """

    code: str
    name: str
    short_name: str
    group: str
    tags: tuple[str, ...]
    supplies: tuple[str, ...]
    since: dt.date | None = None
    until: dt.date | None = None
    predecessors: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """What the unit answers to: its code, its group, its tags."""
        return (self.code, self.group, *self.tags)

    def answers_to(self, name: str) -> bool:
        """Whether `name` is the unit's code, its group or one of its tags."""
        return name in self.called

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, self.short_name)


class Units:
    """The units of an agency in the order of units.csv: those in force on `day`; without a day each by its last row.

    A renamed unit is several versions with one code; a merged one has a code of its own and names its predecessors.
    All versions stay known, so that what a unit was, and who goes on in its place, can be asked on any day.
    """

    def __init__(self, versions: Iterable[Unit], day: dt.date | None = None) -> None:
        self.versions, self.day = tuple(versions), day
        self._by_code = {unit.code: unit for unit in self.versions if day is None or holds(unit, day)}
        self._successors = {code: unit.code for unit in self.versions for code in unit.predecessors}

    def on(self, day: dt.date) -> Units:
        """The same units as they stand on `day`."""
        return Units(self.versions, day)

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
        """Every code, group and tag, of all days."""
        return {name for unit in self.versions for name in (unit.code, unit.group, *unit.tags)}

    def versions_of(self, code: str) -> tuple[Unit, ...]:
        """What the unit of that code is on all days; nothing for a code that never was one."""
        return tuple(unit for unit in self.versions if unit.code == code)

    def is_over(self, version: Unit) -> bool:
        """Whether a version of a unit ended before the day of these units."""
        return self.day is not None and version.until is not None and version.until < self.day

    def heir(self, code: str) -> Unit | None:
        """The unit in force that goes on with the work of `code`: itself, or its successor; None if there is none."""
        following: str | None = code
        while following is not None and following not in self:
            following = self._successors.get(following)
        return self._by_code[following] if following else None

    def standing_for(self, code: str) -> tuple[Unit, ...]:
        """The units in force that do the work of `code`: its heir, or, before its time, its predecessors."""
        heir = self.heir(code)
        if heir is not None:
            return (heir,)
        before = (name for unit in self.versions_of(code) for name in unit.predecessors)
        return tuple(dict.fromkeys(unit for name in before for unit in self.standing_for(name)))

    def names_in_line(self, code: str) -> tuple[str, ...]:
        """The names of a unit in force, of today and of other days, and of all whose work it goes on with."""
        line = (one for one in self.versions if (heir := self.heir(one.code)) and heir.code == code)
        return tuple(name for one in line for name in one.names)

    def by_heir(self, earlier: Iterable[Unit]) -> dict[str, list[str]]:
        """The codes of units of an earlier day by that of the unit in force that goes on with their work."""
        found: dict[str, list[str]] = {}
        for unit in earlier:
            if (heir := self.heir(unit.code)) is not None:
                found.setdefault(heir.code, []).append(unit.code)
        return found


def load_units(path: Path, shown: str, tags: Collection[str]) -> Units:
    """The units of units.csv.

    Raises SettingsError on a code that stands twice on one day, an unknown group, a tag not in `tags`, a day that is
    none, or predecessors that cannot be.
    """
    units = [_unit(row, shown, tags) for row in read_csv(path, shown, _COLUMNS, _IN_TIME)]
    check_versions(units, lambda unit: unit.code, shown, "code", "mã đơn vị ")
    check_succession(units, shown)
    return Units(units)


def _unit(row: dict[str, str], shown: str, tags: Collection[str]) -> Unit:
    if row["group"] not in GROUPS:
        raise SettingsError(shown, row["code"], row["group"],
                            f"nhóm «{row['group']}» không hợp lệ; dùng: {', '.join(GROUPS)}.")
    for tag in split(row["tags"]):
        if tag not in tags:
            near = nearest(tag, tags)
            raise SettingsError(shown, row["code"], tag, f"không có nhãn «{tag}» trong agency.yaml (tags)."
                                                         f"{f' Có phải «{near}»?' if near else ''}")
    try:
        since, until = days_of(row)
    except ValueError as error:
        reason = "ngày viết dạng 2024-09-15" if str(error).isascii() else str(error)
        raise SettingsError(shown, row["code"], (row["since"], row["until"]),
                            f"ngày hiệu lực không hợp lệ ({reason}).") from None
    return Unit(row["code"], row["name"], row["short_name"] or row["name"], row["group"], split(row["tags"]),
                split(row["supplies"]), since, until, split(row["predecessors"]))
