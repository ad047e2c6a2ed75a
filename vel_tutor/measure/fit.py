"""Whether items behave as the model says, and the same for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from vel_tutor.measure.irt import BoolArray, FloatArray, IntArray

LARGEST_INFIT_Z = 3.0
LEAST_POINT_BISERIAL = 0.15
LARGEST_DELTA = 1.5
LEAST_MEDIAN_MS = 3000


@dataclass(frozen=True)
class MeanSquare:
    """A mean square (1 is as expected) and how many standard deviations it is off."""

    value: float
    z: float


def infit(right: BoolArray, p: FloatArray) -> MeanSquare:
    """Surprise weighted by information: sensitive to answers near the item's difficulty.

    Args:
        right: the answers to one item.
        p: the chance of a right answer the model gave each of these people.
    """
    variance = p * (1.0 - p)
    value = float(((right - p) ** 2).sum() / variance.sum())
    fourth = variance * (p**3 + (1.0 - p) ** 3)
    spread = sqrt(float((fourth - variance**2).sum())) / float(variance.sum())
    return MeanSquare(value, _standardised(value, spread))


def outfit(right: BoolArray, p: FloatArray) -> MeanSquare:
    """The plain mean of squared standardised surprise: sensitive to slips and lucky guesses."""
    variance = p * (1.0 - p)
    value = float(((right - p) ** 2 / variance).mean())
    fourth = variance * (p**3 + (1.0 - p) ** 3) / variance**2
    spread = sqrt(float((fourth - 1.0).sum())) / len(p)
    return MeanSquare(value, _standardised(value, spread))


def _standardised(value: float, spread: float) -> float:
    """Wilson and Hilferty's cube root (Wright and Masters 1982)."""
    if spread == 0.0:
        return 0.0
    return (value ** (1 / 3) - 1.0) * 3.0 / spread + spread / 3.0


def point_biserial(right: BoolArray, theta: FloatArray) -> float:
    """How far those who were right lie above the others; 0 if nobody or everybody was."""
    if right.all() or not right.any() or theta.std() == 0.0:
        return 0.0
    return float(np.corrcoef(right.astype(np.float64), theta)[0, 1])


@dataclass(frozen=True)
class Dif:
    """Differential item functioning: the common odds ratio, on the delta scale, and its test."""

    delta: float
    """0 is fair; below 0 harder for the focal group than for equally able others."""
    chi_square: float
    """With 1 degree of freedom, corrected for continuity."""


def mantel_haenszel(right: BoolArray, is_focal: BoolArray, stratum: IntArray) -> Dif:
    """Compare two groups within strata of equal ability (Mantel and Haenszel 1959).

    Strata in which one of the groups is missing say nothing and are left out.
    """
    above = below = observed = expected = variance = 0.0
    for one in np.unique(stratum).tolist():
        here = stratum == one
        a = float((right & ~is_focal & here).sum())
        b = float((~right & ~is_focal & here).sum())
        c = float((right & is_focal & here).sum())
        d = float((~right & is_focal & here).sum())
        n = a + b + c + d
        if not (a + b and c + d):
            continue
        above, below = above + a * d / n, below + b * c / n
        observed, expected = observed + a, expected + (a + b) * (a + c) / n
        if n > 1:
            variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1))
    if not (above and below and variance):
        return Dif(0.0, 0.0)
    chi_square = max(abs(observed - expected) - 0.5, 0.0) ** 2 / variance
    return Dif(-2.35 * log(above / below), chi_square)


@dataclass(frozen=True)
class Behaviour:
    """What is known of how a family works; `delta` is 0 where no groups were compared."""

    infit_z: float
    point_biserial: float
    median_ms: float
    delta: float = 0.0
    tempted_top_third: bool = False
    """A wrong option was chosen more than the key by the best third."""


def flags(seen: Behaviour) -> tuple[str, ...]:
    """Why somebody should look at the family, in words; none if it works."""
    checks: Sequence[tuple[bool, str]] = (
        (abs(seen.infit_z) > LARGEST_INFIT_Z, "answers do not follow the model (infit)"),
        (seen.point_biserial < LEAST_POINT_BISERIAL, "does not tell who knows more"),
        (seen.tempted_top_third, "a wrong option tempts the best"),
        (abs(seen.delta) > LARGEST_DELTA, "harder for one group than for equals in another"),
        (seen.median_ms < LEAST_MEDIAN_MS, "answered faster than it can be read"),
    )
    return tuple(words for is_so, words in checks if is_so)
