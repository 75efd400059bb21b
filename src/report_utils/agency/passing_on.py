"""What the catalogues give to a unit that is not in force goes to the one that does its work, and this is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from report_utils.agency.units import Units
from report_utils.errors import SettingsError
from report_utils.vietnamese.dates import format_date

NAMING: dict[str, tuple[str, ...]] = {
    "prompts": ("suppliers", "citing"), "indicators": ("suppliers",), "plan_tasks": ("leads",),
    "finance_lines": ("suppliers",), "open_data": ("owners",), "procedure_places": ("suppliers",),
    "assigned_tasks": (), "staffing": (),
}
"""The catalogues that name units, and the fields of an entry where they do; without a field the entry is a code."""

FILES = {"prompts": "outline"}
"""The files that are not called like their catalogue."""


@dataclass(frozen=True)
class PassedOn:
    """The entry `key` of the file `catalogue` names the unit `code`; `to` are those in its place, maybe none."""

    catalogue: str
    key: str
    code: str
    to: tuple[str, ...]


def passed_on(entries: Sequence[Any], units: Units, folder: str, catalogue: str, *, keeps: bool = False
              ) -> tuple[tuple[Any, ...], tuple[PassedOn, ...]]:  # fmt: skip
    """The entries of a catalogue of the settings folder `folder` for the units in force, and what was passed on.

    What nobody is asked for yet, because its units are still to come, is left out unless the catalogue `keeps` it.
    Raises SettingsError for an entry whose unit ended without a successor.
    """
    passing = _Passing(units, folder, f"{FILES.get(catalogue, catalogue)}.csv")
    if NAMING[catalogue]:
        made = ((entry, passing.entry(entry, NAMING[catalogue])) for entry in entries)
        kept = tuple(new or entry for entry, new in made if new is not None or keeps)
        return kept, tuple(passing.told)
    codes = (code for entry in entries for code in passing.codes(entry, (entry,)))
    return tuple(dict.fromkeys(codes)), tuple(passing.told)


@dataclass(frozen=True)
class _Passing:
    """Passes on the entries of one file to the units in force; `told` takes what it changed."""

    units: Units
    folder: str
    file: str
    told: list[PassedOn] = field(default_factory=list)

    def entry(self, entry: Any, places: Sequence[str]) -> Any | None:
        """The entry with the units in force; None when its units are still to come and had no predecessors."""
        key = str(getattr(entry, fields(entry)[0].name))
        changed: dict[str, Any] = {}
        for place in places:
            names = getattr(entry, place)
            changed[place] = self.codes(key, names)
            if names and not changed[place]:
                self._check_to_come(key, names)
                return None
        return replace(entry, **changed)

    def codes(self, key: str, names: Sequence[str]) -> tuple[str, ...]:
        """The names of an entry, each code of a unit that is not in force replaced by those in its place."""
        found: list[str] = []
        for name in names:
            if name in self.units or not self.units.versions_of(name):  # a unit in force, a group or a tag
                found.append(name)
                continue
            standing = tuple(unit.code for unit in self.units.standing_for(name))
            self.told.append(PassedOn(self.file, key, name, standing))
            found += standing
        return tuple(dict.fromkeys(found))

    def _check_to_come(self, key: str, names: Sequence[str]) -> None:
        """Units that are all to come are asked nothing yet; one that has ended leaves work that nobody does."""
        for name in names:
            ends = [unit.until for unit in self.units.versions_of(name) if self.units.is_over(unit) and unit.until]
            if ends:
                raise SettingsError(f"{self.folder}/{self.file}", key, name, f"đơn vị «{name}» thôi hoạt động sau ngày "
                                    f"{format_date(max(ends))}, không có đơn vị kế thừa; ghi đơn vị nhận việc này.")
