"""Deeds count for badges once, whatever order word of them comes in, and give each level once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import select

from jobs.badges import count_for_badges, count_what_was_before, forget_badges
from tests import people
from tests.decks import FIVE, TEN, finished
from vel_tutor.content.badges import BADGES
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import badges, incentives, practice
from vel_tutor.domain.accounts.events import ChildForgotten
from vel_tutor.domain.attribution.events import InviteeJoined
from vel_tutor.domain.badges import deeds, rules
from vel_tutor.domain.incentives.events import BadgeEarned, StreakGrew
from vel_tutor.domain.practice import DeckChoice, PracticeCompleted
from vel_tutor.models.badges import BadgeCount, BadgeDeed, BadgeRecount
from vel_tutor.vocabulary import BadgeMeasure, LoopKind, Subject

MORNING = datetime(2026, 5, 12, 15, tzinfo=UTC)  # a Tuesday; eleven in New York
READING = DeckChoice(subject=Subject.READING, grade=4, size=5)
SCIENCE = DeckChoice(subject=Subject.SCIENCE, grade=4, size=5)


def tell(*events):
    for event in events:
        with transaction() as tx:
            count_for_badges(tx, event)


def held(actor):
    with reading() as tx:
        return {one.badge: one.level for one in reversed(incentives.badges_of(tx, actor.user_id))}


def value(actor, measure, of=""):
    with reading() as tx:
        found = tx.session.get(BadgeCount, (actor.user_id, measure, of))
        return found.value if found else 0


def grew(actor, day, length):
    return StreakGrew(user_id=actor.user_id, local_date=day, length=length)


def decks(published):
    return [event for event in published if isinstance(event, PracticeCompleted)]


def test_a_deck_counts_once_however_often_and_in_whatever_order_it_is_told(ada, published):
    for number in range(3):
        finished(ada, TEN, at=MORNING + timedelta(hours=number))

    done = decks(published)
    tell(*reversed(done), *done, *done)

    assert value(ada, BadgeMeasure.SESSIONS) == value(ada, BadgeMeasure.SESSIONS, "math") == 3
    assert value(ada, BadgeMeasure.PERFECT) == 3
    assert held(ada)["flawless"] == 1
    assert [event.badge for event in published if isinstance(event, BadgeEarned)].count(
        "flawless"
    ) == 1


def test_a_deck_that_was_rushed_through_or_went_badly_is_no_good_deck(ada, published):
    finished(ada, FIVE, seconds=1, at=MORNING)
    finished(ada, TEN, wrong=6, at=MORNING + timedelta(hours=1))

    tell(*decks(published))

    assert value(ada, BadgeMeasure.SESSIONS) == 0


def test_a_streak_of_thirty_days_is_silver_and_pays_for_both_levels(ada):
    tell(grew(ada, date(2026, 5, 12), 30))

    assert held(ada)["streak"] == 2
    assert incentives.purse(ada).lifetime_xp == 200


def test_a_level_that_is_held_stays_when_the_streak_breaks(ada):
    tell(grew(ada, date(2026, 5, 12), 7), grew(ada, date(2026, 5, 20), 1))

    assert held(ada) == {"streak": 1}
    assert value(ada, BadgeMeasure.STREAK) == 7


def test_whoever_is_away_for_two_weeks_is_welcomed_back_once(ada):
    for at in (MORNING, MORNING + timedelta(days=14), MORNING + timedelta(days=15)):
        with clock.stopped(at), transaction() as tx:
            incentives.record_practice_day(tx, ada.user_id, uuid4())

    tell(*(grew(ada, date(2026, 5, day), 1) for day in (12, 26, 27, 26)))

    assert held(ada) == {"welcome-back": 1}
    assert value(ada, BadgeMeasure.DAYS) == 3


def test_three_subjects_in_one_week_make_an_explorer_and_in_two_weeks_do_not(ada, bob, published):
    for actor, sunday in ((ada, 4), (bob, 6)):
        for days, choice in ((0, FIVE), (1, READING), (sunday, SCIENCE)):
            finished(actor, choice, at=MORNING + timedelta(days=days))

    tell(*decks(published))

    assert "explorer" in held(ada)
    assert "explorer" not in held(bob)


def test_a_perfect_deck_after_a_bad_one_of_the_same_skill_is_a_secret_found(ada, published):
    skill = next(one for one in practice.menu() if one.subject is Subject.MATH and one.grade == 4)
    choice = DeckChoice(subject=Subject.MATH, grade=4, size=5, skill=skill.id)
    finished(ada, choice, wrong=4, at=MORNING)
    finished(ada, choice, at=MORNING + timedelta(days=1))

    tell(*decks(published))

    assert held(ada)["never-give-up"] == 1


@pytest.mark.parametrize(
    ("at", "badge"),
    [
        (datetime(2026, 5, 12, 10, 30, tzinfo=UTC), "early-bird"),
        (datetime(2026, 3, 14, 18, tzinfo=UTC), "pi-day"),
        (datetime(2027, 1, 1, 18, tzinfo=UTC), "fresh-start"),
    ],
)
def test_some_days_and_hours_hold_a_secret(ada, published, at, badge):
    finished(ada, FIVE, at=at)

    tell(*decks(published))

    assert badge in held(ada)


def test_what_was_done_before_there_were_badges_is_counted_later_and_not_twice(ada, published):
    for number in range(2):
        finished(ada, TEN, at=MORNING + timedelta(hours=number))
    tell(decks(published)[0])

    with clock.stopped(MORNING + timedelta(days=1)):
        runs = [badges.recount_some(), badges.recount_some()]
    tell(*decks(published))

    assert runs == [1, 0]
    assert value(ada, BadgeMeasure.SESSIONS) == 2
    assert value(ada, BadgeMeasure.DAYS) == 1


def test_counting_anew_goes_on_where_it_was_stopped_and_again_for_a_new_edition(
    ada, bob, monkeypatch
):
    assert [badges.recount_some(at_most=1) for _ in range(3)] == [1, 1, 0]

    monkeypatch.setattr("vel_tutor.domain.badges.recounting.EDITION", "another")

    assert badges.recount_some() == 2


def test_what_a_guest_did_counts_once_they_have_an_account(ada, published):
    finished(ada, TEN, at=MORNING)
    joined = InviteeJoined(link_id=uuid4(), loop=LoopKind.RESULTS_RALLY, invitee_id=ada.user_id)

    with clock.stopped(MORNING + timedelta(hours=1)), transaction() as tx:
        count_what_was_before(tx, joined)

    assert held(ada)["flawless"] == 1


@pytest.mark.commits
def test_twenty_threads_with_the_same_news_give_each_level_once(ada):
    news = [grew(ada, date(2026, 5, 10 + number % 3), 100) for number in range(20)]

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(tell, news))

    assert held(ada) == {"streak": 3}
    assert incentives.purse(ada).lifetime_xp == 300
    assert value(ada, BadgeMeasure.DAYS) == 3


def test_rescues_count_for_both_and_parents_earn_nothing(ada, bob, pat):
    room = uuid4()

    with transaction() as tx:
        badges.rescued(tx, (ada.user_id, bob.user_id, pat.user_id), room)
        badges.rescued(tx, (ada.user_id, bob.user_id, pat.user_id), room)

    assert held(ada) == held(bob) == {"lifesaver": 1}
    assert held(pat) == {}
    assert value(ada, BadgeMeasure.TOGETHER) == 1


def test_a_reaction_to_a_deck_costs_few_statements(ada, published, queries):
    finished(ada, TEN, at=MORNING)
    event = decks(published)[0]
    tell(event)

    with queries(at_most=11):  # two of them the savepoint of the test
        tell(event)


def test_nothing_of_a_forgotten_child_stays_and_late_news_brings_nothing_back(lea, ada):
    tell(grew(lea, date(2026, 5, 12), 7), grew(ada, date(2026, 5, 12), 7))

    gone = ChildForgotten(child_id=lea.user_id)
    with transaction() as tx:
        forget_badges(tx, gone)

    assert (held(lea), held(ada)) == ({}, {"streak": 1})
    with reading() as tx:
        for table in (BadgeCount, BadgeDeed, BadgeRecount):
            rows = tx.session.exec(select(table).where(table.user_id == lea.user_id)).all()
            assert rows == []
    tell(grew(people.acting(people.student("Zoe")), date(2026, 5, 12), 1))
    with transaction() as tx:
        badges.practised_day(tx, uuid4(), date(2026, 5, 12), 7)


def test_every_measure_of_the_catalogue_is_counted_somewhere():
    sources = Path(deeds.__file__).read_text() + Path(rules.__file__).read_text()

    assert [one.key for one in BADGES.values() if one.measure.name not in sources] == []
