"""Learning what is taken up, while it is being tried: Thompson sampling on Beta distributions.

Whoever is asked seldom is judged mostly by what everybody does: the prior of a person is the
distribution of rates among all persons, fitted to what each of them did. One person's outcomes move
it, and take over only once there are about as many of them as the prior is worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, expit, logit

Generator = np.random.Generator
WEAKEST, STRONGEST = 4.0, 40.0
"""What a prior is worth at least and at most, in outcomes of one person."""
FEWEST_PEOPLE = 8
"""With fewer, the spread between persons says nothing."""
START_MEAN, START_WORTH = 0.2, 8.0
"""Before anything is known: one in five, worth eight outcomes."""
_HYPER_SD = 1.0
"""On the logit of the mean and the logarithm of the worth, around the start."""


@dataclass(frozen=True)
class Beta:
    """How likely rates are: `alpha` for, `beta` against, as if so many outcomes had been seen."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        return self.alpha / (self.alpha + self.beta)

    @property
    def worth(self) -> float:
        """How many outcomes it stands for."""
        return self.alpha + self.beta

    def after(self, won: float, tried: int) -> "Beta":
        """What is known once `tried` outcomes have come, worth `won` (0..`tried`) together."""
        return Beta(self.alpha + won, self.beta + tried - won)

    def draw(self, chance: Generator) -> float:
        """One rate that may be the true one, 0..1."""
        return float(chance.beta(self.alpha, self.beta))


START = Beta(START_MEAN * START_WORTH, (1 - START_MEAN) * START_WORTH)


def chance(seed: int) -> Generator:
    """Chance that takes the same course for the same `seed`."""
    return np.random.default_rng(seed)


def prior(people: Sequence[tuple[float, int]]) -> Beta:
    """How rates are spread among people: each is (what came of it, how often it was tried).

    The mode of the beta-binomial under a weak prior on its mean and worth; with few people only
    the mean is learned.
    """
    tried = np.array([tries for _, tries in people if tries > 0], dtype=float)
    won = np.array([value for value, tries in people if tries > 0], dtype=float)
    if tried.size == 0:
        return START
    if tried.size < FEWEST_PEOPLE:
        return _pooled(float(won.sum()), float(tried.sum()))

    def against(at: np.ndarray) -> float:
        mean, worth = expit(at[0]), np.exp(at[1])
        alpha, beta = mean * worth, (1 - mean) * worth
        likely = betaln(alpha + won, beta + tried - won) - betaln(alpha, beta)
        return float(-likely.sum() + 0.5 * (((at - start) / _HYPER_SD) ** 2).sum())

    start = np.array([logit(START_MEAN), np.log(START_WORTH)])
    bounds = [(-6.0, 6.0), (np.log(WEAKEST), np.log(STRONGEST))]
    found = minimize(against, start, bounds=bounds, method="L-BFGS-B").x
    mean, worth = float(expit(found[0])), float(np.exp(found[1]))
    return Beta(mean * worth, (1 - mean) * worth)


def _pooled(won: float, tried: float) -> Beta:
    known = START.after(won, 0)
    mean = known.alpha / (START.worth + tried)
    return Beta(mean * START_WORTH, (1 - mean) * START_WORTH)
