"""Mapping files (params/<agency>/exports/*.yaml), read strictly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from report_utils.agency.agency import Agency
from report_utils.agency.settings import nearest, read_yaml, validate
from report_utils.agency.units import Units
from report_utils.errors import SettingsError
from report_utils.intake.exports.mapping import ByName, CaseMapping, ExportMapping, Names, SummaryMapping
from report_utils.intake.exports.privacy import personal_word
from report_utils.vietnamese.text import fold

_KINDS: Mapping[str, type[CaseMapping] | type[SummaryMapping]] = {"cases": CaseMapping, "summary": SummaryMapping}


def load_mappings(folder: Path, shown: str, agency: Agency) -> tuple[ExportMapping, ...]:
    """The mappings of every .yaml file in `folder`, by file name; none when there is no such folder.

    Raises SettingsError for an unknown key, unit or field, a value with two meanings, a personal column.
    """
    return tuple(_load(path, f"{shown}/{path.name}", agency) for path in sorted(folder.glob("*.yaml")))


def _load(path: Path, shown: str, agency: Agency) -> ExportMapping:
    data = read_yaml(path, shown)
    kind = str(data.get("kind", ""))
    if kind not in _KINDS:
        near = nearest(kind, _KINDS)
        raise SettingsError(shown, "kind", kind, f"loại «{kind}» không hợp lệ; dùng: {', '.join(_KINDS)}."
                            f"{f' Có phải ý bạn là «{near}»?' if near else ''}")
    mapping = validate(_KINDS[kind], data, shown)
    _check_names(mapping, shown, agency)
    _check_meanings(mapping, shown)
    _check_columns(mapping, shown)
    return _passed_on(mapping, agency.units)


def _passed_on(mapping: ExportMapping, units: Units) -> ExportMapping:
    """The mapping with the one unit that stands in the place of each that is not in force.

    The dossiers of a place without such a unit are of nobody: its name is then unknown.
    """
    files = tuple(rule.model_copy(update={"unit": _standing(rule.unit, units) or rule.unit}) for rule in mapping.files)
    changed: dict[str, Any] = {"files": files}
    if isinstance(mapping, CaseMapping):
        place: dict[str, Names] = {}
        for code, names in mapping.values.place.items():
            if standing := _standing(code, units):
                place[standing] = (*place.get(standing, ()), *names)
        changed["values"] = mapping.values.model_copy(update={"place": place or mapping.values.place})
    return mapping.model_copy(update=changed)


def _standing(code: str, units: Units) -> str:
    """The code of the one unit in the place of `code`; "" when there is none, or several."""
    found = units.standing_for(code)
    return found[0].code if len(found) == 1 else ""


def _check_names(mapping: ExportMapping, shown: str, agency: Agency) -> None:
    """Units and fields exist; each file has a unit."""
    units = [unit.code for unit in agency.units.versions]
    places = mapping.values.place if isinstance(mapping, CaseMapping) else {}
    for rule in mapping.files:
        if not (rule.unit or "{unit}" in rule.pattern or places):
            raise SettingsError(shown, "files", rule.pattern, f"mẫu tên «{rule.pattern}» chưa nói tệp của đơn vị nào.")
    named = [(rule.unit, units, "files") for rule in mapping.files if rule.unit]
    named += [(unit, units, "values.place") for unit in places]
    named += [(name, [*agency.catalogues.fields], key) for key, listed in _field_lists(mapping) for name in listed]
    for name, known, key in named:
        if name not in known:
            near = nearest(name, known)
            raise SettingsError(shown, key, name, f"không có «{name}».{f' Có phải «{near}»?' if near else ''}")


def _field_lists(mapping: ExportMapping) -> Iterator[tuple[str, ByName]]:
    yield "values.field", mapping.values.field
    if isinstance(mapping, CaseMapping):
        yield "values.procedure", mapping.values.procedure


def _check_meanings(mapping: ExportMapping, shown: str) -> None:
    """No value means two things."""
    for key, values in mapping.values:
        groups: Iterable[tuple[str, Names]] = values.items() if isinstance(values, dict) else values or ()
        seen: dict[str, str] = {}
        for meaning, names in groups:
            for name in names:
                if seen.setdefault(fold(name), meaning) != meaning:
                    raise SettingsError(shown, f"values.{key}", name, f"«{name}» được gán hai nghĩa.")


def _check_columns(mapping: ExportMapping, shown: str) -> None:
    """No column of personal data is read, none has a blank name, no heading means two columns."""
    seen: dict[str, str] = {}
    for key, names in mapping.columns:
        for name in names:
            if not name.strip(" >"):
                raise SettingsError(shown, f"columns.{key}", name, "có tên cột để trống.")
            if seen.setdefault(fold(name), key) != key:
                raise SettingsError(shown, f"columns.{key}", name, f"«{name}» đã là tên của cột {seen[fold(name)]}.")
            if personal_word(name, mapping.personal):
                raise SettingsError(shown, f"columns.{key}", name, f"«{name}» là cột dữ liệu cá nhân, không được đọc.")
