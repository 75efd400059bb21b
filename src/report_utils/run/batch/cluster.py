"""A Dask cluster as an executor. Dask is an optional extra and imported only here."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from report_utils.errors import BaocaoError

_PATIENCE = 20
"""Seconds to wait for the scheduler, and then for its first worker."""


class DaskMissingError(BaocaoError):
    """The extra `dask` is not installed."""

    def __init__(self) -> None:
        super().__init__("Chưa cài Dask nên không dùng được --scheduler. Cài bằng «make dask» hoặc "
                         "«pip install -r requirements-dask.lock»; bỏ --scheduler thì chạy trên máy này.")


class NoClusterError(BaocaoError):
    """No scheduler answers at `address`, or it has no worker."""

    def __init__(self, address: str, what: str) -> None:
        self.address, self.what = address, what
        super().__init__(f"Không dùng được cụm máy Dask tại «{address}»: {what}.")


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler is at `address`, such as "tcp://10.0.0.5:8786".

    A run whose worker dies is sent to another one; after the fourth its future fails. What is under way when the block
    is interrupted ends on its worker as it would have. Raises DaskMissingError, NoClusterError.
    """
    with _client(address) as client:
        executor: Executor = client.get_executor(pure=False)
        yield executor


def _client(address: str) -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise DaskMissingError from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # its lines are not for the screen
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoClusterError(address, "không kết nối được") from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise NoClusterError(address, "chưa có máy tính toán (dask worker) nào") from error
    return client
