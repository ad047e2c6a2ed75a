"""The colours somebody owns, and which of them the app wears."""

import asyncio

import reflex as rx

from vel_tutor.domain import shop
from vel_tutor.domain.shop.views import ThemeView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.header import HeaderState
from vel_tutor.vocabulary import STUDENTS


class WardrobeState(Guarded, rx.State):
    """What a student may choose from; empty for everybody else."""

    themes: rx.Field[tuple[ThemeView, ...]] = rx.field(default_factory=tuple)

    @rx.event
    async def begin(self):
        """Read what there is to choose from."""
        actor = await self._actor()
        if actor.is_student:
            self.themes = await asyncio.to_thread(shop.wardrobe, actor)

    @rx.event
    async def wear(self, theme: str):
        """Let the app wear colours the person owns, from now on and on every device."""
        actor = await self._actor(*STUDENTS)
        chosen = await asyncio.to_thread(shop.wear, actor, theme)
        (await self.get_state(HeaderState)).theme = chosen.value
