"""How long something takes, with those it has not happened to yet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import CensoredData, ecdf


@dataclass(frozen=True)
class Waiting:
    """The share still waiting after each time something happened, by Kaplan and Meier."""

    times: tuple[float, ...]
    still_waiting: tuple[float, ...]

    @property
    def median(self) -> float | None:
        """The first time by which half of them or fewer still wait; None if that never came."""
        return next(
            (
                time
                for time, share in zip(self.times, self.still_waiting, strict=True)
                if share <= 0.5 + 1e-12
            ),
            None,
        )


def kaplan_meier(happened: ArrayLike, waiting: ArrayLike) -> Waiting:
    """From the times at which it happened, and how long everybody else has been waiting so far."""
    done = np.asarray(happened, dtype=float)
    open_ended = np.asarray(waiting, dtype=float)
    if not done.size:
        return Waiting((), ())
    survival = ecdf(CensoredData(uncensored=done, right=open_ended)).sf
    moved = np.isin(survival.quantiles, done)
    return Waiting(
        tuple(map(float, survival.quantiles[moved])),
        tuple(map(float, survival.probabilities[moved])),
    )
