"""A link that was handed or mailed: to become a parent of a child, or to answer one who asks."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Conflict
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser, FamilyInviteView, FamilyNoticeView, LinkOver
from vel_tutor.state.guard import Guarded, cookie
from vel_tutor.vocabulary import Standing


class FamilyLinkState(Guarded, rx.State):
    """What somebody sees who opens such a link. Looking changes nothing."""

    invited: rx.Field[FamilyInviteView] = rx.field(default_factory=FamilyInviteView)
    notice: rx.Field[FamilyNoticeView] = rx.field(default_factory=FamilyNoticeView)
    page: rx.Field[str] = rx.field("")
    """`invited`, `asked`, `over`, `yes` or `no`; empty until known."""
    problem: rx.Field[str] = rx.field("")
    path: rx.Field[str] = rx.field("")
    """Of this page, to come back to after signing in."""

    @rx.event
    async def arrive(self):
        """Find out what the link is for."""
        actor = await self._actor_or_none()
        if self.page:
            self.page = ""
            yield
        self.problem, self.path = "", routes.family_link(self._token())
        found = await asyncio.to_thread(_behind, actor, self._token())
        self.invited = found if isinstance(found, FamilyInviteView) else FamilyInviteView()
        self.notice = found if isinstance(found, FamilyNoticeView) else FamilyNoticeView()
        pages = {FamilyInviteView: "invited", FamilyNoticeView: "asked"}
        self.page = pages.get(type(found), "over")

    @rx.event
    async def accept(self):
        """Become a parent of the child behind the link."""
        actor = await self._actor(Standing.PARENT)
        try:
            child = await asyncio.to_thread(accounts.accept_invitation, actor, self._token())
        except LinkOver:
            self.page = "over"
            return None
        except Conflict as refusal:
            self.problem = str(refusal)
            return None
        return rx.redirect(routes.family_child(child))

    @rx.event
    async def answer(self, yes: bool):
        """Answer the parent who asks, as the guardian whose mailbox has the link."""
        await self._actor_or_none()
        held = cookie(self.router.headers.cookie, settings().session_cookie)
        try:
            await asyncio.to_thread(
                accounts.answer_by_mail,
                self._token(),
                Browser(session_token=held),
                yes=yes is True,
            )
        except LinkOver:
            self.page = "over"
        except Conflict as refusal:
            self.problem = str(refusal)
        else:
            self.page = "yes" if yes is True else "no"

    def _token(self) -> str:
        return self.router.url.path.rstrip("/").rpartition("/")[2]


def _behind(actor: Actor | None, token: str) -> FamilyInviteView | FamilyNoticeView | None:
    try:
        return accounts.invited_to(actor, token)
    except LinkOver:
        pass
    try:
        return accounts.asked_by_mail(token)
    except LinkOver:
        return None
