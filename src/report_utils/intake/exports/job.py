"""What a process does with an export. It imports little: the rest is imported while the compiled reader is at work."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_utils.intake.book import Book, book_of
from report_utils.intake.preflight import inspect


@dataclass(frozen=True)
class ReadThen:
    """Reads a workbook and gives it to a function; `packed` is the function as `pickle` writes it."""

    packed: bytes

    def __call__(self, path: Path) -> Any:
        facts = inspect(path)
        importing = threading.Thread(target=self._unpacked, daemon=True)
        importing.start()  # not before: only the compiled reader leaves Python to others
        book = book_of(facts, path)
        importing.join()
        return self._unpacked()(book)

    def _unpacked(self) -> Callable[[Book], Any]:
        function: Callable[[Book], Any] = pickle.loads(self.packed)  # noqa: S301  (from our own process only)
        return function
