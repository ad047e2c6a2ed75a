"""How far the invited come, who is back, how long it takes: each person once, nobody too early."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.growth import Crowd, Town, guest
from vel_tutor.core.db import transaction
from vel_tutor.domain import insight
from vel_tutor.domain.insight import KFilters, KReport
from vel_tutor.vocabulary import DayCount, LoopKind, Role

BC, RR = LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY


@pytest.fixture
def town(clean_world) -> Town:
    town = Town()
    town.arrives("u")
    town.learns("u", 0.1)
    return town


def report(town: Town, day: float = 60, **choice) -> KReport:
    october = KFilters(starts_on=date(2026, 10, 5), ends_on=date(2026, 11, 3))
    with town.on(day):
        insight.recompute(town.simulation)
        return insight.k_report(None, replace(october, **choice))


def steps(found: KReport, loop: str = "") -> tuple[int, ...]:
    line = next(line for line in found.funnel if line.key == loop)
    return (line.sent, line.opened, line.joined, line.valuable, line.won, line.rewarded)


def test_a_guest_who_joins_after_first_value_is_one_person_all_the_way(town):
    link = town.invites("u", BC, 1)
    town.follows("j", link, 2)
    town.reaches("j", link, 2.1)
    town.arrives("j", 3)
    town.is_paid_for("j", BC, 3.1)

    assert steps(report(town)) == (1, 1, 1, 1, 1, 1)


def test_somebody_two_loops_invited_counts_once_in_each_and_once_overall(town):
    first, second = town.invites("u", BC, 1), town.invites("u", RR, 1)
    town.follows("j", second, 2)
    town.follows("j", first, 4)
    town.arrives("j", 5)
    found = report(town)

    assert steps(found) == (2, 1, 1, 0, 0, 0)
    assert steps(found, BC) == steps(found, RR) == (1, 1, 1, 0, 0, 0)
    assert steps(report(town, loops=frozenset({BC}))) == (1, 1, 1, 0, 0, 0)


def test_what_comes_after_a_fortnight_does_not_count(town):
    link = town.invites("u", BC, 1)
    town.follows("j", link, 2)
    town.arrives("j", 17)
    town.reaches("j", link, 17.1)

    assert steps(report(town)) == (1, 1, 0, 0, 0, 0)


def test_two_clocks_may_be_two_seconds_apart(town):
    link = town.invites("u", BC, 1)
    second = timedelta(seconds=1) / timedelta(days=1)
    for name, early in (("j", 2), ("late", 3)):
        town.follows(f"{name}x", link, 2)
        town.reaches(f"{name}x", link, 2 - early * second)

    assert steps(report(town)) == (1, 2, 0, 1, 0, 0)


def test_the_sender_and_the_staff_are_not_in_the_funnel(town):
    town.arrives("sam", role=Role.ADMIN)
    link = town.invites("sam", BC, 1)
    town.follows("j", link, 2)

    assert steps(report(town)) == (0, 0, 0, 0, 0, 0)


def back(found: KReport, after: int, who: str) -> tuple[int, int]:
    line = next(line for line in found.returns if line.after == after)
    return getattr(line, who), getattr(line, f"{who}_back")


def test_who_joined_too_lately_is_not_counted_and_never_as_nobody_back(town):
    town.learns("u", 1.5)

    assert back(report(town, 1.99), 1, "organic") == (0, 0)
    assert back(report(town, 2), 1, "organic") == (1, 1)
    assert back(report(town, 7.9), 7, "organic") == (0, 0)
    assert back(report(town, 8), 7, "organic") == (1, 0)
    empty = report(town, 1.99).returns[0].organic_share
    assert (empty.words, empty.is_enough) == ("nobody yet", False)


def test_a_day_is_24_hours_from_joining_or_a_date_where_one_lives(town):
    town.learns("u", 0.6)  # 02:24 on Tuesday, 14 hours after joining

    assert back(report(town), 1, "organic") == (1, 0)
    assert back(report(town, counting=DayCount.CALENDAR), 1, "organic") == (1, 1)


def test_the_invited_are_told_from_those_who_came_by_themselves(town):
    link = town.invites("u", BC, 1)
    town.follows("j", link, 2)
    town.arrives("j", 2.5)
    town.learns("j", 4)
    found = report(town)

    assert back(found, 1, "invited") == (1, 1)
    assert back(found, 1, "organic") == (1, 0)


def test_who_is_still_on_their_way_counts_in_how_long_it_takes(town):
    link = town.invites("u", BC, 1)
    for n in range(3):
        town.follows(f"j{n}", link, 2)
    town.reaches("j0", link, 2 + 10 / 1440)
    found = report(town, 3).waits[0]

    assert (found.people, found.valuable) == (3, 1)
    assert [bar.people for bar in found.bars][:3] == [0, 1, 0]


def test_half_of_a_hundred_guests_are_there_within_an_hour(clean_world):
    town, crowd = Town(), Crowd(Town().begins)
    with transaction() as tx:
        sender = crowd.person("u", town.begins)
        tx.session.add(sender)
        tx.session.flush()
        link = crowd.link(sender, 2)
        tx.session.add(link)
        tx.session.flush()
        for n in range(100):
            reached_at = town.at(2 + (n + 1) / 1440) if n < 60 else None
            guest(tx.session, link, town.at(2), reached_at=reached_at)

    assert report(town, 5).waits[0].median == "50 minutes"


def test_a_cycle_is_from_being_invited_to_inviting(town):
    link = town.invites("u", BC, 1)
    town.follows("j", link, 2)
    town.arrives("j", 3)
    town.invites("j", RR, 6)

    assert report(town).cycle == "not enough data yet (n = 1, need 100)"
