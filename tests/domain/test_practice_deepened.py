"""Wrong keys are taken back, what was missed comes back, and decks suit their player."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select

from tests.decks import TEN, finished, question, right_answer, wrong_answer
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import incentives, mastery, practice
from vel_tutor.domain.mastery.domains import usual_level
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.models.practice import (
    PracticeQuestion,
    PracticeSession,
    PracticeSlip,
    SkillLevel,
    SkillReturn,
)
from vel_tutor.vocabulary import Mastery, Subject

SKILL = "math.place_value"
FIVE = DeckChoice(subject=Subject.MATH, grade=4, skill=SKILL, size=5)
MORNING = datetime(2026, 11, 23, 15, tzinfo=UTC)


def rows(table):
    with reading() as tx:
        return tx.session.exec(select(table)).all()


def waiting():
    return [one for one in rows(SkillReturn) if one.closed_at is None]


def slip(actor, at=MORNING, position=0):
    """A deck in which the answer to `position` was wrong a moment ago."""
    with clock.stopped(at):
        session = UUID(practice.open_session(actor, FIVE).session_id)
        for place in range(position):
            practice.submit_answer(actor, session, place, right_answer(session, place))
            practice.next_question(actor, session, place)
        went = practice.submit_answer(actor, session, position, wrong_answer(session, position))
    assert went.verdict.is_slip
    return session


def test_a_wrong_key_is_taken_back_and_the_question_is_open_again(ada):
    session = slip(ada)
    (before, *_), met = _questions(session), question(session, 0)

    with clock.stopped(MORNING + timedelta(seconds=4)):
        view = practice.take_back(ada, session, 0)
        other = question(session, 0)
        went = practice.submit_answer(ada, session, 0, right_answer(session, 0))

    assert (view.answered, view.question.position, view.verdict.shown) == (0, 0, False)
    assert (went.right, went.answered, went.correct) == (True, 1, 1)
    assert (other.family, other.stem == met.stem) == (met.family, False)
    (kept,) = rows(PracticeSlip)
    assert (kept.position, kept.family, kept.seed) == (0, before.family, before.seed)
    assert kept.answer


def test_levels_are_what_they_were_before_the_slip(ada):
    finished(ada, FIVE, at=MORNING - timedelta(days=1))
    before = rows(SkillLevel)[0].model_dump(), practice.levels(ada)
    session = slip(ada)

    with clock.stopped(MORNING + timedelta(seconds=4)):
        practice.take_back(ada, session, 0)

    after = rows(SkillLevel)[0].model_dump(), practice.levels(ada)
    assert after[1] == before[1]
    assert after[0]["average"] == pytest.approx(before[0]["average"])


def test_the_first_answer_ever_taken_back_leaves_no_level(ada):
    session = slip(ada)

    with clock.stopped(MORNING + timedelta(seconds=1)):
        practice.take_back(ada, session, 0)

    assert practice.levels(ada) == ()
    with reading() as tx:
        assert mastery.known(tx, ada.user_id, [SKILL])[0].level is Mastery.UNKNOWN


def test_a_wrong_key_is_taken_back_once_a_session_and_only_at_once(ada):
    late = slip(ada)
    with clock.stopped(MORNING + timedelta(seconds=9)), pytest.raises(practice.TooLate):
        practice.take_back(ada, late, 0)

    with clock.stopped(MORNING + timedelta(minutes=1)):
        practice.next_question(ada, late, 0)
        practice.submit_answer(ada, late, 1, wrong_answer(late, 1))
        practice.take_back(ada, late, 1)
        again = practice.submit_answer(ada, late, 1, wrong_answer(late, 1))
        assert not again.verdict.is_slip
        with pytest.raises(practice.TooLate):
            practice.take_back(ada, late, 1)


def test_a_right_answer_a_shown_solution_and_a_verdict_left_behind_stay(ada):
    with clock.stopped(MORNING):
        session = UUID(practice.open_session(ada, FIVE).session_id)
        practice.submit_answer(ada, session, 0, right_answer(session, 0))
        with pytest.raises(practice.TooLate):
            practice.take_back(ada, session, 0)
        practice.next_question(ada, session, 0)
        practice.reveal(ada, session, 1)
        with pytest.raises(practice.TooLate):
            practice.take_back(ada, session, 1)
        practice.next_question(ada, session, 1)
        practice.submit_answer(ada, session, 2, wrong_answer(session, 2))
        practice.next_question(ada, session, 2)
        with pytest.raises(practice.TooLate):
            practice.take_back(ada, session, 2)


def test_what_the_ledger_has_paid_cannot_be_taken_back(ada):
    session = finished(ada, TEN, at=MORNING)
    with clock.stopped(MORNING):
        paid = incentives.purse(ada)
        with pytest.raises(practice.TooLate):
            practice.take_back(ada, session, 9)
        assert incentives.purse(ada) == paid


def test_nobody_takes_back_for_somebody_else(ada, bob):
    session = slip(ada)

    with clock.stopped(MORNING), pytest.raises(NotFound):
        practice.take_back(bob, session, 0)


def test_a_missed_skill_comes_back_after_one_and_three_days_until_right_twice(ada):
    finished(ada, FIVE, wrong=1, at=MORNING)
    (missed,) = waiting()
    assert (missed.skill, (missed.due_on - MORNING.date()).days) == (SKILL, 1)

    for day, times_right, next_in in ((1, 1, 3), (4, 2, None)):
        with clock.stopped(MORNING + timedelta(days=day)):
            view = practice.open_session(ada, TEN)
            asked = [one for one in _questions(view.session_id) if one.comes_back]
            assert [content.family(one.family).skill for one in asked] == [SKILL]
        finished(ada, FIVE, at=MORNING + timedelta(days=day))
        (one,) = rows(SkillReturn)
        assert one.times_right == times_right
        if next_in is None:
            assert one.closed_at
        else:
            assert (one.due_on - MORNING.date()).days == day + next_in
        practice.drop(ada, UUID(view.session_id))


def test_a_question_that_comes_back_is_another_one(ada):
    session = finished(ada, FIVE, wrong=5, at=MORNING)
    met = {(one.family, one.seed) for one in _questions(session)}

    with clock.stopped(MORNING + timedelta(days=1)):
        again = practice.open_session(ada, FIVE)

    assert again.question.comes_back
    assert not met & {(one.family, one.seed) for one in _questions(again.session_id)}


def test_what_was_missed_before_its_day_waits_on(ada):
    finished(ada, FIVE, wrong=1, at=MORNING)
    finished(ada, FIVE, at=MORNING + timedelta(hours=1))

    assert [(one.stage, one.times_right) for one in waiting()] == [(0, 0)]


def test_answers_of_a_deck_given_up_are_not_forgotten(ada):
    with clock.stopped(MORNING):
        session = UUID(practice.open_session(ada, FIVE).session_id)
        practice.submit_answer(ada, session, 0, wrong_answer(session, 0))
        practice.drop(ada, session)

    assert [one.skill for one in waiting()] == [SKILL]


def test_a_mixed_deck_stays_within_reach(ada):
    with transaction() as tx:
        mastery.measured(tx, ada.user_id, Subject.MATH, usual_level(Subject.MATH, 5), 0.3, 25)

    chances = []
    for _ in range(4):
        view = practice.open_session(ada, TEN)
        with reading() as tx:
            shares = {one.skill: one.share for one in mastery.of(tx, ada.user_id, Subject.MATH)}
        chances += [shares[content.family(q.family).skill] for q in _questions(view.session_id)]
        practice.drop(ada, UUID(view.session_id))

    assert 0.55 <= sum(chances) / len(chances) <= 0.9


def test_decks_left_lying_for_two_weeks_are_closed_and_younger_ones_are_not(ada, bob):
    with clock.stopped(MORNING):
        old = UUID(practice.open_session(ada, FIVE).session_id)
        practice.submit_answer(ada, old, 0, wrong_answer(old, 0))
    with clock.stopped(MORNING + timedelta(days=10)):
        young = UUID(practice.open_session(bob, FIVE).session_id)

    with clock.stopped(MORNING + timedelta(days=15)):
        assert practice.close_stale() == 1
        assert practice.close_stale() == 0
        with pytest.raises(NotFound):
            practice.resume(ada, old)
        assert practice.resume(bob, young)
    assert [one.skill for one in waiting()] == [SKILL]


def test_a_deck_played_on_lately_is_not_stale_however_old(ada):
    with clock.stopped(MORNING):
        session = UUID(practice.open_session(ada, FIVE).session_id)
    with clock.stopped(MORNING + timedelta(days=12)):
        practice.submit_answer(ada, session, 0, right_answer(session, 0))

    with clock.stopped(MORNING + timedelta(days=20)):
        assert practice.close_stale() == 0


def test_results_compare_with_the_author_until_enough_people_have_answered(ada):
    first = finished(ada, FIVE, seconds=8, at=MORNING)
    assert "expected" in practice.results(ada, first).questions[0].usual

    long = replace(FIVE, size=15)
    for hour in range(1, 7):
        finished(ada, long, seconds=8, at=MORNING + timedelta(hours=hour))
    lines = [one.usual for one in practice.results(ada, first).questions]

    assert any(line.startswith("median 8 s of ") for line in lines)


def test_each_question_of_the_results_says_why_it_went_wrong(ada):
    view = practice.results(ada, finished(ada, TEN, wrong=3, at=MORNING))

    assert all(one.feedback for one in view.questions[:3])


def _questions(session_id):
    with reading() as tx:
        return tx.session.exec(
            select(PracticeQuestion)
            .where(PracticeQuestion.session_id == UUID(str(session_id)))
            .order_by(col(PracticeQuestion.position))
        ).all()


def test_nothing_waits_for_somebody_who_is_forgotten(ada):
    finished(ada, FIVE, wrong=2, at=MORNING)

    with transaction() as tx:
        practice.forget(tx, ada.user_id)

    assert rows(SkillReturn) == []
    assert rows(PracticeSession)
    assert question(rows(PracticeSession)[0].id, 0)
