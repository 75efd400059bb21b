"""The command `baocao`: exit statuses, sentences, files."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils import __version__
from report_utils.cli import main
from report_utils.run.desk import open_desk

ROOT = Path(__file__).parents[1]
SAMPLE = ("syt-brvt", "2024-Q3")
KEYS = ["rule", "severity", "unit", "file", "sheet", "cell", "element", "text", "figure", "message", "expected", "mend",
        "was", "explanation"]  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a command wrote and its exit status."""

    status: object
    out: str
    err: str


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with settings, facts and every sample submission."""
    root = tmp_path / "sở y tế"
    for part in ("params", "data/facts", "data/raw"):
        shutil.copytree(ROOT / part, root / part)
    return root


@pytest.fixture
def baocao(place: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run a command in the workspace; no answer may hold a traceback."""

    def run(*arguments: str, root: bool = True) -> Answer:
        with pytest.raises(SystemExit) as stopped:
            main([*arguments, *(["--root", str(place)] if root else [])])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Answer(stopped.value.code, out, err)

    return run


@pytest.fixture
def raw(place: Path) -> Path:
    return place / "data" / "raw" / "syt-brvt" / "2024-Q3"


def spoil(path: Path, sheet: str, cell: str, value: object) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook[sheet][cell].value = value
    workbook.save(path)


# Exit statuses


def test_a_check_without_errors_is_done(baocao: Callable[..., Answer]) -> None:
    answer = baocao("check", *SAMPLE)
    assert (answer.status, answer.err) == (0, "")
    *_, counts, _, next_step = answer.out.splitlines()
    assert counts == "0 phát hiện, trong đó 0 lỗi. Chi tiết: data/processed/syt-brvt/2024-Q3/findings.csv"
    assert next_step.startswith("Bước tiếp theo: lập báo cáo: baocao run syt-brvt 2024-Q3 --root ")


def test_reports_that_would_lack_data_are_told_of_by_every_command_before_them(baocao: Callable[..., Answer]) -> None:
    """Nothing is wrong with what came for the half year, but it is two tables only."""
    for command in ("check", "status", "remind"):
        answer = baocao(command, "syt-brvt", "2024-H1")
        assert answer.status == 0
        *_, missing, of_other, _, next_step = answer.out.splitlines()
        assert missing.startswith("Báo cáo lập bây giờ là bản dự thảo: ")
        assert " chỗ thiếu số liệu, của Văn phòng Sở (" in missing
        assert missing.endswith(" và 22 đơn vị khác.")
        assert of_other.startswith("Báo cáo dữ liệu mở 6 tháng đầu năm 2024 lập bây giờ là bản dự thảo: 10 chỗ thiếu "
                                   "số liệu, của Văn phòng Sở (4), ")
        assert "lập bản dự thảo để xem từng chỗ thiếu: baocao run syt-brvt 2024-H1" in next_step


def test_a_check_with_errors_is_done_but_tells_so(baocao: Callable[..., Answer], raw: Path) -> None:
    (raw / "tcd_2024-Q3.xlsx").unlink()
    answer = baocao("check", *SAMPLE)
    assert (answer.status, answer.err) == (1, "")
    assert "Trường Cao đẳng Y tế chưa gửi tệp số liệu kỳ này." in answer.out
    assert "1 phát hiện, trong đó 1 lỗi" in answer.out
    assert "đôn đốc đơn vị còn lỗi hoặc chậm gửi: baocao remind syt-brvt 2024-Q3" in answer.out.splitlines()[-1]


WRONG = {
    "agency": (("run", "syt-brv", "2024-Q3"), "Không có cơ quan «syt-brv». Có phải ý bạn là «syt-brvt»?"),
    "agency by its name": (("run", "sở y tế tỉnh Bà Rịa - Vũng Tàu", "2024-Q3"), "Có phải ý bạn là «syt-brvt»?"),
    "period in words": (("run", "syt-brvt", "quý 3/2024"), "Có phải ý bạn là «2024-Q3»? Kỳ viết dạng 2024-Q3"),
    "nothing to check": (("check", "syt-brvt", "2042-Q3"), "data/raw/syt-brvt/2042-Q3 không có tệp nào"),
    "period": (("run", "syt-brvt", "2024-Q5"), "Không có kỳ báo cáo «2024-Q5». Kỳ viết dạng 2024-Q3"),
    "no such period here": (("check", "syt-brvt", "2024-Q2"), "Cơ quan này báo cáo theo: Q1, H1, Q3, 9M, Y."),
    "no file of the period": (("run", "syt-brvt", "2042-Q3"),
                              "data/raw/syt-brvt/2042-Q3 không có tệp nào; kỳ đã có tệp: 2024-H1, 2024-Q3, 2025-H1."),
    "figure": (("trace", *SAMPLE, "dossiers.resolved.overdu"), "Có phải ý bạn là «dossiers.resolved.overdue»?"),
    "command": (("chek", *SAMPLE), "Không có lệnh «chek». Có phải ý bạn là «check»?"),
    "option": (("check", *SAMPLE, "--jsn"), "Không có tùy chọn «--jsn». Có phải ý bạn là «--json»?"),
    "no period": (("check", "syt-brvt"), "Thiếu tham số PERIOD (kỳ báo cáo, ví dụ 2025-Q3)."),
    "too much": (("check", *SAMPLE, "2024-Y"), "Câu lệnh không đúng: thừa «2024-Y». Xem hướng dẫn: baocao check"),
    "no number": (("batch", "--workers", "0"), "Giá trị của «--workers» không dùng được: cần một số nguyên từ 1."),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_does_not_exist_is_refused_with_a_suggestion(baocao: Callable[..., Answer], what: str) -> None:
    arguments, sentence = WRONG[what]
    if arguments[0] == "trace":
        baocao("check", *SAMPLE)
    answer = baocao(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert sentence in answer.err
    assert len(answer.err.splitlines()) == 1


def test_an_unknown_unit_is_refused_with_a_suggestion(baocao: Callable[..., Answer], place: Path) -> None:
    facts = place / "data" / "facts" / "syt-brvt" / "2024-Q3" / "submissions.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace("bvbr,", "bvrb,"), encoding="utf-8")
    answer = baocao("samples", *SAMPLE)
    assert answer.status == 2
    assert answer.err.strip() == "Không có đơn vị «bvrb». Có phải ý bạn là «bvbr»?"


def test_a_unit_that_the_settings_misspell_is_named_with_its_file(baocao: Callable[..., Answer], place: Path) -> None:
    outline = place / "params" / "syt-brvt" / "outline.csv"
    outline.write_text(outline.read_text(encoding="utf-8").replace(",ttra,", ",ttrb,"), encoding="utf-8")
    answer = baocao("check", *SAMPLE)
    assert answer.status == 2
    assert "params/syt-brvt/outline.csv" in answer.err
    assert "«ttrb»" in answer.err


def test_a_folder_that_is_no_workspace_is_named(baocao: Callable[..., Answer], tmp_path: Path) -> None:
    answer = baocao("check", *SAMPLE, "--root", str(tmp_path / "trống"), root=False)
    assert answer.status == 2
    assert answer.err.startswith("Không tìm thấy thư mục làm việc")


def test_a_file_that_cannot_be_written_is_named(baocao: Callable[..., Answer], place: Path) -> None:
    (place / "data" / "processed").write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    answer = baocao("check", *SAMPLE)
    assert answer.status == 2
    assert answer.err.startswith("Không ghi được «")


def test_an_interruption_has_its_own_status(baocao: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("report_utils.run.desk.open_desk", interrupt)
    answer = baocao("check", *SAMPLE)
    assert (answer.status, answer.err) == (130, "\nĐã dừng theo yêu cầu.\n")


# Commands


def test_forms_are_written_for_every_unit(baocao: Callable[..., Answer], place: Path) -> None:
    answer = baocao("forms", *SAMPLE)
    forms = place / "data" / "forms" / "syt-brvt" / "2024-Q3"
    assert answer.status == 0
    assert "Đã ghi 27 biểu mẫu vào" in answer.out
    assert "đặt tệp nhận về vào data/raw/syt-brvt/2024-Q3, rồi chạy: baocao check" in answer.out.splitlines()[-1]
    assert len(list(forms.glob("*.xlsx"))) == 27
    assert openpyxl.load_workbook(forms / "vp_2024-Q3.xlsx").sheetnames[0] == "Thông tin"


def test_a_period_in_which_nobody_is_asked_is_told(baocao: Callable[..., Answer]) -> None:
    answer = baocao("forms", "syt-thua-thien-hue", "2021-Q1")
    assert answer.status == 0
    assert "Kỳ này chưa hỏi đơn vị nào" in answer.out


def test_samples_are_made_from_the_facts(baocao: Callable[..., Answer], raw: Path) -> None:
    shutil.rmtree(raw)
    answer = baocao("samples", *SAMPLE)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == "Đã ghi 31 tệp minh họa vào data/raw/syt-brvt/2024-Q3."
    committed = ROOT / "data" / "raw" / "syt-brvt" / "2024-Q3"
    assert contents(raw) == contents(committed)


def contents(folder: Path) -> dict[str, bytes]:
    """The workbooks in a folder and below, by their path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xlsx")}


def test_findings_as_json_are_one_object_a_line(baocao: Callable[..., Answer], raw: Path) -> None:
    (raw / "tcd_2024-Q3.xlsx").unlink()
    spoil(raw / "ttra_2024-Q3.xlsx", "Chỉ tiêu", "E7", "nhiều")
    answer = baocao("check", *SAMPLE, "--json")
    objects = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.status == 1
    assert all(list(each) == KEYS for each in objects)
    [unread] = [each for each in objects if each["rule"] == "O02"]
    assert (unread["severity"], unread["unit"], unread["file"], unread["sheet"], unread["cell"], unread["text"]) == (
        "lỗi", "Thanh tra Sở", "ttra_2024-Q3.xlsx", "Chỉ tiêu", "E7", "nhiều"
    )  # fmt: skip
    assert unread["element"] == "ttra_2024-Q3.xlsx › Chỉ tiêu › E7"
    assert {"N01", "O02"} <= {each["rule"] for each in objects}


def test_no_finding_is_no_line_of_json(baocao: Callable[..., Answer]) -> None:
    assert baocao("check", *SAMPLE, "--json") == Answer(0, "", "")


def test_a_trace_shows_value_rule_and_every_cell(baocao: Callable[..., Answer]) -> None:
    baocao("check", *SAMPLE)
    answer = baocao("trace", *SAMPLE, "investment.rate")
    assert (answer.status, answer.err) == (0, "")
    value, rule, *tree = answer.out.splitlines()
    assert value == "investment.rate = 0,0118%"
    assert rule == "Cách tính: Đã thực hiện (3) / [(1) + (2)]"
    assert tree[:2] == [
        "├─ investment.disbursed – Dòng DT03: Vốn đầu tư công đã giải ngân lũy kế từ đầu năm = 28.365.000",
        "│  ├─ bqlda_2024-Q3.xlsx › Tài chính › D9 = 28.365.000",
    ]
    assert len([line for line in tree if ".xlsx › " in line]) == 6


def test_a_trace_of_a_number_or_of_words_offers_the_figures_that_may_be_meant(baocao: Callable[..., Answer]) -> None:
    baocao("check", *SAMPLE)
    by_value, by_words = (baocao("trace", *SAMPLE, wanted) for wanted in ("32", "Hồ sơ quá hạn"))
    first = "  dossiers.resolved.overdue = 32 hồ sơ (Tổng cột «Số hồ sơ đã giải quyết - Quá hạn» toàn ngành)"
    assert (by_value.status, by_words.status) == (2, 2)
    assert by_value.err.splitlines()[1] == first
    assert first in by_words.err.splitlines()
    many = baocao("trace", *SAMPLE, "nhiệm vụ").err.splitlines()
    assert len(many) == 12
    assert many[-1].endswith("số liệu khác")


def test_a_long_trace_is_cut_unless_asked_for_in_full(baocao: Callable[..., Answer]) -> None:
    baocao("check", *SAMPLE)
    short, full = (baocao("trace", *SAMPLE, "plans.cchc.total", *more).out for more in ((), ("--full",)))
    assert "… và 21 mục nữa; dùng --full để xem hết" in short
    assert "--full" not in full
    assert len(full.splitlines()) > 40 > len(short.splitlines()) - 10


def test_a_trace_as_json_is_one_object_with_parts_and_cells(baocao: Callable[..., Answer]) -> None:
    baocao("check", *SAMPLE)
    found = json.loads(baocao("trace", *SAMPLE, "dossiers.one_stop.in_time_rate", "--json").out)
    assert (found["code"], found["text"], found["unit"]) == ("dossiers.one_stop.in_time_rate", "96,29%", "%")
    assert found["operation"] == "percent"
    assert [part["value"] for part in found["parts"]] == ["831", "863"]
    assert {"file": "ttpvhcc_2024-Q3.xlsx", "sheet": "Hồ sơ TTHC", "cell": "H10", "value": "309"} in found["cells"]


def test_a_trace_of_a_count_and_of_a_figure_in_a_table(baocao: Callable[..., Answer]) -> None:
    baocao("check", *SAMPLE)
    assert baocao("trace", *SAMPLE, "dossiers.received").out.splitlines()[0] == "dossiers.received = 3.458 hồ sơ"
    assert baocao("trace", *SAMPLE, "staffing.bvbr.recruited").out.splitlines()[-1] == (
        "└─ bvbr_2024-Q3.xlsx › Biên chế, tuyển dụng › G9 = 36"
    )


def test_a_trace_of_a_figure_without_data_names_who_owes_it(baocao: Callable[..., Answer], raw: Path) -> None:
    (raw / "bqlda_2024-Q3.xlsx").unlink()
    baocao("check", *SAMPLE)
    answer = baocao("trace", *SAMPLE, "investment.rate")
    assert answer.out.splitlines() == [
        "investment.rate chưa có giá trị",
        "Cách tính: Đã thực hiện (3) / [(1) + (2)]",
        "Thiếu số liệu của Ban Quản lý dự án chuyên ngành y tế",
    ]


def test_a_trace_before_anything_was_read_says_what_to_do(baocao: Callable[..., Answer]) -> None:
    answer = baocao("trace", *SAMPLE, "investment.rate")
    assert answer.status == 2
    assert "Hãy chạy sổ tính 1 trước" in answer.err


def test_the_shell_is_told_that_a_final_report_was_refused(
    baocao: Callable[..., Answer], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notebooks are those of the last stage only; tests/test_end_to_end.py runs them all."""
    spoil(place / "data" / "raw" / "syt-brvt" / "2024-Q3" / "ttra_2024-Q3.xlsx", "Chỉ tiêu", "E7", "nhiều")

    def stages(notebook: Path, output: Path, parameters: Any, root: Path) -> None:
        desk = open_desk(parameters["agency"], parameters["period"], str(root))
        {"1": desk.receive, "2": desk.check, "4": desk.write}.get(notebook.name[0], str)()

    monkeypatch.setattr("report_utils.run.pipeline.execute", stages)
    answer = baocao("run", *SAMPLE, "--final")
    assert answer.status == 2
    assert "Chưa thể lập báo cáo chính thức: còn " in answer.err
    assert not (place / "reports" / "syt-brvt" / "2024-Q3").exists()
    monkeypatch.setenv("BAOCAO_SOFFICE", "/không/có")
    draft = baocao("run", *SAMPLE, "--pdf")
    assert draft.status == 1
    assert "Báo cáo là bản DỰ THẢO" in draft.out
    assert "Thanh tra Sở: " in draft.out
    assert "(data/processed/syt-brvt/2024-Q3/feedback/ttra.xlsx)" in draft.out
    assert "Danh sách từng chỗ: reports/syt-brvt/2024-Q3/html/4_bao_cao.html" in draft.out
    assert "Tệp Word: reports/syt-brvt/2024-Q3/DỰ THẢO - Báo cáo CCHC quý III năm 2024.docx" in draft.out
    assert "Tóm tắt: reports/syt-brvt/2024-Q3/DỰ THẢO - Tóm tắt Báo cáo CCHC quý III năm 2024.docx" in draft.out
    assert "PDF" not in draft.out
    assert draft.err.splitlines()[-1].strip().startswith("Chưa ghi được PDF vì «/không/có» trong BAOCAO_SOFFICE")


# The command line


def test_the_version_is_that_of_the_package(baocao: Callable[..., Answer]) -> None:
    assert baocao("--version", root=False) == Answer(0, f"{__version__}\n", "")


@pytest.mark.parametrize(("arguments", "sentence"), [
    (("pdf", "nope.docx"), "Không có tệp «nope.docx». Hãy kiểm tra lại tên và thư mục.\n"),
    (("check", *SAMPLE, "--root"), "Tùy chọn «--root» thiếu giá trị"),
    (("lint", "--json=1", "x.docx"), "Tùy chọn «--json» thiếu giá trị, hoặc không nhận giá trị."),
])
def test_no_english_reaches_a_person(arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
                                     ) -> None:
    with pytest.raises(SystemExit):
        main(list(arguments))
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "report_utils"], [str(Path(sys.executable).with_name("baocao"))]]
)
def test_the_command_may_be_called_in_two_ways(command: list[str]) -> None:
    done = subprocess.run([*command, "pdf", "nope.docx"], capture_output=True, check=False,
                          env={**os.environ, "PYTHONUTF8": "1"}, encoding="utf-8")  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii:strict", "cp1252:strict"])
def test_a_file_gets_utf_8_whatever_the_code_page_of_the_system(encoding: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "report_utils", "--help"], capture_output=True, check=False,
                          env=environment)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Cách dùng: baocao")
