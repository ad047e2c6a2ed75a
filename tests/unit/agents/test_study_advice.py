"""Advice says what the test found, whoever words it; a model that rambles is not heard."""

import json
import time
from dataclasses import replace

import pytest

from tests.oracle import SILENT_S
from vel_tutor.agents import desk
from vel_tutor.agents.brains import study_advice
from vel_tutor.agents.brains.study_advice import Question, StepFact
from vel_tutor.agents.desk import AgentDown

QUESTION = Question(
    subject="math",
    grade="Grade 6",
    domain_percent=72,
    strengths=("Place value",),
    steps=(
        StepFact("Dividing fractions", "gap", 41, 2),
        StepFact("Unit rates", "ready", -1, 0),
        StepFact("Ratios", "firm", 76, 1),
    ),
)
GOOD = {
    "opening": "Well done with place value. Here is what to try now.",
    "steps": [
        "Dividing fractions is the first step: you get about 41% of it right, so start there.",
        "Unit rates come next. You have all they need, so try one deck.",
        "Ratios are nearly safe at 76%. One more deck will do.",
    ],
}


def said(**changes):
    return json.dumps(GOOD | changes)


def test_the_rules_word_every_step_and_nothing_else():
    advice = study_advice.by_rules(QUESTION)

    assert study_advice.complaints(QUESTION, advice) == []
    assert not advice.by_model
    assert "Place value" in advice.opening


def test_the_rules_have_something_to_say_to_a_beginner():
    bare = replace(QUESTION, strengths=(), steps=(StepFact("Counting", "gap", -1, 0),))

    assert study_advice.complaints(bare, study_advice.by_rules(bare)) == []


def test_a_model_that_keeps_to_the_facts_is_heard(oracle):
    oracle.says = said()

    advice = study_advice.by_model(QUESTION)

    assert advice.by_model
    assert advice.steps == tuple(GOOD["steps"])


def test_the_model_is_told_facts_and_a_shape(oracle):
    oracle.says = said()

    study_advice.by_model(QUESTION)

    asked = oracle.asked[0]
    assert asked["response_format"]["type"] == "json_schema"
    assert "expected right: 41%" in asked["messages"][1]["content"]
    assert "instruction" in asked["messages"][0]["content"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (said(opening="You know 95% of it all!"), "a figure nobody gave"),
        (said(opening="You are in the ninetieth, so ninety of all."), "a figure spelled out"),
        (said(opening="See https://tutor.example for more."), "an address"),
        (said(opening="<b>Great</b> work with place value."), "an address or formatting"),
        (said(opening="So " * 60), "the opening rambles"),
        (said(steps=GOOD["steps"][:2]), "not one text for each step"),
        (said(steps=[GOOD["steps"][1], GOOD["steps"][0], GOOD["steps"][2]]), "another skill"),
        (said(steps=[GOOD["steps"][0] + " and on" * 40, *GOOD["steps"][1:]]), "a step rambles"),
        ("I'd say: practise!", "Error"),
        ('{"opening": 7}', "Error"),
        ("", "refused"),
    ],
)
def test_a_model_that_says_anything_else_is_not(oracle, answer, why):
    oracle.says = answer

    with pytest.raises(AgentDown, match=why):
        study_advice.by_model(QUESTION)


def test_a_model_that_fails_is_not_waited_for(oracle):
    oracle.status = 500

    with pytest.raises(AgentDown):
        study_advice.by_model(QUESTION)


def test_a_model_that_hangs_costs_no_more_than_the_deadline(oracle):
    oracle.silent_until.clear()
    started = time.monotonic()

    heard = desk.ask(study_advice.by_model, QUESTION, within_ms=200, otherwise="rules")

    assert heard == "rules"
    assert time.monotonic() - started < SILENT_S


def test_without_a_model_nobody_is_asked():
    with pytest.raises(AgentDown):
        study_advice.by_model(QUESTION)


def test_the_desk_passes_an_answer_on():
    heard = desk.ask(study_advice.by_rules, QUESTION, within_ms=60_000, otherwise=None)

    assert heard == study_advice.by_rules(QUESTION)


def test_a_mistake_of_an_adviser_is_not_hidden():
    def broken(_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        desk.ask(broken, QUESTION, within_ms=60_000, otherwise="rules")
