"""People one has played with of late, to be asked with one press."""

import asyncio

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.domain.loops import together
from vel_tutor.domain.loops.together.views import MetView
from vel_tutor.live import topics
from vel_tutor.state.friends import FriendsState
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS


class MetState(Guarded, rx.State):
    """Those whom somebody may ask to be friends, because the two have played together."""

    met: rx.Field[list[MetView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Read who they are, and again at each news of friends."""
        actor = await self._actor(*STUDENTS)
        await self._read(actor)
        await self._watch(topics.friends(actor.user_id), MetState.look)

    @rx.event
    async def look(self):
        """Read it again."""
        await self._read(await self._actor(*STUDENTS))

    @rx.event
    async def ask(self, game_id: str):
        """Ask whoever that game was finished with."""
        actor = await self._actor(*STUDENTS)
        said = await asyncio.to_thread(together.ask_met, actor, identity(game_id))
        await self._read(actor)
        return [FriendsState.look, NoticeState.show(f"Asked. {said}".strip(), "success")]

    async def _read(self, actor: Actor) -> None:
        self.met = list(await asyncio.to_thread(together.met, actor))
