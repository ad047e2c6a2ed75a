"""The stream of invitations, for those on the staff who watch it."""

import asyncio
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import attribution
from vel_tutor.domain.attribution.views import StreamView
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import words
from vel_tutor.state.typed import asked
from vel_tutor.vocabulary import LoopKind


class AttributionState(Guarded, rx.State):
    """A page of steps behind the filters in the address; the first page moves as things happen.

    Empty until somebody who may look has been let in, for vars go to everybody.
    """

    loaded: rx.Field[bool] = rx.field(False)
    problem: rx.Field[str] = rx.field("")
    stream: rx.Field[StreamView] = rx.field(default_factory=StreamView)
    loop: rx.Field[str] = rx.field("")
    days: rx.Field[str] = rx.field("1")
    link: rx.Field[str] = rx.field("")
    is_first: rx.Field[bool] = rx.field(True)
    first_url: rx.Field[str] = rx.field("")
    next_url: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Show what the address asks for, and watch for more of it."""
        actor = await self._actor(*attribution.READERS)
        self.loaded, self.problem = False, ""
        self._read_address()
        yield
        try:
            await self._read(actor)
        except Refusal as refusal:
            self.problem = str(refusal)
            return
        self.loaded = True
        await self._watch(topics.attribution(), AttributionState.look)

    @rx.event
    async def look(self):
        """Something has happened: read again."""
        await self._read(await self._actor(*attribution.READERS))

    @rx.event
    async def filter(self, form: dict[str, str]):
        """Lead to the steps that pass the filters of a form."""
        await self._actor(*attribution.READERS)
        return rx.redirect(
            routes.attribution(loop=_loop(words(form, "loop")), days=_days(words(form, "days")))
        )

    def _read_address(self) -> None:
        """Take the filters from the address; what makes no sense there lets everything through."""
        self.loop, self.days = _loop(asked(self.router, "loop")), _days(asked(self.router, "days"))
        self.link = _link(asked(self.router, "link"))
        self.is_first = not asked(self.router, "after")

    async def _read(self, actor: Actor) -> None:
        query = attribution.StreamQuery(
            loop=LoopKind(self.loop) if self.loop else None,
            link_id=UUID(self.link) if self.link else None,
        )
        after = asked(self.router, "after")
        self.stream = await asyncio.to_thread(
            attribution.stream, actor, query, int(self.days), after
        )
        self.first_url, self.next_url = self._url(), self._url(self.stream.after)

    def _url(self, after: str = "") -> str:
        return routes.attribution(loop=self.loop, days=self.days, link=self.link, after=after)


def _loop(word: str) -> str:
    return word if word in set(LoopKind) else ""


def _days(word: str) -> str:
    return word if word in set(map(str, attribution.PERIODS_D)) else str(attribution.PERIODS_D[0])


def _link(word: str) -> str:
    try:
        return str(UUID(word))
    except ValueError:
        return ""
