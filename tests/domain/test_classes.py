"""Classes that tutors offer: a seat costs one pass, and never more seats than there are."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from tests import people
from tests.families import Family, family
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound, Refusal
from vel_tutor.domain import incentives, tutoring
from vel_tutor.domain.incentives import NoPass
from vel_tutor.domain.tutoring import ClassForm, ClassFull, SeatAlready, TooLateToGiveUp
from vel_tutor.vocabulary import PassReason, Role, Subject

ROOM = "https://rooms.example.org/math-8"


def form(days: float = 3, **fields: str) -> ClassForm:
    at = (clock.now() + timedelta(days=days)).astimezone(ZoneInfo("UTC"))
    given = {
        "subject": "math",
        "band": "3-5",
        "day": f"{at:%Y-%m-%d}",
        "at": f"{at:%H:%M}",
        "minutes": "45",
        "seats": "2",
        "place": ROOM,
    }
    return ClassForm(**(given | fields))


def pass_for(parent, count: int = 1) -> None:
    with transaction() as tx:
        for _ in range(count):
            incentives.give_pass(tx, parent.user_id, PassReason.FAMILY_INVITED, uuid4())


def held(parent) -> int:
    with reading() as tx:
        return incentives.passes_of(tx, parent.user_id)


@pytest.fixture
def pats() -> Family:
    """Pat and Lea, with one pass."""
    found = family()
    pass_for(found.parent)
    return found


@pytest.fixture
def lesson(tess) -> UUID:
    """Tess offers a class of two seats in three days."""
    return tutoring.offer(tess, form())


def test_a_class_is_listed_for_everybody_and_its_room_for_nobody(lesson):
    [seen] = tutoring.sampler(Subject.MATH, None).classes

    assert (seen.tutor, seen.band, seen.seats_left) == (
        "Tess",
        "Grades 3 to 5",
        "2 of 2 seats free",
    )
    assert ROOM not in str(tutoring.sampler(Subject.MATH, None))
    assert tutoring.sampler(Subject.SCIENCE, None).classes == ()


def test_a_seat_costs_one_pass_and_shows_the_room(lesson, pats):
    tutoring.book(pats.parent, lesson, pats.child.user_id)

    [seat] = tutoring.seats_of(pats.parent)
    assert (seat.child, seat.place, seat.may_give_up) == ("Lea", ROOM, True)
    assert held(pats.parent) == 0
    assert incentives.drift() == 0


def test_without_a_pass_there_is_no_seat(lesson):
    toms = family("Tom", "Kim")

    with pytest.raises(NoPass):
        tutoring.book(toms.parent, lesson, toms.child.user_id)

    assert tutoring.sampler(Subject.MATH, None).classes[0].seats_left == "2 of 2 seats free"


def test_a_child_has_one_seat_in_a_class(lesson, pats):
    pass_for(pats.parent)
    tutoring.book(pats.parent, lesson, pats.child.user_id)

    with pytest.raises(SeatAlready):
        tutoring.book(pats.parent, lesson, pats.child.user_id)

    assert held(pats.parent) == 1


def test_nobody_books_for_somebody_elses_child(lesson, pats, ada):
    with pytest.raises(NotFound):
        tutoring.book(pats.parent, lesson, ada.user_id)
    with pytest.raises(NotAllowed):
        tutoring.book(ada, lesson, ada.user_id)


@pytest.mark.commits
def test_of_many_at_once_no_more_get_in_than_there_are_seats():
    tess = people.acting(people.staff("Tess", Role.TUTOR))
    lesson = tutoring.offer(tess, form(seats="1"))
    pats, toms = family(), family("Tom", "Kim")
    for one in (pats, toms):
        pass_for(one.parent, 5)

    def press(one: Family) -> str:
        try:
            tutoring.book(one.parent, lesson, one.child.user_id)
        except Refusal as refusal:
            return refusal.code
        return "booked"

    with ThreadPoolExecutor(10) as pool:
        said = list(pool.map(press, [pats, toms] * 5))

    assert said.count("booked") == 1
    assert held(pats.parent) + held(toms.parent) == 9
    assert incentives.drift() == 0


def test_the_last_seat_is_the_last(tess, pats):
    lesson = tutoring.offer(tess, form(seats="1"))
    toms = family("Tom", "Kim")
    pass_for(toms.parent)
    tutoring.book(toms.parent, lesson, toms.child.user_id)

    with pytest.raises(ClassFull):
        tutoring.book(pats.parent, lesson, pats.child.user_id)

    assert held(pats.parent) == 1


def test_a_seat_given_up_in_time_brings_the_pass_back_once(lesson, pats):
    tutoring.book(pats.parent, lesson, pats.child.user_id)
    [seat] = tutoring.seats_of(pats.parent)

    tutoring.give_up(pats.parent, UUID(seat.id))
    with pytest.raises(NotFound):
        tutoring.give_up(pats.parent, UUID(seat.id))

    assert held(pats.parent) == 1
    assert tutoring.sampler(Subject.MATH, None).classes[0].seats_left == "2 of 2 seats free"
    assert incentives.drift() == 0


def test_within_a_day_of_the_class_a_seat_stays(lesson, pats):
    tutoring.book(pats.parent, lesson, pats.child.user_id)
    [seat] = tutoring.seats_of(pats.parent)

    with clock.stopped(clock.now() + timedelta(days=2, minutes=5)), pytest.raises(TooLateToGiveUp):
        tutoring.give_up(pats.parent, UUID(seat.id))

    assert held(pats.parent) == 0


def test_a_seat_is_given_up_by_nobody_else(lesson, pats):
    tutoring.book(pats.parent, lesson, pats.child.user_id)
    [seat] = tutoring.seats_of(pats.parent)

    with pytest.raises(NotFound):
        tutoring.give_up(people.acting(people.parent("Tom")), UUID(seat.id))


def test_a_class_called_off_gives_every_pass_back(tess, lesson, pats, published):
    tutoring.book(pats.parent, lesson, pats.child.user_id)

    tutoring.call_off(tess, lesson)

    assert held(pats.parent) == 1
    assert tutoring.seats_of(pats.parent) == ()
    assert tutoring.sampler(Subject.MATH, None).classes == ()
    assert "NotificationAdded" in {type(event).__name__ for event in published}
    with pytest.raises(NotFound):
        tutoring.call_off(tess, lesson)


def test_a_tutor_sees_who_comes_by_first_name(tess, lesson, pats):
    tutoring.book(pats.parent, lesson, pats.child.user_id)

    [seen] = tutoring.own_classes(tess)

    assert seen.taken == "1 of 2 seats taken"
    assert [(one.name, one.grade) for one in seen.attendees] == [("Lea", "Grade 4")]


def test_only_tutors_offer_and_only_their_own_is_theirs_to_call_off(lesson, pats):
    with pytest.raises(NotAllowed):
        tutoring.offer(pats.parent, form())
    with pytest.raises(NotFound):
        tutoring.call_off(people.acting(people.staff("Tim", Role.TUTOR)), lesson)


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "tomorrow"},
        {"at": "25:00"},
        {"subject": "cooking"},
        {"band": "1-12"},
        {"minutes": "46"},
        {"seats": "0"},
        {"seats": "31"},
        {"place": "http://rooms.example.org"},
        {"place": "javascript:alert(1)"},
        {"place": "https://user@rooms.example.org"},
        {"place": "https://rooms"},
    ],
    ids=str,
)
def test_a_field_that_will_not_do_is_refused(tess, wrong):
    with pytest.raises(Invalid):
        tutoring.offer(tess, form(**wrong))


@pytest.mark.parametrize("days", [-1, 0.01, 91])
def test_a_class_is_neither_over_nor_far_away(tess, days):
    with pytest.raises(Invalid):
        tutoring.offer(tess, form(days))
