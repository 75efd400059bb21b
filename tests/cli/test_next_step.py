"""The next step, and colours, which are for people at a terminal."""

from __future__ import annotations

import sys

import pytest

from report_utils.cli.colours import painted
from report_utils.cli.next_step import say_next


def test_the_command_takes_the_root_along_and_can_be_pasted(capsys: pytest.CaptureFixture[str]) -> None:
    say_next("kiểm tra", "check", "a", "2025-Q3", root="/một thư mục")
    say_next("trình ký")
    assert capsys.readouterr().out.splitlines() == [
        "Các đường dẫn trên tính từ thư mục /một thư mục.",
        'Bước tiếp theo: kiểm tra: baocao check a 2025-Q3 --root "/một thư mục"', "Bước tiếp theo: trình ký.",
    ]  # fmt: skip


@pytest.mark.parametrize(("terminal", "no_color", "seen"), [
    (True, "", "\x1b[31mlỗi\x1b[0m"), (True, "1", "lỗi"), (False, "", "lỗi"),
])
def test_colours_are_for_a_terminal(monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str, seen: str) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("NO_COLOR", no_color)
    assert painted("lỗi", "red") == seen
