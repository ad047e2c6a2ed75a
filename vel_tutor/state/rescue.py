"""Calling a friend to practise together: the caller's page, the friend's door, and Today."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Refusal
from vel_tutor.domain.loops import rescue
from vel_tutor.domain.loops.rescue import DoorView, HomeView, RiskView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.state.presence import be_present
from vel_tutor.vocabulary import STUDENTS, DoorStage


class RiskState(Guarded, rx.State):
    """What Today says of a streak that ends soon."""

    risk: rx.Field[RiskView] = rx.field(default_factory=RiskView)

    @rx.event
    async def begin(self):
        """Look whether the streak ends soon, and again whenever there is news."""
        await self._look()
        actor = await self._actor()
        if actor.is_student:
            await self._watch(topics.student(actor.user_id), RiskState.look)

    @rx.event
    async def look(self):
        """Look again: there is news, or a minute has passed."""
        await self._look()

    async def _look(self) -> None:
        actor = await self._actor()
        self.risk = RiskView()
        if actor.is_student:
            self.risk = await asyncio.to_thread(rescue.at_risk, actor)


class RescueState(Guarded, rx.State):
    """One student who calls for company: the room they have open, if any."""

    home: rx.Field[HomeView] = rx.field(default_factory=HomeView)

    @rx.event
    async def begin(self):
        """Show where things stand, and keep it up to date."""
        await self._look()
        actor = await self._actor(*STUDENTS)
        await self._watch(topics.student(actor.user_id), RescueState.look)
        await self._stay()

    @rx.event
    async def look(self):
        """Read it again: there is news, or a minute has passed."""
        await self._look()

    @rx.event
    async def ask(self):
        """Open a room and make its link, or show the one that is open."""
        actor = await self._actor(*STUDENTS)
        self.home = await asyncio.to_thread(rescue.invite, actor)
        await self._stay()
        return rx.set_focus("main")

    async def _look(self) -> None:
        actor = await self._actor(*STUDENTS)
        self.home = await asyncio.to_thread(rescue.home, actor)

    async def _stay(self) -> None:
        """Watch the open room, and be seen in it: whoever waits for a friend is there."""
        if self.home.room:
            topic = topics.rescue(identity(segment(self.home.room, 1)))
            await self._watch(topic, RescueState.look)
            await be_present(self, topic, RescueState.look)


class DoorState(Guarded, rx.State):
    """A friend at the door of a room."""

    door: rx.Field[DoorView] = rx.field(default_factory=DoorView)
    code: rx.Field[str] = rx.field("")

    @rx.event
    async def arrive(self):
        """Show what is behind the link; the first time is a click. Whoever has a seat goes in."""
        code = segment(self.router.url.path, 1)
        if code != self.code:
            self.door, self.code = DoorView(), code
            yield
        try:
            self.door = await asyncio.to_thread(rescue.invitation, await self._friend(), code)
        except Refusal as refusal:
            self.door = DoorView(stage=DoorStage.CLOSED.value, words=str(refusal))
        if self.door.stage == DoorStage.SEATED:
            yield rx.redirect(self.door.room, replace=True)

    @rx.event
    async def come_in(self):
        """Take the friend's seat; if somebody was quicker, the door says so."""
        code = segment(self.router.url.path, 1)
        try:
            room_id = await asyncio.to_thread(rescue.join, await self._friend(), code)
        except Refusal:
            return DoorState.arrive
        return rx.redirect(routes.copractice(room_id), replace=True)
