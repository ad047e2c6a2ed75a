"""Shares of a group with the uncertainty they have, and how two of them differ."""

from dataclasses import dataclass
from math import sqrt

from scipy.stats import binomtest
from scipy.stats.contingency import relative_risk


@dataclass(frozen=True)
class Interval:
    """A figure and its 95 % interval."""

    value: float
    low: float
    high: float


def wilson(successes: int, n: int) -> Interval:
    """The share of `n` that succeeded, with the score interval of Wilson."""
    found = binomtest(successes, n).proportion_ci(method="wilson")
    return Interval(successes / n, float(found.low), float(found.high))


def newcombe(successes: int, n: int, other: int, m: int) -> Interval:
    """How much larger the share `successes` of `n` is than `other` of `m`.

    Newcombe, Statistics in Medicine 17 (1998), method 10: the hybrid of two score intervals.
    """
    a, b = wilson(successes, n), wilson(other, m)
    difference = a.value - b.value
    return Interval(
        difference,
        difference - sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2),
        difference + sqrt((a.high - a.value) ** 2 + (b.value - b.low) ** 2),
    )


def relative_lift(successes: int, n: int, other: int, m: int) -> Interval | None:
    """By what part the first share exceeds the second, with the interval of the log ratio.

    None where a group has nobody who succeeded: there is no ratio to speak of.
    """
    if not successes or not other:
        return None
    found = relative_risk(successes, n, other, m)
    limits = found.confidence_interval(0.95)
    return Interval(found.relative_risk - 1, float(limits.low) - 1, float(limits.high) - 1)
