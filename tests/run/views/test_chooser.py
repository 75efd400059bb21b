"""The overview in a notebook: with lists for a person, without them under papermill."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

REPOSITORY = Path(__file__).parents[3]
SHOW = 'from report_utils.run.views.chooser import show_overview\nshow_overview("syt-brvt", "2024-Q3")'


class AsJupyterLab(NotebookClient):
    """Sends each cell with what JupyterLab says of it."""

    async def async_start_new_kernel_client(self) -> Any:
        client = await super().async_start_new_kernel_client()
        send = client.session.msg

        def told(kind: str, *given: Any, **named: Any) -> Any:
            message = send(kind, *given, **named)
            message["metadata"]["cellId"] = "một ô"
            return message

        client.session.msg = told
        return client


def outputs(client: type[NotebookClient]) -> list[Any]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(SHOW)])
    asyncio.run(client(notebook, resources={"metadata": {"path": str(REPOSITORY)}}).async_execute())
    return list(notebook.cells[0].outputs)


def test_a_person_gets_lists_to_choose_from() -> None:
    kinds = [kind for output in outputs(AsJupyterLab) for kind in output.get("data", {})]
    assert "application/vnd.jupyter.widget-view+json" in kinds


def test_papermill_gets_the_overview_alone() -> None:
    [shown] = outputs(NotebookClient)
    assert set(shown.data) == {"text/html", "text/plain"}
    assert "<h2>" in shown.data["text/html"]
