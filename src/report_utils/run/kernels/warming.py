"""What kernels need, imported once."""

from __future__ import annotations

import gc
import importlib

_OF_KERNELS = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.subshell_manager",
    "ipykernel.debugger", "IPython.core.debugger", "IPython.core.completerlib", "IPython.core.oinspect",
    "IPython.extensions.storemagic", "tornado.platform.asyncio", "tornado.queues", "sqlite3", "encodings.idna",
    "numpy.random", "psutil", "resource",
)  # fmt: skip
_OF_NOTEBOOKS = ("report_utils.run.desk", "report_utils.run.views", "report_utils.run.comparison_views",
                 "matplotlib.font_manager")  # fmt: skip


def warm() -> None:
    """Import all that, and keep the garbage collector off it, so that children share its memory.

    matplotlib writes its list of fonts here, if there is none, and no child has to.
    """
    for name in _OF_KERNELS + _OF_NOTEBOOKS:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
