"""Who counts as present: people, not tabs, and nobody for whom nobody vouches."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from vel_tutor.core import clock
from vel_tutor.live import presence
from vel_tutor.live.connection import connection
from vel_tutor.live.presence import Here

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ROOM = "room:1"
ADA, BOB = presence.of_user(uuid4()), presence.of_user(uuid4())


def at(seconds: float):
    """So many seconds after noon."""
    return clock.stopped(NOON + timedelta(seconds=seconds))


def page(person: str = ADA, connection: str = "laptop", topic: str = ROOM) -> Here:
    return Here(topic, person, connection)


def present(seconds: float) -> int:
    with at(seconds):
        return presence.count(ROOM)


@pytest.fixture(autouse=True)
def ada_came_at_noon(clean_world: None) -> None:
    with at(0):
        presence.enter(page())


def test_two_tabs_are_one_person():
    with at(1):
        presence.enter(page(connection="phone"))

    assert present(2) == 1


def test_two_people_are_two():
    with at(1):
        presence.enter(page(BOB, "his"))

    assert present(2) == 2


def test_a_topic_knows_nothing_of_another():
    with at(1):
        assert presence.count("room:2") == 0


def test_whoever_is_vouched_for_stays():
    for seconds in range(0, 200, 20):
        with at(seconds):
            presence.beat([page()])

    assert present(200) == 1


@pytest.mark.parametrize(("seconds", "counted"), [(75, 1), (75.001, 0), (90, 0)])
def test_after_a_process_was_killed_its_people_are_gone_when_their_time_is_up(seconds, counted):
    assert present(seconds) == counted


@pytest.mark.parametrize(("seconds", "counted"), [(14, 1), (15, 1), (15.001, 0)])
def test_whoever_leaves_lingers_for_ten_seconds(seconds, counted):
    with at(5):
        presence.leave(page())

    assert present(seconds) == counted


def test_a_reload_is_no_leaving():
    with at(5):
        presence.leave(page())
    with at(6):
        presence.enter(page(connection="laptop again"))

    assert [present(seconds) for seconds in (6, 16, 60)] == [1, 1, 1]


def test_closing_one_of_two_tabs_changes_nothing():
    with at(5):
        presence.enter(page(connection="phone"))
        presence.leave(page())

    assert [present(seconds) for seconds in (6, 16, 80)] == [1, 1, 1]
    assert present(80.001) == 0


def test_a_tab_of_a_killed_process_does_not_hold_somebody_who_left():
    with at(70):
        presence.enter(page(connection="phone"))
    with at(100):
        presence.leave(page(connection="phone"))

    assert [present(seconds) for seconds in (109, 111)] == [1, 0]


def test_a_hidden_page_is_away_at_once_and_gone_when_it_stays_hidden():
    with at(10):
        presence.hide(page())
        assert presence.members(ROOM) == (presence.Member(ADA, away=True),)
        assert presence.crowds([ROOM]) == [presence.Crowd(present=1, away=1)]

    assert [present(seconds) for seconds in (54, 56)] == [1, 0]


def test_a_page_that_shows_again_is_back():
    with at(10):
        presence.hide(page())
    with at(300):
        presence.enter(page())

        assert presence.members(ROOM) == (presence.Member(ADA, away=False),)


def test_a_hidden_tab_beside_one_on_show_is_not_away():
    with at(10):
        presence.enter(page(connection="phone"))
        presence.hide(page())

        assert presence.members(ROOM) == (presence.Member(ADA, away=False),)


def test_whoever_wants_to_be_forgotten_is_gone_at_once():
    with at(1):
        presence.forget(ADA)

    assert present(1) == 0
    assert list(connection().scan_iter("presence:*")) == []


def test_no_key_stays_behind():
    with at(1):
        presence.enter(page(BOB, "his"))
        presence.enter(page(BOB, "phone"))
        presence.leave(page(BOB, "his"))
        presence.hide(page())

    lives = [connection().pttl(key) for key in connection().scan_iter("presence:*")]
    assert len(lives) == 3
    assert all(0 < int(str(left)) <= 75_000 for left in lives)


def test_whoever_is_gone_is_reaped_by_the_next_beat():
    with at(100):
        presence.enter(page(BOB, "his"))

    assert connection().zrange(f"presence:{ROOM}", 0, -1) == [BOB.encode()]


@pytest.mark.parametrize(
    ("people", "words"), [(0, "Nobody"), (1, "A few"), (4, "A few"), (5, "5"), (28, "28")]
)
def test_few_people_are_not_counted_aloud(people, words):
    assert presence.told(people) == words


def test_without_redis_nobody_is_known_and_nothing_breaks(services, monkeypatch):
    nowhere = Redis(port=1, socket_connect_timeout=0.1, retry=Retry(NoBackoff(), 0))
    monkeypatch.setattr(presence, "connection", lambda: nowhere)

    presence.enter(page())
    presence.leave(page())
    assert (presence.count(ROOM), presence.members(ROOM), presence.crowds([ROOM])) == (0, (), ())
