"""The sender's side: which challenges are out, and how each is going, live."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import loops
from vel_tutor.domain.loops.views import SentView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.vocabulary import STUDENTS


class SentState(Guarded, rx.State):
    """The actor's challenges: the list of them, or one of them."""

    all_sent: rx.Field[list[SentView]] = rx.field(default_factory=list)
    has_list: rx.Field[bool] = rx.field(False)
    sent: rx.Field[SentView] = rx.field(default_factory=SentView)
    cheer: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin_list(self):
        """Show the actor's challenges, and keep them up to date."""
        actor = await self._actor(*STUDENTS)
        self.all_sent = list(await asyncio.to_thread(loops.sent, actor))
        self.has_list = True
        await self._watch(topics.student(actor.user_id), SentState.read_list)

    @rx.event
    async def read_list(self):
        """Read the list again: there is news."""
        actor = await self._actor(*STUDENTS)
        self.all_sent = list(await asyncio.to_thread(loops.sent, actor))

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
