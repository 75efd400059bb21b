"""The small parts of a package as XML."""

from __future__ import annotations

from functools import lru_cache

from report_utils.intake.preflight.container import Entry, read_part
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.markup import elements, plain_xml

_LARGEST_SHARE = 8
_LONGEST_KEPT = 32 * 1024


# Units fill in the same forms, so that the small parts are the same in many files.
@lru_cache(maxsize=256)
def _kept(entry: Entry) -> bytes:
    return plain_xml(read_part(entry, _LONGEST_KEPT))


def document(entry: Entry, limits: Limits) -> bytes:
    """A part as XML without its declaration. Raises FaultError."""
    if entry.size <= _LONGEST_KEPT:
        return _kept(entry)
    return plain_xml(read_part(entry, limits.part_bytes // _LARGEST_SHARE))


@lru_cache(maxsize=256)
def check_well_formed(content: bytes, limits: Limits) -> None:
    """Pass a well-formed document. Raises FaultError."""
    for _ in elements(content, limits.xml_depth):
        pass
