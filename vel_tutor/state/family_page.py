"""A parent's first page: each child at a glance, who asks, and adding a child."""

import asyncio
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.domain import accounts, progress
from vel_tutor.domain.accounts import FamilyView, FieldRefusal
from vel_tutor.domain.progress import GlanceView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import Standing


class FamilyState(Guarded, rx.State):
    """Everybody one parent looks after."""

    children: rx.Field[list[GlanceView]] = rx.field(default_factory=list)
    family: rx.Field[FamilyView] = rx.field(default_factory=FamilyView)
    waits: rx.Field[str] = rx.field("")
    """The name of a child whose account waits for the letter this parent was sent."""
    problem: rx.Field[str] = rx.field("")
    loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin(self):
        """Show the family, and keep it up to date while the children practise."""
        actor = await self._actor(Standing.PARENT)
        self.problem = ""
        await self._read(actor)
        await self._watch(topics.family(actor.user_id), FamilyState.look)
        for child in self.children:
            await self._watch(topics.student(UUID(child.id)), FamilyState.look)

    @rx.event
    async def look(self):
        """Read it all again: there is news."""
        await self._read(await self._actor(Standing.PARENT))

    @rx.event
    async def ask(self, form: dict[str, Any]):
        """Ask whoever signs in by a name to be linked."""
        actor = await self._actor(Standing.PARENT)
        try:
            await asyncio.to_thread(accounts.ask_for_child, actor, words(form, "child_name"))
        except FieldRefusal as refusal:
            self.problem = str(refusal)
            return None
        self.problem = ""
        await self._read(actor)
        return NoticeState.show(
            "Asked. It waits for a yes, if there is such an account.", "success"
        )

    @rx.event
    async def answer(self, request_id: UUID, yes: bool):
        """Answer another parent who asks for a child."""
        actor = await self._actor(Standing.PARENT)
        await asyncio.to_thread(accounts.answer_request, actor, request_id, yes=yes is True)
        await self._read(actor)

    @rx.event
    async def take_back(self, request_id: UUID):
        """Take back what was asked."""
        actor = await self._actor(Standing.PARENT)
        await asyncio.to_thread(accounts.take_back, actor, request_id)
        await self._read(actor)

    async def _read(self, actor: Actor) -> None:
        self.children, self.family, self.waits = await asyncio.to_thread(_family, actor)
        self.loaded = True


def _family(actor: Actor) -> tuple[list[GlanceView], FamilyView, str]:
    """Three reads on one thread."""
    added = accounts.added_last(actor)
    waits = added.first_name if added and not added.is_open else ""
    return list(progress.at_a_glance(actor)), accounts.family_of(actor), waits
