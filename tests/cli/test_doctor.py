"""`baocao doctor`: a line a verdict, how to mend it below, and the exit status."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Ask

from report_utils.run.doctor import examination
from report_utils.run.doctor.verdict import State, Verdict

GOOD = Verdict("Python", State.GOOD, "3.12.1")
REMARK = Verdict("LibreOffice", State.WORSE, "chưa thấy", "cài LibreOffice")
FAILED = Verdict("Thư viện", State.FAILED, "thiếu pandas", "pip install pandas")


@pytest.mark.parametrize(("verdicts", "status"), [([GOOD], 0), ([GOOD, REMARK], 0), ([GOOD, REMARK, FAILED], 1)])
def test_the_status_tells_whether_something_must_be_mended(ask: Ask, monkeypatch: pytest.MonkeyPatch,
                                                           verdicts: list[Verdict], status: int) -> None:  # fmt: skip
    monkeypatch.setattr(examination, "examine", lambda _: verdicts)
    assert ask("doctor").status == status


def test_each_verdict_has_a_line_and_its_cure_below(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "examine", lambda _: [GOOD, REMARK, FAILED])
    assert ask("doctor").out.splitlines() == [
        "đạt       Python: 3.12.1",
        "cảnh báo  LibreOffice: chưa thấy", "          Cách sửa: cài LibreOffice",
        "chưa đạt  Thư viện: thiếu pandas", "          Cách sửa: pip install pandas",
        "1 đạt, 1 cảnh báo, 1 chưa đạt.",
    ]  # fmt: skip


def test_for_machines_it_is_one_object_a_line(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "examine", lambda _: [GOOD, REMARK])
    assert [json.loads(line) for line in ask("doctor", "--json").out.splitlines()] == [
        {"about": "Python", "state": "đạt", "found": "3.12.1", "mend": ""},
        {"about": "LibreOffice", "state": "cảnh báo", "found": "chưa thấy", "mend": "cài LibreOffice"},
    ]
