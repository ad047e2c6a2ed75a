"""The room for two: one of them at the questions, the other one beside them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor.core.errors import Refusal
from vel_tutor.domain.loops import rescue
from vel_tutor.domain.loops.rescue import RoomView
from vel_tutor.domain.practice.views import DeckView, PlayView, QuestionView, VerdictView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, identity, segment, whole, words
from vel_tutor.state.learning import count_in
from vel_tutor.state.notices import NoticeState
from vel_tutor.state.presence import be_present
from vel_tutor.vocabulary import RoomStage


class RoomState(Guarded, rx.State):
    """One of the two: what they are shown, how the last answer went, and who is with them."""

    room: rx.Field[RoomView] = rx.field(default_factory=RoomView)
    deck: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    answered: rx.Field[int] = rx.field(0)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)
    verdict: rx.Field[VerdictView] = rx.field(default_factory=VerdictView)

    @rx.var
    def progress(self) -> int:
        """Share of the deck answered, 0..100."""
        return 100 * self.answered // self.deck.size if self.deck.size else 0

    @rx.event
    async def begin(self):
        """Show the room in the address where it was left; again on every reconnect."""
        if self.room.room_id != segment(self.router.url.path, 1):
            self._show(RoomView())
            yield
        try:
            view = await self._do(rescue.enter)
        except Refusal as refusal:
            self._show(RoomView(stage=RoomStage.CLOSED.value, words=str(refusal)))
            return
        self._show(view)
        topic = topics.rescue(self._room_id())
        await self._watch(topic, RoomState.look)
        await be_present(self, topic, RoomState.look)
        if view.stage == RoomStage.PLAYING:
            await count_in(self, self.deck.subject)

    @rx.event
    async def look(self):
        """Read the room again: the other one came, went or answered, or a minute has passed.

        The own question is left alone, for somebody may be writing; unless another device of
        theirs has gone on with it, or time is over.
        """
        view = await self._do(rescue.enter)
        is_elsewhere = view.play.answered != self.answered
        is_reading = self.verdict.shown and view.stage == RoomStage.DONE
        if view.stage == self.room.stage or is_reading:
            self._show_around(replace(view, stage=self.room.stage, feedback=self.room.feedback))
        if (view.stage != self.room.stage or is_elsewhere) and not is_reading:
            self._show(view)

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show how it went."""
        answer = rescue.Given(
            position=whole(words(form, "position")),
            words=given(form),
            key=self.router.session.client_token,
        )
        await self._play(rescue.answer, answer)
        if self.room.feedback and self.verdict.shown:
            return NoticeState.show(self.room.feedback, "info")

    @rx.event
    async def hint(self, position: int, number: int):
        """Show one more hint."""
        await self._play(rescue.hint, whole(position), whole(number))

    @rx.event
    async def reveal(self, position: int):
        """Show the solution instead of answering."""
        await self._play(rescue.reveal, whole(position))

    @rx.event
    async def go_on(self, position: int):
        """Leave the verdict behind: the next question, or the end after the last one."""
        await self._play(rescue.next_question, whole(position))
        return rx.set_focus("question" if self.room.stage == RoomStage.PLAYING else "main")

    async def _play(self, verb: Callable[..., RoomView], *given: Any) -> None:
        """Do something in the room; once time is over, show that instead."""
        try:
            view = await self._do(verb, *given)
        except rescue.RoomOver:
            view = await self._do(rescue.enter)
        self._show(view)

    async def _do(self, verb: Callable[..., RoomView], *given: Any) -> RoomView:
        return await asyncio.to_thread(verb, await self._friend(), self._room_id(), *given)

    def _room_id(self) -> UUID:
        return identity(segment(self.router.url.path, 1))

    def _show(self, view: RoomView) -> None:
        """Put `view` on the screen; question and verdict apart, so that little travels."""
        self.deck, self.answered = view.play.deck, view.play.answered
        self.question, self.verdict = view.play.question, view.play.verdict
        self._show_around(view)

    def _show_around(self, view: RoomView) -> None:
        """Everything but the question."""
        is_cheering = self.room.cheer and self.room.room_id == view.room_id
        self.room = replace(view, play=PlayView(), cheer=view.cheer or is_cheering)
