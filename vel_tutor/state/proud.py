"""A parent looks at a child's week, and may show it to other parents."""

import asyncio
from functools import partial

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain.loops import proud_parent
from vel_tutor.domain.loops.proud_parent.views import ProudView
from vel_tutor.domain.loops.views import ShareView
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.vocabulary import Standing


class ProudState(Guarded, rx.State):
    """One week of one child of the parent, and the invitation that goes with it."""

    proud: rx.Field[ProudView] = rx.field(default_factory=ProudView)
    share: rx.Field[ShareView] = rx.field(default_factory=ShareView)
    is_open: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin(self):
        """Show the week in the address: the last whole one, unless only the present one has any."""
        actor = await self._actor(Standing.PARENT)
        self.is_open = False
        asked = segment(self.router.url.path, 1)
        if self.proud.child_id != asked:
            self.proud = ProudView()
            yield
        try:
            child_id, week = identity(asked), typed.asked(self.router, "week")
            running = week == "this" or (
                week != "last"
                and await asyncio.to_thread(proud_parent.running_is_better, actor, child_id)
            )
            look = partial(proud_parent.proud, actor, child_id, running=running)
            self.proud = await asyncio.to_thread(look)
        except (NotFound, NotAllowed):
            yield rx.redirect(routes.NOT_FOUND, replace=True)

    @rx.event
    async def choose(self, week: str):
        """Look at the last whole week (`last`) or the one that runs (`this`)."""
        actor = await self._actor(Standing.PARENT)
        child_id = identity(segment(self.router.url.path, 1))
        look = partial(proud_parent.proud, actor, child_id, running=week == "this")
        self.proud = await asyncio.to_thread(look)

    @rx.event
    async def invite(self):
        """Make the link of the week on show, and show the ways to send it."""
        actor = await self._actor(Standing.PARENT)
        child_id = identity(segment(self.router.url.path, 1))
        make = partial(proud_parent.share, actor, child_id, running=not self.proud.is_last)
        self.share = await asyncio.to_thread(make)
        self.is_open = True

    @rx.event
    async def close(self, is_open: bool = False):
        """Put the ways to send it away."""
        await self._actor(Standing.PARENT)
        self.is_open = is_open is True
