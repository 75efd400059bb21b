"""How jupyter_client comes by a kernel: forked by the nursery, or a plain one that does not outlive the run."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from report_utils.run.kernels.nurse import Forked, Nurse

if TYPE_CHECKING:
    from report_utils.run.kernels.kernel import Kernel

LAUNCHER, _OURS = "ipykernel_launcher", "report_utils.run.kernels.plain"


class PlainProvisioner(LocalProvisioner):
    """Starts a kernel as a process of its own. `born` is that process, also after its end."""

    born: Forked | subprocess.Popen[bytes] | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """As LocalProvisioner does, and the system ends the kernel with the run."""
        information = await super().launch_kernel([_OURS if part == LAUNCHER else part for part in cmd], **kwargs)
        self.born = self.process
        return information


class ForkedProvisioner(PlainProvisioner):
    """Has the nursery fork a kernel."""

    nurse: Nurse

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Raises NurseryLostError."""
        self.cwd = kwargs.get("cwd") or Path.cwd()
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        self.born = await asyncio.wrap_future(self.nurse.order(arguments, os.fspath(self.cwd), kwargs["env"]))
        self.process: Any = self.born
        self.pid = self.born.pid
        return self.connection_info


def provisioner_of(kernel: Kernel, nurse: Nurse | None) -> PlainProvisioner:
    """A new provisioner for `kernel`."""
    kind = PlainProvisioner if nurse is None else ForkedProvisioner
    made = kind(kernel_id=kernel.kernel_id, kernel_spec=kernel.kernel_spec, parent=kernel)
    if isinstance(made, ForkedProvisioner) and nurse:
        made.nurse = nurse
    return made


def kill(process: Forked | subprocess.Popen[bytes]) -> None:
    """Kill a kernel and what it has started."""
    if isinstance(process, Forked) or not hasattr(os, "killpg"):
        process.kill()
    else:
        with suppress(OSError):  # it ended a moment ago
            os.killpg(process.pid, signal.SIGKILL)
