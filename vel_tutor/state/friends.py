"""Friends: the list, the questions that wait, and everything one may do about somebody."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, Refusal
from vel_tutor.domain import friends
from vel_tutor.domain.friends import DoorView, FriendsView, WishView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, Channel, FriendDoor, ReportKind, Standing

_LONGEST_NAME = 80
STEPS = ("menu", "remove", "block", "report")
"""What the sheet about one person shows."""


class FriendsState(Guarded, rx.State):
    """Somebody's friends, a page at a time, and whatever waits for an answer."""

    is_loaded: rx.Field[bool] = rx.field(False)
    view: rx.Field[FriendsView] = rx.field(default_factory=FriendsView)
    find: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Read the first page, and again at each news."""
        actor = await self._actor(*STUDENTS)
        self.find = ""
        await self._read(actor)
        self.is_loaded = True
        await self._watch(topics.friends(actor.user_id), FriendsState.look)

    @rx.event
    async def look(self):
        """Read the first page again."""
        await self._read(await self._actor(*STUDENTS))

    @rx.event
    async def look_for(self, form: dict[str, Any]):
        """Show the friends whose names begin so."""
        actor = await self._actor(*STUDENTS)
        self.find = words(form, "find").strip()
        await self._read(actor)

    @rx.event
    async def show_more(self):
        """Add the page after those on show."""
        actor = await self._actor(*STUDENTS)
        page = await asyncio.to_thread(friends.page, actor, self.find, self.view.more)
        self.view = replace(page, friends=(*self.view.friends, *page.friends))

    async def _read(self, actor: Actor) -> None:
        self.view = await asyncio.to_thread(friends.page, actor, self.find)


class FriendAskState(Guarded, rx.State):
    """Asking by a code, and answering who asks."""

    problem: rx.Field[str] = rx.field("")
    """Why the code that was typed leads nowhere."""

    @rx.event
    async def ask(self, form: dict[str, Any]):
        """Ask whoever handed out the code that was typed."""
        actor = await self._actor(*STUDENTS)
        try:
            door = await asyncio.to_thread(friends.ask, actor, words(form, "code"))
        except Refusal as refusal:
            self.problem = str(refusal)
            return None
        self.problem = ""
        await self._refresh(actor)
        return NoticeState.show(_said(door), "success")

    @rx.event
    async def accept(self, friendship_id: str):
        """Say yes."""
        await self._do(friends.accept, friendship_id)

    @rx.event
    async def decline(self, friendship_id: str):
        """Say no; they are not told."""
        await self._do(friends.decline, friendship_id)
        return NoticeState.show("Gone. They are not told.", "info")

    @rx.event
    async def withdraw(self, friendship_id: str):
        """Take a question back."""
        await self._do(friends.withdraw, friendship_id)

    async def _do(self, verb: Callable[..., Any], friendship_id: str) -> None:
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(verb, actor, identity(friendship_id))
        await self._refresh(actor)

    async def _refresh(self, actor: Actor) -> None:
        await (await self.get_state(FriendsState))._read(actor)


class FriendDeedState(Guarded, rx.State):
    """What somebody does about one person: end, keep away, report, and take that back."""

    step: rx.Field[str] = rx.field("")
    """Of the sheet, one of `STEPS`; empty while it is closed."""
    about: rx.Field[str] = rx.field("")
    """The id of the friendship."""
    name: rx.Field[str] = rx.field("")
    gone: rx.Field[str] = rx.field("")
    """The friendship that was ended just now, to be asked for again."""

    @rx.event
    async def choose(self, friendship_id: str, called: str):
        """Open the sheet about one person."""
        await self._actor(*STUDENTS)
        self.about, self.step, self.gone = str(identity(friendship_id)), "menu", ""
        self.name = called[:_LONGEST_NAME] if isinstance(called, str) else ""

    @rx.event
    async def turn(self, step: str = ""):
        """Go to another page of the sheet, or close it."""
        await self._actor(*STUDENTS)
        self.step = step if step in STEPS else ""

    @rx.event
    async def settle(self):
        """Do what the sheet asked about."""
        actor = await self._actor(*STUDENTS)
        step, self.step = self.step, ""
        if step == "remove":
            await asyncio.to_thread(friends.remove, actor, identity(self.about))
            self.gone = self.about
        elif step == "block":
            await asyncio.to_thread(friends.block_behind, actor, identity(self.about))
        await (await self.get_state(FriendsState))._read(actor)
        if step == "block":
            return NoticeState.show("Blocked. Neither of you sees the other now.", "success")

    @rx.event
    async def report(self, kind: str):
        """Ask the staff to look at the person, for one of the reasons."""
        actor = await self._actor(*STUDENTS)
        try:
            why = ReportKind(kind)
        except ValueError:
            raise Invalid from None
        self.step = ""
        await asyncio.to_thread(friends.report_behind, actor, identity(self.about), why)
        return NoticeState.show("Thank you. Somebody of our team looks at it.", "success")

    @rx.event
    async def undo(self):
        """Ask whoever is no longer a friend to be one again."""
        actor = await self._actor(*STUDENTS)
        gone, self.gone = self.gone, ""
        await asyncio.to_thread(friends.ask_again, actor, identity(gone))
        await (await self.get_state(FriendsState))._read(actor)
        return NoticeState.show("Asked. You are friends again when they say yes.", "success")

    @rx.event
    async def unblock(self, block_id: str):
        """Let somebody be met again."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(friends.unblock, actor, identity(block_id))
        await (await self.get_state(FriendsState))._read(actor)
        return NoticeState.show("Unblocked.", "success")


class FriendCodeState(Guarded, rx.State):
    """Handing out one's own code."""

    is_open: rx.Field[bool] = rx.field(False)
    has_qr: rx.Field[bool] = rx.field(False)

    @rx.event
    async def open(self):
        """Show the ways to hand it out."""
        await self._actor(*STUDENTS)
        self.is_open, self.has_qr = True, False

    @rx.event
    async def close(self, is_open: bool = False):
        """Put them away."""
        await self._actor(*STUDENTS)
        self.is_open = is_open is True

    @rx.event
    async def shared(self, _code: str, channel: str):
        """Say that a way has been taken; nothing is counted and nothing is paid."""
        await self._actor(*STUDENTS)
        self.has_qr = self.has_qr or channel == Channel.QR
        if channel == Channel.COPY:
            return NoticeState.show("Link copied. Send it to somebody you know.", "success")

    @rx.event
    async def renew(self):
        """Take a new code; the old one leads nowhere from now on."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(friends.renew_code, actor)
        await (await self.get_state(FriendsState))._read(actor)
        return NoticeState.show("A new code. The old one leads nowhere now.", "success")


class FriendDoorState(Guarded, rx.State):
    """The page behind somebody's friend link."""

    door: rx.Field[DoorView] = rx.field(default_factory=DoorView)
    path: rx.Field[str] = rx.field("")
    """Of this page, to come back to after signing in."""

    @rx.event
    async def arrive(self):
        """Find out what the link is to whoever opens it."""
        actor = await self._actor_or_none()
        if self.door.stage != FriendDoor.LOADING:
            self.door = DoorView()
            yield
        self.path = routes.friend_invited(self._code())
        self.door = await asyncio.to_thread(friends.door, actor, self._code())

    @rx.event
    async def ask(self):
        """Ask whoever handed the link out."""
        actor = await self._actor(*STUDENTS)
        self.door = await asyncio.to_thread(friends.ask, actor, self._code())

    def _code(self) -> str:
        return segment(self.router.url.path, 2)


class FriendWishState(Guarded, rx.State):
    """Friends a child would like, for a parent to say yes or no."""

    wishes: rx.Field[list[WishView]] = rx.field(default_factory=list)

    @rx.event
    async def begin(self):
        """Read what waits for the child in the address, and watch for more."""
        actor = await self._actor(Standing.PARENT)
        self.wishes = []
        await self._read(actor)
        await self._watch(topics.friends(self._child()), FriendWishState.look)

    @rx.event
    async def look(self):
        """Read it again."""
        await self._read(await self._actor(Standing.PARENT))

    @rx.event
    async def answer(self, friendship_id: str, yes: bool):
        """Say yes or no for the child."""
        actor = await self._actor(Standing.PARENT)
        about = identity(friendship_id)
        await asyncio.to_thread(
            friends.answer_for_child, actor, self._child(), about, yes=yes is True
        )
        await self._read(actor)

    async def _read(self, actor: Actor) -> None:
        found = await asyncio.to_thread(friends.wishes_of_child, actor, self._child())
        self.wishes = list(found)

    def _child(self) -> Any:
        return identity(segment(self.router.url.path, 1))


def _said(door: DoorView) -> str:
    if door.stage == FriendDoor.FRIENDS:
        return f"You and {door.name} are friends."
    return f"Asked {door.name}. {door.words}"
