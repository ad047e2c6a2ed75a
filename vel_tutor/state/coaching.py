"""The tutor to ask: choosing what about, and the conversation."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import coaching
from vel_tutor.domain.coaching.views import ChatView, DeskView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, identity, whole, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, CoachMove

MOST_WANTED = 80


class CoachDeskState(Guarded, rx.State):
    """What to ask about, and the time there is."""

    desk: rx.Field[DeskView] = rx.field(default_factory=DeskView)
    wanted: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Show what can be asked about: the question or the skill in the address, or any."""
        actor = await self._actor(*STUDENTS)
        self.wanted = ""
        try:
            await self._show(actor)
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)

    @rx.event
    async def search(self, wanted: str):
        """Show the skills whose names hold these words."""
        actor = await self._actor(*STUDENTS)
        self.wanted = words({"wanted": wanted}, "wanted")[:MOST_WANTED]
        await self._show(actor)

    async def _show(self, actor: Actor) -> None:
        asked = self.router.url.query_parameters
        session, number = asked.get("session", ""), asked.get("question", "")
        about: dict[str, Any] = (
            {"session_id": identity(session), "number": whole(number)} if session else {}
        )
        skill = asked.get("skill", "") if not self.wanted else ""
        self.desk = await asyncio.to_thread(coaching.desk, actor, self.wanted, skill=skill, **about)


class CoachState(Guarded, rx.State):
    """One conversation: the question on show, the turns, the moves, the time left."""

    chat: rx.Field[ChatView] = rx.field(default_factory=ChatView)
    thinking: rx.Field[bool] = rx.field(False)
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin(self):
        """Go on where the conversation was left, unless the address is about something else."""
        actor = await self._actor(*STUDENTS)
        self.thinking = False
        if self.router.url.query_parameters.get("session", "") or (
            self.router.url.query_parameters.get("skill", "")
        ):
            self.chat = ChatView()
        else:
            self.chat = await asyncio.to_thread(coaching.current, actor)
        self.is_loaded = True

    @rx.event
    async def start(self, skill: str):
        """Begin a conversation about a skill, or go on with the one about it."""
        actor = await self._actor(*STUDENTS)
        if not isinstance(skill, str):
            raise Invalid
        self.chat = await asyncio.to_thread(coaching.begin, actor, skill)
        return self._at_plain_address()

    @rx.event
    async def start_question(self):
        """Begin one about the question in the address."""
        actor = await self._actor(*STUDENTS)
        asked = self.router.url.query_parameters
        session_id, number = identity(asked.get("session", "")), whole(asked.get("question", ""))
        self.chat = await asyncio.to_thread(coaching.begin_about, actor, session_id, number)
        return self._at_plain_address()

    @rx.event
    async def resume(self):
        """Go on with the conversation that is open."""
        actor = await self._actor(*STUDENTS)
        self.chat = await asyncio.to_thread(coaching.current, actor)
        return self._at_plain_address()

    @rx.event
    async def move(self, number: int, what: str):
        """Say something by a press of a button."""
        actor = await self._actor(*STUDENTS)
        try:
            chosen = CoachMove(what)
        except ValueError:
            raise Invalid from None
        if chosen is CoachMove.END:
            self.chat = await asyncio.to_thread(coaching.finish, actor)
            yield rx.set_focus("coach-end")
            return
        async for _ in self._talk(actor, whole(number), chosen):
            yield

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand in an answer to the question on show, or to the step of the example."""
        actor = await self._actor(*STUDENTS)
        number, answer = whole(words(form, "number")), given(form)
        async for _ in self._talk(actor, number, CoachMove.ANSWER, answer):
            yield
        if not self.chat.is_open and not self.chat.fills:
            yield rx.set_focus("coach-end" if self.chat.summary.shown else "coach-said")

    @rx.event
    async def say(self, form: dict[str, str]):
        """Say something in words of one's own."""
        actor = await self._actor(*STUDENTS)
        number, said = whole(words(form, "number")), words(form, "words")
        async for _ in self._talk(actor, number, CoachMove.SAY, said):
            yield

    @rx.event
    async def look(self):
        """Read the conversation again: a minute is over, or the time is."""
        actor = await self._actor(*STUDENTS)
        if self.chat.id and not self.chat.summary.shown:
            self.chat = await asyncio.to_thread(coaching.look, actor)

    @rx.event
    async def turn_away(self, hidden: bool):
        """The clock stands still while the page is hidden."""
        actor = await self._actor(*STUDENTS)
        if not self.chat.id or self.chat.summary.shown:
            return
        if hidden is True:
            await asyncio.to_thread(coaching.pause, actor)
        else:
            self.chat = await asyncio.to_thread(coaching.current, actor)

    @rx.event
    async def leave_ending(self):
        """Back to choosing what to ask about."""
        await self._actor(*STUDENTS)
        self.chat = ChatView()
        return CoachDeskState.begin

    @rx.event
    async def report(self, number: int):
        """Have somebody look at a turn of the tutor."""
        actor = await self._actor(*STUDENTS)
        self.chat = await asyncio.to_thread(coaching.report, actor, whole(number))
        return NoticeState.show("Thank you. Somebody will look at it.", "success")

    def _at_plain_address(self) -> rx.event.EventSpec:
        """Leave what the address was about; at a plain one nobody arrives a second time.

        Arriving moves the focus: it would take it from an answer that has been begun meanwhile.
        """
        if self.router.url.query_parameters:
            return rx.redirect(routes.COACH, replace=True)
        return rx.set_focus("main")

    async def _talk(
        self, actor: Actor, number: int, what: CoachMove, text: str = ""
    ) -> AsyncIterator[None]:
        """One move; where a model may word the reply, it is shown once that has been heard."""
        before = self.chat
        chat = await asyncio.to_thread(coaching.move, actor, number, what, text)
        if not chat.may_say or chat.summary.shown or chat.number == before.number:
            self.chat = chat
            return
        self.thinking = True
        yield
        try:
            self.chat = await asyncio.to_thread(coaching.reword, actor, chat.number)
        finally:
            self.thinking = False
