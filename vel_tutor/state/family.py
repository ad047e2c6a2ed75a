"""A parent's permission: the page that asks, the page that takes it back, and the wait for it."""

import asyncio
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import FieldRefusal, LinkOver, NoticeView, WaitingView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import Standing


class ConsentState(Guarded, rx.State):
    """What a parent reads before pressing the one button; the link is all they need."""

    notice: rx.Field[NoticeView] = rx.field(default_factory=NoticeView)
    token: str = ""
    problem: str = ""
    page: rx.Field[str] = rx.field("")
    """`ask`, `over`, `given` or `revoked`; empty until known."""

    @rx.event
    async def arrive(self):
        """The question behind a mailed link. Looking changes nothing."""
        self.page = ""
        yield
        await self._show(accounts.consent_notice)

    @rx.event
    async def arrive_to_stop(self):
        """What can be taken back behind a mailed link. Looking changes nothing."""
        self.page = ""
        yield
        await self._show(accounts.revocation_notice)

    @rx.event
    def arrive_after(self):
        """What the parent's answer did."""
        done = typed.asked(self.router, "done")
        self.page = done if done in {"given", "revoked"} else "over"

    async def _show(self, ask: Any) -> None:
        self.token = self.router.url.path.rstrip("/").rpartition("/")[2]
        self.problem = typed.problem(self.router).words
        try:
            self.notice = await asyncio.to_thread(ask, self.token)
            self.page = "ask"
        except LinkOver:
            self.notice, self.token, self.page = NoticeView(), "", "over"


class WaitingState(Guarded, rx.State):
    """A child who waits for the parent: can ask again, put the address right, or leave."""

    waiting: rx.Field[WaitingView] = rx.field(default_factory=WaitingView)
    problem: str = ""
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self):
        """Read how things stand; whoever has been let in moves on."""
        actor = await self._actor()
        if actor.standing is not Standing.LOCKED_CHILD:
            return rx.redirect(routes.TODAY, replace=True)
        self.waiting = await asyncio.to_thread(accounts.waiting, actor)
        self.is_loaded = True

    @rx.event
    async def resend(self):
        """Send the mail once more."""
        actor = await self._actor(Standing.LOCKED_CHILD)
        self.waiting = await asyncio.to_thread(accounts.resend_notice, actor)
        return NoticeState.show("We have sent the mail again.", "success")

    @rx.event
    async def correct(self, form: dict[str, Any]):
        """Ask at another address."""
        actor = await self._actor(Standing.LOCKED_CHILD)
        try:
            self.waiting = await asyncio.to_thread(
                accounts.correct_parent_email, actor, str(form.get("parent_email", ""))
            )
        except FieldRefusal as refusal:
            self.problem = str(refusal)
            return None
        self.problem = ""
        return NoticeState.show("Thank you. We have written to that address.", "success")
