"""What every page with navigation shows above, and where the focus goes after a navigation."""

import asyncio

import reflex as rx

from vel_tutor.domain import incentives, notifications
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import Standing


class HeaderState(Guarded, rx.State):
    """The tallies of one student; empty for everybody else."""

    collects: rx.Field[bool] = rx.field(False)
    """Whether there is anything to show."""
    of_parent: rx.Field[bool] = rx.field(False)
    streak: rx.Field[int] = rx.field(0)
    xp: rx.Field[int] = rx.field(0)
    level: rx.Field[int] = rx.field(1)
    shields: rx.Field[int] = rx.field(0)
    unread: rx.Field[int] = rx.field(0)
    """How many notifications wait to be read."""
    is_known: rx.Field[bool] = rx.field(False)
    """Whether it is known who is here."""

    @rx.event
    async def enter(self):
        """Read the purse again; on load of every page with navigation, and after each reward."""
        actor = await self._actor()
        self.collects = actor.is_student
        self.of_parent = actor.standing is Standing.PARENT
        self.is_known = True
        self.unread = await asyncio.to_thread(notifications.unread, actor)
        await self._watch(topics.notices(actor.user_id), HeaderState.enter)
        if not actor.is_student:
            return
        purse = await asyncio.to_thread(incentives.purse, actor)
        self.streak, self.xp = purse.streak, purse.lifetime_xp
        self.level, self.shields = purse.level, purse.shields


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
