"""What friends may know of somebody, for as long as they are here; and who is shown as a face."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from vel_tutor.core import clock
from vel_tutor.live import presence
from vel_tutor.live.connection import connection
from vel_tutor.live.presence import Doing, Here

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ADA = uuid4()
FRACTIONS, CARDS = Doing("practice", "math", "Fractions", "deck-1"), Doing("cards", "", "Words")


def at(seconds: float):
    return clock.stopped(NOON + timedelta(seconds=seconds))


def page(
    name: str = "laptop", doing: Doing | None = FRACTIONS, topic: str = "learning:all"
) -> Here:
    return Here(topic, presence.of_user(ADA), name, doing)


def busy(seconds: float):
    with at(seconds):
        return presence.doings([ADA]).get(ADA)


@pytest.fixture(autouse=True)
def she_came_at_noon(clean_world):
    with at(0):
        presence.enter(page())


def test_what_somebody_does_is_known_while_they_are_here():
    assert busy(10) == presence.Busy(FRACTIONS, away=False)
    assert busy(75.001) is None


def test_whoever_lets_nobody_know_does_nothing():
    with at(1):
        presence.forget(presence.of_user(ADA))
        presence.enter(page(doing=None))

    assert busy(2) is None


def test_the_page_seen_last_says_what_somebody_does():
    with at(5):
        presence.enter(page("phone", CARDS))

    assert busy(6) == presence.Busy(CARDS, away=False)


def test_a_page_behind_another_one_is_away_and_then_does_nothing():
    with at(5):
        presence.hide(page())

    assert busy(6) == presence.Busy(FRACTIONS, away=True)
    assert busy(60) is None


def test_a_page_that_was_closed_lingers_ten_seconds():
    with at(5):
        presence.leave(page())

    assert [busy(seconds) is None for seconds in (14, 16)] == [False, True]


def test_a_page_that_leaves_after_its_person_was_forgotten_is_not_written():
    with at(5):
        presence.forget(presence.of_user(ADA))
        presence.leave(page())
        presence.hide(page())

    assert list(connection().scan_iter("*")) == []


def test_out_of_one_place_is_not_out_of_all():
    with at(1):
        presence.enter(page(topic="room:1", doing=None))
        presence.forget(presence.of_user(ADA), ["room:1"])

        assert [presence.count(topic) for topic in ("room:1", "learning:all")] == [0, 1]


def test_faces_are_of_members_and_those_who_stay_stay():
    with at(1):
        for name in ("guest-1", "guest-2"):
            presence.enter(Here("learning:all", presence.of_visitor(name), name))
        others = [presence.of_user(uuid4()) for _ in range(6)]
        presence.beat([Here("learning:all", one, one) for one in others])
        first = presence.some("learning:all", 3)
        presence.forget(first[0])

        then = presence.some("learning:all", 3, first)

    assert then[:2] == first[1:]
    assert len({*then, *first}) == 4
    assert not any(one.startswith("v:") for one in (*first, *then))


def test_the_server_says_which_life_it_lives():
    assert presence.run() == presence.run() != ""
