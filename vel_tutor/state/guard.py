"""Who is acting: the one reader of the cookies, and the gate before every handler."""

import asyncio
from http.cookies import CookieError, SimpleCookie

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import SignInNeeded
from vel_tutor.core.settings import VISITOR_COOKIE, settings
from vel_tutor.core.signing import Purpose, verify
from vel_tutor.domain import accounts
from vel_tutor.vocabulary import Standing


def cookie(header: str, name: str) -> str:
    """The value of cookie `name` in a Cookie header, or nothing."""
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


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
        token = cookie(self.router.headers.cookie, settings().session_cookie)
        return await asyncio.to_thread(accounts.actor_for, token)

    def _visitor(self) -> str:
        """The visitor id of this browser, or nothing when it carries none that we signed."""
        return verify(Purpose.VISITOR, cookie(self.router.headers.cookie, VISITOR_COOKIE)) or ""
