"""Of which report a Word file is: what it says of itself."""

from __future__ import annotations

from report_utils.document.identity import Identity
from report_utils.lint.flat import local
from report_utils.lint.package import WordPackage

_PROPERTIES = "docProps/custom.xml"


def told_identity(package: WordPackage) -> Identity | None:
    """What the properties of the file say; None where they say nothing. Raises NoWordFileError."""
    root = package.tree(_PROPERTIES)
    found = (each for each in (root if root is not None else ()) if local(each) == "property")
    return Identity.told_by({str(each.get("name", "")): "".join(map(str, each.itertext())).strip() for each in found})
