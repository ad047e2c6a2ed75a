"""A child's page for a parent: progress, switches, who else is linked."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import accounts, progress
from vel_tutor.domain.accounts import ChildFamilyView, FieldRefusal
from vel_tutor.domain.progress import ProgressView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import ConsentScope, Standing


class ChildState(Guarded, rx.State):
    """One child of one parent."""

    child: rx.Field[ChildFamilyView] = rx.field(default_factory=ChildFamilyView)
    progress: rx.Field[ProgressView] = rx.field(default_factory=ProgressView)
    asks: rx.Field[str] = rx.field("")
    """What has to be confirmed: `viral`, or the id of a parent to part with; empty for nothing."""
    link: rx.Field[str] = rx.field("")
    """The link for another parent that was made just now."""
    problem: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Show the child in the address, and keep the page up to date."""
        actor = await self._actor(Standing.PARENT)
        asked = segment(self.router.url.path, 1)
        if self.child.id != asked:
            self.child, self.progress = ChildFamilyView(), ProgressView()
            yield
        self.asks = self.link = self.problem = ""
        try:
            await self._read(actor)
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        await self._watch(topics.family(identity(asked)), ChildState.look)
        await self._watch(topics.student(identity(asked)), ChildState.look)

    @rx.event
    async def look(self):
        """Read the page again: there is news. A child who is no longer theirs leads back."""
        try:
            await self._read(await self._actor(Standing.PARENT))
        except NotFound:
            return rx.redirect(routes.FAMILY, replace=True)

    @rx.event
    async def switch(self, scope: str, on: bool):
        """Turn one thing on or off."""
        try:
            chosen = ConsentScope(scope)
        except ValueError:
            raise Invalid from None
        await self._do(accounts.switch, chosen, on=on is True)

    @rx.event
    async def viral(self, off: bool):
        """Turn everything viral off, once that is confirmed, or let it be as usual again."""
        await self._actor(Standing.PARENT)
        if off is True:
            self.asks = "viral"
        else:
            await self._do(accounts.as_usual)

    @rx.event
    async def part(self, parent_id: str):
        """Ask whether a parent is really to be parted from the child."""
        await self._actor(Standing.PARENT)
        self.asks = str(identity(parent_id))

    @rx.event
    async def settle(self, sure: bool):
        """Do what was asked about, or leave it."""
        await self._actor(Standing.PARENT)
        asked, self.asks = self.asks, ""
        if sure is not True or not asked:
            return None
        if asked == "viral":
            await self._do(accounts.end_viral)
            return NoticeState.show("Off. Links that are open stop working now.", "success")
        actor = await self._do(accounts.end_tie, identity(asked), read=False)
        if identity(asked) == actor.user_id:
            return rx.redirect(routes.FAMILY)
        await self._read(actor)
        return NoticeState.show("Not linked any more.", "success")

    @rx.event
    async def invite(self, form: dict[str, Any]):
        """Make a link for another parent, mailed if there is an address."""
        typed = words(form, "parent_email").strip()
        try:
            actor = await self._actor(Standing.PARENT)
            self.link = await asyncio.to_thread(
                accounts.invite_parent, actor, self._child_id(), typed
            )
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
        actor = await self._actor(Standing.PARENT)
        await asyncio.to_thread(accounts.take_back, actor, request_id)
        self.link = ""
        await self._read(actor)

    async def _do(
        self, verb: Callable[..., Any], *given: Any, read: bool = True, **named: Any
    ) -> Actor:
        actor = await self._actor(Standing.PARENT)
        await asyncio.to_thread(verb, actor, self._child_id(), *given, **named)
        if read:
            await self._read(actor)
        return actor

    async def _read(self, actor: Actor) -> None:
        child_id = self._child_id()
        self.child, self.progress = await asyncio.to_thread(
            lambda: (accounts.child_page(actor, child_id), progress.of_child(actor, child_id))
        )

    def _child_id(self) -> UUID:
        return identity(segment(self.router.url.path, 1))
