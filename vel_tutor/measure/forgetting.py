"""Fitting FSRS-6, the memory model of flashcards, to the reviews of one person.

The same formulas as in the package `fsrs` (whose optimiser needs PyTorch, see decision 0040), for
many cards and many parameter sets at once. Tests hold both equal.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    MAX_DIFFICULTY,
    MIN_DIFFICULTY,
    STABILITY_MIN,
    UPPER_BOUNDS_PARAMETERS,
)
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
USUAL: Floats = np.array(DEFAULT_PARAMETERS)
_LEAST: Floats = np.array(LOWER_BOUNDS_PARAMETERS)
_MOST: Floats = np.array(UPPER_BOUNDS_PARAMETERS)
SPREAD: Floats = np.maximum(0.4 * np.abs(USUAL), 0.02 * (_MOST - _LEAST))
"""How far people differ in each parameter: a Gaussian prior around what is usual."""
_STEP = 1e-4
_LEAST_CHANCE = 1e-6
_ROUNDS = 40


@dataclass(frozen=True)
class Review:
    """One answer to one card: days since the one before (0 for the first), and 1..4."""

    days: int
    rating: int


class Histories:
    """The reviews of many cards side by side: row t holds the t-th review of each card."""

    def __init__(self, cards: Sequence[Sequence[Review]]) -> None:
        longest = max((len(card) for card in cards), default=0)
        self.days = np.zeros((longest, len(cards)))
        self.ratings = np.zeros((longest, len(cards)), dtype=np.int64)
        for column, card in enumerate(cards):
            for row, review in enumerate(card):
                self.days[row, column], self.ratings[row, column] = review.days, review.rating

    @property
    def scored(self) -> NDArray[np.bool_]:
        """Reviews that say something about memory: not the first, and not on the same day."""
        return (self.ratings > 0) & (self.days >= 1)


def predicted(histories: Histories, weights: Floats) -> Floats:
    """The chance of recall before each review, for each set of parameters.

    Args:
        weights: (sets, 21).

    Returns:
        (reviews, sets, cards); 1 for a first review.
    """
    w = weights.T[:, :, None]
    shape = (weights.shape[0], histories.days.shape[1])
    stability, difficulty = np.ones(shape), np.full(shape, 5.0)
    told = np.ones((len(histories.days), *shape))
    for row, (days, rating) in enumerate(zip(histories.days, histories.ratings, strict=True)):
        if row == 0:
            stability, difficulty = _first(w, rating, shape)
            continue
        chance = _recall(w, stability, days)
        told[row] = chance
        there = rating > 0
        grown = np.where(
            days < 1,
            _same_day(w, stability, rating),
            _later(w, stability, difficulty, chance, rating),
        )
        stability = np.where(there, np.maximum(grown, STABILITY_MIN), stability)
        difficulty = np.where(there, _next_difficulty(w, difficulty, rating), difficulty)
    return told


def _first(w: Floats, rating: NDArray[np.int64], shape: tuple[int, int]) -> tuple[Floats, Floats]:
    known = np.clip(rating, AGAIN, EASY)
    stability = np.maximum(w[known - 1, :, 0].T, STABILITY_MIN)
    difficulty = w[4] - np.exp(w[5] * (known - 1)) + 1
    return stability.reshape(shape), np.clip(difficulty, MIN_DIFFICULTY, MAX_DIFFICULTY)


def _recall(w: Floats, stability: Floats, days: Floats) -> Floats:
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    return (1 + factor * days / stability) ** decay


def _same_day(w: Floats, stability: Floats, rating: NDArray[np.int64]) -> Floats:
    growth = np.exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
    return stability * np.where(rating >= HARD, np.maximum(growth, 1.0), growth)


def _later(
    w: Floats, stability: Floats, difficulty: Floats, chance: Floats, rating: NDArray[np.int64]
) -> Floats:
    forgotten = np.minimum(
        w[11]
        * difficulty ** -w[12]
        * ((stability + 1) ** w[13] - 1)
        * np.exp((1 - chance) * w[14]),
        stability / np.exp(w[17] * w[18]),
    )
    growth = (
        np.exp(w[8])
        * (11 - difficulty)
        * stability ** -w[9]
        * (np.exp((1 - chance) * w[10]) - 1)
        * np.where(rating == HARD, w[15], 1.0)
        * np.where(rating == EASY, w[16], 1.0)
    )
    return np.where(rating == AGAIN, forgotten, stability * (1 + growth))


def _next_difficulty(w: Floats, difficulty: Floats, rating: NDArray[np.int64]) -> Floats:
    easy = w[4] - np.exp(w[5] * (EASY - 1)) + 1
    moved = difficulty + (10 - difficulty) * -(w[6] * (rating - 3)) / 9
    return np.clip(w[7] * easy + (1 - w[7]) * moved, MIN_DIFFICULTY, MAX_DIFFICULTY)


def losses(histories: Histories, weights: Floats, which: NDArray[np.bool_]) -> Floats:
    """The mean log-loss over the reviews in `which`, for each set of parameters."""
    chance = np.clip(predicted(histories, weights), _LEAST_CHANCE, 1 - _LEAST_CHANCE)
    right = (histories.ratings > AGAIN)[:, None, :]
    each = -np.where(right, np.log(chance), np.log1p(-chance))
    return (each * which[:, None, :]).sum(axis=(0, 2)) / max(1, int(which.sum()))


def fit(histories: Histories, which: NDArray[np.bool_], *, within_s: float) -> Floats:
    """The parameters that explain the reviews in `which` best, without straying from the usual.

    Args:
        within_s: stop after about so many seconds with the best so far.
    """
    stop_at = time.monotonic() + within_s
    rows = max(1, int(which.sum()))

    def cost(weights: Floats) -> tuple[float, Floats]:
        steps = _STEP * SPREAD * np.where(weights + _STEP * SPREAD > _MOST, -1.0, 1.0)
        sets = np.vstack([weights, weights + np.diag(steps)])
        far = ((sets - USUAL) / SPREAD) ** 2
        costs = losses(histories, sets, which) + far.sum(axis=1) / (2 * rows)
        return float(costs[0]), (costs[1:] - costs[0]) / steps

    def watch(intermediate_result: object) -> None:
        if time.monotonic() > stop_at:
            raise StopIteration

    found = minimize(
        cost,
        USUAL,
        jac=True,
        method="L-BFGS-B",
        bounds=list(zip(_LEAST, _MOST, strict=True)),
        options={"maxiter": _ROUNDS},
        callback=watch,
    )
    return np.clip(found.x, _LEAST, _MOST)
