"""How a deck went."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import practice
from vel_tutor.domain.practice.views import ResultsView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.vocabulary import STUDENTS


class ResultsState(Guarded, rx.State):
    """One finished deck: score, time, XP and every question."""

    results: rx.Field[ResultsView] = rx.field(default_factory=ResultsView)

    @rx.event
    async def begin(self):
        """Show the results of the deck in the address; an unfinished one is played first."""
        actor = await self._actor(*STUDENTS)
        session = segment(self.router.url.path, 1)
        if self.results.session_id != session:
            self.results = ResultsView()
            yield
        try:
            self.results = await asyncio.to_thread(practice.results, actor, identity(session))
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        except practice.StillOpen:
            yield rx.redirect(routes.practice_session(session), replace=True)
            return

    @rx.event
    async def again(self):
        """Deal other questions of the same choice."""
        actor = await self._actor(*STUDENTS)
        session_id = identity(segment(self.router.url.path, 1))
        opened = await asyncio.to_thread(practice.open_again, actor, session_id)
        return rx.redirect(routes.practice_session(opened.session_id))
