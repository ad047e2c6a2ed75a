"""The week of a room: its goal, what counts for it, its board, and how it turns on Monday."""

from datetime import UTC, datetime, timedelta

import pytest

from tests import people
from tests.decks import finished
from tests.halls import (
    MATH_FIVE,
    crowd,
    group,
    joined,
    practise,
    room_of,
    tell,
    week_of,
)
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, rooms
from vel_tutor.domain.rooms import rules
from vel_tutor.models.friends import Block
from vel_tutor.vocabulary import BoardStage

SUNDAY_NIGHT = datetime(2026, 11, 30, 3, 30, tzinfo=UTC)
"""Half past ten on Sunday in New York, where everybody of these tests lives."""
MONDAY = SUNDAY_NIGHT + timedelta(hours=2)


@pytest.mark.parametrize(
    ("members", "goal"), [(0, 20), (1, 20), (10, 200), (11, 204), (100, 560), (10_000, 40_160)]
)
def test_a_goal_grows_with_the_members_and_slower_in_a_crowd(members, goal):
    assert rules.goal(members) == goal


def test_a_week_ends_where_the_room_is(ada):
    assert rules.week_of(SUNDAY_NIGHT, "America/New_York") == "2026-W48"
    assert rules.week_of(SUNDAY_NIGHT, "Europe/Berlin") == "2026-W49"
    assert rules.week_before("2027-W01") == "2026-W53"


def test_right_answers_count_for_the_room(ada, bob):
    slug = group(ada)
    joined(bob, slug)

    practise(bob, wrong=2)

    week = rooms.room(ada, slug).week
    assert (week.done, week.goal, week.percent) == (3, 40, 7)
    assert week.words == "3 of 40 right answers"


def test_a_deck_told_twice_counts_once(ada):
    slug = group(ada)
    session_id = practise(ada)

    tell(ada, session_id)

    assert rooms.room(ada, slug).week.done == 5


def test_a_deck_finished_before_joining_counts_for_nothing(ada, bob):
    session_id = finished(bob, MATH_FIVE, at=clock.now() - timedelta(hours=1))
    slug = group(ada)
    joined(bob, slug)

    tell(bob, session_id)

    assert week_of(slug) is None


def test_only_the_subject_of_the_room_counts(ada):
    slug = group(ada, rooms.RoomForm(subject="science", first="Bio", second="Squad"))

    practise(ada)

    assert week_of(slug) is None


def test_answers_faster_than_reading_do_not_count(ada):
    slug = group(ada)

    tell(ada, finished(ada, MATH_FIVE, seconds=0))

    assert week_of(slug) is None


def test_a_reached_goal_is_told_once(ada, published):
    slug = group(ada)
    for _ in range(5):
        practise(ada)

    told = [one for one in published if isinstance(one, rooms.RoomGoalReached)]
    assert len(told) == 1
    assert rooms.room(ada, slug).week.is_reached


def test_the_goal_of_a_week_under_way_grows_with_whoever_comes(ada, bob):
    slug = group(ada)
    practise(ada)

    joined(bob, slug)

    assert rooms.room(ada, slug).week.goal == 40


def test_on_monday_everything_begins_at_nothing_and_last_week_is_shown_until_put_away(ada):
    with clock.stopped(SUNDAY_NIGHT - timedelta(days=3)):
        slug = group(ada)
        crowd(slug, 1)
    with clock.stopped(SUNDAY_NIGHT):
        practise(ada, at=SUNDAY_NIGHT - timedelta(minutes=5))
        assert rooms.room(ada, slug).week.done == 5

    with clock.stopped(MONDAY):
        week = rooms.room(ada, slug).week
        assert (week.done, week.own.points) == (0, 0)
        assert week.result == "Last week we got 5 of 40 right answers. A new week has begun."

        rooms.put_result_away(ada, slug)

        assert rooms.room(ada, slug).week.result == ""


def test_a_deck_of_sunday_told_on_monday_counts_for_sunday(ada):
    with clock.stopped(SUNDAY_NIGHT - timedelta(days=3)):
        slug = group(ada)
    with clock.stopped(SUNDAY_NIGHT):
        session_id = finished(ada, MATH_FIVE, at=SUNDAY_NIGHT - timedelta(minutes=5))

    with clock.stopped(MONDAY):
        tell(ada, session_id)
        tell(ada, session_id)

        assert rooms.room(ada, slug).week.done == 0
    week = week_of(slug)
    assert week is not None
    assert (week.week, week.done) == ("2026-W48", 5)


def test_who_came_this_week_is_not_told_of_the_last(ada, bob):
    with clock.stopped(SUNDAY_NIGHT - timedelta(days=3)):
        slug = group(ada)
        practise(ada, at=SUNDAY_NIGHT - timedelta(days=3, minutes=-10))

    with clock.stopped(MONDAY):
        assert joined(bob, slug).week.result == ""


def test_a_reached_week_is_told_with_pride(ada):
    assert rules.result_words(412, 400) == "We did it: 412 of 400 right answers last week."


def test_below_ten_players_a_board_shows_only_oneself(ada):
    slug = group(ada)
    crowd(slug, 8, points=7)
    practise(ada)

    week = rooms.room(ada, slug).week

    assert (week.board, week.lines) == (BoardStage.FEW, ())
    assert (week.own.points, week.own.rank) == (5, 0)


def test_from_ten_players_on_there_are_places_and_made_up_names(ada):
    slug = group(ada)
    strangers = crowd(slug, 12, points=7)
    practise(ada)

    week = rooms.room(ada, slug).week

    assert (week.board, week.board_words) == (BoardStage.FULL, "You're #13 of 13")
    assert (len(week.lines), week.own.rank) == (10, 13)
    on_the_list = {accounts.pseudonym(one) for one in strangers}
    assert not {line.name for line in week.lines} <= on_the_list


def test_names_on_the_board_change_from_week_to_week_and_room_to_room(ada):
    key = b"key"
    room_id, user_id = room_of(group(ada)).id, ada.user_id

    faces = {
        rules.face_id(key, room_id, "2026-W48", user_id),
        rules.face_id(key, room_id, "2026-W49", user_id),
        rules.face_id(key, user_id, "2026-W48", user_id),
        user_id,
    }

    assert len(faces) == 4


def test_blocked_people_do_not_see_each_other_in_a_room(ada, bob):
    slug = group(ada)
    joined(bob, slug)
    with transaction() as tx:
        tx.session.add(Block(by_id=ada.user_id, about_id=bob.user_id, at=tx.now))

    assert [one.is_you for one in rooms.room(ada, slug).people] == [True]
    assert [one.is_you for one in rooms.room(bob, slug).people] == [True]


def test_a_room_is_read_in_few_statements_however_many_are_in_it(ada, queries):
    slug = group(ada)
    crowd(slug, 40, points=3)
    practise(ada)

    with queries(at_most=16):  # two of them are the savepoint of the test
        view = rooms.room(ada, slug)

    assert (len(view.people), bool(view.more)) == (24, True)
    people_left, more = rooms.members(ada, slug, view.more)
    assert (len(people_left), more) == (17, "")


def test_no_id_of_a_person_is_in_what_a_screen_gets(ada, bob):
    slug = group(ada)
    view = joined(bob, slug)

    assert str(ada.user_id) not in repr(view)
    assert people.ZONE not in repr(view)
