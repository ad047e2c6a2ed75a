"""A child's week as it was: skills that rose, time really spent, compared with the week before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.decks import FIVE, TEN, finished
from vel_tutor import content
from vel_tutor.core.db import reading
from vel_tutor.domain.loops.proud_parent import rules, week
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.vocabulary import Subject

MONDAY = date(2026, 11, 9)
NEW_YORK = "America/New_York"
SUNDAY_NIGHT = datetime(2026, 11, 16, 4, 50, tzinfo=UTC)
"""Ten to midnight on Sunday in New York."""
WEDNESDAY = datetime(2026, 11, 11, 21, tzinfo=UTC)
ONE_STEP = content.skill("math.one_step")
ONE_SKILL = DeckChoice(subject=Subject.MATH, grade=ONE_STEP.grade, skill=ONE_STEP.id, size=10)


def week_of(actor, monday=MONDAY, zone=NEW_YORK):
    with reading() as tx:
        return week.of(tx, actor.user_id, actor.time_zone, monday, zone)


def test_a_week_counts_questions_and_the_minutes_they_took(ada):
    finished(ada, TEN, seconds=30, at=WEDNESDAY)

    found = week_of(ada)

    assert (found.effort.answers, found.minutes) == (10, 5)


def test_a_question_left_on_the_screen_counts_five_minutes_at_most(ada):
    finished(ada, FIVE, seconds=9 * 60, at=WEDNESDAY)

    assert week_of(ada).minutes == 25


def test_skills_that_rose_are_told_from_where_to_where(ada):
    finished(ada, ONE_SKILL, seconds=20, at=WEDNESDAY)

    found = week_of(ada)

    assert [step.name for step in found.steps] == [ONE_STEP.name]
    assert found.steps[0].before == "Not tried yet"
    assert found.steps[0].after in {"Familiar", "Proficient"}


def test_a_skill_that_was_only_tried_has_not_improved(ada):
    finished(ada, ONE_SKILL, wrong=10, seconds=20, at=WEDNESDAY)

    assert week_of(ada).steps == ()
    assert week_of(ada).effort.answers == 10


def test_a_week_ends_on_sunday_at_midnight_where_the_parent_is(ada):
    finished(ada, TEN, seconds=120, at=SUNDAY_NIGHT)

    assert week_of(ada).effort.answers == 4
    assert week_of(ada, MONDAY + timedelta(days=7)).effort.answers == 6


def test_a_week_is_compared_with_the_one_before(ada):
    finished(ada, TEN, seconds=30, at=WEDNESDAY - timedelta(days=7))
    finished(ada, ONE_SKILL, seconds=60, at=WEDNESDAY)

    seen = week.view(week_of(ada), "Ada", MONDAY)

    assert seen.minutes_change == "5 minutes more than the week before"
    assert seen.answers_change == "as in the week before"


def test_an_empty_week_says_so(ada):
    seen = week.view(week_of(ada), "Ada", MONDAY)

    assert seen.is_empty
    assert seen.headline == "Ada did not practise this week."


def test_a_week_costs_the_same_however_much_was_done(ada, queries):
    for day in range(3):
        finished(ada, TEN, seconds=30, at=WEDNESDAY + timedelta(days=day))

    with queries(at_most=17):  # seven of them are the book a streak is read from
        week_of(ada)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 16, 13, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 16, 14, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 17, 4, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 17, 5, 0, tzinfo=UTC), False),
    ],
)
def test_letters_go_on_monday_from_nine_until_midnight_where_the_parent_is(now, due):
    assert rules.is_letter_time(now, NEW_YORK) is due


def test_a_week_with_the_clock_change_has_an_hour_more():
    since, until = rules.bounds(date(2026, 10, 26), NEW_YORK)

    assert until - since == timedelta(days=7, hours=1)


def test_the_best_that_is_true_is_told_first():
    assert rules.headline("Emma", 5, 40, 30, "this week") == "Emma improved in 5 skills this week!"
    assert rules.headline("Emma", 0, 1, 12, "last week") == (
        "Emma answered 12 questions in 1 minute last week!"
    )
