"""Which file is whose, which of several counts, and which is none."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import open_reporting
from report_utils.findings import Finding
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.dataset_files import save_dataset

Read = Callable[[], Dataset]
Problems = Callable[[], list[tuple[str, str, str, str]]]
Act = Callable[..., Any]

INFO = "Thông tin"


def only(read: Read, code: str) -> Finding:
    """The one finding of that code."""
    [found] = [finding for finding in read().findings if finding.code == code]
    return found


def test_every_unit_that_sent_nothing_is_named(submit: Act, read: Read) -> None:
    submit()
    (submit("bvbr")[0]).unlink()
    [found] = read().findings
    assert (found.code, found.unit, found.file) == ("N01", "Bệnh viện Bà Rịa", "")
    assert found.message == "Bệnh viện Bà Rịa chưa gửi tệp số liệu kỳ này."


def test_a_form_that_another_unit_filled_in_is_not_called_unsent(submit: Act, alter: Act, read: Read) -> None:
    submit()
    alter("bvbr", lambda workbook: setattr(workbook[INFO]["B3"], "value", "Bệnh viện Mắt"))
    of_another, unusable = sorted(read().findings, key=lambda found: found.code, reverse=True)
    assert (of_another.code, unusable.code, unusable.file) == ("N12", "N01", of_another.file)
    assert unusable.message == ("Bệnh viện Bà Rịa chưa gửi tệp số liệu dùng được trong kỳ này. Tệp "
                                f"«{of_another.file}» không được tính: xem N12.")


def test_when_nobody_has_sent_anything_all_are_named(read: Read, raw: Path) -> None:
    assert [found.code for found in read().findings] == ["N01"] * 27
    shutil.rmtree(raw)
    assert len(read().findings) == 27


def test_nobody_is_missed_who_is_not_asked(workspace: Path, submit: Act) -> None:
    submit(period="2024-H1")
    assert read_dataset(open_reporting("syt-brvt", "2024-H1", str(workspace))).findings == ()


def test_the_samples_are_received_as_they_were_sent(clean: dict[str, Dataset]) -> None:
    received = clean["2024-Q3"].by_unit
    assert len(received) == 27
    assert received["bvbr"].sent == dt.date(2024, 9, 15)
    assert (received["bvbr"].version, received["bvbr"].nature) == (1, "Minh họa")
    assert received["bvbr"].tables == ("dossiers", "staffing", "indicators", "narratives", "explanations")
    assert received["dskhhgd"].nil == ("dossiers",)


def test_the_name_of_the_file_does_not_matter(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", INFO, {}, "Số liệu BV Bà Rịa (bản cuối).XLSX")
    assert problems() == []
    assert read().by_unit["bvbr"].file == "Số liệu BV Bà Rịa (bản cuối).XLSX"


@pytest.mark.parametrize(
    ("cell", "value", "what", "found", "expected"),
    [
        ("B7", "2024-H1", "mã kỳ", "2024-H1", "2024-Q3"),
        ("B7", None, "mã kỳ", "(để trống)", "2024-Q3"),
        ("B4", "bvrb", "mã đơn vị", "bvrb", "mã trong danh sách đơn vị"),
        ("B4", None, "mã đơn vị", "(để trống)", "mã trong danh sách đơn vị"),
        ("B6", "syt-bd", "mã cơ quan", "syt-bd", "syt-brvt"),
        ("B10", "2", "phiên bản biểu mẫu", "2", "1"),
    ],
)
def test_a_file_for_another_unit_agency_period_or_form_is_not_read(
    retype: Act, read: Read, problems: Problems, cell: str, value: Any, what: str, found: str, expected: str
) -> None:
    retype("bvbr", INFO, {cell: value})
    assert problems() == [("N05", "bvbr_2024-Q3.xlsx", INFO, cell)]
    said = only(read, "N05").message
    assert said.startswith(f"Sheet Thông tin ghi {what} là «{found}», kỳ này cần «{expected}».")
    assert ("Có phải «bvbr – Bệnh viện Bà Rịa»?" in said) == (what == "mã đơn vị")
    assert read().received == ()


def test_the_submission_of_the_period_before_is_not_taken_for_this_one(
    samples: dict[str, dict[str, bytes]], raw: Path, problems: Problems
) -> None:
    (raw / "bvbr.xlsx").write_bytes(samples["2024-H1"]["bvbr_2024-H1.xlsx"])
    assert problems() == [("N05", "bvbr.xlsx", INFO, "B7")]


def test_the_newer_of_two_versions_counts(submit: Act, retype: Act, read: Read, problems: Problems) -> None:
    submit("bvbr")
    retype("bvbr", INFO, {"B11": 2}, "a sửa.xlsx")
    assert problems() == [("N04", "bvbr_2024-Q3.xlsx", "", "")]
    assert (read().by_unit["bvbr"].file, read().by_unit["bvbr"].version) == ("a sửa.xlsx", 2)
    assert only(read, "N04").message == "Tệp «bvbr_2024-Q3.xlsx» (phiên bản 1) được thay bằng «a sửa.xlsx»."


def test_version_10_is_newer_than_version_9(retype: Act, read: Read) -> None:
    retype("bvbr", INFO, {"B11": "9"}, "chín.xlsx")
    retype("bvbr", INFO, {"B11": "10"}, "mười.xlsx")
    assert read().by_unit["bvbr"].file == "mười.xlsx"


def test_of_equal_versions_the_one_sent_later_counts(submit: Act, retype: Act, read: Read, problems: Problems) -> None:
    submit("bvbr")
    retype("bvbr", INFO, {"B12": dt.date(2024, 9, 16)}, "a.xlsx")
    assert problems() == [("N04", "bvbr_2024-Q3.xlsx", "", "")]
    assert read().by_unit["bvbr"].file == "a.xlsx"


def test_two_files_of_equal_version_and_day_are_an_error(submit: Act, retype: Act, read: Read) -> None:
    submit("bvbr")
    retype("bvbr", INFO, {"B13": "Người khác"}, "bvbr_2024-Q3 (1).xlsx")
    found = only(read, "N03")
    assert (found.unit, found.file) == ("Bệnh viện Bà Rịa", "bvbr_2024-Q3.xlsx")
    assert found.message == ("Bệnh viện Bà Rịa có 2 tệp cùng phiên bản 1: bvbr_2024-Q3 (1).xlsx, bvbr_2024-Q3.xlsx.")
    assert len([row for row in read().records("dossiers") if row["unit"] == "bvbr"]) == 1


@pytest.mark.parametrize("version", [None, ""])
def test_a_file_that_says_no_version_is_the_first(retype: Act, read: Read, problems: Problems, version: Any) -> None:
    retype("bvbr", INFO, {"B11": version})
    assert problems() == []
    assert read().by_unit["bvbr"].version == 1


@pytest.mark.parametrize(("version", "shown"), [("một", "một"), ("²", "²"), ("1.5", "1.5"), (1.5, "1,5"), (-1, "-1")])
def test_a_version_that_cannot_be_read_counts_as_the_first_and_is_named(
    retype: Act, read: Read, problems: Problems, version: Any, shown: str
) -> None:
    retype("bvbr", INFO, {"B11": version})
    assert problems() == [("N10", "bvbr_2024-Q3.xlsx", INFO, "B11")]
    assert only(read, "N10").message == f"Sheet Thông tin ghi phiên bản tệp là «{shown}»; được coi là 1."
    assert read().by_unit["bvbr"].version == 1


def test_a_day_of_sending_that_cannot_be_read_is_named(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", INFO, {"B12": "giữa tháng 9"})
    assert problems() == [("N11", "bvbr_2024-Q3.xlsx", INFO, "B12")]
    assert read().by_unit["bvbr"].sent is None


@pytest.mark.parametrize(("version", "number"), [("lần 2", 2), ("v3", 3), ("2.0", 2), (2.0, 2), ("2 (hai)", 2),
                                                 ("Phiên bản 10", 10), ("V.2", 2)])
def test_a_version_in_words_is_read(retype: Act, read: Read, problems: Problems, version: Any, number: int) -> None:
    retype("bvbr", INFO, {"B11": version})
    assert problems() == []
    assert read().by_unit["bvbr"].version == number


@pytest.mark.parametrize(("day", "codes"), [(None, ["N11"]), ("9/20/2024", ["N11"]), (dt.date(2042, 9, 5), ["N11"]),
                                            ("20/9", ["N11"]), ("20/9/2024", ["N07"])])
def test_a_day_of_sending_is_possible_or_named(retype: Act, problems: Problems, day: Any, codes: list[str]) -> None:
    retype("bvbr", INFO, {"A12": "Ngày gửi:", "B12": day})
    assert [place[0] for place in problems()] == codes


@pytest.mark.parametrize("nature", ["minh họa", "Minh hoạ", "MINH HỌA", " Minh họa."])
def test_the_nature_of_the_figures_is_read_as_a_choice(
    retype: Act, read: Read, problems: Problems, nature: str
) -> None:
    retype("bvbr", INFO, {"B14": nature})
    assert problems() == []
    assert read().by_unit["bvbr"].nature == "Minh họa"


@pytest.mark.parametrize(("nature", "code"), [("thử", "N10"), (None, "N11")])
def test_an_unknown_nature_of_the_figures_is_named(
    retype: Act, problems: Problems, read: Read, nature: Any, code: str
) -> None:
    retype("bvbr", INFO, {"B14": nature})
    assert problems() == [(code, "bvbr_2024-Q3.xlsx", INFO, "B14")]
    assert (only(read, code).mend, only(read, code).expected) == ("Chọn tính chất số liệu trong danh sách.", "")


def test_the_form_of_one_unit_filled_in_by_another_replaces_nothing(
    submit: Act, retype: Act, read: Read, problems: Problems
) -> None:
    submit("bvbr")
    retype("bvbr", INFO, {"B3": "Bệnh viện Mắt", "B12": dt.date(2024, 9, 16)}, "sửa.xlsx")
    assert problems() == [("N12", "sửa.xlsx", INFO, "B3")]
    assert read().by_unit["bvbr"].file == "bvbr_2024-Q3.xlsx"
    assert only(read, "N12").message == (
        "Tệp mang mã đơn vị «bvbr» nhưng tên đơn vị «Bệnh viện Mắt» là của Bệnh viện Mắt; tệp này không được đọc.")


@pytest.mark.parametrize("name", ["bvm_2024-Q3.xlsx", "Bệnh viện Mắt.xlsx", "bvm.xlsx"])
def test_a_file_named_as_another_unit_is_not_read(retype: Act, problems: Problems, name: str) -> None:
    retype("bvbr", INFO, {}, name)
    assert problems() == [("N12", name, "", "")]


def test_the_same_file_twice_is_only_noted(submit: Act, raw: Path, read: Read, problems: Problems) -> None:
    [path] = submit("bvbr")
    (raw / "bvbr_2024-Q3 (1).xlsx").write_bytes(path.read_bytes())
    assert problems() == [("N13", "bvbr_2024-Q3 (1).xlsx", "", "")]


def test_two_sheets_that_say_whose_a_file_is_are_one_too_many(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: setattr(workbook.copy_worksheet(workbook[INFO]), "title", "THONG TIN"))
    assert problems() == [("N09", "bvbr_2024-Q3.xlsx", "THONG TIN", "")]
    assert read().received == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_a_name_that_is_no_unicode_is_shown_and_harms_nobody(
    samples: dict[str, dict[str, bytes]], raw: Path, read: Read, problems: Problems, tmp_path: Path
) -> None:
    (raw / os.fsdecode(b"b\xe1o.xlsx")).write_bytes(samples["2024-Q3"]["bvbr_2024-Q3.xlsx"])
    (raw / os.fsdecode(b"c\xf4ng v\xe3n.doc")).write_bytes(b"x")
    assert problems() == [("N06", "c%F4ng v%E3n.doc", "", "")]
    assert read().by_unit["bvbr"].file == "b%E1o.xlsx"
    save_dataset(read(), tmp_path)


def test_a_file_sent_after_the_deadline_is_late(retype: Act, read: Read, problems: Problems) -> None:
    retype("bvbr", INFO, {"B12": dt.date(2024, 9, 17)})
    assert problems() == [("N07", "bvbr_2024-Q3.xlsx", INFO, "")]
    assert only(read, "N07").message == "Bệnh viện Bà Rịa gửi ngày 17/9/2024, hạn là 16/9/2024."


@pytest.mark.parametrize("sent", [dt.date(2024, 9, 16), "16/9/2024"])
def test_a_file_sent_on_the_last_day_is_not_late(retype: Act, problems: Problems, sent: Any) -> None:
    retype("bvbr", INFO, {"B12": sent})
    assert problems() == []


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "T03", "Tệp «bvbr.xlsx» không có nội dung (tệp có 0 byte)."),
        (b"Ho so TTHC;266", "T05", "Tệp «bvbr.xlsx» không phải tệp Excel .xlsx mà là văn bản CSV."),
        (b"PK\x03\x04 not really", "T04", "Tệp «bvbr.xlsx» hỏng: tệp bị cắt cụt."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "T05",
         "Tệp «bvbr.xlsx» không phải tệp Excel .xlsx mà là tệp Office đời cũ."),
    ],
    ids=["empty", "a text", "a broken zip", "an old file"],
)
def test_a_file_that_is_no_workbook_cannot_be_opened(
    raw: Path, read: Read, problems: Problems, data: bytes, code: str, message: str
) -> None:
    (raw / "bvbr.xlsx").write_bytes(data)
    assert problems() == [(code, "bvbr.xlsx", "", "")]
    assert only(read, code).message == message


def test_a_workbook_cut_off_in_transfer_cannot_be_opened(
    raw: Path, samples: dict[str, dict[str, bytes]], problems: Problems
) -> None:
    data = samples["2024-Q3"]["bvbr_2024-Q3.xlsx"]
    (raw / "bvbr.xlsx").write_bytes(data[: len(data) // 2])
    assert problems() == [("T04", "bvbr.xlsx", "", "")]


def test_a_workbook_that_is_no_form_is_not_read(raw: Path, read: Read, problems: Problems) -> None:
    openpyxl.Workbook().save(raw / "danh sách trực.xlsx")
    assert problems() == [("N06", "danh sách trực.xlsx", "", "")]
    assert read().received == ()


def test_a_form_whose_first_sheet_was_deleted_is_not_guessed(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: workbook.remove(workbook[INFO]))
    assert problems() == [("N19", "bvbr_2024-Q3.xlsx", "", "")]
    assert (only(read, "N19").unit, read().received) == ("Bệnh viện Bà Rịa", ())


@pytest.mark.parametrize("name", ["Sheet1", "Thông tin chung", "Trang bìa"])
def test_a_first_sheet_of_another_name_is_known_by_its_lines_and_told(
    alter: Act, read: Read, problems: Problems, name: str
) -> None:
    alter("bvbr", lambda workbook: setattr(workbook[INFO], "title", name))
    assert problems() == [("N19", "bvbr_2024-Q3.xlsx", "", "")]
    assert only(read, "N19").message == (
        "Tệp «bvbr_2024-Q3.xlsx» không có sheet «Thông tin» nên không rõ của đơn vị nào và không được đọc. "
        f"Có phải là sheet «{name}» không?")
    [missing] = [found for found in read().findings if found.code == "N01" and found.unit == "Bệnh viện Bà Rịa"]
    assert missing.message.endswith("Tệp «bvbr_2024-Q3.xlsx» không được tính: xem N19.")


def test_a_form_without_the_line_of_its_code_is_told_which_line(alter: Act, read: Read, problems: Problems) -> None:
    alter("bvbr", lambda workbook: workbook[INFO].delete_rows(4))
    assert problems() == [("N19", "bvbr_2024-Q3.xlsx", INFO, "")]
    told = only(read, "N19")
    assert told.unit == "Bệnh viện Bà Rịa"
    assert "không còn dòng «Mã đơn vị» ở sheet «Thông tin»" in told.message
    assert "Có phải" not in told.message
    assert told.mend == "Chép lại dòng «Mã đơn vị» từ biểu mẫu đã phát rồi gửi lại."


@pytest.mark.parametrize("written", ["zzz", "bv ba ria", None, dt.date(2024, 1, 1)])
def test_a_form_with_a_code_of_nobody_is_of_the_unit_that_it_names(alter: Act, read: Read, written: Any) -> None:
    def change(workbook: Any) -> None:
        workbook[INFO]["B4"].value = written

    alter("bvbr", change)
    assert only(read, "N05").unit == "Bệnh viện Bà Rịa"
    [missing] = [found for found in read().findings if found.code == "N01" and found.unit == "Bệnh viện Bà Rịa"]
    assert missing.message.endswith("Tệp «bvbr_2024-Q3.xlsx» không được tính: xem N05.")


def test_the_form_of_another_agency_is_no_fault_of_a_unit_with_the_same_code(alter: Act, read: Read) -> None:
    def change(workbook: Any) -> None:
        workbook[INFO]["B3"].value = "Phòng Kế hoạch - Tài chính Sở Y tế khác"
        workbook[INFO]["B6"].value = "syt-khac"

    alter("bvbr", change)
    wrong = [found for found in read().findings if found.file]
    assert {found.code for found in wrong} == {"N05"}
    assert {found.unit for found in wrong} == {""}


@pytest.mark.parametrize("name", ["bvbr_2024-Q3.csv", "BVBR_2024-q3 (1) (2).zip", "Bệnh viện Bà Rịa.docx", "bvbr.pdf",
                                  "bao cao benh vien ba ria quy 3.doc"])
def test_a_unit_of_which_a_file_of_another_kind_came_has_sent_nothing_that_can_be_used(
    raw: Path, read: Read, name: str
) -> None:
    (raw / name).write_bytes(b"PK")
    assert only(read, "N06").unit == "Bệnh viện Bà Rịa"
    [missing] = [found for found in read().findings if found.code == "N01" and found.unit == "Bệnh viện Bà Rịa"]
    assert missing.message == ("Bệnh viện Bà Rịa chưa gửi tệp số liệu dùng được trong kỳ này. "
                               f"Tệp «{name}» không được tính: xem N06.")


@pytest.mark.parametrize("name", ["~$bvbr_2024-Q3.xlsx", ".bvbr.xlsx", ".gitkeep"])
def test_lock_files_and_hidden_files_are_passed_over(submit: Act, raw: Path, problems: Problems, name: str) -> None:
    submit("bvbr")
    (raw / name).write_bytes(b"\x05Nguyen Van A")
    assert problems() == []


@pytest.mark.parametrize("name", ["cũ", "cũ.xlsx"])
def test_folders_are_named_and_not_looked_into(submit: Act, raw: Path, problems: Problems, name: str) -> None:
    submit("bvbr")
    (raw / name).mkdir()
    (raw / ".ẩn").mkdir()
    assert problems() == [("N14", name, "", "")]


def test_a_link_is_not_followed(submit: Act, raw: Path, tmp_path: Path, problems: Problems) -> None:
    [path] = submit("bvbr")
    (raw / "bvbr.xlsx").symlink_to(path.rename(tmp_path / "ngoài.xlsx"))
    (raw / "cũ.xlsx").symlink_to(tmp_path)
    assert problems() == [("T02", "cũ.xlsx", "", ""), ("T02", "bvbr.xlsx", "", "")]


@pytest.mark.parametrize("name", ["danh sách.docx", "bvbr_2024-Q3.xls", "bvbr_2024-Q3.xlsx.tmp", "Thumbs.db"])
def test_a_file_of_another_kind_is_named(submit: Act, raw: Path, problems: Problems, name: str) -> None:
    submit("bvbr")
    (raw / name).write_bytes(b"PK")
    assert problems() == [("N06", name, "", "")]


def test_the_lines_of_the_first_sheet_are_found_by_their_labels(alter: Act, problems: Problems) -> None:
    def rename(workbook: Any) -> None:
        sheet = workbook[INFO]
        sheet.insert_rows(1, 4)
        sheet["A8"].value = "  mã  ĐƠN VỊ "
        sheet.title = "THÔNG TIN "

    alter("bvbr", rename)
    assert problems() == []


def test_an_unknown_code_of_a_unit_is_met_with_the_unit_that_was_meant(retype: Act, read: Read) -> None:
    retype("bvm", INFO, {"B4": "bvmat"})
    assert only(read, "N05").message.endswith("Có phải «bvm – Bệnh viện Mắt»?")
