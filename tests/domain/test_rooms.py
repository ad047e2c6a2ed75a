"""Rooms of many: who may know of which, opening them, coming in and leaving."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import people
from tests.halls import ACES, crowd, group, joined, room_of, seat_of, sociable, switch
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound, TooMany
from vel_tutor.domain import rooms
from vel_tutor.domain.rooms import RoomForm
from vel_tutor.vocabulary import AgeBand, ConsentScope, Farewell, HallStage, Role, RoomRole
from vt import halls

TYPED = RoomForm(subject="math", name="Monday mathletes")


@pytest.fixture
def una(clean_world):
    """A student who is an adult."""
    return people.acting(people.student("Una", years=20, grade=13))


@pytest.mark.parametrize("band", list(AgeBand))
def test_students_know_of_rooms_of_their_own_age_only(band, ada, lea, una, sam):
    rooms.open_group(sam, replace(TYPED, band=band.value))
    lea = sociable(lea)
    theirs = {AgeBand.CHILD: lea, AgeBand.TEEN: ada, AgeBand.ADULT: una}

    for other, who in theirs.items():
        seen = [card.name for card in rooms.browse(who).rooms]
        stage = rooms.room(who, "monday-mathletes").stage
        assert seen == (["Monday mathletes"] if other is band else [])
        assert stage == (HallStage.OUTSIDE if other is band else HallStage.MISSING)
        if other is not band:
            with pytest.raises(NotFound):
                rooms.join(who, room_of("monday-mathletes").id)


def test_a_tutor_knows_of_the_rooms_they_keep_and_of_no_others(ada, tess):
    own = rooms.open_group(tess, replace(TYPED, band="child"))
    of_ada = group(ada)

    assert rooms.room(tess, own).is_keeper
    assert rooms.room(tess, of_ada).stage == HallStage.MISSING
    assert [card.slug for card in rooms.browse(tess).mine] == [own]
    assert rooms.browse(tess).rooms == ()


def test_staff_look_after_every_room_without_being_in_it(ada, sam):
    slug = group(ada)

    view = rooms.room(sam, slug)

    assert (view.stage, view.is_member, view.may_rename) == (HallStage.INSIDE, False, True)
    assert view.people[0].may_remove


def test_parents_have_no_business_in_rooms(ada, pat):
    with pytest.raises(NotAllowed):
        rooms.browse(pat)
    with pytest.raises(NotAllowed):
        rooms.room(pat, group(ada))


def test_a_child_sees_rooms_only_once_a_parent_lets_them(lea, sam):
    rooms.open_group(sam, replace(TYPED, band="child"))
    assert rooms.browse(lea).is_shut
    assert rooms.room(lea, "monday-mathletes").stage == HallStage.SHUT
    with pytest.raises(NotAllowed):
        rooms.join(lea, room_of("monday-mathletes").id)

    lea = sociable(lea)

    assert joined(lea, "monday-mathletes").is_member


def test_children_join_and_open_nothing(lea):
    with pytest.raises(NotAllowed):
        rooms.open_group(sociable(lea), ACES)


def test_students_name_a_room_from_the_lists_whatever_they_send(ada):
    with pytest.raises(Invalid):
        rooms.open_group(ada, TYPED)
    with pytest.raises(Invalid):
        rooms.open_group(ada, RoomForm(subject="math", first="Call me at", second="Aces"))

    rooms.open_group(ada, replace(ACES, name="Call me at 555", band="child"))

    assert (room_of("algebra-aces").name, room_of("algebra-aces").band) == (
        "Algebra Aces",
        AgeBand.TEEN,
    )


@pytest.mark.parametrize("name", ["x", "a" * 41, "<b>Aces</b>", "go to evil.example", "a\u202eb c"])
def test_not_even_staff_name_a_room_just_anything(name, sam):
    with pytest.raises(Invalid):
        rooms.open_group(sam, replace(TYPED, name=name, band="teen"))


def test_two_rooms_of_one_name_have_two_addresses(ada, bob):
    assert [group(ada), group(bob)] == ["algebra-aces", "algebra-aces-2"]


def test_a_student_looks_after_three_rooms_at_most(ada):
    for _ in range(3):
        group(ada)

    with pytest.raises(rooms.TooManyKept):
        group(ada)


def test_opening_rooms_has_a_limit_a_day(sam):
    for _ in range(5):
        rooms.open_group(sam, replace(TYPED, band="teen"))

    with pytest.raises(TooMany):
        rooms.open_group(sam, replace(TYPED, band="teen"))


def test_joining_twice_is_joining_once(ada, bob):
    slug = group(ada)
    joined(bob, slug)

    joined(bob, slug)

    assert room_of(slug).members == 2


def test_a_study_group_has_fifty_members_and_no_more(ada, bob):
    slug = group(ada)
    crowd(slug, 49)

    assert rooms.room(bob, slug).stage == HallStage.FULL
    with pytest.raises(rooms.RoomFull):
        rooms.join(bob, room_of(slug).id)


@pytest.mark.commits
def test_many_who_come_at_once_get_only_the_places_there_are(ada):
    slug = group(ada)
    crowd(slug, 47)
    comers = [people.acting(people.student(f"Kim{chr(97 + n)}")) for n in range(6)]
    room_id = room_of(slug).id

    def comes(who):
        try:
            rooms.join(who, room_id)
        except rooms.RoomFull:
            return False
        return True

    with ThreadPoolExecutor(6) as together:
        came = list(together.map(comes, comers))

    assert sum(came) == 2
    assert room_of(slug).members == 50
    assert rooms.check_counts() == 0


def test_whoever_leaves_is_out_of_the_list_and_uncounted(ada, bob):
    slug = group(ada)
    joined(bob, slug)

    rooms.leave(bob, room_of(slug).id)

    assert len(rooms.room(ada, slug).people) == 1
    assert room_of(slug).members == 1
    assert joined(bob, slug).is_member


def test_a_keeper_says_what_becomes_of_the_room(ada, bob):
    slug = group(ada)
    joined(bob, slug)
    with pytest.raises(rooms.KeeperNeeded):
        rooms.leave(ada, room_of(slug).id)

    rooms.leave(ada, room_of(slug).id, Farewell.HAND_OVER)

    assert seat_of(bob, slug).role is RoomRole.KEEPER
    assert rooms.room(bob, slug).is_keeper


def test_a_room_without_anybody_else_closes_with_its_keeper(ada):
    slug = group(ada)

    rooms.leave(ada, room_of(slug).id, Farewell.HAND_OVER)

    assert rooms.room(ada, slug).stage == HallStage.OVER
    assert rooms.browse(ada).rooms == ()


@pytest.mark.parametrize("scope", [ConsentScope.FRIENDS, ConsentScope.PRESENCE])
def test_switching_off_takes_somebody_out_of_every_room(scope, ada, bob):
    slug = group(ada)
    joined(bob, slug)

    bob = switch(bob, scope, on=False)
    with transaction() as tx:
        rooms.leave_if_hidden(tx, bob.user_id)

    assert room_of(slug).members == 1
    assert [one.is_you for one in rooms.room(ada, slug).people] == [True]
    assert rooms.room(bob, slug).stage == HallStage.SHUT


def test_a_keeper_who_is_switched_off_hands_over_by_itself(ada, bob):
    slug = group(ada)
    joined(bob, slug)

    ada = switch(ada, ConsentScope.FRIENDS, on=False)
    with transaction() as tx:
        rooms.leave_if_hidden(tx, ada.user_id)

    assert rooms.room(bob, slug).is_keeper


def test_nothing_changes_for_whoever_may_still_be_there(ada, tess):
    slug = group(ada)
    theirs = rooms.open_group(tess, replace(TYPED, band="teen"))

    for who in (ada, tess):
        with transaction() as tx:
            rooms.leave_if_hidden(tx, who.user_id)

    assert rooms.room(ada, slug).is_member
    assert rooms.room(tess, theirs).is_member


def test_nothing_of_a_forgotten_child_stays(ada, bob):
    slug = group(ada)
    joined(bob, slug)

    with transaction() as tx:
        rooms.forget(tx, bob.user_id)

    assert room_of(slug).members == 1
    with pytest.raises(Exception, match="No row"):
        seat_of(bob, slug)


def test_made_up_people_have_rooms_of_their_own(ada, bob):
    from sqlmodel import select

    from vel_tutor.models.accounts import User

    with transaction() as tx:
        user = tx.session.exec(select(User).where(User.id == bob.user_id)).one()
        user.simulation = "seed-7"
        tx.session.add(user)
    slug = group(ada)

    assert rooms.room(bob, slug).stage == HallStage.MISSING
    assert rooms.browse(bob).rooms == ()


def test_a_number_that_went_astray_is_put_right_at_night(ada, bob):
    slug = group(ada)
    joined(bob, slug)
    with transaction() as tx:
        room = tx.session.merge(room_of(slug))
        room.members = 40

    assert [rooms.check_counts(), rooms.check_counts()] == [1, 0]
    assert room_of(slug).members == 2


def test_the_house_founds_each_club_once(ada):
    assert [rooms.found_clubs(), rooms.found_clubs()] == [9, 0]

    clubs = {card.name for card in rooms.browse(ada).rooms}
    assert clubs == {"Math Club", "Reading Club", "Science Club"}


def test_the_shelf_goes_by_subject_and_name_and_page(ada, bob):
    rooms.found_clubs()
    for _ in range(3):
        group(ada)
    assert {card.subject for card in rooms.browse(bob, subject="science").rooms} == {"science"}
    assert [card.name for card in rooms.browse(bob, find="reading c").rooms] == ["Reading Club"]
    assert rooms.browse(bob, find="%").rooms == ()

    assert len(rooms.browse(ada).mine) == 3
    assert len(rooms.browse(ada).rooms) == 3
    assert len(rooms.browse(bob).rooms) == 6


def test_pages_of_the_shelf_neither_repeat_nor_skip_a_room(ada, sam, monkeypatch):
    monkeypatch.setattr("vel_tutor.domain.rooms.shelf.A_PAGE", 4)
    rooms.found_clubs()
    for n in range(5):
        rooms.open_group(sam, replace(TYPED, band="teen"))
        crowd(f"monday-mathletes{f'-{n + 1}' if n else ''}", n % 2)

    first = rooms.browse(ada)
    second = rooms.browse(ada, after=first.more)
    slugs = [card.slug for card in (*first.rooms, *second.rooms)]

    assert (len(slugs), len(set(slugs)), second.more) == (8, 8, "")


def test_the_shelf_is_read_in_few_statements(ada, bob, queries):
    rooms.found_clubs()
    group(ada)
    joined(bob, "algebra-aces")

    with queries(at_most=7):  # two of them are the savepoint of the test
        rooms.browse(bob)


def test_few_members_are_not_counted_out(ada, bob):
    group(ada)

    assert rooms.browse(bob).rooms[0].members == "A few members"


def test_a_closed_room_is_off_the_shelf(ada, bob):
    slug = group(ada)
    joined(bob, slug)

    rooms.close(ada, room_of(slug).id)

    assert rooms.browse(bob).mine == ()
    assert rooms.room(bob, slug).words == "This room is closed."
    with pytest.raises(NotFound):
        rooms.join(bob, room_of(slug).id)


def test_old_weeks_and_counts_are_cleared_away(ada):
    group(ada)
    crowd("algebra-aces", 3, points=4)

    assert rooms.forget_old() == 0
    with clock.stopped(clock.now() + timedelta(days=50)):
        assert [rooms.forget_old(), rooms.forget_old()] == [3, 0]


def test_staff_accounts_of_other_kinds_do_not_come_in(clean_world, ada):
    pia = people.acting(people.staff("Pia", Role.PRODUCT_MANAGER))

    with pytest.raises(NotAllowed):
        rooms.room(pia, group(ada))


def test_the_rooms_of_the_demo_are_furnished_once(ada, bob, sam, tess):
    for _ in range(2):
        halls.furnish(staff=sam, tutor=tess, students=(ada, bob))

    mine = {card.name for card in rooms.browse(ada).mine}
    assert mine == {"Algebra Aces", "Math Club"}
    assert len(rooms.browse(sam).mine) == 3
    assert [card.name for card in rooms.browse(bob).coming] == [halls.PARTY]
