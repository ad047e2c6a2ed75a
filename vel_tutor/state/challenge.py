"""The page behind a challenge link: a guest, or a member, plays against a score."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import loops
from vel_tutor.domain.loops.views import GameView
from vel_tutor.domain.practice.views import DeckView, PlayView, QuestionView, VerdictView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, identity, segment, whole, words
from vel_tutor.state.learning import count_in
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, GameStage


class GameState(Guarded, rx.State):
    """One friend at one challenge: what they are shown, and how the last answer went."""

    game: rx.Field[GameView] = rx.field(default_factory=GameView)
    deck: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    answered: rx.Field[int] = rx.field(0)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)
    verdict: rx.Field[VerdictView] = rx.field(default_factory=VerdictView)
    code: rx.Field[str] = rx.field("")

    @rx.var
    def progress(self) -> int:
        """Share of the deck answered, 0..100."""
        return 100 * self.answered // self.deck.size if self.deck.size else 0

    @rx.event
    async def arrive(self):
        """Show where the game stands. Runs again on every reconnect; the first time is a click."""
        code = segment(self.router.url.path, 1)
        if code != self.code:
            self._show(GameView())
            self.code = code
            yield
        try:
            view = await asyncio.to_thread(loops.invitation, await self._friend(), code)
        except Refusal as refusal:
            view = GameView(stage=GameStage.CLOSED.value, words=str(refusal))
        self._show(view)
        await self._count_in()

    @rx.event
    async def choose_level(self, grade: str):
        """Play at another level than the one proposed."""
        self._visitor()
        if grade in {level.value for level in self.game.grades}:
            self.game = replace(self.game, grade=whole(grade))

    @rx.event
    async def play(self):
        """Begin, go on, or play once more for fun after the end."""
        if self.game.stage == GameStage.DONE:
            await self._do(loops.play_again)
        else:
            await self._do(loops.begin, self.game.grade if self.game.grades else None)
        await self._count_in()
        return rx.set_focus("question")

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show how it went."""
        await self._do(loops.answer, whole(words(form, "position")), given(form))

    @rx.event
    async def hint(self, position: int, number: int):
        """Show one more hint."""
        await self._do(loops.hint, whole(position), whole(number))

    @rx.event
    async def reveal(self, position: int):
        """Show the solution instead of answering."""
        await self._do(loops.reveal, whole(position))

    @rx.event
    async def go_on(self, position: int):
        """Leave the verdict behind: the next question, or the comparison after the last one."""
        await self._do(loops.next_question, whole(position))
        return rx.set_focus("main" if self.game.stage == GameStage.DONE else "question")

    @rx.event
    async def challenge_back(self):
        """Send one's own score back to whoever had challenged one, and see how it goes."""
        actor = await self._actor(*STUDENTS)
        sent = await asyncio.to_thread(loops.challenge_back, actor, identity(self.game.play_id))
        yield rx.redirect(routes.challenge_sent(sent.id))
        yield NoticeState.show(f"Sent. {self.game.sender} is told.", "success")

    @rx.event
    async def rematch(self):
        """Play again with new questions; whoever had challenged one is challenged with them."""
        actor = await self._actor(*STUDENTS)
        deck = await asyncio.to_thread(loops.rematch, actor, identity(self.game.play_id))
        return rx.redirect(routes.practice_session(deck))

    async def _do(self, verb: Callable[..., GameView], *given: Any) -> None:
        code = segment(self.router.url.path, 1)
        self._show(await asyncio.to_thread(verb, await self._friend(), code, *given))

    async def _count_in(self) -> None:
        """Whoever plays is one of those who learn right now, guest or not."""
        if self.game.stage == GameStage.PLAYING:
            await count_in(self, self.deck.subject)

    def _show(self, view: GameView) -> None:
        """Put `view` on the screen; question and verdict apart, so that little travels."""
        self.deck, self.answered = view.play.deck, view.play.answered
        self.question, self.verdict = view.play.question, view.play.verdict
        self.game = replace(view, play=PlayView())
