"""The parts of a Word file, whoever made it; what is no Word file is said in one sentence."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from report_utils.document.wordml import R_NAMESPACE, W_NAMESPACE, Element, qualified
from report_utils.errors import BaocaoError
from report_utils.intake.preflight.container import Entry, open_package, read_part
from report_utils.intake.preflight.files import read_regular
from report_utils.intake.preflight.limits import DEFAULT_LIMITS
from report_utils.intake.preflight.markup import plain_xml
from report_utils.intake.preflight.refusal import FaultError

MAIN = "word/document.xml"
_WITH_RUNS = re.compile(r"word/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NAMESPACE.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NAMESPACE.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "là tệp Word kiểu cũ (.doc) hoặc tệp đặt mật khẩu; hãy mở bằng Word và lưu lại thành .docx"),
    (b"{\\rtf", "là tệp RTF; hãy mở bằng Word và lưu lại thành .docx"),
    (b"%PDF", "là tệp PDF, không phải tệp Word"),
)
_MOST = DEFAULT_LIMITS.part_bytes // 4


class NoWordFileError(BaocaoError):
    """A file cannot be read as a Word file; `path` is the file, `reason` why."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"Không đọc được «{path}»: {reason}.")


@dataclass(frozen=True)
class WordPackage:
    """A Word file: its parts by name as bytes, the XML of those that are asked for."""

    path: str
    parts: Mapping[str, Entry]
    _trees: dict[str, Element] = field(default_factory=dict, repr=False)
    _changed: set[str] = field(default_factory=set, repr=False)

    def tree(self, name: str) -> Element | None:
        """The root of a part, None when there is none. Raises NoWordFileError."""
        if name not in self._trees:
            entry = self.parts.get(name.lower())
            if entry is None:
                return None
            self._trees[name] = self._parsed(name, entry)
        return self._trees[name]

    def raw(self, name: str) -> bytes:
        """A part as it is. Raises NoWordFileError."""
        try:
            return read_part(self.parts[name.lower()], _MOST)
        except FaultError as fault:
            raise NoWordFileError(self.path, f"phần «{name}» bị hỏng ({fault.reason})") from fault

    def keep(self, name: str) -> None:
        """Remember that the tree of a part was changed."""
        self._changed.add(name.lower())

    def changed(self, name: str) -> Element | None:
        """The tree of a part that was changed; None for one that was not."""
        return next((tree for part, tree in self._trees.items() if part.lower() == name), None
                    ) if name in self._changed else None

    def word_parts(self) -> list[str]:
        """The parts that hold runs: the text, headers, footers, notes, styles."""
        return [entry.name for entry in self.parts.values() if _WITH_RUNS.fullmatch(entry.name)]

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id -> last word of its type, name of the target."""
        folder, file = posixpath.split(name)
        root = self.tree(f"{folder}/_rels/{file}.rels")
        found = root.iter(_RELATIONS) if root is not None else ()
        return {str(r.get("Id")): (str(r.get("Type", "")).rpartition("/")[2], _target(folder, str(r.get("Target", ""))))
                for r in found if r.get("TargetMode") != "External"}

    def _parsed(self, name: str, entry: Entry) -> Element:
        try:
            data = plain_xml(read_part(entry, _MOST))
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        except FaultError as fault:
            raise NoWordFileError(self.path, f"phần «{name}» bị hỏng ({fault.reason})") from fault
        except etree.XMLSyntaxError as error:
            raise NoWordFileError(self.path, f"phần «{name}» không phải là XML đúng") from error


def open_word(path: Path, shown: str = "") -> WordPackage:
    """The Word file at `path`, called `shown` in messages. Raises NoWordFileError."""
    name = shown or path.name
    try:
        data = read_regular(path, DEFAULT_LIMITS)
    except FaultError as fault:
        missing = "không có tệp này" if not path.exists() else fault.reason
        raise NoWordFileError(name, missing) from fault
    return word_package(data, name)


def word_package(data: bytes, name: str) -> WordPackage:
    """The Word file in `data`. Raises NoWordFileError."""
    for start, reason in _OTHERS:
        if data.startswith(start):
            raise NoWordFileError(name, reason)
    try:
        package = WordPackage(name, open_package(data, DEFAULT_LIMITS))
    except FaultError as fault:
        reason = fault.reason if data.startswith(b"PK") else "không phải tệp Word (.docx)"
        raise NoWordFileError(name, reason) from fault
    root = package.tree(MAIN)
    if root is None or root.find(qualified("body")) is None:
        raise NoWordFileError(name, "không phải tệp Word (.docx): không có nội dung văn bản")
    return package


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
