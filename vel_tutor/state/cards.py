"""The shelf: all decks of somebody, and those they could begin."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import flashcards
from vel_tutor.domain.flashcards.views import DeckView, LibraryView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, whole, words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import STUDENTS, Subject

ANY = "any"
"""What a filter says that lets everything through."""


class ShelfState(Guarded, rx.State):
    """Decks, what is due, the forecast, and the choice among term sets."""

    loaded: rx.Field[bool] = rx.field(False)
    library: rx.Field[LibraryView] = rx.field(default_factory=LibraryView)
    search: rx.Field[str] = rx.field("")
    subject: rx.Field[str] = rx.field(ANY)
    grade: rx.Field[str] = rx.field(ANY)
    found: rx.Field[list[DeckView]] = rx.field(default_factory=list)
    is_writing: rx.Field[bool] = rx.field(False)
    """Whether the form for a new deck is open."""
    gone: rx.Field[DeckView] = rx.field(default_factory=DeckView)
    """A deck that has just been deleted, and can be put back."""

    @rx.event
    async def begin(self):
        """Read the shelf."""
        actor = await self._actor(*STUDENTS)
        self.library = await asyncio.to_thread(flashcards.library, actor)
        self.loaded, self.is_writing = True, False
        self._find()

    @rx.event
    async def look_for(self, text: str):
        """Show the sets whose title or skill holds `text`."""
        await self._actor(*STUDENTS)
        self.search = words({"text": text}, "text")[:60]
        self._find()

    @rx.event
    async def choose_subject(self, subject: str):
        """Show the sets of one subject, or of all."""
        await self._actor(*STUDENTS)
        self.subject = words({"subject": subject}, "subject")[:20]
        self._find()

    @rx.event
    async def choose_grade(self, grade: str):
        """Show the sets of one grade, or of all."""
        await self._actor(*STUDENTS)
        self.grade = words({"grade": grade}, "grade")[:20]
        self._find()

    @rx.event
    async def make_from_gaps(self):
        """Make cards of what went wrong in practice, and lead to them."""
        actor = await self._actor(*STUDENTS)
        decks = await asyncio.to_thread(flashcards.deck_from_gaps, actor)
        return rx.redirect(routes.card_list(decks[0]))

    @rx.event
    async def write(self, is_open: bool = True):
        """Open or close the form for a new deck."""
        await self._actor(*STUDENTS)
        self.is_writing = is_open is True

    @rx.event
    async def create_deck(self, form: dict[str, str]):
        """Make an empty deck, and lead to where its cards are written."""
        actor = await self._actor(*STUDENTS)
        deck = await asyncio.to_thread(
            flashcards.create_deck, actor, words(form, "title"), _subject(words(form, "subject"))
        )
        return rx.redirect(routes.card_list(deck))

    @rx.event
    async def choose_limits(self, form: dict[str, str]):
        """Keep how much the person wants to do a day."""
        actor = await self._actor(*STUDENTS)
        new, reviews = whole(words(form, "new_a_day")), whole(words(form, "reviews_a_day"))
        await asyncio.to_thread(flashcards.choose_limits, actor, new, reviews)
        self.library = await asyncio.to_thread(flashcards.library, actor)
        return NoticeState.show("Saved. It counts from now on.", "success")

    @rx.event
    async def put_back(self, deck_id: str):
        """Bring a deleted deck back as it was."""
        actor = await self._actor(*STUDENTS)
        await asyncio.to_thread(flashcards.restore_deck, actor, identity(deck_id))
        self.gone = DeckView()
        self.library = await asyncio.to_thread(flashcards.library, actor)
        self._find()

    def _find(self) -> None:
        """The term sets that pass all three filters."""
        asked = self.search.casefold().split()
        self.found = [
            one
            for one in self.library.sets
            if self.subject in (ANY, one.subject)
            and self.grade in (ANY, str(one.grade))
            and all(word in f"{one.title} {one.skill}".casefold() for word in asked)
        ]


def _subject(word: str) -> Subject:
    try:
        return Subject(word)
    except ValueError:
        raise Invalid from None
