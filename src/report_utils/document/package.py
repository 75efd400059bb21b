"""The parts of a docx besides its text: content types, relations, settings, fonts, properties.

Everything is written here in readable XML; no file made by Word is carried along, so none brings its paper size,
its theme fonts or its author.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from report_utils.document.footnotes import SEPARATORS
from report_utils.document.layout import FONT
from report_utils.document.sections import FOOTER, HEADER_EMPTY, HEADER_NUMBERED
from report_utils.document.styles import LANGUAGE
from report_utils.document.wordml import W_NAMESPACE, clean
from report_utils.opc import instant

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = {
    "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
    "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "/word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
    "/word/footnotes.xml": f"{_WORD_TYPE}.footnotes+xml",
    "/word/header1.xml": f"{_WORD_TYPE}.header+xml",
    "/word/header2.xml": f"{_WORD_TYPE}.header+xml",
    "/word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_PACKAGE_RELATIONS = (
    ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    ("rId4", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
)
_DOCUMENT_RELATIONS = (
    ("rIdStyles", f"{_OFFICE}/relationships/styles", "styles.xml"),
    ("rIdSettings", f"{_OFFICE}/relationships/settings", "settings.xml"),
    ("rIdFonts", f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
    ("rIdFootnotes", f"{_OFFICE}/relationships/footnotes", "footnotes.xml"),
    (HEADER_EMPTY, f"{_OFFICE}/relationships/header", "header1.xml"),
    (HEADER_NUMBERED, f"{_OFFICE}/relationships/header", "header2.xml"),
    (FOOTER, f"{_OFFICE}/relationships/footer", "footer1.xml"),
)
# The names a caller may give to Document.properties that every reader of Office files shows; other names are written
# as custom properties.
_CORE = {
    "title": "dc:title",
    "subject": "dc:subject",
    "creator": "dc:creator",
    "keywords": "cp:keywords",
    "description": "dc:description",
    "category": "cp:category",
}
_STRING_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

# Compatibility mode 15 is Word 2013 and later; an older mode would place tables and line breaks otherwise.
_SETTINGS = f"""<w:settings xmlns:w="{W_NAMESPACE}">
<w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:footnotePr>{"".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS)}</w:footnotePr>
<w:compat>
<w:doNotExpandShiftReturn/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat>
<w:themeFontLang w:val="{LANGUAGE}"/>
<w:decimalSymbol w:val=","/>
<w:listSeparator w:val=";"/>
</w:settings>"""

_FONT_TABLE = f"""<w:fonts xmlns:w="{W_NAMESPACE}">
<w:font w:name="{FONT}">
<w:panose1 w:val="02020603050405020304"/>
<w:charset w:val="00"/>
<w:family w:val="roman"/>
<w:pitch w:val="variable"/>
</w:font>
</w:fonts>"""

_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>report-utils</Application></Properties>'


def base_parts(properties: Mapping[str, str], stamp: date, pictures: Mapping[str, str]) -> dict[str, bytes]:
    """Return every part that does not hold text of the report, by its name in the package.

    `properties` are those of `Document.properties`; `stamp` is the day that stands as created and modified; `pictures`
    are the PNG files of the package by the id of their relation.
    """
    related = ((name, f"{_OFFICE}/relationships/image", part) for name, part in pictures.items())
    core = {name: text for name, text in properties.items() if name in _CORE}
    custom = {name: text for name, text in properties.items() if name not in _CORE}
    texts = {
        "[Content_Types].xml": _content_types(with_pictures=bool(pictures)),
        "_rels/.rels": _relations(_PACKAGE_RELATIONS),
        "word/_rels/document.xml.rels": _relations((*_DOCUMENT_RELATIONS, *related)),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONT_TABLE,
        "docProps/app.xml": _APP,
        "docProps/core.xml": _core_properties(core, stamp),
        "docProps/custom.xml": _custom_properties(custom),
    }
    return {name: (_DECLARATION + text).encode() for name, text in texts.items()}


def _content_types(*, with_pictures: bool) -> str:
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in _CONTENT_TYPES.items())
    png = '<Default Extension="png" ContentType="image/png"/>' if with_pictures else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{overrides}</Types>'
    )


def _relations(relations: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{part}"/>' for name, kind, part in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core_properties(properties: Mapping[str, str], stamp: date) -> str:
    inner = "".join(f"<{tag}>{escape(clean(properties[name]))}</{tag}>" for name, tag in _CORE.items()
                    if name in properties)  # fmt: skip
    instants = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{instant(stamp)}</dcterms:{name}>'
                       for name in ("created", "modified"))  # fmt: skip
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inner}<dc:language>{LANGUAGE}</dc:language>{instants}</cp:coreProperties>"
    )


def _custom_properties(properties: Mapping[str, str]) -> str:
    """Property ids begin at 2: Office keeps 0 and 1 for itself."""
    inner = "".join(
        f'<property fmtid="{_STRING_PROPERTIES}" pid="{number}" name={quoteattr(clean(name))}>'
        f"<vt:lpwstr>{escape(clean(properties[name]))}</vt:lpwstr></property>"
        for number, name in enumerate(sorted(properties), start=2)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{inner}</Properties>'
    )
