"""The event loop that jupyter_client keeps for a thread."""

from __future__ import annotations

import asyncio

from jupyter_core.utils import ensure_event_loop


def close_loop() -> None:
    """Cancel what still waits in the loop of this thread and close it; one that runs belongs to somebody else.

    A dead kernel or an interrupt leaves tasks behind, of which asyncio would complain on stderr.
    """
    loop = ensure_event_loop()
    if loop.is_running():
        return
    if waiting := asyncio.all_tasks(loop):
        for task in waiting:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*waiting, return_exceptions=True))
    loop.close()
