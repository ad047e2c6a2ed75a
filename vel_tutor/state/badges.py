"""A student's badges: the collection, and new ones as they come."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import accounts, badges
from vel_tutor.domain.badges.views import BadgeView, CollectionView, NewsView
from vel_tutor.domain.loops import spotlight
from vel_tutor.live import topics
from vel_tutor.state import typed
from vel_tutor.state.guard import Guarded
from vel_tutor.state.header import HeaderState
from vel_tutor.state.incoming import identity
from vel_tutor.state.share import ShareState
from vel_tutor.vocabulary import STUDENTS, BadgeFamily

EVERY = "all"


class BadgesState(Guarded, rx.State):
    """Everything there is to earn, as one student sees it."""

    loaded: rx.Field[bool] = rx.field(False)
    collection: rx.Field[CollectionView] = rx.field(default_factory=CollectionView)
    family: rx.Field[str] = rx.field(EVERY)
    badge: rx.Field[BadgeView] = rx.field(default_factory=BadgeView)
    """The one that is looked at closer."""
    is_open: rx.Field[bool] = rx.field(False)
    may_share: rx.Field[bool] = rx.field(False)

    @rx.event
    async def begin(self):
        """Read the collection; a new badge makes this screen read again."""
        actor = await self._actor(*STUDENTS)
        self.is_open, self.family = False, EVERY
        self.may_share = accounts.may_invite(actor)
        await self._read(actor)
        await self._watch(topics.badges(actor.user_id), BadgesState.look)

    @rx.event
    async def look(self):
        """Read again: there is a new one."""
        await self._read(await self._actor(*STUDENTS))

    @rx.event
    async def choose_family(self, family: str):
        """Show one kind of badges, or all."""
        await self._actor(*STUDENTS)
        if family not in {EVERY, *BadgeFamily}:
            raise Invalid
        self.family = family

    @rx.event
    async def open_badge(self, badge_id: str):
        """Look at one of them closer."""
        await self._actor(*STUDENTS)
        found = next((one for one in self.collection.badges if one.id == badge_id), None)
        if found is None:
            raise Invalid
        self.badge, self.is_open = found, True

    @rx.event
    async def close_badge(self, is_open: bool = False):
        """Put it back."""
        await self._actor(*STUDENTS)
        self.is_open = is_open is True

    @rx.event
    async def share(self, row_id: str):
        """Make the link of one of them, and show the ways to send it."""
        actor = await self._actor(*STUDENTS)
        self.is_open = False
        await self._share(actor, row_id)

    @rx.event
    async def unfold(self):
        """Open the ways to share at once where the address names a badge: a sheet led here."""
        actor = await self._actor(*STUDENTS)
        row_id = typed.asked(self.router, "share")
        if row_id and self.may_share:
            await self._share(actor, row_id)

    async def _share(self, actor: Actor, row_id: str) -> None:
        share = await asyncio.to_thread(spotlight.share, actor, identity(row_id))
        sheet = await self.get_state(ShareState)
        sheet.share, sheet.page = share, routes.BADGES
        sheet.is_open, sheet.has_qr = True, False

    async def _read(self, actor: Actor) -> None:
        self.collection = await asyncio.to_thread(badges.collection, actor)
        self.loaded = True


class BadgeNewsState(Guarded, rx.State):
    """The badge somebody has just earned and not looked at yet. The database remembers which."""

    news: rx.Field[NewsView] = rx.field(default_factory=NewsView)

    @rx.event
    async def begin(self):
        """Show what is new, and hear of what comes; on load of every page with navigation."""
        actor = await self._actor_or_none()
        if actor is None or not actor.is_student:
            return
        await self._look(actor)
        await self._watch(topics.badges(actor.user_id), BadgeNewsState.look)

    @rx.event
    async def look(self):
        """A badge was earned: show it, or let it wait behind the one on show."""
        actor = await self._actor(*STUDENTS)
        await self._look(actor)
        return HeaderState.enter

    @rx.event
    async def appeared(self):
        """It is on the screen now: it does not come by itself again."""
        actor = await self._actor(*STUDENTS)
        if self.news.is_there:
            await asyncio.to_thread(badges.mark_shown, actor, identity(self.news.badge.row_id))

    @rx.event
    async def close(self, is_open: bool = False):
        """Put it away; the next one comes. Escape and the veil come here too."""
        actor = await self._actor(*STUDENTS)
        if is_open is not True:
            self.news = await asyncio.to_thread(badges.news, actor)

    @rx.event
    async def share(self):
        """Go where it can be shared."""
        await self._actor(*STUDENTS)
        row_id, self.news = self.news.badge.row_id, NewsView()
        return rx.redirect(routes.badge_sharing(row_id))

    @rx.event
    async def see_all(self):
        """Go to the collection instead of looking at them one by one."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(badges.mark_all_shown, actor)
        self.news = NewsView()
        return rx.redirect(routes.BADGES)

    async def _look(self, actor: Actor) -> None:
        now = await asyncio.to_thread(badges.news, actor)
        if self.news.is_there and now.badge.row_id != self.news.badge.row_id:
            waiting = now.waiting + 1 if now.is_there else 0
            now = NewsView(self.news.badge, waiting, True, self.news.may_share)
        if now != self.news:
            self.news = now
