"""papermill, and what it is made of, imported without what no run uses: nothing else in this package imports them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_UNUSED = ("rfc3987_syntax", "pyarrow")
"""A grammar that jsonschema builds to check addresses in a format that notebooks do not have (0.8 s), and the client of
Hadoop, which papermill takes from pyarrow (0.1 s). Both are imported only if they are there."""


@contextmanager
def _as_if_missing(*names: str) -> Iterator[None]:
    """Inside the block, those of the modules that are not imported yet cannot be imported."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _as_if_missing(*_UNUSED):
    import nbformat
    import papermill
    import papermill.exceptions
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

__all__ = ["CellTimeoutError", "DeadKernelError", "nbformat", "papermill"]
