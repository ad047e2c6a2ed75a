"""Asking friends into a room, looking after it, and saying what is wrong in it."""

import asyncio
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.errors import Invalid, Refusal
from vel_tutor.domain import rooms
from vel_tutor.domain.rooms.views import InviteeView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.state.study_room import StudyRoomState
from vel_tutor.vocabulary import STUDENTS, ReportKind

DEEDS = frozenset({"remove", "report", "report_room", "rename", "close"})


class RoomGuestsState(Guarded, rx.State):
    """The friends who may be asked into the room in the address."""

    friends: rx.Field[list[InviteeView]] = rx.field(default_factory=list)
    is_open: rx.Field[bool] = rx.field(False)

    @rx.event
    async def ask(self):
        """Show the friends who could come."""
        actor = await self._actor(*STUDENTS)
        room_id = await _room_id(self)
        self.friends = list(await asyncio.to_thread(rooms.invitees, actor, room_id))
        self.is_open = True

    @rx.event
    async def close(self, is_open: bool = False):
        """Put them away."""
        await self._actor(*STUDENTS)
        self.is_open = is_open is True

    @rx.event
    async def invite(self, friend_id: str):
        """Ask one of them in."""
        actor = await self._actor(*STUDENTS)
        room_id = await _room_id(self)
        await asyncio.to_thread(rooms.invite, actor, room_id, identity(friend_id))
        self.friends = list(await asyncio.to_thread(rooms.invitees, actor, room_id))

    @rx.event
    async def copied(self):
        """Say that the address of the room can be handed on."""
        await self._actor(*rooms.GOERS)
        return NoticeState.show("Link copied. It opens for people of your age.", "success")


class RoomKeepingState(Guarded, rx.State):
    """What is about to be done about a room or one of its members."""

    deed: rx.Field[str] = rx.field("")
    """One of `DEEDS`, asked about; empty for none."""
    name: rx.Field[str] = rx.field("")
    """Whom or what it is about, as this person reads it."""
    problem: rx.Field[str] = rx.field("")
    _member_id: str = ""

    @rx.event
    async def ask(self, deed: str, member_id: str = ""):
        """Ask whether it is really to be done."""
        await self._actor(*rooms.GOERS)
        if deed not in DEEDS:
            raise Invalid
        shown = await self.get_state(StudyRoomState)
        whom = next((one.name for one in shown.people if member_id and one.id == member_id), "")
        self.deed, self.problem, self._member_id = deed, "", str(member_id)[:36]
        self.name = whom or shown.hall.name

    @rx.event
    async def back(self, is_open: bool = False):
        """Think again."""
        await self._actor(*rooms.GOERS)
        if is_open is not True:
            self.deed = ""

    @rx.event
    async def remove(self):
        """Put the member out who was asked about."""
        actor = await self._actor(*rooms.GOERS)
        room_id = await _room_id(self)
        await asyncio.to_thread(rooms.remove, actor, room_id, identity(self._member_id))
        return self._done("They are out, and may come back after 30 days.")

    @rx.event
    async def shut(self):
        """Close the room for good."""
        actor = await self._actor(*rooms.GOERS)
        await asyncio.to_thread(rooms.close, actor, await _room_id(self))
        return self._done("The room is closed.")

    @rx.event
    async def rename(self, form: dict[str, Any]):
        """Give the room another name."""
        actor = await self._actor(*rooms.GOERS)
        try:
            await asyncio.to_thread(rooms.rename, actor, await _room_id(self), words(form, "name"))
        except Refusal as refusal:
            self.problem = str(refusal)
            return None
        return self._done("Renamed.")

    @rx.event
    async def report(self, kind: str):
        """Tell trust and safety about the member, or the room, that was asked about."""
        actor = await self._actor(*rooms.GOERS)
        if kind not in set(ReportKind):
            raise Invalid
        why, room_id = ReportKind(kind), await _room_id(self)
        if self.deed == "report":
            who = identity(self._member_id)
            await asyncio.to_thread(rooms.report_member, actor, room_id, who, why)
        else:
            await asyncio.to_thread(rooms.report_room, actor, room_id, why)
        return self._done("Thank you. Somebody will look at it.")

    def _done(self, said: str) -> list[Any]:
        self.deed = self._member_id = ""
        return [StudyRoomState.look, NoticeState.show(said, "success")]


async def _room_id(screen: rx.State) -> UUID:
    """The room on show."""
    return identity((await screen.get_state(StudyRoomState)).hall.room_id)
