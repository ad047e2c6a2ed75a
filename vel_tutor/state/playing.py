"""Playing a deck behind a link: what the pages of all loops that have one share."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

import reflex as rx

from vel_tutor.core.errors import Refusal
from vel_tutor.domain.loops import Friend
from vel_tutor.domain.loops.views import LinkDeckView
from vel_tutor.domain.practice.views import DeckView, PlayView, QuestionView, VerdictView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import given, segment, whole, words
from vel_tutor.state.learning import count_in
from vel_tutor.vocabulary import GameStage


class Loop(Protocol):
    """The front door of a loop that has a deck behind its links."""

    def invitation(self, friend: Friend, code: str) -> LinkDeckView: ...
    def begin(self, friend: Friend, code: str, grade: int | None = None) -> LinkDeckView: ...
    def answer(self, friend: Friend, code: str, position: int, given: str) -> LinkDeckView: ...
    def hint(self, friend: Friend, code: str, position: int, number: int) -> LinkDeckView: ...
    def reveal(self, friend: Friend, code: str, position: int) -> LinkDeckView: ...
    def next_question(self, friend: Friend, code: str, position: int) -> LinkDeckView: ...


class Playing(Guarded, mixin=True):
    """One friend at one deck: what they are shown, and how the last answer went.

    A page's own state says which loop it is of and declares `game` as that loop's view.
    """

    if TYPE_CHECKING:
        game: Any
    deck: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    answered: rx.Field[int] = rx.field(0)
    question: rx.Field[QuestionView] = rx.field(default_factory=QuestionView)
    verdict: rx.Field[VerdictView] = rx.field(default_factory=VerdictView)
    code: rx.Field[str] = rx.field("")

    def _loop(self) -> Loop:
        """The loop whose link it is."""
        raise NotImplementedError

    def _code(self) -> str:
        """What stands for the link in the address."""
        return segment(self.router.url.path, 1)

    @rx.var
    def progress(self) -> int:
        """Share of the deck answered, 0..100."""
        return 100 * self.answered // self.deck.size if self.deck.size else 0

    @rx.event
    async def arrive(self):
        """Show where it stands. Runs again on every reconnect; the first time is a click."""
        code = self._code()
        if code != self.code:
            self.reset()
            self.code = code
            yield
        try:
            self._show(await asyncio.to_thread(self._loop().invitation, await self._friend(), code))
        except Refusal as refusal:
            self.reset()
            self.code = code
            self.game = replace(self.game, stage=GameStage.CLOSED.value, words=str(refusal))
        await self._count_in()

    @rx.event
    async def choose_level(self, grade: str):
        """Play at another level than the one proposed."""
        self._visitor()
        if grade in {level.value for level in self.game.grades}:
            self.game = replace(self.game, grade=whole(grade))

    @rx.event
    async def play(self):
        """Begin, or go on."""
        await self._begin()
        await self._count_in()
        return rx.set_focus("question")

    @rx.event
    async def answer(self, form: dict[str, str]):
        """Hand the answer in and show how it went."""
        await self._do(self._loop().answer, whole(words(form, "position")), given(form))

    @rx.event
    async def hint(self, position: int, number: int):
        """Show one more hint."""
        await self._do(self._loop().hint, whole(position), whole(number))

    @rx.event
    async def reveal(self, position: int):
        """Show the solution instead of answering."""
        await self._do(self._loop().reveal, whole(position))

    @rx.event
    async def go_on(self, position: int):
        """Leave the verdict behind: the next question, or the end after the last one."""
        await self._do(self._loop().next_question, whole(position))
        return rx.set_focus("main" if self.game.stage == GameStage.DONE else "question")

    async def _begin(self) -> None:
        await self._do(self._loop().begin, self.game.grade if self.game.grades else None)

    async def _do(self, verb: Callable[..., LinkDeckView], *given: Any) -> None:
        self._show(await asyncio.to_thread(verb, await self._friend(), self._code(), *given))

    async def _count_in(self) -> None:
        """Whoever plays is one of those who learn right now, guest or not."""
        if self.game.stage == GameStage.PLAYING:
            await count_in(self, self.deck.subject)

    def _show(self, view: LinkDeckView) -> None:
        """Put `view` on the screen; question and verdict apart, so that little travels."""
        self.deck, self.answered = view.play.deck, view.play.answered
        self.question, self.verdict = view.play.question, view.play.verdict
        self.game = replace(view, play=PlayView())
