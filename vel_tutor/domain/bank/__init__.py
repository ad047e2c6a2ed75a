"""The live bank: questions tests may ask, what is known about them, and who was shown them."""

from vel_tutor.domain.bank.exposure import forget_old_tests, note_exposure, unexposed
from vel_tutor.domain.bank.filling import fill, renew
from vel_tutor.domain.bank.pools import Live, live, median_ms, pool, positions
from vel_tutor.domain.bank.queries import stock

__all__ = [
    "Live",
    "fill",
    "forget_old_tests",
    "live",
    "median_ms",
    "note_exposure",
    "pool",
    "positions",
    "renew",
    "stock",
    "unexposed",
]
