"""The board of the week: on its own page, and beside the results of what was just practised."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.domain.loops import rally
from vel_tutor.domain.loops.rally.views import BoardView
from vel_tutor.live import topics
from vel_tutor.state.findings import FindingsState
from vel_tutor.state.guard import Guarded
from vel_tutor.state.header import HeaderState
from vel_tutor.state.practice import PlayState
from vel_tutor.state.presence import be_present
from vel_tutor.state.results import ResultsState
from vel_tutor.state.share import ShareState
from vel_tutor.vocabulary import STUDENTS, BoardStage, Standing, Subject


class RallyState(Guarded, rx.State):
    """One board as one student sees it, and how it moves."""

    board: rx.Field[BoardView] = rx.field(default_factory=BoardView)

    @rx.event
    async def begin(self):
        """Show the board of the subject in the address, and watch it from now on."""
        actor = await self._actor(*STUDENTS)
        await self._begin(actor, _subject(self.router.url.query_parameters.get("subject", "")))

    @rx.event
    async def begin_beside_results(self):
        """The same for the subject of the deck whose results are on show."""
        actor = await self._actor(*STUDENTS)
        shown = (await self.get_state(ResultsState)).results
        await self._begin(actor, _subject(shown.subject) if shown.session_id else None)

    @rx.event
    async def begin_beside_findings(self):
        """The same for the subject of the test, if it was the actor's own."""
        actor = await self._actor(*STUDENTS, Standing.PARENT)
        shown = (await self.get_state(FindingsState)).results
        is_own = actor.is_student and shown.test_id and not shown.whose
        await self._begin(actor, _subject(shown.subject) if is_own else None)

    @rx.event
    async def look(self):
        """Read the board again: somebody has moved."""
        actor = await self._actor(*STUDENTS)
        if self.board.stage != BoardStage.LOADING:
            subject = _subject(self.board.subject)
            self.board = await asyncio.to_thread(rally.board, actor, subject)

    @rx.event
    async def invite(self):
        """Make the link of this board, and show the ways to send it."""
        actor = await self._actor(*STUDENTS)
        subject = _subject(self.board.subject)
        share = await asyncio.to_thread(rally.invite_to, actor, subject)
        sheet = await self.get_state(ShareState)
        sheet.share, sheet.page = share, routes.rally(subject)
        sheet.is_open, sheet.has_qr = True, False

    async def _begin(self, actor: Actor, subject: Subject | None) -> None:
        if subject is None:
            self.board = BoardView()
            return
        if self.board.subject != subject:
            self.board = BoardView()
        self.board = await asyncio.to_thread(rally.enter, actor, subject)
        if self.board.stage in (BoardStage.FEW, BoardStage.FULL):
            await self._watch(rally.topic(actor, subject), RallyState.look)
            await self._watch(topics.student(actor.user_id), HeaderState.enter)
            await be_present(self, rally.crowd(actor, subject))


class CrowdState(Guarded, rx.State):
    """Lets whoever practises be counted on the board of their subject."""

    @rx.event
    async def practise(self):
        """Be counted while the deck in the address is being played."""
        actor = await self._actor(*STUDENTS)
        subject = (await self.get_state(PlayState)).deck.subject
        where = rally.crowd(actor, _subject(subject)) if subject else ""
        if where:
            await be_present(self, where)


def _subject(name: str) -> Subject:
    """The subject of that name; mathematics where there is none of it."""
    return Subject(name) if name in set(Subject) else Subject.MATH
