"""Packages with wrong parts, XML that is none or a trap, and counts that lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.intake.preflight import RefusedFileError

FAULTS: list[Any] = []
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>"


def gives(*codes: str) -> Callable[[Callable[[Any], bytes]], Callable[[Any], bytes]]:
    """Enter a builder with the codes that its file must give."""
    def enter(build: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
        FAULTS.append(pytest.param(build, list(codes), id=build.__name__))
        return build

    return enter


@gives("T09")
def no_workbook_part(forge: Any) -> bytes:
    return forge.package(workbook=None)


@gives("T09")
def no_content_types(forge: Any) -> bytes:
    return forge.package(types=None)


@gives("T09")
def no_relations(forge: Any) -> bytes:
    return forge.package(relations=None)


@gives("T09")
def no_sheet_part(forge: Any) -> bytes:
    return forge.package(sheet=None)


@gives("T09")
def no_shared_strings_part(forge: Any) -> bytes:
    return forge.package(strings=None)


@gives("T09")
def no_sheets(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook(""))


@gives("T09")
def two_sheets_of_one_name(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook('<sheet name="A" sheetId="1" r:id="r1"/>' * 2))


@gives("T09")
def two_sheets_with_one_part(forge: Any) -> bytes:
    sheets = '<sheet name="A" sheetId="1" r:id="r1"/><sheet name="B" sheetId="2" r:id="r1"/>'
    return forge.package(workbook=forge.workbook(sheets))


@gives("T09")
def sheet_without_relation(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook('<sheet name="A" sheetId="1" r:id="r99"/>'))


@gives("T09")
def sheet_of_an_unknown_kind(forge: Any) -> bytes:
    return forge.package(relations=forge.relations().replace("/worksheet\"", "/worksheeet\""))


@gives("T09")
def styles_that_nothing_names(forge: Any) -> bytes:
    return forge.package(relations=forge.relations().replace("/styles\"", "/stiles\""))


@gives("T09")
def strings_under_another_name(forge: Any) -> bytes:
    parts = forge.parts(relations=forge.relations().replace("sharedStrings.xml", "texts.xml"))
    return forge.zipped({**parts, "xl/texts.xml": forge.strings()})


@gives("T09")
def one_relation_twice(forge: Any) -> bytes:
    return forge.package(relations=forge.relations('<Relationship Id="r1" Type="x/worksheet" Target="styles.xml"/>'))


@gives("T09")
def workbook_part_of_another_kind(forge: Any) -> bytes:
    return forge.package(workbook="<styleSheet/>")


@gives("T09")
def sheet_part_of_another_kind(forge: Any) -> bytes:
    return forge.package(sheet="<styleSheet><sheetData/></styleSheet>")


@gives("T09")
def strings_part_of_another_kind(forge: Any) -> bytes:
    return forge.package(strings="<styleSheet/>")


@gives("T15")
def macros(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


@gives("T15")
def macros_of_excel_4(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/macrosheets/sheet1.xml": "<macrosheet/>"})


@gives("T16")
def external_links(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/externalLinks/externalLink1.xml": "<externalLink/>"})


@gives("T16")
def data_connections(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/connections.xml": "<connections/>"})


@gives("T10")
def doctype_in_the_workbook(forge: Any) -> bytes:
    return forge.package(workbook="<!DOCTYPE workbook><workbook/>")


@gives("T10")
def a_billion_laughs_in_the_strings(forge: Any) -> bytes:
    return forge.package(strings=f"{LAUGHS}<sst><si><t>&j;</t></si></sst>")


@gives("T10")
def a_billion_laughs_in_the_sheet(forge: Any) -> bytes:
    return forge.package(sheet=f"{LAUGHS}<worksheet><sheetData/></worksheet>")


@gives("T10")
def a_billion_laughs_in_the_styles(forge: Any) -> bytes:
    return forge.package(styles=f"{LAUGHS}<styleSheet/>")


@gives("T10")
def external_entity(forge: Any) -> bytes:
    secret = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return forge.package(strings=f"{secret}<sst><si><t>&e;</t></si></sst>")


@gives("T10")
def unknown_entity_in_a_name(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook('<sheet name="&e;" sheetId="1" r:id="r1"/>'))


@gives("T10")
def impossible_character_in_a_name(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook('<sheet name="&#x110000;" sheetId="1" r:id="r1"/>'))


@gives("T10")
def deep_xml_before_the_rows(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet(before="<a>" * 50_000 + "</a>" * 50_000))


@gives("T10")
def deep_xml_in_a_row(forge: Any) -> bytes:
    return forge.with_rows('<row r="3">' + "<a>" * 50_000 + "</a>" * 50_000 + "</row>")


@gives("T10")
def deep_xml_in_a_cell(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3">' + "<v>" * 50_000 + "1" + "</v>" * 50_000 + "</c></row>")


@gives("T10")
def deep_xml_in_the_strings(forge: Any) -> bytes:
    return forge.package(strings=forge.strings(entries="<si>" + "<r>" * 50_000 + "</r>" * 50_000 + "</si>"))


@gives("T10")
def deep_xml_in_the_styles(forge: Any) -> bytes:
    return forge.package(styles="<styleSheet>" + "<a>" * 1000 + "</a>" * 1000 + "</styleSheet>")


@gives("T10")
def sheet_in_utf_16(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet().encode("utf-16"))


@gives("T10")
def sheet_in_another_encoding(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet().replace("UTF-8", "UTF-7"))


@gives("T10")
def name_that_is_no_utf_8(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook().encode().replace("ể".encode(), b"\xff"))


@gives("T10")
def character_data_section(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3" t="inlineStr"><is><t><![CDATA[x]]></t></is></c></row>')


@gives("T10")
def processing_instruction(forge: Any) -> bytes:
    return forge.with_rows('<?x <c r="A9"><v>1</v></c>?>')


@gives()
def comments(forge: Any) -> bytes:
    return forge.with_rows('<!-- <row r="1"> --><row r="3"><c r="A3"><v>1</v></c></row>')


@gives("T04")
def sheet_cut_off(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet()[:-40])


@gives("T04")
def sheet_cut_off_after_the_rows(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet()[:-4])


@gives("T04")
def sheet_without_data(forge: Any) -> bytes:
    return forge.package(sheet="<worksheet/>")


@gives("T04")
def row_not_closed(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3"><v>1</v></c>')


@gives("T04")
def tags_crossed(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3"><v>1</c></v></row>')


@gives("T04")
def strings_cut_off(forge: Any) -> bytes:
    return forge.package(strings=forge.strings()[:-20])


@gives("T11")
def forged_count_of_strings(forge: Any) -> bytes:
    return forge.package(strings=forge.strings('count="2" uniqueCount="4294967295"'))


@gives("T11")
def count_of_strings_beyond_all_numbers(forge: Any) -> bytes:
    return forge.package(strings=forge.strings(f'uniqueCount="{"9" * 400}"'))


@gives("T11")
def negative_count_of_strings(forge: Any) -> bytes:
    return forge.package(strings=forge.strings('uniqueCount="-1"'))


@gives()
def count_of_strings_a_little_wrong(forge: Any) -> bytes:
    return forge.package(strings=forge.strings('count="9" uniqueCount="3"'))


@gives("T17")
def huge_shared_string(forge: Any) -> bytes:
    return forge.package(strings=forge.strings(entries=f"<si><t>{'ă' * 400_000}</t></si><si><t/></si>"))


@gives("T17")
def huge_inline_string(forge: Any) -> bytes:
    return forge.with_rows(f'<row r="3"><c r="A3" t="inlineStr"><is><t>{"x" * 400_000}</t></is></c></row>')


@gives()
def longest_string_that_excel_allows(forge: Any) -> bytes:
    return forge.with_rows(f'<row r="3"><c r="A3" t="inlineStr"><is><t>{"&#7879;" * 32_767}</t></is></c></row>')


@pytest.mark.parametrize(("build", "codes"), FAULTS)
def test_a_file_gives_these_codes(build: Any, codes: list[str], forge: Any, verdict: Any) -> None:
    assert [found.code for found in verdict(build(forge))] == codes


def test_comments_do_not_change_what_is_read(forge: Any, facts_of: Any, cells_of: Any) -> None:
    assert cells_of(facts_of(comments(forge)).clean)["Biểu 1"][2] == [1, ""]


def test_a_comment_inside_a_value_does_not_cut_it(forge: Any, facts_of: Any, cells_of: Any) -> None:
    data = forge.with_rows('<row r="3"><c r="A3"><v>13<!-- -->000</v></c></row>')
    assert cells_of(facts_of(data).clean)["Biểu 1"][2] == [13000, ""]


@pytest.mark.parametrize("index", ["-1", "abc", "1.0", " 1", "\n1\n"])
def test_a_string_that_is_not_numbered_is_refused_at_its_cell(forge: Any, facts_of: Any, index: str) -> None:
    data = forge.with_rows(f'<row r="3"><c r="A3" t="s"><v>{index}</v></c></row>')
    with pytest.raises(RefusedFileError) as caught:
        facts_of(data)
    assert (caught.value.refusal.code, caught.value.refusal.cell) == ("T12", "A3")


def test_only_parts_that_were_looked_at_are_handed_on(forge: Any, facts_of: Any) -> None:
    clean = facts_of(macros(forge)).clean
    assert b"vbaProject" not in clean
    assert b"sheet1.xml" in clean
