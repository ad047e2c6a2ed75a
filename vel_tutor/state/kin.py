"""A student's own family: who is linked, who asks, and what a parent has switched."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import FieldRefusal, OwnFamilyView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import Standing


class KinState(Guarded, rx.State):
    """What stands in a student's settings; nothing for everybody else."""

    own: rx.Field[OwnFamilyView] = rx.field(default_factory=OwnFamilyView)
    is_shown: rx.Field[bool] = rx.field(False)
    asks: rx.Field[str] = rx.field("")
    """The id of a parent whose tie is to be ended, once that is confirmed."""
    link: rx.Field[str] = rx.field("")
    problem: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Read who belongs to this student, and watch for more."""
        actor = await self._actor()
        self.is_shown = actor.standing in {Standing.CHILD, Standing.TEEN}
        self.asks = self.link = self.problem = ""
        if not self.is_shown:
            self.own = OwnFamilyView()
            return
        await self._read(actor)
        await self._watch(topics.family(actor.user_id), KinState.look)

    @rx.event
    async def look(self):
        """Read it again: there is news."""
        await self._read(await self._actor(Standing.CHILD, Standing.TEEN))

    @rx.event
    async def answer(self, request_id: UUID, yes: bool):
        """Say yes or no to a parent who asks."""
        await self._do(accounts.answer_request, request_id, yes=yes is True)
        if yes is True:
            return NoticeState.show("Linked. They see your progress from now on.", "success")

    @rx.event
    async def invite(self, form: dict[str, Any]):
        """Make a link for a parent, mailed if there is an address."""
        actor = await self._actor(Standing.TEEN)
        typed = words(form, "parent_email").strip()
        try:
            self.link = await asyncio.to_thread(accounts.invite_parent, actor, actor.user_id, typed)
        except FieldRefusal as refusal:
            self.problem = str(refusal)
            return None
        self.problem = ""
        await self._read(actor)
        if typed:
            self.link = ""
            return NoticeState.show("The mail is on its way.", "success")

    @rx.event
    async def take_back(self, request_id: UUID):
        """End a link that was handed out."""
        self.link = ""
        await self._do(accounts.take_back, request_id)

    @rx.event
    async def part(self, parent_id: str):
        """Ask whether a tie is really to be ended."""
        await self._actor(Standing.TEEN)
        self.asks = str(identity(parent_id))

    @rx.event
    async def settle(self, sure: bool):
        """End the tie that was asked about, or leave it."""
        actor = await self._actor(Standing.TEEN)
        asked, self.asks = self.asks, ""
        if sure is True and asked:
            await self._do(accounts.end_tie, actor.user_id, identity(asked))
            return NoticeState.show("Not linked any more.", "success")

    async def _do(self, verb: Callable[..., Any], *given: Any, **named: Any) -> None:
        actor = await self._actor(Standing.TEEN)
        await asyncio.to_thread(verb, actor, *given, **named)
        await self._read(actor)

    async def _read(self, actor: Actor) -> None:
        self.own = await asyncio.to_thread(accounts.own_family, actor)
