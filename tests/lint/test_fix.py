"""A mended copy: the layout is right, no word has changed."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from tests.lint.conftest import perfect
from tests.lint.test_foreign_files import Office
from tests.lint.test_mutations import MUTATIONS

from report_utils.lint.fix import MENDABLE, mended
from report_utils.lint.package import word_package
from report_utils.lint.run_all import lint_bytes

CASES = {name: make for name, (code, make) in MUTATIONS.items() if code in MENDABLE}
# Words are not touched: capitals stay as they are, so do letters of another encoding and the place of the letterhead.
BY_HAND = ("case", "capitals", "lower case", "TCVN3", "in full words", "no subject", "a stamp in lower case",
           "no colon", "no line", "other capitals", "not in the calendar", "a black stamp", "without a frame")


def fixed(data: bytes) -> bytes:
    return mended(word_package(data, "a.docx"))


def words(data: bytes) -> list[str]:
    word = docx.Document(io.BytesIO(data))
    return [p.text for p in word.paragraphs] + [p.text for t in word.tables for r in t.rows for c in r.cells
                                                for p in c.paragraphs]


@pytest.mark.parametrize("name", [name for name in CASES if not name.endswith(BY_HAND)])
def test_a_mended_copy_has_no_deviation_left(name: str) -> None:
    data = CASES[name]()
    copy = fixed(data)
    assert lint_bytes(copy) == []
    if not name.startswith("L06"):
        assert words(copy) == words(data)


def test_mending_twice_changes_nothing_more() -> None:
    once = fixed(CASES["L36 size"]())
    assert fixed(once) == once


def test_a_right_document_stays_as_it_is_part_by_part() -> None:
    assert lint_bytes(fixed(perfect())) == []
    assert words(fixed(perfect())) == words(perfect())


def test_a_badly_set_document_gets_better_and_keeps_its_words() -> None:
    made: Any = Office()
    for text in ("Sở Y tế ban hành Kế hoạch như sau:", "Các đơn vị thực hiện nghiêm túc Kế hoạch này./."):
        run = made.word.add_paragraph().add_run(text)
        run.font.name, run.font.size = "Arial", docx.shared.Pt(11)
    made.sign()
    data = made.data()
    before, after = lint_bytes(data), lint_bytes(fixed(data))
    assert {d.rule for d in before} - {d.rule for d in after} >= {"L04", "L36", "L37", "L38", "L39"}
    assert {d.rule for d in after} == {"L14", "L17", "L27"}
    assert words(fixed(data)) == words(data)
