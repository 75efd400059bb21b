"""The places that keep a report from being final."""

from decimal import Decimal
from pathlib import Path

from report_utils.agency.reporting import open_reporting
from report_utils.document.blocks import Mark
from report_utils.document.gaps import Gap
from report_utils.figures.figure import Figure
from report_utils.figures.quantity import Quantity
from report_utils.findings import CellRef
from report_utils.run.open_places import missing_line, place_lines, places_by_unit, unit_lines
from report_utils.run.outcome import Outcome

ROOT = Path(__file__).parents[2]
CELLS = tuple(CellRef("py.xlsx", "Hồ sơ TTHC", cell) for cell in ("L10", "M10"))


def test_a_doubtful_place_is_a_sentence_with_figure_unit_file_and_cell() -> None:
    quantity = Quantity(Decimal(8), CELLS, (), ("Trung tâm Pháp y",))
    figure = Figure("dossiers.pending", quantity, "Chưa giải quyết", "hồ sơ")
    gap = Gap("I.2. Kết quả", "08", Mark.DOUBTFUL, figure.code)
    [line] = place_lines([gap, gap], Mark.DOUBTFUL, {figure.code: figure}, {CELLS[1]})
    assert line == (
        "I.2. Kết quả: Chưa giải quyết (dossiers.pending) = 08 hồ sơ; kiểm tra lại số liệu của Trung tâm Pháp y: "
        "py.xlsx › Hồ sơ TTHC › M10"
    )
    assert place_lines([gap], Mark.ABSENT, {}, ()) == ()


def test_places_are_counted_by_unit(tmp_path: Path) -> None:
    reporting = open_reporting("syt-brvt", "2024-Q3", str(ROOT))
    outcome = Outcome("x.docx", True, ("I.1. Kế hoạch: [CHƯA CÓ SỐ LIỆU – Văn phòng Sở, Thanh tra Sở]",),
                      ("I.2. Hồ sơ: Tổng (a.b) = 08; kiểm tra lại số liệu của Thanh tra Sở: a.xlsx › S › E7",), 1, 0)
    lines = [line.partition(" (")[0] for line in places_by_unit(outcome, reporting)]
    assert sorted(lines) == sorted([
        "Văn phòng Sở: 1 chỗ chưa có số liệu",
        "Thanh tra Sở: 1 chỗ chưa có số liệu, 1 chỗ cần kiểm tra lại",
        "Một chỗ có thể thiếu của nhiều đơn vị; cả báo cáo có 1 chỗ chưa có số liệu, 1 chỗ cần kiểm tra lại.",
        "Danh sách từng chỗ: reports/syt-brvt/2024-Q3/html/4_bao_cao.html",
    ])


def test_places_that_an_adjustment_made_wrong_are_the_office_s() -> None:
    reporting = open_reporting("syt-brvt", "2024-Q3", str(ROOT))
    wrong = ("I.2: Tổng (a.b) = 08; kiểm tra lại số liệu của Thanh tra Sở (do điều chỉnh của cơ quan): a.xlsx › S › E7",
             "I.3: Tổng (a.c) = 09; kiểm tra lại số liệu của Văn phòng Sở, Thanh tra Sở (do điều chỉnh của cơ quan)")
    lines = list(unit_lines(Outcome("x.docx", True, (), wrong, 1, 0), reporting))
    assert [line.partition(" (data/")[0] for line in lines] == [
        "Văn phòng Sở: 1 chỗ cần kiểm tra lại",
        "Cơ quan: 2 chỗ cần kiểm tra lại do điều chỉnh đã ghi (baocao adjust syt-brvt 2024-Q3)"]


def test_places_of_one_unit_each_are_not_counted_again() -> None:
    reporting = open_reporting("syt-brvt", "2024-Q3", str(ROOT))
    outcome = Outcome("x.docx", True, ("I.1. Kế hoạch: [CHƯA CÓ SỐ LIỆU – Thanh tra Sở]",), (), 0, 0)
    assert [line.partition(" (")[0] for line in places_by_unit(outcome, reporting)] == [
        "Thanh tra Sở: 1 chỗ chưa có số liệu", "Danh sách từng chỗ: reports/syt-brvt/2024-Q3/html/4_bao_cao.html"]


def test_the_units_that_owe_most_are_named_first() -> None:
    reporting = open_reporting("syt-brvt", "2024-Q3", str(ROOT))
    places = ("1: [CHƯA CÓ SỐ LIỆU – Văn phòng Sở, Thanh tra Sở]", "2: [CHƯA CÓ SỐ LIỆU – Thanh tra Sở]")
    outcome = Outcome("x.docx", True, places, (), 0, 0)
    assert missing_line(outcome, reporting) == (
        "Báo cáo lập bây giờ là bản dự thảo: 2 chỗ thiếu số liệu, của Thanh tra Sở (2), Văn phòng Sở (1).")
    assert missing_line(outcome, reporting, "Báo cáo dữ liệu mở quý III năm 2024").startswith(
        "Báo cáo dữ liệu mở quý III năm 2024 lập bây giờ là bản dự thảo: 2 chỗ")
    assert missing_line(Outcome("x.docx", False, (), (), 0, 0), reporting) == ""
