"""Leaderboards: one board at a time, how it moves, and being on boards at all."""

import asyncio
from typing import Any
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.domain import accounts, boards
from vel_tutor.domain.boards import Which
from vel_tutor.domain.boards.views import LeaderboardView, WeekView
from vel_tutor.domain.loops import rally
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.header import HeaderState
from vel_tutor.state.incoming import segment
from vel_tutor.state.notices import NoticeState
from vel_tutor.state.share import ShareState
from vel_tutor.vocabulary import STUDENTS, BoardScope, ConsentScope, Subject

_SCOPES = {
    routes.LEADERBOARD_GLOBAL: BoardScope.GLOBAL,
    routes.LEADERBOARD_WEEKLY: BoardScope.WEEKLY,
    routes.LEAGUE: BoardScope.LEAGUE,
}


class BoardState(Guarded, rx.State):
    """One board as one student sees it."""

    leaderboard: rx.Field[LeaderboardView] = rx.field(default_factory=LeaderboardView)
    _top: int = 0
    """How many of the first ones are shown; 0 for those around oneself."""
    _path: str = ""

    @rx.event
    async def begin(self):
        """Show the board in the address, and watch it from now on."""
        actor = await self._actor(*STUDENTS)
        if self._path != self.router.url.path:
            self._path, self._top, self.leaderboard = self.router.url.path, 0, LeaderboardView()
        await self._look(actor)
        await self._watch(topics.student(actor.user_id), HeaderState.enter)

    @rx.event
    async def look(self):
        """Read the board again: somebody has moved, or time has passed."""
        actor = await self._actor(*STUDENTS)
        if self._path:
            await self._look(actor)

    @rx.event
    async def show_top(self):
        """Go to the first ones."""
        await self._turn(boards.PAGE)

    @rx.event
    async def show_more(self):
        """Show more of the top."""
        await self._turn(self._top + boards.PAGE)

    @rx.event
    async def show_me(self):
        """Go back to those around oneself."""
        await self._turn(0)

    async def _turn(self, top: int) -> None:
        actor = await self._actor(*STUDENTS)
        self._top = top
        await self._look(actor)

    async def _look(self, actor: Actor) -> None:
        which = _which(self._path)
        before = self.leaderboard.board_id
        self.leaderboard = await asyncio.to_thread(boards.board, actor, which, top=self._top)
        if self.leaderboard.board_id and self.leaderboard.board_id != before:
            await self._watch(topics.board(UUID(self.leaderboard.board_id)), BoardState.look)


class BoardMenuState(Guarded, rx.State):
    """Inviting to boards, leaving them and coming back, and how past weeks ended."""

    weeks: rx.Field[tuple[WeekView, ...]] = rx.field(())
    is_asked: rx.Field[bool] = rx.field(False)
    """Whether the question is open if they want to leave."""

    @rx.event
    async def begin(self):
        """Read how the last weeks ended."""
        actor = await self._actor(*STUDENTS)
        self.is_asked = False
        self.weeks = await asyncio.to_thread(boards.weeks, actor)

    @rx.event
    async def invite(self):
        """Make a link to the rally of the subject on show, and show the ways to send it."""
        actor = await self._actor(*STUDENTS)
        shown = (await self.get_state(BoardState)).leaderboard.subject
        subject = Subject(shown) if shown in set(Subject) else Subject.MATH
        share = await asyncio.to_thread(rally.invite_to, actor, subject)
        sheet = await self.get_state(ShareState)
        sheet.share, sheet.page = share, routes.rally(subject)
        sheet.is_open, sheet.has_qr = True, False

    @rx.event
    async def ask(self, is_open: bool):
        """Open or close the question whether they want to leave."""
        await self._actor(*STUDENTS)
        self.is_asked = bool(is_open)

    @rx.event
    async def leave(self):
        """Leave all boards: whoever does is on none from now on, nor in anybody's count."""
        self.is_asked = False
        return await self._switch(on=False, words="You are on no board any more.")

    @rx.event
    async def come_back(self):
        """Be on boards again."""
        return await self._switch(on=True, words="You are back. What you learned counts.")

    async def _switch(self, *, on: bool, words: str) -> list[Any]:
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(accounts.switch_own, actor, ConsentScope.PRESENCE, on=on)
        return [NoticeState.show(words, "success"), BoardState.look]


def _which(path: str) -> Which:
    """The board a page shows; for an address that is none, one that is nobody's."""
    plain = path.rstrip("/")
    if plain in _SCOPES:
        return Which(_SCOPES[plain])
    kind, name = segment(plain, 1), segment(plain, 2)
    if kind == BoardScope.SUBJECT and name in set(Subject):
        return Which(BoardScope.SUBJECT, subject=Subject(name))
    return Which(BoardScope.COHORT, cohort_id=_id(name))


def _id(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None
