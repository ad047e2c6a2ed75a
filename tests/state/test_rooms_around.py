"""Around a room: its members a page at a time, and the way to its board and back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import people
from tests.halls import crowd, group, joined, party, room_of
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import boards, rooms
from vel_tutor.state.boards import BoardState
from vel_tutor.state.study_room import StudyRoomState
from vel_tutor.vocabulary import BoardStage, HallStage


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def slug(ada):
    """A study group of Ada's with a board, as the outbox opens it."""
    slug = group(people.acting(ada))
    with transaction() as tx:
        boards.follow_member(tx, room_of(slug).id, people.acting(ada).user_id)
    return slug


@pytest.fixture
async def screen(tab: Callable[..., Any], ada, slug):
    """Ada's tab at that room, with two pages of members to come."""
    crowd(slug, 49)
    screen = tab(ada, routes.room(slug))
    await screen.do(StudyRoomState.begin)
    return screen


async def test_members_that_were_unfolded_stay_so_when_there_is_news(screen):
    assert len(screen.held["people"]) == 24
    await screen.do(StudyRoomState.show_more)
    unfolded = list(screen.held["people"])

    await screen.do(StudyRoomState.look)

    assert screen.held["people"] == unfolded
    await screen.do(StudyRoomState.show_more)
    assert len({one.seed + one.id for one in screen.held["people"]}) == 50
    assert screen.held["more"] == ""


async def test_whoever_was_put_out_is_gone_from_what_was_unfolded(screen, ada, slug):
    await screen.do(StudyRoomState.show_more)
    gone = screen.held["people"][30]
    rooms.remove(people.acting(ada), room_of(slug).id, UUID(gone.id))

    await screen.do(StudyRoomState.look)

    assert gone.id not in [one.id for one in screen.held["people"]]
    assert len(screen.held["people"]) == 48


async def test_a_room_leads_to_its_board_and_the_board_back(screen, tab, ada, slug):
    path = screen.held["hall"].week.xp_board
    board = tab(ada, path)

    await board.do(BoardState.begin)

    assert board.held["leaderboard"].stage == BoardStage.FEW
    assert board.held["leaderboard"].room == routes.room(slug)


async def test_whoever_only_looks_after_rooms_is_led_to_no_board(slug, clean_world):
    sam = people.acting(people.staff("Sam", people.Role.TRUST_SAFETY))
    bob = people.acting(people.student("Bob"))

    assert rooms.room(sam, slug).week.xp_board == ""
    assert rooms.room(bob, slug).week.xp_board == ""
    assert joined(bob, slug).week.xp_board == routes.leaderboard_cohort(room_of(slug).id)


async def test_paper_flies_once_for_whoever_sees_a_party_end(tab, ada, clean_world):
    tess = people.acting(people.staff("Tess", people.Role.TUTOR))
    party_slug = party(tess)
    ends_at = room_of(party_slug).ends_at
    assert ends_at is not None
    early, late = tab(ada, routes.room(party_slug)), tab(ada, routes.room(party_slug))
    with clock.stopped(ends_at - timedelta(minutes=1)):
        joined(people.acting(ada), party_slug)
        await early.do(StudyRoomState.begin)

    with clock.stopped(ends_at):
        await early.do(StudyRoomState.look)
        await late.do(StudyRoomState.begin)

    assert (early.held["is_finale"], late.held["is_finale"]) == (True, False)
    assert late.held["hall"].stage == HallStage.AFTER
    with clock.stopped(ends_at + timedelta(minutes=10)):
        await early.do(StudyRoomState.look)
    assert not early.held["is_finale"]
