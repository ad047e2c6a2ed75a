"""One person at one deck: the card on the table, and what to do with those that slip away."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import flashcards
from vel_tutor.domain.flashcards.views import LeechView, SpotlightView, StudyView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment, whole, words
from vel_tutor.vocabulary import STUDENTS

FRONT = "card-front"
"""The id of the front of the card on the table; a card that follows another takes the focus."""
LONGEST_TICKET = 300


class StudyState(Guarded, rx.State):
    """The table, and the two things that may lie over it."""

    table: rx.Field[StudyView] = rx.field(default_factory=StudyView)
    leech: rx.Field[LeechView] = rx.field(default_factory=LeechView)
    spotlight: rx.Field[SpotlightView] = rx.field(default_factory=SpotlightView)

    @rx.event
    async def begin(self):
        """Show what waits in the deck of the address. Runs again on every reconnect."""
        actor = await self._actor(*STUDENTS)
        slug = self._slug()
        if self.table.slug != slug:
            self.table, self.leech, self.spotlight = StudyView(), LeechView(), SpotlightView()
            yield
        try:
            self.table = await asyncio.to_thread(flashcards.open_study, actor, slug)
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)

    @rx.event
    async def grade(self, ticket: str, rating: int):
        """Answer the card the ticket was shown with, and show the next one."""
        actor = await self._actor(*STUDENTS)
        if not isinstance(ticket, str) or len(ticket) > LONGEST_TICKET:
            raise Invalid
        view = await asyncio.to_thread(
            flashcards.review, actor, self._slug(), ticket, whole(rating)
        )
        self.table = view
        self.leech = view.leech if view.leech.card_id else self.leech
        self.spotlight = view.spotlight if view.spotlight.deck_id else self.spotlight
        return self._focus()

    @rx.event
    async def undo(self):
        """Take the last answer back, and show its card again."""
        actor = await self._actor(*STUDENTS)
        self.table = await asyncio.to_thread(flashcards.undo, actor, self._slug())
        self.leech = LeechView()
        return self._focus()

    @rx.event
    async def help_leech(self, form: dict[str, str]):
        """Keep a note to oneself on the back of the card that slips away."""
        actor = await self._actor(*STUDENTS)
        card = identity(words(form, "card_id"))
        await asyncio.to_thread(flashcards.fix, actor, card, words(form, "memo"))
        self.leech = LeechView()
        await self._look_again(actor)

    @rx.event
    async def put_leech_aside(self, card_id: str):
        """Put the card that slips away aside."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.suspend, actor, identity(card_id))
        self.leech = LeechView()
        await self._look_again(actor)

    @rx.event
    async def rest_leech(self, card_id: str):
        """Let the card that slips away rest for a week."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.postpone, actor, identity(card_id))
        self.leech = LeechView()
        await self._look_again(actor)

    @rx.event
    async def close(self, is_open: bool = False):
        """Put away what lies over the table."""
        await self._actor(*STUDENTS)
        if is_open is not True:
            self.leech, self.spotlight = LeechView(), SpotlightView()

    async def _look_again(self, actor: Actor) -> None:
        self.table = await asyncio.to_thread(flashcards.open_study, actor, self._slug())

    def _focus(self) -> rx.event.EventSpec:
        return rx.set_focus(FRONT) if self.table.face.ticket else rx.set_focus("main")

    def _slug(self) -> str:
        return segment(self.router.url.path, 1)
