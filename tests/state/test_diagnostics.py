"""Adaptive tests as a tab sees them: what is shown, what is not sent, where it leads."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests import people
from vel_tutor import content, routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, bank, diagnostics
from vel_tutor.domain.accounts import Browser
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.models.diagnostics import Diagnostic
from vel_tutor.state.diagnostics import DiagnosticsState, SittingState
from vel_tutor.vocabulary import Subject
from vt import exam

CHOICE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
FORM = {"subject": "science", "grade": "8", "pace": "standard"}


@pytest.fixture(autouse=True)
def stocked(clean_world):
    bank.fill(Subject.SCIENCE, per_family=3)


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def test_id(ada):
    return diagnostics.open_test(people.acting(ada), CHOICE)


@pytest.fixture
async def sitting(tab, ada, test_id):
    """Ada's tab with the first question of her test on show."""
    opened = tab(ada, routes.diagnostic_test(test_id))
    await opened.do(SittingState.begin)
    await opened.do(SittingState.begin_part(1))
    return opened


def form(test_id, position, *, right=True):
    return {
        "position": str(position),
        "answer": exam.an_answer(test_id, position, right=right),
    }


async def test_the_choice_starts_at_the_learners_grade(tab, ada):
    choosing = tab(ada, routes.DIAGNOSTIC)

    await choosing.do(DiagnosticsState.begin)

    assert (choosing.held["grade"], choosing.held["may_choose"]) == (9, True)
    assert choosing.held["asks_age"] is False


async def test_starting_leads_to_the_test(tab, ada):
    choosing = tab(ada, routes.DIAGNOSTIC)

    await choosing.do(DiagnosticsState.start(FORM))

    waiting = diagnostics.overview(people.acting(ada)).waiting
    assert choosing.went_to == routes.diagnostic_test(waiting[0].test_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": "juggling"},
        {"grade": "eight"},
        {"grade": "14"},
        {"pace": "snail"},
        {"student": "somebody"},
        {"student": "00000000-0000-0000-0000-000000000000"},
        {"grade": None},
    ],
)
async def test_a_choice_nobody_offered_opens_nothing(tab, ada, wrong):
    choosing = tab(ada, routes.DIAGNOSTIC)

    await choosing.do(DiagnosticsState.start(FORM | wrong))

    assert choosing.said
    assert not diagnostics.overview(people.acting(ada)).waiting


async def test_a_teen_who_chooses_a_childs_grade_answers_the_age_gate_first(tab, ada):
    choosing = tab(ada, routes.DIAGNOSTIC)
    await choosing.do(DiagnosticsState.start(FORM | {"grade": "5"}))

    assert (choosing.held["asks_age"], choosing.went_to) == (True, "")
    assert not diagnostics.overview(people.acting(ada)).waiting

    await choosing.do(DiagnosticsState.answer_age({"day": "31", "month": "2", "year": "2010"}))
    assert choosing.held["problem"]
    await choosing.do(DiagnosticsState.answer_age({"day": "1", "month": "2", "year": "2010"}))

    assert choosing.went_to.startswith("/diagnostic/")


async def test_a_child_found_that_way_waits_for_the_parent(tab, ada):
    choosing = tab(ada, routes.DIAGNOSTIC)
    await choosing.do(DiagnosticsState.start(FORM | {"grade": "5"}))

    await choosing.do(DiagnosticsState.answer_age({"day": "1", "month": "2", "year": "2019"}))

    assert choosing.went_to == routes.WAITING
    await choosing.do(DiagnosticsState.start(FORM))
    assert choosing.went_to == routes.WAITING


async def test_a_parent_begins_a_test_for_the_child(tab):
    pat, lea = people.parent("Pat"), people.child("Lea", "pat@example.org")
    accounts.give_consent(people.mailed_link("consent", to="pat"), Browser(session_token=pat.token))
    choosing = tab(pat, routes.DIAGNOSTIC)
    await choosing.do(DiagnosticsState.begin)

    child = choosing.held["takers"][0]
    await choosing.do(DiagnosticsState.start(FORM | {"grade": "4", "student": child.id}))

    assert (child.name, choosing.held["grade"]) == ("Lea", 4)
    assert choosing.went_to.startswith("/diagnostic/")
    assert diagnostics.overview(people.acting(lea)).waiting


async def test_a_parent_without_a_linked_child_is_told_how_to_link_one(tab):
    choosing = tab(people.parent("Pat"), routes.DIAGNOSTIC)

    await choosing.do(DiagnosticsState.begin)
    await choosing.do(DiagnosticsState.start(FORM))

    assert choosing.held["may_choose"] is False
    assert choosing.said


async def test_answering_shows_the_next_question(sitting, test_id):
    await sitting.do(SittingState.answer(form(test_id, 0)))

    assert sitting.held["question"].position == 1
    assert sitting.held["sitting"].stage == "asking"


async def test_nothing_that_gives_the_answer_away_is_ever_sent(sitting, test_id):
    for position in range(5):
        row = exam.row_at(test_id, position)
        item = content.instance(row.family, row.seed)
        secrets = [choice.feedback for choice in item.choices if len(choice.feedback) > 8]
        secrets += [step.sentence for step in item.steps] + list(item.hints)

        with clock.stopped(clock.now() + timedelta(seconds=20 * position)):
            given = form(test_id, position, right=position % 2 == 0)
            await sitting.do(SittingState.answer(given))

        assert not [secret for secret in secrets if secret in sitting.sent]
        assert "right=" not in sitting.sent
        assert "theta" not in sitting.sent


async def test_what_cannot_be_read_says_so_and_keeps_the_question(sitting):
    await sitting.do(SittingState.answer({"position": "0", "answer": ""}))

    assert sitting.held["sitting"].problem
    assert sitting.held["question"].position == 0


async def test_i_do_not_know_goes_on(sitting, test_id):
    await sitting.do(SittingState.pass_over(0))

    assert sitting.held["question"].position == 1
    assert exam.row_at(test_id, 0).was_unknown


async def test_a_pause_takes_the_question_out_of_sight_and_another_device_goes_on(
    tab, ada, sitting, test_id
):
    await sitting.do(SittingState.answer(form(test_id, 0)))
    await sitting.do(SittingState.pause)
    assert (sitting.held["sitting"].stage, sitting.held["question"].html) == ("paused", "")
    desk = tab(ada, routes.diagnostic_test(test_id))

    await desk.do(SittingState.begin)
    await desk.do(SittingState.go_on)

    assert (desk.held["sitting"].stage, desk.held["question"].position) == ("asking", 1)


async def test_an_answer_in_a_paused_tab_shows_the_pause(tab, ada, sitting, test_id):
    other = tab(ada, routes.diagnostic_test(test_id))
    await other.do(SittingState.begin)
    await other.do(SittingState.pause)

    await sitting.do(SittingState.answer(form(test_id, 0)))

    assert sitting.said == diagnostics.NotRunning.words
    assert exam.row_at(test_id, 0).answered_at is None


async def test_a_late_answer_shows_that_the_time_is_up(sitting, test_id):
    given = form(test_id, 0)
    with clock.stopped(clock.now() + timedelta(minutes=20)):
        await sitting.do(SittingState.answer(given))

    assert sitting.said == diagnostics.TimeIsUp.words
    with clock.stopped(clock.now() + timedelta(minutes=21)):
        await sitting.do(SittingState.look)
    assert (sitting.held["sitting"].stage, sitting.held["sitting"].ran_out) == ("intro", True)


@pytest.mark.parametrize("skew", [timedelta(minutes=-10), timedelta(minutes=10)])
async def test_a_clock_set_wrong_on_the_device_changes_nothing(sitting, test_id, skew):
    """No event carries a time of the browser: an answer with one is answered all the same."""
    stamp = str((clock.now() + skew).timestamp())

    await sitting.do(SittingState.answer(form(test_id, 0) | {"at": stamp, "left_ms": "999999999"}))

    row = exam.row_at(test_id, 0)
    assert row.answered_at is not None
    assert abs(row.answered_at - clock.now()) < timedelta(seconds=30)
    assert sitting.held["sitting"].left_ms <= 14 * 60_000


async def test_handing_in_waits_for_the_results_and_then_leads_to_them(tab, ada):
    actor = people.acting(ada)
    done = exam.take(actor, CHOICE, 1.0, clock.now() - timedelta(hours=1))
    with transaction() as tx:
        tx.session.get_one(Diagnostic, done).completed_at = None
    waiting = tab(ada, routes.diagnostic_test(done))
    await waiting.do(SittingState.begin)
    assert waiting.held["sitting"].stage == "analysing"

    with transaction() as tx:
        tx.session.get_one(Diagnostic, done).completed_at = tx.now
    await waiting.do(SittingState.look)

    assert waiting.went_to == routes.diagnostic_results(done)


async def test_a_test_of_somebody_else_is_not_there(tab, test_id):
    bob = tab(people.student("Bob"), routes.diagnostic_test(test_id))

    await bob.do(SittingState.begin)

    assert bob.went_to == routes.NOT_FOUND
    assert str(UUID(str(test_id))) not in str(bob.held.get("sitting"))


async def test_the_overview_puts_a_running_test_aside(tab, ada, sitting, test_id):
    choosing = tab(ada, routes.DIAGNOSTIC)

    await choosing.do(DiagnosticsState.begin)

    assert choosing.held["waiting"][0].test_id == str(test_id)
    assert exam.row_at(test_id, 0).clock_since is None


async def test_a_waiting_test_can_be_given_up(tab, ada, test_id):
    choosing = tab(ada, routes.DIAGNOSTIC)
    await choosing.do(DiagnosticsState.begin)

    await choosing.do(DiagnosticsState.drop(str(test_id)))

    assert choosing.held["waiting"] == []
