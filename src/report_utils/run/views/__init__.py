"""What an analyst looks at after each stage. Notebooks take everything from here."""

from report_utils.run.outcome import conclusion
from report_utils.run.views.adjustments import adjustments_view
from report_utils.run.views.comparisons import comparisons_view, follow_up_view
from report_utils.run.views.figures import (
    chart_view,
    figures_view,
    plan_views,
    report_table_view,
    table_view,
)
from report_utils.run.views.findings import explanations_view, findings_summary_view, findings_view
from report_utils.run.views.lines import lines_view
from report_utils.run.views.outcomes import gaps_view, plan_conclusions
from report_utils.run.views.submissions import rates_view, status_view, submissions_view, tables_view
from report_utils.run.views.table import TableView

__all__ = [
    "TableView", "adjustments_view", "chart_view", "comparisons_view", "conclusion", "explanations_view",
    "figures_view", "findings_summary_view", "findings_view", "follow_up_view", "gaps_view", "lines_view",
    "plan_conclusions", "plan_views", "rates_view", "report_table_view", "status_view", "submissions_view",
    "table_view", "tables_view",
]  # fmt: skip
