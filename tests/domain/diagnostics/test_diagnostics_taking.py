"""Adaptive tests are taken from question to question, with effort."""

from uuid import uuid4

import pytest
from sqlmodel import select

from tests.sittings import MORNING, SCIENCE, later, reply, score, stored
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import diagnostics
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion, DiagnosticResult
from vel_tutor.vocabulary import SittingStage
from vt import exam


def test_a_part_is_introduced_before_its_clock_runs(ada, test_id):
    before = diagnostics.look(ada, test_id)
    begun = diagnostics.begin_part(ada, test_id, 1)

    assert (before.stage, before.part, before.parts) == (SittingStage.INTRO, 1, 3)
    assert before.budget == "14 minutes"
    assert (begun.stage, begun.question.number, begun.left_ms) == ("asking", 1, 14 * 60_000)


def test_answers_lead_from_question_to_question_and_from_part_to_part(ada, begun):
    views = [reply(ada, begun, position) for position in range(10)]

    view = views[-1]
    assert (view.stage, view.part, view.answered >= 8) == (SittingStage.INTRO, 2, True)
    assert diagnostics.begin_part(ada, begun, 2).question.position == 10


def test_no_view_tells_whether_anything_was_right(ada, begun):
    right, wrong = content.instance, content.check
    for position in range(6):
        shown = repr(diagnostics.look(ada, begun))
        row = exam.row_at(begun, position)
        item = right(row.family, row.seed)
        assert not [one.feedback for one in item.choices if one.feedback in shown]
        assert not [hint for hint in item.hints if hint in shown]
        assert not [step.sentence for step in item.steps if step.sentence in shown]
        after = reply(ada, begun, position, right=bool(position % 2))
        assert not hasattr(after, "right")
        assert wrong
        assert after.problem == ""


def test_what_cannot_be_read_is_not_an_answer(ada, begun):
    view = diagnostics.answer(ada, begun, 0, "  ")

    assert (view.answered, view.question.position) == (0, 0)
    assert view.problem


def test_a_second_answer_changes_nothing(ada, begun):
    first = exam.an_answer(begun, 0, right=True)
    diagnostics.answer(ada, begun, 0, first)

    again = diagnostics.answer(ada, begun, 0, exam.an_answer(begun, 0, right=False))

    assert again.question.position == 1
    assert exam.row_at(begun, 0).answer == first


def test_no_question_is_answered_before_its_turn_or_in_somebody_elses_name(ada, bob, begun):
    for attempt in (
        lambda: diagnostics.answer(ada, begun, 1, "0"),
        lambda: diagnostics.answer(ada, begun, -1, "0"),
        lambda: diagnostics.look(bob, begun),
        lambda: diagnostics.answer(bob, begun, 0, "0"),
        lambda: diagnostics.pass_over(bob, begun, 0),
        lambda: diagnostics.begin_part(bob, begun, 1),
        lambda: diagnostics.pause(bob, begun),
        lambda: diagnostics.go_on(bob, begun),
        lambda: diagnostics.submit(bob, begun),
        lambda: diagnostics.drop(bob, begun),
        lambda: diagnostics.results(bob, begun),
        lambda: diagnostics.look(ada, uuid4()),
    ):
        with pytest.raises(NotFound):
            attempt()


@pytest.mark.parametrize("answer", ["1" * 2001, "1\x00", "1\ud800"])
def test_what_nobody_can_type_is_refused(ada, begun, answer):
    with pytest.raises(Invalid):
        diagnostics.answer(ada, begun, 0, answer)


def test_i_do_not_know_is_wrong_but_no_guess(ada, begun):
    with later(seconds=20):
        diagnostics.pass_over(ada, begun, 0)
    row = exam.row_at(begun, 0)
    prior = stored(begun).prior_mean

    assert (row.was_right, row.was_unknown) == (False, True)
    assert row.theta is not None
    assert row.theta < prior


def test_a_test_is_over_after_twenty_to_thirty_answers_and_two_that_do_not_count(ada):
    exam.take(ada, SCIENCE, 1.0, MORNING)
    with reading() as tx:
        test = tx.session.exec(select(Diagnostic)).one()
    asked = exam.rows(test.id)
    trial = [row.position + 1 for row in asked if not row.is_scored]

    assert 20 <= sum(row.is_scored for row in asked) <= 30
    assert len(trial) == 2
    assert all(number in range(5, 25) for number in trial)
    assert len({row.item_id for row in asked}) == len(asked)


def test_a_question_that_has_left_the_content_makes_room_for_another(ada, begun):
    with transaction() as tx:
        tx.session.get_one(DiagnosticQuestion, exam.row_at(begun, 0).id).family = "science.gone"

    view = diagnostics.look(ada, begun)

    assert (view.stage, view.question.position) == (SittingStage.ASKING, 1)
    assert view.question.html
    assert exam.row_at(begun, 0).expired_at


def test_an_answer_to_a_question_that_has_left_the_content_still_counts(ada):
    with clock.stopped(MORNING):
        test_id = exam.take(ada, SCIENCE, 1.0, MORNING)
    with transaction() as tx:
        tx.session.get_one(DiagnosticQuestion, exam.row_at(test_id, 0).id).family = "science.gone"
        for row in tx.session.exec(select(DiagnosticResult)).all():
            tx.session.delete(row)
        tx.session.get_one(Diagnostic, test_id).completed_at = None

    score(test_id)

    assert diagnostics.results(ada, test_id).answered >= 20


def test_three_answers_faster_than_reading_bring_a_break_and_move_nothing(ada, begun):
    reply(ada, begun, 0)
    known = exam.row_at(begun, 0).theta
    for position in (1, 2, 3):
        view = reply(ada, begun, position, seconds=1)
    frozen = exam.row_at(begun, 3)
    with later(hours=1):
        resumed = diagnostics.go_on(ada, begun)

    assert view.stage == SittingStage.RESTING
    assert (frozen.theta, frozen.was_rapid) == (known, True)
    assert (resumed.stage, resumed.question.position) == (SittingStage.ASKING, 4)


def test_a_test_guessed_through_makes_no_claims(ada):
    test_id = exam.take(ada, SCIENCE, 2.0, MORNING, seconds=1)

    results = diagnostics.results(ada, test_id)

    assert results.is_low_effort
    assert results.effort_words
    assert (results.percentile, results.may_share, results.group) == (0, False, "")
    assert diagnostics.open_test(ada, SCIENCE) != test_id
