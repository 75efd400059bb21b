"""What a workbook carries besides its cells: authors, paths, comments, names, texts in drawings, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from report_utils.intake.preflight.container import Entry, open_package
from report_utils.intake.preflight.documents import document
from report_utils.intake.preflight.files import read_regular
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.refusal import FaultError, RefusedFileError

_PROPERTIES = {
    "creator": "Tác giả", "lastModifiedBy": "Người sửa cuối", "Company": "Cơ quan", "Manager": "Người quản lý",
    "HyperlinkBase": "Đường dẫn gốc", "description": "Ghi chú của tệp", "keywords": "Từ khóa", "subject": "Chủ đề",
    "title": "Tiêu đề tệp", "category": "Phân loại",
}
_AUTHORS = frozenset(("creator", "lastModifiedBy", "Manager"))
_COMMENTS = re.compile(r"xl/(?:comments\d*|threadedcomments/[^/]+|comments/[^/]+)\.xml")
_PERSONS = re.compile(r"xl/persons/[^/]+\.xml")
_DRAWINGS = re.compile(r"xl/drawings/[^/]+\.xml")
_PICTURES = re.compile(r"xl/media/.+\.(?:jpe?g|png|gif|bmp|tiff?)")
_CACHES = re.compile(r"xl/pivotcache/[^/]+\.xml")
_LINKS = re.compile(r"xl/(?:externallinks/_rels/[^/]+\.rels|connections\.xml)")
_MACHINE_PATH = re.compile(r"(?:[A-Za-z]:|\\\\)[\\/][^\"'<>|\n]+|file:/+[^\"'<> \n]+|/(?:home|Users)/[^\"'<> \n]+")
_TOOLS = frozenset(("openpyxl", "xlsxwriter", "microsoft office user", "microsoft excel", "python-docx", "user",
"admin", ""))


@dataclass(frozen=True)
class Carried:
    """Texts of one kind outside of the cells. `is_author`: they are names by their nature."""

    what: str
    texts: tuple[str, ...]
    is_author: bool = False
    is_picture: bool = False


def carried(path: Path, limits: Limits) -> tuple[Carried, ...]:
    """What the workbook at `path` carries. Raises RefusedFileError."""
    try:
        entries = open_package(read_regular(path, limits), limits)
        return tuple(each for each in _all(entries, limits) if each.texts)
    except FaultError as fault:
        raise RefusedFileError(path.name, fault.code, fault.reason) from fault


def _all(entries: Mapping[str, Entry], limits: Limits) -> Iterator[Carried]:
    for name in ("docprops/core.xml", "docprops/app.xml"):
        for element in _elements(entries, re.compile(re.escape(name)), limits):
            tag = etree.QName(element).localname
            text = (element.text or "").strip()
            if tag in _PROPERTIES and text and text.lower() not in _TOOLS:
                yield Carried(_PROPERTIES[tag], (text,), tag in _AUTHORS)
    yield Carried("Thuộc tính tự đặt", _texts(entries, re.compile(r"docprops/custom\.xml"), limits))
    yield Carried("Chú thích (comment)", _texts(entries, _COMMENTS, limits, skip="author"))
    yield Carried("Tác giả chú thích", _comment_authors(entries, limits), is_author=True)
    yield Carried("Tên vùng (defined name)", _defined_names(entries, limits))
    yield Carried("Văn bản trong hình vẽ", _texts(entries, _DRAWINGS, limits, only="t"))
    yield Carried("Dữ liệu đệm của bảng tổng hợp (pivot)", _attributes(entries, _CACHES, limits, "v"))
    yield Carried("Hình ảnh", tuple(name for name in entries if _PICTURES.fullmatch(name)), is_picture=True)
    yield Carried("Đường dẫn trên máy", _paths(entries, limits))


def _comment_authors(entries: Mapping[str, Entry], limits: Limits) -> tuple[str, ...]:
    named = (*_texts(entries, _COMMENTS, limits, only="author"), *_attributes(entries, _PERSONS, limits, "displayName"))
    return tuple(dict.fromkeys(text for text in named if text.lower() not in _TOOLS))


def _elements(entries: Mapping[str, Entry], pattern: re.Pattern[str], limits: Limits) -> Iterator[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    for name in sorted(entries):
        if pattern.fullmatch(name):
            try:
                root = etree.fromstring(document(entries[name], limits), parser)
            except etree.XMLSyntaxError as error:
                raise FaultError("T04", f"phần «{name}» của gói bị hỏng") from error
            yield from (element for element in root.iter() if isinstance(element.tag, str))


def _texts(entries: Mapping[str, Entry], pattern: re.Pattern[str], limits: Limits, only: str = "", skip: str = "",
           ) -> tuple[str, ...]:
    found = []
    for element in _elements(entries, pattern, limits):
        tag, text = etree.QName(element).localname, (element.text or "").strip()
        if text and tag != skip and only in ("", tag):
            found.append(text)
    return tuple(found)


def _attributes(entries: Mapping[str, Entry], pattern: re.Pattern[str], limits: Limits, name: str) -> tuple[str, ...]:
    return tuple(value for element in _elements(entries, pattern, limits) if (value := element.get(name)))


def _defined_names(entries: Mapping[str, Entry], limits: Limits) -> tuple[str, ...]:
    return tuple(text for element in _elements(entries, re.compile(r"xl/workbook\.xml"), limits)
                 if etree.QName(element).localname == "definedName"
                 for text in (element.get("name") or "", element.get("comment") or "", element.text or "") if text)


def _paths(entries: Mapping[str, Entry], limits: Limits) -> tuple[str, ...]:
    parts = re.compile(rf"xl/workbook\.xml|{_LINKS.pattern}|docprops/(?:app|custom)\.xml")
    values = (value for element in _elements(entries, parts, limits)
              for value in (*map(str, element.attrib.values()), element.text or ""))
    return tuple(dict.fromkeys(found[0] for value in values if (found := _MACHINE_PATH.search(value))))
