"""Sheets whose cells stand where none should, or far too many of them; and what the facts tell of a sheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from report_utils.intake.preflight.marks import STRUCK
from report_utils.intake.preflight.styles import unit_of
from report_utils.intake.preflight.trimming import is_quiet

FAULTS: list[Any] = []
LAST = 1_048_576


def gives(*codes: str) -> Callable[[Callable[[Any], bytes]], Callable[[Any], bytes]]:
    """Enter a builder with the codes that its file must give."""
    def enter(build: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
        FAULTS.append(pytest.param(build, list(codes), id=build.__name__))
        return build

    return enter


def row(number: object, *cells: str) -> str:
    return f'<row r="{number}">' + "".join(f'<c r="{cell}"><v>1</v></c>' for cell in cells) + "</row>"


@gives("T14")
def stray_cell_in_the_last_corner(forge: Any) -> bytes:
    return forge.with_rows(row(LAST, f"XFD{LAST}"))


@gives("T14")
def stray_cell_far_below(forge: Any) -> bytes:
    return forge.with_rows(row(500_000, "A500000"))


@gives("T14")
def stray_cell_far_to_the_right(forge: Any) -> bytes:
    return forge.with_rows(row(3, "A3", "ZZ3"))


@gives("T14")
def stray_empty_text(forge: Any) -> bytes:
    return forge.with_rows(f'<row r="{LAST}"><c r="A{LAST}" t="inlineStr"><is><t></t></is></c></row>')


@gives("T14")
def stray_error(forge: Any) -> bytes:
    return forge.with_rows(f'<row r="{LAST}"><c r="B{LAST}" t="e"><v>#REF!</v></c></row>')


@gives("T14")
def many_stray_cells(forge: Any) -> bytes:
    return forge.with_rows("".join(row(n, f"XFD{n}") for n in range(3, 500)))


@gives("T12")
def a_cell_with_two_values(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3"><v>7</v><v>8</v></c></row>')


@gives("T12")
def a_value_with_an_element_in_it(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3"><v>7<x/>8</v></c></row>')


@gives("T04")
def a_cell_that_says_its_type_twice(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3" t="n" t="s"><v>1</v></c></row>')


@gives("T04")
def a_sheet_with_two_roots(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet() + "<worksheet/>")


@gives("T09")
def sheets_listed_in_alternatives(forge: Any) -> bytes:
    sheet = '<mc:Choice><sheet name="Biểu 1" sheetId="1" r:id="r1"/></mc:Choice>'
    return forge.package(workbook=forge.workbook(f'<mc:AlternateContent xmlns:mc="m">{sheet}</mc:AlternateContent>'))


@gives()
def another_prefix_of_the_relations(forge: Any) -> bytes:
    return forge.package(workbook=forge.workbook().replace("xmlns:r=", "xmlns:ns1=").replace("r:id", "ns1:id"))


@gives()
def no_rows_at_all(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet("").replace("<sheetData></sheetData>", "<sheetData/>"))


@gives()
def empty_formatted_cell_in_the_last_corner(forge: Any) -> bytes:
    return forge.with_rows(f'<row r="{LAST}"><c r="XFD{LAST}" s="0"/></row>')


@gives()
@cache
def a_million_empty_rows(forge: Any) -> bytes:
    return forge.with_rows("".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(3, LAST + 1)))


@gives()
@cache
def a_million_rows_of_empty_formatted_cells(forge: Any) -> bytes:
    cells = "".join(f'<c r="{letter}%d" s="1"/>' for letter in "ABC")
    return forge.with_rows("".join(f'<row r="{n}">{cells}</row>' % (n, n, n) for n in range(3, LAST + 1)))


@gives("T14")
@cache
def a_million_empty_rows_and_a_stray_cell(forge: Any) -> bytes:
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(3, LAST))
    return forge.with_rows(rows + row(LAST, f"A{LAST}"))


@gives("T13")
def values_all_over_the_sheet(forge: Any) -> bytes:
    return forge.with_rows("".join(row(n, f"A{n}", f"CA{n}", f"EA{n}") for n in range(900, LAST, 900)))


@gives("T18")
def dimension_of_the_whole_sheet(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet(before=f'<dimension ref="A1:XFD{LAST}"/>'))


@gives("T12")
def dimension_that_is_no_area(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet(before='<dimension ref="A1:ZZZZ99999999999"/>'))


@gives("T12")
def dimension_that_is_negative(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet(before='<dimension ref="A-1:B2"/>'))


@gives("T12")
def merged_area_that_is_none(forge: Any) -> bytes:
    return forge.package(sheet=forge.sheet(after='<mergeCells><mergeCell ref="A1:?"/></mergeCells>'))


@gives("T12")
def negative_row(forge: Any) -> bytes:
    return forge.with_rows(row(-1, "A-1"))


@gives("T12")
def row_zero(forge: Any) -> bytes:
    return forge.with_rows(row(0, "A0"))


@gives("T12")
def row_that_is_no_number(forge: Any) -> bytes:
    return forge.with_rows(row("ba", "A3"))


@gives("T12")
def row_below_the_last(forge: Any) -> bytes:
    return forge.with_rows(row(LAST + 1, f"A{LAST + 1}"))


@gives("T12")
def row_of_four_hundred_digits(forge: Any) -> bytes:
    return forge.with_rows(row("9" * 400, "A3"))


@gives("T12")
def negative_cell(forge: Any) -> bytes:
    return forge.with_rows(row(3, "A-3"))


@gives("T12")
def cell_without_letters(forge: Any) -> bytes:
    return forge.with_rows(row(3, "3"))


@gives("T12")
def cell_without_name(forge: Any) -> bytes:
    return forge.with_rows(row(3, ""))


@gives("T12")
def cell_right_of_the_last_column(forge: Any) -> bytes:
    return forge.with_rows(row(3, "XFE3"))


@gives("T12")
def cell_in_small_letters(forge: Any) -> bytes:
    return forge.with_rows(row(3, "a3"))


@gives("T12")
def cell_of_another_row(forge: Any) -> bytes:
    return forge.with_rows(row(3, "A7"))


@gives("T12")
def number_with_a_character_reference(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3"><v>6&#52;561</v></c></row>')


@gives("T12")
def number_in_an_odd_element_with_a_character_reference(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3"><v xml:space="preserve">6&#52;561</v></c></row>')


@gives("T12")
def truth_with_a_character_reference_after_a_formula(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3" t="b"><f>A1&amp;""</f><v>&#49;</v></c></row>')


@gives()
def text_of_a_formula_with_a_reference(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3" t="str"><f>A1&amp;A2</f><v>A &amp; B</v></c></row>')


@gives("T12")
def one_cell_twice(forge: Any) -> bytes:
    return forge.with_rows(row(3, "A3", "A3"))


@gives("T12")
def cells_out_of_order(forge: Any) -> bytes:
    return forge.with_rows(row(3, "C3", "B3"))


@gives("T12")
def one_row_twice(forge: Any) -> bytes:
    return forge.with_rows(row(3, "A3") + row(3, "B3"))


@gives("T12")
def rows_out_of_order(forge: Any) -> bytes:
    return forge.with_rows(row(4, "A4") + row(3, "A3"))


@gives("T04")
def greater_than_in_an_attribute(forge: Any) -> bytes:
    return forge.with_rows('<row r="3"><c r="A3" x="a>b"><v>1</v></c></row>')


@pytest.mark.parametrize(("build", "codes"), FAULTS)
def test_a_file_gives_these_codes(build: Any, codes: list[str], forge: Any, verdict: Any) -> None:
    assert [found.code for found in verdict(build(forge))] == codes


@pytest.mark.parametrize("build", [
    stray_cell_in_the_last_corner, stray_cell_far_below, stray_empty_text, stray_error, many_stray_cells,
    a_million_empty_rows, a_million_rows_of_empty_formatted_cells, a_million_empty_rows_and_a_stray_cell,
])
def test_what_is_near_is_read_all_the_same(build: Any, forge: Any, facts_of: Any, cells_of: Any) -> None:
    assert cells_of(facts_of(build(forge)).clean) == cells_of(forge.package())


def test_the_finding_names_the_stray_cell(forge: Any, verdict: Any) -> None:
    found, = verdict(stray_cell_far_to_the_right(forge))
    assert (found.sheet, found.cell) == ("Biểu 1", "ZZ3")
    assert "ZZ3" in found.message


def test_the_refusal_names_the_repeated_cell(forge: Any, verdict: Any) -> None:
    found, = verdict(forge.with_rows(row(12, "A12", "A12")))
    assert (found.sheet, found.cell) == ("Biểu 1", "A12")


def test_a_column_next_to_the_stray_one_stays(forge: Any, facts_of: Any, cells_of: Any) -> None:
    rows = cells_of(facts_of(forge.with_rows(row(3, "A3", "B3", "ZZ3"))).clean)["Biểu 1"]
    assert rows[2] == [1, 1]


def test_an_empty_cell_before_the_stray_one_is_a_cell_of_its_own(forge: Any, facts_of: Any, cells_of: Any) -> None:
    rows = '<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="0"/><c r="ZZ3"><v>2</v></c></row>'
    clean = facts_of(forge.with_rows(rows)).clean
    assert b'<c r="B3" s="0"/></row>' in zipfile.ZipFile(io.BytesIO(clean)).read(forge.sheet_part)
    assert cells_of(clean)["Biểu 1"][2][0] == 1


# What the facts tell


def test_hidden_sheets_are_told_in_the_order_of_the_workbook(forge: Any, facts_of: Any) -> None:
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" state="{name}" r:id="s{n}"/>'
                     for n, name in enumerate(("veryHidden", "visible", "hidden"), 1))
    related = "".join(f'<Relationship Id="s{n}" Type="x/worksheet" Target="/xl/worksheets/s{n}.xml"/>'
                      for n in (1, 2, 3))
    parts = forge.parts(workbook=forge.workbook(sheets), relations=forge.relations(related))
    facts = facts_of(forge.zipped({**parts, **{f"xl/worksheets/s{n}.xml": forge.sheet() for n in (1, 2, 3)}}))
    assert [(sheet.name, sheet.state) for sheet in facts.sheets] == [
        ("veryHidden", "veryHidden"), ("visible", "visible"), ("hidden", "hidden")]


def test_hidden_rows_and_columns_are_told_as_ranges(forge: Any, facts_of: Any) -> None:
    columns = '<cols><col min="2" max="4" hidden="1"/><col min="7" max="7" width="9"/></cols>'
    rows = "".join(f'<row r="{n}" hidden="1"/>' for n in (3, 4, 9)) + '<row r="10" ht="0"/>'
    sheet, = facts_of(forge.package(sheet=forge.sheet(forge.rows + rows, columns))).sheets
    assert sheet.hidden_columns == ((2, 4),)
    assert sheet.hidden_rows == ((3, 4), (9, 10))


def test_error_cells_are_told_with_their_error(forge: Any, facts_of: Any) -> None:
    rows = ('<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3" s="3" t="e"><v>#REF!</v></c></row>'
            '<row r="4"><c t="e" r="B4"><v>#N/A</v></c></row>')
    sheet, = facts_of(forge.with_rows(rows)).sheets
    assert sheet.errors == {"A3": "#DIV/0!", "B3": "#REF!", "B4": "#N/A"}


def test_formulas_without_a_result_are_told(forge: Any, facts_of: Any) -> None:
    rows = ('<row r="3"><c r="A3"><f>1+1</f></c><c r="B3"><f>1+1</f><v></v></c><c r="C3"><f>1+1</f><v>2</v></c>'
            '<c r="D3" t="str"><f>""</f><v></v></c><c r="E3"><f t="shared" si="0"/><v/></c></row>')
    sheet, = facts_of(forge.with_rows(rows)).sheets
    assert sheet.unstored == ("A3", "B3", "E3")


def test_numbers_shown_with_leading_zeros_are_told(forge: Any, facts_of: Any) -> None:
    styles = ('<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="000"/>'
              '<numFmt numFmtId="165" formatCode="0.00"/></numFmts>'
              '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>')
    rows = ('<row r="3"><c r="A3" s="1"><v>7</v></c><c r="B3" s="2"><v>7</v></c>'
            '<c r="C3" s="1" t="s"><v>0</v></c><c r="D3" s="1"/></row>')
    sheet, = facts_of(forge.package(styles=styles, sheet=forge.sheet(forge.rows + rows))).sheets
    assert sheet.padded == {"A3": "000"}


def test_numbers_shown_as_a_percentage_are_told(forge: Any, facts_of: Any) -> None:
    styles = ('<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="0.000%"/>'
              '<numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts><cellXfs>'
              '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/>'
              '</cellXfs></styleSheet>')
    cells = "".join(f'<c r="{letter}3" s="{style}"><v>0.75</v></c>' for style, letter in enumerate("ABCDE"))
    plain = forge.sheet(f'{forge.rows}<row r="3">{cells}</row>')
    for written in (plain, plain.replace("><", ">\n  <"), plain.replace("<v>", '<v xml:space="preserve">')):
        sheet, = facts_of(forge.package(styles=styles, sheet=written)).sheets
        assert sheet.units == dict.fromkeys(("B3", "C3", "D3"), "dấu %")
        assert sheet.padded == {}


@pytest.mark.parametrize(("code", "is_told"), [
    ('#,##0"00"', True), ('"1"000', True), ("0\\0", True), (";;;", True), ('"x"', True), ('[=298]"300";0', True),
    ("0", False), ("#,##0", False), ("General", False), ("@", False), ("dd/mm/yyyy", False), ("[Red]0", False),
    ('0" hồ sơ"', False), ('"Quý "0', False), ("_-* #,##0_-;-* #,##0_-", False), ("0;-0;;@", False),
])
def test_formats_that_show_another_number_are_known(code: str, *, is_told: bool) -> None:
    assert bool(unit_of(code)) is is_told


@pytest.mark.parametrize(("cell", "is_told"), [
    ('<c r="A3" t="inlineStr"><is\n><t>x</t></is></c>', False), ('<c r="A3"><v >1</v></c>', False),
    ('<x:c r="A3"><x:f t="shared"/></x:c>', False), ('<c r="A3" s="1"/>', True),
])
def test_rows_that_hold_anything_are_not_dropped(cell: str, *, is_told: bool) -> None:
    assert is_quiet(f'<row r="3">{cell}</row>'.encode()) is is_told


def test_cells_in_an_old_vietnamese_font_are_told(forge: Any, facts_of: Any) -> None:
    styles = ('<styleSheet><fonts><font><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font>'
              '<font><name val="VNI-Times"/></font></fonts>'
              '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>')
    rows = ('<row r="3"><c r="A3" s="1" t="s"><v>0</v></c><c r="B3" s="0" t="s"><v>0</v></c>'
            '<c r="C3" s="2" t="inlineStr"><is><t>x</t></is></c></row>')
    sheet, = facts_of(forge.package(styles=styles, sheet=forge.sheet(forge.rows + rows))).sheets
    assert sheet.legacy_fonts == {"A3": ".VnTime", "C3": "VNI-Times"}


@pytest.mark.parametrize("before", ["<si/>", "<si ><t>x</t></si>", '<si\n><t>x</t></si>'])
def test_a_struck_out_string_is_found_after_odd_entries(before: str, forge: Any, facts_of: Any) -> None:
    rich = "<si><r><rPr><strike/></rPr><t>12</t></r><r><t>15</t></r></si>"
    strings = forge.strings('count="2" uniqueCount="2"', before + rich)
    assert facts_of(forge.package(strings=strings)).sheets[0].marked == {"B1": STRUCK}


def test_merged_areas_and_the_extent_are_told(forge: Any, facts_of: Any) -> None:
    after = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A5:A9"/></mergeCells>'
    sheet, = facts_of(forge.package(sheet=forge.sheet(after=after))).sheets
    assert sheet.merged == ("A1:B1", "A5:A9")
    assert (sheet.last_row, sheet.last_column, sheet.dimension) == (2, 2, "A1:B2")


@pytest.mark.parametrize(("written", "meant"), [('date1904="1"', True), ('date1904="true"', True), ("", False)])
def test_the_date_system_is_told(written: str, meant: bool, forge: Any, facts_of: Any) -> None:
    workbook = forge.workbook(before=f"<workbookPr {written}/>")
    assert facts_of(forge.package(workbook=workbook)).date1904 is meant


def test_a_chart_sheet_is_told_and_passed_over(forge: Any, facts_of: Any) -> None:
    sheets = '<sheet name="Biểu đồ" sheetId="2" r:id="c1"/><sheet name="Biểu 1" sheetId="1" r:id="r1"/>'
    related = '<Relationship Id="c1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>'
    parts = forge.parts(workbook=forge.workbook(sheets), relations=forge.relations(related))
    facts = facts_of(forge.zipped({**parts, "xl/chartsheets/sheet1.xml": "<chartsheet/>"}))
    assert [sheet.is_grid for sheet in facts.sheets] == [False, True]


@pytest.mark.parametrize("change", [
    lambda text: text.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x="),
    lambda text: text.replace('"', "'"),
    lambda text: text.replace("><", ">\n  <"),
    lambda text: text.replace('<row r="1">', "<row>").replace('<row r="2">', "<row>"),
    lambda text: text.replace('<c r="A1"', "<c").replace('<c r="B1"', "<c"),
    lambda text: text.replace('t="s"><v>', 's="0" t="s" ><v >'),
    lambda text: text.replace("<sheetData>", '<sheetData x="1" >').replace("</sheetData>", "</sheetData >"),
], ids=["prefixed", "single quotes", "indented", "rows without numbers", "cells without names", "spaces", "spaces too"])
def test_other_ways_to_write_the_same_sheet(change: Any, forge: Any, facts_of: Any, cells_of: Any) -> None:
    changed = forge.package(sheet=change(forge.sheet()))
    facts = facts_of(changed)
    assert (facts.sheets[0].last_row, facts.sheets[0].last_column) == (2, 2)
    assert cells_of(facts.clean) == cells_of(forge.package())
