"""How runs and paragraphs look in the end, through every level of formatting."""

from __future__ import annotations

import pytest

from report_utils.lint.looks import CharacterLook
from report_utils.lint.model import Para
from report_utils.lint.package import NoWordFileError, word_package
from report_utils.lint.reader import read_document
from report_utils.opc import pack, unpack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
KINDS = ("styles", "numbering", "theme")


def word(body: str, **parts: str) -> bytes:
    """A Word file of this body; `parts` are styles, numbering, theme."""
    relations = "".join(f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    root = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "word/document.xml": f"<w:document {root}><w:body>{body}{SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{kind}.xml": text.replace("ROOT", root) for kind, text in parts.items()},
    }
    return pack({name: text.encode() for name, text in files.items()})


def paragraphs(body: str, **parts: str) -> tuple[Para, ...]:
    return read_document(word_package(word(body, **parts), "a.docx")).paragraphs


def look(body: str, **parts: str) -> CharacterLook:
    return next(paragraphs(body, **parts)[0].pieces).look


def styles(*inner: str, defaults: str = "") -> str:
    return (f"<w:styles ROOT><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
            f"{''.join(inner)}</w:styles>")


def style(key: str, run: str = "", kind: str = "paragraph", base: str = "", paragraph: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{based}<w:pPr>{paragraph}</w:pPr>'
            f"<w:rPr>{run}</w:rPr></w:style>")


TEXT = "<w:t>chữ</w:t>"


def p(style_id: str = "", run: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{TEXT}</w:r></w:p>"


def test_what_nothing_says_comes_from_the_defaults() -> None:
    found = look(p(), styles=styles(defaults='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>'))
    assert (found.ascii, found.hansi, found.size) == ("Arial", "Arial", 11)


def test_a_style_inherits_what_it_does_not_say() -> None:
    sheet = styles(style("A", '<w:sz w:val="26"/><w:i/>'), style("B", '<w:sz w:val="28"/>', base="A"))
    found = look(p("B"), styles=sheet)
    assert (found.size, found.italic) == (14, True)


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    assert look(p("A"), styles=styles(style("A", base="B"), style("B", base="A"))).size == 10


def test_bold_in_a_paragraph_style_and_in_a_character_style_turns_over() -> None:
    sheet = styles(style("A", "<w:b/>"), style("C", "<w:b/>", kind="character"))
    assert not look(p("A", '<w:rStyle w:val="C"/>'), styles=sheet).bold
    assert look(p("A"), styles=sheet).bold
    assert look(p("A", '<w:rStyle w:val="C"/><w:b/>'), styles=sheet).bold


def test_direct_formatting_counts_last() -> None:
    found = look(p("A", '<w:b w:val="0"/><w:sz w:val="24"/>'), styles=styles(style("A", '<w:b/><w:sz w:val="28"/>')))
    assert (found.bold, found.size) == (False, 12)


def test_a_font_of_the_theme_stands_for_its_name() -> None:
    theme = ('<a:theme ROOT><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/>'
             '<a:ea typeface="MS Mincho"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>')
    defaults = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    found = look(p(), styles=styles(defaults=defaults), theme=theme)
    assert (found.ascii, found.hansi, found.east_asian) == ("Calibri", "Calibri", "MS Mincho")


@pytest.mark.parametrize(("properties", "expected"), [
    ('<w:ind w:firstLine="720"/>', (0, 36)), ('<w:ind w:left="720" w:hanging="360"/>', (36, -18)),
    ('<w:ind w:start="567"/>', (28.35, 0)), ('<w:ind w:firstLineChars="200"/>', (0, 20)),
])
def test_indents_are_in_points(properties: str, expected: tuple[float, float]) -> None:
    found = paragraphs(p(properties=properties))[0].look
    assert (found.left, found.first_line) == pytest.approx(expected)


def test_lines_are_counted_or_measured() -> None:
    auto, exact = paragraphs(p(properties='<w:spacing w:line="276"/>')
                             + p(properties='<w:spacing w:line="300" w:lineRule="exact" w:before="120"/>'))
    assert (auto.look.line, auto.look.rule) == (1.15, "auto")
    assert (exact.look.line, exact.look.rule, exact.look.before) == (15, "exact", 6)


NUMBERS = """<w:numbering ROOT><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


def listed(level: int) -> str:
    return p(properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


def test_numbers_that_word_writes_are_counted_level_by_level() -> None:
    found = paragraphs("".join(map(listed, (0, 1, 1, 2, 2, 1, 0, 1))), numbering=NUMBERS)
    assert [each.label for each in found] == ["I.", "1.", "2.", "a)", "b)", "3.", "II.", "1."]


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    body = f"<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r>{TEXT}</w:r></w:ins></w:p>"
    assert paragraphs(body)[0].text == "chữ"


def test_words_of_content_controls_and_text_boxes_are_read() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p()}</w:txbxContent></w:pict></w:r></w:p>"
    control = f"<w:sdt><w:sdtContent>{p()}</w:sdtContent></w:sdt>"
    assert [each.text for each in paragraphs(box + control)] == ["", "chữ", "chữ"]


def test_the_strict_form_of_the_format_is_read_alike() -> None:
    data = word(p(run='<w:sz w:val="26"/>'))
    strict = {name: part.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
              for name, part in unpack(data).items()}
    assert next(read_document(word_package(pack(strict), "a.docx")).paragraphs[0].pieces).look.size == 13


@pytest.mark.parametrize(("data", "words"), [
    (b"", "không phải tệp Word"), (b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0abc", "mật khẩu"), (b"{\\rtf1", "RTF"),
    (b"PK\x03\x04abc", "cắt cụt"), (pack({"[Content_Types].xml": b"<a/>"}), "không có nội dung"),
    (pack({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<w:document"}), "không phải là XML"),
    (pack({"[Content_Types].xml": b"<a/>", "word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "hỏng"),
], ids=["empty", "pdf", "doc", "rtf", "cut", "no text", "bad XML", "entity"])
def test_what_is_no_word_file_is_said_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NoWordFileError) as caught:
        read_document(word_package(data, "tệp.docx"))
    assert caught.value.message.startswith("Không đọc được «tệp.docx»: ")
    assert words in caught.value.message
