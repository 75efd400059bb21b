"""Which agency a person meant who wrote no code of params/: its name in words, or its code with a letter missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report_utils.agency.settings import nearest, read_yaml
from report_utils.errors import SettingsError, UnknownNameError
from report_utils.vietnamese.text import fold, strip_marks

_SHORTEST = 5
"""Letters of a name that are enough to tell it by a part of it."""


def unknown_agency(written: str, params: Path, codes: Sequence[str]) -> UnknownNameError:
    """The refusal of what is none of the codes, folders in `params`; it asks back for the one that may be meant."""
    meant = _named(written, params, codes) or nearest(written, codes)
    return UnknownNameError("cơ quan", written, meant, f"Hiện có: {', '.join(codes) or 'chưa có cơ quan nào'}.")


def _named(written: str, params: Path, codes: Sequence[str]) -> str | None:
    """The only agency of which the name is, or has in it, what was written, marks and letter case apart."""
    key = _key(written)
    fitting = [code for code in codes if key in _key(_name(params / code))] if len(key) >= _SHORTEST else []
    return fitting[0] if len(fitting) == 1 else None


def _name(folder: Path) -> str:
    """The name in the agency's own settings, "" where they cannot be read."""
    try:
        return str(read_yaml(folder / "agency.yaml", folder.name).get("name", ""))
    except (SettingsError, OSError):
        return ""


def _key(text: str) -> str:
    return strip_marks(fold(text))
