"""People one has played with, as a tab sees them."""

import pytest

from tests import people
from tests.challenges import code_of, play
from tests.company import member
from tests.decks import finished
from vel_tutor import routes
from vel_tutor.domain import loops
from vel_tutor.state.met import MetState


@pytest.fixture
async def screen(tab, clean_world):
    """Ada's tab at her friends, after Bob has played a challenge of hers."""
    loops.listen_to_joining()
    ada, bob = people.student("Ada"), people.acting(people.student("Bob"))
    sent = loops.challenge_from(people.acting(ada), finished(people.acting(ada), wrong=1))
    play(member(bob), code_of(sent))
    screen = tab(ada, routes.FRIENDS)
    await screen.do(MetState.begin)
    screen.bob = bob
    return screen


async def test_one_press_asks_and_says_so_without_naming_anybody(screen):
    [game] = screen.held["met"]

    await screen.do(MetState.ask(game.id))

    assert screen.held["met"] == []
    assert "You become friends when they say yes" in screen.sent
    assert str(screen.bob.user_id) not in screen.sent


async def test_asking_whom_one_never_met_is_refused(screen):
    await screen.do(MetState.ask(str(screen.bob.user_id)))

    assert len(screen.held["met"]) == 1
    assert screen.said
