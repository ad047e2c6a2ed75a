"""Today as a tab sees it: what waits, what was reached, and who has no day of their own."""

from datetime import UTC, datetime

import pytest

from tests import people
from tests.decks import FIVE, finished
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.domain import loops, practice
from vel_tutor.domain.incentives.views import PurseView
from vel_tutor.state.header import ArrivalState, HeaderState
from vel_tutor.state.today import FrontDoorState, TodayState, greeting, streak_words


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


async def _today(tab, person):
    opened = tab(person, routes.TODAY)
    await opened.do(TodayState.load)
    return opened


async def test_a_first_day_is_a_welcome(tab, ada):
    day = await _today(tab, ada)

    assert day.held["is_new"]
    assert day.held["loaded"]
    assert (day.held["unfinished"], day.held["challenges"]) == ([], [])


async def test_a_deck_that_waits_is_offered_first(tab, ada):
    deck = practice.open_session(people.acting(ada), FIVE)

    day = await _today(tab, ada)

    assert [waiting.session_id for waiting in day.held["unfinished"]] == [deck.session_id]
    assert not day.held["is_new"]


async def test_practising_lights_the_flame_and_shows_in_the_header(tab, ada):
    finished(people.acting(ada))

    day = await _today(tab, ada)
    await day.do(HeaderState.enter)

    assert day.held["streak_words"] == "Done for today. Tomorrow is early enough."
    assert (day.held["collects"], day.held["purse"].streak) == (True, 1)
    assert day.held["purse"].lifetime_xp > 0


async def test_a_challenge_nobody_has_opened_is_no_news(tab, ada):
    loops.challenge_from(people.acting(ada), finished(people.acting(ada)))

    day = await _today(tab, ada)

    assert day.held["challenges"] == []


async def test_a_parent_has_no_day_of_their_own(tab, clean_world):
    pat = people.parent("Pat")

    day = await _today(tab, pat)

    assert day.went_to == routes.FAMILY
    assert not day.held.get("loaded")


async def test_a_parent_collects_nothing(tab, clean_world):
    opened = tab(people.parent("Pat"), routes.PROBLEM)

    await opened.do(HeaderState.enter)

    assert not opened.held.get("collects")


async def test_a_stranger_is_asked_to_sign_in(tab, clean_world):
    day = await _today(tab, None)

    assert day.went_to.startswith(routes.SIGN_IN)
    assert not day.held.get("loaded")


async def test_a_newcomer_stays_at_the_front_door(tab, clean_world):
    door = tab(None, routes.HOME)

    await door.do(FrontDoorState.enter)

    assert door.went_to == ""


async def test_a_student_does_not(tab, ada):
    door = tab(ada, routes.HOME)

    await door.do(FrontDoorState.enter)

    assert door.went_to == routes.TODAY


async def test_the_focus_moves_to_the_content_from_the_second_page_on(tab, clean_world):
    opened = tab(None, routes.PROBLEM)

    await opened.do(ArrivalState.arrive)
    at_first = opened.focus
    await opened.do(ArrivalState.arrive)

    assert (at_first, opened.focus) == ("", "ref_main")


@pytest.mark.parametrize(
    ("hour_utc", "words"),
    [(11, "Good morning, Ada"), (17, "Good afternoon, Ada"), (23, "Good evening, Ada")],
)
def test_the_greeting_goes_by_the_clock_where_the_person_is(clean_world, hour_utc, words):
    with clock.stopped(datetime(2026, 11, 20, hour_utc, tzinfo=UTC)):  # New York is at UTC-5
        assert greeting(people.acting(people.student("Ada"))) == words


@pytest.mark.parametrize(
    ("purse", "words"),
    [
        (PurseView(), "One practice today starts your streak."),
        (PurseView(streak=4), "One practice today makes it 5."),
        (PurseView(streak=5, practised_today=True), "Done for today. Tomorrow is early enough."),
    ],
)
def test_a_streak_asks_for_one_practice_a_day(purse, words):
    assert streak_words(purse) == words
