"""What friends see of each other now, and what comes of finishing together."""

from datetime import timedelta
from uuid import UUID

import pytest

from jobs.together import count_company, forget_company, wipe_presence
from tests import people
from tests.befriending import befriend
from tests.together import finish, hide, practising, seen_at
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, friends, practice
from vel_tutor.domain.accounts.events import ChildForgotten, StandingChanged
from vel_tutor.domain.loops import together
from vel_tutor.domain.loops.together import PractisedTogether
from vel_tutor.domain.practice import PracticeCompleted
from vel_tutor.live import presence
from vel_tutor.live.connection import connection


@pytest.fixture(autouse=True)
def they_are_friends(ada, bob):
    befriend(ada, bob)


@pytest.fixture
def together_at(ada, bob):
    """The decks of ada, and of bob who has joined her."""
    hers = practising(ada)
    path = together.join(bob, ada.user_id)
    return hers, _id(path)


def _id(path):
    return UUID(path.split("/")[2])


def seen_by(actor):
    return together.friends_now(actor).view


def carry(published):
    """Do what finished decks set off, and start afresh."""
    for event in tuple(published):
        if isinstance(event, PracticeCompleted):
            with transaction() as tx:
                count_company(tx, event)
    return [event for event in published if isinstance(event, PractisedTogether)]


def finish_both(ada, bob, decks, **how):
    finish(ada, (decks[0]), **how)
    finish(bob, (decks[1]), **how)


def test_a_friend_who_practises_is_seen_and_can_be_joined(ada, bob):
    practising(ada)

    [friend] = seen_by(bob).friends

    assert (friend.name, friend.words) == ("Ada", "is practising Fractions")
    assert (friend.can_join, friend.away) == (True, False)


def test_a_friend_who_turns_away_is_away_and_cannot_be_joined(ada, bob):
    page = seen_at(ada, practising(ada))
    presence.hide(page)

    [friend] = seen_by(bob).friends

    assert (friend.can_join, friend.away) == (False, True)


def test_a_friend_who_wants_to_be_alone_is_seen_and_cannot_be_joined(ada, bob):
    together.practise_alone(ada, practising(ada), alone=True)

    [friend] = seen_by(bob).friends

    assert friend.can_join is False


def test_strangers_see_nothing(ada):
    practising(ada)

    assert seen_by(people.acting(people.student("Cem"))).friends == ()


def test_whoever_blocks_somebody_is_not_seen_by_them(ada, bob):
    practising(ada)
    friends.block(ada, bob.user_id)

    assert seen_by(bob).friends == ()


def test_whoever_is_not_seen_does_not_see_either(ada, bob):
    practising(ada)
    hide(bob)

    view = seen_by(accounts.actor_of(bob.user_id))

    assert (view.friends, view.is_off) == ((), True)


def test_a_deck_begun_with_a_friend_is_found_again(ada, bob, together_at):
    view = seen_by(bob)

    assert view.deck == f"/practice/{together_at[1]}"
    assert view.deck_words.endswith("0 of 5 answered")


def test_finishing_together_is_told_once_a_pair_and_day(ada, bob, together_at, published):
    finish_both(ada, bob, together_at)

    [told] = carry(published)
    assert told.user_ids == (ada.user_id, bob.user_id)
    assert len(carry(published)) == 1

    again = practising(ada)
    finish_both(ada, bob, (again, _id(together.join(bob, ada.user_id))))
    assert len(carry(published)) == 1


def test_one_of_two_is_not_together(ada, together_at, published):
    finish(ada, (together_at[0]))

    assert carry(published) == []


def test_hours_apart_is_not_together(ada, bob, together_at, published):
    finish(ada, (together_at[0]))
    with clock.stopped(clock.now() + timedelta(hours=3)):
        finish(bob, (together_at[1]))

    assert carry(published) == []


def test_clicking_through_is_not_practising_together(ada, bob, together_at, published):
    finish_both(ada, bob, together_at, seconds=0.5)

    assert carry(published) == []


def test_the_questions_of_a_friend_are_paid_like_any_others(ada, bob, together_at):
    finish_both(ada, bob, together_at)

    earned = [
        practice.results(who, deck) for who, deck in zip((ada, bob), together_at, strict=True)
    ]
    assert [one.xp_note for one in earned] == ["", ""]
    assert earned[0].xp == earned[1].xp > 0


def test_nothing_is_left_anywhere_of_somebody_who_hides(ada, published):
    seen_at(ada, practising(ada))
    hide(ada)
    for event in published:
        if isinstance(event, StandingChanged):
            with transaction() as tx:
                wipe_presence(tx, event)

    keys = [key.decode() for key in connection().scan_iter("*")]
    assert [key for key in keys if str(ada.user_id) in key] == []
    assert presence.count("learning:all") == 0


def test_another_switch_leaves_whoever_is_seen_where_they_are(ada):
    seen_at(ada, practising(ada))

    with transaction() as tx:
        wipe_presence(tx, StandingChanged(user_id=ada.user_id))

    assert presence.count("learning:all") == 1


def test_with_whom_a_forgotten_child_practised_stays_nowhere(ada, bob, together_at, published):
    finish_both(ada, bob, together_at)
    carry(published)

    with transaction() as tx:
        forget_company(tx, ChildForgotten(child_id=ada.user_id))

    assert together.company(bob, (together_at[1])).view.mates == ()
