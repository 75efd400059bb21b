"""The reminder letter: a công văn in the layout of Decree 30/2020/NĐ-CP."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.checks.reporting_rate import UnitStatus, unit_statuses
from report_utils.document.official import MOST_ADDRESSEES, to_word
from report_utils.document.reminder import build_reminder
from report_utils.document.template import ReportTemplateError
from report_utils.errors import SettingsError
from report_utils.figures.reminders import MOST_ERRORS, place_of, reminded, reminder_table
from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.consolidate import expected_units
from report_utils.intake.dataset import Dataset, Received

ROOT = Path(__file__).parents[2]
ON_TIME, LATE = dt.date(2024, 9, 16), dt.date(2024, 9, 18)


@pytest.fixture(scope="module")
def reporting() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(ROOT))


def error(reporting: Reporting, unit: str, cell: str = "E12", found: str = "mười hai") -> Finding:
    place = CellRef(f"{unit}_2024-Q3.xlsx", "Hồ sơ TTHC", cell)
    return finding("O02", unit=reporting.agency.units[unit].name, at=place, found=found, column="Tổng")


def statuses(reporting: Reporting, missing: set[str], late: set[str], *findings: Finding) -> tuple[UnitStatus, ...]:
    received = tuple(
        Received(unit.code, f"{unit.code}.xlsx", 1, LATE if unit.code in late else ON_TIME, "", (), ())
        for unit in expected_units(reporting) if unit.code not in missing
    )
    return unit_statuses(reporting, Dataset({}, {}, {}, received), findings)


@pytest.fixture(scope="module")
def some(reporting: Reporting) -> tuple[UnitStatus, ...]:
    """One unit that has not sent, one late, one with two errors."""
    return statuses(reporting, {"cdc"}, {"bvm"}, error(reporting, "bvbr"), error(reporting, "bvbr", "F12"))


class Letter:
    """The words of a letter by style, and all of them."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.root: Any = etree.fromstring(archive.read("word/document.xml"))
        self.namespaces = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}

    def texts(self, style: str) -> list[str]:
        found = self.root.xpath(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", namespaces=self.namespaces)
        return ["".join(paragraph.itertext()) for paragraph in found]

    @property
    def text(self) -> str:
        return "\n".join("".join(p.itertext()) for p in self.root.iter("{*}p"))


def letter(reporting: Reporting, some: tuple[UnitStatus, ...], unit: str = "") -> Letter:
    one = next((status for status in some if status.unit.code == unit), None)
    return Letter(to_word(build_reminder(reporting, some, one), reporting))


def test_a_letter_has_no_type_name_and_its_subject_below_the_number(
    reporting: Reporting, some: tuple[UnitStatus, ...]
) -> None:
    written = letter(reporting, some)
    assert written.texts("DocumentKind") == []
    assert written.texts("Subject") == []
    [number], [subject] = written.texts("NumberLine"), written.texts("LetterSubject")
    assert number.replace("\u00a0", "") == "Số: /SYT-VP"
    assert subject.startswith("V/v đôn đốc ")
    assert subject.endswith(" quý\u00a0III\u00a0năm\u00a02024")
    cell = written.root.xpath("(//w:tbl)[1]/w:tr[2]/w:tc[1]", namespaces=written.namespaces)[0]
    assert "".join(cell.itertext()) == number + subject


def test_day_and_month_are_left_to_the_clerk(reporting: Reporting, some: tuple[UnitStatus, ...]) -> None:
    [date] = letter(reporting, some).texts("PlaceDate")
    assert date.replace("\u00a0", "") == "Bà Rịa - Vũng Tàu, ngàythángnăm 2024"


def test_it_goes_to_every_unit_that_is_late_or_wrong(reporting: Reporting, some: tuple[UnitStatus, ...]) -> None:
    written = letter(reporting, some)
    assert written.texts("Addressee") == [
        "Kính gửi:", "- Bệnh viện Bà Rịa;", "- Bệnh viện Mắt;", "- Trung tâm Kiểm soát bệnh tật."]  # fmt: skip
    assert written.texts("Recipient")[0] == "- Như trên;"
    assert written.texts("Recipient")[-1] == "- Lưu: VT, VP."


def test_it_says_who_is_missing_who_was_late_and_what_is_wrong(
    reporting: Reporting, some: tuple[UnitStatus, ...]
) -> None:
    written = letter(reporting, some)
    assert written.texts("Heading2") == [
        "1. Đối với các đơn vị chưa gửi số liệu", "2. Đối với các đơn vị gửi số liệu sau thời hạn",
        "3. Đối với các đơn vị có số liệu chưa đúng"]  # fmt: skip
    assert written.texts("Item1") == ["- Trung tâm Kiểm soát bệnh tật.", "- Bệnh viện Mắt: gửi ngày 18/9/2024."]
    assert written.texts("TableCell") == ["1", "Bệnh viện Bà Rịa", "2", "Không đọc được số (Hồ sơ TTHC: E12, F12)"]
    assert "26/27 đơn vị, trong đó 25 đơn vị gửi đúng hạn" in written.text
    assert "chậm nhất hết ngày 18/9/2024" in written.text
    assert written.text.count("./.") == 1


def test_parts_without_a_unit_are_left_out(reporting: Reporting) -> None:
    written = letter(reporting, statuses(reporting, {"cdc"}, set()))
    assert written.texts("Heading2") == ["1. Đối với các đơn vị chưa gửi số liệu"]
    assert written.texts("TableCell") == []


@pytest.mark.parametrize(
    ("unit", "said"),
    [("cdc", "chưa nhận được số liệu của Trung tâm Kiểm soát bệnh tật"),
     ("bvm", "Bệnh viện Mắt gửi số liệu ngày 18/9/2024, sau thời hạn"),
     ("bvbr", "số liệu của Bệnh viện Bà Rịa còn các nội dung chưa đúng")],
)  # fmt: skip
def test_a_letter_to_one_unit_speaks_of_that_unit(
    reporting: Reporting, some: tuple[UnitStatus, ...], unit: str, said: str
) -> None:
    written = letter(reporting, some, unit)
    assert written.texts("Addressee") == [f"Kính gửi: {reporting.agency.units[unit].name}"]
    assert said in written.text
    others = {"cdc", "bvm", "bvbr"} - {unit}
    assert not [code for code in others if reporting.agency.units[code].name in written.text]


def test_many_units_are_addressed_together(reporting: Reporting) -> None:
    codes = {unit.code for unit in expected_units(reporting)[: MOST_ADDRESSEES + 1]}
    written = letter(reporting, statuses(reporting, codes, set()))
    assert written.texts("Addressee") == ["Kính gửi: Các cơ quan, đơn vị có tên trong Công văn này"]
    assert len(written.texts("Item1")) == MOST_ADDRESSEES + 1


def test_what_a_unit_typed_stays_words(reporting: Reporting) -> None:
    odd = error(reporting, "bvbr", found="# **đậm** {{ kỳ }} \ue0000\ue001")
    written = letter(reporting, statuses(reporting, set(), set(), odd), "bvbr")
    assert "# **đậm** {{ kỳ }}" in written.text


def test_a_letter_names_so_many_errors_and_leaves_the_rest_to_the_feedback(reporting: Reporting) -> None:
    errors = [error(reporting, "bvbr", f"E{row}") for row in range(1, MOST_ERRORS + 6)]
    table = reminder_table("errors", statuses(reporting, set(), set(), *errors))
    assert len([row for row in table.rows if row[0]]) == MOST_ERRORS
    assert "5 lỗi khác" in str(table.rows[-1][2])


def test_nobody_is_reminded_when_all_is_well(reporting: Reporting) -> None:
    assert reminded(statuses(reporting, set(), set())) == []


def test_the_same_letter_has_the_same_bytes(reporting: Reporting, some: tuple[UnitStatus, ...]) -> None:
    first, second = (to_word(build_reminder(reporting, some), reporting) for _ in range(2))
    assert first == second


def test_an_agency_without_the_letter_in_its_profile_is_told_so(
    reporting: Reporting, some: tuple[UnitStatus, ...]
) -> None:
    reports = {"cchc": reporting.agency.profile.reports["cchc"]}
    profile = reporting.agency.profile.model_copy(update={"reports": reports})
    bare = replace(reporting, agency=replace(reporting.agency, profile=profile))
    with pytest.raises(SettingsError, match=r"reports\.reminder"):
        build_reminder(bare, some)


def test_a_template_that_asks_for_an_unknown_list_names_the_nearest(
    reporting: Reporting, some: tuple[UnitStatus, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "params" / "syt-brvt" / "templates"
    folder.mkdir(parents=True)
    (folder.parent / "agency.yaml").write_text("", encoding="utf-8")
    (folder / "don-doc.md").write_text('---\ntrích yếu: a\n---\n{{ danh_sách("late_unit") }}\n', encoding="utf-8")
    with pytest.raises(ReportTemplateError, match="late_units"):
        build_reminder(replace(reporting, workspace=Workspace(tmp_path)), some)


def test_a_broken_sum_names_the_cells_that_a_clerk_can_mend() -> None:
    parts = tuple(CellRef("bvbr.xlsx", "Hồ sơ TTHC", cell) for cell in ("E10", "F10"))
    wrong = finding("V01", at=CellRef("bvbr.xlsx", "Hồ sơ TTHC", "C10"), related=parts, left="", right="", row="",
                    relation="")
    assert place_of(wrong) == "Hồ sơ TTHC, ô C10 (đối chiếu E10, F10)"
