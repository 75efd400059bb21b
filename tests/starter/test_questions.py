"""The command that asks about a new agency, or reads what it must know."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report_utils.agency.agency import load_agency
from report_utils.agency.workspace import Workspace
from report_utils.cli.frame import baocao
from report_utils.starter.content import example

Command = Callable[..., Result]
SAID = ["Sở Y tế tỉnh B", "", "", "", "", "", "", "", "Phó Giám đốc", "Nguyễn A"]
"""The name, six suggestions taken, the head, who signs for the head."""
REST = ["", "", "", "vp;Văn phòng", "bv1;Bệnh viện số 1", "", ""]
"""Reports, addressee, calendar, units, lead."""


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command in an empty folder, with lines typed in."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, typed: list[str] | None = None) -> Result:
        return CliRunner().invoke(baocao, ["new-agency", *arguments], input="\n".join([*(typed or []), ""]))

    return run


def test_questions_have_answers_to_take_with_enter(command: Command, tmp_path: Path) -> None:
    answer = command("syt-b", typed=[*SAID, *REST])
    assert answer.exception is None
    agency = load_agency(Workspace(tmp_path), "syt-b")
    assert agency.profile.letterhead.model_dump() == {"superior": "UBND TỈNH B", "agency": "SỞ Y TẾ", "place": "B"}
    assert agency.profile.reports["cchc"].addressees == ("Sở Nội vụ tỉnh B",)
    assert [(unit.code, unit.group) for unit in agency.units] == [("vp", "office"), ("bv1", "affiliated")]


def test_a_wrong_answer_is_asked_again(command: Command, tmp_path: Path) -> None:
    rest = ["cchx", "cchc; ke_hoach", "", "", "tuần", "quy", "vp", "vp;Văn phòng", "", "xx", "vp"]
    answer = command("syt-b", typed=[*SAID, *rest])
    assert answer.exception is None
    for words in ("Không có báo cáo «cchx» (gần đúng nhất: «cchc»); dùng: cchc, ke_hoach, open_data.",
                  "Trả lời bằng một trong: 15, quy.", "«vp» phải ghi dạng mã;tên đơn vị, ví dụ vp;Văn phòng Sở.",
                  "không có đơn vị «xx» trong danh sách đơn vị"):  # fmt: skip
        assert words in answer.output
    assert list(load_agency(Workspace(tmp_path), "syt-b").profile.reports)[:2] == ["cchc", "ke_hoach"]


def test_an_answer_that_cannot_be_read_is_asked_again_at_once(command: Command, tmp_path: Path) -> None:
    answer = command("syt-b", typed=["   ", "Sở\x07", *SAID, *REST])
    assert answer.exception is None
    assert "Không được để trống, phải có chữ hoặc số." in answer.output
    assert "Có ký tự điều khiển hoặc ký tự lạ (U+0007) trong «Sở»; hãy gõ lại." in answer.output
    assert load_agency(Workspace(tmp_path), "syt-b").profile.name == SAID[0]


def test_a_command_that_is_told_to_end_leaves_nothing_behind(command: Command, tmp_path: Path,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr("report_utils.starter.write.load_agency", lambda *_: signal.raise_signal(signal.SIGTERM))
    answer = command("syt-b", typed=[*SAID, *REST])
    assert isinstance(answer.exception, SystemExit)
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) is before


def test_units_may_come_from_a_list(command: Command, tmp_path: Path) -> None:
    (tmp_path / "đơn vị.csv").write_text("mã;tên\nvp;Văn phòng\nkt;Phòng A\n", encoding="utf-8")
    assert command("syt-b", typed=[*SAID, "", "", "", "đơn vị.csv", "kt"]).exception is None
    agency = load_agency(Workspace(tmp_path), "syt-b")
    assert [unit.code for unit in agency.units] == ["vp", "kt"]
    assert agency.catalogues.assigned_tasks == ("kt",)


def test_questions_that_end_too_early_leave_nothing(command: Command, tmp_path: Path) -> None:
    assert command("syt-b", typed=SAID[:3]).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_answers_come_from_a_file(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(command("--example").output, encoding="utf-8")
    assert command("--example").output == example()
    answer = command("so-y-te", "--from", "a.yaml", "--root", "mới")
    assert answer.output.splitlines()[0] == "Đã tạo cơ quan «so-y-te» (Sở Y tế tỉnh A): params/so-y-te"
    assert answer.output.splitlines()[-1] == "  baocao forms so-y-te KỲ"
    assert load_agency(Workspace(tmp_path / "mới"), "so-y-te").profile.symbol == "SYT"


def test_a_code_that_is_taken_is_refused_before_any_question(command: Command, tmp_path: Path) -> None:
    (tmp_path / "params" / "so-y-te").mkdir(parents=True)
    answer = command("so-y-te", typed=SAID)
    assert str(answer.exception) == ("Đã có «params/so-y-te»; không ghi đè. Chọn mã khác cho cơ quan mới, hoặc chuyển "
                                     "thư mục đó đi.")
    assert answer.output == ""


def test_the_command_needs_a_code(command: Command) -> None:
    assert command().exit_code == 2
