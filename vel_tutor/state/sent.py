"""The sender's side: which challenges are out, and how each is going, live."""

import asyncio
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import loops
from vel_tutor.domain.loops.views import PastView, SentView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.vocabulary import STUDENTS, HistorySide


class SentState(Guarded, rx.State):
    """The actor's challenges, sent and received: the list of them, or one of them."""

    lines: rx.Field[list[PastView]] = rx.field(default_factory=list)
    side: rx.Field[str] = rx.field(HistorySide.ALL.value)
    after: rx.Field[str] = rx.field("")
    """Where the next page begins; empty on the last."""
    has_list: rx.Field[bool] = rx.field(False)
    sent: rx.Field[SentView] = rx.field(default_factory=SentView)
    cheer: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin_list(self):
        """Show the actor's challenges, sent and received, and keep them up to date."""
        actor = await self._actor(*STUDENTS)
        await self._first_page(actor)
        self.has_list = True
        await self._watch(topics.student(actor.user_id), SentState.read_list)

    @rx.event
    async def read_list(self):
        """Read the first page again: there is news."""
        await self._first_page(await self._actor(*STUDENTS))

    @rx.event
    async def choose_side(self, side: str):
        """Look at all challenges, or only those sent, or those received."""
        actor = await self._actor(*STUDENTS)
        self.side = _side(side).value
        await self._first_page(actor)

    @rx.event
    async def more(self):
        """Show the next page below."""
        actor = await self._actor(*STUDENTS)
        page = await asyncio.to_thread(loops.history, actor, _side(self.side), self.after)
        self.lines = [*self.lines, *page.lines]
        self.after = page.after

    @rx.event
    async def rematch(self, play_id: str):
        """Play a friend again with new questions; they are challenged with them."""
        actor = await self._actor(*STUDENTS)
        deck = await asyncio.to_thread(loops.rematch, actor, identity(play_id))
        return rx.redirect(routes.practice_session(deck))

    async def _first_page(self, actor: Actor) -> None:
        page = await asyncio.to_thread(loops.history, actor, _side(self.side))
        self.lines, self.after = list(page.lines), page.after

    @rx.event
    async def begin(self):
        """Show the challenge in the address, and watch it from now on."""
        asked = segment(self.router.url.path, 1)
        if self.sent.id != asked:
            self.sent = SentView()
            yield
        self.cheer = False
        try:
            await self._look()
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        await self._watch(topics.challenge(identity(asked)), SentState.look)

    @rx.event
    async def look(self):
        """Read the challenge again: there is news."""
        await self._look()

    async def _look(self) -> None:
        actor = await self._actor(*STUDENTS)
        asked = identity(segment(self.router.url.path, 1))
        self.sent = await asyncio.to_thread(loops.look_at, actor, asked)
        self.cheer = self.cheer or self.sent.cheer


def _side(word: Any) -> HistorySide:
    try:
        return HistorySide(word)
    except ValueError:
        raise Invalid from None
