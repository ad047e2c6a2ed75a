"""The log of advice, for those on the staff who watch over the advisers."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import advice
from vel_tutor.domain.advice.views import LogView
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import words
from vel_tutor.state.typed import asked
from vel_tutor.vocabulary import Agent

LONGEST = 60


class DecisionsState(Guarded, rx.State):
    """One page of answers behind the filters in the address.

    Empty until somebody who may look has been let in, for vars go to everybody.
    """

    loaded: rx.Field[bool] = rx.field(False)
    problem: rx.Field[str] = rx.field("")
    log: rx.Field[LogView] = rx.field(default_factory=LogView)
    agent: rx.Field[str] = rx.field("")
    answer: rx.Field[str] = rx.field("")
    only_lapses: rx.Field[bool] = rx.field(False)
    is_filtered: rx.Field[bool] = rx.field(False)
    is_first: rx.Field[bool] = rx.field(True)
    next_url: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Show what the address asks for."""
        actor = await self._actor(*advice.READERS)
        self.loaded, self.problem = False, ""
        self._read_address()
        yield
        try:
            await self._look(actor)
        except Refusal as refusal:
            self.problem = str(refusal)

    @rx.event
    async def look_for(self, form: dict[str, str]):
        """Lead to the answers that pass the filters of a form."""
        await self._actor(*advice.READERS)
        return rx.redirect(
            routes.admin_decisions(
                agent=_agent(words(form, "agent")),
                answer=_plain(words(form, "answer")),
                lapses="1" if words(form, "lapses") else "",
            )
        )

    def _read_address(self) -> None:
        """Take the filters from the address; what makes no sense there lets everything through."""
        self.agent = _agent(asked(self.router, "agent"))
        self.answer = _plain(asked(self.router, "answer"))
        self.only_lapses = asked(self.router, "lapses") == "1"

    async def _look(self, actor: Actor) -> None:
        after = _plain(asked(self.router, "after"))
        query = advice.LogQuery(
            agent=Agent(self.agent) if self.agent else None,
            answer=self.answer.replace(" ", "_"),
            only_lapses=self.only_lapses,
        )
        self.log = await asyncio.to_thread(advice.browse, actor, query, after)
        self.is_first = not after
        self.is_filtered = bool(self.agent or self.answer or self.only_lapses or after)
        self.next_url = routes.admin_decisions(
            agent=self.agent,
            answer=self.answer,
            lapses="1" if self.only_lapses else "",
            after=self.log.after,
        )
        self.loaded = True


def _agent(word: str) -> str:
    return word if word in set(Agent) else ""


def _plain(text: str) -> str:
    """What can be looked for: no signs that cannot be seen, and not too many."""
    return "".join(sign for sign in text if sign.isprintable())[:LONGEST].strip()
