"""What a run and its nursery say to each other: JSON, a line a message, over a socket."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_PIECE = 1 << 16


@dataclass(frozen=True)
class Order:
    """A kernel that is wanted: `token` names it in all messages, `arguments` are those of ipykernel_launcher."""

    token: int
    arguments: list[str]
    folder: str
    variables: dict[str, str]


class Line:
    """One end of the socket. Whole messages only; one that was cut off by the end of the other side is dropped."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._rest = b""

    def say(self, **message: Any) -> None:
        """Send one message. Raises OSError when the other side is gone."""
        self.connection.sendall(json.dumps(message).encode("ascii") + b"\n")

    def hear(self) -> list[dict[str, Any]] | None:
        """Wait for messages; None when the other side is gone."""
        try:
            piece = self.connection.recv(_PIECE)
        except ConnectionError:
            return None
        *whole, self._rest = (self._rest + piece).split(b"\n")
        return [json.loads(line) for line in whole] if piece else None

    def messages(self) -> Iterator[dict[str, Any]]:
        """All messages until the other side is gone."""
        while (heard := self.hear()) is not None:
            yield from heard
