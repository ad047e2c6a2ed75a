"""Rooms as tabs see them: the shelf, coming in, signs, being put out, and looking after one."""

import pytest

from tests import people
from tests.befriending import befriend
from tests.halls import ACES, crowd, group, joined, party, room_of, seat_of
from vel_tutor import routes
from vel_tutor.domain import rooms
from vel_tutor.state.room_keeping import RoomGuestsState, RoomKeepingState
from vel_tutor.state.rooms import RoomFormState, RoomsState
from vel_tutor.state.study_room import CheerState, RoomSeatState, StudyRoomState
from vel_tutor.vocabulary import HallStage, ReportKind

ACES_FORM = {"subject": "math", "first": ACES.first, "second": ACES.second}


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def bob(clean_world):
    """The same of Bob."""
    return people.student("Bob")


@pytest.fixture
def slug(ada):
    """A study group of Ada's."""
    return group(people.acting(ada))


@pytest.fixture
async def bob_inside(tab, bob, slug):
    """Bob's tab at that room, after he came in."""
    screen = tab(bob, routes.room(slug))
    await screen.do(StudyRoomState.begin)
    await screen.do(RoomSeatState.join)
    await screen.do(StudyRoomState.look)
    return screen


async def test_the_shelf_shows_rooms_and_finds_them(tab, ada, bob, slug):
    rooms.found_clubs()
    screen = tab(bob, routes.ROOMS)

    await screen.do(RoomsState.begin)
    assert len(screen.held["shelf"].rooms) == 4
    await screen.do(RoomsState.look_for({"find": "aces"}))
    assert [card.name for card in screen.held["shelf"].rooms] == ["Algebra Aces"]
    await screen.do(RoomsState.begin)
    await screen.do(RoomsState.choose_subject("science"))

    assert [card.name for card in screen.held["shelf"].rooms] == ["Science Club"]


async def test_the_next_page_is_added_below(tab, bob, monkeypatch):
    monkeypatch.setattr("vel_tutor.domain.rooms.shelf.A_PAGE", 2)
    rooms.found_clubs()
    screen = tab(bob, routes.ROOMS)
    await screen.do(RoomsState.begin)

    await screen.do(RoomsState.show_more)

    assert len({card.slug for card in screen.held["shelf"].rooms}) == 3
    assert screen.held["shelf"].more == ""


async def test_opening_a_room_leads_into_it(tab, ada):
    screen = tab(ada, routes.ROOMS)
    await screen.do(RoomFormState.ask("group"))
    await screen.do(RoomFormState.open_group({**ACES_FORM, "first": "Nonsense"}))
    assert screen.held["problem"] == "Please choose both words of the name."

    await screen.do(RoomFormState.open_group(ACES_FORM))

    assert screen.went_to == "/rooms/algebra-aces"


async def test_bob_comes_in_and_is_counted(bob_inside, slug):
    assert bob_inside.held["hall"].is_member
    assert len(bob_inside.held["people"]) == 2
    assert room_of(slug).members == 2


async def test_a_sign_is_counted_for_everybody(bob_inside):
    await bob_inside.do(CheerState.cheer("fire"))
    await bob_inside.do(CheerState.cheer("fire"))

    assert bob_inside.held["cheers"] == [0, 2, 0, 0, 0, 0]
    assert (bob_inside.held["latest"], bob_inside.held["beat"]) == ("fire", 2)


@pytest.mark.parametrize("sign", ["hello", "", "<b>"])
async def test_nothing_but_the_signs_can_be_said(bob_inside, sign):
    await bob_inside.do(CheerState.cheer(sign))

    assert bob_inside.said
    assert bob_inside.held["cheers"] == [0] * 6


async def test_whoever_is_put_out_sees_it_on_the_open_page(bob_inside, ada, bob, slug):
    member = seat_of(people.acting(bob), slug).id
    rooms.remove(people.acting(ada), room_of(slug).id, member)

    await bob_inside.do(StudyRoomState.look)

    assert bob_inside.held["hall"].stage == HallStage.BARRED
    assert bob_inside.held["people"] == []
    assert "You were put out" in bob_inside.held["hall"].words
    await bob_inside.do(CheerState.cheer("fire"))
    assert bob_inside.said
    await bob_inside.do(RoomSeatState.join)
    assert "30 days" in bob_inside.said


async def test_a_keeper_puts_somebody_out_after_a_question(tab, ada, bob_inside, slug):
    screen = tab(ada, routes.room(slug))
    await screen.do(StudyRoomState.begin)
    [other] = [one for one in screen.held["people"] if not one.is_you]
    await screen.do(RoomKeepingState.ask("remove", other.id))
    assert (screen.held["deed"], screen.held["name"]) == ("remove", other.name)

    await screen.do(RoomKeepingState.remove)

    assert screen.held["deed"] == ""
    assert room_of(slug).members == 1


async def test_a_member_reports_another_and_sees_them_no_longer(bob_inside):
    [other] = [one for one in bob_inside.held["people"] if not one.is_you]
    await bob_inside.do(RoomKeepingState.ask("report", other.id))

    await bob_inside.do(RoomKeepingState.report(ReportKind.UNKIND.value))
    await bob_inside.do(StudyRoomState.look)

    assert [one.is_you for one in bob_inside.held["people"]] == [True]


async def test_a_keeper_is_asked_what_becomes_of_the_room(tab, ada, bob_inside, slug):
    screen = tab(ada, routes.room(slug))
    await screen.do(StudyRoomState.begin)
    await screen.do(RoomSeatState.ask_leave)
    assert screen.held["is_leaving"]

    await screen.do(RoomSeatState.leave("hand_over"))
    await screen.do(StudyRoomState.look)

    assert screen.held["hall"].stage == HallStage.OUTSIDE


async def test_no_member_is_in_the_tab_of_somebody_outside(tab, ada, bob, slug):
    crowd(slug, 3)
    screen = tab(bob, routes.room(slug))

    await screen.do(StudyRoomState.begin)

    assert screen.held["hall"].stage == HallStage.OUTSIDE
    assert screen.held["people"] == []
    assert str(people.acting(ada).user_id) not in screen.sent


async def test_a_room_of_another_age_looks_like_none(tab, ada, slug):
    una = people.student("Una", years=20, grade=13)
    screen = tab(una, routes.room(slug))
    await screen.do(StudyRoomState.begin)

    assert (screen.held["hall"].stage, screen.held["hall"].name) == (HallStage.MISSING, "")
    await screen.do(RoomSeatState.join)
    assert screen.said


async def test_friends_are_asked_in_one_by_one(tab, ada, bob, slug):
    befriend(people.acting(ada), people.acting(bob))
    screen = tab(ada, routes.room(slug))
    await screen.do(StudyRoomState.begin)
    await screen.do(RoomGuestsState.ask)
    [friend] = screen.held["friends"]
    assert friend.name == "Bob"

    await screen.do(RoomGuestsState.invite(friend.id))

    assert screen.held["friends"][0].is_asked


async def test_a_reminder_is_a_switch(tab, bob):
    tess = people.acting(people.staff("Tess", people.Role.TUTOR))
    screen = tab(bob, routes.room(party(tess)))
    await screen.do(StudyRoomState.begin)

    for wanted in (True, False):
        await screen.do(RoomSeatState.remind(wanted))
        await screen.do(StudyRoomState.look)
        assert screen.held["hall"].party.is_reminded is wanted


async def test_a_tutor_plans_a_party_and_is_told_what_is_missing(tab, clean_world):
    tess = people.staff("Tess", people.Role.TUTOR)
    screen = tab(tess, routes.ROOMS)
    await screen.do(RoomFormState.ask("party"))

    await screen.do(RoomFormState.open_party({"name": "Live", "band": "teen", "subject": "math"}))

    assert screen.held["problem"] == rooms.TimeOdd.words


async def test_ada_leaves_and_comes_back(bob_inside, slug, bob):
    await bob_inside.do(RoomSeatState.ask_leave)
    await bob_inside.do(StudyRoomState.look)
    assert bob_inside.held["hall"].stage == HallStage.OUTSIDE

    assert joined(people.acting(bob), slug).is_member
