"""Which unit a person meant who wrote no code of units.csv."""

from __future__ import annotations

from report_utils.agency.settings import nearest
from report_utils.agency.units import Unit, Units
from report_utils.vietnamese.text import fold, strip_marks

_SURE = 80
"""How much like a name (of 100) a text must be to be taken for it rather than for a mistyped code."""


def did_you_mean(units: Units, *written: str) -> str:
    """A question that names a unit by code and name (" Có phải «mã – tên»?"), or "" where none is like it.

    `written` are texts that should say the same unit, the weightiest first. A name of units.csv counts before a code,
    in any letter case and without marks, for a short name is like many codes.
    """
    meant = next((unit for find in (_named, _like) for text in written if text and (unit := find(units, text))), None)
    return f" Có phải «{meant.code} – {meant.name}»?" if meant else ""


def _named(units: Units, text: str) -> Unit | None:
    return _by_name(units).get(_key(text))


def _like(units: Units, text: str) -> Unit | None:
    by_name, by_code = _by_name(units), {unit.code: unit for unit in units}
    name, code = nearest(_key(text), by_name, _SURE), nearest(text, by_code)
    if name or not code:
        name = name or nearest(_key(text), by_name)
        return by_name[name] if name else None
    return by_code[code]


def _by_name(units: Units) -> dict[str, Unit]:
    return {_key(name): unit for unit in units for name in unit.names}


def _key(text: str) -> str:
    return strip_marks(fold(text))
