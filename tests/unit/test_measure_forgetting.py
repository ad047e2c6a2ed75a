"""Fitting says what the package says, finds what is there, and stays put where nothing is."""

from datetime import UTC, datetime, timedelta
from random import Random

import numpy as np
import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from vel_tutor.measure import forgetting
from vel_tutor.measure.forgetting import USUAL, Histories, Review

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
histories = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 4)), min_size=1, max_size=10
).map(lambda rows: [Review(0 if place == 0 else days, r) for place, (days, r) in enumerate(rows)])
weights = st.lists(st.floats(0, 1), min_size=21, max_size=21).map(
    lambda shares: forgetting._LEAST + np.array(shares) * (forgetting._MOST - forgetting._LEAST)
)


def _of_the_package(card: list[Review], parameters) -> list[float]:
    scheduler = Scheduler(parameters=tuple(parameters), enable_fuzzing=False)
    theirs, at, told = Card(card_id=1), EPOCH, []
    for place, review in enumerate(card):
        at += timedelta(days=review.days)
        told.append(scheduler.get_card_retrievability(theirs, at) if place else 1.0)
        theirs, _ = scheduler.review_card(theirs, Rating(review.rating), at)
    return told


@settings(max_examples=150, deadline=None)
@given(st.lists(histories, min_size=1, max_size=4), weights)
def test_the_chances_are_those_of_the_package(cards, parameters):
    ours = forgetting.predicted(Histories(cards), np.vstack([USUAL, parameters]))

    for column, card in enumerate(cards):
        for place, (usual, other) in enumerate(
            zip(_of_the_package(card, USUAL), _of_the_package(card, parameters), strict=True)
        ):
            assert ours[place, 0, column] == pytest.approx(usual, rel=1e-9)
            assert ours[place, 1, column] == pytest.approx(other, rel=1e-9)


def learner(parameters, cards: int, seed: int) -> list[list[Review]]:
    """Somebody whose memory follows `parameters`, and who reviews when the usual model says."""
    rng = Random(seed)  # noqa: S311  (repeatable)
    true, usual = (
        Scheduler(parameters=tuple(one), enable_fuzzing=False) for one in (parameters, USUAL)
    )
    told = []
    for _ in range(cards):
        mind, plan, at, history, days = Card(card_id=1), Card(card_id=1), EPOCH, [], 0
        for place in range(7):
            chance = true.get_card_retrievability(mind, at) if place else 0.8
            rating = Rating.Good if rng.random() < chance else Rating.Again
            history.append(Review(days if place else 0, int(rating)))
            mind, _ = true.review_card(mind, rating, at)
            plan, _ = usual.review_card(plan, rating, at)
            days = max(1, (plan.due - at).days)
            at += timedelta(days=days)
        told.append(history)
    return told


FORGETFUL = np.clip(
    USUAL * np.where(np.arange(21) < 4, 0.25, 1.0), forgetting._LEAST, forgetting._MOST
)


def _split(cards: list[list[Review]]) -> tuple[Histories, np.ndarray, np.ndarray]:
    """The histories, and which reviews are for fitting and which for judging: other cards."""
    both = Histories(cards)
    first = np.arange(len(cards)) < len(cards) * 0.8
    return both, both.scored & first, both.scored & ~first


def test_a_forgetful_learner_is_understood_better_than_by_the_usual_model():
    both, seen, unseen = _split(learner(FORGETFUL, 90, seed=3))
    found = forgetting.fit(both, seen, within_s=600)

    usual, fitted, true = forgetting.losses(both, np.vstack([USUAL, found, FORGETFUL]), unseen)
    assert fitted < usual - 0.01
    assert fitted < true + 0.02


def test_somebody_usual_stays_usual():
    both, seen, unseen = _split(learner(USUAL, 90, seed=4))

    found = forgetting.fit(both, seen, within_s=600)

    usual, fitted = forgetting.losses(both, np.vstack([USUAL, found]), unseen)
    assert fitted < usual + 0.02
    assert (np.abs(found - USUAL) <= 2.5 * forgetting.SPREAD).all()


def test_fitting_twice_finds_the_same_and_stays_in_bounds():
    both, seen, _ = _split(learner(FORGETFUL, 60, seed=5))

    first, again = (forgetting.fit(both, seen, within_s=600) for _ in range(2))

    assert (first == again).all()
    assert (first >= forgetting._LEAST).all()
    assert (first <= forgetting._MOST).all()
    Scheduler(parameters=tuple(map(float, first)))


def test_fitting_ends_when_it_must():
    both, seen, _ = _split(learner(FORGETFUL, 60, seed=5))
    hurried, patient = (forgetting.fit(both, seen, within_s=limit) for limit in (0, 600))

    far, near = forgetting.losses(both, np.vstack([hurried, patient]), seen)
    assert far > near
