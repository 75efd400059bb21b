"""A headless Chromium, driven by its own protocol."""

import itertools
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import websocket

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find_browser() -> str:
    """The path of a Chromium on this machine; "" when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


class Page:
    """One page of a browser of its own; close it by leaving the block."""

    def __init__(self, address: str, width: int = 1280, height: int = 900) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [find_browser(), "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
             "--remote-allow-origins=*", f"--user-data-dir={self._profile.name}", f"--window-size={width},{height}",
             "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._numbers = itertools.count(1)
        self._socket = websocket.create_connection(self._endpoint(), timeout=60)
        target = self.tell("Target.createTarget", url=address)["targetId"]
        self._session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.wait("location.href !== 'about:blank' && document.readyState === 'complete'")

    _session = ""

    def __enter__(self) -> "Page":
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.kill()
        self._process.wait()
        self._profile.cleanup()

    def tell(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command; its result."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        self._socket.send(json.dumps(message | ({"sessionId": self._session} if self._session else {})))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            pass
        if "error" in answer:
            raise RuntimeError(answer["error"]["message"])
        return answer["result"]

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript gives in the page."""
        answer = self.tell("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = 20) -> None:
        """Until an expression is true."""
        end = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > end:
                raise TimeoutError(expression)
            time.sleep(0.05)

    def type(self, selector: str, text: str) -> None:
        """Type into a field like a person."""
        self.value(f"document.querySelector({json.dumps(selector)}).select()")
        self.tell("Input.insertText", text=text)

    def click(self, selector: str) -> None:
        """Click into the middle of an element like a person."""
        place = self.value(f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            e.scrollIntoView({{block: "center"}}); const r = e.getBoundingClientRect();
            return [r.x + r.width / 2, r.y + r.height / 2]; }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.tell("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def _endpoint(self) -> str:
        listing = Path(self._profile.name) / "DevToolsActivePort"
        end = time.monotonic() + 30
        while not (listing.exists() and listing.read_text(encoding="ascii").count("\n")):
            if time.monotonic() > end:
                raise TimeoutError("the browser does not start")
            time.sleep(0.05)
        port, path = listing.read_text(encoding="ascii").split("\n")[:2]
        return f"ws://127.0.0.1:{port}{path}"
