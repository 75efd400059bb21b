"""The whole report of the sample: its outline, its words, its marks.

report.golden.txt holds its plain text. A change that is meant: UPDATE_GOLDEN=1 pytest tests/document, then read the
diff of the golden file.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.document.blocks import Heading, Mark, Picture, PictureColumns, Table
from report_utils.document.official import to_word
from report_utils.document.report import DRAFT_NOTICE, BuiltReport, build_report
from report_utils.document.template import ReportTemplateError
from report_utils.errors import UnknownNameError
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.intake.dataset import Dataset

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("report.golden.txt")
NIL = "chưa phát sinh trong kỳ báo cáo"

Build = Callable[..., BuiltReport]
Read = Callable[[BuiltReport], list[str]]


@pytest.fixture(scope="session")
def build() -> Build:
    return lambda figures, draft=False: build_report(figures, "cchc", draft=draft, illustrative=True)


@pytest.fixture(scope="session")
def complete(build: Build, figures: PeriodFigures) -> BuiltReport:
    return build(figures)


@pytest.fixture
def read(quarter: Reporting, plain_text: Callable[[bytes], list[str]]) -> Read:
    return lambda built: plain_text(to_word(built.document, quarter))


@pytest.fixture
def lines(complete: BuiltReport, read: Read) -> list[str]:
    return read(complete)


def catalogue(name: str) -> list[dict[str, str]]:
    """The rows of a list of the agency, read without the program."""
    with (ROOT / "params" / "syt-brvt" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def from_line(lines: list[str], start: str) -> str:
    [found] = [line for line in lines if line.startswith(start)]
    return found


# The whole text


def test_the_report_is_the_golden_one(lines: list[str], same_as_golden: Callable[[Path, str], None]) -> None:
    same_as_golden(GOLDEN, "".join(f"{line}\n" for line in lines))


def test_the_complete_report_is_final(complete: BuiltReport, lines: list[str]) -> None:
    assert complete.gaps == ()
    assert complete.document.draft_notice == ""
    assert not [line for line in lines if re.search(r"CHƯA CÓ SỐ LIỆU|KIỂM TRA LẠI|DỰ THẢO|\{\{|\}\}|None|nan", line)]
    assert not re.search(r"[\ue000-\uf8ff]", "".join(lines))


def test_illustrative_figures_are_called_so_at_the_foot_of_every_page(
    lines: list[str], figures: PeriodFigures, read: Read
) -> None:
    notice = "Số liệu minh họa - không phải báo cáo chính thức"
    assert lines[-1] == notice
    assert notice not in read(build_report(figures, "cchc", draft=False, illustrative=False))


# The outline


SHORTENED = {
    "P17": ", Sở Y tế đã tham mưu trình UBND tỉnh công bố:",
    "P32": "Tình hình triển khai thực hiện Kế hoạch đào tạo và bồi dưỡng",
    "P35": "Kết quả đào tạo, bồi dưỡng công chức, viên chức khác",
    "P57": "Kết quả công tác thực hiện đề án 06",
}
"""Prompts that the template words otherwise: P17 as a sentence, P32 below a heading that says CBCCVC, P35 in two lines
(see below), P57 as a heading whose rest is the paragraph under it."""

UPPER = {"K04", "K05"}
"""Headings of level 1 are written in capitals."""


def prompts() -> list[dict[str, str]]:
    return catalogue("outline.csv")


def test_the_outline_has_its_61_prompts(lines: list[str]) -> None:
    assert [row["id"] for row in prompts()][:61] == [f"P{n:02d}" for n in range(1, 62)]


def test_the_report_answers_every_prompt_of_the_outline_in_its_order(lines: list[str]) -> None:
    text, position = "\n".join(lines), 0
    for row in prompts():
        wanted = SHORTENED.get(row["id"], row["prompt"])
        wanted = wanted.upper() if row["id"] in UPPER else wanted
        found = text.find(wanted, position)
        assert found >= 0, f"{row['id']} «{wanted}» is missing after «{text[max(position - 80, 0):position]}»"
        position = found + len(wanted)


def test_no_prompt_is_shortened_that_could_stand_as_it_is(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert {row["id"] for row in prompts() if row["id"] in SHORTENED and row["prompt"] in text} == set()


def test_the_second_half_of_a_prompt_in_two_lines_is_answered_too(lines: list[str]) -> None:
    assert from_line(lines, "- Kết quả cử CBCCVC đào tạo, bồi dưỡng: ")


def test_the_numbers_of_the_headings_are_those_of_the_outline(complete: BuiltReport) -> None:
    """Sections such as II.6.4 are headings of level 1, 2 and 3."""
    path, found = ["", "", ""], []
    for block in complete.document.body:
        if isinstance(block, Heading) and block.level <= 3:
            own = block.number.rstrip(".").split(".")[-1]
            path = [*path[: block.level - 1], own, "", ""][:3]
            found.append(".".join(filter(None, path)))
    sections = list(dict.fromkeys(row["section"] for row in prompts()))
    assert [section for section in found if section in sections] == sections
    assert [section for section in found if "." not in section] == ["I", "II", "III", "IV", "V"]


def test_points_are_lettered_with_d_stroke(lines: list[str]) -> None:
    assert [line for line in lines if re.match(r"đ\) ", line)] == ["đ) Về công tác tuyên truyền, triển khai"]
    letters = [line[:2] for line in lines if re.match(r"[a-zđ]\) ", line)]
    assert letters == ["a)", "b)", "c)", "a)", "b)", "c)", "d)", "a)", "b)", "c)", "d)", "đ)", "a)", "b)"]


# Opening and end


def test_the_report_opens_as_the_decree_asks(lines: list[str]) -> None:
    assert lines[0].startswith("UBND TỈNH BÀ RỊA - VŨNG TÀU / SỞ Y TẾ")
    assert "Độc lập - Tự do - Hạnh phúc" in "\n".join(lines[:3])
    assert "BÁO CÁO" in lines[:5]
    assert "Công tác cải cách hành chính quý III năm 2024" in lines[:6]
    assert "Kính gửi: Sở Nội vụ tỉnh Bà Rịa - Vũng Tàu" in lines[:8]


def test_number_and_day_are_left_to_the_clerk(complete: BuiltReport) -> None:
    head = complete.document.letterhead
    assert re.fullmatch(r"Số:\s+/BC-SYT", head.number_line)
    assert re.fullmatch(r"Bà Rịa - Vũng Tàu, ngày\s+tháng 9 năm 2024", head.date_line)


def test_the_last_sentence_is_closed_by_stroke_and_full_stop(lines: list[str]) -> None:
    closing = [n for n, line in enumerate(lines) if line.endswith("./.")]
    [last] = closing
    assert lines[last].startswith("Trên đây là báo cáo về tình hình thực hiện công tác cải cách hành chính quý III")
    [recipients] = [n for n, line in enumerate(lines) if line.startswith("Nơi nhận:")]
    assert [line for line in lines[last + 1 : recipients] if line] in ([], ["(Đính kèm các phụ lục báo cáo liên quan)"])


def test_recipients_and_signer(lines: list[str]) -> None:
    left, right = from_line(lines, "Nơi nhận:").split(" | ")
    recipients = left.split(" / ")
    assert recipients[:2] == ["Nơi nhận:", "- Như trên;"]
    assert recipients[-1] == "- Lưu: VT, VP."
    assert all(line.startswith("- ") and line.endswith(";") for line in recipients[1:-1])
    assert right == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Nguyễn Văn Thái"


def test_both_appendices_follow_and_are_mentioned_in_the_body(lines: list[str]) -> None:
    labels = [n for n, line in enumerate(lines) if line.startswith("Phụ lục ")]
    assert [lines[n] for n in labels] == ["Phụ lục I", "Phụ lục II"]
    assert lines[labels[0] + 1] == "KẾT QUẢ THỰC HIỆN NHIỆM VỤ KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024"
    for n in labels:
        assert re.fullmatch(r"\(Kèm theo Báo cáo số\s+/BC-SYT ngày\s+tháng 9 năm 2024 của Sở Y tế .+\)", lines[n + 2])
        assert any(f"({lines[n]} kèm theo)" in line for line in lines[: labels[0]])


def test_an_appendix_that_would_be_empty_is_left_out(
    build: Build, read: Read, sample: Dataset, quarter: Reporting
) -> None:
    nothing = replace(sample, tables={**sample.tables, "documents": sample.tables["documents"].iloc[:0]})
    built = build(figures_of(quarter, nothing, ()))
    [appendix] = built.document.appendices
    assert (appendix.label, appendix.title.split(" năm ")[0]) == (
        "Phụ lục", "Kết quả thực hiện nhiệm vụ Kế hoạch cải cách hành chính")  # fmt: skip
    told = "\n".join(read(built))
    assert "(Phụ lục kèm theo)" in told
    assert "(Phụ lục I kèm theo)" not in told


def test_the_appendices_hold_all_tasks_and_directives(complete: BuiltReport) -> None:
    tables = [block for each in complete.document.appendices for block in each.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [32, 17]


# Tables in the text


def test_the_body_mentions_each_numbered_table_before_it_comes(complete: BuiltReport) -> None:
    told: list[str] = []
    numbered = []
    for block in complete.document.body:
        if isinstance(block, Table):
            numbered += [block.name] if block.caption else []
            assert block.name in told
        elif not isinstance(block, Picture | PictureColumns):
            told += [run.reference for run in block.runs if run.reference]
    assert numbered == ["dossiers_by_place", "training_classes", "open_data_progress"]
    assert not [block.caption for each in complete.document.appendices for block in each.blocks
                if isinstance(block, Table) and block.caption]  # fmt: skip


def test_no_table_that_was_declared_nil_is_mentioned(
    build: Build, figures: PeriodFigures, sample: Any, read: Read
) -> None:
    empty = "training_classes"
    bare = replace(
        sample,
        tables={**sample.tables, empty: sample.tables[empty].iloc[:0]},
        received=tuple(replace(entry, nil=(*entry.nil, empty)) for entry in sample.received),
    )
    lines = read(build(figures_of(figures.source.reporting, bare, ())))
    assert [line for line in lines if line.startswith("- Kết quả thực hiện các lớp")] == [
        "- Kết quả thực hiện các lớp đào tạo, bồi dưỡng:"
    ]  # fmt: skip
    assert [line[:7] for line in lines if line.startswith("Bảng ")] == ["Bảng 1.", "Bảng 2."]


# Figures in the text


def test_the_footnote_on_rounding_stands_at_the_budget(complete: BuiltReport, lines: list[str]) -> None:
    noted = [run for block in complete.document.body if not isinstance(block, Table) for run in block.runs if run.note]
    assert [run.note[:35] for run in noted] == ["Số liệu được làm tròn đến triệu đồn"]
    assert noted[0].text.endswith("dự toán thu, chi ngân sách nhà nước năm 2024")
    assert [line for line in lines if line.startswith("[1] Số liệu được làm tròn đến triệu đồng")]


def shown(built: BuiltReport) -> list[tuple[str, str]]:
    """Each figure of the report where it stands: its code and the words shown."""
    found = []
    for block in (*built.document.body, *(b for each in built.document.appendices for b in each.blocks)):
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block.runs]
        found += [(run.figure, run.text) for cell in cells for run in cell if run.figure]
    return found


def test_a_fact_that_is_told_several_times_is_told_alike(complete: BuiltReport, figures: PeriodFigures) -> None:
    texts: dict[str, set[str]] = {}
    for code, text in shown(complete):
        texts.setdefault(code, set()).add(text)
    several = {code: words for code, words in texts.items() if len(words) > 1}
    assert several == {}
    told = [code for code, _ in shown(complete)]
    assert told.count("indicators.health_records.numerator") == 3
    assert told.count("indicators.chip_cards.rate") >= 4
    assert set(told) <= set(figures.everything())


def test_every_number_in_the_body_belongs_to_a_figure_or_to_the_words_of_units_and_templates(
    complete: BuiltReport, figures: PeriodFigures
) -> None:
    """Words of units: narratives, citations and the cells of tables; of templates: tests/document/test_template.py."""
    said = {line for p in figures.source.agency.catalogues.prompts
            for each in (*figures.narratives(p.id).statements, *figures.citations(p.id).statements)
            for line in each.lines}  # fmt: skip
    allowed = re.compile(
        r"2024|14/9/2024|Đề án 06(/CP)?|đề án 06|COVID-19|9 số|\([123]\)|10/CT-UBND ngày 16/8/2021"
    )
    for block in complete.document.body:
        for run in () if isinstance(block, Table) else block.runs:
            text = run.text
            for line in said if not run.figure else ():
                text = text.replace(line, "")
            assert run.figure or not re.search(r"\d", allowed.sub("", text)), text


def test_narratives_of_the_sample_stand_in_the_report(lines: list[str], figures: PeriodFigures) -> None:
    text = "\n".join(lines)
    for record in figures.source.dataset.records("narratives"):
        assert not record["text"] or record["text"].rstrip(".").splitlines()[0] in text, record["prompt"]


def test_the_nil_sentence_stands_only_where_a_unit_declared_it(lines: list[str]) -> None:
    places = [line.split(":")[0] for line in lines if NIL in line]
    declared = {
        "- Công tác thi đua, khen thưởng", "- Kết quả rà soát, cắt giảm",
        "+ Kết quả tiếp nhận, xử lý phản ánh", "+ Kết quả thực hiện việc đánh giá chất lượng",
        "- Kết quả thực hiện thi nâng ngạch", "- Tình hình ban hành và kết quả thực hiện các cơ chế",
    }  # fmt: skip
    assert len(places) == len(declared)
    assert all(any(place.startswith(start) for start in declared) for place in places)


# Units that are missing, cells that are wrong


def test_a_unit_that_is_missing_is_named_at_every_place_and_nowhere_nil(
    build: Build, without: Callable[..., PeriodFigures], quarter: Reporting, read: Read
) -> None:
    built = build(without("vp"))
    marked = [line for line in read(built) if "CHƯA CÓ SỐ LIỆU" in line]
    assert built.document.draft_notice == DRAFT_NOTICE
    assert {gap.text for gap in built.gaps} == {"[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]"}
    assert sum(line.count("[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]") for line in marked) == len(built.gaps)
    assert not [line for line in marked if NIL in line]
    assert from_line(marked, "- Công tác thi đua, khen thưởng").endswith(": [CHƯA CÓ SỐ LIỆU – Văn phòng Sở]")


UNITS = [row["code"] for row in catalogue("units.csv")]


@pytest.fixture(scope="session")
def lacking(build: Build, without: Callable[..., PeriodFigures]) -> Callable[[str], BuiltReport]:
    """The report without one unit, built once for each."""
    return cache(lambda unit: build(without(unit)))


@pytest.mark.parametrize("unit", UNITS)
def test_whoever_is_missing_the_report_is_a_draft_that_names_them_only(
    lacking: Callable[[str], BuiltReport], quarter: Reporting, unit: str
) -> None:
    built = lacking(unit)
    assert built.document.draft_notice == DRAFT_NOTICE
    assert {gap.text for gap in built.gaps} == {f"[CHƯA CÓ SỐ LIỆU – {quarter.agency.units[unit].name}]"}
    assert {gap.mark for gap in built.gaps} == {Mark.ABSENT}


@pytest.mark.parametrize("unit", UNITS)
def test_no_unit_that_is_missing_has_declared_nil(
    lacking: Callable[[str], BuiltReport], lines: list[str], read: Read, unit: str
) -> None:
    """The draft says nil in no line where the complete report does not."""
    nil = {line for line in read(lacking(unit)) if NIL in line and "CHƯA CÓ SỐ LIỆU" not in line}
    assert nil <= set(lines)


def test_a_report_without_any_submission_is_a_draft_that_names_everybody(
    build: Build, without: Callable[..., PeriodFigures], quarter: Reporting, read: Read
) -> None:
    built = build(without(*UNITS))
    text = "\n".join(read(built))
    assert all(unit.name in text for unit in quarter.agency.units)
    assert NIL not in text
    from_settings = (".target", "plans.cchc.total")  # what the catalogues say, whoever is silent
    assert not {run for run, words in shown(built) if not words.startswith("[CHƯA") and not run.endswith(from_settings)}


def test_a_wrong_cell_is_marked_wherever_its_figures_stand(
    build: Build, retyped: Callable[..., PeriodFigures]
) -> None:
    at = {"unit": "khtc", "indicator": "CT18"}
    built = build(retyped("indicators", at, {}, ("numerator",)))
    assert built.document.draft_notice == DRAFT_NOTICE
    assert [(gap.text, gap.mark) for gap in built.gaps] == [("31,3%", Mark.DOUBTFUL)]
    assert "Xã hội số" in built.gaps[0].section


def test_an_open_error_makes_a_draft_of_a_report_without_marks(build: Build, figures: PeriodFigures) -> None:
    built = build(figures, draft=True)
    assert (built.gaps, built.document.draft_notice) == ((), DRAFT_NOTICE)


@pytest.mark.parametrize(
    ("table", "unit", "gone"),
    [("projects", "bqlda", "Trang thiết bị y tế cho"), ("training_classes", "tcd", "Bồi dưỡng nhân viên y tế")],
)
def test_a_table_declared_nil_leaves_no_empty_line(
    build: Build, figures: PeriodFigures, sample: Any, read: Read, table: str, unit: str, gone: str
) -> None:
    frame = sample.tables[table]
    bare = replace(
        sample,
        tables={**sample.tables, table: frame[frame["unit"] != unit].reset_index(drop=True)},
        received=tuple(replace(r, nil=(*r.nil, table)) if r.unit == unit else r for r in sample.received),
    )
    built = build(figures_of(figures.source.reporting, bare, ()))
    lines = read(built)
    assert built.gaps == ()
    assert not [line for line in lines if line.strip() in ("-", "+", "•")]
    assert gone not in "\n".join(lines)


# Settings


def test_a_report_that_the_agency_does_not_have_is_refused(figures: PeriodFigures) -> None:
    with pytest.raises(UnknownNameError, match="«xyz»"):
        build_report(figures, "xyz", draft=False, illustrative=False)


def test_a_template_whose_head_lacks_a_line_is_refused(
    figures: PeriodFigures, tmp_path: Path, sample: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "params" / "syt-brvt"
    folder.parent.mkdir()
    (tmp_path / "params").joinpath("syt-brvt").mkdir()
    source = ROOT / "params" / "syt-brvt"
    for path in (p for p in source.rglob("*") if p.is_file()):
        target = folder / path.relative_to(source)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    template = folder / "templates" / "bao-cao-cchc.md"
    template.write_text(template.read_text(encoding="utf-8").replace("trích yếu:", "trích dẫn:"), encoding="utf-8")
    moved = figures_of(open_reporting("syt-brvt", "2024-Q3", str(tmp_path)), sample, ())
    with pytest.raises(ReportTemplateError, match=r"bao-cao-cchc\.md, dòng 2: phần khai báo thiếu «trích yếu»"):
        build_report(moved, "cchc", draft=False, illustrative=False)


def test_a_period_may_have_another_signer(figures: PeriodFigures, sample: Any, quarter: Reporting) -> None:
    signer = {"signer": {"head": "Giám đốc", "name": "Trần Thị Bình"}}
    other = open_reporting("syt-brvt", "2024-Q3", str(quarter.workspace.root), signer)
    signature = build_report(figures_of(other, sample, ()), "cchc", draft=False, illustrative=False).document.signature
    assert (signature.capacity, signature.name) == (("GIÁM ĐỐC",), "Trần Thị Bình")


def test_the_same_data_give_the_same_bytes(complete: BuiltReport, build: Build, figures: PeriodFigures,
                                           quarter: Reporting) -> None:  # fmt: skip
    assert to_word(complete.document, quarter) == to_word(build(figures).document, quarter)
