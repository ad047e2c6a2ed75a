"""The cards of one deck, and writing one's own."""

import asyncio
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import flashcards
from vel_tutor.domain.flashcards.views import BrowseView
from vel_tutor.state.cards import ShelfState
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment, words
from vel_tutor.vocabulary import STUDENTS


class CardListState(Guarded, rx.State):
    """Every card of the deck in the address, with what can be done to each."""

    deck: rx.Field[BrowseView] = rx.field(default_factory=BrowseView)

    @rx.event
    async def begin(self):
        """Show the cards of the deck in the address."""
        actor = await self._actor(*STUDENTS)
        if self.deck.deck.slug != self._slug():
            self.deck = BrowseView()
            yield
        try:
            await self._look(actor)
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)

    @rx.event
    async def put_aside(self, card_id: str):
        """Put a card aside until it is brought back."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.suspend, actor, identity(card_id))
        await self._look(actor)

    @rx.event
    async def rest(self, card_id: str):
        """Let a card rest for a week."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.postpone, actor, identity(card_id))
        await self._look(actor)

    @rx.event
    async def bring_back(self, card_id: str):
        """Let a card that was put aside come again."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.bring_back, actor, identity(card_id))
        await self._look(actor)

    @rx.event
    async def help_along(self, form: dict[str, str]):
        """Keep a note to oneself on the back of a card."""
        actor = await self._actor(*STUDENTS)
        card = identity(words(form, "card_id"))
        await asyncio.to_thread(flashcards.fix, actor, card, words(form, "memo"))
        await self._look(actor)

    async def _look(self, actor: Actor) -> None:
        self.deck = await asyncio.to_thread(flashcards.browse, actor, self._slug())

    def _slug(self) -> str:
        return segment(self.router.url.path, 1)


class OwnDeckState(Guarded, rx.State):
    """Writing the cards of one's own deck."""

    written: rx.Field[int] = rx.field(0)
    """Grows with each card, so that the form starts empty again."""
    removed: rx.Field[str] = rx.field("")
    """A card that has just been deleted, and can be put back."""

    @rx.event
    async def add(self, form: dict[str, str]):
        """Write a card."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(
            flashcards.add_card,
            actor,
            self._deck_id(),
            words(form, "front"),
            words(form, "back"),
            both_ways=bool(words(form, "both_ways")),
        )
        self.written += 1
        await self._look(actor)
        return rx.set_focus("field-front")

    @rx.event
    async def edit(self, form: dict[str, str]):
        """Put a card better."""
        actor = await self._actor(*STUDENTS)
        card = identity(words(form, "card_id"))
        front, back = words(form, "front"), words(form, "back")
        await asyncio.to_thread(flashcards.edit_card, actor, card, front, back)
        await self._look(actor)

    @rx.event
    async def delete(self, card_id: str):
        """Take a card away; it can be put back."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.delete_card, actor, identity(card_id))
        self.removed = card_id
        await self._look(actor)

    @rx.event
    async def put_back(self, card_id: str):
        """Bring a deleted card back."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.restore_card, actor, identity(card_id))
        self.removed = ""
        await self._look(actor)

    @rx.event
    async def rename(self, form: dict[str, str]):
        """Call the deck something else."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(
            flashcards.rename_deck, actor, self._deck_id(), words(form, "title")
        )
        await self._look(actor)

    @rx.event
    async def delete_deck(self, deck_id: str):
        """Take a deck away and lead back to the shelf, where it can be put back."""
        actor = await self._actor(*STUDENTS)
        shelf = await self.get_state(ShelfState)
        shelf.gone = await asyncio.to_thread(flashcards.delete_deck, actor, identity(deck_id))
        return rx.redirect(routes.CARDS)

    async def _look(self, actor: Actor) -> None:
        shown = await self.get_state(CardListState)
        await shown._look(actor)

    def _deck_id(self) -> UUID:
        return identity(segment(self.router.url.path, 1))
