"""A web process of the app, and tabs that talk to it without a browser."""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import httpx
import socketio

ROOT = Path(__file__).resolve().parents[1]
NAMESPACE = "/_event"
MARKER = "_rx_state_"
STAGE = "reflex___state____state.tests___stage____stage"
"""What `tests/stage.py` is called on the wire; it is never imported by the tests themselves."""
MARK = "mark" + MARKER
PATIENCE_S = 30.0
"""How long to wait for what has to come: a machine that is busy with something else is slow."""
START_S = 240


async def eventually(true: Callable[[], Any], within_s: float = PATIENCE_S) -> None:
    """Wait for what the house does by itself; `true` may ask the database or Redis."""
    for _ in range(int(within_s / 0.1)):
        if await asyncio.to_thread(true):
            return
        await asyncio.sleep(0.1)
    assert await asyncio.to_thread(true)


@dataclass
class Try:
    """One of the tries whether something is quick."""

    number: int
    took_s: float = float("inf")

    @contextlib.contextmanager
    def timed(self) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.took_s = time.monotonic() - began


def tries(within_s: float) -> Iterator[Try]:
    """Up to three, of which one has to be as quick: that a machine stalls for once shows nothing.

    What has to happen must happen in each of them, if later.
    """
    took = []
    for number in range(3):
        one = Try(number)
        yield one
        took.append(one.took_s)
        if one.took_s < within_s:
            return
    raise AssertionError(f"{took} s, none within {within_s} s")


class Server:
    """One granian worker; `log` is everything it wrote."""

    def __init__(self, target: str, folder: Path, port: int, **environment: str) -> None:
        self.target, self.port = target, port
        self.url = f"http://127.0.0.1:{port}"
        self._log = folder / f"server-{port}.log"
        self._environment = {"PUBLIC_URL": self.url, **environment}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def start(self) -> None:
        command = ["--interface", "asgi", "--factory", "--host", "127.0.0.1", "--workers", "1"]
        command += ["--port", str(self.port), self.target]
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "REFLEX_ENV_MODE": "prod",
            "__REFLEX_SKIP_COMPILE": "true",
            **self._environment,
        }
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(Path(sys.executable).with_name("granian")), *command],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + START_S
        while time.monotonic() < end:
            with contextlib.suppress(httpx.HTTPError):
                httpx.get(f"{self.url}/healthz", timeout=1).raise_for_status()
                return
            time.sleep(0.1)
        raise TimeoutError(self.log)

    def kill(self) -> None:
        """End all of it at once, as a lost machine would."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, 9)
            self._process.wait()
            self._process = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(target: str, folder: Path, **environment: str) -> Iterator[Server]:
    server = Server(target, folder, free_port(), **environment)
    server.start()
    try:
        yield server
    finally:
        server.kill()


class Tab:
    """An open page, as the server sees it: sends events, keeps what comes back."""

    def __init__(self, url: str, cookie: str = "", token: str = "", path: str = "/") -> None:
        self.url, self.cookie, self.path = url, cookie, path
        self.token = token or str(uuid4())
        self.updates: list[dict[str, Any]] = []
        self.vars: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self._mark = 0
        self.closed = asyncio.Event()
        self._news = asyncio.Event()
        self._http: aiohttp.ClientSession | None = None
        self.client = socketio.AsyncClient(reconnection=False)
        self.client.on("event", self._on_update, namespace=NAMESPACE)
        self.client.on("new_token", self._on_token, namespace=NAMESPACE)
        self.client.on("disconnect", self._on_disconnect, namespace=NAMESPACE)

    async def open(self, *, origin: str | None = "", load: bool = False) -> None:
        """Connect and hydrate; `load` as a page that was just loaded does."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if origin is not None:
            headers["Origin"] = origin or self.url
        payload = {"hashes": []} if load else {}
        boot = self._event("reflex___state____state.hydrate_and_load", payload)
        self._http = self.client.eio.http = aiohttp.ClientSession()
        try:
            await self.client.connect(
                f"{self.url}?token={self.token}",
                headers=headers,
                socketio_path=NAMESPACE,
                namespaces=[NAMESPACE],
                transports=["websocket"],
                auth={"event": boot},
                wait_timeout=int(PATIENCE_S),
            )
            await self.until(lambda: self.var("State.is_hydrated"))
        except BaseException:
            await self.close()
            raise

    async def come_back(self) -> None:
        """Connect again after the server has closed the line, as a browser does by itself."""
        await self.close()
        self.closed.clear()
        await self.open()

    async def close(self) -> None:
        await self.client.disconnect()
        if self._http is not None:
            await self._http.close()

    async def send(self, name: str, **payload: Any) -> None:
        await self.send_raw(self._event(full_name(name), payload))

    async def send_raw(self, data: Any) -> None:
        await self.client.emit("event", data, namespace=NAMESPACE)

    async def until(self, true: Any, within_s: float = PATIENCE_S) -> None:
        """Wait until `true()`, looking after each update."""
        async with asyncio.timeout(within_s):
            while not true():
                self._news.clear()
                await self._news.wait()

    async def shut(self) -> None:
        """Wait until the server has closed the line."""
        await asyncio.wait_for(self.closed.wait(), PATIENCE_S)

    async def settle(self, quiet_s: float = 0.3) -> None:
        """Wait until the stage has worked off all this tab sent, and nothing came for `quiet_s`.

        The events of one tab take turns, so what was sent before the first mark is done when that
        is back, and what it asked for in turn when the second is. No mark is left in `updates`.
        """
        for _ in range(2):
            self._mark += 1
            await self.send("Stage.put", mark=self._mark)
            await self.until(lambda: self.var("Stage.mark") == self._mark)
        await self.quiet(quiet_s)

    async def quiet(self, quiet_s: float) -> None:
        """Wait until nothing has come for `quiet_s`; slow work may still be under way."""
        while True:
            self._news.clear()
            try:
                async with asyncio.timeout(quiet_s):
                    await self._news.wait()
            except TimeoutError:
                return

    def var(self, name: str) -> Any:
        """The value of "State.var" as this tab shows it."""
        state, _, var = name.rpartition(".")
        for full, values in self.vars.items():
            if _class_name(full) == state:
                return values.get(var + MARKER)
        return None

    def said(self) -> str:
        """Everything the server has sent, as one text."""
        return repr(self.updates)

    def _event(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        place = {"pathname": self.path, "asPath": self.path, "query": {}}
        return {"name": name, "payload": payload, "router_data": place}

    async def _on_update(self, update: dict[str, Any]) -> None:
        if set(update.get("delta", {}).get(STAGE, ())) != {MARK}:
            self.updates.append(update)
        for state, values in update.get("delta", {}).items():
            self.vars.setdefault(state, {}).update(values)
        for event in update.get("events", []):
            self.asked.append(event["name"])
            if not event["name"].startswith("_"):
                await self.send_raw(self._event(event["name"], event.get("payload", {})))
        self._news.set()

    def _on_token(self, token: str) -> None:
        self.token = token

    def _on_disconnect(self, *reason: object) -> None:
        self.closed.set()
        self._news.set()


@contextlib.asynccontextmanager
async def tab(url: str, **how: Any) -> AsyncIterator[Tab]:
    """An open tab, closed afterwards."""
    opening = {key: how.pop(key) for key in ("origin", "load") if key in how}
    one = Tab(url, **how)
    await one.open(**opening)
    try:
        yield one
    finally:
        await one.close()


def _class_name(full: str) -> str:
    return full.rpartition("___")[2].title().replace("_", "")


def full_name(title: str) -> str:
    """The wire name of "State.handler"; names that already are wire names stay."""
    if title.startswith("Stage."):
        return f"{STAGE}.{title.removeprefix('Stage.')}"
    from reflex_base.registry import RegistrationContext

    from vel_tutor.state.gate import title as title_of

    if title not in _names:
        for name, registered in RegistrationContext.get().event_handlers.items():
            _names.setdefault(title_of(registered), name)
    return _names.get(title, title)


_names: dict[str, str] = {}
