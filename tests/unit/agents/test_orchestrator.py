"""The loop that fits the moment and is taken up is offered; when none fits, nothing is."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from vel_tutor.agents.brains import loop_orchestrator
from vel_tutor.agents.brains.loop_orchestrator import Candidate, Question
from vel_tutor.agents.facts import Facts
from vel_tutor.vocabulary import Bar, LoopKind, Role, Subject, Trigger

CHALLENGE, RALLY = LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY
RESCUE, PARENT = LoopKind.STREAK_RESCUE, LoopKind.PROUD_PARENT
FACTS = Facts(subject=Subject.MATH, percent=85, rank=7, peers=143, streak_days=7, hours_left=3)


def asked(trigger=Trigger.PRACTICE_COMPLETED, *, success=0.1, **changes):
    candidates = tuple(Candidate(loop=loop, success=success) for loop in LoopKind)
    question = Question(trigger=trigger, role=Role.STUDENT, facts=FACTS, candidates=candidates)
    return replace(question, **changes)


def barred(question, *loops, bar=Bar.COOLDOWN):
    marked = (replace(one, bar=bar) if one.loop in loops else one for one in question.candidates)
    return replace(question, candidates=tuple(marked))


@pytest.mark.parametrize(
    ("trigger", "role", "loop"),
    [
        (Trigger.DIAGNOSTIC_COMPLETED, Role.STUDENT, RALLY),
        (Trigger.PRACTICE_COMPLETED, Role.STUDENT, CHALLENGE),
        (Trigger.DECK_COMPLETED, Role.STUDENT, CHALLENGE),
        (Trigger.BADGE_EARNED, Role.STUDENT, RALLY),
        (Trigger.STREAK_AT_RISK, Role.STUDENT, RESCUE),
        (Trigger.SESSION_ENDED, Role.STUDENT, RALLY),
        (Trigger.DIAGNOSTIC_COMPLETED, Role.PARENT, PARENT),
        (Trigger.STREAK_AT_RISK, Role.PARENT, None),
    ],
)
def test_each_moment_has_its_loop(trigger, role, loop):
    assert loop_orchestrator.advise(asked(trigger, role=role)).loop == loop


def test_what_is_taken_up_more_often_wins():
    often = replace(
        asked(),
        candidates=(
            Candidate(loop=CHALLENGE, success=0.1),
            Candidate(loop=RALLY, success=0.3),
        ),
    )

    assert loop_orchestrator.advise(often).loop is RALLY


def test_a_barred_loop_is_never_chosen_and_the_next_best_is():
    assert loop_orchestrator.advise(barred(asked(), CHALLENGE)).loop is RALLY


@pytest.mark.parametrize("bar", Bar)
def test_staff_read_why_nothing_was_offered(bar):
    answer = loop_orchestrator.advise(barred(asked(), *LoopKind, bar=bar))

    assert (answer.loop, answer.word) == (None, "none")
    assert answer.reason.startswith("Buddy challenge: ")


@pytest.mark.parametrize(
    ("facts", "loop"),
    [
        (replace(FACTS, percent=40, peers=0), None),
        (replace(FACTS, percent=40), RALLY),
        (replace(FACTS, peers=9), CHALLENGE),
        (Facts(), CHALLENGE),
    ],
)
def test_nobody_is_asked_to_boast_of_little(facts, loop):
    assert loop_orchestrator.advise(asked(facts=facts)).loop is loop


def test_every_prompt_of_a_day_has_to_fit_better_than_the_last():
    by_seen = [loop_orchestrator.advise(asked(seen_today=seen)).loop for seen in range(5)]

    assert by_seen == [CHALLENGE] * 4 + [None]


def test_a_streak_is_rescued_only_while_there_is_one():
    lost = replace(FACTS, hours_left=0)

    assert loop_orchestrator.advise(asked(Trigger.STREAK_AT_RISK, facts=lost)).loop is None


def test_nothing_to_choose_from_is_said_so():
    answer = loop_orchestrator.advise(asked(candidates=()))

    assert answer.reason == "there was nothing to choose from"


def test_drawn_successes_try_the_unknown_and_come_to_prefer_what_works():
    """Thompson sampling as the domain does it: one Beta draw per loop, the brain takes the best."""
    dice = random.Random(7)  # noqa: S311
    truth = {CHALLENGE: 0.05, RALLY: 0.3}
    won, tried, late = Counter(), Counter(), Counter()
    for turn in range(1000):
        drawn = tuple(
            Candidate(
                loop=loop,
                success=dice.betavariate(1 + won[loop], 9 + tried[loop] - won[loop]),
            )
            for loop in truth
        )
        loop = loop_orchestrator.advise(asked(candidates=drawn)).loop
        assert loop is not None
        tried[loop] += 1
        won[loop] += dice.random() < truth[loop]
        late[loop] += turn >= 500

    assert tried[CHALLENGE] > 10
    assert late[RALLY] > 450
