"""Whoever asks has an answer in time: one who hangs costs the others nothing."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from vel_tutor.agents import desk
from vel_tutor.agents.advisers import ADVISERS
from vel_tutor.agents.brains import personalization, social_presence
from vel_tutor.agents.desk import AgentDown, Lapse
from vel_tutor.agents.facts import Facts
from vel_tutor.core.settings import settings
from vel_tutor.vocabulary import AgeBand, Agent, LoopKind, Role

TEEN = personalization.Question(
    loop=LoopKind.BUDDY_CHALLENGE,
    role=Role.STUDENT,
    age_band=AgeBand.TEEN,
    facts=Facts(title="Fractions", percent=85),
    variant="treatment",
)
PERSONALIZATION = ADVISERS[Agent.PERSONALIZATION]


@pytest.fixture(autouse=True)
def quiet_desk():
    desk.forget()
    yield
    desk.forget()


class Stopwatch:
    """What advisers are timed by, moved on by the test."""

    def __init__(self) -> None:
        self.shows = 0.0

    def forward(self, seconds: float) -> None:
        self.shows += seconds


@pytest.fixture
def stopwatch(monkeypatch):
    """Advisers are timed by this one, and are given what they promise and no more."""
    watch = Stopwatch()
    monkeypatch.setattr(desk, "_ticks", lambda: watch.shows)
    monkeypatch.setattr(settings(), "advice_patience", 1.0)
    return watch


def down(_):
    raise AgentDown("gone")


def echo(question):
    return question


def heard(agent, within_ms=30_000):
    return desk.consult(agent, "?", within_ms=within_ms, otherwise="ours")


def test_an_answer_in_time_is_heard():
    answer = heard(echo)

    assert (answer.answer, answer.lapse) == ("?", None)


def test_one_who_hangs_is_not_waited_for():
    over = threading.Event()

    answer = heard(lambda _: over.wait(60), within_ms=50)  # `over` is set only when we went on
    over.set()

    assert (answer.answer, answer.lapse) == ("ours", Lapse.LATE)
    assert answer.latency_ms < 30_000


def test_one_who_fails_again_and_again_is_left_alone():
    lapses = [heard(down).lapse for _ in range(desk.TRIES + 3)]

    assert lapses == [Lapse.DOWN] * desk.TRIES + [Lapse.RESTING] * 3


def test_one_question_tries_whether_he_is_back(stopwatch):
    back = False

    def moody(question):
        return question if back else down(question)

    for _ in range(desk.TRIES):
        heard(moody)
    stopwatch.forward(desk.REST_S)
    still_down = [heard(moody).lapse, heard(moody).lapse]
    back = True
    stopwatch.forward(desk.REST_S)

    assert still_down == [Lapse.DOWN, Lapse.RESTING]
    assert [heard(moody).lapse, heard(moody).lapse] == [None, None]


def test_one_good_answer_forgives_the_failures_before_it():
    turns = [*[down] * (desk.TRIES - 1), echo] * 2

    def by_turns(question):
        return turns.pop(0)(question)

    lapses = [heard(by_turns).lapse for _ in range(2 * desk.TRIES)]

    assert lapses == [*[Lapse.DOWN] * (desk.TRIES - 1), None] * 2


def test_a_line_that_is_too_long_is_not_joined(monkeypatch):
    monkeypatch.setattr(desk, "MOST_WAITING", 1)
    over = threading.Event()

    def slow(_):
        over.wait(30)

    with ThreadPoolExecutor(1) as other:
        first = other.submit(heard, slow)
        while not desk.tally(slow):
            time.sleep(0.005)
        second = heard(slow)
        over.set()
        first.result()

    assert second.lapse is Lapse.CROWDED


def test_every_lapse_is_counted():
    for _ in range(desk.TRIES + 2):
        heard(down)

    assert desk.tally(down) == {"asked": desk.TRIES, "down": desk.TRIES, "resting": 2}


def test_a_rule_that_came_late_is_not_used(stopwatch):
    def late(_):
        stopwatch.forward(0.02)
        return "late"

    answer = desk.decide(late, "?", within_ms=19, otherwise="ours")

    assert (answer.answer, answer.lapse) == ("ours", Lapse.LATE)


def test_a_crowded_machine_may_give_rules_more_time(stopwatch, monkeypatch):
    def late(_):
        stopwatch.forward(0.02)
        return "late"

    monkeypatch.setattr(settings(), "advice_patience", 2.0)

    assert desk.decide(late, "?", within_ms=11, otherwise="ours").answer == "late"
    assert desk.decide(late, "?", within_ms=9, otherwise="ours").answer == "ours"


def test_the_model_is_asked_where_there_is_one(oracle):
    oracle.says = json.dumps({"template": "challenge_together"})
    patient = replace(PERSONALIZATION, within_ms=10_000)

    answer = patient.hear(TEEN, None)

    assert answer.lapse is None
    assert answer.answer.by_model


def test_when_the_model_hangs_our_rules_answer_and_it_is_told(oracle):
    oracle.silent_until.clear()

    answer = PERSONALIZATION.hear(TEEN, None)

    assert answer.lapse is Lapse.LATE
    assert answer.answer == personalization.advise(TEEN)


def test_of_two_hundred_at_once_few_wait_for_a_model_that_hangs(oracle):
    """How long is measured by `bench.advisers`; here it is who waits at all."""
    oracle.silent_until.clear()
    alone = social_presence.Question(here=7, may_see=True)
    presence = ADVISERS[Agent.SOCIAL_PRESENCE]

    def one_event(_):
        return PERSONALIZATION.hear(TEEN, None), presence.hear(alone, None)

    with ThreadPoolExecutor(200) as crowd:
        answers = list(crowd.map(one_event, range(400)))

    worded, seen = zip(*answers, strict=True)
    asked = desk.tally(personalization.by_model)["asked"]
    # Nobody stands in a line for rules; they only may get no processor in time.
    assert {one.answer for one in worded} - {None} == {personalization.advise(TEEN)}
    assert {one.lapse for one in worded} <= {Lapse.LATE, Lapse.CROWDED, Lapse.RESTING}
    assert 1 <= asked <= 2 * desk.MOST_WAITING
    assert {one.lapse for one in seen} <= {None, Lapse.LATE}
