"""Rescues end: by the clock, when the other one is lost, when a guest joins."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from tests import people
from tests.company import RIGHT, give, guest, member, play, seat_of
from tests.rescues import feed, named, shields
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.domain import incentives
from vel_tutor.domain.loops import rescue
from vel_tutor.live import presence, topics
from vel_tutor.live.presence import Here
from vel_tutor.models.attribution import AttributionEvent
from vel_tutor.models.notifications import Notification
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import (
    AttributionKind,
    Hold,
    RoomStage,
)


def test_an_answer_a_blink_after_the_end_still_counts_and_later_ones_do_not(ada, both):
    with reading() as tx:
        ends_at = tx.session.exec(select(Rescue.ends_at)).one()

    with clock.stopped(ends_at + timedelta(milliseconds=300)):
        give(member(ada), both, 0, RIGHT)
    with clock.stopped(ends_at + timedelta(milliseconds=301)), pytest.raises(rescue.RoomOver):
        give(member(ada), both, 1, RIGHT)

    assert seat_of(ada, both).answered == 1


def test_when_time_is_over_what_was_answered_counts_and_nothing_hangs(ada, both):
    play(member(ada), both, 4)

    with clock.stopped(clock.now() + timedelta(hours=3)):
        assert rescue.close_over() == 1
        view = rescue.enter(member(ada), both)

    assert (view.stage, view.time.left_ms) == (RoomStage.OVER, 0)
    assert shields(ada) == 0


def test_closing_twice_closes_once(ada, both, published):
    with clock.stopped(clock.now() + timedelta(hours=3)):
        assert [rescue.close_over(), rescue.close_over()] == [1, 0]

    assert named(published).count("RescueClosed") == 1


def test_after_the_room_is_over_one_may_call_again(ada, room):
    with clock.stopped(clock.now() + timedelta(hours=2, seconds=1)):
        again = rescue.invite(ada)

    assert again.room != f"/copractice/{room}"


def test_a_buddy_who_is_lost_after_three_answers_costs_nobody_the_shield(ada, bob, both):
    play(member(bob), both, 3)
    play(member(ada), both, 10)

    with clock.stopped(clock.now() + timedelta(minutes=10)):
        view = rescue.enter(member(ada), both)

    assert (view.is_earned, view.is_saved) == (True, False)
    assert (shields(ada), shields(bob)) == (1, 0)


def test_a_buddy_who_is_there_and_thinking_is_not_lost(ada, bob, both):
    play(member(bob), both, 3)
    play(member(ada), both, 10)

    with clock.stopped(clock.now() + timedelta(minutes=10)):
        presence.enter(Here(topics.rescue(both), presence.of_user(bob.user_id), "a-page"))
        view = rescue.enter(member(ada), both)

    assert (view.is_earned, view.partner.is_here) == (False, True)


def test_two_answers_are_no_company(ada, bob, both):
    play(member(bob), both, 2)
    play(member(ada), both, 10)

    with clock.stopped(clock.now() + timedelta(hours=3)):
        rescue.close_over()
        view = rescue.enter(member(ada), both)

    assert (view.is_earned, shields(ada)) == (False, 0)
    assert view.reward == "A shield needs two, and time is over. Your practice counts all the same."


def test_nobody_earns_a_shield_alone(ada, room):
    play(member(ada), room, 10)

    with clock.stopped(clock.now() + timedelta(hours=3)):
        rescue.close_over()

    assert (shields(ada), incentives.purse(ada).streak) == (0, 1)


def test_a_buddy_who_comes_late_still_gets_both_their_shields(ada, bob, room, code):
    play(member(ada), room, 10)

    rescue.join(member(bob), code)
    play(member(bob), room, 10)

    assert (shields(ada), shields(bob)) == (1, 1)


def test_the_clock_pays_who_waits_for_nobody_without_anybody_looking(ada, bob, both):
    play(member(bob), both, 5)
    play(member(ada), both, 10)

    with clock.stopped(clock.now() + timedelta(minutes=10)):
        rescue.close_over()

    assert shields(ada) == 1


def test_a_guest_gets_the_shield_on_joining_and_a_line_in_the_feed(ada, room, code):
    rescue.invitation(guest(), code)
    rescue.join(guest(), code)
    play(guest(), room, 10)
    play(member(ada), room, 10)
    before = rescue.enter(guest(), room)
    assert (before.is_earned, shields(ada)) == (True, 1)
    assert before.reward == "You earned a streak shield. Sign up, and it is yours."

    mia = people.acting(people.student("Mia", visitor_id="guest"))

    after = rescue.enter(member(mia), room)
    assert (shields(mia), after.reward, after.cheer) == (1, "You got a streak shield.", True)
    assert {item.owner_id for item in feed()} == {ada.user_id, mia.user_id}
    with reading() as tx:
        kinds = {row.kind for row in tx.session.exec(select(AttributionEvent)).all()}
    assert kinds == set(AttributionKind)


def test_a_guest_who_joins_in_the_middle_goes_on_as_a_member(ada, room, code):
    rescue.invitation(guest(), code)
    rescue.join(guest(), code)
    play(guest(), room, 4)

    mia = people.acting(people.student("Mia", visitor_id="guest"))
    play(member(mia), room, 10)
    play(member(ada), room, 10)

    assert (shields(mia), shields(ada)) == (1, 1)


def test_the_first_value_of_a_rescue_is_the_whole_deck(ada, room, code):
    rescue.invitation(guest(), code)
    rescue.join(guest(), code)
    play(guest(), room, 9)
    with reading() as tx:
        before = tx.session.exec(select(AttributionEvent.kind)).all()

    play(guest(), room, 10)

    with reading() as tx:
        after = tx.session.exec(select(AttributionEvent.kind)).all()
    assert AttributionKind.FVM_REACHED not in before
    assert after.count(AttributionKind.FVM_REACHED) == 1


def test_guessing_faster_than_one_reads_brings_nobody_a_shield(ada, bob, both):
    play(member(bob), both, 10, seconds=0.5)
    play(member(ada), both, 10)

    view = rescue.enter(member(bob), both)

    assert (shields(ada), shields(bob), feed()) == (0, 0, [])
    assert view.reward.startswith("No shield this time")
    assert seat_of(bob, both).held is Hold.TOO_FAST


def test_ones_own_second_browser_is_no_buddy(ada, room, code):
    from vel_tutor.domain import attribution

    attribution.seen_together("guest", ada.user_id)
    rescue.join(guest(), code)
    play(guest(), room, 10)
    play(member(ada), room, 10)

    assert shields(ada) == 0


def test_a_guest_who_turns_out_to_be_grown_up_is_not_named_to_a_minor(ada, room, code):
    rescue.join(guest(), code)
    play(guest(), room, 10)
    play(member(ada), room, 10)

    gus = people.acting(people.student("Gus", years=30, visitor_id="guest"))

    assert shields(gus) == 1
    assert {(item.owner_id, item.other_user_id) for item in feed()} == {(ada.user_id, None)}
    with pytest.raises(rescue.KeptApart):
        rescue.enter(member(gus), room)


def test_guests_who_never_finished_are_forgotten_after_a_week(ada, room, code):
    rescue.join(guest(), code)
    play(guest(), room, 2)

    with clock.stopped(clock.now() + timedelta(days=8)):
        assert rescue.forget_unfinished_guests() == 1

    with reading() as tx:
        assert len(tx.session.exec(select(RescueSeat)).all()) == 1


def told(actor) -> list[str]:
    with reading() as tx:
        mine = select(Notification.kind).where(Notification.user_id == actor.user_id)
        return [str(kind) for kind in tx.session.exec(mine.order_by(col(Notification.at))).all()]


def test_whoever_called_and_went_away_is_told_that_their_buddy_has_come(ada, bob, code, room):
    rescue.join(member(bob), code)

    assert told(ada) == ["buddy_came"]
    assert told(bob) == []


def test_whoever_sits_in_the_room_is_not_told_what_they_see(ada, bob, code, room):
    presence.enter(Here(topics.rescue(room), presence.of_user(ada.user_id), "a-page"))

    rescue.join(member(bob), code)

    assert told(ada) == []


def test_the_first_of_the_two_hears_of_the_shield_once(ada, bob, both):
    presence.enter(Here(topics.rescue(both), presence.of_user(bob.user_id), "a-page"))
    play(member(ada), both, 10)
    play(member(bob), both, 10)
    rescue.enter(member(ada), both)

    assert told(ada) == ["buddy_came", "buddy_done"]
