"""What came of the documents."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.run.outcome import Outcome, conclusion
from report_utils.run.views.lines import Lines
from report_utils.run.views.table import TableView, Tone, view

_TONES = {"Thiếu số liệu": Tone.BAD, "Cần kiểm tra lại": Tone.DOUBT, "Câu chữ cần xem lại": Tone.DOUBT}


def gaps_view(outcome: Outcome) -> TableView:
    """The places of the report that are not ready to be signed, and what its review found."""
    rows = [*(("Thiếu số liệu", place) for place in outcome.missing),
            *(("Cần kiểm tra lại", place) for place in outcome.wrong),
            *(("Câu chữ cần xem lại", remark) for remark in outcome.remarks)]
    return view(rows, ("Loại", "Chỗ trong báo cáo"), "Chỗ cần hoàn thiện trước khi ký", _TONES)


def plan_conclusions(outcomes: Sequence[Outcome]) -> Lines:
    """What came of the reports on plans, a line each."""
    told = map(conclusion, outcomes) if outcomes else ("Kỳ này không có kế hoạch nào phải lập báo cáo riêng.",)
    return Lines(tuple(told))
