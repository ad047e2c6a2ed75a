"""The K-factor as a mean over people: its intervals, and what it means for growth."""

from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vel_tutor.measure.shares import Interval

Z = 1.959963984540054
BOOTSTRAP_BELOW = 200
"""People of a cohort under which the interval comes from drawing again instead."""
DRAWS = 2000


def clustered(n: int, total: float, squares: float, crossed: float, sizes: float) -> Interval:
    """`total / n` with the interval for people who come in trees of whoever brought them.

    Args:
        n: people of the cohort.
        total: what they brought in, summed.
        squares: the square of what each tree brought in, summed over the trees.
        crossed: what each tree brought in times its people, summed.
        sizes: the square of each tree's people, summed.

    Where every tree has one person this is `K +/- 1.96 sd / sqrt(n)`.
    """
    k = total / n
    spread = max(squares - 2 * k * crossed + k * k * sizes, 0.0)
    half = Z * sqrt(spread * (n / (n - 1) if n > 1 else 1.0)) / n
    return Interval(k, max(k - half, 0.0), k + half)


def redrawn(brought: ArrayLike, people: ArrayLike, *, seed: int = 7) -> Interval:
    """The same for a small cohort, by drawing whole trees again and again.

    Args:
        brought: what each tree brought in.
        people: how many people of the cohort each tree has.
    """
    y, n = np.asarray(brought, dtype=float), np.asarray(people, dtype=float)
    counts = _draws(len(y), seed)
    sizes = counts @ n
    means = (counts @ y)[sizes > 0] / sizes[sizes > 0]
    low, high = np.quantile(means, (0.025, 0.975))
    return Interval(float(y.sum() / n.sum()), float(low), float(high))


@lru_cache(maxsize=8)
def _draws(trees: int, seed: int) -> NDArray[np.float64]:
    """How often each tree comes in each draw."""
    dice = np.random.default_rng(seed)
    return dice.multinomial(trees, np.full(trees, 1 / trees), size=DRAWS).astype(float)


def projected(start: float, k: float, cycles: float) -> float:
    """Everybody there after so many cycles when each newcomer brings `k` more."""
    if abs(k - 1) < 1e-12:
        return start * (cycles + 1)
    return start * (k ** (cycles + 1) - 1) / (k - 1)


def ceiling(start: float, k: float) -> float | None:
    """Where growth by invitations alone ends; None if it does not."""
    return start / (1 - k) if k < 1 else None
