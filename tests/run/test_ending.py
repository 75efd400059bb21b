"""What a run says when it has ended."""

from dataclasses import replace
from pathlib import Path

import pytest

from report_utils.agency.reporting import open_reporting
from report_utils.run.ending import ending_of
from report_utils.run.folders import Folders
from report_utils.run.outcome import Outcome

ROOT = Path(__file__).parents[2]
REPORTS = "reports/syt-brvt/2024-Q3"
MAIN = Outcome("Báo cáo.docx", False, (), (), 0, 0, summary="Tóm tắt.docx")
OTHER = Outcome("Dữ liệu mở.docx", False, (), (), 0, 0)


@pytest.fixture
def written(tmp_path: Path) -> Folders:
    (tmp_path / "reports" / "html").mkdir(parents=True)
    (tmp_path / "reports" / "html" / "2_kiem_tra.html").touch()
    return Folders(tmp_path / "processed", tmp_path / "reports")


def lines(*outcomes: Outcome, written: Folders) -> list[str]:
    return list(ending_of(open_reporting("syt-brvt", "2024-Q3", str(ROOT)), outcomes, (), written).lines)


def test_every_document_is_named_with_its_path(written: Folders) -> None:
    assert lines(MAIN, OTHER, written=written) == [
        "Báo cáo đủ số liệu: Báo cáo.docx (0 cảnh báo).",
        f"Tệp Word: {REPORTS}/Báo cáo.docx",
        f"Tóm tắt: {REPORTS}/Tóm tắt.docx",
        "Báo cáo đủ số liệu: Dữ liệu mở.docx (0 cảnh báo).",
        f"Tệp Word: {REPORTS}/Dữ liệu mở.docx",
    ]


@pytest.mark.parametrize(("errors", "warnings", "what"), [(0, 2, "cảnh báo"), (1, 0, "lỗi"), (1, 2, "lỗi, cảnh báo")])
def test_what_is_counted_is_listed_somewhere(written: Folders, errors: int, warnings: int, what: str) -> None:
    found = Outcome("Báo cáo.docx", errors > 0, (), (), errors, warnings)
    assert lines(found, written=written)[-1] == (
        f"Từng {what} và cách sửa: {REPORTS}/html/2_kiem_tra.html hoặc lệnh baocao check")  # fmt: skip


def test_a_page_that_no_notebook_made_is_not_named(written: Folders) -> None:
    (written.reports / "html" / "2_kiem_tra.html").unlink()
    found = Outcome("Báo cáo.docx", False, (), (), 0, 1)
    assert lines(found, written=written)[-1] == "Từng cảnh báo và cách sửa: lệnh baocao check"


def test_remarks_on_the_wording_come_last_with_the_command_that_explains_them(written: Folders) -> None:
    remark = "[R18 cần xem] Mục I, đoạn 4: Hai câu khác nhau. «Câu.»"
    told = lines(MAIN, replace(OTHER, remarks=(remark,)), written=written)
    assert told[0] == f"Dữ liệu mở.docx: {remark}"
    assert told[-1] == ("1 điểm trong lời văn cần xem trước khi trình ký; cả câu và cách xử lý: "
                        f'baocao review "{REPORTS}/Dữ liệu mở.docx"')
