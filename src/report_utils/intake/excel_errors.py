"""Cells that hold an error of Excel (#DIV/0!, #REF! …), which calamine reads as blank."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_PARSER = etree.XMLParser(resolve_entities=False)


def excel_errors(path: Path) -> dict[str, dict[tuple[int, int], str]]:
    """The errors of the workbook at `path` by sheet and (row, column) from 0; none if it cannot be looked into."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {sheet: dict(_errors(archive.read(part))) for sheet, part in _parts_of_sheets(archive)}
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError):
        return {}


def _parts_of_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet and its part of the package; chart sheets too."""
    relations = etree.fromstring(archive.read(_RELATIONS), _PARSER)
    targets = {relation.get("Id"): str(relation.get("Target")) for relation in relations}
    for sheet in _named(etree.fromstring(archive.read(_WORKBOOK), _PARSER), "sheet"):
        identity = next(value for name, value in sheet.attrib.items() if etree.QName(name).localname == "id")
        yield str(sheet.get("name")), posixpath.normpath(posixpath.join("xl", targets[identity])).lstrip("/")


def _errors(part: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' not in part:
        return
    for cell in _named(etree.fromstring(part, _PARSER), "c"):
        text = "".join(value.text or "" for value in _named(cell, "v"))
        if cell.get("t") == "e" and cell.get("r") and text:
            row, column = coordinate_to_tuple(str(cell.get("r")))
            yield (row - 1, column - 1), text


def _named(root: Any, name: str) -> Iterator[Any]:
    """The elements of that name in whichever edition of the namespace."""
    return root.iter(f"{{*}}{name}")  # type: ignore[no-any-return]
