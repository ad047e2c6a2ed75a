"""The page behind the link of a badge: five questions, then how far that brings one."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Refusal
from vel_tutor.domain.loops import spotlight
from vel_tutor.domain.loops.spotlight.views import TryView
from vel_tutor.domain.practice.views import DeckView, PlayView, QuestionView, VerdictView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, whole, words
from vel_tutor.vocabulary import GameStage


class BadgeTryState(Guarded, rx.State):
    """One friend at one badge: what they are shown, and how the last answer went."""

    tried: rx.Field[TryView] = rx.field(default_factory=TryView)
    deck: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    answered: rx.Field[int] = rx.field(0)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)
    verdict: rx.Field[VerdictView] = rx.field(default_factory=VerdictView)
    code: rx.Field[str] = rx.field("")

    @rx.var
    def progress(self) -> int:
        """Share of the questions answered, 0..100."""
        return 100 * self.answered // self.deck.size if self.deck.size else 0

    @rx.event
    async def arrive(self):
        """Show where it stands. Runs again on every reconnect; the first time is a click."""
        code = self._code()
        if code != self.code:
            self._show(TryView())
            self.code = code
            yield
        try:
            view = await asyncio.to_thread(spotlight.invitation, await self._friend(), code)
        except Refusal as refusal:
            view = TryView(stage=GameStage.CLOSED.value, words=str(refusal))
        self._show(view)

    @rx.event
    async def choose_level(self, grade: str):
        """Play at another level than the one proposed."""
        self._visitor()
        if grade in {level.value for level in self.tried.grades}:
            self.tried = replace(self.tried, grade=whole(grade))

    @rx.event
    async def play(self):
        """Begin, or go on."""
        await self._do(spotlight.begin, self.tried.grade if self.tried.grades else None)
        return rx.set_focus("question")

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show how it went."""
        await self._do(spotlight.answer, whole(words(form, "position")), given(form))

    @rx.event
    async def hint(self, position: int, number: int):
        """Show one more hint."""
        await self._do(spotlight.hint, whole(position), whole(number))

    @rx.event
    async def reveal(self, position: int):
        """Show the solution instead of answering."""
        await self._do(spotlight.reveal, whole(position))

    @rx.event
    async def go_on(self, position: int):
        """Leave the verdict behind: the next question, or the end after the last one."""
        await self._do(spotlight.next_question, whole(position))
        return rx.set_focus("main" if self.tried.stage == GameStage.DONE else "question")

    async def _do(self, verb: Callable[..., TryView], *given: Any) -> None:
        self._show(await asyncio.to_thread(verb, await self._friend(), self._code(), *given))

    def _code(self) -> str:
        return typed.asked(self.router, routes.REF)

    def _show(self, view: TryView) -> None:
        """Put `view` on the screen; question and verdict apart, so that little travels."""
        self.deck, self.answered = view.play.deck, view.play.answered
        self.question, self.verdict = view.play.question, view.play.verdict
        self.tried = replace(view, play=PlayView())
