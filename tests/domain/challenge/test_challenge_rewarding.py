"""Both sides of a challenge are rewarded, once."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from tests import people
from tests.challenges import code_of, joins, play, steps
from tests.company import guest, member
from tests.decks import finished, right_answer
from tests.rescues import shields
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, incentives, loops, practice
from vel_tutor.models.attribution import AttributionEvent
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import (
    AttributionKind,
    GameStage,
    Hold,
    Standing,
)


def test_playing_then_joining_gives_both_a_shield(ada, code, published):
    play(guest(), code, answers=3)
    assert shields(ada) == 0

    bea = joins("Bea", "guest")

    assert (shields(ada), shields(bea)) == (1, 1)
    assert sorted(steps()) == sorted(AttributionKind), "each of the four steps, once"
    assert [type(event).__name__ for event in published].count("RewardGranted") == 1


def test_joining_then_playing_gives_both_a_shield(ada, code):
    loops.invitation(guest(), code)
    bea = joins("Bea", "guest")
    assert shields(bea) == 0

    play(member(bea), code)

    assert (shields(ada), shields(bea)) == (1, 1)


def test_joining_keeps_the_answers_and_their_xp(code):
    game = play(guest(), code)
    bea = joins("Bea", "guest")

    assert practice.results(bea, UUID(game.play.session_id)).percent == 100
    assert incentives.purse(bea).lifetime_xp >= 10
    assert loops.invitation(member(bea, "guest"), code).stage == GameStage.DONE


def test_an_unfinished_game_goes_on_after_joining(code):
    play(guest(), code, answers=3)
    bea = joins("Bea", "guest")

    game = play(member(bea), code, answers=2)

    assert (game.stage, game.yours, game.is_guest) == (GameStage.DONE, 100, False)


def test_the_feed_tells_the_sender_who_accepted(ada, code):
    play(guest(), code)
    bea = joins("Bea", "guest")

    with reading() as tx:
        item = tx.session.exec(select(FeedItem)).one()
    assert (item.owner_id, item.other_user_id) == (ada.user_id, bea.user_id)


def test_a_friend_who_has_an_account_is_no_new_person(ada, bob, code, challenge):
    game = play(member(bob), code)

    assert (game.stage, game.is_guest) == (GameStage.DONE, False)
    assert (shields(ada), shields(bob)) == (0, 0)
    assert AttributionKind.FVM_REACHED not in steps()
    sent = loops.look_at(ada, UUID(challenge.id))
    assert sent.friends[0].name == accounts.pseudonym(bob.user_id)
    assert sent.friends[0].percent == 100


def test_a_child_who_played_is_counted_when_the_parent_says_yes(ada, code, challenge):
    game = play(guest(), code)
    signed_in = people.child("Kim", "pat.of.kim@example.org", visitor_id="guest")

    before = loops.look_at(ada, UUID(challenge.id)).friends[0]
    assert (before.completed, before.joined, before.name) == (True, False, "A friend")
    assert AttributionKind.ACCOUNT_CREATED not in steps()
    assert shields(ada) == 0

    accounts.give_consent(
        people.mailed_link("consent", to="pat.of.kim"), accounts.Browser(address="198.51.100.7")
    )

    kim = people.acting(signed_in)
    assert kim.standing is Standing.CHILD
    assert (shields(ada), shields(kim)) == (1, 1)
    assert practice.results(kim, UUID(game.play.session_id)).percent == 100
    assert loops.look_at(ada, UUID(challenge.id)).friends[0].joined


def test_a_script_is_not_paid_and_keeps_what_it_learned(ada, code):
    game = play(guest(), code, seconds=1)
    bea = joins("Bea", "guest")

    assert (shields(ada), shields(bea)) == (0, 0)
    assert practice.results(bea, UUID(game.play.session_id)).percent == 100
    with reading() as tx:
        reached = AttributionEvent.kind == AttributionKind.FVM_REACHED
        assert tx.session.exec(select(AttributionEvent).where(reached)).one().held is Hold.TOO_FAST


def test_the_sixth_guest_of_an_hour_at_one_address_waits_but_learns(ada):
    with clock.stopped(clock.now() + timedelta(days=40)):
        code = code_of(loops.challenge_from(ada, finished(ada)))

    games = [play(guest(f"pupil-{n}", "203.0.113.9"), code, answers=3) for n in range(6)]

    assert {game.play.answered for game in games} == {3}
    with reading() as tx:
        reached = AttributionEvent.kind == AttributionKind.FVM_REACHED
        rows = tx.session.exec(select(AttributionEvent).where(reached)).all()
    assert sorted(row.held or "" for row in rows) == ["", "", "", "", "", Hold.ADDRESS_BURST]


def test_a_full_purse_is_told_honestly(ada, code, challenge):
    for name in ("one", "two", "three"):
        play(guest(name), code)
        joins(f"Friend{name}", name)

    sent = loops.look_at(ada, UUID(challenge.id))

    assert shields(ada) == 2
    assert [friend.reward for friend in sent.friends] == [
        "You earned a streak shield, and hold the most there are already.",
        "You got a streak shield.",
        "You got a streak shield.",
    ]


@pytest.mark.commits
def test_the_last_answer_and_joining_at_the_same_moment_pay_once(ada, code):
    for round_ in range(5):
        visitor = f"guest-{round_}"
        friend = guest(visitor)
        game = play(friend, code, answers=2)
        given = right_answer(game.play.session_id, 2)
        before = shields(ada)

        def third_answer(friend=friend, given=given) -> None:
            with contextlib.suppress(NotFound):  # it has just become the new account's game
                loops.answer(friend, code, 2, given)

        with ThreadPoolExecutor(2) as pool:
            answering = pool.submit(third_answer)
            joining = pool.submit(joins, f"Bea{'abcde'[round_]}", visitor)
            answering.result()
            bea = joining.result()

        if shields(bea) == 0:  # joined first: the answer is given again, as a member
            play(member(bea, visitor), code, answers=1)
        assert shields(bea) == 1, round_
        assert shields(ada) == min(2, before + 1), round_


@pytest.mark.commits
def test_both_tabs_of_a_guest_share_one_game(code):
    friend = guest()

    with ThreadPoolExecutor(8) as pool:
        games = list(pool.map(lambda _: loops.begin(friend, code), range(8)))

    assert len({game.play.session_id for game in games}) == 1
