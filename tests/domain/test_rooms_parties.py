"""Watch-parties: planning them, being told, what is shown when, and how they end."""

from datetime import datetime, timedelta

import pytest

from tests import people
from tests.halls import joined, party, room_of, switch
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import notifications, rooms, tutoring
from vel_tutor.domain.rooms import PartyForm
from vel_tutor.domain.tutoring import ClassForm
from vel_tutor.models.tutoring import ClassSeat
from vel_tutor.vocabulary import ConsentScope, HallStage, NotificationKind

PLACE = "https://rooms.example.org/tess"


@pytest.fixture
def slug(tess):
    """A party of Tess's that begins in two hours."""
    return party(tess)


def begins(slug: str) -> datetime:
    """When a party begins."""
    at = room_of(slug).starts_at
    assert at is not None
    return at


def ends(slug: str) -> datetime:
    """When it ends."""
    at = room_of(slug).ends_at
    assert at is not None
    return at


def a_class(tess):
    """A class of Tess's, in four days."""
    day = clock.now() + timedelta(days=4)
    form = ClassForm(
        subject="science",
        band="9-12",
        day=f"{day:%Y-%m-%d}",
        at="16:00",
        minutes="45",
        seats="6",
        place=PLACE,
    )
    return tutoring.offer(tess, form)


def around(tess, class_id):
    """The slug of a party around that class."""
    form = PartyForm(name="Science live", band="teen", class_id=str(class_id))
    return rooms.open_party(tess, form)


def test_a_party_is_coming_up_for_its_age_and_for_no_other(slug, ada, tess):
    una = people.acting(people.student("Una", years=20, grade=13))

    [card] = rooms.browse(ada).coming
    assert (card.slug, card.is_live) == (slug, False)
    assert rooms.browse(una).coming == ()
    assert [one.slug for one in rooms.browse(tess).mine] == [slug]


def test_students_plan_no_parties(ada):
    with pytest.raises(NotAllowed):
        party(ada)


@pytest.mark.parametrize("hours", [-1, 0, 24 * 61])
def test_a_party_is_planned_for_soon_and_not_for_the_past(hours, tess):
    with pytest.raises(rooms.TimeOdd):
        party(tess, starts_in=timedelta(hours=hours))


def test_everybody_reads_the_time_by_their_own_clock(slug, ada, bob):
    from sqlmodel import select

    from vel_tutor.models.accounts import User

    with transaction() as tx:
        user = tx.session.exec(select(User).where(User.id == bob.user_id)).one()
        user.time_zone = "Europe/Berlin"
        tx.session.add(user)

    assert rooms.room(ada, slug).party.when != rooms.room(bob, slug).party.when


def test_the_doors_open_ten_minutes_before(slug, ada):
    starts_at = begins(slug)
    with clock.stopped(starts_at - timedelta(minutes=11)):
        assert rooms.room(ada, slug).stage == HallStage.EARLY
        with pytest.raises(rooms.NotOpenYet):
            rooms.join(ada, room_of(slug).id)

    with clock.stopped(starts_at - timedelta(minutes=10)):
        view = joined(ada, slug)
        assert (view.stage, view.party.has_begun) == (HallStage.INSIDE, False)
        assert view.party.seconds == 600


def test_everybody_looks_at_the_same_question_and_it_moves_with_the_clock(slug, ada, bob):
    starts_at = begins(slug)
    seen = []
    with clock.stopped(starts_at):
        for who in (ada, bob):
            joined(who, slug)
    for minutes in (0, 3, 6, 29):
        with clock.stopped(starts_at + timedelta(minutes=minutes)):
            lessons = [rooms.room(who, slug).party.lesson for who in (ada, bob)]
        assert lessons[0] == lessons[1]
        seen.append(lessons[0].question.number)

    assert seen == [1, 1, 2, 5]
    assert lessons[0].steps
    assert len(lessons[0].question.choices) == 4


def test_after_the_end_the_page_says_so_and_a_day_later_the_room_closes(slug, ada, bob):
    ends_at = ends(slug)
    with clock.stopped(ends_at - timedelta(minutes=1)):
        joined(ada, slug)

    with clock.stopped(ends_at):
        assert rooms.room(ada, slug).words == "This watch-party is over."
        with pytest.raises(NotFound):
            rooms.join(bob, room_of(slug).id)
        assert rooms.browse(ada).coming == ()
        assert rooms.close_over() == 0
    with clock.stopped(ends_at + timedelta(days=1, minutes=1)):
        assert [rooms.close_over(), rooms.close_over()] == [1, 0]


def test_whoever_asked_is_told_once_a_quarter_of_an_hour_before(slug, ada, bob):
    rooms.remind(ada, slug, wanted=True)
    rooms.remind(bob, slug, wanted=True)
    rooms.remind(bob, slug, wanted=False)
    assert rooms.remind_due() == 0

    with clock.stopped(begins(slug) - timedelta(minutes=15)):
        assert [rooms.remind_due(), rooms.remind_due()] == [1, 0]
        [notice] = notifications.inbox(ada).notices

    assert (notice.kind, notice.path) == (NotificationKind.PARTY_BEGINS, f"/rooms/{slug}")
    assert notifications.inbox(bob).notices == ()


def test_whoever_is_switched_off_is_reminded_of_nothing(slug, ada):
    rooms.remind(ada, slug, wanted=True)
    switch(ada, ConsentScope.FRIENDS, on=False)
    with transaction() as tx:
        rooms.leave_if_hidden(tx, ada.user_id)

    with clock.stopped(begins(slug)):
        assert rooms.remind_due() == 0


def test_nobody_is_reminded_of_what_they_may_not_know_of(slug, pat, clean_world):
    una = people.acting(people.student("Una", years=20, grade=13))

    with pytest.raises(NotFound):
        rooms.remind(una, slug, wanted=True)
    with pytest.raises(NotAllowed):
        rooms.remind(pat, slug, wanted=True)


def test_a_party_around_a_class_takes_its_subject_and_time(tess, ada):
    class_id = a_class(tess)

    slug = around(tess, class_id)

    found = room_of(slug)
    assert (found.subject, found.grade_from, found.class_id) == ("science", 9, class_id)
    assert ends(slug) - begins(slug) == timedelta(minutes=45)


def test_nobody_holds_a_party_around_somebody_elses_class(tess, sam):
    form = PartyForm(name="Science live", band="teen", class_id=str(a_class(tess)))

    with pytest.raises(NotFound):
        rooms.open_party(sam, form)


def test_the_video_room_is_for_those_with_a_seat(tess, ada, bob, pat):
    class_id = a_class(tess)
    slug = around(tess, class_id)
    with transaction() as tx:
        tx.session.add(
            ClassSeat(
                session_id=class_id,
                child_id=ada.user_id,
                parent_id=pat.user_id,
                taken_at=tx.now,
            )
        )

    with clock.stopped(begins(slug)):
        assert joined(ada, slug).party.place == PLACE
        assert joined(bob, slug).party.place == ""


def test_a_class_that_is_called_off_takes_its_party_along(tess, ada):
    class_id = a_class(tess)
    slug = around(tess, class_id)
    rooms.remind(ada, slug, wanted=True)

    for _ in range(2):
        with transaction() as tx:
            rooms.class_called_off(tx, class_id)

    assert rooms.room(ada, slug).stage == HallStage.OVER
    with clock.stopped(begins(slug)):
        assert rooms.remind_due() == 0
