"""The feed: who sees what of whom, what becomes a line, and once."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from jobs.feeding import tell_achievement
from tests import people
from tests.befriending import befriend
from tests.decks import FIVE, finished
from tests.feeding import grow_up, move_up, reach, read, told, turn
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, feed, friends
from vel_tutor.domain.accounts import TurnedOffByParent
from vel_tutor.domain.feed.events import FeedItemAdded
from vel_tutor.domain.flashcards.events import FlashcardDeckCompleted
from vel_tutor.domain.incentives.events import BadgeEarned, StreakGrew
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.models.feed import FeedItem
from vel_tutor.models.friends import Block
from vel_tutor.vocabulary import ConsentScope, FeedKind, FeedStage, Reaction, Subject

MATH = DeckChoice(subject=Subject.MATH, grade=9, size=5)
NOON = datetime(2026, 5, 13, 16, tzinfo=UTC)


@pytest.fixture
def cleo(clean_world):
    """A stranger of ada's age and grade, who practises math too."""
    return people.acting(people.student("Cleo"))


def happen(event, *reactions):
    with transaction() as tx:
        for reaction in reactions or (tell_achievement,):
            reaction(tx, event)


def block(actor, other):
    with transaction() as tx:
        tx.session.add(Block(by_id=actor.user_id, about_id=other.user_id, at=tx.now))


# Who sees what of whom


def test_friends_read_it_under_the_first_name(ada, bob):
    befriend(ada, bob)
    reach(ada, 7)

    assert read(bob) == ["Ada reached a 7-day streak"]
    assert read(ada) == ["You reached a 7-day streak"]


def test_a_stranger_who_practises_the_same_reads_it_under_a_made_up_name(ada, cleo):
    finished(cleo, MATH)
    reach(ada)

    [line] = feed.page(cleo).lines

    assert "Ada" not in repr(line)
    assert str(ada.user_id) not in repr(line)
    assert line.who != accounts.pseudonym(ada.user_id)


def test_the_made_up_name_is_another_one_each_week(ada, cleo):
    finished(cleo, MATH)
    for week in range(6):
        with clock.stopped(clock.now() - timedelta(weeks=week)):
            reach(ada)
    names = {line.who for line in feed.page(cleo).lines}

    assert len(names) > 3


@pytest.mark.parametrize("grade", [7, 11])
def test_strangers_two_grades_away_read_nothing(ada, cleo, grade):
    finished(cleo, MATH)
    move_up(cleo, grade)
    reach(ada)

    assert read(cleo) == []


def test_strangers_of_another_subject_read_nothing(ada, cleo):
    finished(cleo, MATH)
    reach(ada, subject="science")

    assert read(cleo) == []


def test_grown_ups_and_minors_read_nothing_of_each_other(ada, bob, cleo):
    befriend(ada, bob)
    finished(cleo, MATH)
    reach(ada)
    grow_up(bob)
    grow_up(cleo)

    assert (read(bob), read(cleo)) == ([], [])


def test_blocked_either_way_nobody_reads_the_other(ada, cleo):
    finished(ada, MATH)
    finished(cleo, MATH)
    reach(ada)
    reach(cleo)
    assert len(read(ada)) == len(read(cleo)) == 2

    block(ada, cleo)

    assert len(read(ada)) == len(read(cleo)) == 1


def test_switched_off_it_is_gone_at_once_and_back_again(ada, bob):
    befriend(ada, bob)
    reach(ada)

    accounts.switch_own(ada, ConsentScope.FEED, on=False)
    assert read(bob) == []
    assert feed.page(accounts.actor_of(ada.user_id)).stage == FeedStage.SHUT
    accounts.switch_own(ada, ConsentScope.FEED, on=True)

    assert read(bob) == ["Ada reached a 7-day streak"]


def test_of_people_who_have_it_off_nothing_is_written(ada, lea):
    accounts.switch_own(ada, ConsentScope.FEED, on=False)

    with transaction() as tx:
        added = [feed.tell(tx, one.user_id, FeedKind.STREAK_REACHED, uuid4()) for one in (ada, lea)]

    assert (added, told()) == ([False, False], [])


def test_a_parents_no_cannot_be_overruled(ada):
    turn(ada, ConsentScope.FEED, on=False)

    with pytest.raises(TurnedOffByParent):
        accounts.switch_own(accounts.actor_of(ada.user_id), ConsentScope.FEED, on=True)


def test_a_child_reads_friends_alone(ada, lea):
    mum = people.parent_of(lea)
    for scope in (ConsentScope.FEED, ConsentScope.FRIENDS):
        accounts.switch(mum, lea.user_id, scope, on=True)
    finished(lea, FIVE)
    lea = accounts.actor_of(lea.user_id)
    assert feed.page(lea).stage == FeedStage.CHILD_EMPTY

    befriend(ada, lea)
    [wish] = friends.wishes_of_child(mum, lea.user_id)
    friends.answer_for_child(mum, lea.user_id, UUID(wish.id), yes=True)
    reach(ada)

    assert read(lea) == ["Ada reached a 7-day streak"]


def test_a_child_switches_nothing(lea):
    with pytest.raises(NotAllowed):
        accounts.switch_own(lea, ConsentScope.FEED, on=True)
    assert accounts.own_switches(lea) == ()


@pytest.mark.parametrize("who", ["pat", "tess", "sam"])
def test_nobody_else_has_a_feed(who, request):
    with pytest.raises(NotAllowed):
        feed.page(request.getfixturevalue(who))


def test_a_line_one_may_not_see_cannot_be_answered(ada, cleo):
    line = reach(ada)

    for deed in (feed.hide, feed.mute, feed.remove):
        with pytest.raises(NotFound):
            deed(cleo, line)


# What becomes a line


def test_a_badge_is_told_once_however_often_it_is_carried(ada, published):
    event = BadgeEarned(user_id=ada.user_id, badge="streak", level=2, badge_row_id=uuid4())

    happen(event, tell_achievement, tell_achievement)
    happen(event)

    assert read(ada) == ["You earned the badge Steady Flame (Silver)"]
    assert [kind for kind in map(type, published) if kind is FeedItemAdded] == [FeedItemAdded]


@pytest.mark.parametrize(("days", "lines"), [(6, 0), (7, 1), (8, 0), (100, 1), (365, 1)])
def test_streaks_are_told_of_at_milestones(ada, days, lines):
    happen(StreakGrew(user_id=ada.user_id, local_date=NOON.date(), length=days))

    assert len(told()) == lines


def completed(actor, session):
    return PracticeCompleted(
        session_id=session,
        player_user_id=actor.user_id,
        player_visitor_id=None,
        source_id=None,
        subject=Subject.MATH,
        percent=100,
    )


@pytest.mark.parametrize(
    ("first", "then", "seconds", "lines"),
    [(2, 0, 8, 1), (2, 1, 8, 1), (0, 0, 8, 0), (3, 2, 8, 0), (2, 0, 1, 0)],
)
def test_a_personal_best_is_better_than_before_good_and_thought_about(
    ada, first, then, seconds, lines
):
    finished(ada, MATH, wrong=first)
    best = finished(ada, MATH, wrong=then, seconds=seconds, at=clock.now())

    happen(completed(ada, best))

    assert len(told()) == lines


def test_a_first_deck_is_no_best(ada):
    happen(completed(ada, finished(ada, MATH)))

    assert told() == []


def test_a_deck_of_cards_is_told_of_if_it_is_one(ada):
    for cards in (4, 20):
        happen(
            FlashcardDeckCompleted(
                deck_id=uuid4(), user_id=ada.user_id, subject=Subject.SCIENCE, cards=cards
            )
        )

    assert read(ada) == ["You mastered a deck of 20 science cards"]


def test_another_one_is_named_to_their_friends_alone(ada, bob, cleo):
    befriend(ada, cleo)
    with transaction() as tx:
        feed.tell(tx, ada.user_id, FeedKind.CHALLENGE_WON, uuid4(), bob.user_id)

    assert read(cleo) == ["Ada won a challenge against a friend"]
    befriend(bob, cleo)
    assert read(cleo) == ["Ada won a challenge against Bob"]


# Keeping


def test_after_half_a_year_it_is_forgotten(ada):
    with clock.stopped(clock.now() - timedelta(days=181)):
        reach(ada)
    reach(ada, 30)

    assert feed.forget_old_lines() == 1
    assert read(ada) == ["You reached a 30-day streak"]


def test_nothing_of_a_forgotten_child_stays(ada, bob):
    befriend(ada, bob)
    line = reach(ada)
    feed.react(bob, line, Reaction.FIRE, on=True)

    with transaction() as tx:
        feed.forget(tx, ada.user_id)

    with reading() as tx:
        assert tx.session.exec(select(FeedItem)).all() == []
