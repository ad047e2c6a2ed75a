"""Learning how hard items are from the answers given to them.

An item's difficulty is that of its family and an offset of its own; both are updated after each
finished test, with what is known of the learner from all *other* answers. Families gather answers
ten times as fast as items, so this beats calibrating items one by one, and Elo by far.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

import numpy as np

from vel_tutor.measure import irt
from vel_tutor.measure.eap import Posterior, log_likelihood
from vel_tutor.measure.irt import FloatArray, Response

FAMILY_SD = 0.6
OFFSET_SD = 0.2
LARGEST_FAMILY_STEP = 0.5
LARGEST_OFFSET_STEP = 0.3
SLOPE_SD = 0.3
"""How far log a may be expected to lie from its first value."""
SLOPE_EVERY = 500
"""Answers in a family between two estimates of its slope."""
_CLOSE_ENOUGH = 1e-5
_FLAT = 1e-3


class Estimate(NamedTuple):
    """A difficulty in logits and the variance of what is known about it."""

    b: float
    variance: float

    @classmethod
    def family(cls, b: float) -> "Estimate":
        """A family before any answer."""
        return cls(b, FAMILY_SD**2)

    @classmethod
    def offset(cls) -> "Estimate":
        """The offset of an item before any answer."""
        return cls(0.0, OFFSET_SD**2)


def leave_one_out(posterior: Posterior, response: Response) -> Posterior:
    """What is known about the learner from everything but this answer."""
    return Posterior(
        posterior.points, posterior.log_weights - log_likelihood(posterior.points, response)
    )


def update(
    family: Estimate, offset: Estimate, response: Response, learner: Posterior
) -> tuple[Estimate, Estimate]:
    """The difficulty of family and item after one more answer.

    Args:
        family: of the item's family.
        offset: of the item, added to the family's.
        response: the answer; of its parameters b is replaced by what is known now.
        learner: who gave it, by their other answers (`leave_one_out`).
    """
    item = response.item._replace(b=family.b + offset.b)
    p = irt.probability(learner.points, *item)
    expected = float((learner.weights * p).sum())
    slope = float((learner.weights * irt.derivative(learner.points, *item)).sum())
    gradient = -slope / expected if response.right else slope / (1.0 - expected)
    told = slope**2 / (expected * (1.0 - expected))
    damping = 1.0 + (family.variance + offset.variance) * told
    return (
        _moved(family, gradient, told, damping, LARGEST_FAMILY_STEP),
        _moved(offset, gradient, told, damping, LARGEST_OFFSET_STEP),
    )


def _moved(
    estimate: Estimate, gradient: float, told: float, damping: float, largest: float
) -> Estimate:
    step = estimate.variance * gradient / damping
    return Estimate(
        estimate.b + min(max(step, -largest), largest),
        estimate.variance - estimate.variance**2 * told / damping,
    )


@dataclass(frozen=True)
class Sighting:
    """One answer in a family, for the estimate of its slope."""

    learner: Posterior
    """By their other answers."""
    offset: float
    """Of the item from its family, in logits."""
    c: float
    d: float
    right: bool


def refit(
    sightings: Sequence[Sighting], family: Estimate, a: float, first_a: float
) -> tuple[float, float]:
    """Slope and difficulty of a family together, from all its answers.

    Penalised maximum likelihood over what is known of the learners: log a is expected near that of
    `first_a`, b near the estimate so far. Newton's method, halving steps that lead uphill.

    Returns:
        The slope a and the difficulty b.
    """
    answers = _Answers(sightings)
    center = np.array([log(first_a), family.b])
    spread = np.array([SLOPE_SD**2, family.variance])

    def loss(at: FloatArray) -> float:
        return float(((at - center) ** 2 / (2 * spread)).sum()) - answers.log_likelihood(at)

    place = np.array([log(a), family.b])
    for _ in range(40):
        gradient, hessian = _differences(loss, place)
        step = np.asarray(np.linalg.solve(_positive(hessian), gradient), np.float64)
        while loss(place - step) > loss(place) and np.abs(step).max() > _CLOSE_ENOUGH:
            step = step / 2.0
        place = place - step
        if np.abs(step).max() < _CLOSE_ENOUGH:
            break
    return exp(float(place[0])), float(place[1])


class _Answers:
    """All sightings of a family as matrices, a row for each."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.points = np.stack([seen.learner.points for seen in sightings])
        self.weights = np.stack([seen.learner.weights for seen in sightings])
        self.right = np.array([seen.right for seen in sightings])
        rows = [(seen.offset, seen.c, seen.d) for seen in sightings]
        self.offset, self.c, self.d = np.array(rows, np.float64).T[:, :, None]

    def log_likelihood(self, at: FloatArray) -> float:
        """Of (log a, b)."""
        slope, b = exp(float(at[0])), float(at[1])
        p = irt.probability(self.points, slope, b + self.offset, self.c, self.d)
        expected = (self.weights * p).sum(axis=1)
        return float(np.log(np.where(self.right, expected, 1.0 - expected)).sum())


def _differences(
    loss: Callable[[FloatArray], float], place: FloatArray, h: float = 1e-3
) -> tuple[FloatArray, FloatArray]:
    """Gradient and Hessian by central differences; two dimensions ask for no more."""
    e, here = np.eye(2) * h, loss(place)
    up, down = [loss(place + e[i]) for i in (0, 1)], [loss(place - e[i]) for i in (0, 1)]
    gradient = np.array([(up[i] - down[i]) / (2 * h) for i in (0, 1)])
    across = loss(place + e[0] + e[1]) - loss(place + e[0] - e[1])
    across -= loss(place - e[0] + e[1]) - loss(place - e[0] - e[1])
    hessian = np.diag([(up[i] - 2 * here + down[i]) / h**2 for i in (0, 1)])
    hessian[0, 1] = hessian[1, 0] = across / (4 * h**2)
    return gradient, hessian


def _positive(hessian: FloatArray) -> FloatArray:
    """The Hessian, made safe to divide by."""
    least = float(np.linalg.eigvalsh(hessian)[0])
    return hessian if least > _FLAT else hessian + np.eye(2) * (_FLAT - least)


def drift(now: Sequence[float], locked: Sequence[float]) -> float:
    """How far the scale has moved: subtract it from every b of the subject.

    Args:
        now: the difficulties of the anchor families as last estimated.
        locked: the same when they were locked.
    """
    return float(np.mean(now) - np.mean(locked)) if len(locked) else 0.0
