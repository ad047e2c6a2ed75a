"""Streaks of two: choosing them, how they grow, and the one nudge a day."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from jobs import friends as reactions
from tests import people
from tests.befriending import befriend
from tests.people import acting
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import friends, incentives, notifications, pairs
from vel_tutor.domain.friends.events import FriendshipEnded
from vel_tutor.domain.incentives.events import StreakGrew
from vel_tutor.domain.pairs import PairsFull, rules
from vel_tutor.vocabulary import NotificationKind

NOON = datetime(2026, 5, 4, 12, tzinfo=ZoneInfo(people.ZONE))
DAY = timedelta(days=1)


@pytest.fixture
def friendship(ada, bob):
    befriend(ada, bob)
    [friend] = friends.page(ada).friends
    return UUID(friend.id)


@pytest.fixture
def together(ada, bob, friendship):
    """Ada and Bob keep a streak from NOON on."""
    with clock.stopped(NOON):
        pairs.propose(ada, friendship)
        [question] = pairs.pairs(bob).pairs
        pairs.agree(bob, UUID(question.id))
    return UUID(question.id)


def practise(actor, published, day=0):
    """Practise at noon, and let the reaction run."""
    with clock.stopped(NOON + DAY * day):
        with transaction() as tx:
            incentives.record_practice_day(tx, actor.user_id, uuid4())
        for grown in [event for event in published if isinstance(event, StreakGrew)]:
            with transaction() as tx:
                reactions.count_for_pairs(tx, grown)
        published.clear()


def length(actor, day=0):
    with clock.stopped(NOON + DAY * day):
        return sum(pair.days for pair in pairs.pairs(actor).pairs)


def nudges(actor):
    found = notifications.inbox(actor).notices
    return [one for one in found if one.kind == NotificationKind.PAIR_OPEN]


def test_it_grows_on_days_both_practise_and_ends_quietly(ada, bob, together, published):
    for day in range(2):
        practise(ada, published, day)
        practise(bob, published, day)
    assert (length(ada, 1), length(bob, 1)) == (2, 2)

    practise(ada, published, 2)
    assert length(bob, 2) == 2
    assert length(ada, 4) == 0
    kinds = {notice.kind for notice in notifications.inbox(bob).notices}
    assert kinds <= {"friend_asked", "pair_asked", "pair_open"}


def test_it_tells_when_both_have_practised(ada, bob, together, published):
    with clock.stopped(NOON), transaction() as tx:
        incentives.record_practice_day(tx, ada.user_id, uuid4())
        incentives.record_practice_day(tx, bob.user_id, uuid4())
    with clock.stopped(NOON), transaction() as tx:
        pairs.practised(tx, bob.user_id, NOON.date())

    [grown] = [event for event in published if isinstance(event, pairs.PairGrew)]
    assert (grown.length, set(grown.user_ids)) == (1, {ada.user_id, bob.user_id})


def test_whoever_has_not_practised_hears_of_it_once_a_day(ada, bob, together, published):
    cleo = acting(people.student("Cleo"))
    befriend(cleo, bob)
    other = next(one for one in friends.page(cleo).friends)
    with clock.stopped(NOON):
        pairs.propose(cleo, UUID(other.id))
        pairs.agree(bob, UUID(next(one for one in pairs.pairs(bob).pairs if one.asks).id))
    for person in (ada, bob, cleo):
        practise(person, published, 0)
    assert nudges(cleo) == []

    practise(ada, published, 1)
    practise(cleo, published, 1)
    assert len(nudges(bob)) == 1
    assert "1 day" in nudges(bob)[0].title

    practise(bob, published, 1)
    assert [one.is_new for one in nudges(bob)] == [False]


def test_nobody_is_nudged_for_a_streak_that_has_not_begun(ada, bob, together, published):
    practise(ada, published, 0)

    assert nudges(bob) == []


def test_asking_each_other_begins_it(ada, bob, friendship):
    pairs.propose(ada, friendship)
    assert pairs.pairs(ada).pairs[0].is_on is False

    pairs.propose(bob, friendship)

    assert pairs.pairs(ada).pairs[0].is_on


def test_only_friends_keep_one_and_nobody_says_yes_for_the_other(ada, bob, friendship):
    cleo = acting(people.student("Cleo"))
    with pytest.raises(NotFound):
        pairs.propose(cleo, friendship)
    pairs.propose(ada, friendship)
    [question] = pairs.pairs(ada).pairs

    for person in (ada, cleo):
        with pytest.raises(NotFound):
            pairs.agree(person, UUID(question.id))
    with pytest.raises(NotFound):
        pairs.leave(cleo, UUID(question.id))


def test_either_ends_it_without_a_word(ada, bob, together):
    before = len(notifications.inbox(ada).notices)

    pairs.leave(bob, together)

    assert pairs.pairs(ada).pairs == ()
    assert len(notifications.inbox(ada).notices) == before


def test_there_is_room_for_five(ada, bob, friendship, monkeypatch):
    monkeypatch.setattr(rules, "MOST_PAIRS", 1)
    cleo = acting(people.student("Cleo"))
    befriend(cleo, bob)
    other = UUID(friends.page(cleo).friends[0].id)
    pairs.propose(ada, friendship)
    pairs.propose(cleo, other)
    pairs.agree(bob, UUID(next(one.id for one in pairs.pairs(bob).pairs if one.asks)))
    with pytest.raises(PairsFull):
        pairs.agree(bob, UUID(next(one.id for one in pairs.pairs(bob).pairs if one.asks)))
    assert not pairs.pairs(bob).may_ask


def test_a_friendship_that_ends_ends_it(ada, bob, friendship, together, published):
    friends.remove(ada, friendship)
    [ended] = [event for event in published if isinstance(event, FriendshipEnded)]
    with transaction() as tx:
        reactions.part_pair(tx, ended)
    assert pairs.pairs(bob).pairs == ()

    befriend(ada, bob)
    assert pairs.pairs(bob).pairs == ()


def test_five_streaks_are_read_with_few_questions(ada, bob, together, queries):
    with queries(at_most=12):
        pairs.pairs(ada)
