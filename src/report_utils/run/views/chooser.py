"""The first notebook's overview: with two lists to choose from while a person works in it, as it is under papermill."""

from __future__ import annotations

import importlib
from html import escape
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import HTML, display

from report_utils.agency.agency import load_profile
from report_utils.agency.period import Period
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError
from report_utils.run.batch.targets import targets
from report_utils.run.desk import open_desk
from report_utils.run.views.overview import overview_view

_WIDE = {"width": "30rem"}
"""Room for the name of an agency."""

_ASKED_BY_A_PERSON = "cellId"
"""What JupyterLab says with each cell that it sends; papermill, nbconvert and nbval say nothing."""


def show_overview(agency: str, period: str, settings: dict[str, Any] | None = None) -> None:
    """Show the overview of that agency and period; to a person also lists to choose another one, which shows that.

    Raises UnknownNameError, SettingsError.
    """
    if _is_live():
        _with_lists(agency, period, settings)
    else:
        display(overview_view(open_desk(agency, period, settings=settings)))  # type: ignore[no-untyped-call]


def _is_live() -> bool:
    """Whether the cell was sent from a page on which somebody can choose."""
    kernel = getattr(get_ipython(), "kernel", None)
    sent = kernel.get_parent() if kernel else {}
    return _ASKED_BY_A_PERSON in sent.get("metadata", {})


def _with_lists(agency: str, period: str, settings: dict[str, Any] | None) -> None:
    ipywidgets = importlib.import_module("ipywidgets")  # for people only
    periods = _periods_by_agency(agency, period)
    names = [(_name(code), code) for code in periods]
    agencies = ipywidgets.Dropdown(options=names, value=agency, description="Cơ quan", layout=_WIDE)
    chosen = ipywidgets.Dropdown(options=_titled(periods[agency]), value=period, description="Kỳ báo cáo")
    place = ipywidgets.Output()

    def show(_: object = None) -> None:
        own = settings if (agencies.value, chosen.value) == (agency, period) else None
        place.clear_output(wait=True)
        with place:
            _display(agencies.value, chosen.value, own)

    def list_periods(_: object) -> None:
        chosen.unobserve(show, "value")  # the list may hold the same period as before, or fire twice
        chosen.options = _titled(periods[agencies.value])
        chosen.value = periods[agencies.value][-1]
        chosen.observe(show, "value")
        show()

    agencies.observe(list_periods, "value")
    chosen.observe(show, "value")
    show()
    display(ipywidgets.VBox([ipywidgets.HBox([agencies, chosen]), place]))  # type: ignore[no-untyped-call]


def _display(agency: str, period: str, settings: dict[str, Any] | None) -> None:
    """The overview, or in one sentence why there is none."""
    try:
        display(overview_view(open_desk(agency, period, settings=settings)))  # type: ignore[no-untyped-call]
    except BaocaoError as error:
        display(HTML(f"<p>{escape(error.message)}</p>"))  # type: ignore[no-untyped-call]


def _name(agency: str) -> str:
    """The name of an agency; the code of one whose settings cannot be read, which the overview then tells."""
    try:
        return load_profile(Workspace.find(), agency).name
    except BaocaoError:
        return agency


def _titled(periods: list[str]) -> list[tuple[str, str]]:
    """The periods with their names, «Quý III năm 2024»."""
    return [(_title(period), period) for period in periods]


def _title(period: str) -> str:
    try:
        title = Period.parse(period).title
    except BaocaoError:
        return period
    return title[0].upper() + title[1:]


def _periods_by_agency(agency: str, period: str) -> dict[str, list[str]]:
    """The periods for which units have sent something, those that were asked for among them."""
    found = {(target.agency, target.period) for target in targets(Workspace.find())} | {(agency, period)}
    agencies = sorted({code for code, _ in found})
    return {code: sorted(theirs for own, theirs in found if own == code) for code in agencies}
