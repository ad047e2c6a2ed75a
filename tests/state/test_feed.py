"""The feed as tabs see it: reading on, what is new, reactions, and putting lines away."""

import pytest

from tests import people
from tests.befriending import befriend
from tests.feeding import reach
from vel_tutor import routes
from vel_tutor.domain import accounts
from vel_tutor.state.feed import FeedState
from vel_tutor.state.feed_line import FeedLineState
from vel_tutor.state.own_switches import OwnSwitchesState
from vel_tutor.state.spotlight import SpotlightState
from vel_tutor.vocabulary import ConsentScope, FeedStage


@pytest.fixture
def ada(clean_world):
    return people.acting(people.student("Ada"))


@pytest.fixture
def bob(clean_world, ada):
    """Bob with the secret of his sign-in, a friend of ada's."""
    signed_in = people.student("Bob")
    befriend(ada, people.acting(signed_in))
    return signed_in


@pytest.fixture
async def reading(tab, bob):
    """Bob's open page."""
    screen = tab(bob, routes.FEED)
    await screen.do(FeedState.begin)
    return screen


async def test_an_empty_feed_becomes_full_when_bob_asks_for_what_is_new(ada, reading):
    assert reading.held["stage"] == FeedStage.EMPTY
    reach(ada)

    await reading.do(FeedState.look)
    assert (reading.held["waiting"], reading.held["lines"]) == (1, [])
    await reading.do(FeedState.show_new)

    [line] = reading.held["lines"]
    assert (reading.held["stage"], reading.held["waiting"]) == (FeedStage.FULL, 0)
    assert (line.who, line.day, reading.focus) == ("Ada", "New", "ref_feed_top")


async def test_bob_reads_on_to_the_end(tab, ada, bob):
    for _ in range(23):
        reach(ada)
    screen = tab(bob, routes.FEED)
    await screen.do(FeedState.begin)
    assert len(screen.held["lines"]) == 20

    await screen.do(FeedState.reach_end(False))
    assert len(screen.held["lines"]) == 20
    await screen.do(FeedState.reach_end(True))

    assert (len(screen.held["lines"]), screen.held["after"]) == (23, "")


async def test_a_reaction_shows_at_once(tab, ada, bob):
    line = str(reach(ada))
    screen = tab(bob, routes.FEED)
    await screen.do(FeedState.begin)

    await screen.do(FeedLineState.react(line, "fire", True))

    mine = [one.reaction for one in screen.held["lines"][0].reactions if one.is_mine]
    assert (mine, screen.held["lines"][0].day) == (["fire"], "Today")


@pytest.mark.parametrize(("how", "why"), [("hide", ""), ("mute", ""), ("report", "spam")])
async def test_what_is_put_away_can_be_taken_back(tab, ada, bob, how, why):
    line = str(reach(ada))
    screen = tab(bob, routes.FEED)
    await screen.do(FeedState.begin)

    await screen.do(FeedLineState.ask(line))
    await screen.do(FeedLineState.put_away(how, why))
    assert screen.held["lines"][0].put_away == how
    await screen.do(FeedState.look)
    await screen.do(FeedLineState.take_back(line))
    await screen.do(FeedState.begin)

    assert [one.put_away for one in screen.held["lines"]] == [""]


@pytest.mark.parametrize(
    "deed",
    [
        FeedLineState.react("x", "fire", True),
        FeedLineState.put_away("burn"),
        FeedLineState.take_back("x"),
        FeedLineState.challenge_me_too("x"),
        OwnSwitchesState.turn("learning", True),
    ],
)
async def test_odd_requests_are_refused_in_words(reading, deed):
    await reading.do(deed)

    assert reading.said


async def test_bob_switches_his_feed_off_and_sees_nobodys(tab, ada, bob):
    reach(ada)
    screen = tab(bob, routes.SETTINGS)
    await screen.do(OwnSwitchesState.begin)
    assert [one.is_on for one in screen.held["switches"]] == [True, True]

    await screen.do(OwnSwitchesState.turn("feed", False))
    await screen.do(FeedState.begin)

    assert screen.held["stage"] == FeedStage.SHUT
    assert ConsentScope.FEED not in accounts.actor_of(people.acting(bob).user_id).scopes


async def test_bob_cheers_in_the_spotlight(tab, ada, bob):
    line = str(reach(ada))
    screen = tab(bob, routes.TODAY)
    await screen.do(SpotlightState.begin)

    await screen.do(SpotlightState.cheer(line))

    assert [spot.is_cheered for spot in screen.held["spots"]] == [True]


async def test_a_parent_has_no_feed(tab, clean_world):
    screen = tab(people.parent("Pat"), routes.FEED)

    await screen.do(FeedState.begin)

    assert (screen.went_to, "lines" in screen.sent) == (routes.NOT_YOURS, False)


async def test_nothing_of_a_feed_is_in_a_strangers_tab(tab, ada):
    reach(ada)
    screen = tab(None, routes.FEED)

    await screen.do(FeedState.begin)

    assert "Ada" not in screen.sent
    assert screen.went_to
