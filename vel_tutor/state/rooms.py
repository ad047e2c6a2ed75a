"""The shelf of rooms, and opening one."""

import asyncio
from dataclasses import replace
from typing import Any

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import rooms
from vel_tutor.domain.rooms import PartyForm, RoomForm
from vel_tutor.domain.rooms.views import ClassChoiceView, ShelfView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import words
from vel_tutor.state.notices import NoticeState
from vel_tutor.vocabulary import Subject

LONGEST_FIND = 40


class RoomsState(Guarded, rx.State):
    """The rooms one person may know of, and what they look for among them."""

    shelf: rx.Field[ShelfView] = rx.field(default_factory=ShelfView)
    is_loaded: rx.Field[bool] = rx.field(False)
    subject: rx.Field[str] = rx.field("")
    """Of the rooms on show; empty for all."""
    find: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Show the shelf from its beginning."""
        actor = await self._actor(*rooms.GOERS)
        self.subject = self.find = ""
        await self._look(actor)

    @rx.event
    async def choose_subject(self, subject: str):
        """Show the rooms of one subject, or of all."""
        actor = await self._actor(*rooms.GOERS)
        self.subject = subject if subject in set(Subject) else ""
        await self._look(actor)

    @rx.event
    async def look_for(self, form: dict[str, Any]):
        """Show the rooms with these letters in their name."""
        actor = await self._actor(*rooms.GOERS)
        self.find = words(form, "find")[:LONGEST_FIND]
        await self._look(actor)

    @rx.event
    async def show_more(self):
        """Add the next page of rooms."""
        actor = await self._actor(*rooms.GOERS)
        if not self.shelf.more:
            return
        page = await asyncio.to_thread(
            rooms.browse, actor, subject=self.subject, find=self.find, after=self.shelf.more
        )
        known = {card.slug for card in self.shelf.rooms}
        new = tuple(card for card in page.rooms if card.slug not in known)
        self.shelf = replace(self.shelf, rooms=(*self.shelf.rooms, *new), more=page.more)

    async def _look(self, actor: Actor) -> None:
        self.shelf = await asyncio.to_thread(
            rooms.browse, actor, subject=self.subject, find=self.find
        )
        self.is_loaded = True


class RoomFormState(Guarded, rx.State):
    """Opening a study group, or planning a watch-party."""

    asked: rx.Field[str] = rx.field("")
    """Which form is open, "group" or "party"; empty for none."""
    subject: rx.Field[str] = rx.field(Subject.MATH.value)
    """Whose words a name is made of."""
    classes: rx.Field[list[ClassChoiceView]] = rx.field(default_factory=list)
    has_class: rx.Field[bool] = rx.field(False)
    """Whether the party is held around a certain class, which says when it is."""
    problem: rx.Field[str] = rx.field("")

    @rx.event
    async def ask(self, what: str):
        """Open one of the forms."""
        actor = await self._actor(*rooms.GOERS)
        self.problem, self.has_class, self.subject = "", False, Subject.MATH.value
        self.asked = what if what in {"group", "party"} else ""
        if self.asked == "party":
            self.classes = list(await asyncio.to_thread(rooms.classes_of, actor))

    @rx.event
    async def close(self, is_open: bool = False):
        """Put the form away."""
        await self._actor(*rooms.GOERS)
        if is_open is not True:
            self.asked = ""

    @rx.event
    async def choose_subject(self, subject: str):
        """Offer the words of another subject."""
        await self._actor(*rooms.GOERS)
        if subject in set(Subject):
            self.subject = subject

    @rx.event
    async def choose_class(self, class_id: str):
        """Hold the party around a certain class, or at a time of its own."""
        await self._actor(*rooms.GOERS)
        self.has_class = class_id in {one.id for one in self.classes}

    @rx.event
    async def open_group(self, form: dict[str, Any]):
        """Open the study group that was filled in, and go there."""
        actor = await self._actor(*rooms.GOERS)
        names = ("subject", "first", "second", "name", "band", "grades")
        filled = RoomForm(**{name: words(form, name) for name in names})
        return await self._opened(rooms.open_group, actor, filled)

    @rx.event
    async def open_party(self, form: dict[str, Any]):
        """Plan the watch-party that was filled in, and go there."""
        actor = await self._actor(*rooms.GOERS)
        names = ("name", "band", "class_id", "subject", "day", "at", "minutes")
        filled = PartyForm(**{name: words(form, name) for name in names})
        return await self._opened(rooms.open_party, actor, filled)

    async def _opened(self, verb: Any, actor: Actor, filled: RoomForm | PartyForm) -> Any:
        try:
            slug = await asyncio.to_thread(verb, actor, filled)
        except Refusal as refusal:
            self.problem = str(refusal)
            return None
        self.asked = self.problem = ""
        said = NoticeState.show("Your room is open. Ask friends to come in.", "success")
        return [rx.redirect(routes.room(slug)), said]
