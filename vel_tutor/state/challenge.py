"""The page behind a challenge link: a guest, or a member, plays against a score."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.domain import loops
from vel_tutor.domain.loops.views import GameView
from vel_tutor.state.incoming import identity
from vel_tutor.state.notices import NoticeState
from vel_tutor.state.playing import Loop, Playing
from vel_tutor.vocabulary import STUDENTS, GameStage


class GameState(Playing, rx.State):
    """One friend at one challenge."""

    game: rx.Field[GameView] = rx.field(default_factory=GameView)

    def _loop(self) -> Loop:
        return loops

    async def _begin(self) -> None:
        """After the end, once more for fun."""
        if self.game.stage == GameStage.DONE:
            await self._do(loops.play_again)
        else:
            await super()._begin()

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
