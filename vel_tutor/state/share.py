"""Sending a challenge: from the results, and again from its own page."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import accounts, loops
from vel_tutor.domain.loops.views import SentView, ShareView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, Channel, Standing

_SAID = {
    Channel.COPY: "Link copied. Send it to your friend.",
    Channel.NATIVE: "Sent. We tell you when your friend plays.",
}


class ShareState(Guarded, rx.State):
    """One invitation on its way out."""

    may_invite: rx.Field[bool] = rx.field(False)
    """Children are not offered it at all."""
    is_open: rx.Field[bool] = rx.field(False)
    share: rx.Field[ShareView] = rx.field(default_factory=ShareView)
    has_qr: rx.Field[bool] = rx.field(False)
    page: rx.Field[str] = rx.field("")
    """Where the sender sees how it goes."""

    @rx.event
    async def offer(self):
        """Find out whether this person is to be offered the button, with nothing open."""
        actor = await self._actor(*STUDENTS, Standing.PARENT)
        self.may_invite = actor.is_student and accounts.may_invite(actor)
        self.is_open = self.has_qr = False

    @rx.event
    async def unfold(self):
        """Open the ways to share at once where the address says so: a prompt led here."""
        actor = await self._actor(*STUDENTS, Standing.PARENT)
        wish = typed.asked(self.router, "share")
        if not (wish and self.may_invite):
            return
        path = self.router.url.path
        what = identity(segment(path, 1))
        if wish == "together":
            skill = typed.asked(self.router, "skill")
            self._open(await asyncio.to_thread(loops.study_with, actor, what, skill))
        elif path.startswith(routes.DIAGNOSTIC):
            self._open(await asyncio.to_thread(loops.challenge_with, actor, what))
        else:
            self._open(await asyncio.to_thread(loops.challenge_from, actor, what))

    @rx.event
    async def challenge(self):
        """Make the finished session in the address a challenge, and show the ways to send it."""
        actor = await self._actor(*STUDENTS)
        session_id = identity(segment(self.router.url.path, 1))
        self._open(await asyncio.to_thread(loops.challenge_from, actor, session_id))

    @rx.event
    async def challenge_with_test(self):
        """Make the result of the test in the address a challenge, and show the ways to send it."""
        actor = await self._actor(*STUDENTS)
        test_id = identity(segment(self.router.url.path, 1))
        self._open(await asyncio.to_thread(loops.challenge_with, actor, test_id))

    @rx.event
    async def study_together(self, skill: str):
        """Ask friends to practise one next step of the test in the address together."""
        actor = await self._actor(*STUDENTS)
        test_id = identity(segment(self.router.url.path, 1))
        if not isinstance(skill, str):
            raise Invalid
        self._open(await asyncio.to_thread(loops.study_with, actor, test_id, skill))

    def _open(self, sent: SentView) -> None:
        self.share, self.page = sent.share, routes.challenge_sent(sent.id)
        self.is_open, self.has_qr = True, False

    @rx.event
    async def close(self, is_open: bool = False):
        """Put the ways to send it away."""
        await self._actor(*STUDENTS)
        self.is_open = is_open is True

    @rx.event
    async def shared(self, link_id: str, channel: str):
        """Note that an invitation has just been sent over `channel`."""
        actor = await self._actor(*STUDENTS, Standing.PARENT)
        try:
            way = Channel(channel)
        except ValueError:
            raise Invalid from None
        await asyncio.to_thread(loops.note_share, actor, identity(link_id), way)
        self.has_qr = self.has_qr or way is Channel.QR
        if way in _SAID:
            return NoticeState.show(_SAID[way], "success")
