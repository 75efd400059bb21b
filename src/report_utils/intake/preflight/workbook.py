"""The parts that say what sheets a workbook has: the workbook itself and its relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from report_utils.intake.preflight.container import Entry
from report_utils.intake.preflight.documents import check_well_formed, document
from report_utils.intake.preflight.kind import RELATIONS, TYPES, WORKBOOK
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.markup import attributes, elements, is_true
from report_utils.intake.preflight.refusal import FaultError

_KINDS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
_LISTING = {b"sheets": 2, b"sheet": 3}
"""At which depth a sheet is listed; elsewhere (mc:AlternateContent) readers see other sheets than Excel."""

_STATES = ("visible", "hidden", "veryHidden")


@dataclass(frozen=True)
class SheetEntry:
    """A sheet as the workbook lists it."""

    name: str
    state: str
    entry: Entry
    is_grid: bool


@dataclass(frozen=True)
class Workbook:
    """What the workbook part and its relations say."""

    sheets: tuple[SheetEntry, ...]
    date1904: bool
    styles: Entry | None
    strings: Entry | None


def read_workbook(entries: Mapping[str, Entry], limits: Limits) -> Workbook:
    """The workbook of a package. Raises FaultError."""
    check_well_formed(document(entries[TYPES], limits), limits)
    targets = _targets(document(entries[RELATIONS], limits), limits)
    listing = _listing(document(entries[WORKBOOK], limits), limits)
    relations = {identifier: (kind, entries.get(path)) for identifier, (kind, path) in targets.items()}
    sheets = tuple(_sheet(listed, relations) for listed in listing.sheets)
    if not any(sheet.is_grid for sheet in sheets):
        raise FaultError("T09", "sổ không có sheet nào")
    styles, strings = (_one(entries, relations, kind) for kind in ("styles", "sharedStrings"))
    return Workbook(sheets, listing.date1904, styles, strings)


@lru_cache(maxsize=256)
def _targets(content: bytes, limits: Limits) -> Mapping[str, tuple[str, str]]:
    """Identifier -> the last word of the type, and the lower-case path of a relation."""
    found: dict[str, tuple[str, str]] = {}
    for element in elements(content, limits.xml_depth):
        if element.name == b"Relationship" and not element.closes:
            values = attributes(element.raw)
            if values.get("Id", "") in found:
                raise FaultError("T09", "một quan hệ của sổ được khai hai lần")
            path = _path(values.get("Target", "")).lower()
            found[values.get("Id", "")] = values.get("Type", "").rpartition("/")[2], path
    return found


class _Listed(NamedTuple):
    """A sheet in the workbook part, by the identifier of its relation."""

    name: str
    state: str
    identifier: str


class _Listing(NamedTuple):
    """What the workbook part says."""

    sheets: tuple[_Listed, ...]
    date1904: bool


@lru_cache(maxsize=256)
def _listing(content: bytes, limits: Limits) -> _Listing:
    sheets, date1904 = [], False
    for element in elements(content, limits.xml_depth):
        if element.closes:
            continue
        if element.depth == 1 and element.name != b"workbook":
            raise FaultError("T09", "phần «xl/workbook.xml» không đúng loại")
        if element.name == b"workbookPr":
            date1904 = is_true(attributes(element.raw).get("date1904"))
        if element.name in _LISTING and element.depth != _LISTING[element.name]:
            raise FaultError("T09", "danh sách sheet của sổ ghi theo cách không rõ; hãy mở bằng Excel và lưu lại")
        if element.name == b"sheet":
            sheets.append(_listed(attributes(element.raw)))
    names = [sheet.name for sheet in sheets]
    if "" in names or len(set(names)) < len(names):
        raise FaultError("T09", "có sheet không tên hoặc hai sheet cùng tên")
    return _Listing(tuple(sheets), date1904)


def _listed(found: dict[str, str]) -> _Listed:
    identifier = next((value for key, value in found.items() if key.endswith(":id")), "")
    state = found.get("state", "visible")
    return _Listed(found.get("name", ""), state if state in _STATES else "visible", identifier)


_Relations = Mapping[str, tuple[str, Entry | None]]


def _sheet(listed: _Listed, relations: _Relations) -> SheetEntry:
    kind, entry = relations.get(listed.identifier, ("", None))
    if entry is None:
        raise FaultError("T09", f"gói thiếu nội dung của sheet «{listed.name}»")
    if kind not in _KINDS:
        raise FaultError("T09", f"sheet «{listed.name}» không rõ loại")
    return SheetEntry(listed.name, listed.state, entry, kind == "worksheet")


def _path(target: str) -> str:
    """Where readers look for the target of a relation of the workbook."""
    target = target.replace("\\", "/").removeprefix("./")
    if target.startswith(("/", "xl/")):
        return target.removeprefix("/")
    return f"xl/{target}"


def _one(entries: Mapping[str, Entry], relations: _Relations, kind: str) -> Entry | None:
    """The part of that kind. Readers look for it under its usual name, related or not, so nothing else will do."""
    related = [entry for name, entry in relations.values() if name == kind]
    usual = entries.get(f"xl/{kind.lower()}.xml")
    if related != ([usual] if usual else []):
        raise FaultError("T09", f"phần «xl/{kind}.xml» thiếu hoặc không được khai báo đúng")
    return usual
