"""What came of an adaptive test, and retelling it from its log."""

from datetime import timedelta

import pytest
from sqlmodel import select

from tests.sittings import MORNING, SCIENCE, later, reply, score, stored
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import diagnostics
from vel_tutor.domain.diagnostics.events import DiagnosticCompleted, DiagnosticSubmitted
from vel_tutor.models.diagnostics import DiagnosticQuestion, DiagnosticResult
from vel_tutor.models.mastery import Ability
from vel_tutor.vocabulary import Subject
from vt import exam


def test_handing_in_sets_off_the_scoring_once(ada, published):
    test_id = exam.take(ada, SCIENCE, 1.0, MORNING)
    score(test_id)
    diagnostics.submit(ada, test_id)

    assert [type(event) for event in published] == [DiagnosticSubmitted, DiagnosticCompleted]
    with reading() as tx:
        assert len(tx.session.exec(select(DiagnosticResult)).all()) == 1


def test_mastery_hears_where_an_engaged_test_found_somebody(ada, bob):
    exam.take(ada, SCIENCE, 1.0, MORNING)
    exam.take(bob, SCIENCE, 1.0, MORNING, seconds=1)

    with reading() as tx:
        heard = tx.session.exec(select(Ability)).one()
        result = tx.session.exec(
            select(DiagnosticResult).where(DiagnosticResult.is_low_effort == False)  # noqa: E712
        ).one()
    assert (heard.user_id, heard.subject) == (ada.user_id, Subject.SCIENCE)
    assert (heard.theta, heard.se) == (result.theta, result.se)


def test_there_are_no_results_before_it_is_scored(ada, begun):
    with pytest.raises(diagnostics.NotScored):
        diagnostics.results(ada, begun)


def test_results_say_what_every_figure_rests_on(ada):
    results = diagnostics.results(ada, exam.take(ada, SCIENCE, 1.2, MORNING))

    assert results.scale_low < results.scale < results.scale_high
    assert 0 < results.domain_percent < 100
    assert 1 <= results.percentile <= 99
    assert "Provisional: 0 first tests" in results.group
    assert results.is_provisional
    assert {area.name for area in results.areas} == {
        "Inquiry",
        "Physical",
        "Matter",
        "Earth",
        "Life",
    }
    assert sum(area.asked for area in results.areas) == results.answered
    for cell in results.skills:
        assert (cell.percent == -1) == (cell.knowledge == "unknown")
        assert (cell.asked > 0) == (cell.knowledge == "measured")
    assert [one for one in results.skills if one.knowledge == "measured"]


def test_three_next_steps_each_lead_to_a_deck_that_exists(ada):
    from vel_tutor.domain import practice

    for theta in (-2.0, 1.0, 4.0):
        results = diagnostics.results(ada, exam.take(ada, SCIENCE, theta, MORNING, seed=int(theta)))

        assert len({step.skill for step in results.next_steps}) == 3
        for step in results.next_steps:
            choice = practice.DeckChoice(
                subject=Subject(step.subject), grade=step.grade, skill=step.skill, size=step.size
            )
            assert practice.open_session(ada, choice).size == step.size
            assert step.why.endswith(".")


def test_the_able_score_higher_and_only_the_upper_half_is_offered_a_card(ada, bob):
    strong = diagnostics.results(ada, exam.take(ada, SCIENCE, 3.0, MORNING))
    weak = diagnostics.results(bob, exam.take(bob, SCIENCE, -2.0, MORNING))

    assert strong.scale > weak.scale
    assert (strong.may_share, weak.may_share) == (True, False)
    assert strong.percentile > 50 > weak.percentile


def test_the_second_test_begins_where_the_first_one_ended_with_other_questions(ada):
    first = exam.take(ada, SCIENCE, 2.5, MORNING)
    with later(days=30):
        second = diagnostics.open_test(ada, SCIENCE)
        diagnostics.begin_part(ada, second, 1)
        for position in range(8):
            reply(ada, second, position)
    with reading() as tx:
        result = tx.session.exec(select(DiagnosticResult)).one()

    assert stored(second).prior_mean == result.theta
    assert not {row.item_id for row in exam.rows(first)} & {
        row.item_id for row in exam.rows(second)
    }


def test_the_reference_group_is_the_first_engaged_test_of_each_learner(ada, bob):
    exam.take(bob, SCIENCE, 0.0, MORNING)
    exam.take(bob, SCIENCE, 0.0, MORNING + timedelta(days=1))

    results = diagnostics.results(ada, exam.take(ada, SCIENCE, 1.0, MORNING + timedelta(days=2)))

    assert results.norm_n == 1


def test_a_forgotten_childs_words_and_results_are_gone(ada):
    test_id = exam.take(ada, SCIENCE, 1.0, MORNING)

    with transaction() as tx:
        diagnostics.forget(tx, ada.user_id)

    assert {row.answer for row in exam.rows(test_id)} == {""}
    with pytest.raises(diagnostics.NotScored):
        diagnostics.results(ada, test_id)


def test_a_test_is_retold_from_its_log_bit_by_bit(ada):
    for seed, theta in enumerate((-2.0, 0.5, 3.0)):
        test_id = exam.take(ada, SCIENCE, theta, MORNING, seed=seed)

        retold = diagnostics.retell(test_id)

        assert retold.steps >= 22
        assert (retold.differing, retold.theta) == (0, retold.noted_theta)


def test_one_changed_answer_is_noticed_when_a_test_is_retold(ada):
    test_id = exam.take(ada, SCIENCE, 0.5, MORNING)
    with transaction() as tx:
        row = tx.session.get_one(DiagnosticQuestion, exam.row_at(test_id, 3).id)
        row.b += 1e-9

    assert diagnostics.retell(test_id).differing > 0
