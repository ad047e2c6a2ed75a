"""Who is acting: the one reader of the cookies."""

import asyncio
from contextvars import ContextVar
from http.cookies import CookieError, SimpleCookie
from typing import Any

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import SignInNeeded
from vel_tutor.core.settings import VISITOR_COOKIE, settings
from vel_tutor.core.signing import Purpose, verify
from vel_tutor.domain import accounts
from vel_tutor.domain.loops import Friend
from vel_tutor.state import live
from vel_tutor.vocabulary import Standing


def cookie(header: str, name: str) -> str:
    """The value of cookie `name` in a Cookie header, or nothing."""
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


class Bearer:
    """Whoever came with one event; looked up when first asked for, and once."""

    def __init__(self, header: str) -> None:
        self._token = cookie(header, settings().session_cookie)
        self._found: tuple[Actor | None] | None = None

    async def actor(self) -> Actor | None:
        """The person the sign-in cookie belongs to right now, or None."""
        if self._found is None:
            self._found = (await asyncio.to_thread(accounts.actor_for, self._token),)
        return self._found[0]


bearer: ContextVar[Bearer] = ContextVar("bearer")
"""Who came with the event that is running, as the gate saw it; unset where no gate stands."""


def visitor_of(header: str) -> str:
    """The visitor id in a Cookie `header`, or nothing when it carries none that we signed."""
    return verify(Purpose.VISITOR, cookie(header, VISITOR_COOKIE)) or ""


class Guarded(rx.State, mixin=True):
    """Knows who is acting. Helpers start with `_`, for every other method is an endpoint."""

    async def _actor(self, *standings: Standing) -> Actor:
        """The signed-in person, who must be one of `standings` (anyone, if none are named).

        Raises:
            SignInNeeded: no valid sign-in came with the websocket.
            NotAllowed: signed in, but not as one of `standings`.
        """
        actor = await self._actor_or_none()
        if actor is None:
            raise SignInNeeded
        actor.must_be(*(standings or tuple(Standing)))
        return actor

    async def _actor_or_none(self) -> Actor | None:
        """The signed-in person, if anybody is signed in."""
        here = bearer.get(None) or Bearer(self.router.headers.cookie)
        return await here.actor()

    def _visitor(self) -> str:
        """The visitor id of this browser, or nothing when it carries none that we signed."""
        return visitor_of(self.router.headers.cookie)

    async def _friend(self) -> Friend:
        """Whoever plays behind a link: this browser, and the member at it if anybody signed in."""
        return Friend(
            visitor_id=self._visitor(),
            member=await self._actor_or_none(),
            address=self.router.session.client_ip,
        )

    async def _watch(self, topic: str, refresh: Any = None) -> None:
        """Watch `topic` until this screen goes elsewhere; see `live.join`.

        Call it from an on_load handler, after the domain call that says the person may look.
        """
        await live.join(self, topic, refresh)
