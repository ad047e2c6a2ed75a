"""Coming into the room of a rescue, and who may be in it with whom."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select

from tests import people
from tests.company import guest, member, play
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import loops, practice
from vel_tutor.domain.loops import rescue
from vel_tutor.domain.practice import Player
from vel_tutor.models.attribution import Link, Touch
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import (
    DoorStage,
    LoopKind,
    Subject,
    TouchKind,
)


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
