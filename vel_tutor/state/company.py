"""Friends who learn right now, and company at a deck."""

import asyncio
from uuid import UUID

import reflex as rx

from vel_tutor.core.errors import NotFound
from vel_tutor.domain.loops import together
from vel_tutor.domain.loops.together import Company
from vel_tutor.domain.loops.together.views import CompanyView, FriendsNowView
from vel_tutor.live import bus, topics
from vel_tutor.live.presence import Doing
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.state.learning import count_in
from vel_tutor.vocabulary import STUDENTS


class FriendsNowState(Guarded, rx.State):
    """What the friends of one student are doing right now."""

    friends: rx.Field[FriendsNowView] = rx.field(default_factory=FriendsNowView)

    @rx.event
    async def begin(self):
        """Show who is learning, and hear of it when somebody begins, leaves or turns away."""
        actor = await self._actor()
        if actor.is_student:
            await self._look()

    @rx.event
    async def look(self):
        """Look again: something has changed."""
        await self._look()

    @rx.event
    async def join(self, friend_id: str):
        """Go to the same questions as a friend."""
        actor = await self._actor(*STUDENTS)
        path = await asyncio.to_thread(together.join, actor, identity(friend_id))
        return rx.redirect(path)

    async def _look(self) -> None:
        actor = await self._actor(*STUDENTS)
        found = await asyncio.to_thread(together.friends_now, actor)
        self.friends = found.view
        for topic in found.topics:
            await self._watch(topic, FriendsNowState.look)


class CompanyState(Guarded, rx.State):
    """Who is at the same questions as one student."""

    company: rx.Field[CompanyView] = rx.field(default_factory=CompanyView)

    @rx.event
    async def begin(self):
        """Be counted at the deck in the address, and see who is there; after it has been shown."""
        actor = await self._actor(*STUDENTS)
        self.company = CompanyView()
        try:
            found = await asyncio.to_thread(together.company, actor, self._session_id())
        except NotFound:  # whoever shows the deck sends them on
            return
        await self._show(found)
        deck = str(self._session_id()) if found.is_joinable else ""
        doing = Doing("practice", found.subject, found.title, deck)
        await count_in(self, found.subject, doing)

    @rx.event
    async def look(self):
        """Look again: somebody came, answered or went, or wants to be alone."""
        actor = await self._actor(*STUDENTS)
        await self._show(await asyncio.to_thread(together.company, actor, self._session_id()))

    @rx.event
    async def be_alone(self, wanted: bool):
        """Have no company at this deck from now on, or have it again."""
        actor = await self._actor(*STUDENTS)
        found = await asyncio.to_thread(
            together.practise_alone, actor, self._session_id(), alone=wanted
        )
        await self._show(found)

    async def _show(self, found: Company) -> None:
        self.company = found.view
        for topic in found.topics:
            await self._watch(topic, CompanyState.look)

    def _session_id(self) -> UUID:
        return identity(segment(self.router.url.path, 1))


async def tell_company(screen: Guarded) -> None:
    """Say to those at the same questions that whoever looks at `screen` has got on."""
    company = (await screen.get_state(CompanyState)).company
    if company.mates:
        await asyncio.to_thread(bus.publish, topics.deck(UUID(company.deck_id)), {})
