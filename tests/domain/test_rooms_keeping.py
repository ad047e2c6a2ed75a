"""Looking after rooms: putting people out, closing, renaming, reporting, and asking friends in."""

from datetime import timedelta

import pytest
from sqlmodel import select

from tests import people
from tests.befriending import befriend
from tests.halls import group, joined, room_of, seat_of, switch
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import notifications, rooms
from vel_tutor.models.friends import Report
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import (
    AuditAction,
    Cheer,
    ConsentScope,
    HallStage,
    NotificationKind,
    ReportKind,
    RoomRole,
)


@pytest.fixture
def slug(ada, bob):
    """A study group of Ada's that Bob is in."""
    found = group(ada)
    joined(bob, found)
    return found


def remembered(action):
    """What the audit log holds of that action."""
    with reading() as tx:
        return tx.session.exec(select(AuditEntry).where(AuditEntry.action == action)).all()


def test_whoever_is_put_out_stays_out_for_thirty_days(ada, bob, slug, published):
    rooms.remove(ada, room_of(slug).id, seat_of(bob, slug).id)

    assert published[-1].was_removed
    assert published[-1].topics == (f"room:{room_of(slug).id}",)
    with pytest.raises(rooms.RoomBarred):
        rooms.join(bob, room_of(slug).id)
    with clock.stopped(clock.now() + timedelta(days=31)):
        assert joined(bob, slug).is_member


def test_putting_out_is_for_keepers_and_the_staff(ada, bob, sam, slug):
    with pytest.raises(NotAllowed):
        rooms.remove(bob, room_of(slug).id, seat_of(ada, slug).id)
    with pytest.raises(NotAllowed):
        rooms.remove(ada, room_of(slug).id, seat_of(ada, slug).id)

    rooms.remove(sam, room_of(slug).id, seat_of(ada, slug).id)

    assert seat_of(bob, slug).role is RoomRole.KEEPER
    [entry] = remembered(AuditAction.ROOM_MEMBER_REMOVED)
    assert (entry.actor_id, entry.subject_id) == (sam.user_id, ada.user_id)


def test_a_member_of_one_room_is_nobody_in_another(ada, bob, slug):
    other = group(bob)

    with pytest.raises(NotFound):
        rooms.remove(bob, room_of(other).id, seat_of(ada, slug).id)


def test_only_the_staff_renames_a_room_and_its_address_stays(ada, sam, slug):
    with pytest.raises(NotAllowed):
        rooms.rename(ada, room_of(slug).id, "Another name")

    rooms.rename(sam, room_of(slug).id, "Another name")

    assert (room_of(slug).name, len(remembered(AuditAction.ROOM_RENAMED))) == ("Another name", 1)


def test_members_close_nothing_and_nobody_but_the_staff_closes_a_club(ada, bob, sam, slug):
    rooms.found_clubs()
    club = room_of("math-club-teen").id
    rooms.join(bob, club)
    for room_id in (room_of(slug).id, club):
        with pytest.raises(NotAllowed):
            rooms.close(bob, room_id)

    rooms.close(sam, club)

    assert rooms.room(bob, "math-club-teen").stage == HallStage.OVER
    assert len(remembered(AuditAction.ROOM_CLOSED)) == 1


def test_a_club_that_the_staff_closed_stays_closed(sam):
    rooms.found_clubs()
    rooms.close(sam, room_of("math-club-teen").id)

    assert rooms.found_clubs() == 0


def test_what_is_reported_is_written_down_and_hidden_from_the_reporter(ada, bob, slug):
    member = seat_of(ada, slug).id
    rooms.report_member(bob, room_of(slug).id, member, ReportKind.UNKIND)

    with reading() as tx:
        report = tx.session.exec(select(Report)).one()
    assert (report.by_id, report.about_id) == (bob.user_id, ada.user_id)
    assert [one.is_you for one in rooms.room(bob, slug).people] == [True]


def test_a_reported_room_is_off_the_shelf_of_the_reporter(ada, bob, clean_world):
    slug = group(ada)

    rooms.report_room(bob, room_of(slug).id, ReportKind.SPAM)

    assert rooms.browse(bob).rooms == ()


def test_rooms_of_the_house_are_not_reported(bob):
    rooms.found_clubs()

    with pytest.raises(NotFound):
        rooms.report_room(bob, room_of("math-club-teen").id, ReportKind.SPAM)


def test_signs_are_for_those_inside_and_a_few_at_a_time(ada, bob, slug):
    kim = people.acting(people.student("Kim"))
    with pytest.raises(NotAllowed):
        rooms.cheer(kim, slug, Cheer.FIRE)

    counted = [rooms.cheer(bob, slug, Cheer.CLAP)[1] for _ in range(30)]
    assert counted[-1] == (30, 0, 0, 0, 0, 0)
    with pytest.raises(Exception, match="a lot at once"):
        rooms.cheer(bob, slug, Cheer.CLAP)


def test_signs_begin_at_nothing_each_day(ada, slug):
    rooms.cheer(ada, slug, Cheer.CLAP)

    with clock.stopped(clock.now() + timedelta(days=1)):
        assert rooms.cheer(ada, slug, Cheer.IDEA)[1] == (0, 0, 1, 0, 0, 0)


def test_friends_are_asked_in_once_and_called_by_their_name(ada, slug):
    kim = people.acting(people.student("Kim"))
    befriend(ada, kim)
    [friend] = rooms.invitees(ada, room_of(slug).id)
    assert (friend.name, friend.is_asked) == ("Kim", False)

    for _ in range(2):
        rooms.invite(ada, room_of(slug).id, kim.user_id)

    told = notifications.inbox(kim).notices
    [notice] = [one for one in told if one.kind == NotificationKind.ROOM_INVITED]
    assert (notice.path, notice.title) == (f"/rooms/{slug}", "A friend asks you into a room")
    assert rooms.invitees(ada, room_of(slug).id)[0].is_asked


def test_strangers_and_members_are_not_asked_in(ada, bob, slug):
    befriend(ada, bob)
    kim = people.acting(people.student("Kim"))

    assert rooms.invitees(ada, room_of(slug).id) == ()
    for who in (kim, bob):
        with pytest.raises(NotFound):
            rooms.invite(ada, room_of(slug).id, who.user_id)


def test_nobody_invites_for_whom_it_is_switched_off(ada, slug):
    ada = switch(ada, ConsentScope.INVITING, on=False)

    assert not rooms.room(ada, slug).may_invite
    with pytest.raises(NotAllowed):
        rooms.invitees(ada, room_of(slug).id)


def test_friends_read_each_others_name_and_strangers_do_not(ada, bob, slug):
    befriend(ada, bob)
    kim = people.acting(people.student("Kim"))
    view = joined(kim, slug)

    assert {one.name for one in rooms.room(ada, slug).people} >= {"Ada", "Bob"}
    assert "Bob" not in {one.name for one in view.people}
