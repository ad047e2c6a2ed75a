"""Adaptive tests go by the server's clock, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.sittings import MORNING, SCIENCE, later, reply
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import diagnostics
from vel_tutor.domain.diagnostics import rules
from vel_tutor.domain.diagnostics.events import DiagnosticSubmitted
from vel_tutor.vocabulary import Pace, SittingStage
from vt import exam


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
