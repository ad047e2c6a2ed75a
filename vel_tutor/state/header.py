"""What every page with navigation shows above, and where the focus goes after a navigation."""

import asyncio
from datetime import datetime, timedelta

import reflex as rx

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain import incentives, notifications
from vel_tutor.domain.incentives.views import GainView, PurseView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import Standing

A_MOMENT = timedelta(seconds=6)
"""How long a gain is on show; what else comes in meanwhile is added to it."""


class HeaderState(Guarded, rx.State):
    """The tallies of one student; empty for everybody else."""

    collects: rx.Field[bool] = rx.field(False)
    """Whether there is anything to show."""
    of_parent: rx.Field[bool] = rx.field(False)
    purse: rx.Field[PurseView] = rx.field(default_factory=PurseView)
    gain: rx.Field[GainView] = rx.field(default_factory=GainView)
    """XP that came in since this tab last looked."""
    level_up: rx.Field[int] = rx.field(0)
    """A level to congratulate on; 0 for none."""
    theme: rx.Field[str] = rx.field("")
    """The colours the app wears; empty until known."""
    unread: rx.Field[int] = rx.field(0)
    """How many notifications wait to be read."""
    is_known: rx.Field[bool] = rx.field(False)
    """Whether it is known who is here."""
    _whose: str = ""
    """Whose purse it is that this tab has seen."""
    _gained_at: datetime | None = None

    @rx.event
    async def enter(self):
        """Read the purse again; on load of every page with navigation, and after each reward."""
        actor = await self._actor()
        self.collects = actor.is_student
        self.of_parent = actor.standing is Standing.PARENT
        self.theme, self.is_known = actor.theme.value, True
        self.unread = await asyncio.to_thread(notifications.unread, actor)
        await self._watch(topics.notices(actor.user_id), HeaderState.enter)
        if not actor.is_student:
            return
        await self._watch(topics.student(actor.user_id), HeaderState.enter)
        purse = await asyncio.to_thread(incentives.purse, actor)
        await self._notice_gain(actor, purse)
        if purse.level > purse.level_seen:
            self.level_up = await asyncio.to_thread(incentives.see_level, actor) or self.level_up
        self.purse = purse

    @rx.event
    async def close_level_up(self):
        """The person has seen the level they reached."""
        await self._actor()
        self.level_up = 0

    async def _notice_gain(self, actor: Actor, purse: PurseView) -> None:
        """Say what came in since the last look; several gains in a moment are one."""
        amount = purse.lifetime_xp - self.purse.lifetime_xp
        knows_them = self._whose == str(actor.user_id)
        self._whose = str(actor.user_id)
        if self._gained_at and clock.now() - self._gained_at >= A_MOMENT:
            self.gain = GainView(number=self.gain.number)
        if not knows_them or amount <= 0:
            return
        total = self.gain.amount + amount
        words = await asyncio.to_thread(incentives.gained, actor, total)
        self.gain, self._gained_at = GainView(total, words, self.gain.number + 1), clock.now()


class ArrivalState(rx.State):
    """Whether this tab has moved on from the page it opened with."""

    _connection: str = ""

    @rx.event
    def arrive(self):
        """After a navigation inside the app the focus goes to the content, as on a real page.

        A page that was loaded afresh, or reconnected, comes on a connection of its own: there the
        browser keeps the focus, and what would take it may not even be drawn yet.
        """
        if self._connection == self.router.session.session_id:
            return rx.set_focus("main")
        self._connection = self.router.session.session_id
