"""Streak rescues: two practise the same in a room, and whatever the line does counts once."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from tests import people
from tests.company import RIGHT, give, guest, member, play, room_of, seat_of
from tests.decks import finished
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import incentives, loops, practice
from vel_tutor.domain.loops import rescue
from vel_tutor.domain.practice import NotOpenYet, Player
from vel_tutor.live import presence, topics
from vel_tutor.live.presence import Here
from vel_tutor.models.attribution import AttributionEvent, Link, Touch
from vel_tutor.models.feed import FeedItem
from vel_tutor.models.notifications import Notification
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.models.rescue import Rescue, RescueAnswer, RescueSeat
from vel_tutor.vocabulary import (
    AttributionKind,
    Channel,
    DoorStage,
    FeedKind,
    Hold,
    LoopKind,
    RoomStage,
    Subject,
    TouchKind,
)


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


@pytest.fixture
def code(ada) -> str:
    """Ada has called for company."""
    return rescue.invite(ada).share.qr.split("/")[2]


@pytest.fixture
def room(ada, code) -> UUID:
    return room_of(ada)


@pytest.fixture
def both(bob, code, room) -> UUID:
    """Bob has come."""
    assert rescue.join(member(bob), code) == room
    return room


def shields(actor) -> int:
    return incentives.purse(actor).shields


def feed() -> list[FeedItem]:
    with reading() as tx:
        return list(tx.session.exec(select(FeedItem)).all())


def named(events) -> list[str]:
    return [type(event).__name__ for event in events]


# --- calling somebody


def test_calling_a_friend_opens_one_room_however_often_it_is_pressed(ada, published):
    first, second = rescue.invite(ada), rescue.invite(ada)

    assert first.room == second.room
    assert named(published).count("RescueOpened") == 1
    assert loops.invite_attempts(ada.user_id) == 1


def test_the_link_is_open_for_two_hours_by_the_clock_of_the_database(ada, code):
    with reading() as tx:
        link = tx.session.exec(select(Link)).one()

    life = link.expires_at - link.created_at
    assert timedelta(hours=2) <= life < timedelta(hours=2, minutes=1)


def test_an_expired_link_is_one_calm_page(ada, code):
    with transaction() as tx:
        tx.session.exec(update(Link).values(expires_at=clock.now() - timedelta(seconds=1)))

    assert rescue.invitation(guest(), code).stage == DoorStage.CLOSED
    with pytest.raises(rescue.RescueOver):
        rescue.join(guest(), code)


def test_the_call_tells_of_the_reward_at_once_and_of_no_streak_where_there_is_none(ada):
    share = rescue.invite(ada).share

    assert share.text == "Practise 10 questions with me? I get a reward if you join."


def test_a_streak_that_ends_soon_is_in_the_call_and_on_todays_page(ada):
    begins = incentives.day_begins(incentives.local_day(clock.now(), people.ZONE), people.ZONE)
    for days_ago in (3, 2, 1):
        finished(ada, at=begins - timedelta(days=days_ago) + timedelta(hours=14))
    late, later = begins + timedelta(hours=21), begins + timedelta(hours=19)

    with clock.stopped(late):
        risk, share = rescue.at_risk(ada), rescue.invite(ada).share
    with clock.stopped(later):
        early = rescue.at_risk(ada)

    assert risk.headline == "Your 3-day streak is at risk. Phone a friend?"
    assert risk.left.left_ms == 3 * 60 * 60 * 1000
    assert share.text.startswith("My 3-day streak ends soon! ")
    assert not early.is_at_risk


def test_who_has_practised_today_is_at_no_risk(ada):
    begins = incentives.day_begins(incentives.local_day(clock.now(), people.ZONE), people.ZONE)
    for days_ago in (2, 1, 0):
        finished(ada, at=begins - timedelta(days=days_ago) + timedelta(hours=1))

    with clock.stopped(begins + timedelta(hours=22)):
        assert not rescue.at_risk(ada).is_at_risk


def test_a_child_calls_nobody_unless_a_parent_has_switched_it_on(lea):
    with pytest.raises(NotAllowed):
        rescue.invite(lea)

    assert not rescue.home(lea).may_invite


def test_parents_and_staff_have_no_streak_to_rescue(pat, sam):
    for somebody in (pat, sam):
        with pytest.raises(NotAllowed):
            rescue.invite(somebody)


def test_the_cap_of_the_day_counts_calls_of_all_loops(ada):
    for _ in range(3):
        loops.challenge_from(ada, finished(ada))

    with pytest.raises(loops.InvitesSpent):
        rescue.invite(ada)
    assert loops.invite_attempts(ada.user_id) == 4


# --- coming in


def test_a_guest_sees_who_calls_by_a_made_up_name_and_that_is_a_click(ada, code):
    door = rescue.invitation(guest(), code)

    assert (door.stage, door.size, door.is_guest) == (DoorStage.INVITED, 10, True)
    assert ada.first_name not in repr(door)
    with reading() as tx:
        clicks = tx.session.exec(select(Touch).where(Touch.kind == TouchKind.CLICK)).all()
    assert len(clicks) == 1


def test_both_get_the_very_same_questions(ada, both):
    with reading() as tx:
        decks = tx.session.exec(
            select(PracticeSession.fingerprint).where(PracticeSession.source_id == both)
        ).all()
        asked = [
            [(row.family, row.seed) for row in rows]
            for rows in (
                tx.session.exec(
                    select(PracticeQuestion)
                    .where(PracticeQuestion.session_id == session_id)
                    .order_by(col(PracticeQuestion.position))
                ).all()
                for session_id in tx.session.exec(
                    select(PracticeSession.id).where(PracticeSession.source_id == both)
                ).all()
            )
        ]

    assert len(decks) == 2
    assert asked[0] == asked[1]
    assert len(asked[0]) == 10


def test_a_third_person_finds_a_friendly_full_room(bob, both, code):
    cem = people.acting(people.student("Cem"))

    assert rescue.invitation(member(cem), code).stage == DoorStage.FULL
    with pytest.raises(rescue.RoomFull):
        rescue.join(member(cem), code)
    with pytest.raises(rescue.RoomFull):
        rescue.enter(member(cem), both)


def test_ones_own_link_leads_into_ones_own_room(ada, room, code):
    door = rescue.invitation(member(ada), code)

    assert (door.stage, door.room) == (DoorStage.SEATED, f"/copractice/{room}")
    assert rescue.join(member(ada), code) == room


def test_whoever_has_come_is_led_back_in(bob, both, code):
    assert rescue.invitation(member(bob), code).room == f"/copractice/{both}"


def test_a_room_nobody_made_is_not_there(bob):
    with pytest.raises(NotFound):
        rescue.enter(member(bob), UUID(int=7))


def test_a_device_begins_three_games_without_an_account_and_no_more(ada, bob, code):
    with transaction() as tx:
        for number in range(3):
            tx.session.add_all(_old_seat(tx, bob, number))

    assert rescue.invitation(guest(), code).stage == DoorStage.SPENT
    with pytest.raises(loops.GuestPlaysSpent):
        rescue.join(guest(), code)


def _old_seat(tx, inviter, number):
    """A seat the guest took in an earlier room."""
    link = Link(
        short_id=f"old-{number}",
        referrer_id=inviter.user_id,
        loop=LoopKind.STREAK_RESCUE,
        campaign="",
        target_id=UUID(int=number),
        created_at=tx.now,
        expires_at=tx.now,
    )
    tx.session.add(link)
    tx.session.flush()
    room = Rescue(
        inviter_id=inviter.user_id,
        link_id=link.id,
        subject=Subject.MATH,
        grade=4,
        title="",
        created_at=tx.now,
        ends_at=tx.now + timedelta(hours=2),
    )
    tx.session.add(room)
    tx.session.flush()
    cards = practice.deck_of(practice.DeckChoice(subject=Subject.MATH, grade=4, size=10), number)
    session_id = practice.open_deck_for(tx, Player.guest("guest"), cards, room.id)
    return [
        RescueSeat(
            rescue_id=room.id,
            is_inviter=False,
            player_visitor_id="guest",
            session_id=session_id,
            sat_at=tx.now,
        )
    ]


# --- who may be with whom


def grown_up():
    return people.acting(people.student("Gus", years=30))


def test_a_grown_up_does_not_enter_a_minors_room(ada, code, room):
    gus = grown_up()

    assert rescue.invitation(member(gus), code).stage == DoorStage.APART
    with pytest.raises(rescue.KeptApart):
        rescue.join(member(gus), code)


def test_a_minor_does_not_enter_a_grown_ups_room(ada):
    gus = grown_up()
    code = rescue.invite(gus).share.qr.split("/")[2]

    with pytest.raises(rescue.KeptApart):
        rescue.join(member(ada), code)


def test_somebody_elses_parent_or_tutor_stays_outside(code, pat, tess, sam):
    for somebody in (pat, tess, sam):
        with pytest.raises(rescue.KeptApart):
            rescue.join(member(somebody), code)


def test_a_child_comes_in_only_with_company_switched_on(lea, code):
    assert rescue.invitation(member(lea), code).stage == DoorStage.SWITCHED_OFF
    with pytest.raises(rescue.CompanyOff):
        rescue.join(member(lea), code)


def test_a_locked_child_is_not_even_at_the_door(min, code):
    with pytest.raises(NotAllowed):
        rescue.invitation(member(min), code)


def test_the_other_goes_by_a_made_up_name_and_no_answer_is_shown(ada, bob, both):
    play(member(bob), both, 4, wrong=2)

    partner = rescue.enter(member(ada), both).partner

    assert (partner.answered, partner.percent, partner.is_done) == (4, 40, False)
    assert "Bob" not in repr(partner)


# --- practising


def test_each_goes_at_their_own_pace_and_both_get_a_shield_once(ada, bob, both, published):
    play(member(ada), both, 10, wrong=1)
    alone = rescue.enter(member(ada), both)
    play(member(bob), both, 10, wrong=3)

    together = rescue.enter(member(ada), both)

    assert (alone.stage, alone.is_saved, alone.is_earned) == (RoomStage.DONE, False, False)
    assert (together.is_saved, together.is_earned, together.cheer) == (True, True, True)
    assert (together.percent, together.headline) == (90, "You did it together!")
    assert (shields(ada), shields(bob)) == (1, 1)
    assert named(published).count("RescueCompleted") == 1
    [done] = [event for event in published if type(event).__name__ == "RescueCompleted"]
    assert set(done.user_ids) == {ada.user_id, bob.user_id}
    assert {item.kind for item in feed()} == {FeedKind.STREAKS_SAVED}
    assert {item.owner_id for item in feed()} == {ada.user_id, bob.user_id}


def test_looking_again_brings_no_second_cheer_or_shield(ada, bob, both):
    play(member(ada), both, 10)
    play(member(bob), both, 10)

    first, second = rescue.enter(member(ada), both), rescue.enter(member(ada), both)

    assert (first.cheer, second.cheer) == (True, False)
    assert (shields(ada), len(feed())) == (1, 2)
    assert incentives.drift() == 0


def test_practising_together_makes_the_day_a_practised_one(ada, both):
    play(member(ada), both, 10)

    purse = incentives.purse(ada)
    assert (purse.practised_today, purse.streak) == (True, 1)


def test_the_same_answer_again_changes_nothing(ada, both):
    play(member(ada), both, 1)

    again = give(member(ada), both, 0, RIGHT, key="here")

    assert (again.play.answered, again.feedback) == (1, "")


def test_an_answer_from_a_second_device_is_told_that_the_first_stands(ada, both):
    give(member(ada), both, 0, RIGHT, key="here")

    other = give(member(ada), both, 0, "wrong", key="there")

    assert other.feedback.startswith("You had answered this one on another device")
    assert (other.play.answered, other.play.correct) == (1, 1)


def test_an_answer_before_its_turn_waits_and_is_marked_then(ada, both):
    for position in (2, 1):
        early = give(member(ada), both, position, RIGHT)
    assert early.play.answered == 0

    view = give(member(ada), both, 0, RIGHT)

    assert (view.play.answered, view.play.correct) == (3, 3)
    with reading() as tx:
        assert {row.given for row in tx.session.exec(select(RescueAnswer)).all()} == {""}


def test_whatever_the_order_the_result_is_the_same(ada, bob, both):
    for position in range(10):
        give(member(ada), both, position, RIGHT if position % 3 else "wrong")
    for position in (9, 3, 1, 0, 7, 5, 2, 8, 4, 6):
        give(member(bob), both, position, RIGHT if position % 3 else "wrong")

    with reading() as tx:
        marks = [
            [
                row.was_right
                for row in tx.session.exec(
                    select(PracticeQuestion)
                    .where(PracticeQuestion.session_id == seat.session_id)
                    .order_by(col(PracticeQuestion.position))
                ).all()
            ]
            for seat in tx.session.exec(select(RescueSeat)).all()
        ]
    assert marks[0] == marks[1] == [position % 3 > 0 for position in range(10)]


def test_what_cannot_be_read_as_an_answer_is_not_counted_and_may_be_given_again(ada, both):
    room = rescue.enter(member(ada), both)
    position = next_typed(ada, both, room)
    if position is None:
        pytest.skip("every question of this deck is chosen")

    unread = give(member(ada), both, position, "no number at all ???")
    assert (unread.play.answered, bool(unread.feedback)) == (position, True)

    assert give(member(ada), both, position, RIGHT).play.answered == position + 1


def next_typed(actor, room, view):
    """Go on until a question is typed; its position, or None."""
    for position in range(10):
        if view.play.question.typed:
            return position
        give(member(actor), room, position, RIGHT)
        view = rescue.next_question(member(actor), room, position)
    return None


@pytest.mark.parametrize("position", [-1, 10, 99])
def test_a_question_that_is_not_there_takes_no_answer(ada, both, position):
    with pytest.raises(NotFound):
        rescue.answer(member(ada), both, rescue.Given(position=position, words="1", key="k"))


@pytest.mark.parametrize("key", ["", "k" * 65])
def test_an_answer_says_who_sends_it(ada, both, key):
    with pytest.raises(Invalid):
        rescue.answer(member(ada), both, rescue.Given(position=0, words="1", key=key))


def test_hints_and_solutions_are_there_as_in_any_practice(ada, both):
    rescue.enter(member(ada), both)

    assert len(rescue.hint(member(ada), both, 0, 1).play.question.hints) == 1
    assert rescue.reveal(member(ada), both, 0).play.verdict.revealed
    with pytest.raises(NotOpenYet):
        rescue.reveal(member(ada), both, 5)


def test_a_second_device_goes_on_where_the_first_one_was(ada, both):
    play(member(ada), both, 3)

    again = rescue.enter(member(ada, "another-browser"), both)

    assert (again.stage, again.play.answered, again.play.question.number) == ("playing", 3, 4)


# --- time


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


# --- the other one is lost


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


# --- guests, and what has to be looked at first


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


# --- told while away


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


# --- the page of whoever calls


def test_the_page_tells_who_has_come_and_how_it_ended(ada, bob, room, code):
    waiting = rescue.home(ada)
    rescue.join(member(bob), code)
    come = rescue.home(ada)
    play(member(ada), room, 10)
    play(member(bob), room, 10)
    over = rescue.home(ada)

    assert (waiting.headline, waiting.share.qr != "") == ("Waiting for your buddy", True)
    assert come.headline.endswith("has come!")
    assert come.share.qr == ""
    assert (over.room, over.last) == ("", "You and your buddy have practised together.")


def test_sharing_the_call_is_noted(ada, code):
    link_id = UUID(rescue.home(ada).share.link_id)

    loops.note_share(ada, link_id, Channel.SMS)

    with reading() as tx:
        assert tx.session.exec(select(Touch).where(Touch.kind == TouchKind.SENT)).one()


def test_a_preview_names_nobody_and_its_card_can_be_drawn(ada, room, code):
    seen = loops.preview(code)
    draw = loops.picture(room, None)

    assert seen is not None
    assert seen.path == f"/rescue/{code}"
    assert seen.sender_path == "/rescue"
    assert "Ada" not in seen.headline + seen.description
    assert draw is not None
    assert draw().startswith(b"\x89PNG")
