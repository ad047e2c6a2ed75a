"""A friend sits down as a guest, remembers that they have an account, and signs in."""

import pytest

from tests import people
from tests.company import guest, play, room_of, seat_of
from vel_tutor.domain import incentives, loops
from vel_tutor.domain.loops import Friend, rescue
from vel_tutor.vocabulary import DoorStage


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


@pytest.fixture
def code(ada) -> str:
    """Ada has called, and somebody without an account has come and answered four questions."""
    code = rescue.invite(ada).share.qr.split("/")[2]
    rescue.join(guest(), code)
    play(guest(), room_of(ada), 4)
    return code


def signed_in(actor) -> Friend:
    """The same browser as the guest's."""
    return Friend(visitor_id=guest().visitor_id, member=actor)


def shields(actor) -> int:
    return incentives.purse(actor).shields


def test_whoever_signs_in_goes_on_where_the_guest_was_and_is_paid(ada, bob, code):
    room = room_of(ada)

    assert rescue.invitation(signed_in(bob), code).stage == DoorStage.SEATED
    assert rescue.join(signed_in(bob), code) == room
    assert rescue.enter(signed_in(bob), room).play.answered == 4

    play(signed_in(bob), room, 10)
    play(Friend(member=ada), room, 10)
    assert (shields(bob), shields(ada)) == (1, 1)
    assert seat_of(bob, room).player_visitor_id is None


def test_what_the_guest_had_finished_is_paid_at_signing_in_once(ada, bob, code):
    room = room_of(ada)
    play(guest(), room, 10)
    play(Friend(member=ada), room, 10)

    for _ in range(2):
        rescue.enter(signed_in(bob), room)

    assert shields(bob) == 1


def test_another_browser_of_the_member_finds_the_room_full(ada, bob, code):
    with pytest.raises(rescue.RoomFull):
        rescue.enter(Friend(visitor_id="elsewhere", member=bob), room_of(ada))


def test_the_inviter_does_not_take_the_seat_of_a_guest_on_their_own_browser(ada, code):
    rescue.enter(signed_in(ada), room_of(ada))

    assert not seat_of(ada, room_of(ada)).player_visitor_id
    assert rescue.enter(guest(), room_of(ada)).play.answered == 4


def test_a_grown_up_who_signs_in_does_not_stay_with_a_minor(ada, code):
    gus = people.acting(people.student("Gus", years=30))
    with pytest.raises(rescue.KeptApart):
        rescue.enter(signed_in(gus), room_of(ada))

    assert rescue.enter(guest(), room_of(ada)).play.answered == 4
