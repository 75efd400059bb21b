"""The styles part says what the decree says."""

from typing import Any

import pytest
from lxml import etree

from report_utils.document.layout import LayoutProfile
from report_utils.document.looks import Style, looks
from report_utils.document.styles import styles

# Style: size in points, bold, italic, alignment. NĐ 30/2020, Appendix I, sizes of the decree's samples.
DECREE = {
    "NationalName": (12, True, False, "center"),
    "Motto": (13, True, False, "center"),
    "Superior": (12, False, False, "center"),
    "Agency": (12, True, False, "center"),
    "NumberLine": (13, False, False, "center"),
    "LetterSubject": (12, False, False, "center"),
    "PlaceDate": (13, False, True, "center"),
    "DocumentKind": (14, True, False, "center"),
    "Subject": (14, True, False, "center"),
    "LegalBasis": (14, False, True, "both"),
    "ReportBody": (14, False, False, "both"),
    "Heading1": (14, True, False, "both"),
    "Heading4": (14, True, False, "both"),
    "RecipientsLabel": (12, True, True, "left"),
    "Recipient": (11, False, False, "left"),
    "SignerCapacity": (14, True, False, "center"),
    "SignerName": (14, True, False, "center"),
    "AppendixLabel": (14, True, False, "center"),
    "AppendixTitle": (14, True, False, "center"),
    "AppendixReference": (14, False, True, "center"),
    "PageNumberLine": (14, False, False, "center"),
}


@pytest.mark.parametrize("identity", DECREE)
def test_an_element_has_the_size_weight_and_place_of_the_decree(written: Any, identity: str) -> None:
    style = written.style(identity)
    bold, italic = (style.find(f"w:rPr/w:{tag}", style.nsmap) is not None for tag in "bi")
    found = (int(written.value(style, "w:rPr/w:sz")) / 2, bold, italic, written.value(style, "w:pPr/w:jc"))
    assert found == DECREE[identity]


def test_the_larger_scheme_enlarges_the_letterhead() -> None:
    look = looks(LayoutProfile(scheme="13/14"))
    assert [look[style].size for style in (Style.NATIONAL_NAME, Style.MOTTO, Style.PLACE_DATE)] == [13, 14, 14]
    assert look[Style.LETTER_SUBJECT].size == 13


def test_all_four_font_slots_are_times_new_roman_and_no_theme_is_named(written: Any) -> None:
    [fonts] = written.find("//w:rFonts", "word/styles.xml")
    assert len(fonts.attrib) == 4
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert not any("theme" in name for name in written.parts)


def test_text_is_black_and_vietnamese_by_default(written: Any) -> None:
    [defaults] = written.find("//w:docDefaults", "word/styles.xml")
    assert written.value(defaults, ".//w:color") == "000000"
    assert {written.value(defaults, ".//w:lang", slot) for slot in ("val", "eastAsia", "bidi")} == {"vi-VN"}


@pytest.mark.parametrize(("indent", "expected"), [(10, "567"), (12.7, "720")])
def test_the_first_line_of_the_body_is_indented(indent: float, expected: str) -> None:
    root = styles(LayoutProfile(first_line_mm=indent, space_before_pt=8, line_spacing=1.5))
    [properties] = root.xpath(f"w:style[@w:styleId='{Style.BODY}']/w:pPr", namespaces=root.nsmap)
    assert properties.xpath("w:ind/@w:firstLine", namespaces=root.nsmap) == [expected]
    assert list(properties.find("{*}spacing").attrib.values()) == ["160", "0", "360", "auto"]


def test_word_lists_the_headings_in_its_navigation_pane(written: Any) -> None:
    names = [written.value(written.style(f"Heading{level}"), "w:name") for level in range(1, 5)]
    outlines = [written.value(written.style(f"Heading{level}"), "w:pPr/w:outlineLvl") for level in range(1, 5)]
    assert names == ["heading 1", "heading 2", "heading 3", "heading 4"]
    assert outlines == ["0", "1", "2", "3"]


def test_ids_are_ascii_and_names_are_unique(written: Any) -> None:
    ids = written.find("//w:style/@w:styleId", "word/styles.xml")
    names = written.find("//w:style/w:name/@w:val", "word/styles.xml")
    assert all(identity.isascii() for identity in ids)
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_every_style_that_the_text_uses_exists(written: Any) -> None:
    defined = set(written.find("//w:style/@w:styleId", "word/styles.xml"))
    for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml"):
        assert set(written.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part)) <= defined


PARAGRAPH_ORDER = ["pStyle", "keepNext", "widowControl", "pBdr", "spacing", "ind", "jc", "outlineLvl", "sectPr"]
RUN_ORDER = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "highlight", "u", "vertAlign", "lang"]
SECTION_ORDER = ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"]
CELL_ORDER = ["tcW", "gridSpan", "vMerge", "vAlign"]
TABLE_ORDER = ["tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
               "tblDescription"]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "order"),
    [("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER), ("sectPr", SECTION_ORDER), ("tcPr", CELL_ORDER),
     ("tblPr", TABLE_ORDER)],
)  # fmt: skip
def test_properties_stand_in_the_order_of_the_schema(written: Any, tag: str, order: list[str]) -> None:
    for part in ("word/document.xml", "word/styles.xml", "word/footnotes.xml"):
        for properties in written.find(f"//w:{tag}", part):
            names = [etree.QName(child).localname for child in properties]
            assert names == sorted(names, key=order.index)
            assert len(set(names) - {"headerReference"}) == len([n for n in names if n != "headerReference"])
