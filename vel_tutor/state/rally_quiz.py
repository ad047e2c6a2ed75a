"""The page behind a rally link: six questions, then where one would stand."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reflex as rx

from vel_tutor.core.errors import Refusal
from vel_tutor.domain.loops import rally
from vel_tutor.domain.loops.rally.views import QuizView
from vel_tutor.domain.practice.views import DeckView, PlayView, QuestionView, VerdictView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, segment, whole, words
from vel_tutor.state.learning import count_in
from vel_tutor.vocabulary import GameStage


class RallyQuizState(Guarded, rx.State):
    """One friend at one placement quiz: what they are shown, and how the last answer went."""

    quiz: rx.Field[QuizView] = rx.field(default_factory=QuizView)
    deck: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    answered: rx.Field[int] = rx.field(0)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)
    verdict: rx.Field[VerdictView] = rx.field(default_factory=VerdictView)
    code: rx.Field[str] = rx.field("")

    @rx.var
    def progress(self) -> int:
        """Share of the quiz answered, 0..100."""
        return 100 * self.answered // self.deck.size if self.deck.size else 0

    @rx.event
    async def arrive(self):
        """Show where the quiz stands. Runs again on every reconnect; the first time is a click."""
        code = segment(self.router.url.path, 1)
        if code != self.code:
            self._show(QuizView())
            self.code = code
            yield
        try:
            view = await asyncio.to_thread(rally.invitation, await self._friend(), code)
        except Refusal as refusal:
            view = QuizView(stage=GameStage.CLOSED.value, words=str(refusal))
        self._show(view)
        await self._count_in()

    @rx.event
    async def choose_level(self, grade: str):
        """Play at another level than the one proposed."""
        self._visitor()
        if grade in {level.value for level in self.quiz.grades}:
            self.quiz = replace(self.quiz, grade=whole(grade))

    @rx.event
    async def play(self):
        """Begin, or go on."""
        await self._do(rally.begin, self.quiz.grade if self.quiz.grades else None)
        await self._count_in()
        return rx.set_focus("question")

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show how it went."""
        await self._do(rally.answer, whole(words(form, "position")), given(form))

    @rx.event
    async def hint(self, position: int, number: int):
        """Show one more hint."""
        await self._do(rally.hint, whole(position), whole(number))

    @rx.event
    async def reveal(self, position: int):
        """Show the solution instead of answering."""
        await self._do(rally.reveal, whole(position))

    @rx.event
    async def go_on(self, position: int):
        """Leave the verdict behind: the next question, or the place after the last one."""
        await self._do(rally.next_question, whole(position))
        return rx.set_focus("main" if self.quiz.stage == GameStage.DONE else "question")

    async def _do(self, verb: Callable[..., QuizView], *given: Any) -> None:
        code = segment(self.router.url.path, 1)
        self._show(await asyncio.to_thread(verb, await self._friend(), code, *given))

    async def _count_in(self) -> None:
        """Whoever plays is one of those who learn right now, guest or not."""
        if self.quiz.stage == GameStage.PLAYING:
            await count_in(self, self.deck.subject)

    def _show(self, view: QuizView) -> None:
        """Put `view` on the screen; question and verdict apart, so that little travels."""
        self.deck, self.answered = view.play.deck, view.play.answered
        self.question, self.verdict = view.play.question, view.play.verdict
        self.quiz = replace(view, play=PlayView())
