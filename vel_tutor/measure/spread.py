"""The K-factor as a mean over people: its intervals, and what it means for growth."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

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


class Redrawn:
    """A small cohort, drawn again and again by whole trees; the same figures draw the same.

    `figures` has a row for each tree and a column for each figure of it.
    """

    def __init__(self, figures: ArrayLike, seed: int = 7) -> None:
        self._figures = np.asarray(figures, dtype=float)
        trees = len(self._figures)
        counts = np.random.default_rng(seed).multinomial(
            trees, np.full(trees, 1 / trees), size=DRAWS
        )
        self._drawn = counts @ self._figures

    def ratio(self, brought: Sequence[int], people: Sequence[int]) -> Interval | None:
        """The columns `brought` over the columns `people`; None where there are no people."""
        n = self._figures[:, people].sum()
        if not n:
            return None
        sizes = self._drawn[:, people].sum(axis=1)
        means = self._drawn[:, brought].sum(axis=1)[sizes > 0] / sizes[sizes > 0]
        low, high = np.quantile(means, (0.025, 0.975))
        return Interval(float(self._figures[:, brought].sum() / n), float(low), float(high))


def projected(start: float, k: float, cycles: float) -> float:
    """Everybody there after so many cycles when each newcomer brings `k` more."""
    if abs(k - 1) < 1e-12:
        return start * (cycles + 1)
    return start * (k ** (cycles + 1) - 1) / (k - 1)


def ceiling(start: float, k: float) -> float | None:
    """Where growth by invitations alone ends; None if it does not."""
    return start / (1 - k) if k < 1 else None
