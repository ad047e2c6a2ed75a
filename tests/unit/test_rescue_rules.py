"""Who has earned a shield, who may share a room, and when time is over."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from vel_tutor.core.events import Event
from vel_tutor.domain.loops.rescue import RescueCompleted, rules
from vel_tutor.domain.loops.rescue.rules import Work
from vel_tutor.vocabulary import Standing

NOW = datetime(2026, 3, 1, 20, tzinfo=UTC)
DONE = Work(answered=10, completed=True)
CHILD, TEEN, ADULT = Standing.CHILD, Standing.TEEN, Standing.ADULT


def part(answered: int, **more: bool) -> Work:
    return Work(answered=answered, completed=False, **more)


@pytest.mark.parametrize(
    ("mine", "other", "earned"),
    [
        (DONE, DONE, True),
        (DONE, None, False),
        (DONE, part(3, lost=True), True),
        (DONE, part(2, lost=True), False),
        (DONE, part(9), False),
        (part(9), DONE, False),
        (part(9, lost=True), DONE, False),
        (DONE, Work(answered=10, completed=True, honest=False), False),
        (Work(answered=10, completed=True, honest=False), DONE, False),
        (DONE, part(5, lost=True, honest=False), False),
    ],
)
def test_a_shield_takes_two_and_ones_own_work(mine, other, earned):
    assert rules.earns(mine, other) is earned


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (TEEN, TEEN, True),
        (CHILD, TEEN, True),
        (CHILD, CHILD, True),
        (ADULT, ADULT, True),
        (ADULT, Standing.PARENT, True),
        *[
            (minor, grown, False)
            for minor in (CHILD, TEEN, Standing.LOCKED_CHILD)
            for grown in (ADULT, Standing.PARENT, Standing.TUTOR, Standing.ADMIN)
        ],
    ],
)
def test_minors_are_with_minors_and_grown_ups_with_grown_ups(one, other, together):
    assert rules.may_share_a_room(one, other) is together
    assert rules.may_share_a_room(other, one) is together


@pytest.mark.parametrize(("after_ms", "late"), [(-1, False), (0, False), (300, False), (301, True)])
def test_an_answer_may_be_300_ms_on_its_way(after_ms, late):
    assert rules.is_late(NOW, NOW + timedelta(milliseconds=after_ms)) is late


def test_answers_are_marked_in_turn_whatever_order_they_come_in():
    for order in permutations(range(5)):
        waiting: set[int] = set()
        marked: list[int] = []
        for position in order:
            waiting.add(position)
            marked += rules.in_turn(waiting, len(marked))

        assert marked == [0, 1, 2, 3, 4]


def test_a_gap_holds_up_what_comes_after_it_only():
    assert rules.in_turn([0, 1, 3, 4], 0) == (0, 1)
    assert rules.in_turn([3, 4], 2) == ()


@pytest.mark.parametrize(
    ("streak", "practised", "at_risk"), [(7, False, True), (7, True, False), (1, False, False)]
)
def test_a_streak_of_two_days_may_end_until_something_is_practised(streak, practised, at_risk):
    assert rules.may_end(streak, practised_today=practised) is at_risk


@pytest.mark.parametrize(("hours", "soon"), [(4, True), (4.1, False), (0, False), (-1, False)])
def test_a_day_ends_soon_in_its_last_four_hours(hours, soon):
    assert rules.ends_soon(timedelta(hours=hours)) is soon


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(120, "2 hours"), (61, "1 hour 1 minute"), (59, "59 minutes"), (0.2, "1 minute")],
)
def test_time_is_read_out_to_the_minute(minutes, words):
    assert rules.in_words(timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(("own", "found"), [(4, 4), (12, 8), (None, 5), (0, 3)])
def test_the_questions_are_near_the_grade_of_whoever_calls(own, found):
    assert rules.nearest((3, 4, 5, 8), own) == found


def test_an_event_with_several_people_survives_the_outbox():
    from uuid import uuid4

    told = RescueCompleted(room_id=uuid4(), user_ids=(uuid4(), uuid4()))

    assert Event.kinds["RescueCompleted"].from_payload(told.payload()) == told
