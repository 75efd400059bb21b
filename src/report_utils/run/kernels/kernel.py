"""One kernel of a run, from its start to its end."""

from __future__ import annotations

import asyncio
import sys
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync
from traitlets import Type

from report_utils.run.kernels.nurse import Nurse
from report_utils.run.kernels.provisioner import LAUNCHER, kill, provisioner_of

_LONGEST_SOCKET = 90
"""Letters of a path that a socket may have on every system, less what is put behind it."""

_LOOK_AGAIN = 0.005
_END_BY_ITSELF = 10.0
"""Seconds a kernel has to end after it was asked to."""


class Client(AsyncKernelClient):
    """A client that is ready as soon as the kernel has answered on both channels, and waits for nothing else."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Raises RuntimeError when the kernel ended or has not answered within `timeout` seconds."""
        last = asyncio.get_running_loop().time() + (timeout or float("inf"))
        while True:
            if await self._answers(self.kernel_info()):
                return
            if self.parent and not await self.parent.is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            if asyncio.get_running_loop().time() > last:
                raise RuntimeError("Kernel did not reply to kernel_info")

    async def _answers(self, request: str) -> bool:
        """Whether the reply to `request` came, and with it the news that the kernel is idle again."""
        try:
            while (await self.shell_channel.get_msg(timeout=1))["parent_header"].get("msg_id") != request:
                pass
            while not _is_idle(await self.iopub_channel.get_msg(timeout=0.1), request):
                pass
        except Empty:  # iopub connects later than shell, and then has missed it
            return False
        return True


def _is_idle(message: dict[str, Any], request: str) -> bool:
    told: bool = message["parent_header"].get("msg_id") == request and message["msg_type"] == "status"
    return told and bool(message["content"]["execution_state"] == "idle")


class Kernel(AsyncKernelManager):
    """A kernel of this Python, wherever else a kernel «python3» may be installed. Only its owner ends it."""

    client_factory = Type(klass=AsyncKernelClient, default_value=Client)

    def __init__(self, folder: Path, nurse: Nurse | None) -> None:
        """`folder` takes the connection file and, if its path is short, the sockets; without `nurse` it is plain."""
        name = uuid.uuid4().hex
        file = str(folder / f"{name[:8]}.json")
        local = sys.platform != "win32" and len(file) <= _LONGEST_SOCKET
        super().__init__(connection_file=file, transport="ipc" if local else "tcp")
        self.kernel_id = name
        self._client: AsyncKernelClient | None = None
        self._stopped = False
        self._mother = provisioner_of(self, nurse)
        self.provisioner = self._mother

    @property
    def kernel_spec(self) -> KernelSpec:
        return KernelSpec(argv=[sys.executable, "-m", LAUNCHER, "-f", "{connection_file}"], display_name="Python 3",
                          language="python")

    async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]  # as that of the superclass
        """Raises NurseryLostError."""
        await super().start_kernel(**options)
        if self._stopped:
            self.stop()
        await self._listen_to_it()

    def client(self, **options: Any) -> AsyncKernelClient:  # type: ignore[override]
        self._client = super().client(**options)
        return self._client

    def last_exit(self) -> int | None:
        """The exit status, a signal as a negative number; None while it lives or when it was not started."""
        return self._mother.born.poll() if self._mother.born else None

    def end(self) -> int | None:
        """Ask the kernel to end and wait for it. Its exit status, None when it had ended before or does not end."""
        if self._mother.born is None or self.last_exit() is not None:
            return None
        run_sync(self._end_by_itself)()
        return self.last_exit()

    def stop(self) -> None:
        """Kill it, now or as soon as it is started, without waiting: may be called from any thread."""
        self._stopped = True
        if self._mother.born and self.last_exit() is None:
            kill(self._mother.born)

    def clear_away(self) -> None:
        """Kill it if it lives, wait for that, and remove what belonged to it."""
        self.stop()
        if self._mother.born:
            self._mother.born.wait()
        run_sync(self._tidy_up)()

    async def _listen_to_it(self) -> None:
        """Wait until its sockets are there: one who knocks before is let in only after a tenth of a second."""
        sockets = [Path(f"{self.ip}-{port}") for port in self.ports] if self.transport == "ipc" else []
        while self.last_exit() is None and not all(map(Path.exists, sockets)):
            await asyncio.sleep(_LOOK_AGAIN)

    async def _end_by_itself(self) -> None:
        await self.request_shutdown()
        last = asyncio.get_running_loop().time() + _END_BY_ITSELF
        while self.last_exit() is None and asyncio.get_running_loop().time() < last:
            await asyncio.sleep(_LOOK_AGAIN)

    async def _tidy_up(self) -> None:
        if self._client:
            self._client.stop_channels()
            self._client = None
        await self.cleanup_resources()
