"""The response model: how likely a right answer is, and how much it tells about the learner.

Four-parameter logistic, in logits without the constant 1.702:
P(t) = c + (d - c) / (1 + exp(-a (t - b))). With c = 0 and d = 1 it is the two-parameter model.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]
Numbers = float | FloatArray


class Parameters(NamedTuple):
    """What is known about an item: discrimination, difficulty in logits, lower and upper limit."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0


class Response(NamedTuple):
    """One answer to one item.

    `knew` is False for "I don't know": a wrong answer that nobody guessed, so c counts as 0.
    `weight` is the share of the information that counts: 1, or less after a hint.
    """

    item: Parameters
    right: bool
    knew: bool = True
    weight: float = 1.0


def probability(
    theta: Numbers, a: Numbers, b: Numbers, c: Numbers = 0.0, d: Numbers = 1.0
) -> FloatArray:
    """The chance of a right answer; all arguments broadcast against each other."""
    return c + (d - c) * _logistic(theta, a, b)


def information(
    theta: Numbers, a: Numbers, b: Numbers, c: Numbers = 0.0, d: Numbers = 1.0
) -> FloatArray:
    """Fisher information of one answer, in 1 / logit^2; arguments broadcast."""
    part = _logistic(theta, a, b)
    p = c + (d - c) * part
    slope = a * (d - c) * part * (1.0 - part)
    return slope**2 / np.maximum(p * (1.0 - p), 1e-300)


def derivative(
    theta: Numbers, a: Numbers, b: Numbers, c: Numbers = 0.0, d: Numbers = 1.0
) -> FloatArray:
    """The slope of `probability` in theta."""
    part = _logistic(theta, a, b)
    return a * (d - c) * part * (1.0 - part)


def curvature(
    theta: Numbers, a: Numbers, b: Numbers, c: Numbers = 0.0, d: Numbers = 1.0
) -> FloatArray:
    """The second derivative of `probability` in theta."""
    part = _logistic(theta, a, b)
    return a * derivative(theta, a, b, c, d) * (1.0 - 2.0 * part)


def _logistic(theta: Numbers, a: Numbers, b: Numbers) -> FloatArray:
    distance = np.asarray(a * (theta - b), np.float64)
    return 1.0 / (1.0 + np.exp(-np.clip(distance, -500.0, 500.0)))
