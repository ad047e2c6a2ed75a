"""Who is learning right now: being counted while one does, and the numbers everybody sees."""

import asyncio
from dataclasses import asdict

import reflex as rx

from vel_tutor.domain.loops import together
from vel_tutor.domain.loops.together import Faces
from vel_tutor.domain.loops.together.views import NowView
from vel_tutor.live.presence import Doing
from vel_tutor.state import live, presence
from vel_tutor.state.guard import Guarded
from vel_tutor.state.study import StudyState
from vel_tutor.vocabulary import STUDENTS, Standing, Subject

_EVERYBODY = "learning-now"
"""Watched by all who see the numbers."""

_faces = Faces()
_shown: NowView | None = None
"""What was told last; nothing when somebody may have read something newer meanwhile."""


class NowState(Guarded, rx.State):
    """How many learn right now, and who counts among them."""

    now: rx.Field[NowView] = rx.field(default_factory=NowView)

    @rx.event
    async def begin(self):
        """Show how many learn right now, and keep it up to date."""
        actor = await self._actor()
        if actor.is_student:
            await live.join(self, _EVERYBODY)
            self.now = await asyncio.to_thread(_read)

    @rx.event
    async def at_cards(self):
        """Count whoever studies the cards of the deck in the address."""
        await self._actor(*STUDENTS)
        table = (await self.get_state(StudyState)).table
        if table.slug:
            await count_in(self, table.subject, Doing("cards", table.subject, table.title))

    @rx.event
    async def at_test(self):
        """Count whoever sits a test: in the total alone, for nobody may know who does."""
        await self._actor(*STUDENTS, Standing.PARENT)
        await count_in(self, "")


async def count_in(screen: Guarded, subject: str, doing: Doing | None = None) -> None:
    """Count whoever looks at `screen` as learning until they go elsewhere; guests too.

    Args:
        subject: what they practise; empty where that is nobody's business.
        doing: what friends may know of it.
    """
    actor = await screen._actor_or_none()
    if actor is not None and not actor.is_student:
        return
    everything, *others = together.places(Subject(subject) if subject else None)
    await presence.take_place(screen, {everything: doing, **dict.fromkeys(others)})


def _read() -> NowView:
    """The numbers as they are now; everybody else is told soon if they are new."""
    global _faces, _shown
    view, _faces = together.now(_faces)
    if view != _shown:
        _shown = None
    return view


async def _tell() -> None:
    """Put the numbers on all screens of this process, if they have changed."""
    global _faces, _shown
    if not live.audience.seats(_EVERYBODY):
        return
    view, _faces = await asyncio.to_thread(together.now, _faces)
    if view != _shown:
        _shown = view
        await live.show(_EVERYBODY, NowState, {"now": asdict(view)})


presence.every_round(_tell)
