"""Which files are exports, by which mapping each is read, and whose it is: all by the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from report_utils.agency.out_of_force import name_of, out_of_force
from report_utils.agency.units import Units
from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.exports.mapping import ExportMapping
from report_utils.vietnamese.text import fold

_UNIT = "{unit}"


@dataclass(frozen=True)
class Claim:
    """A file that is an export. `unit` is the code of its unit; "" when its rows name their units."""

    file: str
    mapping: ExportMapping
    unit: str


def matching(mappings: Iterable[ExportMapping], file: str) -> list[Claim]:
    """Every reading of a file name: none for a file that is no export. Letter case and Unicode form do not matter."""
    return [
        Claim(file, mapping, found.groupdict().get("unit") or rule.unit)
        for mapping in mappings
        for rule in mapping.files
        if (found := _pattern(rule.pattern).fullmatch(fold(file)))
    ]


def claim(mappings: Iterable[ExportMapping], file: str, units: Units) -> Claim | Finding | None:
    """The one reading of a file name; a finding when it has two or names no known unit; None when it is no export."""
    claims = matching(mappings, file)
    if len({(made.mapping.name, made.unit) for made in claims}) > 1:
        return finding("X02", at=CellRef(file), reason="tên tệp khớp nhiều bảng ánh xạ: "
                       + ", ".join(sorted({made.mapping.name for made in claims})))
    if claims and claims[0].unit and claims[0].unit not in units:
        return finding("X02", at=CellRef(file), found=claims[0].unit, reason=_no_unit(units, claims[0].unit))
    return claims[0] if claims else None


def _no_unit(units: Units, code: str) -> str:
    """Why a code is no unit of the period; of a unit that ended or is to come, who does its work."""
    if not units.versions_of(code):
        return f"không có đơn vị «{code}»"
    heirs = ", ".join(unit.name for unit in units.standing_for(code))
    told = f", việc của đơn vị do {heirs} làm" if heirs else ""
    return f"đơn vị «{code}» ({name_of(units, code)}) {out_of_force(units, code)}{told}"


def name_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern with `*` for anything, on folded text."""
    return re.compile(re.escape(fold(pattern)).replace(r"\*", ".*"))


def _pattern(pattern: str) -> re.Pattern[str]:
    """A file pattern; `{unit}` becomes the group of that name."""
    before, mark, after = pattern.partition(_UNIT)
    parts = [name_pattern(part).pattern if part else "" for part in (before, after)]
    return re.compile(parts[0] + (r"(?P<unit>[a-z0-9-]+)" if mark else "") + parts[1])
