"""What came of a run, as a file."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from report_utils.run.outcome import Outcome, conclusion, load_outcome

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PLACES = st.lists(TEXT, max_size=3).map(tuple)


@given(st.builds(Outcome, TEXT, st.booleans(), PLACES, PLACES, st.integers(0), st.integers(0), TEXT, TEXT, TEXT))
def test_an_outcome_is_read_back_as_it_was(outcome: Outcome) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome.save(Path(folder))
        assert load_outcome(Path(folder)) == outcome


def test_the_conclusion_names_the_file_and_what_is_open() -> None:
    final = Outcome("Báo cáo.docx", False, (), (), 0, 2)
    assert conclusion(final) == "Báo cáo đủ số liệu: Báo cáo.docx (2 cảnh báo)."
    explained = Outcome("Báo cáo.docx", False, (), (), 0, 2, explained=("một",))
    assert conclusion(explained) == "Báo cáo đủ số liệu: Báo cáo.docx (2 cảnh báo, 1 nội dung đơn vị đã giải trình)."
    draft = Outcome("DỰ THẢO - Báo cáo.docx", True, ("một", "hai"), ("ba",), 4, 0)
    assert conclusion(draft) == (
        "Báo cáo là bản DỰ THẢO: DỰ THẢO - Báo cáo.docx. Còn 4 lỗi, 2 chỗ thiếu số liệu, 1 chỗ cần kiểm tra lại."
    )
