"""What kernels need, imported once."""

from __future__ import annotations

import gc
import importlib
import sys
from contextlib import suppress

_OF_KERNELS = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.subshell_manager",
    "ipykernel.debugger", "IPython.core.debugger", "IPython.core.completerlib", "IPython.core.oinspect",
    "IPython.extensions.storemagic", "tornado.platform.asyncio", "tornado.queues", "sqlite3", "encodings.idna",
    "numpy.random", "psutil", "resource",
)  # fmt: skip
_OF_NOTEBOOKS = (
    "report_utils.run.desk", "report_utils.run.views", "report_utils.run.views.chooser",
    "report_utils.figures.drawing", "matplotlib.font_manager",
    "matplotlib.style.core", "PIL.Image", "babel.dates", "pandas.io.formats.csvs", "pandas.io.formats.html",
    "pandas.io.formats.string", "pandas.core.arrays.arrow.extension_types", "pyarrow.dataset", "pyarrow.pandas_compat",
    "pyarrow.parquet", "encodings.utf_8_sig", "encodings.unicode_escape",
)  # fmt: skip
"""What the notebooks of this project come to, also late; a module that is not there is imported by who needs it."""


def warm() -> None:
    """Import all that, and keep the garbage collector off it, so that children share its memory.

    matplotlib writes its list of fonts here, if there is none, and no child has to.
    """
    for name in _OF_KERNELS + _OF_NOTEBOOKS:
        with suppress(ImportError):
            importlib.import_module(name)
    sys.modules["PIL.Image"].preinit()
    gc.collect()
    gc.freeze()
