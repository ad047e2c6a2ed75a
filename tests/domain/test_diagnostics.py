"""Adaptive tests: taken once, by whom they are for, on the server's clock, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from tests import people
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import accounts, bank, diagnostics
from vel_tutor.domain.accounts import Browser
from vel_tutor.domain.diagnostics import DiagnosticChoice, rules
from vel_tutor.domain.diagnostics.events import DiagnosticCompleted, DiagnosticSubmitted
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion, DiagnosticResult
from vel_tutor.models.mastery import Ability
from vel_tutor.vocabulary import Pace, SittingStage, Standing, Subject
from vt import exam

SCIENCE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stocked(clean_world):
    """A bank of science, and a clock that stands at nine in the morning."""
    bank.fill(Subject.SCIENCE, per_family=3)
    with clock.stopped(MORNING):
        yield


@pytest.fixture
def test_id(ada):
    """Ada's test, not begun yet."""
    return diagnostics.open_test(ada, SCIENCE)


@pytest.fixture
def begun(ada, test_id):
    """Ada's test with its first question on show since nine in the morning."""
    diagnostics.begin_part(ada, test_id, 1)
    return test_id


def later(**delta):
    return clock.stopped(MORNING + timedelta(**delta))


def reply(actor, test_id, position, *, right=True, seconds=20):
    """Answer a question so many seconds after it was shown."""
    given = exam.an_answer(test_id, position, right=right)
    since = exam.row_at(test_id, position).clock_since or clock.now()
    with clock.stopped(since + timedelta(seconds=seconds)):
        return diagnostics.answer(actor, test_id, position, given)


def score(test_id):
    with transaction() as tx:
        diagnostics.score(tx, test_id)


def stored(test_id):
    with reading() as tx:
        return tx.session.get_one(Diagnostic, test_id)


# Choosing


def test_opening_the_same_choice_again_goes_on_with_the_same_test(ada):
    assert diagnostics.open_test(ada, SCIENCE) == diagnostics.open_test(ada, SCIENCE)


def test_a_subject_has_one_test_at_a_time(ada, test_id):
    with pytest.raises(diagnostics.OneWaiting):
        diagnostics.open_test(ada, replace(SCIENCE, grade=9))

    diagnostics.drop(ada, test_id)

    assert diagnostics.open_test(ada, replace(SCIENCE, grade=9)) != test_id


def test_no_test_is_opened_for_a_grade_or_subject_there_is_none_for(ada):
    for choice in (replace(SCIENCE, grade=14), replace(SCIENCE, subject=Subject.MATH)):
        with pytest.raises(Invalid):
            diagnostics.open_test(ada, choice)


def test_neither_tutors_nor_staff_nor_locked_children_take_tests(min, tess, sam):
    for actor in (min, tess, sam):
        with pytest.raises(NotAllowed):
            diagnostics.open_test(actor, SCIENCE)


def test_a_teen_who_chooses_a_childs_grade_is_asked_their_age_first(ada):
    with pytest.raises(accounts.AgeAsked):
        diagnostics.open_test(ada, replace(SCIENCE, grade=5))

    accounts.answer_age(ada, "1", "1", "2010")

    assert diagnostics.open_test(ada, replace(SCIENCE, grade=5))


def test_a_parent_takes_the_test_of_their_own_child_and_of_nobody_else(ada):
    pat_in = people.parent("Pat")
    lea_in = people.child("Lea", "pat@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat"), Browser(session_token=pat_in.token)
    )
    pat, lea = people.acting(pat_in), people.acting(lea_in)
    for_lea = replace(SCIENCE, grade=4, student_id=lea.user_id)

    opened = diagnostics.open_test(pat, for_lea)

    assert diagnostics.look(pat, opened).whose == "Lea"
    assert diagnostics.look(lea, opened).whose == ""
    assert [one.test_id for one in diagnostics.overview(lea).waiting] == [str(opened)]
    for choice in (SCIENCE, replace(SCIENCE, student_id=ada.user_id)):
        with pytest.raises(NotFound):
            diagnostics.open_test(pat, choice)
    with pytest.raises(NotFound):
        diagnostics.open_test(ada, for_lea)


# Taking


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


# Time


def test_an_answer_after_the_deadline_is_refused_and_the_part_is_over(ada, begun):
    answer = exam.an_answer(begun, 0, right=True)
    with later(minutes=14, seconds=1), pytest.raises(diagnostics.TimeIsUp):
        diagnostics.answer(ada, begun, 0, answer)

    with later(minutes=15):
        view = diagnostics.look(ada, begun)

    assert (view.stage, view.part, view.ran_out) == (SittingStage.INTRO, 2, True)
    assert exam.row_at(begun, 0).expired_at == MORNING + timedelta(minutes=14)


def test_an_answer_just_before_the_deadline_counts(ada, begun):
    with later(minutes=13, seconds=59):
        view = reply(ada, begun, 0)

    assert view.answered == 1


@pytest.mark.parametrize(
    ("pace", "minutes"), [(Pace.STANDARD, 14), (Pace.EXTENDED, 20), (Pace.DOUBLE, 27)]
)
def test_who_needs_more_time_gets_it(ada, pace, minutes):
    test_id = diagnostics.open_test(ada, replace(SCIENCE, pace=pace))

    assert diagnostics.look(ada, test_id).budget == f"{minutes} minutes"


def test_an_untimed_test_waits_as_long_as_it_takes(ada):
    test_id = diagnostics.open_test(ada, replace(SCIENCE, pace=Pace.UNTIMED))
    diagnostics.begin_part(ada, test_id, 1)

    with later(days=3):
        view = reply(ada, test_id, 0)

    assert (view.stage, view.is_timed, view.question.position) == ("asking", False, 1)


def test_a_pause_stops_the_clock_and_the_next_device_goes_on_with_the_time_left(ada, begun):
    with later(minutes=4):
        reply(ada, begun, 0)
        paused = diagnostics.pause(ada, begun)
    with later(hours=30):
        resumed = diagnostics.go_on(ada, begun)
    with later(hours=30, minutes=9, seconds=30):
        still = diagnostics.look(ada, begun)

    assert (paused.stage, paused.question.html) == (SittingStage.PAUSED, "")
    assert (resumed.question.position, resumed.left_ms) == (1, 10 * 60_000)
    assert (still.stage, still.left_ms) == ("asking", 30_000)


def test_nothing_is_answered_during_a_pause(ada, begun):
    answer = exam.an_answer(begun, 0, right=True)
    diagnostics.pause(ada, begun)

    with pytest.raises(diagnostics.NotRunning):
        diagnostics.answer(ada, begun, 0, answer)


def test_leaving_for_another_page_puts_the_test_aside(ada, begun):
    with later(minutes=2):
        diagnostics.put_aside(ada)

    with later(hours=1):
        view = diagnostics.go_on(ada, begun)

    assert view.left_ms == 12 * 60_000


def test_when_time_runs_out_on_every_part_twelve_answers_are_enough_to_score(ada, begun):
    for position in range(7):
        reply(ada, begun, position)
    with later(minutes=20):
        diagnostics.begin_part(ada, begun, 2)
        for position in range(8, 15):
            view = reply(ada, begun, position)
    with later(minutes=40):
        diagnostics.begin_part(ada, begun, 3)
    with later(minutes=70):
        view = diagnostics.look(ada, begun)
        submitted = diagnostics.submit(ada, begun)

    assert (view.stage, view.answered >= rules.FEWEST) == (SittingStage.READY, True)
    assert submitted.stage == SittingStage.ANALYSING


def test_with_fewer_than_twelve_answers_it_can_be_gone_on_with(ada, begun):
    for part in (1, 2, 3):
        with later(hours=part):
            diagnostics.look(ada, begun)
            diagnostics.begin_part(ada, begun, part + 1) if part < 3 else None
    with later(hours=5):
        short = diagnostics.look(ada, begun)
        with pytest.raises(diagnostics.NotReady):
            diagnostics.submit(ada, begun)
        more = diagnostics.begin_part(ada, begun, 4)

    assert short.stage == SittingStage.SHORT
    assert (more.stage, more.part) == (SittingStage.ASKING, 4)


def test_a_test_nobody_comes_back_to_is_handed_in_by_the_clock(ada, begun, published):
    for position in range(10):
        reply(ada, begun, position)
    diagnostics.begin_part(ada, begun, 2)
    for position in range(10, 20):
        reply(ada, begun, position)
    with later(hours=1):
        diagnostics.begin_part(ada, begun, 3)
        if diagnostics.look(ada, begun).stage == SittingStage.READY:
            pytest.skip("this one was sure after twenty")
    with later(hours=2):
        first, second = diagnostics.close_overdue(), diagnostics.close_overdue()

    assert (first, second) == (1, 0)
    assert [type(event) for event in published] == [DiagnosticSubmitted]


def test_a_test_untouched_for_a_month_is_given_up(ada, begun):
    with later(days=29):
        assert diagnostics.drop_abandoned() == 0
    with later(days=32):
        assert diagnostics.drop_abandoned() == 1

    with pytest.raises(NotFound):
        diagnostics.look(ada, begun)


# Effort


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


# What came of it


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


# The log


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


@pytest.mark.commits
def test_two_tabs_that_answer_at_once_leave_one_answer_and_one_next_question(ada):
    bank.fill(Subject.SCIENCE, per_family=2)
    test_id = diagnostics.open_test(ada, SCIENCE)
    diagnostics.begin_part(ada, test_id, 1)
    answers = [exam.an_answer(test_id, 0, right=right) for right in (True, False)] * 3

    with ThreadPoolExecutor(6) as tabs:
        views = list(tabs.map(lambda given: diagnostics.answer(ada, test_id, 0, given), answers))

    rows = exam.rows(test_id)
    assert {view.question.position for view in views} == {1}
    assert [bool(row.answered_at) for row in rows] == [True, False]


@pytest.mark.commits
def test_opening_from_two_tabs_at_once_makes_one_test(ada):
    bank.fill(Subject.SCIENCE, per_family=2)

    with ThreadPoolExecutor(4) as tabs:
        opened = list(tabs.map(lambda _: diagnostics.open_test(ada, SCIENCE), range(4)))

    assert len(set(opened)) == 1


def test_a_guardian_of_nobody_sees_an_empty_overview(pat, ada):
    exam.take(ada, SCIENCE, 0.0, MORNING)

    seen = diagnostics.overview(pat)
    own = diagnostics.overview(ada)

    assert (seen.takers, seen.waiting, seen.past) == ((), (), ())
    assert [one.is_scored for one in own.past] == [True]
    assert UUID(own.past[0].test_id)
    assert Standing.PARENT not in {ada.standing}
