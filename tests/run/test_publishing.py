"""baocao publish: a folder for the site, and a record of what was let through."""

import json
import shutil
from dataclasses import replace

import openpyxl
import pytest

from report_utils.run.desk import open_desk
from report_utils.run.publishing import publish, published_lines, site_folder

AGENCY, PERIOD = "syt-brvt", "2024-Q3"


@pytest.fixture
def desk(root):
    return open_desk(AGENCY, PERIOD, str(root))


@pytest.fixture
def raw(root):
    return root / "data" / "raw" / AGENCY / PERIOD


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_for_the_site_holds_the_kit_and_nothing_else(desk):
    kit = publish(desk)
    assert files_in(site_folder(desk)) == kit.files


def test_a_set_that_is_withdrawn_goes_from_the_folder(desk, raw):
    publish(desk)
    (raw / "du-lieu-mo" / "008.xlsx").unlink()
    publish(desk)
    assert not list(site_folder(desk).glob("du-lieu/08*"))
    assert sorted(path.name for path in site_folder(desk).parent.iterdir() if path.name.startswith("."))[1:] == []


def test_the_record_of_the_gate_stays_beside_the_folder(desk):
    publish(desk)
    record = site_folder(desk).with_name("du-lieu-mo-kiem-tra")
    verdicts = [json.loads(line) for line in (record / "gate.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {verdict["verdict"] for verdict in verdicts} <= {"pass", "warn"}
    columns = [verdict for verdict in verdicts if verdict["letter"]]
    assert (len(columns), len(verdicts) - len(columns)) == (7 + 5 + 3 + 5, 4 * 4)  # and the words beside them
    assert (record / "findings.csv").exists()


def test_the_command_says_what_is_published_and_where(desk):
    lines = list(published_lines(publish(desk), desk.reporting, "reports/x/du-lieu-mo"))
    assert lines[0] == "Công bố: Cơ sở khám bệnh, chữa bệnh trên địa bàn (10 dòng) - 002.xlsx"
    assert lines[-3:] == [
        "Đã công bố 4 trong 4 tệp đã gửi.",
        "4 trong 14 tập dữ liệu của kế hoạch có tệp công bố kỳ này; 10 tập còn lại: 10 tập chưa đến hạn, chưa gửi tệp.",
        "Thư mục đưa lên trang: reports/x/du-lieu-mo",
    ]


def test_the_command_says_why_sets_of_the_plan_are_not_published(desk, raw):
    plan = list(desk.reporting.agency.catalogues.open_data)
    cutoff = desk.reporting.window.cutoff
    plan = [replace(entry, due={"001": None, "004": cutoff}.get(entry.dataset.zfill(3), entry.due)) for entry in plan]
    catalogues = replace(desk.reporting.agency.catalogues, open_data=tuple(plan))
    agency = replace(desk.reporting.agency, catalogues=catalogues)
    book = openpyxl.load_workbook(raw / "du-lieu-mo" / "008.xlsx")
    del book["Dữ liệu"]
    book.save(raw / "du-lieu-mo" / "008.xlsx")
    lines = list(published_lines(publish(desk), replace(desk.reporting, agency=agency), "x"))
    assert lines[-3] == "Đã công bố 3 trong 4 tệp đã gửi."
    assert lines[-2] == (
        "3 trong 14 tập dữ liệu của kế hoạch có tệp công bố kỳ này; 11 tập còn lại: 1 tập có tệp nhưng bị giữ lại, "
        "1 tập đã đến hạn mà kỳ này chưa gửi tệp, 8 tập chưa đến hạn, chưa gửi tệp, 1 tập kế hoạch không nêu hạn, "
        "chưa gửi tệp.")


def test_without_workbooks_the_command_says_what_the_plan_waits_for(desk, raw):
    shutil.rmtree(raw / "du-lieu-mo")
    lines = list(published_lines(publish(desk), desk.reporting, "x"))
    assert lines == [
        "Chưa có tập dữ liệu nào trong thư mục du-lieu-mo của kỳ này; trang danh mục để trống.",
        "0 trong 14 tập dữ liệu của kế hoạch có tệp công bố kỳ này; 14 tập còn lại: 14 tập chưa đến hạn, chưa gửi tệp.",
        "Thư mục đưa lên trang: x",
    ]


def test_what_is_wrong_is_told_with_its_place_and_remedy(desk, raw):
    (raw / "du-lieu-mo" / "008.xlsx").write_bytes(b"")
    lines = list(published_lines(publish(desk), desk.reporting, "x"))
    at = lines.index("Không công bố: không rõ tập dữ liệu nào của kế hoạch - 008.xlsx")
    assert lines[at + 1].startswith("  T0")
    assert lines[at + 2].startswith("      ")


def test_a_workbook_that_cannot_be_read_is_held_back_and_not_missing(desk, raw):
    (raw / "du-lieu-mo" / "009.xlsx").write_bytes(b"")
    lines = list(published_lines(publish(desk), desk.reporting, "x"))
    assert lines[-2] == (
        "4 trong 14 tập dữ liệu của kế hoạch có tệp công bố kỳ này; 10 tập còn lại: 1 tập có tệp nhưng bị giữ lại, "
        "9 tập chưa đến hạn, chưa gửi tệp.")


def test_a_workbook_of_no_known_set_is_counted_apart(desk, raw):
    (raw / "du-lieu-mo" / "bảng.xlsx").write_bytes(b"")
    lines = list(published_lines(publish(desk), desk.reporting, "x"))
    assert lines[-2].endswith("10 tập chưa đến hạn, chưa gửi tệp; 1 tệp bị giữ lại mà chưa rõ là của tập nào.")
