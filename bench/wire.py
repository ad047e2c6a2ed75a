"""A person on the wire: one Socket.IO connection that speaks the way the web page does."""

import asyncio
import contextlib
import json
import time
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any, Self

import socketio

NAMESPACE = "/_event"


class Person:
    """One connection. Events go out one at a time; `send` returns when the last update came."""

    def __init__(self, address: str, cookie: str = "", path: str = "/") -> None:
        self.address, self.cookie, self.path = address, cookie, path
        self.token = str(uuid.uuid4())
        self.updates: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._client = socketio.AsyncClient(reconnection=False, logger=False)
        self._client.on("event", self._hear, namespace=NAMESPACE)

    async def _hear(self, update: Any) -> None:
        self.updates.put_nowait(json.loads(update) if isinstance(update, str) else update)

    async def connect(self) -> Self:
        await self._client.connect(
            f"{self.address}?token={self.token}",
            headers={"Cookie": self.cookie, "Origin": self.address},
            socketio_path="_event",
            namespaces=[NAMESPACE],
            wait_timeout=20,
            transports=["websocket"],
        )
        return self

    async def leave(self) -> None:
        with contextlib.suppress(Exception):
            await self._client.disconnect()

    def event(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        router = {"pathname": self.path, "asPath": self.path, "query": {}}
        return {"name": name, "payload": payload, "router_data": router}

    async def emit(self, name: str, payload: dict[str, Any] | None = None) -> None:
        await self._client.emit("event", self.event(name, payload or {}), namespace=NAMESPACE)

    async def send(
        self,
        name: str,
        payload: dict[str, Any] | None = None,
        within_s: float = 30,
        until: Callable[[dict[str, Any]], bool] = lambda _: True,
    ) -> tuple[float, list[dict[str, Any]]]:
        """Send one event and wait for the update that answers it.

        Args:
            until: which update that is; the next one, if nothing is said.

        Returns:
            Seconds it took, and every update that came.
        """
        while not self.updates.empty():
            self.updates.get_nowait()
        heard: list[dict[str, Any]] = []
        start = time.perf_counter()
        await self.emit(name, payload)
        async with asyncio.timeout(within_s):
            while True:
                heard.append(await self.updates.get())
                if until(heard[-1]):
                    return time.perf_counter() - start, heard


@contextlib.asynccontextmanager
async def people(count: int, address: str, **how: Any) -> AsyncIterator[list[Person]]:
    """`count` connected people."""
    crowd = [Person(address, **how) for _ in range(count)]
    try:
        for start in range(0, count, 50):
            await asyncio.gather(*(person.connect() for person in crowd[start : start + 50]))
        yield crowd
    finally:
        await asyncio.gather(*(person.leave() for person in crowd))
