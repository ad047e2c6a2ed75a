"""Streaks of two: which there are, and choosing or ending one."""

import asyncio
from collections.abc import Callable
from typing import Any

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.domain import pairs
from vel_tutor.domain.pairs import PairsView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS


class PairsState(Guarded, rx.State):
    """The streaks of two of one student."""

    kept: rx.Field[PairsView] = rx.field(default_factory=PairsView)

    @rx.event
    async def begin(self):
        """Read them, and again at each news."""
        actor = await self._actor(*STUDENTS)
        await self._read(actor)
        await self._watch(topics.friends(actor.user_id), PairsState.look)

    @rx.event
    async def look(self):
        """Read them again."""
        await self._read(await self._actor(*STUDENTS))

    @rx.event
    async def propose(self, friendship_id: str):
        """Ask a friend to keep one together."""
        await self._do(pairs.propose, friendship_id)
        return NoticeState.show("Asked. It begins when your friend says yes.", "success")

    @rx.event
    async def agree(self, pair_id: str):
        """Say yes to a friend who asks."""
        await self._do(pairs.agree, pair_id)

    @rx.event
    async def leave(self, pair_id: str):
        """End one, decline it or take the question back."""
        await self._do(pairs.leave, pair_id)

    async def _do(self, verb: Callable[..., Any], given: str) -> None:
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(verb, actor, identity(given))
        await self._read(actor)

    async def _read(self, actor: Actor) -> None:
        self.kept = await asyncio.to_thread(pairs.pairs, actor)
