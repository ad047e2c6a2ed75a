"""A student's XP: where it came from, where it went, and what comes next."""

import asyncio
from dataclasses import replace

import reflex as rx

from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Unavailable
from vel_tutor.domain import shop
from vel_tutor.domain.shop.views import DayLog, XpView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.vocabulary import STUDENTS


class XpState(Guarded, rx.State):
    """The levels, the last month, and the history as far as it has been asked for."""

    loaded: rx.Field[bool] = rx.field(False)
    trouble: rx.Field[str] = rx.field("")
    """Why it could not be read."""
    xp: rx.Field[XpView] = rx.field(default_factory=XpView)
    side: rx.Field[str] = rx.field("all")
    """`all`, `earned` or `spent`."""
    days: rx.Field[tuple[DayLog, ...]] = rx.field(default_factory=tuple)
    older: rx.Field[str] = rx.field("")
    """Where the next part of the history begins; empty when all is shown."""

    @rx.event
    async def begin(self):
        """Read everything, and watch the purse from now on."""
        actor = await self._actor(*STUDENTS)
        await self._look(actor)
        await self._watch(topics.student(actor.user_id), XpState.look)

    @rx.event
    async def look(self):
        """Read again: the purse has changed."""
        await self._look(await self._actor(*STUDENTS))

    @rx.event
    async def choose(self, side: str):
        """Show all of it, what was earned, or what was spent."""
        actor = await self._actor(*STUDENTS)
        self.side = side if side in shop.SIDES else "all"
        await self._look(actor)

    @rx.event
    async def more(self):
        """Show the next part of the history."""
        actor = await self._actor(*STUDENTS)
        if not self.older:
            return
        part = await asyncio.to_thread(shop.xp_log, actor, self.side, self.older)
        self.days, self.older = _joined(self.days, part.days), part.older

    async def _look(self, actor: Actor) -> None:
        try:
            self.xp = await asyncio.to_thread(shop.xp_stand, actor)
            log = await asyncio.to_thread(shop.xp_log, actor, self.side)
            self.days, self.older, self.trouble = log.days, log.older, ""
        except Unavailable as refusal:
            self.trouble = str(refusal)
        self.loaded = True


def _joined(shown: tuple[DayLog, ...], more: tuple[DayLog, ...]) -> tuple[DayLog, ...]:
    """Both, a day that is cut in two made whole."""
    if not shown or not more or shown[-1].date != more[0].date:
        return shown + more
    whole = replace(shown[-1], lines=shown[-1].lines + more[0].lines)
    return (*shown[:-1], whole, *more[1:])
