"""What an adaptive test came to."""

import asyncio
from uuid import UUID

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import diagnostics, flashcards
from vel_tutor.domain.diagnostics.views import ResultsView, SkillView
from vel_tutor.live import topics
from vel_tutor.media import heatmap
from vel_tutor.media.heatmap import HeatCell
from vel_tutor.state.guard import Guarded
from vel_tutor.state.incoming import identity, segment
from vel_tutor.vocabulary import STUDENTS, Knowledge

WEAK_PERCENT = 65
"""Of the work of a skill: under this it is worth cards."""
NARROW, WIDE = 6, 14
"""Cells in a row of the map, on a phone and on a desk."""


class FindingsState(Guarded, rx.State):
    """The results of one test, and the map of its skills in two widths."""

    results: rx.Field[ResultsView] = rx.field(default_factory=ResultsView)
    narrow_map: rx.Field[str] = rx.field("")
    wide_map: rx.Field[str] = rx.field("")

    @rx.event
    async def begin(self):
        """Show the results of the test in the address; one that is not scored is shown itself."""
        await self._actor(*diagnostics.TAKERS)
        asked = segment(self.router.url.path, 1)
        if self.results.test_id != asked:
            self.results = ResultsView()
            yield
        try:
            await self._look()
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
            return
        except diagnostics.NotScored:
            yield rx.redirect(routes.diagnostic_test(asked), replace=True)
            return
        await self._watch(topics.diagnostic(identity(asked)), FindingsState.look)

    @rx.event
    async def look(self):
        """Read the results again: there is news."""
        await self._look()

    @rx.event
    async def make_cards(self):
        """Make flashcards of what the test found missing, and lead to them."""
        actor = await self._actor(*STUDENTS)
        asked = identity(segment(self.router.url.path, 1))
        deck = await asyncio.to_thread(_cards_of_gaps, actor, asked)
        return rx.redirect(routes.card_list(deck))

    async def _look(self) -> None:
        actor = await self._actor(*diagnostics.TAKERS)
        asked = identity(segment(self.router.url.path, 1))
        self.results = await asyncio.to_thread(diagnostics.results, actor, asked)
        cells = [_cell(skill) for skill in sorted(self.results.skills, key=_by_area)]
        self.narrow_map = heatmap.draw(cells, NARROW, "narrow")
        self.wide_map = heatmap.draw(cells, WIDE, "wide")


def _by_area(skill: SkillView) -> tuple[str, int, str]:
    return skill.area, skill.grade, skill.strand


def _cell(skill: SkillView) -> HeatCell:
    return HeatCell(
        area=skill.area,
        words=skill.words,
        percent=skill.percent,
        measured=skill.knowledge == Knowledge.MEASURED,
        href=routes.practice_choice(skill.skill.partition(".")[0], skill.grade, skill.skill),
    )


def _cards_of_gaps(actor: Actor, test_id: UUID) -> UUID:
    """The deck of the skills that were asked and went badly, the weakest first."""
    asked = [
        one
        for one in diagnostics.results(actor, test_id).skills
        if one.knowledge == Knowledge.MEASURED and one.percent < WEAK_PERCENT
    ]
    weak = [one.skill for one in sorted(asked, key=lambda one: one.percent)]
    return flashcards.deck_from_gaps(actor, weak)[0]
