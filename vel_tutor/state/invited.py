"""The page behind a parent's link, and a new parent's way to their child's first test."""

import asyncio
from functools import partial

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import accounts, diagnostics
from vel_tutor.domain.accounts import NewChildView, ProblemView
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.domain.loops import proud_parent
from vel_tutor.domain.loops.proud_parent.views import InvitedView, StartView
from vel_tutor.live import topics
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.vocabulary import Standing, Subject


class InvitedState(Guarded, rx.State):
    """What another parent's child achieved, for whoever opened the link."""

    invited: rx.Field[InvitedView] = rx.field(default_factory=InvitedView)

    @rx.event
    async def arrive(self):
        """Show it. Runs again on every reconnect; the first time is a click."""
        code = segment(self.router.url.path, 2)
        self.invited = await asyncio.to_thread(proud_parent.invitation, await self._friend(), code)


class NewChildState(Guarded, rx.State):
    """A parent adds a child, allows the account, and begins the first test on this device."""

    start: rx.Field[StartView] = rx.field(default_factory=StartView)
    form: rx.Field[NewChildView] = rx.field(default_factory=NewChildView)
    problem: rx.Field[ProblemView] = rx.field(default_factory=ProblemView)
    notice: rx.Field[list[str]] = rx.field(default_factory=list)
    """What the parent allows, in paragraphs."""

    @rx.event
    async def arrive(self):
        """Show where the parent stands; a child whose account opens meanwhile shows by itself."""
        actor = await self._actor()
        if actor.standing is not Standing.PARENT:
            yield rx.redirect(routes.TODAY, replace=True)
            return
        self.problem, self.notice = typed.problem(self.router), list(accounts.ALLOWED)
        echo = typed.again(self.router)
        self.form = NewChildView(first_name=echo.get("first_name", ""), grade=echo.get("grade", ""))
        await self._look()
        if self.start.stage == "mail":
            await self._watch(topics.child(identity(self.start.child_id)), NewChildState.look)

    @rx.event
    async def look(self):
        """Read again where the parent stands: there is news."""
        await self._look()

    async def _look(self) -> None:
        actor = await self._actor(Standing.PARENT)
        another = typed.asked(self.router, "another") == "1" or bool(self.problem.words)
        self.start = await asyncio.to_thread(partial(proud_parent.start, actor, another=another))

    @rx.event
    async def resend(self):
        """Send the mail once more."""
        actor = await self._actor(Standing.PARENT)
        await asyncio.to_thread(accounts.ask_own_child_again, actor, identity(self.start.child_id))

    @rx.event
    async def let_name(self, may_name: bool):
        """Whether whoever invited this parent may be told the first name."""
        actor = await self._actor(Standing.PARENT)
        agree = partial(proud_parent.let_name, actor, may_name=may_name is True)
        await asyncio.to_thread(agree)
        await self._look()

    @rx.event
    async def test(self, subject: str):
        """Begin the child's first test in `subject` on this device."""
        actor = await self._actor(Standing.PARENT)
        if subject not in set(Subject):
            raise Invalid
        choice = DiagnosticChoice(
            subject=Subject(subject),
            grade=self.start.grade,
            student_id=identity(self.start.child_id),
        )
        test_id = await asyncio.to_thread(diagnostics.open_test, actor, choice)
        return rx.redirect(routes.diagnostic_test(test_id))
