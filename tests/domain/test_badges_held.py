"""A level of a badge is given once, pays once, and stays as it was given."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import text

from vel_tutor.content.badges import BADGES
from vel_tutor.content.graph import SKILLS
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.incentives.events import BadgeEarned, StreakGrew
from vel_tutor.vocabulary import BadgeMeasure


def _award(user_id, badge="streak", level=1):
    with transaction() as tx:
        return incentives.award_badge(tx, user_id, badge, level)


def _held(user_id):
    with reading() as tx:
        return [(one.badge, one.level) for one in incentives.badges_of(tx, user_id)]


def _of(kind, published):
    return [event for event in published if isinstance(event, kind)]


def test_a_badge_is_given_once_and_pays_a_hundred_xp_for_each_level(ada, published):
    given = [_award(ada.user_id), _award(ada.user_id), _award(ada.user_id, level=2)]

    assert given == [True, False, True]
    assert incentives.purse(ada).lifetime_xp == 200
    assert _held(ada.user_id) == [("streak", 2), ("streak", 1)]
    assert [event.level for event in _of(BadgeEarned, published)] == [1, 2]


@pytest.mark.commits
def test_twenty_threads_with_two_badges_in_any_order_give_each_once(ada):
    both = ("streak", "duel-champion")

    with ThreadPoolExecutor(20) as pool:
        given = list(
            pool.map(lambda turn: _both(ada.user_id, both[:: 1 - turn % 2 * 2]), range(20))
        )

    assert sum(given) == 2
    assert incentives.purse(ada).lifetime_xp == 200
    assert incentives.drift() == 0


def _both(user_id, badges):
    with transaction() as tx:
        return sum(incentives.award_badge(tx, user_id, badge, 1) for badge in badges)


def test_what_was_given_cannot_be_changed(ada):
    _award(ada.user_id)

    with pytest.raises(DBAPIError), transaction() as tx:
        tx.session.execute(text("UPDATE user_badge SET level = 3"))


def test_forgetting_somebody_takes_their_badges_and_nobody_elses(ada, bob):
    _award(ada.user_id)
    _award(bob.user_id)

    with transaction() as tx:
        gone = incentives.forget_badges(tx, ada.user_id)

    assert (len(gone), _held(ada.user_id), len(_held(bob.user_id))) == (1, [], 1)


def test_a_practised_day_tells_how_long_the_streak_is_now_and_only_once(ada, published):
    monday = datetime(2026, 5, 11, 20, tzinfo=UTC)
    for day in (0, 0, 1):
        with clock.stopped(monday + timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, ada.user_id, uuid4())

    grew = _of(StreakGrew, published)
    assert [(event.local_date.day, event.length) for event in grew] == [(11, 1), (12, 2)]


def test_the_catalogue_is_sound():
    strands = {f"{skill.subject}/{skill.strand}" for skill in SKILLS}
    for badge in BADGES.values():
        assert all(low < high for low, high in pairwise(badge.thresholds)), badge.key
        assert badge.levels in (1, 3), badge.key
        if badge.measure is BadgeMeasure.SKILLS_PROFICIENT and "/" in badge.of:
            assert badge.of in strands, badge.key
