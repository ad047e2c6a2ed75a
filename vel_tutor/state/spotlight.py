"""The best achievements of the week, on the first screen."""

import asyncio
from dataclasses import replace

import reflex as rx

from vel_tutor.domain import feed
from vel_tutor.domain.feed.views import SpotView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity
from vel_tutor.vocabulary import STUDENTS, Reaction


class SpotlightState(Guarded, rx.State):
    """What friends have achieved this week, as one student sees it."""

    spots: rx.Field[list[SpotView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Read the strip; people without a feed have none."""
        actor = await self._actor()
        self.spots = list(await asyncio.to_thread(feed.spotlight, actor))

    @rx.event
    async def cheer(self, line_id: str):
        """Say "well done" to one of them."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(feed.react, actor, identity(line_id), Reaction.CHEER, on=True)
        self.spots = [
            replace(spot, is_cheered=True) if spot.id == line_id else spot for spot in self.spots
        ]
