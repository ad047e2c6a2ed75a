"""Prompts of the other loops: a place on a board, a weak skill, a parent who may be proud."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import col, select

from tests import families, rallies
from tests.decks import FIVE, finished
from tests.domain.test_prompts import NOON, now_shown
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import bank, diagnostics, practice
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.domain.incentives.events import StreakAtRisk
from vel_tutor.domain.loops import prompts, rally
from vel_tutor.models.prompts import Prompt
from vel_tutor.vocabulary import LoopKind, PromptPlace, Subject, Trigger
from vt import exam

SCIENCE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
ONE_STEP = content.skill("math.one_step")
KNOWS = practice.DeckChoice(subject=Subject.MATH, grade=ONE_STEP.grade, skill=ONE_STEP.id, size=10)


@pytest.fixture
def asks(published) -> Callable[..., list[Prompt]]:
    """`asks(user)`: do what the reactions do; what was decided about that person, oldest first."""

    def react(user_id, at=NOON) -> list[Prompt]:
        with clock.stopped(at), transaction() as tx:
            for event in list(published):
                prompts.consider(tx, event)
        with reading() as tx:
            rows = select(Prompt).where(Prompt.user_id == user_id)
            return list(tx.session.exec(rows.order_by(col(Prompt.created_at))).all())

    return react


def test_whoever_stands_on_a_board_is_asked_to_bring_friends_to_it(ada, asks):
    with clock.stopped(NOON):
        rallies.strangers(ada, range(10, 30))
        finished(ada, rallies.TEN, wrong=8, at=NOON - timedelta(minutes=2))
        rally.enter(ada, Subject.MATH)

        [row] = asks(ada.user_id)

    assert (row.loop, row.place) == (LoopKind.RESULTS_RALLY, PromptPlace.RALLY)
    shown = now_shown(ada)
    assert "of 21" in shown.words
    assert shown.path == "/rally?subject=math"
    assert "50 XP" in shown.reward


def test_a_board_of_a_few_is_not_spoken_of(ada, asks):
    with clock.stopped(NOON):
        rallies.strangers(ada, range(10, 14))
        finished(ada, rallies.TEN, wrong=8, at=NOON - timedelta(minutes=2))
        rally.enter(ada, Subject.MATH)

        [row] = asks(ada.user_id)

    assert row.loop is None


@pytest.mark.parametrize(
    ("ability", "place"),
    [(2.5, PromptPlace.TEST_RESULTS), (-1.5, PromptPlace.TEST_STEPS)],
    ids=["strong", "weak"],
)
def test_a_strong_test_is_a_score_to_beat_and_a_weak_one_something_to_do_together(
    ada, asks, ability, place
):
    bank.fill(Subject.SCIENCE, per_family=3)
    test = exam.take(ada, SCIENCE, ability, NOON - timedelta(hours=1))

    [row] = [one for one in asks(ada.user_id) if one.trigger is Trigger.DIAGNOSTIC_COMPLETED]

    assert (row.loop, row.place) == (LoopKind.BUDDY_CHALLENGE, place)
    shown, found = now_shown(ada), diagnostics.results(ada, test)
    if place is PromptPlace.TEST_STEPS:
        assert found.next_steps[0].name in shown.words
        assert "%" not in shown.words
        assert f"skill={found.next_steps[0].skill}" in shown.path
    else:
        assert f"{found.domain_percent}%" in shown.words


def test_a_parent_hears_of_it_when_a_child_has_had_a_good_week(asks, published):
    home = families.family()
    pat, lea = home.parent, home.child
    for days in (2, 1, 0):
        at = NOON - timedelta(days=days, minutes=15)
        finished(lea, KNOWS, at=at)
    with clock.stopped(NOON + timedelta(minutes=21)):
        practice.close_visits()
    published[:] = [one for one in published if type(one).__name__ == "LearningSessionEnded"][-1:]

    [row] = asks(pat.user_id, NOON + timedelta(minutes=21))

    assert (row.loop, row.place) == (LoopKind.PROUD_PARENT, PromptPlace.PROUD)
    shown = now_shown(pat, NOON + timedelta(minutes=30))
    assert shown.path == f"/proud/{lea.user_id}"
    assert "class pass" in shown.reward
    assert "Lea" not in shown.words


def test_a_week_without_progress_asks_no_parent(asks):
    home = families.family()
    pat, lea = home.parent, home.child
    finished(lea, KNOWS, wrong=10, at=NOON)
    with clock.stopped(NOON + timedelta(minutes=25)):
        practice.close_visits()

    rows = asks(pat.user_id, NOON + timedelta(minutes=25))

    assert [row.loop for row in rows] == [None]


def at_risk(user_id, reminder: int = 1) -> StreakAtRisk:
    return StreakAtRisk(
        user_id=user_id,
        local_date=NOON.date(),
        ends_at=NOON + timedelta(hours=5),
        length=7,
        reminder=reminder,
        shields=0,
    )


def test_a_streak_at_risk_asks_for_a_rescue_once_a_day_until_it_ends(ada, asks, published):
    published[:] = [at_risk(ada.user_id, 1), at_risk(ada.user_id, 2)]

    [row] = asks(ada.user_id)

    assert row.loop is LoopKind.STREAK_RESCUE
    shown = now_shown(ada)
    assert "7-day" in shown.words
    assert shown.path == "/rescue"
    assert now_shown(ada, NOON + timedelta(hours=5)).id == ""


def test_a_rescue_takes_the_place_of_a_prompt_that_can_wait(ada, asks, published):
    finished(ada, FIVE, at=NOON - timedelta(minutes=1))
    asks(ada.user_id)
    published[:] = [at_risk(ada.user_id)]
    asks(ada.user_id, NOON + timedelta(minutes=1))

    shown = now_shown(ada, NOON + timedelta(minutes=2))

    assert shown.loop == LoopKind.STREAK_RESCUE


def test_a_child_who_may_not_practise_with_others_is_not_asked_for_a_rescue(asks, published):
    lea = families.family().child
    published[:] = [at_risk(lea.user_id)]

    [row] = asks(lea.user_id)

    assert row.loop is None
