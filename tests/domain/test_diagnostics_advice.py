"""Advice after a test: ready by our rules, worded by a model that keeps to the figures."""

import json
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from tests import people
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, bank, diagnostics
from vel_tutor.domain.diagnostics import AdviceWorded, DiagnosticChoice
from vel_tutor.models.diagnostics import DiagnosticAdvice
from vel_tutor.vocabulary import ConsentScope, Subject
from vt import exam

SCIENCE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stocked(clean_world):
    bank.fill(Subject.SCIENCE, per_family=3)


@pytest.fixture
def test_id(ada):
    return exam.take(ada, SCIENCE, 0.5, MORNING)


def worded(results) -> str:
    """What a model that keeps to the facts would say."""
    steps = [f"{step.name} is a good thing to try next." for step in results.next_steps]
    return json.dumps({"opening": "Good work. Here is what comes next.", "steps": steps})


def word(test_id):
    with transaction() as tx:
        diagnostics.word(tx, test_id)


def rows():
    with reading() as tx:
        return tx.session.exec(select(DiagnosticAdvice)).all()


def test_the_rules_have_advice_ready_and_say_that_it_is_theirs(ada, test_id):
    results = diagnostics.results(ada, test_id)

    assert results.advice
    assert "our own rules" in results.advice_by


def test_a_model_words_it_once_and_the_page_hears_of_it(ada, test_id, oracle, published):
    oracle.says = worded(diagnostics.results(ada, test_id))
    published.clear()

    word(test_id)
    word(test_id)

    results = diagnostics.results(ada, test_id)
    assert results.advice == "Good work. Here is what comes next."
    assert results.next_steps[0].why.endswith("is a good thing to try next.")
    assert "an AI" in results.advice_by
    assert [type(event) for event in published] == [AdviceWorded]
    assert len(oracle.asked) == 1


def test_nothing_about_the_person_goes_out(ada, test_id, oracle):
    oracle.says = worded(diagnostics.results(ada, test_id))

    word(test_id)

    sent = json.dumps(oracle.asked)
    for secret in (ada.first_name, str(ada.user_id), str(test_id), ada.time_zone):
        assert secret not in sent


@pytest.mark.parametrize("answer", ["", "{}", '{"opening": "You know 99%!", "steps": []}'])
def test_a_model_that_rambles_leaves_our_rules_in_place(ada, test_id, oracle, answer):
    before = diagnostics.results(ada, test_id)
    oracle.says = answer

    word(test_id)

    assert diagnostics.results(ada, test_id) == before
    assert rows() == []


def test_a_model_that_fails_changes_nothing(ada, test_id, oracle):
    oracle.status = 503

    word(test_id)

    assert rows() == []


def test_nothing_about_a_child_goes_out_before_the_provider_keeps_nothing(lea, oracle, monkeypatch):
    child = lea
    test_id = exam.take(child, SCIENCE, 0.0, MORNING)
    oracle.says = worded(diagnostics.results(child, test_id))

    accounts.switch(people.parent_of(child), child.user_id, ConsentScope.AI, on=True)
    word(test_id)
    assert oracle.asked == []

    monkeypatch.setattr(settings(), "ai_zdr_confirmed", True)
    word(test_id)
    assert len(oracle.asked) == 1


def test_nothing_goes_out_where_a_parent_has_not_said_so(lea, oracle, monkeypatch):
    test_id = exam.take(lea, SCIENCE, 0.0, MORNING)
    monkeypatch.setattr(settings(), "ai_zdr_confirmed", True)

    word(test_id)

    assert oracle.asked == []


def test_a_test_guessed_through_is_not_worded(ada, oracle):
    test_id = exam.take(ada, SCIENCE, 0.5, MORNING, seconds=0.5)

    word(test_id)

    assert oracle.asked == []
