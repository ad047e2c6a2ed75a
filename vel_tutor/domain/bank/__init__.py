"""The live bank: questions tests may ask, what is known about them, and who was shown them."""

from vel_tutor.domain.bank.exposure import forget_old_tests, note_exposure, unexposed
from vel_tutor.domain.bank.filling import fill, renew
from vel_tutor.domain.bank.learning import Answer, Due, Seen, judge, learn, refit
from vel_tutor.domain.bank.pools import Live, live, median_ms, pool, positions
from vel_tutor.domain.bank.queries import stock

__all__ = [
    "Answer",
    "Due",
    "Live",
    "Seen",
    "fill",
    "forget_old_tests",
    "judge",
    "learn",
    "live",
    "median_ms",
    "note_exposure",
    "pool",
    "positions",
    "refit",
    "renew",
    "stock",
    "unexposed",
]
