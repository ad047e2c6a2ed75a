"""The memory model gives the published numbers, and shows what it will keep."""

import random
from datetime import timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from vel_tutor.domain.flashcards import memory
from vel_tutor.domain.flashcards.memory import Memory, answered, recall
from vel_tutor.vocabulary import CardStage

AGAIN, HARD, GOOD, EASY = Rating


def _unfuzzed(days, draw):
    return days


def test_the_intervals_of_the_reference_run_of_the_package(monkeypatch):
    """Source: tests of py-fsrs 6.3.2, ratings 3333331133333, each answered when due."""
    monkeypatch.setattr(memory, "fuzz", _unfuzzed)
    known, days, seen = Memory(), 0, []
    for rating in "3333331133333":
        went = answered(known, Rating(int(rating)), days, seed="any")
        known, days = went.memory, went.days
        seen.append(went.rest.days)

    assert seen == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty", "rest"),
    [
        (AGAIN, 0.212, 6.4133, timedelta(minutes=1)),
        (HARD, 1.2931, 5.11217, timedelta(minutes=5.5)),
        (GOOD, 2.3065, 2.11810, timedelta(minutes=10)),
        (EASY, 8.2956, 1.0, timedelta(days=8)),
    ],
)
def test_the_first_answer_sets_stability_and_difficulty(
    monkeypatch, rating, stability, difficulty, rest
):
    """Source: py-fsrs 6.3.2, default parameters."""
    monkeypatch.setattr(memory, "fuzz", _unfuzzed)

    went = answered(Memory(), rating, 0, seed="any")

    assert went.memory.stability == pytest.approx(stability, abs=5e-5)
    assert went.memory.difficulty == pytest.approx(difficulty, abs=5e-5)
    assert went.rest == rest


@pytest.mark.parametrize(
    ("days", "chance"),
    [(0, 1), (1, 0.985682), (5, 0.940344), (10, 0.9), (20, 0.845885), (50, 0.760528)],
)
def test_recall_fades_as_published(days, chance):
    """Source: py-fsrs 6.3.2, stability 10."""
    known = Memory(stage=CardStage.REVIEW, step=None, stability=10.0, difficulty=5.0)

    assert recall(known, days) == pytest.approx(chance, abs=5e-7)


def test_hard_on_the_same_day_does_not_lower_stability():
    """Source: py-fsrs pull request 155, fixed in 6.3.2."""
    good = answered(Memory(), GOOD, 0, seed="any").memory

    assert answered(good, HARD, 0, seed="any").memory.stability == pytest.approx(2.3065)


histories = st.lists(
    st.tuples(st.sampled_from(list(Rating)), st.integers(min_value=0, max_value=400)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(histories)
def test_every_history_leads_where_the_package_leads(history):
    theirs = Card(card_id=1)
    scheduler = Scheduler(enable_fuzzing=False)
    known, at = Memory(), memory._EPOCH
    for rating, days in history:
        passed = days if theirs.last_review else 0
        at += timedelta(days=passed)
        theirs, _ = scheduler.review_card(theirs, rating, at)
        known = answered(known, rating, passed, seed="any").memory

    assert (known.stability, known.difficulty) == (theirs.stability, theirs.difficulty)
    assert (known.stage, known.step) == (memory._STAGES[theirs.state], theirs.step)


@settings(max_examples=200, deadline=None)
@given(histories, st.text(max_size=8))
def test_what_the_buttons_promise_is_what_is_kept_and_in_order(history, seed):
    known = Memory()
    for number, (rating, days) in enumerate(history):
        told = [answered(known, one, days, seed=f"{seed}{number}").rest for one in Rating]
        random.random()  # noqa: S311  (whoever else draws in between changes nothing)
        kept = answered(known, rating, days, seed=f"{seed}{number}")

        assert kept.rest == told[rating - 1]
        assert told[1] <= told[2] <= told[3]
        known = kept.memory


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=1, max_value=40_000), st.floats(0, 1, exclude_max=True))
def test_fuzz_stays_near_and_never_in_the_past(days, draw):
    moved = memory.fuzz(days, draw)

    assert 1 <= moved <= memory.MOST_DAYS
    assert moved == days or days > 2
    assert abs(moved - min(days, memory.MOST_DAYS)) <= 3 + days * 0.08


def test_fuzz_spreads_cards_that_were_learned_together():
    assert len({answered(_known(20.0), GOOD, 20, seed=str(n)).days for n in range(200)}) > 5


def _known(stability):
    return Memory(stage=CardStage.REVIEW, step=None, stability=stability, difficulty=5.0)
