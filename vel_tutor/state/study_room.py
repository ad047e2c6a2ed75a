"""One room of many: who is there, what they reach together, coming in and leaving."""

import asyncio
from uuid import UUID

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.domain import rooms
from vel_tutor.domain.rooms.views import FaceView, HallView, MemberView
from vel_tutor.live import topics
from vel_tutor.state import live, presence
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, Farewell, HallStage


class StudyRoomState(Guarded, rx.State):
    """One room as one person sees it, and as it changes."""

    hall: rx.Field[HallView] = rx.field(default_factory=HallView)
    faces: rx.Field[list[FaceView]] = rx.field(default_factory=list)
    people: rx.Field[list[MemberView]] = rx.field(default_factory=list)
    more: rx.Field[str] = rx.field("")
    is_finale: rx.Field[bool] = rx.field(False)
    """Whether a party has come to its end on this page, rather than before it was opened."""
    _pages: int = 1
    """How many pages of members are unfolded."""
    _is_there: bool = False
    """Whether this page counts as being in the room."""

    @rx.event
    async def begin(self):
        """Show the room in the address, and watch it from now on."""
        actor = await self._actor(*rooms.GOERS)
        if self.hall.slug != self._slug():
            self.hall, self.faces, self.people, self.more = HallView(), [], [], ""
            self._pages, self.is_finale = 1, False
            yield
        self._is_there = False
        await self._look(actor)
        if self.hall.room_id:
            room_id = identity(self.hall.room_id)
            await self._watch(topics.room(room_id), StudyRoomState.look)
            await self._watch(topics.cheers(room_id))

    @rx.event
    async def look(self):
        """Read the room again: there is news."""
        actor = await self._actor(*rooms.GOERS)
        was_member = self.hall.is_member
        await self._look(actor)
        if was_member and self.hall.stage == HallStage.BARRED:
            return NoticeState.show(self.hall.words, "warning")

    @rx.event
    async def look_around(self):
        """See who is there: somebody has come, gone, or turned away."""
        actor = await self._actor(*rooms.GOERS)
        if self.hall.stage in rooms.WITHIN:
            _, faces = await asyncio.to_thread(rooms.faces, actor, self._slug())
            self.faces = list(faces)

    @rx.event
    async def show_more(self):
        """Add the next page of members."""
        actor = await self._actor(*rooms.GOERS)
        if self.more:
            found = await asyncio.to_thread(rooms.members, actor, self._slug(), self.more)
            known = {one.id for one in self.people}
            self.people.extend(one for one in found[0] if one.id not in known)
            self.more = found[1]
            self._pages += 1

    async def _look(self, actor: Actor) -> None:
        """Show the room as it is now, and be counted in it for as long as one belongs to it."""
        view = await asyncio.to_thread(rooms.room, actor, self._slug(), pages=self._pages)
        was_inside = self.hall.stage == HallStage.INSIDE
        self.is_finale = view.stage == HallStage.AFTER and (was_inside or self.is_finale)
        self.hall = view
        self.faces, self.people, self.more = list(view.faces), list(view.people), view.more
        (await self.get_state(CheerState)).cheers = list(view.cheers)
        belongs = view.is_member and view.stage in rooms.WITHIN
        if belongs and not self._is_there:
            topic = topics.room(identity(view.room_id))
            await presence.be_present(self, topic, StudyRoomState.look_around)
        elif self._is_there and not belongs:
            await presence.leave(self.router.session.session_id)
        self._is_there = belongs

    def _slug(self) -> str:
        return segment(self.router.url.path, 1)


class RoomSeatState(Guarded, rx.State):
    """Coming into the room in the address, leaving it, and being told when it opens."""

    is_leaving: rx.Field[bool] = rx.field(False)
    """Whether a keeper is being asked what becomes of the room."""

    @rx.event
    async def join(self):
        """Come in."""
        actor = await self._actor(*STUDENTS)
        room_id = await self._room_id()
        await asyncio.to_thread(rooms.join, actor, room_id)
        return [StudyRoomState.look, NoticeState.show("You are in.", "success")]

    @rx.event
    async def ask_leave(self):
        """Leave at once, or ask a keeper what becomes of the room."""
        actor = await self._actor(*rooms.GOERS)
        try:
            await asyncio.to_thread(rooms.leave, actor, await self._room_id())
        except rooms.KeeperNeeded:
            self.is_leaving = True
            return None
        return [StudyRoomState.look, NoticeState.show("You have left the room.", "success")]

    @rx.event
    async def stay(self, is_open: bool = False):
        """Think again."""
        await self._actor(*rooms.GOERS)
        if is_open is not True:
            self.is_leaving = False

    @rx.event
    async def leave(self, farewell: str):
        """Leave a room one looks after, and say what becomes of it."""
        actor = await self._actor(*rooms.GOERS)
        what = Farewell(farewell) if farewell in set(Farewell) else None
        await asyncio.to_thread(rooms.leave, actor, await self._room_id(), what)
        self.is_leaving = False
        said = "Handed over." if what is Farewell.HAND_OVER else "The room is closed."
        return [StudyRoomState.look, NoticeState.show(said, "success")]

    @rx.event
    async def remind(self, wanted: bool):
        """Be told before the party in the address begins, or not any more."""
        actor = await self._actor(*STUDENTS)
        slug, is_wanted = segment(self.router.url.path, 1), wanted is True
        await asyncio.to_thread(rooms.remind, actor, slug, wanted=is_wanted)
        said = "We tell you before it begins." if is_wanted else "Nobody will remind you."
        return [StudyRoomState.look, NoticeState.show(said, "success")]

    @rx.event
    async def put_result_away(self):
        """Last week's result has been seen."""
        actor = await self._actor(*rooms.GOERS)
        await asyncio.to_thread(rooms.put_result_away, actor, segment(self.router.url.path, 1))
        return StudyRoomState.look

    async def _room_id(self) -> UUID:
        return identity((await self.get_state(StudyRoomState)).hall.room_id)


class CheerState(Guarded, rx.State):
    """The signs given in the room in the address, as everybody there sees them."""

    cheers: rx.Field[list[int]] = rx.field(default_factory=list)
    """How often each was given today, in the order of the signs."""
    latest: rx.Field[str] = rx.field("")
    """The one given last."""
    beat: rx.Field[int] = rx.field(0)
    """Grows with each, so that the same one given again is seen again."""

    @rx.event
    async def cheer(self, sign: str):
        """Give a sign to everybody in the room."""
        actor = await self._actor(*rooms.GOERS)
        slug = segment(self.router.url.path, 1)
        room_id, counts = await asyncio.to_thread(rooms.cheer, actor, slug, sign)
        shown = {"cheers": list(counts), "latest": sign, "beat": sum(counts)}
        await live.broadcast(topics.cheers(room_id), CheerState, shown)
        self.cheers, self.latest, self.beat = list(counts), sign, sum(counts)
