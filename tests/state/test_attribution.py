"""The stream of invitations as a tab of the staff sees it."""

import pytest

from tests import people
from tests.decks import finished
from vel_tutor import routes
from vel_tutor.domain import loops
from vel_tutor.state.attribution import AttributionState
from vel_tutor.vocabulary import Role


@pytest.fixture
def pia(clean_world):
    """A product manager."""
    return people.staff("Pia", Role.PRODUCT_MANAGER)


async def test_the_page_moves_when_ada_challenges_somebody(tab, pia, ada):
    screen = tab(pia, routes.ATTRIBUTION)
    await screen.do(AttributionState.begin)
    assert screen.held["stream"].steps == ()

    loops.challenge_from(ada, finished(ada))
    await screen.do(AttributionState.look)

    assert [step.step for step in screen.held["stream"].steps] == ["generated"]


async def test_filters_lead_to_an_address_of_their_own(tab, pia):
    screen = tab(pia, routes.ATTRIBUTION)

    await screen.do(AttributionState.filter({"loop": "streak_rescue", "days": "7"}))

    assert screen.went_to == routes.attribution(loop="streak_rescue", days="7")


async def test_an_address_that_makes_no_sense_shows_everything(tab, pia, ada):
    loops.challenge_from(ada, finished(ada))
    screen = tab(pia, f"{routes.ATTRIBUTION}?loop=magic&days=900&link=%00")

    await screen.do(AttributionState.begin)

    assert (screen.held["loop"], screen.held["days"], screen.held["link"]) == ("", "1", "")
    assert len(screen.held["stream"].steps) == 1


async def test_a_broken_place_says_so_and_offers_another_try(tab, pia):
    screen = tab(pia, routes.attribution(after="nonsense"))

    await screen.do(AttributionState.begin)

    assert screen.held["problem"]
