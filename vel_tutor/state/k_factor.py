"""The K-factor, for those on the staff who look after growth."""

import asyncio
from collections.abc import Iterable, Mapping

import reflex as rx

from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import insight
from vel_tutor.domain.insight.views import ChoiceView, KScreen
from vel_tutor.live import topics
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import words
from vel_tutor.vocabulary import LoopKind, Role

FIELDS = ("days", "since", "until", "cohorts", "model", "net", "counting", "simulation")
PERSONAS = (Role.STUDENT, Role.PARENT, Role.TUTOR)


class KFactorState(Guarded, rx.State):
    """Everything behind the filters in the address.

    Empty until somebody who may look has been let in, for vars go to everybody.
    """

    loaded: rx.Field[bool] = rx.field(False)
    problem: rx.Field[str] = rx.field("")
    choice: rx.Field[ChoiceView] = rx.field(default_factory=ChoiceView)
    screen: rx.Field[KScreen] = rx.field(default_factory=KScreen)

    @rx.event
    async def begin(self):
        """Show what the address asks for, and listen for alarms."""
        actor = await self._actor(*insight.READERS)
        self.loaded, self.problem = False, ""
        self.choice = insight.choice_of(self._asked(), clock.now().date())
        yield
        try:
            await self._read(actor)
        except Refusal as refusal:
            self.problem = str(refusal)
            return
        self.loaded = True
        await self._watch(topics.k_factor(), KFactorState.look)

    @rx.event
    async def look(self):
        """There is news: read again."""
        await self._read(await self._actor(*insight.READERS))

    @rx.event
    async def filter(self, form: dict[str, str]):
        """Lead to what passes the filters of a form."""
        await self._actor(*insight.READERS)
        asked = {name: words(form, name) for name in FIELDS}
        asked["loops"] = _ticked(form, "loop", LoopKind)
        asked["personas"] = _ticked(form, "persona", PERSONAS)
        chosen = insight.choice_of(asked, clock.now().date())
        return rx.redirect(routes.k_factor(chosen.query))

    async def _read(self, actor: Actor) -> None:
        self.screen = await asyncio.to_thread(insight.k_screen, actor, self._asked())

    def _asked(self) -> Mapping[str, str]:
        return {str(k): str(v) for k, v in self.router.url.query_parameters.items()}


def _ticked(form: dict[str, str], kind: str, among: Iterable[str]) -> str:
    """The ticked ones of a group of boxes; all of them ticked is the same as none."""
    every = [str(one) for one in among]
    ticked = [one for one in every if words(form, f"{kind}_{one}")]
    return "" if len(ticked) == len(every) else ",".join(ticked)
