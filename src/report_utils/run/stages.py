"""What one stage wrote, as the next one finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from report_utils.errors import BaocaoError

_Stage = TypeVar("_Stage")


class StageMissingError(BaocaoError):
    """A stage was called before the notebook `number` that it reads from; `what` is what it lacks."""

    def __init__(self, number: int, what: str) -> None:
        self.number, self.what = number, what
        super().__init__(f"Chưa có {what} của kỳ này. Hãy chạy sổ tính {number} trước, hoặc chạy cả lượt: baocao run.")


class StageBrokenError(BaocaoError):
    """What the notebook `number` wrote into `folder` was cut short or changed; `what` is that."""

    def __init__(self, number: int, what: str, folder: Path) -> None:
        self.number, self.what, self.folder = number, what, folder
        super().__init__(f"Tệp {what} trong thư mục «{folder}» bị hỏng hoặc ghi dở. Hãy chạy lại: baocao check.")


def loaded(load: Callable[[Path], _Stage], folder: Path, number: int, what: str) -> _Stage:
    """What the notebook `number` wrote. Raises StageMissingError or StageBrokenError."""
    try:
        return load(folder)
    except FileNotFoundError:
        raise StageMissingError(number, what) from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise StageBrokenError(number, what, folder) from None
    except OSError as error:
        if error.errno is None:  # a parquet file that is none
            raise StageBrokenError(number, what, folder) from None
        raise
