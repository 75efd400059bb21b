"""The one-page summary of the sample.

summary.golden.txt holds its plain text. A change that is meant: UPDATE_GOLDEN=1 pytest tests/document, then read the
diff of the golden file.
"""

import difflib
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.document.blocks import Heading, Item, Mark, Picture, PictureColumns, Table
from report_utils.document.bookmarks import bookmark_stem
from report_utils.document.official import to_word
from report_utils.document.report import BuiltReport
from report_utils.document.summary import DRAFT_NOTICE, build_summary
from report_utils.document.template import ReportTemplateError
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.consolidate import read_dataset
from report_utils.run.office import Office

GOLDEN = Path(__file__).with_name("summary.golden.txt")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Summarise = Callable[..., BuiltReport]


@pytest.fixture(scope="module")
def before(quarter: Reporting) -> PeriodFigures:
    half = open_reporting("syt-brvt", "2024-H1", str(quarter.workspace.root))
    return figures_of(half, read_dataset(half), ())


@pytest.fixture(scope="module")
def summarise(before: PeriodFigures) -> Summarise:
    def build(figures: PeriodFigures, findings: tuple[Finding, ...] = ()) -> BuiltReport:
        compared = replace(figures, earlier={before.source.reporting.period: before})
        return build_summary(compared, "cchc", findings, draft=bool(findings), illustrative=True)

    return build


@pytest.fixture(scope="module")
def complete(summarise: Summarise, figures: PeriodFigures) -> BuiltReport:
    return summarise(figures)


def key_rows(built: BuiltReport) -> dict[str, list[str]]:
    [table] = [block for block in built.document.body if isinstance(block, Table)]
    texts = [["".join(run.text for run in cell) for cell in row.cells] for row in table.rows]
    return {first: rest for first, *rest in texts}


def pictures(built: BuiltReport) -> list[Picture]:
    [columns] = [block for block in built.document.body if isinstance(block, PictureColumns)]
    return [picture for column in columns.columns for picture in column]


def lines(built: BuiltReport, kind: type) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in built.document.body if isinstance(block, kind)]


def errors(count: int) -> tuple[Finding, ...]:
    return tuple(finding("O01", unit="Thanh tra Sở", at=CellRef("a.xlsx", "Chỉ tiêu", f"E{n}"), column="Tử số")
                 for n in range(count))  # fmt: skip


def test_the_summary_is_the_golden_one(
    complete: BuiltReport, quarter: Reporting, plain_text: Callable[[bytes], list[str]]
) -> None:
    written = plain_text(to_word(complete.document, quarter))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text("".join(f"{line}\n" for line in written), encoding="utf-8", newline="\n")
    golden = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert written == golden, "\n".join(difflib.unified_diff(golden, written, "golden", "written", lineterm="", n=1))


def test_it_shows_ten_figures_each_with_change_and_target_as_far_as_known(complete: BuiltReport) -> None:
    rows = key_rows(complete)
    assert len(rows) == 10
    assert rows["Giải quyết trước hạn và đúng hạn"] == ["99,03%", "giảm 0,53 điểm %", "–"]
    assert rows["Trực tuyến từ xa (khâu đột phá)"] == ["88%", "–", "70%"]
    assert rows["Nhiệm vụ CCHC đã thực hiện"] == ["15 nhiệm vụ", "–", "32"]
    assert rows["Hồ sơ TTHC đã giải quyết"] == ["3.287 hồ sơ", "–", "–"]


def test_every_figure_is_bookmarked_with_its_code(complete: BuiltReport, quarter: Reporting, word: Any) -> None:
    marks = word(complete.document).find("//w:bookmarkStart/@w:name")
    stems = {re.sub(r"_\d+$", "", name) for name in marks if name.startswith("f_")}
    assert stems >= {bookmark_stem(code) for code in (
        "dossiers.in_time_rate", "dossiers.in_time_rate.change", "indicators.remote_dossiers.rate",
        "indicators.remote_dossiers.target", "plans.all.overdue", "open_data.overdue")}  # fmt: skip
    assert len([name for name in marks if name.startswith("f_")]) == 22


def test_every_chart_has_a_number_and_tells_its_numbers_in_words(complete: BuiltReport) -> None:
    shown = pictures(complete)
    assert [picture.name for picture in shown] == [
        "in_time_by_unit", "online_share", "plan_brief.cchc", "open_data", "disbursement"
    ]  # fmt: skip
    assert shown[2].description == (
        "Nhiệm vụ Kế hoạch CCHC, quý III năm 2024: Đã thực hiện: 15; Đang triển khai: 17; "
        "Chưa triển khai: 0; Đã quá hạn: 0."
    )
    assert "TTPVHCC tỉnh: 96,29%" in shown[0].description


def test_it_has_neither_letterhead_nor_signature_and_one_upright_page_of_a4(complete: BuiltReport, word: Any) -> None:
    written = word(complete.document)
    assert not written.styled("NationalName") + written.styled("SignerName")
    [section] = written.find("//w:sectPr")
    assert written.value(section, "w:pgSz", "w") == "11906"
    assert written.texts("DocumentKindAlone") == ["TÓM TẮT BÁO CÁO"]
    assert written.styled("CompactHeading")
    assert written.styled("DenseTableCell")
    assert not written.styled("ReportBody") + written.styled("Heading2") + written.styled("TableCell")


def test_what_is_missing_is_marked_as_in_the_report(summarise: Summarise, without: Callable[..., Any]) -> None:
    built = summarise(without("vp"))
    assert key_rows(built)["Nhiệm vụ CCHC đã thực hiện"] == ["[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]", "32"]
    assert key_rows(built)["Trực tuyến từ xa (khâu đột phá)"] == ["[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]", "70%"]
    assert built.document.draft_notice == DRAFT_NOTICE
    assert {gap.mark for gap in built.gaps} == {Mark.ABSENT}


def test_of_many_missing_units_one_is_named_for_the_sheet_has_one_page(
    summarise: Summarise, without: Callable[..., Any], quarter: Reporting
) -> None:
    rows = key_rows(summarise(without(*(unit.code for unit in quarter.agency.units))))
    assert rows["Hồ sơ TTHC đã giải quyết"] == [
        "[CHƯA CÓ SỐ LIỆU – Trung tâm Phục vụ hành chính công tỉnh và 15 đơn vị khác]"
    ]  # fmt: skip


def test_a_doubtful_figure_is_marked_and_not_compared(summarise: Summarise, retyped: Callable[..., Any]) -> None:
    at = {"unit": "py"}
    rows = key_rows(summarise(retyped("dossiers", at, {}, ("pending_in_time",))))
    assert rows["Hồ sơ chưa giải quyết cuối kỳ"] == ["171 hồ sơ [KIỂM TRA LẠI – Trung tâm Pháp y]"]


def test_a_chart_shows_a_doubtful_number_unlike_a_sure_one(
    summarise: Summarise, retyped: Callable[..., Any], complete: BuiltReport
) -> None:
    built = summarise(retyped("dossiers", {"unit": "py"}, {}, ("early",)))
    [doubtful, *_], [sure, *_] = pictures(built), pictures(complete)
    assert "Pháp y: 100% [KIỂM TRA LẠI]" in doubtful.description
    assert "Pháp y: 100%;" in sure.description
    assert doubtful.data != sure.data
    assert "Dấu “*”" in "".join(run.text for run in built.document.body[0].runs)  # type: ignore[union-attr]


def test_a_heading_names_the_same_units_once(
    summarise: Summarise, without: Callable[..., Any], quarter: Reporting
) -> None:
    heading = lines(summarise(without(*(unit.code for unit in quarter.agency.units))), Heading)[1]
    assert heading.startswith("Quá hạn: [CHƯA CÓ SỐ LIỆU – Văn phòng Sở và 03 đơn vị khác] nhiệm vụ theo kế hoạch, "
                              "[…] nhiệm vụ tỉnh giao, [")


def test_open_errors_are_counted_and_the_first_told(summarise: Summarise, figures: PeriodFigures) -> None:
    built = summarise(figures, errors(5))
    assert lines(built, Heading)[0] == "Lỗi số liệu còn mở: 05"
    assert lines(built, Item) == [
        *(f"Thanh tra Sở – Chỉ tiêu, ô E{n}: ô bắt buộc để trống;" for n in range(3)), "và 02 nội dung khác."
    ]  # fmt: skip


def test_what_is_overdue_is_counted_and_listed(summarise: Summarise, retyped: Callable[..., Any]) -> None:
    built = summarise(retyped("assigned_tasks", {"unit": "khtc"}, {"running_overdue": 2}))
    assert lines(built, Heading)[1].startswith("Quá hạn: 0 nhiệm vụ theo kế hoạch, 02 nhiệm vụ tỉnh giao, ")
    assert lines(built, Item) == ["Phòng Kế hoạch - Tài chính: 02 nhiệm vụ được UBND tỉnh giao đã quá hạn."]


def test_charts_of_a_draft_leave_more_room_for_words(summarise: Summarise, figures: PeriodFigures) -> None:
    full, draft = (int.from_bytes(pictures(summarise(figures, found))[0].data[20:24], "big")
                   for found in ((), errors(1)))  # fmt: skip
    assert draft < full


@pytest.mark.parametrize("state", ["complete", "nothing sent", "all late and wrong"])
def test_it_is_one_page_in_whatever_state_the_data_is(
    summarise: Summarise, figures: PeriodFigures, without: Callable[..., Any], sample: Any, quarter: Reporting,
    office: Office, state: str
) -> None:  # fmt: skip
    made = {"complete": lambda: summarise(figures),
            "nothing sent": lambda: summarise(without(*(unit.code for unit in quarter.agency.units)), errors(30)),
            "all late and wrong": lambda: summarise(all_late_and_wrong(quarter, sample), errors(30))}  # fmt: skip
    pdf = office.convert(to_word(made[state]().document, quarter), "pdf", quarter.window.end)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def all_late_and_wrong(quarter: Reporting, sample: Any) -> PeriodFigures:
    """No task done, every data set due, an error about each unit's dossiers."""
    tasks, assigned = (sample.tables[table].copy() for table in ("plan_tasks", "assigned_tasks"))
    tasks["state"], assigned["running_overdue"] = "Đang triển khai", 3
    late = replace(sample, tables={**sample.tables, "plan_tasks": tasks, "assigned_tasks": assigned})
    wrong = [finding("O03", unit="x", at=sample.ref(record, "early"), column="Trước hạn")
             for record in sample.records("dossiers")]  # fmt: skip
    later = {"window": {"start": "2024-06-15", "end": "2024-12-20"}}
    return figures_of(open_reporting("syt-brvt", "2024-Q3", str(quarter.workspace.root), later), late, wrong)


def test_without_the_period_before_it_is_not_spoken_of(figures: PeriodFigures) -> None:
    built = build_summary(figures, "cchc", (), draft=False, illustrative=False)
    assert not [row for row in key_rows(built).values() if row[1] != "–"]
    assert built.document.notice == ""
    assert "6 tháng" not in "".join(run.text for block in built.document.body[:1] for run in block.runs)


def test_the_same_data_give_the_same_bytes(
    complete: BuiltReport, summarise: Summarise, figures: PeriodFigures, quarter: Reporting
) -> None:
    assert to_word(complete.document, quarter) == to_word(summarise(figures).document, quarter)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{{ chỉ_số(dòng("Hồ sơ", "3.287")) }}', r"dòng «Hồ sơ» phải nêu tên một số liệu, không nêu «3\.287»"),
        ('{{ biểu_đồ("open_dat") }}', r"Không có biểu đồ «open_dat»\. Có phải ý bạn là «open_data»\?"),
    ],
)
def test_a_mistake_in_the_template_is_said_in_vietnamese(
    quarter: Reporting, sample: Any, tmp_path: Path, text: str, message: str
) -> None:
    shutil.copytree(quarter.workspace.root / "params", tmp_path / "params")
    template = tmp_path / "params" / "syt-brvt" / "templates" / "tom-tat.md"
    template.write_text(f"---\ntên loại: TÓM TẮT\ntrích yếu: Thử\n---\n\n{text}\n", encoding="utf-8")
    moved = figures_of(open_reporting("syt-brvt", "2024-Q3", str(tmp_path)), sample, ())
    with pytest.raises(ReportTemplateError, match=message):
        build_summary(moved, "cchc", (), draft=False, illustrative=False)
