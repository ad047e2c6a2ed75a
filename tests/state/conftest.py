"""Screens without a browser: events go through the real gate and the real handlers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import pytest_asyncio
from reflex.istate.manager.memory import StateManagerMemory
from reflex_base.event import Event
from reflex_base.event.processor import BaseStateEventProcessor

from vel_tutor.core.errors import Refusal
from vel_tutor.core.settings import VISITOR_COOKIE
from vel_tutor.core.signing import Purpose, sign
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.state.notices import NoticeState

MARKER = "_rx_state_"


class _Socket:
    """What the server would have sent."""

    def __init__(self) -> None:
        self.updates: list[Any] = []

    async def emit_update(self, update: Any, token: str) -> None:
        self.updates.append(update)


class Tab:
    """One tab of one browser: `path` is its address, `held` every var it was ever sent, by name.

    `sent` is everything the last event sent, as text; `went_to` where it redirected to, `said` why
    it was refused, `focus` what it gave the focus to.
    """

    def __init__(self, processor: BaseStateEventProcessor, socket: _Socket, cookie: str) -> None:
        self._processor, self._socket, self._cookie = processor, socket, cookie
        self._token = str(uuid4())
        self.path = "/"
        self.held: dict[str, Any] = {}
        self.sent = ""
        self.went_to = ""
        self.said = ""
        self.focus = ""

    async def do(self, deed: Any) -> None:
        """Send what a click would send, and take in what comes back.

        A tab's first event makes Reflex load the page at its address, so a harmless one goes first.
        """
        if not self.held:
            self.held = {"is_awake": True}
            await self.do(NoticeState.dismiss)
        self._socket.updates.clear()
        self.went_to = self.said = self.focus = ""
        for event in Event.from_event_type(deed):
            try:
                await self._run(event)
            except Refusal as refusal:
                self.said = str(refusal)
        self._take_in()

    def _take_in(self) -> None:
        self.sent = repr([update.delta for update in self._socket.updates])
        for update in self._socket.updates:
            for values in update.delta.values():
                self.held |= {name.removesuffix(MARKER): held for name, held in values.items()}
            for event in update.events:
                if event.name == "_redirect":
                    self.went_to = str(event.payload["path"])
                elif event.name == "_set_focus":
                    self.focus = str(event.payload["ref"])

    async def _run(self, event: Event) -> None:
        event.router_data.update(
            pathname=self.path,
            asPath=self.path,
            headers={"cookie": self._cookie},
            ip="127.0.0.1",
            token=self._token,
            sid=self._token,
            query={},
        )
        task = await self._processor.enqueue(self._token, event)
        await asyncio.wait_for(task.wait_all(), timeout=60)


OpenTab = Callable[..., Tab]


@pytest_asyncio.fixture
async def tab() -> AsyncIterator[OpenTab]:
    """`tab(signed_in, "/practice")`: somebody's tab at an address; `None` for a stranger.

    `visitor` is the id a browser carries that has opened a link of ours before.
    Further cookies of the browser go by name: `tab(None, "/sign-up", vt_gate=token)`.
    """
    from vel_tutor.vel_tutor import app

    socket = _Socket()
    processor = BaseStateEventProcessor(middleware=app, backend_exception_handler=None)
    world: Any = {"state_manager": StateManagerMemory(), "event_namespace": socket}
    async with processor.configure(**world):

        def open_tab(person: SignedIn | None, path: str, visitor: str = "", **cookies: str) -> Tab:
            carried = ({"vt_session": person.token} if person else {}) | cookies
            if visitor:
                carried[VISITOR_COOKIE] = sign(Purpose.VISITOR, visitor)
            header = "; ".join(f"{name}={value}" for name, value in carried.items())
            opened = Tab(processor, socket, header)
            opened.path = path
            return opened

        yield open_tab
