"""The parts of the Word files against golden ones: a change of any of them is seen, and read before it is meant.

golden/ holds a folder for each kind of document. Of the report, whose text is long, the body stands there as one line a
paragraph (style and beginning; report.golden.txt has every word). A change that is meant: UPDATE_GOLDEN=1 pytest
tests/document, then read the diff of the golden files.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.document.conftest import W, WordFile

from report_utils.document.blocks import Block, Document
from report_utils.opc import unpack

GOLDEN = Path(__file__).with_name("golden")
KINDS = ("report", "letter", "blocks")
BODY = "word/document.xml"
SHARED = ("word/styles.xml", "word/settings.xml", "word/header1.xml", "word/header2.xml", "word/fontTable.xml")
"""Parts that are the same in every kind of document, and stand once in golden/."""

_LENGTH = 60
_SHOWN = {f"{W}tbl": "table", f"{W}tr": "row", f"{W}sectPr": "section"}
Compare = Callable[[Path, str], None]


def pretty(part: bytes) -> str:
    """A part with an element a line."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    return str(etree.tostring(root, pretty_print=True, encoding="unicode"))


def digest(root: Any) -> Iterator[str]:
    """Style and beginning of each paragraph; tables, rows (header rows with "*") and sections between them."""
    for element in root.iter(f"{W}p", *_SHOWN):
        if element.tag == f"{W}p":
            text = WordFile.text(element).replace("\n", "⏎").replace("\t", "⇥")
            shown = text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…"
            yield f"{WordFile.value(element, 'w:pPr/w:pStyle')} | {shown}".rstrip()
        elif element.tag == f"{W}sectPr":
            size = element.find(f"{W}pgSz")
            yield f"-- section {size.get(W + 'w')} x {size.get(W + 'h')}"
        else:
            repeated = element.find(f"{W}trPr/{W}tblHeader") is not None
            yield f"-- {_SHOWN[element.tag]}{'*' * repeated}"


def xml_parts(data: bytes) -> dict[str, bytes]:
    return {name: part for name, part in unpack(data).items() if name.startswith("word/") and name.endswith(".xml")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_parts_of(kind: str, kinds: dict[str, bytes], same_as_golden: Compare) -> None:
    for name, part in xml_parts(kinds[kind]).items():
        if kind == "report" and name == BODY:
            text = "".join(f"{line}\n" for line in digest(etree.fromstring(part)))
            same_as_golden(GOLDEN / kind / "document.txt", text)
        else:
            folder = GOLDEN if name in SHARED else GOLDEN / kind
            same_as_golden(folder / Path(name).name, pretty(part))


def test_no_golden_part_is_left_of_documents_that_no_longer_have_it(kinds: dict[str, bytes]) -> None:
    parts = {(kind, Path(name).stem) for kind in KINDS for name in xml_parts(kinds[kind]) if name not in SHARED}
    assert {(path.parent.name, path.stem) for path in GOLDEN.glob("*/*")} == parts


def test_every_block_has_its_golden_file(every_block: Document) -> None:
    assert {type(block) for block in every_block.body} == set(typing.get_args(Block))


def test_a_difference_is_shown_line_by_line(
    tmp_path: Path, same_as_golden: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    path = tmp_path / "x.xml"
    path.write_text("<a/>\n<b/>\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"(?s)--- golden x\.xml.*-<b/>.*\+<c/>"):
        same_as_golden(path, "<a/>\n<c/>\n")
