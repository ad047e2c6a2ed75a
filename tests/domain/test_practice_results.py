"""What a finished deck brings: the score, its time, XP by cause, and nothing for guessing."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests.decks import TEN, finished
from vel_tutor.core import clock
from vel_tutor.domain import incentives, practice
from vel_tutor.domain.practice import DeckChoice, Player, PracticeCompleted
from vel_tutor.vocabulary import Subject

FIVE = DeckChoice(subject=Subject.MATH, grade=4, skill="math.place_value", size=5)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
GUEST = Player.guest("a-visitor")


def test_a_perfect_deck_pays_and_tells_others_once(ada, published):
    session = finished(ada, TEN, at=MORNING)

    done = [bobnt for bobnt in published if isinstance(bobnt, PracticeCompleted)]
    assert [(bobnt.session_id, bobnt.percent) for bobnt in done] == [(session, 100)]
    assert done[0].topics == (f"student:{ada.user_id}",)
    assert incentives.purse(ada).lifetime_xp == 10 + 20 + 5


def test_results_tell_score_time_and_xp_by_cause(ada):
    session = finished(ada, TEN, wrong=2, seconds=12, at=MORNING)
    with clock.stopped(MORNING + timedelta(minutes=5)):
        view = practice.results(ada, session)

    assert (view.correct, view.size, view.percent, view.spent) == (8, 10, 80, "2 min")
    assert [(line.words, line.amount) for line in view.xp_lines] == [
        ("Session finished", 10),
        ("First practice of the day", 5),
    ]
    assert (view.xp, view.streak) == (15, 1)
    assert [question.right for question in view.questions] == [False] * 2 + [True] * 8
    assert all(question.steps and question.key and question.yours for question in view.questions)
    assert view.advice.words
    assert view.advice.path.startswith("/practice?subject=math&grade=4&skill=math.")


def test_results_say_how_a_skill_goes_once_three_answers_are_known(ada):
    view = practice.results(ada, finished(ada, FIVE, at=MORNING))

    assert [(skill.name, skill.words) for skill in view.skills] == [
        ("Place value in large numbers", "Proficient")
    ]


def test_results_wait_for_the_last_answer(ada):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    with pytest.raises(practice.StillOpen):
        practice.results(ada, session)


def test_the_last_answer_told_again_pays_nothing_more(ada):
    session = finished(ada, TEN, at=MORNING)

    practice.submit_answer(ada, session, 9, "0")

    assert incentives.purse(ada).lifetime_xp == 35


def test_guessing_through_a_deck_pays_nothing_and_says_why(ada):
    session = finished(ada, TEN, seconds=1, at=MORNING)

    view = practice.results(ada, session)

    assert (view.xp, view.streak) == (0, 0)
    assert "faster" in view.xp_note


def test_the_sixth_deck_of_the_learners_own_day_earns_half(ada):
    before = [finished(ada, TEN, at=MORNING + timedelta(minutes=10 * turn)) for turn in range(5)]
    paid = [practice.results(ada, deck).xp for deck in before]
    assert paid == [35, 30, 10, 10, 10]  # all right each time: the bonus is for two decks a day

    sixth = finished(ada, TEN, at=MORNING + timedelta(hours=1))
    assert practice.results(ada, sixth).xp == 5
    tomorrow = finished(ada, TEN, at=MORNING + timedelta(days=1))
    assert practice.results(ada, tomorrow).xp == 35


def test_results_cost_few_statements_however_long_the_deck(ada, queries):
    session = finished(ada, TEN, at=MORNING)

    with queries(at_most=13):
        practice.results(ada, session)
