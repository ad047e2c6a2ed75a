"""Classes: the page of a subject, a parent's passes and seats, a tutor's own classes."""

import asyncio
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Invalid, Refusal
from vel_tutor.domain import tutoring
from vel_tutor.domain.loops import proud_parent
from vel_tutor.domain.loops.proud_parent.views import PassView
from vel_tutor.domain.tutoring import ClassForm
from vel_tutor.domain.tutoring.views import OwnClassView, SamplerView, SeatView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import Standing, Subject


class SamplerState(Guarded, rx.State):
    """The classes of one subject, and booking one."""

    sampler: rx.Field[SamplerView] = rx.field(default_factory=SamplerView)
    child: rx.Field[str] = rx.field("")
    """For whom a seat would be taken."""

    @rx.event
    async def begin(self):
        """Show the classes of the subject in the address, and keep them up to date."""
        asked = segment(self.router.url.path, 2)
        if asked not in set(Subject):
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        if self.sampler.subject != asked:
            self.sampler, self.child = SamplerView(), ""
            yield
        await self._look()
        await self._watch(topics.classes(), SamplerState.look)

    @rx.event
    async def look(self):
        """Read the list again: there is news."""
        await self._look()

    async def _look(self) -> None:
        actor = await self._actor_or_none()
        asked = segment(self.router.url.path, 2)
        if asked not in set(Subject):
            raise Invalid
        self.sampler = await asyncio.to_thread(tutoring.sampler, Subject(asked), actor)
        offered = [child.id for child in self.sampler.children]
        if self.child not in offered:
            self.child = offered[0] if offered else ""

    @rx.event
    async def choose(self, child: str):
        """Take the seats for another child."""
        await self._actor(Standing.PARENT)
        if child in {one.id for one in self.sampler.children}:
            self.child = child

    @rx.event
    async def book(self, session_id: str):
        """Take a seat for the chosen child."""
        actor = await self._actor(Standing.PARENT)
        try:
            await asyncio.to_thread(
                tutoring.book, actor, identity(session_id), identity(self.child)
            )
        finally:
            await self._look()
        return NoticeState.show("The seat is booked. You find it under Class passes.", "success")


class PassesState(Guarded, rx.State):
    """A parent's class passes: how many, what brings more, and the seats they were used for."""

    passes: rx.Field[int] = rx.field(0)
    families: rx.Field[list[PassView]] = rx.field(default_factory=list)
    seats: rx.Field[list[SeatView]] = rx.field(default_factory=list)
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin(self):
        """Show them, and keep them up to date."""
        actor = await self._actor()
        if actor.standing is not Standing.PARENT:
            return rx.redirect(routes.TODAY, replace=True)
        await self._look()
        await self._watch(topics.student(actor.user_id), PassesState.look)

    @rx.event
    async def look(self):
        """Read them again: there is news."""
        await self._look()

    async def _look(self) -> None:
        actor = await self._actor(Standing.PARENT)
        self.passes = await asyncio.to_thread(proud_parent.passes, actor)
        self.families = list(await asyncio.to_thread(proud_parent.families, actor))
        self.seats = list(await asyncio.to_thread(tutoring.seats_of, actor))
        self.is_loaded = True

    @rx.event
    async def give_up(self, seat_id: str):
        """Give a seat up; the pass comes back."""
        actor = await self._actor(Standing.PARENT)
        await asyncio.to_thread(tutoring.give_up, actor, identity(seat_id))
        await self._look()
        return NoticeState.show("The seat is free again, and your pass is back.", "success")


class TutorClassesState(Guarded, rx.State):
    """A tutor's own classes, and offering another one."""

    classes: rx.Field[list[OwnClassView]] = rx.field(default_factory=list)
    problem: rx.Field[str] = rx.field("")
    is_loaded: rx.Field[bool] = rx.field(False)
    asked: rx.Field[str] = rx.field("")
    """The class that is about to be called off; empty for none."""

    @rx.event
    async def begin(self):
        """Show the classes."""
        actor = await self._actor()
        if actor.standing is not Standing.TUTOR:
            return rx.redirect(routes.NOT_FOUND, replace=True)
        self.problem = self.asked = ""
        await self._look()
        await self._watch(topics.classes(), TutorClassesState.look)

    @rx.event
    async def look(self):
        """Read the list again: there is news."""
        await self._look()

    async def _look(self) -> None:
        actor = await self._actor(Standing.TUTOR)
        self.classes = list(await asyncio.to_thread(tutoring.own_classes, actor))
        self.is_loaded = True

    @rx.event
    async def offer(self, form: dict[str, Any]):
        """Offer the class that was filled in."""
        actor = await self._actor(Standing.TUTOR)
        names = ("subject", "band", "day", "at", "minutes", "seats", "place")
        filled = ClassForm(**{name: words(form, name) for name in names})
        try:
            await asyncio.to_thread(tutoring.offer, actor, filled)
        except Refusal as refusal:
            self.problem = str(refusal)
            return None
        self.problem = ""
        await self._look()
        return NoticeState.show("The class is on the page of its subject.", "success")

    @rx.event
    async def ask(self, session_id: str = ""):
        """Ask whether a class is really to be called off; nothing closes the question."""
        await self._actor(Standing.TUTOR)
        self.asked = str(session_id)[:36]

    @rx.event
    async def close(self, is_open: bool = False):
        """Leave the class as it is."""
        await self._actor(Standing.TUTOR)
        if is_open is not True:
            self.asked = ""

    @rx.event
    async def call_off(self):
        """Call the class off that was asked about."""
        actor = await self._actor(Standing.TUTOR)
        session_id, self.asked = identity(self.asked), ""
        await asyncio.to_thread(tutoring.call_off, actor, session_id)
        await self._look()
        return NoticeState.show("Called off. Every pass is back, and the parents know.", "success")
