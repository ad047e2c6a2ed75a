"""Calling somebody to practise together, and the page of whoever calls."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import func, select

from tests import people
from tests.company import guest, member, play
from tests.decks import finished
from tests.rescues import named
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import incentives, loops
from vel_tutor.domain.loops import rescue
from vel_tutor.models.attribution import Link, Touch
from vel_tutor.vocabulary import (
    Channel,
    DoorStage,
    TouchKind,
)


def test_calling_a_friend_opens_one_room_however_often_it_is_pressed(ada, published):
    first, second = rescue.invite(ada), rescue.invite(ada)

    assert first.room == second.room
    assert named(published).count("RescueOpened") == 1
    assert loops.invite_attempts(ada.user_id) == 1


def test_the_link_is_open_for_two_hours_by_the_clock_of_the_database(ada, code):
    with reading() as tx:
        link, now = tx.session.exec(select(Link, func.clock_timestamp())).one()

    assert timedelta(hours=1, minutes=50) < link.expires_at - now < timedelta(hours=2)


def test_an_expired_link_is_one_calm_page(ada, code):
    with transaction() as tx:
        past = func.clock_timestamp() - timedelta(seconds=1)
        tx.session.exec(update(Link).values(expires_at=past))

    assert rescue.invitation(guest(), code).stage == DoorStage.CLOSED
    with pytest.raises(rescue.RescueOver):
        rescue.join(guest(), code)


def test_the_call_tells_of_the_reward_at_once_and_of_no_streak_where_there_is_none(ada):
    share = rescue.invite(ada).share

    assert share.text == "Practise 10 questions with me? I get a reward if you join."


def test_a_streak_that_ends_soon_is_in_the_call_and_on_todays_page(ada):
    today = incentives.local_day(clock.now(), people.ZONE)
    begins = incentives.day_begins(today, people.ZONE)
    ends = incentives.day_begins(today + timedelta(days=1), people.ZONE)
    for days_ago in (3, 2, 1):
        finished(ada, at=begins - timedelta(days=days_ago) + timedelta(hours=14))

    with clock.stopped(ends - timedelta(hours=3)):
        risk, share = rescue.at_risk(ada), rescue.invite(ada).share
    with clock.stopped(ends - timedelta(hours=5)):
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
