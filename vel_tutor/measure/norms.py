"""What an estimate means: a scale score, a percentile in a group, a share of the grade's work."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt
from statistics import NormalDist

import numpy as np

from vel_tutor.measure import irt
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import FloatArray

SCALE_MIDDLE = 500
SCALE_PER_LOGIT = 50
SCALE_RANGE = (0, 1000)
LEARNER_SD = 1.4
"""The spread of learners of one grade, in logits, until our own norms are known."""
ENOUGH = 200
"""First tests of a group, before its own distribution says anything."""
PERCENTILE_RANGE = (1, 99)

_NORMAL = NormalDist()


@dataclass(frozen=True)
class Norm:
    """The group somebody is compared with: its model, and the first tests taken in it so far."""

    mean: float
    sd: float = LEARNER_SD
    thetas: Sequence[float] = ()

    @property
    def n(self) -> int:
        return len(self.thetas)

    @property
    def is_provisional(self) -> bool:
        """Too few tests: the figure rests on the model."""
        return self.n < ENOUGH


@dataclass(frozen=True)
class Percentile:
    """A rank of 1..99 with the band one standard error wide to each side, and what it rests on."""

    rank: int
    low: int
    high: int
    n: int
    provisional: bool


def scale_score(theta: float) -> int:
    """Logits on the scale that is shown: 500 is the middle of grade 5, 50 points a logit."""
    score = floor(SCALE_MIDDLE + SCALE_PER_LOGIT * theta + 0.5)
    return min(max(score, SCALE_RANGE[0]), SCALE_RANGE[1])


def model_percentile(theta: float, se: float, mean: float, sd: float = LEARNER_SD) -> float:
    """The share of a normal group below theta, 0..100, the error of measurement included."""
    return 100.0 * _NORMAL.cdf((theta - mean) / sqrt(sd**2 + se**2))


def empirical_percentile(theta: float, thetas: Sequence[float]) -> float:
    """The mid-rank of theta in a group, 0..100: those below, and half of the equals."""
    group = np.asarray(thetas, np.float64)
    below, equal = int((group < theta).sum()), int((group == theta).sum())
    return 100.0 * (below + 0.5 * equal) / len(group)


def percentile(theta: float, se: float, norm: Norm) -> Percentile:
    """The rank of an estimate in its group, never 0 and never 100.

    From `ENOUGH` tests on, the group's own distribution counts by n / (n + ENOUGH).
    """

    def rank(at: float) -> int:
        share = model_percentile(at, se, norm.mean, norm.sd)
        if not norm.is_provisional:
            weight = norm.n / (norm.n + ENOUGH)
            share = weight * empirical_percentile(at, norm.thetas) + (1 - weight) * share
        return min(max(floor(share + 0.5), PERCENTILE_RANGE[0]), PERCENTILE_RANGE[1])

    return Percentile(rank(theta), rank(theta - se), rank(theta + se), norm.n, norm.is_provisional)


@dataclass(frozen=True, eq=False)
class Domain:
    """A body of work, such as a grade's or a skill's: the share one gets right at each theta."""

    points: FloatArray
    share: FloatArray

    @classmethod
    def of(
        cls, a: FloatArray, b: FloatArray, c: FloatArray, d: FloatArray, step: float = 0.1
    ) -> "Domain":
        """The curve of these items, each counted the same; keep it, for it is worth the work."""
        points = np.arange(float(b.min()) - 8.0, float(b.max()) + 8.0 + step, step)
        share = np.zeros_like(points)
        for item in np.stack([a, b, c, d], axis=1).tolist():
            share += irt.probability(points, *item)
        return cls(points, share / len(b))

    def at(self, theta: float) -> float:
        """The share right at this theta, 0..1."""
        return float(np.interp(theta, self.points, self.share))

    def over(self, posterior: Posterior) -> FloatArray:
        """The share right at each point of a posterior."""
        return np.interp(posterior.points, self.points, self.share)

    def percent(self, theta: float) -> int:
        """The same as whole percent, as it is shown."""
        return floor(100 * self.at(theta) + 0.5)
